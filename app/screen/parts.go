package screen

import (
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
	p := &ui.Figure{Lang: h.Lang, Figure: f, Saver: h.Saver, Busy: busy}
	if open != nil {
		p.OnOpen = func(_ app.Context, key string) { open(key) }
	}
	return p
}

// SaveTable is the button that saves a table of the engine's as CSV.
func SaveTable(h *Host, table engine.TableName) app.UI {
	return ui.IconButton(ui.ButtonProps{Label: h.T("ui.table.save"), Icon: ui.IconSave,
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

// Waiting is what a screen shows while its first answer is under way, or
// instead of it, if it failed.
func Waiting(h *Host, err *analysis.Error, retry func()) app.UI {
	if err != nil {
		return ui.Failure(h.Lang, err, ui.Button(ui.ButtonProps{Label: h.T("ui.retry"), OnClick: func(app.Context) { retry() }}))
	}
	return ui.Stack(ui.Stats(waitingStat(), waitingStat(), waitingStat(), waitingStat()),
		ui.Card(ui.CardProps{}, ui.SkeletonFigure()))
}

func waitingStat() app.UI { return ui.Card(ui.CardProps{}, ui.Skeleton(2)) }
