package local_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/profile"
)

var profileLayout = figure.Layout{Lang: "en"}

// Whatever divides the customers, the rows add up, agree with the table of customers
// behind them, and the same over the wire.
func TestProfilesAddUp(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		about := load(t, e, shop)
		lost := churn.Definition{Window: 120}
		first, err := e.Profiles(t.Context(), engine.ProfilesRequest{Definition: lost, Layout: profileLayout})
		if err != nil {
			t.Fatal(err)
		}
		if len(first.Views) != 7 || len(first.Offers) < 4 {
			t.Fatalf("%d views, %d offers", len(first.Views), len(first.Offers))
		}
		for _, offer := range first.Offers {
			p, err := e.Profiles(t.Context(), engine.ProfilesRequest{By: offer.Segmentation, Definition: lost, Layout: profileLayout})
			if err != nil {
				t.Fatalf("%s: %v", offer.Name, err)
			}
			checkProfile(t, e, offer, &p, about)
		}
	})
}

func checkProfile(t *testing.T, e engine.Engine, offer engine.ProfileOffer, p *engine.Profiles, about engine.Dataset) {
	t.Helper()
	all, sum := p.Result.All, profile.Row{}
	if all.Customers != about.Customers || all.Revenue != about.Ledger.Revenue || len(p.Names) != len(p.Result.Rows) {
		t.Errorf("%s: all is %+v of %d customers, %d names", offer.Name, all, about.Customers, len(p.Names))
	}
	for i, r := range p.Result.Rows {
		sum.Customers, sum.Lost, sum.Revenue = sum.Customers+r.Customers, sum.Lost+r.Lost, sum.Revenue+r.Revenue
		if r.Folded > 0 {
			continue
		}
		if i > 0 && p.Sort == engine.SortSize && r.Key != engine.NoGroup && r.Customers > p.Result.Rows[i-1].Customers {
			t.Errorf("%s: %s is larger than the group before", offer.Name, p.Names[i])
		}
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: p.By, Key: r.Key}}, Limit: 1})
		if err != nil || page.Total != r.Customers {
			t.Errorf("%s: %s has %d customers, the table behind %d, %v", offer.Name, p.Names[i], r.Customers, page.Total, err)
		}
	}
	enough := sum.Customers == all.Customers && sum.Lost == all.Lost && sum.Revenue == all.Revenue
	if p.Result.Overlap {
		enough = sum.Customers >= all.Customers && p.Widest == -1
	}
	if !enough {
		t.Errorf("%s: rows add up to %+v, all is %+v", offer.Name, sum, all)
	}
}

// chosenOrders have columns of several kinds: two products a customer, numbers, a date.
const chosenOrders = "customer,date,amount,product,channel,age,sign_up,margin\n" +
	"ann,2024-01-05,10,tea,web,31,2023-05-01,4\n" +
	"ann,2024-01-05,5,cup,web,31,2023-05-01,1\n" +
	"ann,2024-06-05,10,tea,shop,31,2023-05-01,4\n" +
	"bob,2024-01-09,20,tea,web,45,2024-01-02,-2\n" +
	"cyd,2024-02-12,8,cup,shop,45,2024-01-09,3\n" +
	"dan,2024-12-01,7,,shop,62,,1\n"

// chosen loads them with roles given.
func chosen(t *testing.T, e engine.Engine) engine.Dataset {
	t.Helper()
	ref := engine.SourceRef{Text: []byte(chosenOrders)}
	p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref})
	if err != nil {
		t.Fatal(err)
	}
	p.Mapping = ingest.Mapping{ingest.Customer, ingest.Date, ingest.Amount, ingest.Product, ingest.Channel, ingest.NPS, ingest.SignUp, ingest.Margin}
	d, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: ingest.Orders, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// told writes the rows' names and customers, and what else is asked for.
