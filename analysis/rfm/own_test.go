package rfm

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// randomOwn arranges rules that overlap and leave gaps.
func randomOwn(rng *rand.Rand, bins int) (o Own) {
	o.Bins, o.N = bins, 1+rng.IntN(6)
	for i := range o.N {
		o.List[i] = OwnSegment{Key: string(rune('a' + i)), Name: string(rune('A' + i))}
		for m := range 3 {
			if low := 1 + rng.IntN(bins); rng.IntN(3) > 0 {
				o.List[i].Rule = o.List[i].Rule.With(m, low, low+rng.IntN(bins-low+1))
			}
		}
	}
	return o
}

// Every customer is in the first segment that accepts her, else in Other; what is told
// of overlaps and gaps is what looking at every triple finds.
func TestFirstRuleCounts(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	for range 200 {
		bins := MinBins + rng.IntN(5)
		opt := Options{Bins: bins, Own: randomOwn(rng, bins)}
		s, err := Score(randomLog(rng, 40, 90), opt)
		if err != nil {
			t.Fatal(err)
		}
		first := func(r, f, m int) string {
			for _, o := range opt.Own.Segments() {
				if o.Rule.Accepts(r, f, m) {
					return o.Key
				}
			}
			return Other
		}
		for c := range s.R {
			if got, want := s.Segments[s.Segment[c]].Key, first(int(s.R[c]), int(s.F[c]), int(s.M[c])); got != want {
				t.Fatalf("%+v: customer %d is in %q, want %q", opt.Own.Segments(), c, got, want)
			}
		}
		checkCoverage(t, s.Result(nil).Coverage, opt, first)
	}
}

func checkCoverage(t *testing.T, c Coverage, opt Options, first func(r, f, m int) string) {
	t.Helper()
	open, taken, pairs := 0, map[string]bool{}, map[[2]string]int{}
	for r := 1; r <= opt.Bins; r++ {
		for f := 1; f <= opt.Bins; f++ {
			for m := 1; m <= opt.Bins; m++ {
				key := first(r, f, m)
				taken[key] = true
				if key == Other {
					open++
				}
				for _, o := range opt.Own.Segments() {
					if o.Key != key && o.Rule.Accepts(r, f, m) {
						pairs[[2]string{key, o.Key}]++
					}
				}
			}
		}
	}
	if c.Open != open || len(c.Overlaps) != len(pairs) {
		t.Fatalf("%d open and %d overlaps, want %d and %v", c.Open, len(c.Overlaps), open, pairs)
	}
	for _, o := range c.Overlaps {
		if pairs[[2]string{o.First, o.Second}] != o.Triples {
			t.Fatalf("overlap %+v, want %v", o, pairs)
		}
	}
	for _, o := range opt.Own.Segments() {
		if slices.Contains(c.Hidden, o.Key) == taken[o.Key] {
			t.Fatalf("%s: hidden %v, taken %v", o.Key, c.Hidden, taken)
		}
	}
}

// A shipped set taken over as one's own scores everybody alike, at any number of bins.
func TestOwnOfShippedRulesIsTheSame(t *testing.T) {
	log := randomLog(rand.New(rand.NewPCG(5, 9)), 120, 200)
	for _, set := range RuleSets {
		for bins := MinBins; bins <= MaxBins; bins++ {
			opt := Options{Bins: bins, RuleSet: set}
			own := opt
			own.Own = OwnOf(opt)
			a, err := Score(log, opt)
			b, err2 := Score(log, own)
			if err := errors.Join(err, err2); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(a.Segment, b.Segment) || len(a.Segments) != len(b.Segments) {
				t.Errorf("%q with %d bins: other segments", set, bins)
			}
			if c := b.Result(nil).Coverage; c.Open != 0 || c.Overlaps != nil || c.Hidden != nil {
				t.Errorf("%q with %d bins: %+v", set, bins, c)
			}
		}
	}
}

func TestScoreRefusesWhatWasTyped(t *testing.T) {
	log := randomLog(rand.New(rand.NewPCG(3, 4)), 9, 30)
	one := func(s OwnSegment) Own { return Own{Bins: 5, N: 1, List: [MaxOwn]OwnSegment{s}} }
	for key, opt := range map[string]Options{
		"rfm.bad-ties":      {Ties: "coin"},
		"rfm.bad-frequency": {Frequency: "visits"},
		"rfm.cuts.count":    {Typed: [3]Bounds{bounds(1, 2)}},
		"rfm.cuts.order":    {Typed: [3]Bounds{{}, bounds(1, 3, 3, 4)}},
		"rfm.cuts.whole":    {Typed: [3]Bounds{bounds(1, 2, 3.5, 4)}},
		"rfm.cuts.range":    {Typed: [3]Bounds{{}, {}, bounds(1, 2, 3, math.Inf(1))}},
		"rfm.own.count":     {Own: Own{Bins: 5, N: MaxOwn + 1}},
		"rfm.own.twice":     {Own: Own{Bins: 5, N: 2, List: [MaxOwn]OwnSegment{{Key: "a"}, {Key: "a"}}}},
		"rfm.own.rule":      {Own: one(OwnSegment{Key: "a", Rule: Rule{RMin: 4, RMax: 2}})},
	} {
		_, err := Score(log, opt)
		var failure *analysis.Error
		if !errors.As(err, &failure) || failure.Message.Key != key {
			t.Errorf("error %v, want %s", err, key)
		}
	}
	for _, own := range []Own{one(OwnSegment{Key: Other}), one(OwnSegment{}), one(OwnSegment{Key: "a", Rule: Rule{MMax: 6}}), {Bins: 11, N: 1}, {Bins: 5, N: -1}} {
		if _, err := Score(log, Options{Own: own}); err == nil {
			t.Errorf("%+v was taken", own)
		}
	}
}

