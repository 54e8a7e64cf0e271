package rfm

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"churnbench/analysis"
)

// randomLog draws customers, many of them alike: few purchase days, few
// prices, so that ties abound.
func randomLog(rng *rand.Rand, customers, span int) *analysis.Log {
	l := &analysis.Log{End: analysis.Day(span), Start: []uint32{0}}
	for c := range customers {
		l.IDs.Append(fmt.Append(nil, "c", c))
		days := map[analysis.Day]bool{}
		for range 1 + min(rng.IntN(4)*rng.IntN(4), 12) {
			days[analysis.Day(rng.IntN(span+1))] = true
		}
		from := len(l.Day)
		for d := range days {
			l.Day = append(l.Day, d)
			l.Amount = append(l.Amount, analysis.MoneyOf(float64(5+rng.IntN(20))-0.5*float64(rng.IntN(2))))
			l.Orders = append(l.Orders, 1)
		}
		slices.Sort(l.Day[from:])
		l.Start = append(l.Start, uint32(len(l.Day)))
	}
	return l
}

// A plain customer is one as the definitions describe it.
type plain struct {
	recency, frequency int
	total              analysis.Money
}

func plainCustomers(l *analysis.Log) []plain {
	list := make([]plain, l.Customers())
	for c := range list {
		from, to := l.Rows(analysis.CustomerID(c))
		list[c].recency = math.MaxInt
		for i := from; i < to; i++ {
			list[c].recency = min(list[c].recency, int(l.End-l.Day[i]))
			list[c].frequency++
			list[c].total += l.Amount[i]
		}
	}
	return list
}

// plainScore scores one value by looking at everybody: 1 + ⌊bins · worse ÷ n⌋.
func plainScore(better func(i, j int) bool, i, n, bins int) int {
	worse := 0
	for j := range n {
		if better(i, j) {
			worse++
		}
	}
	return 1 + worse*bins/n
}

// plainMoved counts whom a tool moves that tells equal customers apart by
// their order in the file and scores by that rank.
func plainMoved(better func(i, j int) bool, n, bins int) int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return better(order[b], order[a]) })
	moved := 0
	for i, c := range order {
		if 1+i*bins/n != plainScore(better, c, n, bins) {
			moved++
		}
	}
	return moved
}

func TestScoreIsItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 60 {
		log := randomLog(rng, 1+rng.IntN(150), 90)
		opt := Options{Bins: 2 + rng.IntN(9), RuleSet: RuleSets[round%2]}
		if round%3 == 0 {
			opt.Spend = AverageSpend
		}
		s, err := Score(log, opt)
		if err != nil {
			t.Fatal(err)
		}
		people := plainCustomers(log)
		better := [3]func(i, j int) bool{
			func(i, j int) bool { return people[i].recency < people[j].recency },
			func(i, j int) bool { return people[i].frequency > people[j].frequency },
			func(i, j int) bool { return people[i].total > people[j].total },
		}
		if opt.Spend == AverageSpend {
			mean := func(p plain) float64 { return math.Round(float64(p.total) / float64(p.frequency)) }
			better[2] = func(i, j int) bool { return mean(people[i]) > mean(people[j]) }
		}
		for m, scores := range [3][]uint8{s.R, s.F, s.M} {
			for c := range people {
				if want := plainScore(better[m], c, len(people), opt.Bins); int(scores[c]) != want {
					t.Fatalf("round %d: %c of customer %d is %d, want %d", round, "RFM"[m], c, scores[c], want)
				}
			}
			if want := plainMoved(better[m], len(people), opt.Bins); s.Cuts[m].Moved != want {
				t.Fatalf("round %d: %d customers moved by %c, want %d", round, s.Cuts[m].Moved, "RFM"[m], want)
			}
		}
		checkCuts(t, s)
		checkResult(t, s, people)
	}
}

// checkCuts holds that the bounds and sizes shown are those of the customers
// in each bin.
func checkCuts(t *testing.T, s *Scores) {
	t.Helper()
	spend := func(c int) float64 { return s.Spend[c].Float() }
	if s.Options.Spend == AverageSpend {
		spend = func(c int) float64 { return analysis.Money(average(int64(s.Spend[c]), int64(s.Frequency[c]))).Float() }
	}
	values := [3]func(c int) float64{
		func(c int) float64 { return float64(s.Recency[c]) },
		func(c int) float64 { return float64(s.Frequency[c]) },
		spend,
	}
	for m, scores := range [3][]uint8{s.R, s.F, s.M} {
		for bin := range s.Options.Bins {
			low, high, size := math.NaN(), math.NaN(), 0
			for c, score := range scores {
				if int(score) != bin+1 {
					continue
				}
				v := values[m](c)
				if size == 0 {
					low, high = v, v
				}
				low, high, size = min(low, v), max(high, v), size+1
			}
			cuts := s.Cuts[m]
			if cuts.Size[bin] != size || !same(cuts.Lower[bin], low) || !same(cuts.Upper[bin], high) {
				t.Errorf("%c bin %d: %d in [%v, %v], want %d in [%v, %v]", "RFM"[m], bin+1,
					cuts.Size[bin], cuts.Lower[bin], cuts.Upper[bin], size, low, high)
			}
		}
	}
}

