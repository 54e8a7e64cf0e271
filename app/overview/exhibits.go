package overview

import (
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// printedPeriods bounds the table of periods on paper.
const printedPeriods = 24

// Exhibits are the screen's figures and its table.
func Exhibits(h *screen.Host, s *State) []screen.Exhibit {
	v := view{h, s}
	sheet := screen.On(h, screen.Source[engine.RatesRequest, engine.Rates]{Route: "overview", Name: "Rates", Request: &s.Request,
		Ask: func() { Ask(h, s) }, Call: h.Engine.Rates, Layout: func(q *engine.RatesRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Rates) []*figure.Figure {
			return []*figure.Figure{&a.Bucket, &a.Movements, &a.Revenue, &a.Control}
		}})
	if sheet.Answered {
		sheet.Say(v.finding(), s.Answer.Result.Warnings)
	}
	sheet.Figure("leaky-bucket", v.explainMovements)
	sheet.Figure("movements", v.explainMovements)
	sheet.Figure("revenue-movements", v.explainMovements)
	sheet.Figure("control-chart", v.explainControl)
	sheet.Table("periods", func() figure.Table { return ui.TableOf(v.periods(printedPeriods), 0) }, v.explainMovements)
	return sheet.Exhibits
}
