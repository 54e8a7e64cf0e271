package segment

import "math"

// silhouetteSample is how many points a silhouette is taken over: it compares each
// with every other.
const silhouetteSample = 1_500

// silhouette returns the mean over points of (b − a) ÷ max(a, b): a the mean distance to
// the others of one's own cluster, b to those of the nearest other one (Rousseeuw
// 1987). It lies in [−1, 1]; a point alone in its cluster counts 0. NaN for fewer
// than two clusters.
func silhouette(p points, centers points) float64 {
	k := centers.len()
	part := partition{centers: centers, of: make([]uint8, p.len())}
	part.assign(p)
	sizes := make([]int, k)
	for _, c := range part.of {
		sizes[c]++
	}
	if inhabited(sizes) < 2 {
		return math.NaN()
	}
	sum, toEach := 0.0, make([]float64, k)
	for i := range part.of {
		clear(toEach)
		for j, c := range part.of {
			toEach[c] += math.Sqrt(distance(p.row(i), p.row(j)))
		}
		sum += widthOf(int(part.of[i]), toEach, sizes)
	}
	return sum / float64(p.len())
}

func inhabited(sizes []int) int {
	n := 0
	for _, s := range sizes {
		if s > 0 {
			n++
		}
	}
	return n
}

// widthOf is the silhouette of one point of cluster own, from its summed distances
// to each cluster.
func widthOf(own int, toEach []float64, sizes []int) float64 {
	if sizes[own] < 2 {
		return 0
	}
	a, b := toEach[own]/float64(sizes[own]-1), math.Inf(1)
	for c, sum := range toEach {
		if c != own && sizes[c] > 0 {
			b = min(b, sum/float64(sizes[c]))
		}
	}
	if m := max(a, b); m > 0 {
		return (b - a) / m
	}
	return 0
}
