package rfm

import (
	"slices"

	"churnbench/analysis"
)

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
	Frequency []uint32         // purchase days, whatever F counts
	Bought    []uint32         // what F counts
	Spend     []analysis.Money // total spend, whatever M measures
	Segment   []uint8          // index into Segments
	Segments  []Segment        // at this number of bins, statistics not filled in
	Cuts      [3]Cuts          // R, F, M
	Within    [2][]Cuts        // see Result
	Ties      []TieCuts        // see Result

	lookup lookup
}

// Score scores every customer of a log. The error is a *analysis.Error: an
// empty log, purchases after its end, options that do not exist, cut-offs or rules
// that cannot be used.
func Score(log *analysis.Log, opt Options) (*Scores, error) {
	opt = opt.filled()
	if err := check(log, opt); err != nil {
		return nil, err
	}
	s := &Scores{Options: opt, End: log.End, Segments: opt.Segments()}
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
	case !slices.Contains(TieRules, opt.Ties):
		return analysis.Fail(analysis.BadInput, "rfm.bad-ties", analysis.Text("ties", string(opt.Ties)))
	case opt.Frequency != PurchaseDays && opt.Frequency != Orders:
		return analysis.Fail(analysis.BadInput, "rfm.bad-frequency", analysis.Text("frequency", string(opt.Frequency)))
	case opt.Spend != TotalSpend && opt.Spend != AverageSpend:
		return analysis.Fail(analysis.BadInput, "rfm.bad-spend", analysis.Text("spend", string(opt.Spend)))
	case ruleSets[opt.RuleSet] == nil:
		return analysis.Fail(analysis.BadInput, "rfm.bad-rules", analysis.Text("rules", string(opt.RuleSet)))
	}
	return checkOwn(opt)
}

// checkOwn checks what a person typed.
func checkOwn(opt Options) error {
	for i, typed := range opt.Typed {
		if wrong := typed.wrong(i, opt.Bins); wrong != nil {
			return &analysis.Error{Kind: analysis.BadInput, Message: *wrong}
		}
	}
	if wrong := opt.Own.Wrong(); wrong != nil {
		return &analysis.Error{Kind: analysis.BadInput, Message: *wrong}
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
	values, room := make([]int64, n), make([]int64, 2*n)
	cut := func(measure int, show func(int64) float64, in []crowd) *cutting {
		s.values(measure, values)
		m := &cutting{measure: measure, opt: &s.Options, values: values, room: room, show: show}
		m.cutWithin(in)
		s.Cuts[measure] = m.cuts
		s.addTies(m)
		return m
	}
	all := crowds(make([]uint16, n), 1)
	s.R = cut(recencyAt, func(v int64) float64 { return float64(-v) }, all).scores
	f := cut(frequencyAt, func(v int64) float64 { return float64(v) }, s.nest(all, nil))
	s.F = f.scores
	m := cut(spendAt, func(v int64) float64 { return analysis.Money(v).Float() }, s.nest(all, f.scores))
	s.M = m.scores
	if s.Options.Nested {
		s.Within = [2][]Cuts{f.within, m.within}
	}
}

// values writes a measure of each customer, higher being better: fewer days are better, so recency is
// cut as its negative.
func (s *Scores) values(measure int, values []int64) {
	value := s.spendMeasure()
	switch measure {
	case recencyAt:
		value = func(c int) int64 { return -int64(s.Recency[c]) }
	case frequencyAt:
		value = func(c int) int64 { return int64(s.Bought[c]) }
	}
	for c := range values {
		values[c] = value(c)
	}
}

// Under returns the scores of R, F or M (measure 0, 1 or 2) by another tie rule, the other two scores
// staying as they are: whose differ are those that TieCuts.Moved counts.
func (s *Scores) Under(ties Ties, measure int) []uint8 {
	n, opt := len(s.Recency), s.Options
	opt.Ties = ties
	m := &cutting{measure: measure, opt: &opt, values: make([]int64, n), room: make([]int64, 2*n), scores: make([]uint8, n)}
	s.values(measure, m.values)
	list := crowds(make([]uint16, n), 1)
	switch measure {
	case frequencyAt:
		list = s.nest(list, nil)
	case spendAt:
		list = s.nest(list, s.F)
	}
	for _, who := range list {
		sorted := m.sorted(who)
		m.assign(who, sorted, m.part(sorted, ties))
	}
	return m.scores
}

// nest returns whom a measure compares with whom: all customers or, nested, those
// with the same R and, where there is one, the same F.
func (s *Scores) nest(all []crowd, f []uint8) []crowd {
	if !s.Options.Nested {
		return all
	}
	of, n := make([]uint16, len(s.R)), s.Options.Bins
	for c, r := range s.R {
		of[c] = uint16(r - 1)
	}
	if f != nil {
		for c := range of {
			of[c] = of[c]*uint16(s.Options.Bins) + uint16(f[c]-1)
		}
		n *= s.Options.Bins
	}
	return crowds(of, n)
}

// addTies takes in what the tie rules would do to a measure.
func (s *Scores) addTies(m *cutting) {
	if s.Ties == nil {
		s.Ties = m.ties
		return
	}
	for i, t := range m.ties {
		s.Ties[i].Size[m.measure], s.Ties[i].Moved[m.measure] = t.Size[m.measure], t.Moved[m.measure]
	}
}

// assign looks up each customer's segment.
func (s *Scores) assign() {
	s.lookup = newLookup(s.Segments, s.Options.Bins)
	s.Segment = make([]uint8, len(s.R))
	for c := range s.Segment {
		s.Segment[c] = s.lookup.at(s.R[c], s.F[c], s.M[c])
	}
}
