package portfolio

import (
	"math"
	"slices"

	"churnbench/analysis"
)

// band is how many cuts a value has reached.
func (x *Axis) band(v float64) int {
	k := 0
	for k < len(x.Cuts) && v >= x.Cuts[k] {
		k++
	}
	return k
}

// levels name the bands of an axis, the lowest first.
func (x *Axis) levels() []string {
	if x.Bands == 3 {
		return []string{"l", "m", "h"}
	}
	return []string{"l", "h"}
}

// Keys are those of the cells, in the order of Matrix.Cells.
func (o *MatrixOptions) Keys() (keys []string) {
	for _, profit := range o.Profit.levels() {
		for _, share := range o.Share.levels() {
			keys = append(keys, share+profit)
		}
	}
	return keys
}

func emptyCells(o MatrixOptions) []Cell {
	keys := o.Keys()
	cells := make([]Cell, len(keys))
	for i, key := range keys {
		cells[i].Key = key
	}
	return cells
}

// settled fills in proposals from the customers that can be placed.
func (o MatrixOptions) settled(p *Placing) (MatrixOptions, error) {
	for _, x := range []*Axis{&o.Share, &o.Profit} {
		if x.Bands == 0 {
			x.Bands = 2
		}
		if err := x.check(); err != nil {
			return o, err
		}
	}
	if o.Share.Cuts == nil {
		o.Share.Cuts = equalParts(o.Share.Bands)
	}
	if o.Profit.Cuts == nil {
		o.Profit.Cuts = quantiles(p.placeable(), o.Profit.Bands)
	}
	return o, nil
}

func (x *Axis) check() error {
	if x.Bands != 2 && x.Bands != 3 {
		return analysis.Fail(analysis.BadInput, "portfolio.bad-bands", analysis.Count("bands", x.Bands))
	}
	if x.Cuts == nil {
		return nil
	}
	finite := !slices.ContainsFunc(x.Cuts, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
	if len(x.Cuts) != x.Bands-1 || !finite || !slices.IsSorted(x.Cuts) || len(x.Cuts) == 2 && x.Cuts[0] == x.Cuts[1] {
		return analysis.Fail(analysis.BadInput, "portfolio.bad-cuts", analysis.Count("cuts", x.Bands-1))
	}
	return nil
}

func equalParts(bands int) []float64 {
	cuts := make([]float64, bands-1)
	for k := range cuts {
		cuts[k] = float64(k+1) / float64(bands)
	}
	return cuts
}

// placeable returns the profits of the customers with both measures.
func (p *Placing) placeable() (list []float64) {
	for c, standing := range p.Of {
		if standing >= 0 {
			list = append(list, p.Profit[c])
		}
	}
	return list
}

// quantiles cuts a list into equal parts, between two values by straight lines
// (definition 7 of Hyndman and Fan 1996, "Sample quantiles in statistical packages"):
// one cut is the median. Without values the cuts are 0; cuts that coincide are moved
// apart by the smallest step, so that the upper bands can be told.
func quantiles(list []float64, bands int) []float64 {
	cuts := make([]float64, bands-1)
	slices.Sort(list)
	for k := range cuts {
		if len(list) > 0 {
			at := float64(k+1) / float64(bands) * float64(len(list)-1)
			i := min(int(at), len(list)-1)
			next := list[min(i+1, len(list)-1)]
			cuts[k] = list[i] + float64((at-float64(i))*(next-list[i]))
		}
		if k > 0 && cuts[k] <= cuts[k-1] {
			cuts[k] = math.Nextafter(cuts[k-1], math.Inf(1))
		}
	}
	return cuts
}
