package data

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// leftOut stands for "do not read this file" among the kinds.
const leftOut = "out"

// files is the basket: what was chosen, what each file seems to be, and how far
// it is. A single file needs no list.
func (v view) files() app.UI {
	if len(v.s.Items) < 2 {
		return nil
	}
	rows := make([]app.UI, len(v.s.Items))
	for i, it := range v.s.Items {
		rows[i] = v.file(it)
	}
	return ui.Card(ui.CardProps{ID: "files", Title: v.T("data.files.title"), Lead: v.T("data.files.lead"), Class: "basket"},
		app.Ul().Class("files").Body(rows...),
		v.drop("data.files.add", "data.files.more", true))
}

// file is one line of the basket: its name opens it.
func (v view) file(it *Item) app.UI {
	id := strconv.Itoa(it.ID)
	name := app.Button().Type("button").ID("file-" + id).Class("file-name")
	class := "file"
	if v.s.Current() == it {
		name, class = name.Aria("current", "true"), "file on"
	}
	return app.Li().Class(class).Body(
		ui.IconFile.Draw(),
		app.Div().Class("file-words").Body(
			name.Body(app.Strong().Text(it.Name), v.inside(it)).
				OnClick(func(app.Context, app.Event) { v.s.Shown = it.ID }, app.EventScope(id)),
			app.P().Class("file-found").Text(v.found(it)),
		),
		v.stand(it),
		app.Div().Class("file-kind").Body(v.kindOf(it, "kind-"+id)),
		ui.IconButton(ui.ButtonProps{ID: "remove-" + id, Label: v.T("data.files.remove", analysis.Text("name", it.Name)),
			Icon: ui.IconClose, Kind: ui.Quiet, OnClick: func(app.Context) { v.s.Remove(it) }}),
	)
}

func (v view) inside(it *Item) app.UI {
	return app.If(it.Inside != "", func() app.UI {
		return app.Span().Class("file-inside").Text(v.T("data.files.inside", analysis.Text("name", it.Inside)))
	})
}

// found says in a line what is known about a file.
func (v view) found(it *Item) string {
	p := it.Look.Answer
	switch v.s.Stand(it) {
	case Failed:
		return i18n.Say(v.Lang, it.Failure().Message)
	case Pending:
		if p == nil {
			return v.T("data.finding.looking")
		}
	}
	facts := []string{v.rows(p), v.T("data.files.format", analysis.Text("encoding", encodingName(p.Format.Encoding)),
		analysis.Word("delimiter", "data.delimiter."+delimiterName(p.Format.Delimiter)+".short"))}
	if p.Preset != "" {
		facts = append([]string{v.T("preset.recognised", analysis.Word("preset", "preset."+p.Preset))}, facts...)
	}
	if leader := v.s.Leader(it); leader != it {
		facts = append(facts, v.T("data.files.shares", analysis.Text("name", leader.Name)))
	}
	return v.join(facts)
}

func (v view) rows(p *ingest.Preview) string {
	key := i18n.Key("data.files.rows")
	if p.RowsSeen >= p.RowsGuess {
		key = "data.files.rows.all"
	}
	return v.T(key, analysis.Count("rows", max(p.RowsSeen, p.RowsGuess)), analysis.Size("size", p.Size))
}

func (v view) join(facts []string) string {
	text := ""
	for _, f := range facts {
		if text != "" && f != "" {
			text += " · "
		}
		text += f
	}
	return text
}

// stand says how far a file is, in a word.
func (v view) stand(it *Item) app.UI {
	switch v.s.Stand(it) {
	case Pending:
		return app.Span().Class("badge").Body(app.Span().Class("spinner"), app.Span().Text(v.T("data.stand.looking")))
	case Asks:
		return ui.Badge(v.T("data.stand.asks"), ui.Warn)
	case Failed:
		return ui.Badge(v.T("data.stand.failed"), ui.Bad)
	case LeftOut:
		return ui.Badge(v.T("data.stand.out"), ui.Neutral)
	}
	return ui.Badge(v.T("data.stand.ready"), ui.Accent)
}

// kindOf is the choice of kind once there is one.
func (v view) kindOf(it *Item, id string) app.UI {
	if it.Look.Answer == nil {
		return nil
	}
	return v.kind(it, id, true)
}

// kind chooses what the rows of a file are, or that it is not read.
func (v view) kind(it *Item, id string, several bool) app.UI {
	options := make([]ui.Option, 0, len(ingest.Kinds)+1)
	for _, k := range ingest.Kinds {
		options = append(options, ui.Option{Value: string(k), Label: v.T(i18n.Key("kind." + string(k)))})
	}
	value, hint := string(it.Kind), ""
	if several {
		options = append(options, ui.Option{Value: leftOut, Label: v.T("data.kind.out")})
	} else if it.Kind != "" {
		hint = v.T(i18n.Key("kind." + string(it.Kind) + ".hint"))
	}
	if it.Out {
		value = leftOut
	}
	return &ui.Select{ID: id, Label: v.T("data.kind", analysis.Text("name", it.Name)), HideLabel: several, Hint: hint,
		Options: options, Value: value,
		OnChange: func(_ app.Context, value string) {
			if value == leftOut {
				it.Out = true
				return
			}
			v.rekind(it, ingest.Kind(value))
		}}
}

// finding says in a sentence what is to be done next.
func (v view) finding() string {
	hold, it := v.s.Hold()
	args := []screen.Arg{analysis.Count("n", len(v.s.Ready())), analysis.Text("name", v.named(v.s.Items))}
	if it != nil {
		args = []screen.Arg{analysis.Text("name", it.Name)}
	}
	switch hold {
	case StillLooks:
		return v.T("data.hold.looking", args...)
	case Unanswered:
		return v.T("data.hold.question", args...)
	case Incomplete:
		return v.T("data.hold.columns", append(args, analysis.Text("roles", v.listRoles(v.s.Missing(it))))...)
	case NoOrders:
		return v.T("data.hold.orders", args...)
	}
	if len(v.s.Items) > 1 {
		return v.T("data.finding.several", args...)
	}
	return v.T("data.finding.confirm", args...)
}
