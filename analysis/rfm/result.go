package rfm

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// Result adds up what a screen shows. lost says of each customer whether she counts
// as lost; nil leaves that unknown.
func (s *Scores) Result(lost []bool) *Result {
	r := &Result{
		Options:   s.Options,
		End:       s.End,
		Cuts:      s.Cuts,
		Within:    s.Within,
		Ties:      s.Ties,
		Segments:  s.segmentTotals(lost),
		Grid:      s.grid(lost),
		Customers: len(s.R),
	}
	for _, segment := range r.Segments {
		r.Revenue += segment.Revenue
		r.Loss.Lost += segment.Loss.Lost
	}
	r.Loss = LossOf(r.Loss.Lost, r.Customers, lost != nil)
	if s.Options.Own.N > 0 {
		r.Coverage = Cover(s.Segments, s.Options.Bins)
	}
	r.Warnings = s.warnings()
	return r
}

// segmentTotals fills the statistics of every segment.
func (s *Scores) segmentTotals(lost []bool) []Segment {
	segments := make([]Segment, len(s.Segments))
	copy(segments, s.Segments)
	bought := make([]int, len(segments))
	for c, i := range s.Segment {
		segments[i].Customers++
		segments[i].Revenue += s.Spend[c]
		bought[i] += int(s.Bought[c])
		if lost != nil && lost[c] {
			segments[i].Loss.Lost++
		}
	}
	medians := s.medianRecency(segments)
	for i := range segments {
		n := float64(segments[i].Customers)
		segments[i].Recency = medians[i]
		segments[i].Frequency = float64(bought[i]) / n // NaN without customers
		segments[i].Spend = segments[i].Revenue.Float() / n
		segments[i].Loss = LossOf(segments[i].Loss.Lost, segments[i].Customers, lost != nil)
	}
	return segments
}

// medianRecency returns each segment's median days since the last purchase,
// from one sort of (segment, recency) pairs packed into integers.
func (s *Scores) medianRecency(segments []Segment) []float64 {
	n := len(s.Recency)
	packed := make([]int64, 2*n)
	for c, days := range s.Recency {
		packed[c] = int64(s.Segment[c])<<32 | int64(days)
	}
	numeric.RadixSort(packed[:n], packed[n:])
	medians := make([]float64, len(segments))
	from := 0
	for i, segment := range segments {
		medians[i] = medianOf(packed[from : from+segment.Customers])
		from += segment.Customers
	}
	return medians
}

// medianOf returns the median of the low halves of sorted values.
func medianOf(sorted []int64) float64 {
	n := len(sorted)
	if n == 0 {
		return math.NaN()
	}
	return (float64(int32(sorted[(n-1)/2])) + float64(int32(sorted[n/2]))) / 2
}

// grid adds up the recency × frequency cells.
func (s *Scores) grid(lost []bool) []Cell {
	bins := s.Options.Bins
	cells := make([]Cell, bins*bins)
	for i := range cells {
		r, f := i/bins+1, i%bins+1
		cells[i] = Cell{R: r, F: f, Segment: s.segmentOfCell(r, f)}
	}
	for c := range s.R {
		cell := &cells[int(s.R[c]-1)*bins+int(s.F[c]-1)]
		cell.Customers++
		cell.Revenue += s.Spend[c]
		if lost != nil && lost[c] {
			cell.Loss.Lost++
		}
	}
	for i := range cells {
		cells[i].Loss = LossOf(cells[i].Loss.Lost, cells[i].Customers, lost != nil)
	}
	return cells
}

// segmentOfCell returns the segment that all spend scores of a cell share, ""
// if they part ways.
func (s *Scores) segmentOfCell(r, f int) string {
	one := s.lookup.at(uint8(r), uint8(f), 1)
	for m := 2; m <= s.Options.Bins; m++ {
		if s.lookup.at(uint8(r), uint8(f), uint8(m)) != one {
			return ""
		}
	}
	return s.Segments[one].Key
}

// LossOf is the loss of a group of customers, known or not.
func LossOf(lost, customers int, known bool) Loss {
	l := Loss{lost, math.NaN(), math.NaN(), math.NaN()}
	if known && customers > 0 {
		l.Share = float64(lost) / float64(customers)
		l.Low, l.High = numeric.Wilson(lost, customers, numeric.Z95)
	}
	return l
}
