package segment

import (
	"math"
	"math/rand/v2"
)

// A sketch stands for many customers: those in the same cell of a fine grid become one point, their
// mean, that weighs as much as they are many. What lies between clusters is hardly finer than
// a cell, so that the best centres of a sketch are nearly those of all.
type sketch struct {
	points points
	of     []int32 // index into points, one a customer
}

// Limits of a sketch.
const (
	cells    = 2_500   // points of a sketch, at most
	finest   = 1. / 64 // width of a cell in standard deviations …
	coarsest = 0.75    // … and where it is too coarse to tell clusters apart
)

// sketchOf makes the finest sketch of at most that many cells: all points that differ, each
// by itself, where they are so few. Where even coarse cells are too many, as with a dozen features,
// it is an even sample of the customers.
func sketchOf(p points, cells int) sketch {
	for width := 0.0; width <= coarsest; width = max(finest, width*math.Sqrt2) {
		if s, ok := gridded(p, width, cells); ok {
			return s
		}
	}
	return sketch{points: every(p, cells)}
}

// gridded sorts points into cells of so many standard deviations; of width 0, a cell is one
// place. ok is false if there are more than enough of them.
func gridded(p points, width float64, enough int) (s sketch, ok bool) {
	s = sketch{points{dim: p.dim}, make([]int32, p.len())}
	found := newCells(enough)
	for i := range s.of {
		cell, isNew := found.at(cellOf(p.row(i), width))
		if isNew {
			if found.n > enough {
				return s, false
			}
			s.points.x = append(s.points.x, make([]float64, p.dim)...)
			s.points.weight = append(s.points.weight, 0)
		}
		s.of[i] = cell
		s.points.weight[cell]++
		for j, v := range p.row(i) {
			s.points.x[int(cell)*p.dim+j] += v
		}
	}
	for c, n := range s.points.weight {
		for j := range p.dim {
			s.points.x[c*p.dim+j] /= n
		}
	}
	return s, true
}

// cellOf mixes the coordinates of a point's cell into one number (the finalizer of Steele, Lea and
// Flood 2014, "Fast splittable pseudorandom number generators"). Two cells with the same one,
// of which the chance is negligible, become one.
func cellOf(row []float64, width float64) uint64 {
	h := uint64(0)
	for _, v := range row {
		bits := math.Float64bits(v)
		if width > 0 {
			bits = uint64(int64(math.Floor(v / width)))
		}
		h += bits + 0x9e3779b97f4a7c15
		h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
		h = (h ^ h>>27) * 0x94d049bb133111eb
		h ^= h >> 31
	}
	return h
}

// A cellIndex numbers cells in the order in which they come up, by open addressing.
type cellIndex struct {
	keys  []uint64
	cells []int32 // −1 where there is none
	n     int
}

func newCells(enough int) *cellIndex {
	size := 1
	for size < 4*enough {
		size *= 2
	}
	c := &cellIndex{keys: make([]uint64, size), cells: make([]int32, size)}
	for i := range c.cells {
		c.cells[i] = -1
	}
	return c
}

func (c *cellIndex) at(key uint64) (cell int32, isNew bool) {
	mask := uint64(len(c.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch {
		case c.cells[i] < 0:
			c.keys[i], c.cells[i] = key, int32(c.n)
			c.n++
			return c.cells[i], true
		case c.keys[i] == key:
			return c.cells[i], false
		}
	}
}

// inner is the sum of squares within cells, which a sketch does not show.
func (s sketch) inner(p points) (sum float64) {
	for i, cell := range s.of {
		sum += distance(p.row(i), s.points.row(int(cell)))
	}
	return sum
}

// stratified draws n of the points that s is of, from each cell its share: every (number ÷ n)th in
// the order of cells, beginning anywhere in the first stride.
func (s sketch) stratified(p points, n int, seed uint64) points {
	if p.len() <= n || s.of == nil {
		return every(p, n)
	}
	order := s.byCell()
	out := points{dim: p.dim, x: make([]float64, 0, n*p.dim)}
	stride := float64(p.len()) / float64(n)
	first := float64(rand.New(rand.NewPCG(seed, 0)).Float64()) // inlined, it ends in a product
	for i := range n {
		out.x = append(out.x, p.row(int(order[min(len(order)-1, int(float64((first+float64(i))*stride)))]))...)
	}
	return out
}

// byCell lists the points that s is of, those of a cell one after the other.
func (s sketch) byCell() []int32 {
	order := make([]int32, len(s.of))
	ends := make([]int32, s.points.len()+1)
	for _, cell := range s.of {
		ends[cell+1]++
	}
	for c := range s.points.weight {
		ends[c+1] += ends[c]
	}
	for i, cell := range s.of {
		order[ends[cell]] = int32(i)
		ends[cell]++
	}
	return order
}
