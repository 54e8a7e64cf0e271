package clv

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"churnbench/analysis"
)

// TestPeriodsBetween compares whole months with a calendar that is walked.
func TestPeriodsBetween(t *testing.T) {
	start := func(from analysis.Day, n int) analysis.Day {
		d := from.Time()
		last := analysis.Date(d.Year(), d.Month()+time.Month(n)+1, 1) - 1
		return min(analysis.Date(d.Year(), d.Month()+time.Month(n), d.Day()), last)
	}
	for _, from := range []analysis.Day{analysis.Date(2023, 1, 31), analysis.Date(2024, 2, 29), analysis.Date(2023, 6, 1), analysis.Date(2023, 12, 15)} {
		for to := from; to < from+900; to++ {
			want := 0
			for start(from, want+1) <= to {
				want++
			}
			if got := periodsBetween(from, to, analysis.Months); got != want {
				t.Fatalf("%v to %v: %d months, want %d", from, to, got, want)
			}
			if got := periodsBetween(from, to, analysis.Quarters); got != want/3 {
				t.Fatalf("%v to %v: %d quarters, want %d", from, to, got, want/3)
			}
		}
	}
}

func book(text ...[3]int) *analysis.Contracts {
	c := &analysis.Contracts{Start: []uint32{0}, End: analysis.Date(2024, 7, 1)}
	for i, x := range text {
		if i == 0 || x[0] != text[i-1][0] {
			c.IDs.Append([]byte(fmt.Sprint(x[0])))
			c.Start = append(c.Start, uint32(i))
		}
		c.From = append(c.From, analysis.Date(2024, time.Month(x[1]), 1))
		to := analysis.NoDay
		if x[2] > 0 {
			to = analysis.Date(2024, time.Month(x[2]), 1)
		}
		c.To = append(c.To, to)
		c.Start[len(c.Start)-1] = uint32(i + 1)
	}
	return c
}

// TestLivesOfContracts holds that a seamless renewal goes on and a gap begins
// anew: 1: January to April and on to June; 2: January to March, again from May;
// 3: from June on.
func TestLivesOfContracts(t *testing.T) {
	lives := LivesOfContracts(book([3]int{1, 1, 4}, [3]int{1, 4, 6}, [3]int{2, 1, 3}, [3]int{2, 5, 0}, [3]int{3, 6, 0}), analysis.Months)
	if got := fmt.Sprint(lives.Lost, lives.Kept, lives.New); got != "[0 1 0 0 1] [1 1 0 0 0] 0" {
		t.Error(got)
	}
}

func TestLivesOfTenures(t *testing.T) {
	roll := &analysis.Tenures{Time: []float64{0, 0, 2.5, 2.5, 12, 12, 5}, Left: []bool{true, false, true, false, true, false, true}, Unit: analysis.Months,
		Entry: []float64{0, 0, 0, 0, 3, 12, 4.5}}
	lives := LivesOfTenures(roll, analysis.Months)
	if got := fmt.Sprint(lives.Lost, lives.Kept, lives.Entered, lives.New); got != "[1 0 1 0 1 0 0 0 0 0 0 1] [0 1 0 0 0 0 0 0 0 0 0 0] [0 0 1 1 0 0 0 0 0 0 0 0] 1" {
		t.Error(got)
	}
	if years := LivesOfTenures(&analysis.Tenures{Time: []float64{24, 11}, Left: []bool{false, true}, Unit: analysis.Months}, analysis.Years); fmt.Sprint(years.Lost, years.Kept) != "[1 0] [0 1]" {
		t.Errorf("%+v", years)
	}
}

