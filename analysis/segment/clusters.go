package segment

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
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
	Scan
	K        int
	Of       []uint8 // index into List, or NoCluster where a feature is unknown
	List     []Cluster
	Unknown  int     // customers with an unknown feature
	Within   float64 // sum of squared distances to the centres, of standardised features
	Features []Scale
}

// NoCluster stands for a customer who is in none.
const NoCluster = math.MaxUint8

// A Cluster is one group. Its lists have an entry per feature.
type Cluster struct {
	Customers int
	Median    []float64 // of the values as given
	Center    []float64 // of the standardised values: standard deviations from the mean of all
	Level     []Level   // of Center
}

// A Level says where a cluster's centre lies among all customers.
type Level int8

// The levels: beyond half a standard deviation from the mean is low or high.
const (
	Low    Level = -1
	Middle Level = 0
	High   Level = 1
)

// KMeans groups customers by k-means on standardised features: of log1p(v), as
// recency, frequency and spend are skewed, with values below 0 taken for 0. It tries every
// K, so that the choice can be seen.
func KMeans(features []Feature, opt ClusterOptions) (*Clusters, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	c, err := Compare(features, opt.Seed, func(int, int) error { return nil })
	if err != nil {
		return nil, err
	}
	return c.Clusters(opt.K)
}

func (opt ClusterOptions) check() error {
	if opt.K != 0 && (opt.K < MinClusters || opt.K > MaxClusters) {
		return analysis.Fail(analysis.BadInput, "segment.bad-k", analysis.Count("k", opt.K), analysis.Count("min", MinClusters), analysis.Count("max", MaxClusters))
	}
	return nil
}

// A Comparison is customers made comparable, and what each number of clusters would
// reach: all that does not depend on the number that is chosen.
type Comparison struct {
	Scan
	features []Feature
	scales   []Scale
	seed     uint64
	at       []int // customers who have every feature
	points   points
}

// Compare makes customers comparable and tries every number of clusters. step hears after each how
// many are done, and may end the work with an error.
func Compare(features []Feature, seed uint64, step func(done, of int) error) (*Comparison, error) {
	if len(features) == 0 || len(features[0].Values) == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "segment.no-features")
	}
	c := &Comparison{features: features, seed: seed}
	c.standardise()
	if distinct(c.points, MinClusters) < MinClusters {
		return nil, analysis.Fail(analysis.NotEnough, "segment.alike").Or("segment.alike.remedy")
	}
	var err error
	c.Scan, err = scan(c.points, seed, step)
	return c, err
}

// Clusters groups the customers into k clusters, or into the proposed number if k is 0. There
// are fewer where fewer customers differ.
func (c *Comparison) Clusters(k int) (*Clusters, error) {
	if err := (ClusterOptions{K: k}).check(); err != nil {
		return nil, err
	}
	if k == 0 {
		k = c.Proposed
	}
	out := &Clusters{Scan: c.Scan, Features: c.scales, Unknown: c.customers() - len(c.at)}
	out.take(c, refine(c.points, c.best[k-MinClusters]))
	return out, nil
}

func (c *Comparison) customers() int { return len(c.features[0].Values) }

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

// take describes the clusters of a partition, the largest first.
func (c *Clusters) take(by *Comparison, part partition) {
	c.Within = part.within
	rank := bySize(part)
	c.Of = make([]uint8, by.customers())
	for i := range c.Of {
		c.Of[i] = NoCluster
	}
	members := make([][]int, len(rank))
	for i, customer := range by.at {
		k := rank[part.of[i]]
		c.Of[customer] = k
		members[k] = append(members[k], customer)
	}
	c.List = make([]Cluster, len(members))
	for old, k := range rank {
		c.List[k] = describe(by.features, members[k], part.centers.row(old))
	}
	c.List = slices.DeleteFunc(c.List, func(g Cluster) bool { return g.Customers == 0 }) // they are last
	c.K = len(c.List)
}

// bySize ranks the clusters of a partition by falling size.
func bySize(part partition) []uint8 {
	sizes := make([]int, part.centers.len())
	for _, k := range part.of {
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
	g := Cluster{Customers: len(members), Center: slices.Clone(center)}
	if len(members) == 0 {
		return g
	}
	values := make([]float64, len(members))
	for j, f := range features {
		for i, customer := range members {
			values[i] = f.Values[customer]
		}
		g.Median = append(g.Median, median(values))
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
