package segments

import (
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

func TestLead(t *testing.T) {
	if Lead(&rfm.Result{}) != nil {
		t.Error("nobody leads")
	}
	r := rfm.Result{Customers: 9, Segments: []rfm.Segment{
		{Key: "many", Customers: 7, Revenue: analysis.MoneyOf(10)},
		{Key: "rich", Customers: 2, Revenue: analysis.MoneyOf(30)},
	}}
	if got := Lead(&r); got == nil || got.Key != "rich" {
		t.Errorf("%+v leads, want the one with the most revenue", got)
	}
}

func TestLapsing(t *testing.T) {
	rule := func(rMin, rMax, fMin, fMax, mMin int) rfm.Rule {
		return rfm.Rule{RMin: rMin, RMax: rMax, FMin: fMin, FMax: fMax, MMin: mMin}
	}
	r := rfm.Result{Segments: []rfm.Segment{
		{Key: "often", Rule: rule(0, 2, 3, 4, 0), Customers: 5, Revenue: 50},
		{Key: "much", Rule: rule(0, 2, 0, 0, 4), Customers: 2, Revenue: 20},
		{Key: "seldom", Rule: rule(0, 2, 0, 2, 0), Customers: 100, Revenue: 1000},
		{Key: "here", Rule: rule(4, 0, 4, 0, 0), Customers: 100, Revenue: 1000},
		{Key: "middle", Rule: rule(3, 3, 3, 0, 0), Customers: 100, Revenue: 1000},
	}}
	customers, revenue := Lapsing(&r)
	if customers != 7 || revenue != 70 {
		t.Errorf("%d customers with %d, want 7 with 70", customers, revenue)
	}
}

// Both shipped rule sets have somebody to win back: a rule that is written
// another way would silently empty the finding.
func TestEveryRuleSetHasLapsingSegments(t *testing.T) {
	for _, set := range []rfm.RuleSet{rfm.Classic, rfm.Compact} {
		n := 0
		for _, s := range rfm.Segments(set) {
			if lapsing(s.Rule) {
				n++
			}
		}
		if n == 0 {
			t.Errorf("rule set %q has no lapsing segment", set)
		}
	}
}

// A name belongs to its cluster of its question: it is gone under another one and there again
// when the first is asked again.
func TestClusterNames(t *testing.T) {
	s := State{}
	answer := func(columns []int, k int) {
		s.SetColumns(columns)
		s.Clusters.Question = engine.ClustersRequest{Columns: columns}
		s.Clusters.Answer = &engine.Clusters{Result: segment.Clusters{K: k}}
	}
	answer(nil, 3)
	s.Call(1, "regulars")
	if got := s.NamesInUse(); !slices.Equal(got, []string{"", "regulars", ""}) {
		t.Errorf("names %q", got)
	}
	for _, other := range []func(){func() { answer(nil, 4) }, func() { answer([]int{2}, 3) }} {
		if other(); slices.Contains(s.NamesInUse(), "regulars") {
			t.Error("a cluster of another question has the name")
		}
	}
	if answer(nil, 3); s.NamesInUse()[1] != "regulars" {
		t.Error("the name is gone when the question is asked again")
	}
	if s.Renew(); s.Names != nil || s.NamesInUse() != nil {
		t.Error("another dataset has the names")
	}
}
