package segment

import (
	"cmp"
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
	b = b[:len(a)]
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

// Limits of the search for the clusters of one k.
const (
	starts     = 20      // seedings
	startsOn   = 4_000   // points that they are tried on
	finalists  = 4       // of them, the best that differ, are refined on all points …
	manyPoints = 100_000 // … but only the best of that many or more: a sample of them tells enough
	halfwayOn  = 40_000  // points that it is refined on before all of those many
)

// How far Lloyd's algorithm goes on, see lloyd: the last rounds move a few points at the
// borders and change no digit that is shown.
const (
	settled = 1e-9 // of the sum of squares
	roughly = 1e-5 // enough to tell a good start from a bad one
	nearly  = 1e-6 // on many points, which follow a sample: that left less than 1e-4 to gain
)

// kmeans searches for the partition of p into k with the least sum of squares: many
// seedings on a sample, the best of them refined on all points.
func kmeans(p points, k int, seed uint64) partition {
	return refine(p, search(every(p, startsOn), k, starts, seed))
}

// search returns the partitions of p into k that so many seedings lead to, the best
// first.
func search(p points, k, starts int, seed uint64) []partition {
	rng := rand.New(rand.NewPCG(seed, uint64(k)))
	found := make([]partition, starts)
	for s := range found {
		found[s] = lloyd(p, plusPlus(p, k, rng), roughly)
	}
	slices.SortStableFunc(found, func(a, b partition) int { return cmp.Compare(a.within, b.within) })
	return found
}

// refine goes on with the best partitions of a sample on all points, and returns the best
// of what comes of it.
func refine(p points, found []partition) partition {
	if p.len() >= manyPoints {
		halfway := lloyd(every(p, halfwayOn), found[0].centers, nearly)
		return lloyd(p, halfway.centers, nearly)
	}
	var best partition
	tried := 0
	for s, f := range found {
		if s > 0 && f.within <= found[s-1].within*(1+roughly) {
			continue // the same optimum again
		}
		refined := lloyd(p, points{p.dim, slices.Clone(f.centers.x)}, settled)
		if tried == 0 || refined.within < best.within {
			best = refined
		}
		if tried++; tried == finalists {
			break
		}
	}
	return best
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
