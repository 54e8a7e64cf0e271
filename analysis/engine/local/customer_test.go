package local_test

import (
	"fmt"
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
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Columns: engine.CustomerColumns, Sort: engine.ColumnDays, Down: true, Limit: 1, Fit: true})
		if err != nil {
			t.Fatal(err)
		}
		c, err := e.Customer(t.Context(), engine.CustomerRequest{ID: page.IDs[0], Layout: figure.Layout{Lang: "zh"}})
		if err != nil {
			t.Fatal(err)
		}
		row := c.Row
		said := fmt.Sprint(row.ID, row.Segment, row.Tier, row.Cluster, row.State, row.Stage, float64(row.First), float64(row.Last), float64(d.End-row.Last),
			float64(row.Days), row.Spend.Float(), row.Spend.Float()/float64(row.Days), float64(row.R), float64(row.F), float64(row.M), row.Alive, row.Expected, row.CLV)
		var cells []any
		for _, column := range page.Columns {
			if column.Texts != nil {
				cells = append(cells, column.Texts[0])
			} else {
				cells = append(cells, column.Numbers[0])
			}
		}
		if want := fmt.Sprint(cells...); said != want {
			t.Errorf("the card says %s, the table %s", said, want)
		}
		if c.Outlook == nil || c.Outlook.CLV != row.CLV || c.Outlook.ID != row.ID || row.Segment == "" || row.Tier == "" {
			t.Errorf("%+v", row)
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
