package local_test

import (
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
)

// The table of customers lists exactly those whom other tie rules are said to move, nested or not.
func TestWhoWouldMove(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		about := load(t, e, shop)
		for _, nested := range []bool{false, true} {
			by := engine.Segmentation{By: engine.SegmentTies, Scores: rfm.Options{Bins: 4, Nested: nested}}
			a, err := e.Segments(t.Context(), engine.SegmentsRequest{Options: by.Scores})
			if err != nil {
				t.Fatal(err)
			}
			somebody := 0
			for _, rule := range a.Result.Ties {
				by.Versus = rule.Ties
				for by.Measure = range 3 {
					moved, others := inGroup(t, e, by, engine.Moved, 0), inGroup(t, e, by, engine.Others, 0)
					if moved != rule.Moved[by.Measure] || moved+others != about.Customers {
						t.Errorf("nested %v, rule %q, measure %d: %d and %d customers, said to be %d", nested, rule.Ties, by.Measure, moved, others, rule.Moved[by.Measure])
					}
					somebody += moved
				}
			}
			if somebody == 0 {
				t.Error("nobody moves: the test shows nothing")
			}
		}
		for _, by := range []engine.Segmentation{{By: engine.SegmentTies, Measure: 3}, {By: engine.SegmentTies, Versus: "coin"}} {
			if _, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: by, Key: engine.Moved}}}); kindOf(err) != analysis.BadInput {
				t.Errorf("%+v: %v", by, err)
			}
		}
	})
}

// The group of those who have just entered decline are the alerts.
func TestJustEntered(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		lost := churn.Definition{Window: 120}
		a, err := e.Lifecycle(t.Context(), engine.LifecycleRequest{Definition: lost})
		if err != nil {
			t.Fatal(err)
		}
		by := engine.Segmentation{By: engine.SegmentEntered, Life: a.Result.Options, Definition: lost, Since: a.Result.Before}
		if got := inGroup(t, e, by, engine.Entered, a.Result.Day); got != a.Entered || got == 0 {
			t.Errorf("%d customers are in the group, %d alerts", got, a.Entered)
		}
		if got := inGroup(t, e, by, engine.Others, a.Result.Day); got != a.Result.Customers-a.Entered {
			t.Errorf("%d others of %d", got, a.Result.Customers)
		}
		by.Since = a.Result.Day
		if _, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: by, Key: engine.Entered, At: a.Result.Day}}}); kindOf(err) != analysis.BadInput {
			t.Errorf("backwards: %v", err)
		}
	})
}

// inGroup counts the customers of a group.
func inGroup(t *testing.T, e engine.Engine, by engine.Segmentation, key string, at analysis.Day) int {
	t.Helper()
	page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: by, Key: key, At: at}}, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	return page.Total
}

// Names that the person gave to clusters are those of Profiles' rows, figures and columns.
func TestProfilesNameClusters(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		if _, err := e.Clusters(t.Context(), engine.ClustersRequest{}); err != nil {
			t.Fatal(err)
		}
		by := engine.Segmentation{By: engine.SegmentClusters}
		p, err := e.Profiles(t.Context(), engine.ProfilesRequest{By: by, Across: &by, Clusters: []string{"", "Regulars"}})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range p.Result.Rows {
			if named := p.Names[i] == "Regulars"; named != (row.Key == "B") {
				t.Errorf("cluster %q is named %q", row.Key, p.Names[i])
			}
		}
		for j, key := range p.Cross.Refs {
			if named := p.Cross.Columns[j] == "Regulars"; named != (key == "B") {
				t.Errorf("column %q is named %q", key, p.Cross.Columns[j])
			}
		}
	})
}
