package local_test

import (
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// TestCardAgreesWithTheTable holds that the card and the table say the same of a
// customer.
func TestCardAgreesWithTheTable(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Sort: engine.ByDays, Down: true, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		row := page.Rows[0]
		c, err := e.Customer(t.Context(), engine.CustomerRequest{ID: row.ID, Layout: figure.Layout{Lang: "zh"}})
		if err != nil {
			t.Fatal(err)
		}
		if c.Row != row || c.Outlook == nil || c.Outlook.CLV != row.CLV || c.Outlook.ID != row.ID {
			t.Errorf("%+v, want %+v", c.Row, row)
		}
		bought := 0
		for _, p := range c.History {
			if p.Bought {
				bought++
			}
		}
		first, last := c.History[0], c.History[len(c.History)-1]
		if last.Alive != row.Alive || first.Day != row.First || bought != row.Days || len(c.Purchases) != row.Days {
			t.Errorf("from %v to %v with %d purchases, want %+v", first, last, bought, row)
		}
		var spend analysis.Money
		for _, p := range c.Purchases {
			spend += p.Amount
		}
		if spend != row.Spend || len(c.Attributes) != len(d.Kept) {
			t.Errorf("spent %v, %d attributes", spend, len(c.Attributes))
		}
		if !strings.Contains(c.Figure.SVG, "<svg") || !strings.Contains(c.Figure.Footer, "BG/NBD") {
			t.Errorf("figure %q", c.Figure.Footer)
		}
		if _, err := e.Customer(t.Context(), engine.CustomerRequest{ID: "nobody at all"}); kindOf(err) != analysis.BadInput {
			t.Errorf("of nobody: %v", err)
		}
	})
}

// Where the data carry no model there is still a card.
func TestCardWithoutAModel(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{File: 1})
		c, err := e.Customer(t.Context(), engine.CustomerRequest{ID: "ann"})
		if err != nil {
			t.Fatal(err)
		}
		if c.Outlook != nil || c.NoOutlook == nil || c.NoOutlook.Kind != analysis.NotEnough || len(c.Purchases) != 2 || c.Purchases[0].Orders != 2 {
			t.Errorf("%+v", c)
		}
	})
}
