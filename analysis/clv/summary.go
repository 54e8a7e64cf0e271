package clv

import (
	"slices"

	"churnbench/analysis"
)

// A Summary is what the models need to know of the customers at the end of
// day End: columns over those who had bought by then, and the groups of
// customers who look the same.
type Summary struct {
	Begin, End analysis.Day
	Customer   []analysis.CustomerID // ascending
	X          []int32               // repeat purchases
	TX, T      []int32               // age at the last purchase and at End, days
	Total      []analysis.Money      // of the repeat purchases
	Rows       Rows
	Row        []uint32 // which row of Rows customer i is in
}

// Rows are the distinct (x, t_x, T) in ascending order, N customers each. Times
// are whole ticks: days, PerWeek = 7. A likelihood over Rows costs less than
// one over customers, and does not depend on their order.
type Rows struct {
	X, TX, T []int32
	N        []float64
	PerWeek  float64
}

// Len returns the number of rows.
func (r *Rows) Len() int { return len(r.X) }

// Weeks converts ticks to weeks.
func (r *Rows) Weeks(ticks int32) float64 { return float64(ticks) / r.PerWeek }

// Summarize looks at the log as it stood at the end of a day.
func Summarize(log *analysis.Log, end analysis.Day) *Summary {
	s := &Summary{Begin: log.First(), End: end}
	s.grow(log.Customers())
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		last := from - 1
		var total analysis.Money
		for last+1 < to && log.Day[last+1] <= end {
			if last++; last > from {
				total += log.Amount[last]
			}
		}
		if last < from {
			continue // came later
		}
		first := log.Day[from]
		s.Customer = append(s.Customer, analysis.CustomerID(c))
		s.X = append(s.X, int32(last-from))
		s.TX = append(s.TX, int32(log.Day[last]-first))
		s.T = append(s.T, int32(end-first))
		s.Total = append(s.Total, total)
	}
	s.Rows, s.Row = group(s.X, s.TX, s.T, daysPerWeek)
	return s
}

func (s *Summary) grow(n int) {
	s.Customer = make([]analysis.CustomerID, 0, n)
	s.X, s.TX, s.T = make([]int32, 0, n), make([]int32, 0, n), make([]int32, 0, n)
	s.Total = make([]analysis.Money, 0, n)
}

// Repeaters returns how many customers bought again.
func (s *Summary) Repeaters() int {
	n := 0
	for _, x := range s.X {
		if x > 0 {
			n++
		}
	}
	return n
}

// Weeks returns how long the window is, from the first purchase of all to End.
func (s *Summary) Weeks() float64 { return float64(s.End-s.Begin) / daysPerWeek }

// group collects equal (x, tx, t) and tells for each customer the row.
func group(x, tx, t []int32, perWeek float64) (Rows, []uint32) {
	rows := Rows{PerWeek: perWeek}
	rowOf := make([]uint32, len(x))
	for i, c := range order(x, tx, t) {
		n := rows.Len()
		if i == 0 || x[c] != rows.X[n-1] || tx[c] != rows.TX[n-1] || t[c] != rows.T[n-1] {
			rows.X, rows.TX, rows.T = append(rows.X, x[c]), append(rows.TX, tx[c]), append(rows.T, t[c])
			rows.N = append(rows.N, 0)
			n++
		}
		rows.N[n-1]++
		rowOf[c] = uint32(n - 1)
	}
	return rows, rowOf
}

// order sorts indices by the first column, then the second, then the third:
// stable counting sorts from the last column to the first. Values are at least
// 0 and, being days or counts of days, small.
func order(columns ...[]int32) []uint32 {
	n := len(columns[0])
	now, next := make([]uint32, n), make([]uint32, n)
	for i := range now {
		now[i] = uint32(i)
	}
	for _, column := range slices.Backward(columns) {
		if n > 0 {
			countingSort(now, next, column)
			now, next = next, now
		}
	}
	return now
}

// countingSort writes the indices of from to into, ascending in key.
func countingSort(from, into []uint32, key []int32) {
	start := make([]uint32, int(slices.Max(key))+2)
	for _, k := range key {
		start[k+1]++
	}
	for k := 1; k < len(start); k++ {
		start[k] += start[k-1]
	}
	for _, i := range from {
		into[start[key[i]]] = i
		start[key[i]]++
	}
}
