package segment

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Feature is one number a customer, by which customers are compared.
type Feature struct {
	Key    string    // of its name: "recency", "frequency", "spend", or "" where Name says it
	Name   string    // of a column
	Values []float64 // one a customer, NaN where unknown
	Plain  bool      // compare the values as they are, not their logarithms
}

// ClusterOptions choose how customers are put together.
type ClusterOptions struct {
	K    int    // clusters, MinClusters to MaxClusters; 0 takes the proposal
	Seed uint64 // the same one gives the same clusters
}

// Limits of ClusterOptions.K.
const (
	MinClusters = 2
	MaxClusters = 8
)

// Clusters are groups of customers who are alike.
type Clusters struct {
	K        int
	Proposed int     // the K of the best silhouette
	Of       []uint8 // index into List, or NoCluster where a feature is unknown
	List     []Cluster
	Scan     []ScanPoint // for K from MinClusters to MaxClusters
	Unknown  int         // customers with an unknown feature
	Within   float64     // sum of squared distances to the centres, of standardised features
	Features []Scale
	Sampled  bool // the scan is of a sample; the clusters themselves are of everybody
}

// NoCluster stands for a customer who is in none.
const NoCluster = math.MaxUint8

// A Cluster is one group. Its lists have an entry per feature.
type Cluster struct {
	Customers int
	Median    []float64 // of the values as given
	Level     []Level   // against all customers
}

// A Level says where a cluster's centre lies among all customers.
type Level int8

// The levels: beyond half a standard deviation from the mean is low or high.
const (
	Low    Level = -1
	Middle Level = 0
	High   Level = 1
)

// A ScanPoint is what one number of clusters reaches.
type ScanPoint struct {
	K          int
	Within     float64 // ÷ that of one cluster: what share of the differences remains
	Silhouette float64
}

// A Scale is how a feature was made comparable: (log1p(v) − Mean) ÷ SD, without the
// logarithm where Plain.
type Scale struct {
	Key, Name string
	Plain     bool
	Mean, SD  float64
}

// KMeans groups customers by k-means on standardised features: of log1p(v), as
// recency, frequency and spend are skewed, with values below 0 taken for 0. It tries every
// K, so that the choice can be seen.
func KMeans(features []Feature, opt ClusterOptions) (*Clusters, error) {
	if err := checkFeatures(features, opt); err != nil {
		return nil, err
	}
	c := &Clusters{}
	p, at := c.standardise(features)
	if distinct(p, MinClusters) < MinClusters {
		return nil, analysis.Fail(analysis.NotEnough, "segment.alike").Or("segment.alike.remedy")
	}
	found := c.scan(p, opt.Seed)
	if c.K = opt.K; c.K == 0 {
		c.K = c.Proposed
	}
	c.take(features, p, at, refine(p, found[c.K-MinClusters]))
	return c, nil
}

func checkFeatures(features []Feature, opt ClusterOptions) error {
	switch {
	case len(features) == 0 || len(features[0].Values) == 0:
		return analysis.Fail(analysis.NotEnough, "segment.no-features")
	case opt.K != 0 && (opt.K < MinClusters || opt.K > MaxClusters):
		return analysis.Fail(analysis.BadInput, "segment.bad-k", analysis.Count("k", opt.K), analysis.Count("min", MinClusters), analysis.Count("max", MaxClusters))
	}
	return nil
}

// standardise returns the points of those customers who have every feature, and
// which they are.
func (c *Clusters) standardise(features []Feature) (p points, at []int) {
	n := len(features[0].Values)
	for i := range n {
		if !slices.ContainsFunc(features, func(f Feature) bool { return math.IsNaN(f.Values[i]) }) {
			at = append(at, i)
		}
	}
	c.Unknown = n - len(at)
	p = points{len(features), make([]float64, len(at)*len(features))}
	for j, f := range features {
		c.Features = append(c.Features, standardise(f, p, at, j))
	}
	return p, at
}

