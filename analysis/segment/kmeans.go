package segment

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// points are rows of dim coordinates, one row a customer, or one for several.
type points struct {
	dim    int
	x      []float64 // row-major
	weight []float64 // customers of each row; nil for one each
}

func (p points) len() int            { return len(p.x) / p.dim }
func (p points) row(i int) []float64 { return p.x[i*p.dim : (i+1)*p.dim : (i+1)*p.dim] }

// weigh is the weight of point i.
func (p points) weigh(i int) float64 {
	if p.weight == nil {
		return 1
	}
	return p.weight[i]
}

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

// plusPlus adds centres to those given until they are k. Each new one is the best of several points,
// drawn with a chance proportional to the squared distance from the centres so far (Arthur and
// Vassilvitskii 2007, "k-means++: the advantages of careful seeding", and section 4 of it for the
// several). There are fewer than k where fewer points differ.
func plusPlus(p points, centers points, k int, rng *rand.Rand) points {
	centers = points{dim: p.dim, x: slices.Clone(centers.x)}
	if centers.len() == 0 {
		centers.x = append(centers.x, p.row(drawAny(p, rng))...)
	}
	nearest := make([]float64, p.len())
	for i := range nearest {
		_, nearest[i], _ = nearestTwo(p.row(i), centers)
		nearest[i] *= p.weigh(i)
	}
	best, next := make([]float64, p.len()), make([]float64, p.len())
	for centers.len() < k {
		least, chosen := math.Inf(1), 0
		for range candidates {
			at, ok := draw(nearest, rng)
			if !ok {
				return centers
			}
			if left := p.left(nearest, at, next); left < least {
				least, chosen = left, at
				best, next = next, best
			}
		}
		centers.x = append(centers.x, p.row(chosen)...)
		nearest, best = best, nearest
	}
	return centers
}

// left writes into out what remains of the weighted squared distances to the nearest centre if point
// at becomes one too, and returns their sum.
func (p points) left(nearest []float64, at int, out []float64) (sum float64) {
	center := p.row(at)
	for i, was := range nearest {
		out[i] = min(was, float64(p.weigh(i)*distance(p.row(i), center)))
		sum += out[i]
	}
	return sum
}

// drawAny returns a point with a chance proportional to its weight.
func drawAny(p points, rng *rand.Rand) int {
	if p.weight == nil {
		return rng.IntN(p.len())
	}
	i, _ := draw(p.weight, rng)
	return i
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
	starts     = 10      // seedings on the sketch, one of which goes on from the clusters of k − 1
	finalists  = 2       // of them go on to the end
	candidates = 3       // for each centre of a seeding
	manyPoints = 100_000 // on that many or more, what the sketch told is changed by digits that nobody is shown
)

// How far Lloyd's algorithm goes on, see lloyd: the last rounds move a few points at the
// borders and change no digit that is shown.
const (
	settled = 1e-9 // of the sum of squares
	roughly = 1e-3 // enough to tell a good start from a bad one
	nearly  = 1e-6 // on many points
)

// search returns the best partition of p into k that several seedings lead to. fewer are the centres
// of the best for a smaller k, or none.
func search(p points, fewer points, k int, seed uint64) partition {
	rng := rand.New(rand.NewPCG(seed, uint64(k)))
	found := make([]partition, starts)
	for s := range found {
		if s > 0 {
			fewer = points{dim: p.dim}
		}
		found[s] = lloyd(p, plusPlus(p, fewer, k, rng), roughly)
	}
	slices.SortStableFunc(found, func(a, b partition) int { return cmp.Compare(a.within, b.within) })
	var best partition
	for s := range finalists {
		if settled := lloyd(p, found[s].centers, settled); s == 0 || settled.within < best.within {
			best = settled
		}
	}
	return best
}

// refine goes on with centres of a sketch on all points.
func refine(p, centers points) partition {
	enough := settled
	if p.len() >= manyPoints {
		enough = nearly
	}
	return lloyd(p, points{dim: p.dim, x: slices.Clone(centers.x)}, enough)
}

// every takes about n points at equal distances in their order, all of them if there
// are no more.
func every(p points, n int) points {
	if p.len() <= n {
		return p
	}
	out := points{dim: p.dim, x: make([]float64, 0, n*p.dim)}
	for i := range n {
		out.x = append(out.x, p.row(i*p.len()/n)...)
	}
	return out
}
