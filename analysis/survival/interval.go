package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// bounds returns the confidence interval of S = s, where rel is its standard
// error divided by s and z the normal quantile. Before the first event there is
// no variance to speak of and both bounds are 1; at s = 0 both are NaN.
//
// LogLog, on the scale ln(−ln S), never leaves [0, 1] and keeps its level best
// in small samples (Borgan and Liestøl 1990); Log and Plain are cut to [0, 1].
func bounds(interval Interval, s, rel, z float64) (low, high float64) {
	switch {
	case s == 0:
		return math.NaN(), math.NaN()
	case rel == 0:
		return s, s
	}
	switch interval {
	case Log:
		w := numeric.Exp(z * rel)
		return s / w, min(1, s*w)
	case Plain:
		w := float64(z * rel * s)
		return max(0, s-w), min(1, s+w)
	default:
		ln := numeric.Log(s)
		if ln == 0 { // an s that rounds to 1
			return s, s
		}
		w := numeric.Exp(-z * rel / ln) // S^(1/w) … S^w with w ≥ 1, as ln S < 0
		return numeric.Exp(ln * w), numeric.Exp(ln / w)
	}
}