// Ranges are read as they are written, and as people write them.
func TestRanges(t *testing.T) {
	for low := 0; low <= 5; low++ {
		for high := 0; high <= 5; high++ {
			if high > 0 && low > high {
				continue
			}
			text := Range(low, high)
			if a, b, ok := ParseRange(text, 5); !ok || a != low || b != high {
				t.Errorf("%d to %d is written %q and read as %d to %d, %v", low, high, text, a, b, ok)
			}
		}
	}
	for text, want := range map[string][2]int{" 2 - 4 ": {2, 4}, "3+": {3, 0}, "3至5": {3, 5}, "~2": {0, 2}, "5": {5, 5}} {
		if low, high, ok := ParseRange(text, 5); !ok || [2]int{low, high} != want {
			t.Errorf("%q is read as %d to %d, %v", text, low, high, ok)
		}
	}
	for _, text := range []string{"0", "6", "4-2", "-", "a", "1-2-3", "１", "2.5", "-6"} {
		if _, _, ok := ParseRange(text, 5); ok {
			t.Errorf("%q was taken", text)
		}
	}
	if got := (Rule{RMin: 4, FMax: 2, MMin: 3, MMax: 3}).Text(5); got != "R 4–5 · F 1–2 · M 3" {
		t.Errorf("a rule reads %q", got)
	}
}

// What is suggested can always be taken, and where no bin is empty it cuts whole
// numbers as the quantiles do.
func TestSuggestedCutsCanBeTaken(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	for range 100 {
		log := randomLog(rng, 1+rng.IntN(80), 1+rng.IntN(300))
		opt := Options{Bins: MinBins + rng.IntN(MaxBins-1)}
		s, err := Score(log, opt)
		if err != nil {
			t.Fatal(err)
		}
		for m := range opt.Typed {
			opt.Typed[m] = s.Cuts[m].Suggest(m)
			if again, wrong := ParseBounds(opt.Typed[m].String(), m, opt.Bins); wrong != nil || again != opt.Typed[m] {
				t.Fatalf("%v is suggested, but %v", opt.Typed[m].List(), wrong)
			}
		}
		typed, err := Score(log, opt)
		if err != nil {
			t.Fatal(err)
		}
		for m, scores := range [2][2][]uint8{{s.R, typed.R}, {s.F, typed.F}} {
			if !slices.Contains(s.Cuts[m].Size, 0) && !slices.Equal(scores[0], scores[1]) {
				t.Fatalf("%c: %v cuts otherwise than quantiles", "RF"[m], opt.Typed[m].List())
			}
		}
	}
}

// A segment of one's own is advised as the classic one in its middle.
func TestLike(t *testing.T) {
	for rule, want := range map[Rule]string{
		{RMin: 5, FMin: 5}:          "champions",
		{RMax: 1, FMax: 2}:          "hibernating",
		{RMax: 2, FMin: 5}:          "cant-lose",
		{RMin: 5, FMin: 1, FMax: 1}: "new",
	} {
		if got := Like(rule, 5); got != want {
			t.Errorf("%s is like %s, want %s", rule.Text(5), got, want)
		}
	}
}

// BenchmarkTypedCuts is what a change of a typed cut-off asks of the model.
func BenchmarkTypedCuts(b *testing.B) {
	log := randomLog(rand.New(rand.NewPCG(1, 1)), 100_000, 730)
	lost := make([]bool, log.Customers())
	opt := Options{Typed: [3]Bounds{bounds(30, 90, 180, 365), bounds(1, 2, 4, 9), bounds(15, 50, 100, 250)}}
	for _, nested := range []bool{false, true} {
		opt.Nested = nested
		b.Run(map[bool]string{false: "independent", true: "nested"}[nested], func(b *testing.B) {
			for b.Loop() {
				s, err := Score(log, opt)
				if err != nil {
					b.Fatal(err)
				}
				s.Result(lost)
			}
		})
	}
}