func told(p *engine.Profiles, more ...profile.Measure) string {
	var rows []string
	for i, r := range p.Result.Rows {
		row := fmt.Sprintf("%s %d", p.Names[i], r.Customers)
		for _, m := range more {
			row += fmt.Sprintf(" %.4g", r.Of(m).Value)
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, ", ")
}

func TestProfilesByHand(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := chosen(t, e)
		column := map[string]int{}
		for i, k := range d.Kept {
			column[k.Name] = i
		}
		lost := churn.Definition{Window: 90}
		ask := func(by engine.Segmentation) *engine.Profiles {
			t.Helper()
			p, err := e.Profiles(t.Context(), engine.ProfilesRequest{By: by, Definition: lost, Layout: profileLayout, Sort: engine.SortListed})
			if err != nil {
				t.Fatal(err)
			}
			return &p
		}
		attribute := func(name string, cuts ...analysis.Money) engine.Segmentation {
			return engine.Segmentation{By: engine.SegmentAttribute, Column: column[name], Cuts: cuts}
		}
		for _, c := range []struct {
			name, want string
			by         engine.Segmentation
			more       []profile.Measure
		}{
			{"the latest channel", "shop 3 13.33 1.333 40 4.333 0.6667, web 1 20 1 20 -2 1", attribute("channel"),
				[]profile.Measure{profile.Spend, profile.Days, profile.Revenue, profile.Profit, profile.Churn}},
			{"products of orders", "cup 2 16.5 0.55 1, tea 2 22.5 0.75 1, en:groups.none 1 7 0.1167 0", engine.Segmentation{By: engine.SegmentOrders, Column: 0},
				[]profile.Measure{profile.Spend, profile.Brings, profile.Churn}},
			{"few numbers", "31 1, 45 2, 62 1", attribute("age"), nil},
			{"cut numbers", "≤ 40 1, > 40 3", attribute("age", analysis.MoneyOf(40)), nil},
			{"years", "2023 1, 2024 2, en:groups.none 1", attribute("sign_up"), nil},
			{"state", "en:groups.state.active 1 0, en:groups.state.lost 3 1", engine.Segmentation{By: engine.SegmentState, Definition: lost}, []profile.Measure{profile.Churn}},
		} {
			if got := told(ask(c.by), c.more...); got != c.want {
				t.Errorf("%s: %s\nwant %s", c.name, got, c.want)
			}
		}
	})
}

// Ann is silent for 90 days from 5 January on, bob and cyd likewise, dan cannot be
// watched so long: of four at day 90 three leave.
func TestProfilesStay(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		chosen(t, e)
		for after, want := range map[int]float64{80: 1, 90: 0} {
			p, err := e.Profiles(t.Context(), engine.ProfilesRequest{By: engine.Segmentation{By: engine.SegmentOrders}, After: after, Definition: churn.Definition{Window: 90}})
			if err != nil {
				t.Fatal(err)
			}
			for i, r := range p.Result.Rows {
				if got := r.Stay.Value; got != want && r.Key != engine.NoGroup {
					t.Errorf("day %d, %s: %v still here, want %v", after, p.Names[i], got, want)
				}
				if r.Key == engine.NoGroup && after == 90 && !math.IsNaN(r.Stay.Value) {
					t.Errorf("day 90: %v of those are still here whom nobody has watched so long", r.Stay.Value)
				}
			}
		}
	})
}

func TestProfilesCross(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		chosen(t, e)
		channel := engine.Segmentation{By: engine.SegmentAttribute}
		p, err := e.Profiles(t.Context(), engine.ProfilesRequest{By: engine.Segmentation{By: engine.SegmentOrders}, Across: &channel, Measure: profile.Spend,
			Definition: churn.Definition{Window: 90}, Sort: engine.SortListed, Layout: profileLayout})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, cells := range p.Cross.Cells {
			for j, c := range cells {
				got = append(got, fmt.Sprintf("%s/%s %d %.4g", p.Names[i], p.Cross.Columns[j], c.Customers, c.Value))
			}
		}
		want := "cup/shop 2 16.5, cup/web 0 NaN, tea/shop 1 25, tea/web 1 20, en:groups.none/shop 1 7, en:groups.none/web 0 NaN"
		if strings.Join(got, ", ") != want {
			t.Errorf("%s\nwant %s", strings.Join(got, ", "), want)
		}
	})
}

