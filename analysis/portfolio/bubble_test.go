package portfolio

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

func TestGroupsByHand(t *testing.T) {
	a := &Accounts{Days: 365, Wallet: amounts(100, 300, 50, 10), Revenue: amounts(50, 30, 40, 7), Profit: amounts(5, 15, 30, 1)}
	m, p, err := Arrange(a, MatrixOptions{Profit: Axis{Bands: 2, Cuts: []float64{20}}})
	if err != nil {
		t.Fatal(err)
	}
	got := m.Groups(a, p, []int32{1, 1, 2, -1}, []string{"nobody", "east", "west"})
	want := []Bubble{
		{"east", 2, analysis.MoneyOf(80), 0.2, 10, "ll"},
		{"west", 1, analysis.MoneyOf(40), 0.8, 30, "hh"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	top := m.Largest(a, p, 2, func(c int) string { return string(rune('A' + c)) })
	if len(top) != 2 || top[0].Key != "A" || top[1].Key != "C" || top[1].Cell != "hh" || top[1].Share != 0.8 {
		t.Errorf("%+v", top)
	}
}

func TestMostIsASort(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	for range 200 {
		list := make([]analysis.Money, rng.IntN(40))
		for i := range list {
			list[i] = analysis.Money(rng.IntN(20))
		}
		odd := func(c int) bool { return c%3 != 0 }
		var want []int
		for c := range list {
			if odd(c) {
				want = append(want, c)
			}
		}
		slices.SortStableFunc(want, func(a, b int) int { return cmp.Compare(list[b], list[a]) })
		n := rng.IntN(12)
		want = want[:min(n, len(want))]
		if got := Most(list, n, odd); !slices.Equal(got, want) {
			t.Fatalf("%v of %v, want %v", got, list, want)
		}
	}
}
