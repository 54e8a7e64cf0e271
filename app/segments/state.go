// Package segments shows customers by recency, frequency and spend.
package segments

import (
	"cmp"
	"slices"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// A State is what the screen knows and what the person chose.
type State struct {
	screen.Request[engine.SegmentsRequest, engine.Segments]

	Rules

	Spread  screen.Request[engine.ConcentrationRequest, engine.Concentration]
	Tiers   segment.Cutting
	TopKnob ui.Knob // the ruler of the curve, while it is being moved
	Top     float64 // the best share of customers to mark; 0 means engine.DefaultTop

	Clusters screen.Request[engine.ClustersRequest, engine.Clusters]
	K        int              // clusters; 0 takes the proposal
	Columns  []int            // that they are made by; none for recency, purchase days and spend
	Names    map[Named]string // that the person gave to clusters
	known    []string         // names of the clusters of a project, until they are there

	Keys      Keys
	Migration MigrationState
	Lifecycle Lifecycle
	Portfolio Portfolio
	Profiles  Profiles

	Tab   string          // key of the tab in sight; "" for TabScores
	stale map[string]bool // tabs whose answers stand on earlier rules: asked anew when next in sight
}

// The tabs.
const (
	TabScores    = "scores"
	TabSpread    = "spread"
	TabClusters  = "clusters"
	TabMigration = "migration"
)

// Ask is the request for what is chosen.
func (s *State) Ask(lost churn.Definition, layout figure.Layout) engine.SegmentsRequest {
	return engine.SegmentsRequest{Options: s.Options, Definition: lost, Show: s.Show, Layout: layout}
}

// AskSpread is the request for how unevenly revenue is spread.
func (s *State) AskSpread(lost churn.Definition, layout figure.Layout) engine.ConcentrationRequest {
	return engine.ConcentrationRequest{Tiers: s.Tiers, Top: s.Top, Definition: lost, Layout: layout}
}

// clusterSeed makes the same clusters of the same customers every time.
const clusterSeed = 1

// AskClusters is the request for groups of customers who are alike.
func (s *State) AskClusters(lost churn.Definition, layout figure.Layout) engine.ClustersRequest {
	return engine.ClustersRequest{Options: segment.ClusterOptions{K: s.K, Seed: clusterSeed}, Columns: s.Columns, Definition: lost, Layout: layout}
}

// A Named is a cluster that has a name of the person's: of so many, made by the same. The same
// question makes the same clusters, so that a name is there again whenever it is asked again.
type Named struct {
	Spend   rfm.Spend
	Columns string
	K       int
	Cluster int
}

// named is cluster k of the answer.
func (s *State) named(k int) Named {
	n := Named{Spend: s.Question.Options.Spend, K: s.Clusters.Answer.Result.K, Cluster: k}
	for _, c := range s.Clusters.Question.Columns {
		n.Columns += strconv.Itoa(c) + " "
	}
	return n
}

// NamesInUse are the names of the answer's clusters, "" for those without.
func (s *State) NamesInUse() []string {
	if s.Clusters.Answer == nil {
		return s.known
	}
	names := make([]string, s.Clusters.Answer.Result.K)
	for k := range names {
		names[k] = s.Names[s.named(k)]
	}
	return names
}

// SetColumns takes what clusters are made by.
func (s *State) SetColumns(columns []int) { s.Columns, s.K, s.known = columns, 0, nil }

// Recall gives the clusters of the answer the names that those of a project had, if they
// are as many, and returns the names in use.
func (s *State) Recall() []string {
	known := s.known
	s.known = nil
	for k, name := range known {
		if len(known) == s.Clusters.Answer.Result.K && name != "" {
			s.Call(k, name)
		}
	}
	return s.NamesInUse()
}

// Call names a cluster of the answer; "" takes the name away.
func (s *State) Call(cluster int, name string) {
	if s.Names == nil {
		s.Names = map[Named]string{}
	}
	s.Names[s.named(cluster)] = name
}

// CallAll gives the clusters these names, those behind them none. It returns the names in use.
func (s *State) CallAll(names []string) []string {
	s.known = names
	if a := s.Clusters.Answer; a != nil {
		s.known = nil
		for k := range a.Result.K {
			name := ""
			if k < len(names) {
				name = names[k]
			}
			s.Call(k, name)
		}
	}
	return s.NamesInUse()
}

// renamed has Profiles asked anew, where clusters are in sight there, when it next is.
func (s *State) renamed() {
	if !s.Profiles.Asked() || !s.Profiles.Question.ByClusters() {
		return
	}
	if s.stale == nil {
		s.stale = map[string]bool{}
	}
	s.stale[TabProfiles] = true
}

// Renew forgets the answers, and what depends on the dataset that they were about.
func (s *State) Renew() {
	s.Forget()
	s.Spread.Forget()
	s.Clusters.Forget()
	s.Keys.renew()
	s.Migration.Forget()
	s.Lifecycle.renew()
	s.Portfolio.renew()
	s.Profiles.renew()
	s.K, s.Columns, s.Names, s.known = 0, nil, nil, nil
}

// Lead is the segment with the most revenue, the first thing to know; nil if
// there are no customers.
func Lead(r *rfm.Result) *rfm.Segment {
	if r.Customers == 0 || len(r.Segments) == 0 {
		return nil
	}
	top := slices.MaxFunc(r.Segments, func(a, b rfm.Segment) int { return cmp.Compare(a.Revenue, b.Revenue) })
	return &top
}

// Lapsing sums the segments of customers who bought often or much and have
// been silent for long: those that a win-back is about.
func Lapsing(r *rfm.Result) (customers int, revenue analysis.Money) {
	for _, s := range r.Segments {
		if lapsing(s.Rule) {
			customers += s.Customers
			revenue += s.Revenue
		}
	}
	return customers, revenue
}

// lapsing reports whether a rule asks for low recency and for high frequency
// or spend.
func lapsing(r rfm.Rule) bool {
	return r.RMin == 0 && r.RMax > 0 && (r.FMin > 0 || r.MMin > 0)
}
