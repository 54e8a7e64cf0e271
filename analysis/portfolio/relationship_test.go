package portfolio

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

func TestMonths(t *testing.T) {
	for d, want := range map[analysis.Day]int{0: 1, 30: 1, 31: 2, 60: 2, 61: 3, 364: 12, 365: 13, 730: 25} {
		if got := MonthOf(d); got != want {
			t.Errorf("day %d is in month %d, want %d", d, got, want)
		}
	}
	for days, want := range map[analysis.Day]int{0: 0, 30: 0, 31: 1, 365: 12, 364: 11} {
		if got := wholeMonths(days); got != want {
			t.Errorf("%d days hold %d months, want %d", days, got, want)
		}
	}
}

// TestByHand follows one customer with pencil and paper: won for 100, served for 10 a
// month, orders that earn 50 on day 0, 60 on day 40 (month 2) and 45 on day 100 (month 4),
// observed until day 100.
//
//	month   0     1     2     3     4
//	cash −100   +40   +50   −10   +35
//	sum  −100   −60   −10   −20   +15
func TestByHand(t *testing.T) {
	r := relationships(100, []order{{0, 50}, {40, 60}, {100, 45}}).costs(100, 10)
	v := r.Values()
	if v.Value[0] != 15 || v.BreakEven[0] != 4 || v.Months[0] != 4 {
		t.Errorf("%v with break-even %d of %d months, want 15, 4, 4", v.Value[0], v.BreakEven[0], v.Months[0])
	}
	r.Rate = 1 // a year halves: month k counts 2^−((k−1)/12)
	month := math.Pow(2, -1./12)
	want := -100 + 40 + 50*month - 10*month*month + 35*month*month*month
	if got := r.Values().Value[0]; !near(got, want, 1e-12) {
		t.Errorf("at 100 %% %v, want %v", got, want)
	}
	r.Rate, r.Falls = 0, 0.5 // serving costs 10, 10·2^−(1/12), …
	want = -100 + 155 - 10*(1+month+month*month+month*month*month)
	if got := r.Values().Value[0]; !near(got, want, 1e-12) {
		t.Errorf("with falling cost %v, want %v", got, want)
	}
	r.Falls, r.Last[0] = 0, 35 // found lost in month 2: two months of serving
	if got := r.Values().Value[0]; got != 35 {
		t.Errorf("served for two months %v, want 35", got)
	}
}

func TestBreakEvenStays(t *testing.T) {
	for _, c := range []struct {
		sums []float64
		want int
	}{
		{[]float64{-5, -1, 0, 3}, 2},
		{[]float64{-5, 1, -2, 3}, 3}, // fell back once
		{[]float64{-5, 1, 2, -1}, NoBreakEven},
		{[]float64{0, 1}, 0},
		{[]float64{-1}, NoBreakEven},
		{nil, NoBreakEven},
	} {
		if got := breakEven(c.sums); got != c.want {
			t.Errorf("%v breaks even in month %d, want %d", c.sums, got, c.want)
		}
	}
}

// TestValueAtNoDiscountIsTheSum: at 0 % the value is revenue of margin less costs, to the
// last digit.
func TestValueAtNoDiscountIsTheSum(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 50 {
		r := random(rng, 20)
		r.Rate, r.Falls = 0, 0
		v := r.Values()
		for c := range v.Value {
			from, to := r.Log.Rows(analysis.CustomerID(c))
			sum := -r.Acquisition[c] - r.Serving[c]*analysis.Money(MonthOf(r.Last[c]-r.Log.Day[from]))
			for _, m := range r.Margin[from:to] {
				sum += m
			}
			if v.Value[c] != sum.Float() {
				t.Fatalf("%v, want %v", v.Value[c], sum.Float())
			}
		}
	}
}

// slowCash computes the cash of month k of a customer from the definition.
func slowCash(r *Relationships, c analysis.CustomerID, k int) float64 {
	from, to := r.Log.Rows(c)
	first := r.Log.Day[from]
	inside := func(d analysis.Day) bool {
		at := float64(d-first) * 12
		return float64(k-1)*365 <= at && at < float64(k)*365
	}
	cash := 0.0
	for i := from; i < to; i++ {
		if inside(r.Log.Day[i]) {
			cash += r.Margin[i].Float()
		}
	}
	if begins := float64(k-1) * 365 / 12; begins <= float64(r.Last[c]-first) {
		cash -= r.Serving[c].Float() * math.Pow(1-r.Falls, float64(k-1)/12)
	}
	return cash * math.Pow(1+r.Rate, -float64(k-1)/12)
}

func TestValuesAgainstTheDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 1))
	for range 40 {
		r := random(rng, 15)
		v := r.Values()
		for c := range analysis.CustomerID(15) {
			sum, even := -r.Acquisition[c].Float(), NoBreakEven
			if sum >= 0 {
				even = 0
			}
			months := int(float64(r.Log.End-r.first(c))*12/365) + 1
			for k := 1; k <= months; k++ {
				sum += slowCash(r, c, k)
				switch {
				case sum < 0:
					even = NoBreakEven
				case even == NoBreakEven:
					even = k
				}
			}
			if !near(v.Value[c], sum, 1e-11) || int(v.BreakEven[c]) != even || int(v.Months[c]) != months {
				t.Fatalf("%v in month %d of %d, want %v, %d, %d", v.Value[c], v.BreakEven[c], v.Months[c], sum, even, months)
			}
		}
	}
}

func TestUnknownMarginIsNotAvailable(t *testing.T) {
	r := relationships(100, []order{{0, 50}}, []order{{0, 50}})
	r.Left = []bool{false, true}
	v := r.Values()
	if v.Value[0] != 50 || !math.IsNaN(v.Value[1]) || v.BreakEven[1] != NoBreakEven {
		t.Errorf("%+v", v)
	}
	if c := r.Curves(nil, 1); c[0].Customers != 1 {
		t.Errorf("%d customers in the curve, want 1", c[0].Customers)
	}
}

func TestWorthMoreAtALowerRate(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	r := relationships(900, []order{{0, 1}, {300, 5}, {800, 9}}).costs(4, 0)
	last := math.Inf(1)
	for range 20 {
		r.Rate += rng.Float64() / 10
		if v := r.Values().Value[0]; v >= last {
			t.Fatalf("at %v worth %v, before %v", r.Rate, v, last)
		} else {
			last = v
		}
	}
}
