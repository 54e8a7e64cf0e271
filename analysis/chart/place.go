package chart

import "sort"

// A span is the space that a label wants along one axis.
type span struct{ center, size float64 }

// spread moves spans apart until none overlap, each as little as their order
// allows, and keeps them within lo … hi where there is room. It returns the
// new centres, in the order given.
func spread(spans []span, lo, hi float64) []float64 {
	order := make([]int, len(spans))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return spans[order[a]].center < spans[order[b]].center })
	at := make([]float64, len(spans))
	edge := lo
	for _, i := range order {
		at[i] = max(spans[i].center, edge+spans[i].size/2)
		edge = at[i] + spans[i].size/2
	}
	edge = hi
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		at[i] = min(at[i], edge-spans[i].size/2)
		edge = at[i] - spans[i].size/2
	}
	return at
}

// lanes assigns each span to the first row in which it overlaps no earlier
// one, with a gap between neighbours, and returns the rows and their number.
func lanes(spans []span, gap float64) (row []int, rows int) {
	row = make([]int, len(spans))
	for i, s := range spans {
		for clash(s, spans[:i], row[:i], row[i], gap) {
			row[i]++
		}
		rows = max(rows, row[i]+1)
	}
	return row, rows
}

// clash reports whether s overlaps one of the earlier spans in a row.
func clash(s span, earlier []span, row []int, lane int, gap float64) bool {
	for i, e := range earlier {
		distance := s.center - e.center
		if distance < 0 {
			distance = -distance
		}
		if row[i] == lane && distance < (s.size+e.size)/2+gap {
			return true
		}
	}
	return false
}

// inside moves a label of a width so that it stays within lo … hi, and
// returns its centre.
func inside(center, width, lo, hi float64) float64 {
	return max(lo+width/2, min(hi-width/2, center))
}