// TestLivesByHand compares risk sets and what is known after n periods with a
// slow count over the lives themselves.
func TestLivesByHand(t *testing.T) {
	type life struct {
		periods, entered int
		lost             bool
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var lives []life
		all := &Tenures{}
		for range 1 + rng.IntN(30) {
			l := life{rng.IntN(9), rng.IntN(4), rng.IntN(2) > 0}
			if l.periods == 0 && l.lost {
				l.periods = 1
			}
			if all.AddLife(l.periods, l.entered, l.lost) && l.periods > l.entered {
				lives = append(lives, l)
			}
		}
		for k, got := range all.AtRisk() {
			want := 0.0
			for _, l := range lives {
				if l.entered <= k && l.periods > k {
					want++
				}
			}
			if got != want {
				t.Fatalf("period %d: %v at risk, want %v of %v", k+1, got, want, lives)
			}
		}
		n := 1 + rng.IntN(6)
		want := &Tenures{New: all.New}
		for _, l := range lives {
			if l.periods > n {
				l.periods, l.lost = n, false
			}
			if l.entered < l.periods {
				want.AddLife(l.periods, l.entered, l.lost)
			}
		}
		got := all.Until(n)
		want.grow(len(got.Lost))
		if fmt.Sprint(*got) != fmt.Sprint(*want) {
			t.Fatalf("until %d of %v\n%v\nwant\n%v", n, lives, *got, *want)
		}
	}
}

// TestLeftTruncation draws lives of which short ones are seen only from age 3 on:
// with the entries counted the parameters come out, without them they do not.
func TestLeftTruncation(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	truth := SBG{1.2, 6}
	draw := func() int {
		u := rng.Float64()
		for k := 1; ; k++ {
			if truth.Survival(k) < u || k > 30 {
				return k
			}
		}
	}
	with, without := &Tenures{}, &Tenures{}
	for i := range 20_000 {
		periods, lost, entered := draw(), true, 0
		if i%2 > 0 {
			entered = 3
		}
		if periods > 12 {
			periods, lost = 12, false
		}
		if periods <= entered {
			continue
		}
		with.AddLife(periods, entered, lost)
		without.AddLife(periods, 0, lost)
	}
	fit, err := SBGFamily.Fit(t.Context(), with)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range truth.Params() {
		if p := fit.Params[i]; !(math.Abs(p.Value-want) <= 4*p.SE) {
			t.Errorf("%s = %v ± %v, truth %v", p.Name, p.Value, p.SE, want)
		}
	}
	naive, err := SBGFamily.Fit(t.Context(), without)
	if err != nil || math.Abs(naive.Params[0].Value-1.2) < 4*naive.Params[0].SE {
		t.Errorf("%v, without entries α = %+v, which should miss 1.2", err, naive.Params[0])
	}
}

// TestProjectionOfHighEnd holds the projection to the published curve: fitted on
// the first 7 renewals, sBG says 46.04 % after 8 (Fader and Hardie 2007, recomputed
// in the reference), where the constant rate falls far below what was seen.
func TestProjectionOfHighEnd(t *testing.T) {
	seen := append(append([]float64(nil), highEnd...), 468, 445, 427, 409, 394) // table 1, the holdout
	p, err := Project(t.Context(), tenures(t, seen), ProjectionOptions{Period: analysis.Years, Calibration: 7, Horizon: 24, Revenue: analysis.MoneyOf(10)})
	if err != nil {
		t.Fatal(err)
	}
	sbg, bdw := p.Models[0], p.Models[1]
	check(t, []row{
		{"α", sbg.Fit.Params[0].Value, .6680886, 1e-6, "recomputed"},
		{"S(8)", sbg.Survival[8].S, .4604, 1e-4, "recomputed"},
		{"S(12)", sbg.Survival[12].S, .3780, 2e-4, "recomputed"},
	})
	if !math.IsInf(sbg.Lifetime, 1) || !(p.Constant.Survival(12) < 0.33) || !(p.Constant.Error > 3*sbg.Error) {
		t.Errorf("lifetime %v, constant rate %+v, errors %v %v", sbg.Lifetime, p.Constant, sbg.Error, bdw.Error)
	}
	for k := 1; k < len(sbg.Retention); k++ {
		b := sbg.Survival[k]
		if !(sbg.Retention[k] > sbg.Retention[k-1]) || !(b.Low < b.S && b.S < b.High && b.S < sbg.Survival[k-1].S) {
			t.Fatalf("period %d: retention %v after %v, %+v", k, sbg.Retention[k], sbg.Retention[k-1], b)
		}
	}
	if a := p.Ages; !(a[5].DERL > a[0].DERL) || math.Abs(a[3].Residual-120*a[3].DERL) > 1e-9 || !(p.Residual() > 0) {
		t.Errorf("ages %+v", a[:6])
	}
	if s := p.Seen; !s[8].InHoldout || s[6].InHoldout || math.Abs(s[11].Survival-.394) > 1e-12 || math.Abs(s[0].Retention-.869) > 1e-12 {
		t.Errorf("seen %+v", s)
	}
}

