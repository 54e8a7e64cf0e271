package local_test

import (
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// TestHistoryEndsWithToday holds that the card and the table say the same of a
// customer.
func TestHistoryEndsWithToday(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Sort: engine.ByDays, Down: true, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		row := page.Rows[0]
		h, err := e.History(t.Context(), engine.HistoryRequest{ID: row.ID, Layout: figure.Layout{Lang: "zh"}})
		if err != nil {
			t.Fatal(err)
		}
		bought := 0
		for _, p := range h.Points {
			if p.Bought {
				bought++
			}
		}
		first, last := h.Points[0], h.Points[len(h.Points)-1]
		if last.Alive != row.Alive || first.Day != row.First || bought != row.Days {
			t.Errorf("from %v to %v with %d purchases, want %+v", first, last, bought, row)
		}
		if !strings.Contains(h.Figure.SVG, "<svg") || !strings.Contains(h.Figure.Footer, "BG/NBD") {
			t.Errorf("figure %q", h.Figure.Footer)
		}
		if _, err := e.History(t.Context(), engine.HistoryRequest{ID: "nobody at all"}); kindOf(err) != analysis.BadInput {
			t.Errorf("of nobody: %v", err)
		}
	})
}
