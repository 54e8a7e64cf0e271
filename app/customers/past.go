package customers

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// past is in which groups the customer was at the ends of past periods, the earliest
// first.
func (v view) past(c *engine.Customer) app.UI {
	r := &v.s.Card
	if c.Past == nil {
		if r.Err != nil {
			return screen.Failed(v.Host, r.Err, func() { askCard(v.Host, v.s, true) })
		}
		return ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("progress.past"), Step: r.Progress.Step, OfSteps: r.Progress.OfSteps})
	}
	var cells []app.UI
	for _, p := range c.Past {
		class := "standing"
		if p.State == engine.StateLost {
			class += " lost"
		}
		cells = append(cells, app.Li().Class(class).Body(
			app.Span().Class("quiet-text").Text(v.Lang.Date(p.Day)),
			app.Strong().Text(v.word(engine.ColumnSegment, p.Segment)),
			app.Span().Text(v.word(engine.ColumnStage, p.Stage)),
			app.Span().Text(v.word(engine.ColumnState, p.State))))
	}
	return ui.Card(ui.CardProps{ID: "past", Title: v.T("card.past"), Foot: v.T("card.past.foot", analysis.Text("by", v.Loss(v.s.Query.Measures.Definition)))},
		app.Ol().Class("past").Body(cells...))
}
