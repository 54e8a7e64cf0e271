package segment

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// points are rows of dim coordinates, one row a customer.
type points struct {
	dim int
	x   []float64 // row-major
}

func (p points) len() int            { return len(p.x) / p.dim }
func (p points) row(i int) []float64 { return p.x[i*p.dim : (i+1)*p.dim : (i+1)*p.dim] }

// distance returns the squared Euclidean distance. Each product is rounded by itself
// (float64 forbids fused operations), so that every platform gets the same bits.
func distance(a, b []float64) float64 {
	sum := 0.0
	for j, v := range a {
		d := v - b[j]
		sum += float64(d * d)
	}
	return sum
}

// A partition is points shared out to the nearest of several centres.
type partition struct {
	centers points
	of      []uint8
	within  float64 // sum of squared distances to the centres (WCSS)
}

// plusPlus chooses k of the points as first centres: the first at random, each next one
// with a chance proportional to the squared distance from those chosen (Arthur and
// Vassilvitskii 2007, "k-means++: the advantages of careful seeding"). Fewer than k
// are chosen where fewer points differ.
func plusPlus(p points, k int, rng *rand.Rand) points {
	n := p.len()
	centers := points{p.dim, slices.Clone(p.row(rng.IntN(n)))}
	nearest := make([]float64, n)
	for i := range nearest {
		nearest[i] = distance(p.row(i), centers.row(0))
	}
	for centers.len() < k {
		next, ok := draw(nearest, rng)
		if !ok {
			break
		}
		centers.x = append(centers.x, p.row(next)...)
		for i := range nearest {
			nearest[i] = min(nearest[i], distance(p.row(i), centers.row(centers.len()-1)))
		}
	}
	return centers
}

// draw returns an index with a chance proportional to its weight; ok is false if
// all weights are 0.
func draw(weights []float64, rng *rand.Rand) (i int, ok bool) {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	if sum == 0 {
		return 0, false
	}
	left := rng.Float64() * sum
	last := 0
	for i, w := range weights {
		if w > 0 {
			last = i
			if left -= w; left < 0 {
				return i, true
			}
		}
	}
	return last, true // rounding left a remainder
}

// Bounds of Lloyd's algorithm, which lowers the sum of squares in every round: the last
// rounds move a few points at the borders and change no digit that is shown.
const (
	maxRounds = 300
	settled   = 1e-9 // of the sum of squares
)

// lloyd moves centres to the means of their points until that hardly lowers the
// sum of squares any more (Lloyd 1982). It changes centers.
func lloyd(p points, centers points) partition {
	part := partition{centers: centers, of: make([]uint8, p.len())}
	before := math.Inf(1)
	for range maxRounds {
		if moved := part.assign(p); !moved && before < math.Inf(1) || before-part.within < settled*part.within {
			break
		}
		before = part.within
		part.center(p)
	}
	return part
}

// assign shares the points out, to the first of equally near centres, and reports whether any
// of them changed its centre.
func (part *partition) assign(p points) (moved bool) {
	part.within = 0
	for i := range part.of {
		best, nearest := 0, math.Inf(1)
		row := p.row(i)
		for c := range part.centers.len() {
			if d := distance(row, part.centers.row(c)); d < nearest {
				best, nearest = c, d
			}
		}
		moved = moved || int(part.of[i]) != best
		part.of[i] = uint8(best)
		part.within += nearest
	}
	return moved
}

// center moves each centre to the mean of its points. A centre that lost all of its
// points stays where it is.
func (part *partition) center(p points) {
	k := part.centers.len()
	sums, counts := make([]float64, k*p.dim), make([]int, k)
	for i, c := range part.of {
		counts[c]++
		for j, v := range p.row(i) {
			sums[int(c)*p.dim+j] += v
		}
	}
	for c, n := range counts {
		if n == 0 {
			continue
		}
		for j := range p.dim {
			part.centers.x[c*p.dim+j] = sums[c*p.dim+j] / float64(n)
		}
	}
}

// Limits of the search.
const (
	starts     = 20      // seedings per k
	finalists  = 4       // of them, the best that differ, are refined on all points …
	manyPoints = 100_000 // … but only the best of that many or more: a sample of them tells enough
	sampleSize = 4_000   // points that starts are tried on
)

// search returns the partitions of p into k that the seedings lead to, the best
// first.
func search(p points, k int, seed uint64) []partition {
	rng := rand.New(rand.NewPCG(seed, uint64(k)))
	found := make([]partition, starts)
	for s := range found {
		found[s] = lloyd(p, plusPlus(p, k, rng))
	}
	slices.SortStableFunc(found, func(a, b partition) int { return cmp.Compare(a.within, b.within) })
	return found
}

// refine goes on with the best partitions of a sample on all points, and returns the best
// of what comes of it.
func refine(p points, found []partition) partition {
	var best partition
	tried := 0
	for s, f := range found {
		if s > 0 && f.within <= found[s-1].within*(1+1e-9) {
			continue // the same optimum again
		}
		refined := lloyd(p, points{p.dim, slices.Clone(f.centers.x)})
		if tried == 0 || refined.within < best.within {
			best = refined
		}
		if tried++; tried == finalists || p.len() >= manyPoints {
			break
		}
	}
	return best
}

// kmeans searches for the partition of p into k with the least sum of squares: many
// seedings on a sample, the best of them refined on all points.
func kmeans(p points, k int, seed uint64) partition {
	return refine(p, search(every(p, sampleSize), k, seed))
}

// every takes about n points at equal distances in their order, all of them if there
// are no more.
func every(p points, n int) points {
	if p.len() <= n {
		return p
	}
	out := points{p.dim, make([]float64, 0, n*p.dim)}
	for i := range n {
		out.x = append(out.x, p.row(i*p.len()/n)...)
	}
	return out
}
