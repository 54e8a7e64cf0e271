package numeric

import (
	"math"
	"testing"
)

// TestNormalTail: 50-digit arithmetic, by the series of Φ and, from 6 on, by
// Laplace's continued fraction.
func TestNormalTail(t *testing.T) {
	for _, c := range []struct{ u, logTail, hazard float64 }{
		{-8, -6.2209605742717860585e-16, 5.0522710835368954309e-15},
		{-3, -0.0013508099647481937988, 0.0044378390421256637933},
		{-0.5, -0.36894641528865639307, 0.50916043383703348583},
		{0, -0.69314718055994530942, 0.79788456080286535588},
		{0.3, -0.96210281816885066774, 0.99816596885848334221},
		{1, -1.8410216450092635058, 1.5251352761609812091},
		{1.7, -3.1107960975524814900, 2.1103579219281875874},
		{1.8, -3.3261737963785936637, 2.1973130283858825602},
		{2.5, -5.0816482772786904984, 2.8227447976639072505},
		{5, -15.064998393988725736, 5.1865039671258421156},
		{10, -53.231285150512470578, 10.098093233962511963},
		{40, -804.60844201375378817, 40.024968847207263723},
		{1000, -500007.82669481218431, 1000.0009999980000100},
	} {
		if got := NormalLogTail(c.u); math.Abs(got-c.logTail) > 1e-13*max(1, math.Abs(c.logTail)) {
			t.Errorf("NormalLogTail(%v) = %.17g, want %.17g", c.u, got, c.logTail)
		}
		if got := NormalHazard(c.u); math.Abs(got/c.hazard-1) > 1e-12 {
			t.Errorf("NormalHazard(%v) = %.17g, want %.17g", c.u, got, c.hazard)
		}
	}
	if got := NormalLogTail(math.Inf(1)); got != math.Inf(-1) {
		t.Errorf("NormalLogTail(+Inf) = %v", got)
	}
	if got := NormalLogTail(math.Inf(-1)); got != 0 {
		t.Errorf("NormalLogTail(−Inf) = %v", got)
	}
}