// Each of the seven P takes the column that is made for it, and says what is missing.
func TestProfileViews(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		chosen(t, e)
		first, err := e.Profiles(t.Context(), engine.ProfilesRequest{Definition: churn.Definition{Window: 90}})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, v := range first.Views {
			got[v.Key] = fmt.Sprintf("%s %d %s", v.By.By, v.By.Column, v.Measure)
			for _, m := range v.Missing {
				got[v.Key] += " " + strings.TrimPrefix(m.Key, "profiles.missing.")
			}
		}
		for key, want := range map[string]string{
			"profiling":     "attribute 0 spend",
			"persistency":   "attribute 0 stay",
			"profitability": "tiers 0 profit",
			"performance":   "attribute 0 revenue",
			"prospecting":   "attribute 2 spend model",
			"product":       "orders 0 churn",
			"promotion":     " 0 churn campaign",
		} {
			if got[key] != want {
				t.Errorf("%s: %q, want %q", key, got[key], want)
			}
		}
		if none, err := e.Profiles(t.Context(), engine.ProfilesRequest{View: "promotion", Definition: churn.Definition{Window: 90}}); err != nil || none.By.By != "" || len(none.Result.Rows) != 0 {
			t.Errorf("a view of nothing: %+v, %v", none.By, err)
		}
	})
}

// With a model, groups have its values; they are those of the model.
func TestProfilesOfValue(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		value, err := e.Value(t.Context(), engine.ValueRequest{Options: clv.Options{}})
		if err != nil {
			t.Fatal(err)
		}
		p, err := e.Profiles(t.Context(), engine.ProfilesRequest{View: "prospecting"})
		if err != nil {
			t.Fatal(err)
		}
		if r := p.Result.All; p.Measure != profile.Value || math.Abs(r.Value-value.Result.Mean) > 1e-9*r.Value || math.Abs(r.Median-value.Result.Median) > 1e-9*r.Median {
			t.Errorf("by %s: mean %v, median %v; the model has %v and %v", p.Measure, r.Value, r.Median, value.Result.Mean, value.Result.Median)
		}
	})
}

func TestProfilesRefuse(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		if _, err := e.Profiles(t.Context(), engine.ProfilesRequest{}); kindOf(err) != analysis.NoData {
			t.Errorf("before any data: %v", err)
		}
		chosen(t, e)
		age := engine.Segmentation{By: engine.SegmentAttribute, Column: 1}
		backwards := age
		backwards.Cuts = []analysis.Money{5, 2}
		for name, req := range map[string]engine.ProfilesRequest{
			"view":    {View: "price"},
			"measure": {By: age, Measure: "mood"},
			"value":   {By: age, Measure: profile.Value},
			"day":     {By: age, After: -3},
			"column":  {By: engine.Segmentation{By: engine.SegmentAttribute, Column: 99}},
			"orders":  {By: engine.Segmentation{By: engine.SegmentOrders, Column: -1}},
			"numbers": {By: engine.Segmentation{By: engine.SegmentOrders, Column: 2}},
			"cuts":    {By: backwards},
			"by":      {By: engine.Segmentation{By: "moon"}},
			"across":  {By: age, Across: &engine.Segmentation{By: "moon"}},
			"lost":    {By: age, Definition: churn.Definition{Window: -1}},
		} {
			if _, err := e.Profiles(t.Context(), req); kindOf(err) != analysis.BadInput {
				t.Errorf("%s: %v, want kind BadInput", name, err)
			}
		}
		if _, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: engine.Segmentation{By: engine.SegmentOrders}, Key: "=gold"}}}); kindOf(err) != analysis.BadInput {
			t.Errorf("a product of nobody: %v", err)
		}
	})
}
