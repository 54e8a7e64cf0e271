package numeric

import (
	"math"
	"testing"
)

func TestExpIntegral(t *testing.T) {
	for _, c := range []struct{ s, z, want float64 }{
		{0.606, 0.14, 2.8142709121140129545}, {0.606, 0.0001, 82.334436214536661636}, {1, 0.05, 2.5944303497606132733},
		{0.5, 0.001, 54.104656243624254107}, {2, 0.3, 0.63323931847582433958}, {3.7, 1e-06, 0.37037015250575777662},
		{40, 0.5, 0.025308140508851741213}, {2000, 0.1, 0.00050022508877242935836}, {0.6, 2, 0.40807707570934526519},
		{0.6, 1.999, 0.40825069007130019382}, {27, 3, 0.034356811734002943122}, {1e6, 0.01, 1.0000009900009701009e-6},
		{0.6, 80, 0.012408066657216638009}, {1e-7, 0.1, 9.9999979853576992166}, {1.0000001, 0.3, 1.2225355065881976544},
		{5.5, 700, 0.001417450062837441718}, {3, 0, 0.5},
	} {
		relative(t, "e^z·E_s(z)", ExpIntegral(c.s, c.z), c.want, 2e-14)
	}
	if v := ExpIntegral(0.5, 0); !math.IsInf(v, 1) {
		t.Errorf("E_½(0) = %v", v)
	}
	if v := ExpIntegral(2, -1); v == v {
		t.Errorf("E₂(−1) = %v", v)
	}
}

// Each rule keeps what LegendreRule promises of falling exponentials.
func TestLegendreRules(t *testing.T) {
	for _, c := range []struct {
		name string
		rule LegendreRule
		fall float64
	}{{"8", Legendre8, 2.5}, {"12", Legendre12, 7}, {"16", Legendre16, 10}, {"32", Legendre32, 45}} {
		got := c.rule.Integrate(0, 1, 1, func(x float64) float64 { return Exp(-c.fall * x) })
		relative(t, "rule of "+c.name, got, -math.Expm1(-c.fall)/c.fall, 1e-14)
	}
	got := Legendre8.Integrate(1, 9, 20, func(x float64) float64 { return 1 / x })
	relative(t, "ln 9", got, math.Log(9), 1e-14)
}
