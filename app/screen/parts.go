package screen

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// Figure shows a figure of the engine's, live. open, if not nil, is called with
// the key of a mark that a person opens. A figure that could not be drawn, for
// lack of data, is left out.
func Figure(h *Host, f *figure.Figure, busy bool, open func(key string)) app.UI {
	if f.SVG == "" {
		return nil
	}
	p := &ui.Figure{Lang: h.Lang, Figure: f, Saver: h.Saver, Busy: busy, OnPresent: Presents(h, f), Zoomer: h, OnReport: h.Reports(f.ID)}
	if open != nil {
		p.OnOpen = func(_ app.Context, key string) { open(key) }
	}
	return p
}

// Presents shows a figure to an audience; nil where there is none.
func Presents(h *Host, f *figure.Figure) func(app.Context) {
	if h.Present == nil {
		return nil
	}
	return func(app.Context) { h.Present(f.ID) }
}

// Reports returns what adds an exhibit to the report, nil where there is none.
func (h *Host) Reports(id string) func(app.Context) {
	if h.AddToReport == nil {
		return nil
	}
	return func(app.Context) { h.AddToReport(id) }
}

// SaveTable is the button that saves a table of the engine's as CSV. Where there is another
// one on the screen, it says of what it is.
func SaveTable(h *Host, table engine.TableName, of ...string) app.UI {
	return ui.IconButton(ui.ButtonProps{ID: "save-" + string(table), Label: strings.Join(append([]string{h.T("ui.table.save")}, of...), " · "), Icon: ui.IconSave,
		OnClick: func(app.Context) { h.Export(engine.ExportRequest{Table: table}) }})
}

// NoData is what a screen shows before there is a dataset, with the way on.
func NoData(h *Host, title i18n.Key) app.UI {
	return ui.Stack(
		ui.Head(ui.HeadProps{Title: h.T(title)}),
		ui.Empty(ui.EmptyProps{Icon: ui.IconData, Title: h.T("screen.no-data"), Text: h.T("screen.no-data.text"),
			Actions: []app.UI{ui.LinkButton(ui.LinkProps{Label: h.T("screen.no-data.go"), Href: "#/data", Kind: ui.Primary})}}),
	)
}

// Needs is what a screen shows whose question the dataset cannot answer: what it
// would show, what there is instead, and the way to orders.
func Needs(h *Host, screen string) app.UI {
	return ui.Stack(
		ui.Head(ui.HeadProps{Title: h.T(i18n.Key("screen." + screen))}),
		ui.Empty(ui.EmptyProps{Icon: ui.IconData, Title: h.T("screen.needs.orders"),
			Text:    h.Sentences(h.T(i18n.Key("screen.needs."+screen)), h.T("screen.needs.now", analysis.Text("bases", h.bases()))),
			Actions: h.waysOn(screen)}),
	)
}

// waysOn leads to orders, and from the value of customers who buy to that of contracts.
func (h *Host) waysOn(screen string) []app.UI {
	orders := ui.LinkButton(ui.LinkProps{Label: h.T("screen.needs.go"), Href: "#/data", Kind: ui.Primary})
	if screen != "value" {
		return []app.UI{orders}
	}
	return []app.UI{ui.LinkButton(ui.LinkProps{Label: h.T("screen.needs.projection"), Href: "#/retention", Kind: ui.Primary}),
		ui.LinkButton(ui.LinkProps{Label: h.T("screen.needs.go"), Href: "#/data"})}
}

// bases names what the dataset holds.
func (h *Host) bases() string {
	text := ""
	for i, b := range h.Dataset.Bases {
		if i > 0 {
			text += h.T("data.and")
		}
		text += h.T(i18n.Key("basis." + string(b)))
	}
	return text
}

// Waiting is what a screen shows while its first answer is under way, with how
// far it has come, or instead of it, if it failed.
func Waiting(h *Host, p engine.Progress, err *analysis.Error, retry func()) app.UI {
	if err != nil {
		return Failed(h, err, retry)
	}
	label := i18n.Key("screen.waiting")
	if p.Stage != "" {
		label = i18n.Key(p.Stage)
	}
	return ui.Stack(
		ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: h.Lang, Label: h.T(label), Step: p.Step, OfSteps: p.OfSteps})),
		ui.Stats(waitingStat(), waitingStat(), waitingStat(), waitingStat()),
		ui.Card(ui.CardProps{}, ui.SkeletonFigure()))
}

// Failed shows why a question has no answer, above the old answer if there is
// one. Trying again is offered where it could help, other data where only they
// would.
func Failed(h *Host, err *analysis.Error, retry func()) app.UI {
	switch {
	case err == nil:
		return nil
	case err.Kind == analysis.NotEnough:
		return ui.Failure(h.Lang, err, ui.LinkButton(ui.LinkProps{Label: h.T("screen.no-data.go"), Href: "#/data"}))
	case err.Kind == analysis.BadInput:
		return ui.Failure(h.Lang, err)
	}
	return ui.Failure(h.Lang, err, ui.Button(ui.ButtonProps{ID: "retry", Label: h.T("ui.retry"), OnClick: func(app.Context) { retry() }}))
}

func waitingStat() app.UI { return ui.Card(ui.CardProps{}, ui.Skeleton(2)) }

// Refreshing is the class of a card whose answer is on its way.
func Refreshing(busy bool) string {
	if busy {
		return "refreshing"
	}
	return ""
}
