package report

import (
	"slices"

	"churnbench/analysis/engine"
	"churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// chapters are the headings of a standard report and what stands under each: what counts
// as a loss, how many leave, who stays, who they are, what they are worth, and what all
// numbers rest on.
var chapters = []struct {
	heading  i18n.Key
	exhibits []string
}{
	{"report.chapter.definition", []string{"purchase-gaps", "window-errors", "definitions"}},
	{"report.chapter.churn", []string{"leaky-bucket", "control-chart", "periods"}},
	{"report.chapter.retention", []string{"retention-curve", "cohorts", "survival", "projection"}},
	{"report.chapter.segments", []string{"segment-list", "segments", "lorenz", "tiers"}},
	{"report.chapter.value", []string{"clv-distribution", "clv-quantiles", "tracking"}},
	{"report.chapter.data", []string{"import-ledger"}},
}

// Begin puts a standard report together of the exhibits that there are, and asks for
// them: their findings first, then a chapter each. One without any is left out.
func Begin(h *screen.Host, s *State, exhibits []screen.Exhibit) {
	s.Report.Blocks = slices.Concat(s.Report.Blocks, []report.Block{{Kind: report.Summary}})
	for _, c := range chapters {
		var blocks []report.Block
		for _, id := range c.exhibits {
			if slices.ContainsFunc(exhibits, func(x screen.Exhibit) bool { return x.ID == id }) && !(id == "projection" && hasOrders(h)) {
				blocks = append(blocks, report.Block{Kind: report.Exhibit, Exhibit: id})
			}
		}
		if len(blocks) > 0 {
			s.Report.Blocks = slices.Concat(s.Report.Blocks, []report.Block{{Kind: report.Heading, Text: h.T(c.heading)}}, blocks)
		}
	}
	if s.Report.Title == "" {
		s.Report.Title = h.T("report.untitled")
	}
	s.Open = 0
}

// hasOrders reports whether purchases tell of the customers: contracts are then not what
// a report begins with.
func hasOrders(h *screen.Host) bool { return h.Dataset.Has(engine.OnOrders) }
