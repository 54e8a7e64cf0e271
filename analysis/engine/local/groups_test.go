package local_test

import (
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// Whatever divides the customers, the groups' pages of the table add up to all of
// them, on the last day and to those who had come on a day before it.
func TestGroupsAddUp(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		about := load(t, e, engine.SourceRef{Sample: "shop", Lang: "en"})
		if _, err := e.Clusters(t.Context(), engine.ClustersRequest{Options: segment.ClusterOptions{K: 3, Seed: 1}}); err != nil {
			t.Fatal(err)
		}
		var segments []string
		for _, s := range rfm.Segments(rfm.Classic) {
			segments = append(segments, s.Key)
		}
		var cells []string
		for i := range 9 {
			cells = append(cells, rfm.CellKey(i/3+1, i%3+1))
		}
		cases := map[string]struct {
			by   engine.Segmentation
			keys []string
		}{
			"segments":  {engine.Segmentation{By: engine.SegmentRFM}, segments},
			"scores":    {engine.Segmentation{By: engine.SegmentScores, Scores: rfm.Options{Bins: 3}}, cells},
			"tiers":     {engine.Segmentation{By: engine.SegmentTiers}, []string{"a", "b", "c"}},
			"clusters":  {engine.Segmentation{By: engine.SegmentClusters}, []string{"A", "B", "C", engine.NoGroup}},
			"state":     {engine.Segmentation{By: engine.SegmentState, Definition: churn.Definition{Window: 90}}, []string{engine.StateActive, engine.StateLost}},
			"lifecycle": {engine.Segmentation{By: engine.SegmentLifecycle, Definition: churn.Definition{Window: 90}}, []string{"exploration", "growth", "stability", "decline", "lapsed"}},
			"funnel":    {engine.Segmentation{By: engine.SegmentLifecycle, Life: lifecycle.Options{Model: lifecycle.Funnel, Silence: 60}}, []string{"first", "repeat", "lapsed"}},
		}
		count := func(ref engine.GroupRef) int {
			t.Helper()
			page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{ref}, Limit: 1})
			if err != nil {
				t.Fatal(err)
			}
			return page.Total
		}
		for name, c := range cases {
			now, past := 0, 0
			for _, key := range c.keys {
				now += count(engine.GroupRef{Segmentation: c.by, Key: key})
				if c.by.By != engine.SegmentClusters {
					past += count(engine.GroupRef{Segmentation: c.by, Key: key, At: about.First})
				}
			}
			if now != about.Customers {
				t.Errorf("%s: groups hold %d of %d customers", name, now, about.Customers)
			}
			if c.by.By != engine.SegmentClusters && (past == 0 || past >= now) {
				t.Errorf("%s: on the first day groups hold %d customers, at the end %d", name, past, now)
			}
		}
	})
}

func TestGroupsThatAreNotThere(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		about := load(t, e, engine.SourceRef{Sample: "shop", Lang: "en"})
		for _, ref := range []engine.GroupRef{
			{Segmentation: engine.Segmentation{By: "moon"}},
			{Segmentation: engine.Segmentation{By: engine.SegmentRFM}, Key: "nobody"},
			{Segmentation: engine.Segmentation{By: engine.SegmentAttribute, Column: 99}},
			{Segmentation: engine.Segmentation{By: engine.SegmentClusters}, At: about.First},
		} {
			_, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{ref}, Limit: 1})
			if err == nil {
				t.Errorf("%+v was found", ref)
			}
		}
	})
}

// The customers behind a period's movements are as many as it counts.
func TestMovementsAreThoseOfThePeriod(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Sample: "shop", Lang: "en"})
		lost := churn.Definition{Window: 90}
		rates, err := e.Rates(t.Context(), engine.RatesRequest{Basis: engine.OnOrders, Definition: lost})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range rates.Result.Periods[len(rates.Result.Periods)-6:] {
			by := engine.Segmentation{By: engine.SegmentMovement, Definition: lost, Since: p.From - 1}
			f := p.Customers
			for key, want := range map[string]int{engine.MoveNew: f.New, engine.MoveBack: f.Reactivated, engine.MoveLost: f.Churned,
				engine.MoveStayed: f.Start - f.Churned, engine.MoveAway: f.Lapsed - f.Reactivated + f.Passing} {
				page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: by, Key: key, At: p.To - 1}}})
				if err != nil || page.Total != want {
					t.Errorf("%v to %v: %d customers are %q, want %d, %v", p.From, p.To, page.Total, key, want, err)
				}
			}
		}
	})
}
