package data

import (
	"churnbench/analysis/figure"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Exhibits are the import ledger of the dataset.
func Exhibits(h *screen.Host, s *State) []screen.Exhibit {
	x := screen.Exhibit{ID: "import-ledger", Route: "data", Area: h.T("screen.data"), Title: h.T("data.ledger.title"), Asked: true, Ask: func() {}}
	if d := h.Dataset; d != nil {
		v := view{h, s}
		x.Finding = v.foundText(d)
		x.Table = func() figure.Table {
			p := v.accounts(d)
			return ui.TableOf(p, len(p.Columns)-1) // the last one holds buttons
		}
		x.Explain = func() ui.ExplainProps {
			return ui.ExplainProps{Lang: h.Lang, Text: h.T("data.ledger.lead"), Inputs: []string{v.lines(d.Ledger)}}
		}
		x.Warnings = d.Warnings
	}
	return []screen.Exhibit{x}
}