// same compares bounds: NaN is NaN, and 0 has no sign, lest "−0 days" be shown.
func same(a, b float64) bool {
	return a == b && math.Signbit(a) == math.Signbit(b) || math.IsNaN(a) && math.IsNaN(b)
}

// checkResult adds up segments and grid by looking at every customer.
func checkResult(t *testing.T, s *Scores, people []plain) {
	t.Helper()
	r := s.Result(nil)
	var revenue analysis.Money
	for i, segment := range r.Segments {
		var recencies []int
		var days int
		var spend analysis.Money
		for c, p := range people {
			if segment.Rule.Accepts(int(s.R[c]), int(s.F[c]), int(s.M[c])) {
				if int(s.Segment[c]) != i {
					t.Fatalf("customer %d is in segment %d, the rule says %d", c, s.Segment[c], i)
				}
				recencies, days, spend = append(recencies, p.recency), days+p.frequency, spend+p.total
			}
		}
		n := len(recencies)
		if segment.Customers != n || segment.Revenue != spend {
			t.Fatalf("%s: %d customers, revenue %v, want %d, %v", segment.Key, segment.Customers, segment.Revenue, n, spend)
		}
		revenue += spend
		if n == 0 {
			if !math.IsNaN(segment.Recency) || !math.IsNaN(segment.Frequency) || !math.IsNaN(segment.Spend) {
				t.Errorf("%s has nobody in it, and means %+v", segment.Key, segment)
			}
			continue
		}
		sort.Ints(recencies)
		median := float64(recencies[(n-1)/2]+recencies[n/2]) / 2
		if segment.Recency != median || segment.Frequency != float64(days)/float64(n) || segment.Spend != spend.Float()/float64(n) {
			t.Errorf("%s: %+v, want recency %v", segment.Key, segment, median)
		}
	}
	if r.Revenue != revenue || r.Customers != len(people) {
		t.Errorf("revenue %v, want %v", r.Revenue, revenue)
	}
	checkGrid(t, s, r)
}

func checkGrid(t *testing.T, s *Scores, r *Result) {
	t.Helper()
	if len(r.Grid) != s.Options.Bins*s.Options.Bins {
		t.Fatalf("%d cells", len(r.Grid))
	}
	for _, cell := range r.Grid {
		n, revenue, keys := 0, analysis.Money(0), map[string]bool{}
		for c := range s.R {
			if int(s.R[c]) == cell.R && int(s.F[c]) == cell.F {
				n, revenue = n+1, revenue+s.Spend[c]
				keys[r.Segments[s.Segment[c]].Key] = true
			}
		}
		if cell.Customers != n || cell.Revenue != revenue {
			t.Errorf("cell %+v, want %d customers, %v", cell, n, revenue)
		}
		if cell.Segment != "" && (len(keys) > 1 || n > 0 && !keys[cell.Segment]) {
			t.Errorf("cell %+v holds segments %v", cell, keys)
		}
		if s.Options.RuleSet == Classic && cell.Segment == "" {
			t.Errorf("cell %+v has no segment, though the rules do not look at spend", cell)
		}
	}
}

// TestRulesPartition: every triple of scores satisfies exactly one rule, for
// every number of bins and rule set.
func TestRulesPartition(t *testing.T) {
	for _, set := range RuleSets {
		for bins := MinBins; bins <= MaxBins; bins++ {
			segments := SegmentsAt(set, bins)
			for i := range bins * bins * bins {
				r, f, m := i/bins/bins+1, i/bins%bins+1, i%bins+1
				var keys []string
				for _, s := range segments {
					if s.Rule.Accepts(r, f, m) {
						keys = append(keys, s.Key)
					}
				}
				if len(keys) != 1 {
					t.Errorf("%q with %d bins: %d-%d-%d is in %v", set, bins, r, f, m, keys)
				}
			}
		}
	}
}

