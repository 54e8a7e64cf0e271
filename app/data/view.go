package data

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
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
		return ui.Page(v.readingHead(), v.reading())
	case Loaded:
		return ui.Page(v.loadedHead(), v.loaded())
	}
	return ui.Page(v.head("data.finding.empty"), v.empty())
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
	return []app.UI{ui.Button(ui.ButtonProps{ID: "return", Label: v.T("data.return", analysis.Text("name", v.named(v.s.loaded.Ready()))),
		OnClick: v.turn(v.s.Return)})}
}

// named names what was chosen: one file by its name, several by their number.
func (v view) named(items []*Item) string {
	if len(items) == 1 {
		return items[0].Name
	}
	return v.T("data.files", analysis.Count("n", len(items)))
}

// turn goes to another phase and takes the keyboard along, to the title: the
// button that was pressed is another one now.
func (v view) turn(change func()) func(app.Context) {
	return func(app.Context) {
		change()
		v.Focus(ui.TitleID)
	}
}

// empty offers the three ways to data: files, pasted text, a sample.
func (v view) empty() app.UI {
	return ui.Stack(
		v.unusable(),
		v.recipe(),
		v.remembered(),
		v.drop("", "data.drop.hint", false),
		v.opener(),
		ui.Halves(ui.Stack(v.tour(), v.samples()), v.needs()),
	)
}

// remembered offers to go on with what is remembered on this device.
func (v view) remembered() app.UI {
	if v.Offer == nil {
		return nil
	}
	return v.Offer()
}

// unusable says why the only file that was chosen cannot be used.
func (v view) unusable() app.UI {
	if v.s.Failure() == nil {
		return nil
	}
	return ui.Stack(ui.Failure(v.Lang, v.s.Failure()), v.byHand(v.s.Items[0]))
}

// byHand lets the person say how a file is written that could not be taken
// apart, where that may help.
func (v view) byHand(it *Item) app.UI {
	e := it.Failure()
	if e == nil || e.Message.Key != "ingest.one-column" && e.Message.Key != "ingest.no-records" {
		return nil
	}
	return v.format(it, &ingest.Preview{Format: it.Look.Question.Want})
}

// asError keeps a nil pointer from becoming an error that is not nil.
func asError(e *analysis.Error) error {
	if e == nil {
		return nil
	}
	return e
}

// accepted is what the file dialog shows.
const accepted = ".csv,.txt,.tsv,.tab,.gz,.zip,.xlsx,.json,.churn,text/csv,text/plain"

func (v view) drop(title, hint i18n.Key, compact bool) app.UI {
	d := &ui.FileDrop{Lang: v.Lang, ID: "drop", Hint: v.T(hint), Accept: accepted, Multiple: true, Compact: compact,
		OnFiles: func(_ app.Context, e app.Event) { v.take(v.Attach(e)) }}
	if title != "" {
		d.Title = v.T(title)
	}
	return d
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

// tour offers the tour.
func (v view) tour() app.UI {
	if v.Tour == nil {
		return nil
	}
	return ui.Card(ui.CardProps{}, app.Div().Class("choice").Body(
		app.Div().Class("choice-words").Body(app.P().Text(v.T("tour.start.about"))),
		ui.Button(ui.ButtonProps{ID: "tour-start", Label: v.T("tour.start"), Icon: ui.IconPlay, OnClick: func(app.Context) { v.Tour() }})))
}

// needs says what a file must have, and takes pasted text.
func (v view) needs() app.UI {
	return ui.Card(ui.CardProps{Title: v.T("data.needs.title"), Lead: v.T("data.needs.lead")},
		v.need("data.needs.orders", "data.needs.customer", "data.needs.date", "data.needs.amount"),
		v.need("data.needs.contracts", "data.needs.customer", "data.needs.start", "data.needs.recurring"),
		v.need("data.needs.tenures", "data.needs.customer", "data.needs.tenure", "data.needs.status"),
		app.P().Class("quiet-text").Text(v.T("data.needs.lists")),
		v.paste(),
	)
}

// need lists the columns of one kind of business.
func (v view) need(title i18n.Key, columns ...i18n.Key) app.UI {
	return app.Div().Class("need").Body(
		app.H3().Text(v.T(title)),
		app.Ul().Class("plain-list").Body(app.Range(columns).Slice(func(i int) app.UI { return app.Li().Body(ui.Rich(v.T(columns[i]))...) })),
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
				v.pasted(text)
			}
		}}
}

func (v view) looking() app.UI {
	return ui.Stack(ui.Card(ui.CardProps{}, ui.Skeleton(3)), ui.Card(ui.CardProps{}, ui.Skeleton(8)))
}

func (v view) readingHead() app.UI {
	return v.head("data.finding.reading", analysis.Text("name", v.named(v.s.reading.Ready())))
}

func (v view) reading() app.UI {
	p := v.s.Load.Progress
	stage := i18n.Key(p.Stage)
	if stage == "" {
		stage = "progress.read"
	}
	left, _ := timeLeft(p, v.Now().Sub(v.s.Began))
	return ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{
		Lang: v.Lang, Label: v.T(stage), Done: p.Bytes, Of: p.OfBytes, Rows: p.Rows, Left: left,
		OnCancel: func(app.Context) { v.Cancel() },
	}), app.P().Class("foot").Text(v.T("data.reading.note")))
}

// recipe says that files are read by a recipe, and lets go of it. One that the
// page has learnt by itself is only worth a word where it is used.
func (v view) recipe() app.UI {
	if v.s.Project != nil {
		return v.waiting()
	}
	r := v.s.Recipe
	fitting := v.s.Fitting()
	if r == nil || r.Own && fitting == 0 {
		return nil
	}
	title, text := i18n.Key("data.recipe.saved"), i18n.Key("data.recipe.waiting")
	if r.Own {
		title = "data.recipe.own"
	}
	switch {
	case fitting == 1 && len(v.s.Items) == 1:
		text = "data.recipe.fit"
	case fitting > 0:
		text = "data.recipe.fits"
	case len(v.s.Items) > 0:
		text = "data.recipe.no-fit"
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Title: v.T(title, analysis.Text("name", r.Name)),
		Text: v.T(text, analysis.Count("n", fitting), analysis.Count("files", len(v.s.Items))),
		Actions: []app.UI{ui.Button(ui.ButtonProps{ID: "recipe-stop", Label: v.T("data.recipe.stop"), Small: true,
			OnClick: func(app.Context) { v.relook(v.s.Follow(nil)) }})}})
}
