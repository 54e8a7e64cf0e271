package definition

import (
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Exhibits are the screen's figures and the ledger of definitions.
func Exhibits(h *screen.Host, s *State) []screen.Exhibit {
	v := view{h, s}
	sheet := screen.On(h, screen.Source[engine.DefinitionRequest, engine.Definition]{Route: "definition", Name: "Definition", Request: &s.Request,
		Ask: func() { Ask(h, s) }, Call: h.Engine.Definition, Layout: func(q *engine.DefinitionRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Definition) []*figure.Figure { return []*figure.Figure{&a.Gaps, &a.Return, &a.Errors} }})
	if sheet.Answered {
		sheet.Say(i18n.Say(h.Lang, s.Answer.Workbench.Verdict.Message), v.warnings())
	}
	sheet.Figure("purchase-gaps", v.explain)
	sheet.Figure("return-chance", v.explain)
	sheet.Figure("window-errors", v.explain)
	sheet.Table("definitions", func() figure.Table {
		p := v.entryTable(&s.Answer.Ledger)
		return ui.TableOf(p, len(p.Columns)-1) // the last one holds buttons
	}, v.explainLedger)
	return sheet.Exhibits
}