// TestScaledRulesKeepTheirMeaning: the best and the worst stay what they are,
// and from five bins up no segment is lost.
func TestScaledRulesKeepTheirMeaning(t *testing.T) {
	ends := map[RuleSet][2]string{Classic: {"champions", "hibernating"}, Compact: {"core", "quiet"}}
	for set, keys := range ends {
		for bins := MinBins; bins <= MaxBins; bins++ {
			segments := SegmentsAt(set, bins)
			table := newLookup(segments, bins)
			top := uint8(bins)
			if got := segments[table.at(top, top, top)].Key; got != keys[0] {
				t.Errorf("%q, %d bins: the best are %s", set, bins, got)
			}
			if got := segments[table.at(1, 1, 1)].Key; got != keys[1] {
				t.Errorf("%q, %d bins: the worst are %s", set, bins, got)
			}
			if bins >= DefaultBins && len(segments) != len(Segments(set)) {
				t.Errorf("%q, %d bins: %d segments", set, bins, len(segments))
			}
		}
	}
	for _, s := range Segments(Classic) {
		if again := ruleOf(s.Rule.sides()); again != s.Rule {
			t.Errorf("%s: parting a rule changes %v to %v", s.Key, s.Rule, again)
		}
		for i, side := range s.Rule.sides() {
			if low, high, ok := scaleRange(side[0], side[1], DefaultBins, DefaultBins); !ok || [2]int{low, high} != side {
				t.Errorf("%s: scaling five bins to five changes %c %v to %d–%d", s.Key, "RFM"[i], side, low, high)
			}
		}
	}
}

// TestTies is the textbook trap: most customers bought once.
func TestTies(t *testing.T) {
	log := &analysis.Log{End: 10, Start: []uint32{0}}
	for c := range 10 {
		days := 1
		if c >= 6 {
			days = c - 4 // 2, 3, 4, 5
		}
		for d := range days {
			log.Day, log.Amount, log.Orders = append(log.Day, analysis.Day(d)), append(log.Amount, 10), append(log.Orders, 1)
		}
		log.IDs.Append([]byte{byte('a' + c)})
		log.Start = append(log.Start, uint32(len(log.Day)))
	}
	s, err := Score(log, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := []uint8{1, 1, 1, 1, 1, 1, 4, 4, 5, 5}; !slices.Equal(s.F, want) {
		t.Errorf("F = %v, want %v", s.F, want)
	}
	cuts := s.Cuts[1]
	if !slices.Equal(cuts.Size, []int{6, 0, 0, 2, 2}) || cuts.Upper[0] != 1 || !math.IsNaN(cuts.Upper[1]) || cuts.Upper[3] != 3 || cuts.Lower[4] != 4 {
		t.Errorf("cuts of F: %+v", cuts)
	}
	if cuts.Moved != 4 { // ranks 3 to 6 would score 2 and 3
		t.Errorf("%d moved, want 4", cuts.Moved)
	}
}

func TestWarnings(t *testing.T) {
	log := randomLog(rand.New(rand.NewPCG(5, 6)), 20, 60)
	for i := range log.Amount {
		log.Amount[i] = -1
	}
	s, err := Score(log, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"rfm.few", "rfm.no-spend", "rfm.uneven"} {
		if !slices.ContainsFunc(s.Result(nil).Warnings, func(w analysis.Warning) bool { return w.Message.Key == key }) {
			t.Errorf("%s is missing among %v", key, s.Result(nil).Warnings)
		}
	}
}

func TestScoreRefuses(t *testing.T) {
	log := randomLog(rand.New(rand.NewPCG(3, 4)), 9, 30)
	late := *log
	late.End = -1
	for _, c := range []struct {
		key string
		log *analysis.Log
		opt Options
	}{
		{"rfm.empty", nil, Options{}},
		{"rfm.empty", &analysis.Log{}, Options{}},
		{"rfm.bad-bins", log, Options{Bins: 1}},
		{"rfm.bad-bins", log, Options{Bins: 11}},
		{"rfm.bad-spend", log, Options{Spend: "median"}},
		{"rfm.bad-rules", log, Options{RuleSet: "mine"}},
		{"rfm.after-end", &late, Options{}},
	} {
		_, err := Score(c.log, c.opt)
		var failure *analysis.Error
		if !errors.As(err, &failure) || failure.Message.Key != c.key {
			t.Errorf("error %v, want %s", err, c.key)
		}
	}
}

func BenchmarkScore(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		log := randomLog(rand.New(rand.NewPCG(1, 1)), n, 730)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportMetric(float64(len(log.Day)), "rows")
			for b.Loop() {
				s, err := Score(log, Options{})
				if err != nil {
					b.Fatal(err)
				}
				s.Result(nil)
			}
		})
	}
}
