package portfolio

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

func amounts(list ...float64) []analysis.Money {
	out := make([]analysis.Money, len(list))
	for i, v := range list {
		out[i] = analysis.NoNumber
		if !math.IsNaN(v) {
			out[i] = analysis.MoneyOf(v)
		}
	}
	return out
}

var nan = math.NaN()

// TestArrangeByHand places seven customers. The window is half a year of 365/2 days in
// spirit: 73 days make a year five times, so 20 in the window are 100 a year.
func TestArrangeByHand(t *testing.T) {
	a := &Accounts{
		Days:    73,
		Wallet:  amounts(400, 100, 100, 50, nan, 0, 100),
		Revenue: amounts(20, 20, 10, 20, 5, 7, 9),
		Profit:  amounts(2, 8, 4, 6, 1, 1, nan),
		Lost:    []bool{true, false, false, true, false, false, true},
		Young:   []bool{false, false, true, false, true, false, false},
	}
	m, p, err := Arrange(a, MatrixOptions{})
	if err != nil {
		t.Fatal(err)
	}
	// shares .25, 1, .5 and 2; profits a year 10, 40, 20 and 30 with median 25
	if !slices.Equal(m.Options.Share.Cuts, []float64{0.5}) || !slices.Equal(m.Options.Profit.Cuts, []float64{25}) {
		t.Errorf("cuts %v and %v", m.Options.Share.Cuts, m.Options.Profit.Cuts)
	}
	if want := []int8{0, 3, 1, 3, WithoutWallet, WithBadWallet, WithoutProfit}; !slices.Equal(p.Of, want) {
		t.Errorf("placed %v, want %v", p.Of, want)
	}
	if m.Customers != 4 || m.NoWallet != (Rest{1, analysis.MoneyOf(5)}) || m.BadWallet != (Rest{1, analysis.MoneyOf(7)}) ||
		m.NoProfit != (Rest{1, analysis.MoneyOf(9)}) || m.Above != (Rest{1, analysis.MoneyOf(20)}) || m.Young != (Rest{1, analysis.MoneyOf(10)}) || m.Refunded.Customers != 0 {
		t.Errorf("%+v", m)
	}
	hh := m.Cells[3]
	if hh.Key != "hh" || hh.Customers != 2 || hh.Revenue != analysis.MoneyOf(40) || hh.Profit != analysis.MoneyOf(14) || hh.Wallet != analysis.MoneyOf(150) ||
		hh.Lost != 1 || hh.LostShare != 0.5 || hh.CustomerShare != 0.5 || !near(hh.RevenueShare, 40./70, 1e-12) || !near(hh.ProfitShare, 14./20, 1e-12) {
		t.Errorf("%+v", hh)
	}
	if none := m.Cells[2]; none.Key != "lh" || !math.IsNaN(none.LostShare) || none.CustomerShare != 0 {
		t.Errorf("%+v", none)
	}
}

// TestArrangeAgainstTheDefinition places customers one by one.
func TestArrangeAgainstTheDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 1))
	for range 200 {
		n := 1 + rng.IntN(30)
		a := &Accounts{Days: 1 + rng.IntN(800)}
		for range n {
			a.Wallet = append(a.Wallet, analysis.Money(rng.IntN(90_000)-9_000))
			a.Revenue = append(a.Revenue, analysis.Money(rng.IntN(90_000)-9_000))
			a.Profit = append(a.Profit, analysis.Money(rng.IntN(90_000)-40_000))
			if rng.IntN(8) == 0 {
				a.Wallet[len(a.Wallet)-1] = analysis.NoNumber
			}
			if rng.IntN(8) == 0 {
				a.Profit[len(a.Profit)-1] = analysis.NoNumber
			}
		}
		opt := MatrixOptions{Share: Axis{Bands: 2 + rng.IntN(2)}, Profit: Axis{Bands: 2 + rng.IntN(2)}}
		m, p, err := Arrange(a, opt)
		if err != nil {
			t.Fatal(err)
		}
		placed, inCells, left := 0, 0, m.NoWallet.Customers+m.BadWallet.Customers+m.NoProfit.Customers
		for c := range n {
			if p.Of[c] < 0 {
				continue
			}
			placed++
			share := a.Revenue[c].Float() * 365 / float64(a.Days) / a.Wallet[c].Float()
			profit := a.Profit[c].Float() * 365 / float64(a.Days)
			x, y := 0, 0
			for _, cut := range m.Options.Share.Cuts {
				if share >= cut {
					x++
				}
			}
			for _, cut := range m.Options.Profit.Cuts {
				if profit >= cut {
					y++
				}
			}
			if want := y*m.Options.Share.Bands + x; int(p.Of[c]) != want {
				t.Fatalf("share %v and profit %v in cell %d, want %d by %+v", share, profit, p.Of[c], want, m.Options)
			}
		}
		for _, cell := range m.Cells {
			inCells += cell.Customers
		}
		if placed != m.Customers || inCells != placed || placed+left != n {
			t.Fatalf("%d placed, %d counted, %d in cells, %d left of %d", placed, m.Customers, inCells, left, n)
		}
	}
}

func TestQuantiles(t *testing.T) {
	// R: quantile(c(1, 2, 3, 10), c(1/3, 2/3)) is 2, 3; median(c(5, 1, 9, 2)) is 3.5.
	if got := quantiles([]float64{10, 1, 3, 2}, 3); !near(got[0], 2, 1e-12) || !near(got[1], 3, 1e-12) {
		t.Errorf("thirds %v", got)
	}
	if got := quantiles([]float64{5, 1, 9, 2}, 2); got[0] != 3.5 {
		t.Errorf("median %v", got)
	}
	if got := quantiles([]float64{4, 4, 4}, 3); got[0] != 4 || !(got[1] > 4) {
		t.Errorf("equal values are cut at %v", got)
	}
	if got := quantiles(nil, 2); got[0] != 0 {
		t.Errorf("nothing is cut at %v", got)
	}
}

func TestArrangeRefuses(t *testing.T) {
	for name, opt := range map[string]MatrixOptions{
		"four bands":      {Share: Axis{Bands: 4}},
		"too many cuts":   {Profit: Axis{Bands: 2, Cuts: []float64{1, 2}}},
		"falling cuts":    {Profit: Axis{Bands: 3, Cuts: []float64{2, 1}}},
		"equal cuts":      {Share: Axis{Bands: 3, Cuts: []float64{1, 1}}},
		"cuts at nothing": {Share: Axis{Bands: 2, Cuts: []float64{nan}}},
	} {
		_, _, err := Arrange(&Accounts{Days: 365}, opt)
		var fail *analysis.Error
		if !errors.As(err, &fail) || fail.Kind != analysis.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
	if m, _, err := Arrange(&Accounts{Days: 365}, MatrixOptions{}); err != nil || m.Customers != 0 || len(m.Cells) != 4 {
		t.Errorf("nobody: %+v, %v", m, err)
	}
}

func TestKeys(t *testing.T) {
	o := MatrixOptions{Share: Axis{Bands: 3}, Profit: Axis{Bands: 2}}
	if got := o.Keys(); !slices.Equal(got, []string{"ll", "ml", "hl", "lh", "mh", "hh"}) {
		t.Errorf("%v", got)
	}
}