// TestSurvivalIntervals compares the delta method with the spread of fits to
// samples drawn again from the fitted law.
func TestSurvivalIntervals(t *testing.T) {
	fit, err := SBGFamily.Fit(t.Context(), tenures(t, highEnd))
	if err != nil {
		t.Fatal(err)
	}
	band := SBGFamily.band(fit, 12)
	rng := rand.New(rand.NewPCG(7, 8))
	outside, n := 0, 200
	for range n {
		again := make([]float64, len(highEnd))
		again[0] = highEnd[0]
		for k := 1; k < len(again); k++ {
			for range int(again[k-1]) {
				if rng.Float64() < fit.Model.Retention(k) {
					again[k]++
				}
			}
		}
		f, err := SBGFamily.Fit(t.Context(), tenures(t, again))
		if err != nil {
			t.Fatal(err)
		}
		if s := f.Model.Survival(12); s < band.Low || s > band.High {
			outside++
		}
	}
	if outside < 2 || outside > 22 { // 10 expected, sd 3.1
		t.Errorf("%d of %d samples fall outside %+v", outside, n, band)
	}
}

func TestLifetimes(t *testing.T) {
	sum := 0.0
	for k := range 2_000_000 {
		sum += SBG{3, 2}.Survival(min(k, 5000))
		if k > 5000 {
			break
		}
	}
	if got := lifetime(SBG{3, 2}); math.Abs(got-2) > 1e-12 || math.Abs(sum-2) > 1e-3 {
		t.Errorf("lifetime %v, summed %v, want 2", got, sum)
	}
	if got := lifetime(BdW{3, 2, 1}); math.Abs(got-2) > 1e-6 {
		t.Errorf("BdW with c = 1: %v, want 2", got)
	}
	if !math.IsInf(lifetime(BdW{.5, 2, 1.5}), 1) {
		t.Error("a mean that does not exist is given")
	}
}

func TestProjectionRefuses(t *testing.T) {
	few := tenures(t, []float64{10, 8})
	for name, c := range map[string]struct {
		lives *Tenures
		opt   ProjectionOptions
		kind  analysis.Kind
	}{
		"few periods": {few, ProjectionOptions{}, analysis.NotEnough},
		"nobody":      {&Tenures{}, ProjectionOptions{}, analysis.NotEnough},
		"horizon":     {tenures(t, highEnd), ProjectionOptions{Horizon: MaxPeriods + 1}, analysis.BadInput},
		"margin":      {tenures(t, highEnd), ProjectionOptions{Margin: 2}, analysis.BadInput},
		"discount":    {tenures(t, highEnd), ProjectionOptions{Discount: math.NaN()}, analysis.BadInput},
		"calibration": {tenures(t, highEnd), ProjectionOptions{Calibration: -1}, analysis.BadInput},
	} {
		_, err := Project(t.Context(), c.lives, c.opt)
		var said *analysis.Error
		if !errors.As(err, &said) || said.Kind != c.kind || said.Remedy.Key == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
