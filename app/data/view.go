package data

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	switch s.Phase() {
	case Looking:
		return ui.Page(v.head("data.finding.looking"), v.looking())
	case Confirm:
		return ui.Page(v.confirmHead(), v.confirm())
	case Reading:
		return ui.Page(v.head("data.finding.reading", analysis.Text("name", s.Named)), v.reading())
	case Loaded:
		return ui.Page(v.loadedHead(), v.loaded())
	}
	return ui.Page(v.head("data.finding.empty"), v.empty())
}

// Drop takes files that were dropped anywhere on the page: the first one is
// looked at, whatever the screen was doing.
func Drop(h *screen.Host, s *State, files []screen.Attached) {
	if len(files) == 0 {
		return
	}
	if len(files) > 1 {
		h.Tell(h.T("data.drop.first", analysis.Text("name", files[0].Name)), ui.NoteLevel)
	}
	view{h, s}.choose(files[0].Ref, files[0].Name)
}

type view struct {
	*screen.Host
	s *State
}

func (v view) head(finding i18n.Key, args ...screen.Arg) app.UI {
	return ui.Head(ui.HeadProps{Title: v.T("screen.data"), Finding: v.T(finding, args...), Controls: v.back()})
}

// back returns to the ledger of what is loaded.
func (v view) back() []app.UI {
	if v.s.Load.Busy || !v.s.CanReturn() {
		return nil
	}
	return []app.UI{ui.Button(ui.ButtonProps{ID: "return", Label: v.T("data.return", analysis.Text("name", v.s.loaded.Named)),
		OnClick: v.turn(v.s.Return)})}
}

// turn goes to another phase and takes the keyboard along, to the title: the
// button that was pressed is another one now.
func (v view) turn(change func()) func(app.Context) {
	return func(app.Context) {
		change()
		v.Focus(ui.TitleID)
	}
}

// empty offers the three ways to data: a file, pasted text, a sample.
func (v view) empty() app.UI {
	return ui.Stack(
		ui.Failure(v.Lang, asError(v.s.Preview.Err)),
		v.byHand(),
		v.drop(false),
		ui.Halves(v.samples(), v.needs()),
	)
}

// byHand lets the person say how a file is written that could not be taken
// apart, where that may help.
func (v view) byHand() app.UI {
	e := v.s.Preview.Err
	if e == nil || e.Message.Key != "ingest.one-column" && e.Message.Key != "ingest.no-records" {
		return nil
	}
	return v.format(v.s.Preview.Question.Want)
}

// asError keeps a nil pointer from becoming an error that is not nil.
func asError(e *analysis.Error) error {
	if e == nil {
		return nil
	}
	return e
}

func (v view) drop(compact bool) app.UI {
	return &ui.FileDrop{
		Lang: v.Lang, ID: "drop", Hint: v.T("data.drop.hint"), Accept: ".csv,.txt,.tsv,.tab,text/csv,text/plain",
		Compact: compact,
		OnFiles: func(_ app.Context, e app.Event) { Drop(v.Host, v.s, v.Attach(e)) },
	}
}

// choose looks at a source and proposes how to read it. Reading another one
// under way is given up.
func (v view) choose(ref engine.SourceRef, name string) {
	if v.s.Load.Busy {
		v.Cancel()
	}
	screen.Ask(v.Host, &v.s.Preview, v.s.Choose(ref, name), v.Engine.Preview, v.s.Understood)
}

// sampled loads a sample straight away: there is nothing to confirm about it.
func (v view) sampled(key string) {
	ref := engine.SourceRef{Sample: key, Lang: string(v.Lang)}
	name := v.T(i18n.Key("sample." + key + ".name"))
	screen.Ask(v.Host, &v.s.Preview, v.s.Choose(ref, name), v.Engine.Preview, func(p ingest.Preview) {
		v.s.Understood(p)
		v.load()
	})
}

func (v view) load() {
	screen.Ask(v.Host, &v.s.Load, v.s.Confirmed(), v.Engine.Load, func(d engine.Dataset) {
		v.s.Took()
		v.Loaded(d)
	})
}

func (v view) samples() app.UI {
	cards := []app.UI{}
	for _, key := range SampleKeys {
		cards = append(cards, app.Div().Class("choice").Body(
			app.Div().Class("choice-words").Body(
				app.H3().Text(v.T(i18n.Key("sample."+key+".name"))),
				app.P().Text(v.T(i18n.Key("sample."+key+".about"))),
			),
			ui.Button(ui.ButtonProps{ID: "sample-" + key, Label: v.T("data.sample.try"), Icon: ui.IconSparkle,
				OnClick: func(app.Context) { v.sampled(key) }}),
		))
	}
	return ui.Card(ui.CardProps{Title: v.T("data.sample.title"), Lead: v.T("data.sample.lead")}, cards...)
}

// needs says what a file must have, and takes pasted text.
func (v view) needs() app.UI {
	return ui.Card(ui.CardProps{Title: v.T("data.needs.title"), Lead: v.T("data.needs.lead")},
		app.Ul().Class("plain-list").Body(
			app.Li().Body(ui.Rich(v.T("data.needs.customer"))...),
			app.Li().Body(ui.Rich(v.T("data.needs.date"))...),
			app.Li().Body(ui.Rich(v.T("data.needs.amount"))...),
		),
		v.paste(),
	)
}

func (v view) paste() app.UI {
	if !v.s.Pasting {
		return ui.Button(ui.ButtonProps{Label: v.T("data.paste.open"), Icon: ui.IconCopy, Kind: ui.Quiet,
			OnClick: func(app.Context) { v.s.Pasting = true; v.Focus("paste") }})
	}
	return &ui.TextArea{ID: "paste", Label: v.T("data.paste.label"), Hint: v.T("data.paste.hint"), Rows: 6,
		OnChange: func(_ app.Context, text string) {
			if text != "" {
				v.choose(engine.SourceRef{Text: []byte(text)}, v.T("data.paste.name"))
			}
		}}
}

func (v view) looking() app.UI {
	return ui.Stack(ui.Card(ui.CardProps{}, ui.Skeleton(3)), ui.Card(ui.CardProps{}, ui.Skeleton(8)))
}

func (v view) reading() app.UI {
	p := v.s.Load.Progress
	stage := i18n.Key(p.Stage)
	if stage == "" {
		stage = "progress.read"
	}
	return ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{
		Lang: v.Lang, Label: v.T(stage), Done: p.Bytes, Of: p.OfBytes, Rows: p.Rows,
		OnCancel: func(app.Context) { v.Cancel() },
	}), app.P().Class("foot").Text(v.T("data.reading.note")))
}
