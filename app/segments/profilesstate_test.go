package segments

import (
	"math"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/profile"
)

// compared is the state of a person who looks at the second view.
func compared() *Profiles {
	region := engine.Segmentation{By: engine.SegmentAttribute, Column: 2}
	return &Profiles{View: "product", profilesRequest: requested(&engine.Profiles{
		By: region, Measure: profile.Churn,
		Measures: []profile.Measure{profile.Customers, profile.Churn, profile.Stay},
		Views: []engine.ProfileView{{Key: "profiling", Measures: []profile.Measure{profile.Customers}},
			{Key: "product", By: region, Measures: []profile.Measure{profile.Customers, profile.Churn}}},
		Result: profile.Result{Rows: []profile.Row{
			{Key: "=a", Customers: 9, Churn: profile.Estimate{Value: .2}},
			{Key: "=b", Customers: 5, Churn: profile.Estimate{Value: math.NaN()}},
			{Key: "=c", Customers: 7, Churn: profile.Estimate{Value: .6}},
		}},
	})}
}

func requested(a *engine.Profiles) (r profilesRequest) {
	r.Answer = a
	return r
}

func TestProfilesAsk(t *testing.T) {
	lost, layout := churn.Definition{Window: 90}, figure.Layout{Lang: "zh"}
	var p Profiles
	if req := p.ask(lost, layout); req.View != "" || req.By.By != "" || req.Definition.Window != 90 || req.Layout != layout {
		t.Errorf("nothing chosen asks %+v", req)
	}
	q := compared()
	if req := q.ask(lost, layout); req.View != "product" || req.By.By != "" {
		t.Errorf("a view asks %+v", req)
	}
	q.take(engine.Segmentation{By: engine.SegmentTiers})
	if req := q.ask(lost, layout); req.View != "" || req.By.By != engine.SegmentTiers || req.Measure != profile.Churn {
		t.Errorf("an own choice asks %+v, want the measure in sight kept", req)
	}
	q.setView("profiling")
	if req := q.ask(lost, layout); req.View != "profiling" || req.Measure != "" {
		t.Errorf("a view again asks %+v", req)
	}
	q.setView(ownView)
	if req := q.ask(lost, layout); req.By.By != engine.SegmentAttribute || req.By.Column != 2 {
		t.Errorf("what is in sight as an own choice asks %+v", req)
	}
}

func TestProfilesColumns(t *testing.T) {
	p := compared()
	if got := p.columns(); len(got) != 2 {
		t.Errorf("a view shows %v", got)
	}
	if p.View = ""; p.view().Key != "profiling" {
		t.Errorf("the first view is %+v", p.view())
	}
	if p.View = ownView; len(p.columns()) != 3 || p.view() != nil {
		t.Errorf("an own choice shows %v", p.columns())
	}
}

// What is not known stands last, whichever way the table is sorted.
func TestProfilesOrder(t *testing.T) {
	p := compared()
	if got := p.order(); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("unsorted: %v", got)
	}
	for _, want := range [][]int{{2, 0, 1}, {0, 2, 1}, {2, 0, 1}} {
		p.sortBy(profile.Churn)
		if got := p.order(); !slices.Equal(got, want) {
			t.Errorf("up %v: %v, want %v", p.Up, got, want)
		}
	}
	p.sortBy(profile.Customers)
	if got := p.order(); p.Up || !slices.Equal(got, []int{0, 2, 1}) {
		t.Errorf("by customers: %v", got)
	}
}

func TestProfilesCuts(t *testing.T) {
	for typed, want := range map[string][]analysis.Money{
		"10 50": {100_000, 500_000}, " 1.5；2": {15_000, 20_000}, "3": {30_000}, "": nil,
	} {
		p := compared()
		if !p.setCuts("cuts", typed) || !slices.Equal(p.By.Cuts, want) || p.View != ownView {
			t.Errorf("%q gives %v", typed, p.By.Cuts)
		}
	}
	for _, typed := range []string{"50 10", "5 5", "many", "1 NaN", "NaN", "1 Inf", "1e30"} {
		p := compared()
		if p.setCuts("cuts", typed) || p.Text("cuts", "") != typed || p.View != "product" {
			t.Errorf("%q is taken as %v", typed, p.By.Cuts)
		}
	}
}
