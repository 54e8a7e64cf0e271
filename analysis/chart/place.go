package chart

// inside moves a label of a width so that it stays within lo … hi, and
// returns its centre.
func inside(center, width, lo, hi float64) float64 {
	return max(lo+width/2, min(hi-width/2, center))
}
