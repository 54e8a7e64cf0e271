package segment

import (
	"testing"

	"churnbench/analysis"
)

// airPassengers is the data set of that name that R brings (Box and Jenkins 1976, series G).
var airPassengers = []float64{
	112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
	145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
	196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
	242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
	315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
	360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
}

// TestReference holds Gini, Lorenz curve and tenths to what these definitions give with exact
// fractions:
//
//	Gini       ineq::Gini(x), its sum Σ(2i−n−1)·x[i] ÷ (n·Σx) over sort(x); corr = TRUE: ·n/(n−1)
//	Lorenz     numpy: np.interp(p, np.arange(n+1)/n, np.r_[0, np.cumsum(np.sort(x))]/x.sum()), as
//	           ineq::Lc draws it
//	tenths     numpy: np.floor(10*(x[None,:] > x[:,None]).sum(1)/n), counted
func TestReference(t *testing.T) {
	list := amounts(airPassengers...)
	c := Concentrate(list)
	if c.Total != analysis.MoneyOf(40363) || !near(c.Gini, 0.2407562825690195) || !near(c.Corrected, 0.242439892936635) {
		t.Errorf("of %v Gini is %v, corrected %v", c.Total, c.Gini, c.Corrected)
	}
	for _, p := range []struct{ share, lorenz float64 }{
		{.1, 0.04348041523177167}, {.25, 0.12831058147313135}, {.5, 0.32242400218021455},
		{.75, 0.6029531997126081}, {.8, 0.6694794737754874}, {.9, 0.8176944231102743},
	} {
		if got := 1 - c.Top(1-p.share); !near(got, p.lorenz) {
			t.Errorf("the Lorenz curve at %v is %v, want %v", p.share, got, p.lorenz)
		}
	}
	_, tenths := Tiers(list, Deciles, nil)
	for k, want := range []int{15, 14, 16, 14, 13, 17, 12, 15, 15, 13} {
		if tenths[k].Customers != want {
			t.Errorf("tenth %d holds %d, want %d", k+1, tenths[k].Customers, want)
		}
	}
}
