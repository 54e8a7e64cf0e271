package segment

import (
	"cmp"
	"math"
	"slices"
)

// A Scan says what each number of clusters reaches.
type Scan struct {
	Tried        []ScanPoint // for K from MinClusters to MaxClusters
	Proposed     int         // the K of the best silhouette
	Customers    int         // whom starts were tried on: all, but where a sketch cannot stand for them
	SilhouetteOn int         // whom silhouettes are of, a stratified sample
	Sampled      bool        // these are not all customers

	best []points // centres on the sketch, of Tried
}

// A ScanPoint is what one number of clusters reaches.
type ScanPoint struct {
	K          int
	Within     float64 // ÷ that of one cluster: what share of the differences remains
	Silhouette float64 // mean, −1 to 1; NaN if there are no two clusters
}

// silhouetteOn is how many customers silhouettes are of: each is compared with every other.
const silhouetteOn = 800

// scan tries every number of clusters on a sketch of the customers. step hears after each how many are
// done, and may end the scan with an error.
func scan(p points, seed uint64, step func(done, of int) error) (Scan, error) {
	sketch := sketchOf(p, cells)
	few := sketch.stratified(p, silhouetteOn, seed)
	s := Scan{Customers: p.len(), SilhouetteOn: few.len(), Sampled: few.len() < p.len()}
	if sketch.of == nil {
		s.Customers = sketch.points.len()
	}
	inner, whole := sketch.inner(p), lloyd(sketch.points, points{dim: p.dim, x: make([]float64, p.dim)}, settled).within
	fewer := points{dim: p.dim}
	for k := MinClusters; k <= MaxClusters; k++ {
		best := search(sketch.points, fewer, k, seed)
		fewer = best.centers
		s.best = append(s.best, best.centers)
		s.Tried = append(s.Tried, ScanPoint{K: k, Within: (best.within + inner) / (whole + inner)})
		if err := step(k-MinClusters+1, MaxClusters-MinClusters+1); err != nil {
			return s, err
		}
	}
	for i, width := range silhouettes(few, s.best) {
		s.Tried[i].Silhouette = width
	}
	s.Proposed = slices.MaxFunc(s.Tried, func(a, b ScanPoint) int { return cmp.Compare(known(a.Silhouette), known(b.Silhouette)) }).K
	return s, nil
}

// known puts what is not known behind everything.
func known(v float64) float64 {
	if math.IsNaN(v) {
		return math.Inf(-1)
	}
	return v
}
