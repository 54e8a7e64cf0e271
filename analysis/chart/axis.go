package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
)

// Space that the labels of an axis need, in pixels.
const (
	tickGap    = 16.0 // between labels side by side
	tickHeight = 36.0 // per level line
)

// monthSteps and its kin are the distances between ticks that people count in.
var (
	monthSteps = []int{1, 2, 3, 6, 12, 24, 36, 60, 120}
	weekSteps  = []int{1, 2, 4, 8, 13, 26, 52, 104, 260}
	daySteps   = []int{1, 2, 7, 14, 30, 60, 90, 180, 360, 720, 1440, 3600}
	countSteps = []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}
)

// wholeTicks marks whole numbers lo ≤ k ≤ hi at the closest step of which at
// most `most` fit, counted from 0.
func wholeTicks(lo, hi, most int, steps []int, label func(int) string) plot.ConstantTicks {
	step := steps[len(steps)-1]
	for _, v := range steps {
		if (hi-lo)/v+1 <= most {
			step = v
			break
		}
	}
	for (hi-lo)/step+1 > max(most, 2) {
		step *= 2
	}
	var ticks plot.ConstantTicks
	for k := (lo + step - 1) / step * step; k <= hi; k += step {
		ticks = append(ticks, plot.Tick{Value: float64(k), Label: label(k)})
	}
	return ticks
}

// Steps of an axis, times a power of ten. Quarters suit shares, not counts.
var (
	plainSteps = []float64{1, 2, 5, 10}
	shareSteps = []float64{1, 2, 2.5, 5, 10}
)

// headroom is how far an axis may end above the data, relative to them, to
// end at a mark.
const headroom = 1.25

// niceTicks marks 0 … hi at a nice step, at most `most` of them, and returns
// the top of the axis: the next mark, or if that lies far above the data, a
// little more than the data.
func niceTicks(hi float64, most int, steps []float64, label func(float64) string) (plot.ConstantTicks, float64) {
	var ticks plot.ConstantTicks
	step := niceStep(hi/float64(max(1, most)), steps)
	n, top := marksUpTo(hi, step)
	for n > max(1, most-1) {
		step = niceStep(step*1.01, steps)
		n, top = marksUpTo(hi, step)
	}
	for i := 0; i <= n; i++ {
		v := roundOff(float64(i) * step)
		ticks = append(ticks, plot.Tick{Value: v, Label: label(v)})
	}
	return ticks, top
}

// marksUpTo returns how many marks after 0 an axis up to hi has, and its top.
func marksUpTo(hi, step float64) (n int, top float64) {
	n = max(1, int(math.Ceil(hi/step-1e-9)))
	top = roundOff(float64(n) * step)
	if n > 1 && top > headroom*hi {
		return n - 1, 1.05 * hi
	}
	return n, top
}

// niceStep returns the smallest of the steps times a power of ten that is not
// below v; 1 if v is not positive.
func niceStep(v float64, steps []float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 1
	}
	text := strconv.FormatFloat(v, 'e', -1, 64)
	mantissa, exponent := splitExponent(text)
	for _, m := range steps {
		if mantissa <= m {
			return roundOff(m * math.Pow10(exponent))
		}
	}
	return roundOff(10 * math.Pow10(exponent))
}

// splitExponent takes apart what FormatFloat wrote with verb e.
func splitExponent(s string) (mantissa float64, exponent int) {
	for i := range s {
		if s[i] == 'e' {
			mantissa, _ = strconv.ParseFloat(s[:i], 64)
			exponent, _ = strconv.Atoi(s[i+1:])
			return mantissa, exponent
		}
	}
	return 0, 0
}

// roundOff removes the error of a product such as 3 × 0.1.
func roundOff(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return r
}

// fitting returns how many labels of a width fit side by side.
func fitting(space, width float64) int { return max(2, int(space/(width+tickGap))) }

// levels returns how many level lines a height carries.
func levels(height float64) int { return min(6, max(3, int(height/tickHeight))) }

// decimalsOf returns the decimals that a step of a percentage axis needs.
func decimalsOf(step float64) int {
	for d := range 4 {
		if scaled := step * math.Pow10(d+2); math.Abs(scaled-math.Round(scaled)) < 1e-6 {
			return d
		}
	}
	return 4
}

// shareTicks marks a vertical axis of shares from 0, and returns its top.
func (s *sheet) shareTicks(hi, height float64) (plot.ConstantTicks, float64) {
	ticks, top := niceTicks(min(1, max(0.001, hi)), levels(height), shareSteps, func(float64) string { return "" })
	decimals := decimalsOf(ticks[1].Value)
	for i := range ticks {
		ticks[i].Label = s.lang.Percent(ticks[i].Value, decimals)
	}
	return ticks, top
}

// countTicks marks a vertical axis of counts from 0, and returns its top.
func (s *sheet) countTicks(hi, height float64) (plot.ConstantTicks, float64) {
	most := levels(height)
	if hi < float64(most) {
		most = max(2, int(math.Ceil(hi))+1) // no fractions of a customer
	}
	return niceTicks(max(1, hi), most, plainSteps, func(v float64) string { return s.lang.Compact(v) })
}
