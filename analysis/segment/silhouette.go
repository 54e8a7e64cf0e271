package segment

import "math"

// silhouettes returns for each of several partitions of the same points the mean over
// points of (b − a) ÷ max(a, b): a the mean distance to the others of one's own cluster,
// b to those of the nearest other one (Rousseeuw 1987). It lies in [−1, 1]; a point
// alone in its cluster counts 0. NaN for fewer than two clusters.
//
// Distances between points are what costs. Each is measured once, for all partitions
// and both of its ends.
func silhouettes(p points, centers []points) []float64 {
	n := p.len()
	shares := make([]*widths, len(centers))
	for s, c := range centers {
		shares[s] = newWidths(p, c)
	}
	for i := range n {
		for j := range i {
			d := math.Sqrt(distance(p.row(i), p.row(j)))
			for _, w := range shares {
				w.toEach[i*w.k+int(w.of[j])] += d
				w.toEach[j*w.k+int(w.of[i])] += d
			}
		}
	}
	means := make([]float64, len(centers))
	for s, w := range shares {
		means[s] = w.mean()
	}
	return means
}

// widths gathers what the silhouettes of one partition are made of.
type widths struct {
	k      int
	of     []uint8
	sizes  []int
	toEach []float64 // [point][cluster]: summed distances
}

func newWidths(p, centers points) *widths {
	part := partition{centers: centers, of: make([]uint8, p.len())}
	part.assign(p)
	w := &widths{centers.len(), part.of, make([]int, centers.len()), make([]float64, p.len()*centers.len())}
	for _, c := range w.of {
		w.sizes[c]++
	}
	return w
}

func (w *widths) mean() float64 {
	if inhabited(w.sizes) < 2 {
		return math.NaN()
	}
	sum := 0.0
	for i, own := range w.of {
		sum += widthOf(int(own), w.toEach[i*w.k:(i+1)*w.k], w.sizes)
	}
	return sum / float64(len(w.of))
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