// standardise fills column j of p. A feature in which nobody differs becomes 0.
func standardise(f Feature, p points, at []int, j int) Scale {
	s := Scale{Key: f.Key, Name: f.Name, Plain: f.Plain}
	var sum, squares numeric.Sum
	for i, customer := range at {
		v := f.Values[customer]
		if !f.Plain {
			v = numeric.Log1p(max(0, v))
		}
		p.x[i*p.dim+j] = v
		sum.Add(v)
	}
	s.Mean = sum.Value() / float64(len(at))
	for i := range at {
		d := p.x[i*p.dim+j] - s.Mean
		squares.Add(float64(d * d))
	}
	s.SD = math.Sqrt(squares.Value() / float64(len(at)))
	for i := range at {
		if s.SD > 0 {
			p.x[i*p.dim+j] = (p.x[i*p.dim+j] - s.Mean) / s.SD
		} else {
			p.x[i*p.dim+j] = 0
		}
	}
	return s
}

// distinct counts different points, up to enough.
func distinct(p points, enough int) int {
	if p.len() == 0 {
		return 0
	}
	n := 1
	for i := 1; i < p.len() && n < enough; i++ {
		if !slices.Equal(p.row(i), p.row(0)) {
			n++
		}
	}
	return n
}

// scan tries every number of clusters, on a sample where there are many customers.
func (c *Clusters) scan(p points, seed uint64) [][]partition {
	sample, few := every(p, sampleSize), every(p, silhouetteSample)
	c.Sampled = p.len() > sampleSize
	whole := lloyd(sample, points{p.dim, make([]float64, p.dim)}).within
	var found [][]partition
	for k := MinClusters; k <= MaxClusters; k++ {
		list := search(sample, k, seed)
		found = append(found, list)
		c.Scan = append(c.Scan, ScanPoint{K: k, Within: list[0].within / whole, Silhouette: silhouette(few, list[0].centers)})
	}
	c.Proposed = slices.MaxFunc(c.Scan, func(a, b ScanPoint) int { return cmp.Compare(a.Silhouette, b.Silhouette) }).K
	return found
}

// take describes the clusters of a partition, the largest first.
func (c *Clusters) take(features []Feature, p points, at []int, part partition) {
	c.Within = part.within
	rank := bySize(part, p.len())
	c.Of = make([]uint8, len(features[0].Values))
	for i := range c.Of {
		c.Of[i] = NoCluster
	}
	members := make([][]int, len(rank))
	for i, customer := range at {
		k := rank[part.of[i]]
		c.Of[customer] = k
		members[k] = append(members[k], customer)
	}
	c.List = make([]Cluster, len(members))
	for old, k := range rank {
		c.List[k] = describe(features, members[k], part.centers.row(old))
	}
	c.List = slices.DeleteFunc(c.List, func(g Cluster) bool { return g.Customers == 0 }) // they are last
	c.K = len(c.List)
}

// bySize ranks the clusters of a partition by falling size.
func bySize(part partition, n int) []uint8 {
	sizes := make([]int, part.centers.len())
	for _, k := range part.of[:n] {
		sizes[k]++
	}
	order := make([]int, len(sizes))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(sizes[b], sizes[a]) })
	rank := make([]uint8, len(sizes))
	for r, k := range order {
		rank[k] = uint8(r)
	}
	return rank
}

func describe(features []Feature, members []int, center []float64) Cluster {
	g := Cluster{Customers: len(members)}
	if len(members) == 0 {
		return g
	}
	values := make([]float64, len(members))
	for j, f := range features {
		for i, customer := range members {
			values[i] = f.Values[customer]
		}
		slices.Sort(values)
		g.Median = append(g.Median, (values[(len(values)-1)/2]+values[len(values)/2])/2)
		g.Level = append(g.Level, levelOf(center[j]))
	}
	return g
}

func levelOf(z float64) Level {
	switch {
	case z < -0.5:
		return Low
	case z > 0.5:
		return High
	}
	return Middle
}
