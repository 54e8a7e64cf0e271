package rfm

import "churnbench/analysis"

// Limits of Options.Bins.
const (
	DefaultBins = 5
	MinBins     = 2
	MaxBins     = 10
)

// Scores are the scores of all customers in columns: entry c of each belongs
// to analysis.CustomerID(c). Readers must not change them.
type Scores struct {
	Options   Options // with the defaults filled in
	End       analysis.Day
	R, F, M   []uint8          // 1 to Options.Bins
	Recency   []int32          // days from the last purchase to End
	Frequency []uint32         // purchase days
	Spend     []analysis.Money // total spend, whatever M measures
	Segment   []uint8          // index into Segments
	Segments  []Segment        // the rule set at this number of bins, statistics not filled in
	Cuts      [3]Cuts          // R, F, M
}

// Score scores every customer of a log. The error is a *analysis.Error: an
// empty log, purchases after its end, or options that do not exist.
func Score(log *analysis.Log, opt Options) (*Scores, error) {
	if opt.Bins == 0 {
		opt.Bins = DefaultBins
	}
	if err := check(log, opt); err != nil {
		return nil, err
	}
	s := &Scores{Options: opt, End: log.End, Segments: SegmentsAt(opt.RuleSet, opt.Bins)}
	s.measure(log)
	if err := s.checkRecency(); err != nil {
		return nil, err
	}
	s.score()
	s.assign()
	return s, nil
}

func check(log *analysis.Log, opt Options) error {
	switch {
	case log == nil || log.Customers() == 0:
		return analysis.Fail(analysis.NotEnough, "rfm.empty")
	case opt.Bins < MinBins || opt.Bins > MaxBins:
		return analysis.Fail(analysis.BadInput, "rfm.bad-bins", analysis.Count("bins", opt.Bins), analysis.Count("min", MinBins), analysis.Count("max", MaxBins))
	case opt.Spend != TotalSpend && opt.Spend != AverageSpend:
		return analysis.Fail(analysis.BadInput, "rfm.bad-spend", analysis.Text("spend", string(opt.Spend)))
	case ruleSets[opt.RuleSet] == nil:
		return analysis.Fail(analysis.BadInput, "rfm.bad-rules", analysis.Text("rules", string(opt.RuleSet)))
	}
	return nil
}

func (s *Scores) checkRecency() error {
	for _, days := range s.Recency {
		if days < 0 {
			return analysis.Fail(analysis.BadInput, "rfm.after-end", analysis.On("last", s.End-analysis.Day(days)), analysis.On("end", s.End))
		}
	}
	return nil
}

// score cuts the three measures into bins.
func (s *Scores) score() {
	n := len(s.Recency)
	values, scratch := make([]int64, n), make([]int64, 2*n)
	cut := func(value func(c int) int64, show func(int64) float64) ([]uint8, Cuts) {
		for c := range values {
			values[c] = value(c)
		}
		return cutBins(values, scratch, s.Options.Bins, show)
	}
	// Fewer days are better, so recency is cut as its negative.
	s.R, s.Cuts[0] = cut(func(c int) int64 { return -int64(s.Recency[c]) }, func(v int64) float64 { return float64(-v) })
	s.F, s.Cuts[1] = cut(func(c int) int64 { return int64(s.Frequency[c]) }, func(v int64) float64 { return float64(v) })
	s.M, s.Cuts[2] = cut(s.spendMeasure(), func(v int64) float64 { return analysis.Money(v).Float() })
}

// assign looks up each customer's segment.
func (s *Scores) assign() {
	table := newLookup(s.Segments, s.Options.Bins)
	s.Segment = make([]uint8, len(s.R))
	for c := range s.Segment {
		s.Segment[c] = table.at(s.R[c], s.F[c], s.M[c])
	}
}
