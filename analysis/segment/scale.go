package segment

import (
	"math"
	"slices"

	"churnbench/analysis/internal/numeric"
)

// A Scale is how a feature was made comparable: (log1p(v) − Mean) ÷ SD, without the
// logarithm where Plain.
type Scale struct {
	Key, Name string
	Plain     bool
	Mean, SD  float64
}

// standardise makes points of those customers who have every feature.
func (c *Comparison) standardise() {
	n := c.customers()
	c.at = make([]int, 0, n)
	for i := range n {
		if !slices.ContainsFunc(c.features, func(f Feature) bool { return math.IsNaN(f.Values[i]) }) {
			c.at = append(c.at, i)
		}
	}
	c.points = points{dim: len(c.features), x: make([]float64, len(c.at)*len(c.features))}
	for j, f := range c.features {
		c.scales = append(c.scales, standardise(f, c.points, c.at, j))
	}
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
