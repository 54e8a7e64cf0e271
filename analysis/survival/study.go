package survival

import (
	"slices"

	"churnbench/analysis"
)

// A Study is how long the customers of a Roll stay, by group: a Comparison with what
// its figures and words need beside it.
type Study struct {
	Origin Origin
	End    analysis.Day // of observation; 0 if the source has no dates
	Window int          // days of silence that count as lost; 0 where something else does
	Rule   BookRule     // of a book of contracts

	Column  string  // by which customers are grouped, "" if they are not
	Labels  []Label // of Comparison.Groups
	Missing int     // customers without a group, in no number here
	Folded  int     // values that stand together in the last group

	Customers, Lost int
	Excluded        []Excluded
	Interval        Interval
	Comparison      Comparison

	Causes    []Label     // of Incidence; nil where causes are not told apart
	Incidence []Incidence // by group, nil likewise
	Laws      Laws        // of all customers; none if they could not be fitted
}

// An Origin is what durations count from and to.
type Origin string

// The origins.
const (
	FromPurchase Origin = "purchase" // from the first purchase to the day that a definition calls lost
	FromContract Origin = "contract" // from the first day under contract to the first without one
	FromFile     Origin = "file"     // durations as the file gives them
)

// NewStudy compares a roll's subjects by group; by may be nil, then all are one group.
// What it takes from elsewhere (Origin, End, Window, Rule, Column) is left to the
// caller. The error is an *analysis.Error, see Compare.
func NewStudy(r *Roll, by *Partition, o Options) (*Study, error) {
	if by == nil {
		by = Together(r.Subjects.N())
	}
	c, err := Compare(&r.Subjects, by.Groups, o)
	if err != nil {
		return nil, err
	}
	s := &Study{Labels: by.Labels, Missing: by.Missing, Folded: by.Folded, Excluded: r.Left, Interval: o.Interval, Comparison: *c}
	for _, g := range c.Groups {
		s.Customers += g.N
		s.Lost += g.Events
	}
	if r.HasCauses() {
		s.Causes = r.Causes
		s.Incidence, err = CumulativeIncidence(&r.Subjects, by.Groups, o.Interval, o.Level)
	}
	if laws, failed := FitLaws(&r.Subjects); failed == nil { // they need losses at different ages above 0
		s.Laws = *laws
	}
	return s, err
}

// Median returns the time by which half of a group have left.
func (g *GroupResult) Median() Quantile {
	i := slices.IndexFunc(g.Quantiles, func(q Quantile) bool { return q.P == 0.5 })
	if i >= 0 {
		return g.Quantiles[i]
	}
	t, low, high := g.Curve.Median()
	return Quantile{0.5, t, low, high}
}

// Last returns the longest time seen, in Comparison.Unit.
func (s *Study) Last() float64 {
	last := 0.0
	for _, g := range s.Comparison.Groups {
		if n := len(g.Curve.Time); n > 0 {
			last = max(last, g.Curve.Time[n-1])
		}
	}
	return last
}

// Doubts returns every reason to read the study with care.
func (s *Study) Doubts() []analysis.Warning {
	out := slices.Clone(s.Comparison.Warnings)
	for _, e := range s.Excluded {
		out = append(out, analysis.Warning{Severity: analysis.Note, Message: analysis.Say(e.Key, analysis.Count("customers", e.Customers))})
	}
	if s.Folded > 0 {
		out = append(out, analysis.Warning{Severity: analysis.Note, Message: analysis.Say("survival.folded",
			analysis.Count("values", s.Folded), analysis.Text("column", s.Column), analysis.Count("shown", MaxShown-1))})
	}
	return out
}
