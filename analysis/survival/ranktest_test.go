package survival

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestHazardReference: R's survfit with stype 2 and ctype 1 or 2.
func TestHazardReference(t *testing.T) {
	for _, f := range readRows(t, "hazard.tsv") {
		ties := map[string]Ties{"1": Breslow, "2": Efron}[f[1]]
		h := sampleOf{f[0], "all"}.curve(t, LogLog).Hazard(ties)
		v, se, low, high := h.At(number(t, f[2]))
		if want, wantSE := number(t, f[3]), number(t, f[4]); !closeTo(v, want) || !closeTo(se, wantSE) {
			t.Errorf("%v: H = %.12g ± %.12g, want %.12g ± %.12g", f[:3], v, se, want, wantSE)
		}
		if !(low < v && v < high) {
			t.Errorf("%v: %v is not within %v … %v", f[:3], v, low, high)
		}
	}
}

// TestRankTestReference: R's survdiff, with rho 0 and 1.
func TestRankTestReference(t *testing.T) {
	for _, f := range readRows(t, "ranktests.tsv") {
		t.Run(strings.Join(f[:3], " "), func(t *testing.T) {
			s, by := subjects(t, f[0]), groups(t, f[0], f[1])
			weighting := map[string]Weighting{"0": LogRank, "1": Peto}[f[2]]
			test, err := RankTest(s, by, weighting)
			if err != nil {
				t.Fatal(err)
			}
			curves, err := Curves(s, by, LogLog, 0)
			if err != nil {
				t.Fatal(err)
			}
			for k := 6; k < len(f); k += 4 {
				g := slices.Index(by.Names, f[k])
				if curves[g].N != int(number(t, f[k+1])) || !closeTo(test.Observed[g], number(t, f[k+2])) || !closeTo(test.Expected[g], number(t, f[k+3])) {
					t.Errorf("%s: N %d, %.12g observed, %.12g expected, want %v", f[k], curves[g].N, test.Observed[g], test.Expected[g], f[k+1:k+4])
				}
			}
			if f[3] == "?" { // the heads of telco's rows are missing
				return
			}
			if !closeTo(test.Statistic, number(t, f[3])) || test.DF != int(number(t, f[4])) || !closeTo(test.P, number(t, f[5])) {
				t.Errorf("χ² = %.12g, df %d, p %.12g, want %v", test.Statistic, test.DF, test.P, f[3:6])
			}
		})
	}
}

// TestPairReference: pairwise survdiff with p.adjust's Holm.
func TestPairReference(t *testing.T) {
	by := groups(t, "telco", "Contract")
	got, err := PairTests(subjects(t, "telco"), by, LogRank)
	if err != nil {
		t.Fatal(err)
	}
	rows := readRows(t, "pairs.tsv")
	if len(got) != len(rows) {
		t.Fatalf("%d pairs, want %d", len(got), len(rows))
	}
	for i, f := range rows {
		p := got[i]
		if by.Names[p.A] != f[0] || by.Names[p.B] != f[1] || !closeTo(p.Test.Statistic, number(t, f[2])) ||
			!closeTo(p.Test.P, number(t, f[3])) || !closeTo(p.Adjusted, number(t, f[4])) {
			t.Errorf("%s, %s: χ² %.12g, p %.12g, adjusted %.12g, want %v", by.Names[p.A], by.Names[p.B], p.Test.Statistic, p.Test.P, p.Adjusted, f)
		}
	}
}

// TestHolm: R's p.adjust(c(.01, .04, .03, .005), "holm"); NaN does not count.
func TestHolm(t *testing.T) {
	for _, c := range []struct{ p, want []float64 }{
		{[]float64{.01, .04, .03, .005}, []float64{.03, .06, .06, .02}},
		{[]float64{.01, math.NaN(), .04}, []float64{.02, math.NaN(), .04}},
		{[]float64{.9, .8}, []float64{1, 1}},
		{nil, nil},
	} {
		got := holm(c.p)
		if !slices.EqualFunc(got, c.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-15 || math.IsNaN(a) && math.IsNaN(b) }) {
			t.Errorf("holm(%v) = %v, want %v", c.p, got, c.want)
		}
	}
}
