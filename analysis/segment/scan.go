package segment

import (
	"cmp"
	"math"
	"slices"
)

// A Scan says what each number of clusters reaches, on an even sample where there are many
// customers: every (n ÷ sample)th in the order of the file, so that the same data give the
// same sample.
type Scan struct {
	Tried        []ScanPoint // for K from MinClusters to MaxClusters
	Proposed     int         // the K of the best silhouette
	Customers    int         // whom starts were tried on
	SilhouetteOn int         // whom silhouettes are of
	Sampled      bool        // these are not all customers
}

// A ScanPoint is what one number of clusters reaches.
type ScanPoint struct {
	K          int
	Within     float64 // ÷ that of one cluster: what share of the differences remains
	Silhouette float64 // mean, −1 to 1; NaN if there are no two clusters
}

// Limits of a scan. It chooses k, not the clusters: fewer starts on fewer customers tell
// enough, and the k that is chosen is then searched for with more of both.
const (
	scanStarts   = 8
	scanOn       = 2_000
	silhouetteOn = 1_000 // each is compared with every other
)

// scan tries every number of clusters.
func scan(p points, seed uint64, progress func(done, of int)) Scan {
	sample, few := every(p, scanOn), every(p, silhouetteOn)
	s := Scan{Customers: sample.len(), SilhouetteOn: few.len(), Sampled: p.len() > silhouetteOn}
	whole := lloyd(sample, points{p.dim, make([]float64, p.dim)}, settled).within
	var centers []points
	for k := MinClusters; k <= MaxClusters; k++ {
		best := search(sample, k, scanStarts, seed)[0]
		centers = append(centers, best.centers)
		s.Tried = append(s.Tried, ScanPoint{K: k, Within: best.within / whole})
		if progress != nil {
			progress(k-MinClusters+1, MaxClusters-MinClusters+1)
		}
	}
	for i, width := range silhouettes(few, centers) {
		s.Tried[i].Silhouette = width
	}
	s.Proposed = slices.MaxFunc(s.Tried, func(a, b ScanPoint) int { return cmp.Compare(known(a.Silhouette), known(b.Silhouette)) }).K
	return s
}

// known puts what is not known behind everything.
func known(v float64) float64 {
	if math.IsNaN(v) {
		return math.Inf(-1)
	}
	return v
}
