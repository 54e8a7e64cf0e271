package segment

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

func amounts(list ...float64) []analysis.Money {
	out := make([]analysis.Money, len(list))
	for i, v := range list {
		out[i] = analysis.MoneyOf(v)
	}
	return out
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*math.Max(1, math.Abs(b)) }

// Values by the definition (mean absolute difference ÷ twice the mean), worked out
// by hand.
func TestGini(t *testing.T) {
	for _, c := range []struct {
		amounts         []analysis.Money
		gini, corrected float64
	}{
		{amounts(1, 2, 3, 4, 5), 4.0 / 15, 1.0 / 3},
		{amounts(5, 1, 4, 2, 3), 4.0 / 15, 1.0 / 3},
		{amounts(7, 7, 7), 0, 0},
		{amounts(0, 0, 0, 12), 0.75, 1},
		{amounts(9), 0, math.NaN()},
		{amounts(0, 0), math.NaN(), math.NaN()},
		{nil, math.NaN(), math.NaN()},
	} {
		got := Concentrate(c.amounts)
		same := func(a, b float64) bool { return near(a, b) || math.IsNaN(a) && math.IsNaN(b) }
		if !same(got.Gini, c.gini) || !same(got.Corrected, c.corrected) {
			t.Errorf("%v: %v and %v, want %v and %v", c.amounts, got.Gini, got.Corrected, c.gini, c.corrected)
		}
	}
}

// spread draws amounts of the shape that shops have, with ties, zeros and
// refunds.
func spread(rng *rand.Rand, n int) []analysis.Money {
	out := make([]analysis.Money, n)
	for i := range out {
		out[i] = analysis.MoneyOf(math.Round(20 * math.Exp(rng.NormFloat64())))
		if rng.IntN(15) == 0 {
			out[i] = -out[i] * analysis.Money(rng.IntN(2))
		}
	}
	return out
}

// meanDifference is the Gini coefficient by its other definition, pair by pair.
func meanDifference(list []analysis.Money) float64 {
	sum, total := 0.0, 0.0
	for _, a := range list {
		total += float64(max(0, a))
		for _, b := range list {
			sum += math.Abs(float64(max(0, a)) - float64(max(0, b)))
		}
	}
	return sum / (2 * float64(len(list)) * total)
}

// bestShare is the Lorenz curve by adding up customers one by one.
func bestShare(list []analysis.Money, share float64) float64 {
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	slices.Reverse(sorted)
	left, sum, total := share*float64(len(list)), 0.0, 0.0
	for _, a := range sorted {
		a = max(0, a)
		total += float64(a)
		sum += float64(a) * min(1, max(0, left))
		left--
	}
	return sum / total
}

func TestConcentrateAgainstDefinitions(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		list := spread(rng, 1+rng.IntN(260))
		c := Concentrate(list)
		if c.Total == 0 {
			continue
		}
		if want := meanDifference(list); !near(c.Gini, want) {
			t.Fatalf("Gini %v, want %v", c.Gini, want)
		}
		for _, share := range []float64{0, 0.005, 0.2, 0.5, 1} {
			if got, want := c.Top(share), bestShare(list, share); !near(got, want) {
				t.Fatalf("the best %v of %d bring %v, want %v", share, len(list), got, want)
			}
		}
		for k := 1; k < len(c.Curve); k++ {
			if c.Curve[k] < c.Curve[k-1] || c.Curve[k] > float64(k)/curvePoints+1e-12 {
				t.Fatalf("the curve at %d is %v after %v", k, c.Curve[k], c.Curve[k-1])
			}
		}
		if share := c.Reach(0.8); c.Top(share) < 0.8-1e-9 || share > 0 && c.Top(share-0.005) >= 0.8 {
			t.Fatalf("80 %% come from %v", share)
		}
	}
}

// tierOf puts one customer into her tier by counting all others.
func tierOf(list []analysis.Money, c int, by Cutting) int {
	better, brings, total := 0, 0.0, 0.0
	for _, a := range list {
		total += float64(max(0, a))
		if a > list[c] {
			better++
			brings += float64(max(0, a))
		}
	}
	if by == Deciles {
		return better * 10 / len(list)
	}
	k := 0
	for k < 2 && brings >= abcBounds[k]*total {
		k++
	}
	return k
}

func TestTiersAgainstCounting(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		list := spread(rng, 1+rng.IntN(60))
		lost := make([]bool, len(list))
		for i := range lost {
			lost[i] = rng.IntN(3) == 0
		}
		for _, by := range []Cutting{ABC, Deciles} {
			of, tiers := Tiers(list, by, lost)
			checkTiers(t, list, of, tiers, lost)
			for c := range list {
				if want := tierOf(list, c, by); int(of[c]) != want {
					t.Fatalf("%q: customer %d with %v of %v is in tier %d, want %d", by, c, list[c], list, of[c], want)
				}
			}
		}
	}
}

func checkTiers(t *testing.T, list []analysis.Money, of []uint8, tiers []Tier, lost []bool) {
	t.Helper()
	customers, amount, gone := 0, analysis.Money(0), 0
	for _, tier := range tiers {
		customers, amount, gone = customers+tier.Customers, amount+tier.Amount, gone+tier.Lost
	}
	want, wantLost := analysis.Money(0), 0
	for i, a := range list {
		want += a
		if lost[i] {
			wantLost++
		}
	}
	if customers != len(list) || len(of) != len(list) || amount != want || gone != wantLost {
		t.Fatalf("tiers hold %d customers with %v, %d lost", customers, amount, gone)
	}
}

func TestTiersWithoutCustomers(t *testing.T) {
	for _, by := range []Cutting{ABC, Deciles} {
		if of, tiers := Tiers(nil, by, nil); len(of) != 0 || tiers[0].Customers != 0 || !math.IsNaN(tiers[0].LostShare) {
			t.Errorf("%q: %v %v", by, of, tiers)
		}
	}
}

func TestWhale(t *testing.T) {
	w := Whale(amounts(50, 60, -20, 0, 10))
	if w.Profit != analysis.MoneyOf(100) || !near(w.Peak, 1.2) || !near(w.PeakAt, 0.6) || w.Losing != 1 || w.Lost != analysis.MoneyOf(-20) {
		t.Errorf("whale %+v", w)
	}
	if got := w.Curve[curvePoints/5]; !near(got, 0.6) {
		t.Errorf("the best fifth earns %v, want 0.6", got)
	}
	if last := w.Curve[curvePoints]; !near(last, 1) {
		t.Errorf("the curve ends at %v", last)
	}
	if w := Whale(amounts(-5, 1)); w.Curve != nil || !math.IsNaN(w.Peak) {
		t.Errorf("a loss has a curve: %+v", w)
	}
}

func BenchmarkConcentrate(b *testing.B) {
	list := spread(rand.New(rand.NewPCG(5, 6)), 1_000_000)
	for b.Loop() {
		Concentrate(list)
		Tiers(list, Deciles, nil)
	}
}
