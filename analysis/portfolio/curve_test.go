package portfolio

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// TestCurveByHand: two customers won for 10. One is seen for three months and earns 6
// in each, the other for one month and earns 2. At least half of two is one.
//
//	month        0    1    2    3
//	observed     2    2    1    1
//	mean cash  −10    4    6    6
//	curve      −10   −6    0    6
func TestCurveByHand(t *testing.T) {
	r := relationships(91, []order{{0, 6}, {31, 6}, {61, 6}}, []order{{60, 2}}).costs(10, 0)
	c := r.Curves(nil, 1)[0]
	want := []Point{{2, -10, -10, -10}, {2, -6, 0, 0}, {1, 0, 0, 0}, {1, 6, 0, 0}}
	if len(c.Points) != len(want) || c.BreakEven != 2 {
		t.Fatalf("%+v", c)
	}
	for k, p := range c.Points {
		if p.AtRisk != want[k].AtRisk || !near(p.Mean, want[k].Mean, 1e-12) {
			t.Errorf("month %d: %+v, want %+v", k, p, want[k])
		}
	}
	// Deviations of ±2 from the mean 4, each ÷ 2: variance 1² + 1² from month 1 on, and
	// nothing more, as the one who goes on is her own mean.
	half := numeric.Z95 * math.Sqrt(2)
	for k := 1; k < 4; k++ {
		if p := c.Points[k]; !near(p.High-p.Mean, half, 1e-12) || !near(p.Mean-p.Low, half, 1e-12) {
			t.Errorf("month %d: interval %v … %v about %v, want ± %v", k, p.Low, p.High, p.Mean, half)
		}
	}
}

// TestCurveOfOneAgeIsTheMean: where all were observed equally long, the curve is the plain
// mean of the customers' sums and its variance that of a mean of independent ones, by n.
func TestCurveOfOneAgeIsTheMean(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	var customers [][]order
	for range 40 {
		customers = append(customers, []order{{0, rng.Float64() * 10}, {70, rng.Float64() * 100}, {200, rng.Float64()}})
	}
	r := relationships(364, customers...).costs(30, 1)
	r.Rate = 0.1
	points := r.Curves(nil, 1)[0].Points
	v := r.Values()
	mean := numeric.Total(v.Value) / 40
	squares := 0.0
	for _, x := range v.Value {
		squares += (x - mean) * (x - mean)
	}
	last := points[12]
	if half := numeric.Z95 * math.Sqrt(squares/40/40); len(points) != 13 || !near(last.Mean, mean, 1e-9) || !near(last.High-last.Mean, half, 1e-9) {
		t.Errorf("%d points, the last %+v; want mean %v ± %v", len(points), last, mean, half)
	}
}

// slowCurve is the definition, customer by customer and month by month.
func slowCurve(r *Relationships, of []int32, g int32) (points []Point) {
	var group []analysis.CustomerID
	for c := range of {
		if of[c] == g {
			group = append(group, analysis.CustomerID(c))
		}
	}
	whole := func(c analysis.CustomerID) int { return int(float64(r.Log.End-r.first(c)+1) * 12 / 365) }
	var means []float64
	var risk []int
	for k := 0; ; k++ {
		n, sum := 0, 0.0
		for _, c := range group {
			if whole(c) < k {
				continue
			}
			n++
			if k == 0 {
				sum -= r.Acquisition[c].Float()
			} else {
				sum += slowCash(r, c, k)
			}
		}
		if n == 0 || k > 0 && n < min(10, (len(group)+1)/2) {
			break
		}
		means, risk = append(means, sum/float64(n)), append(risk, n)
	}
	total := 0.0
	for k := range means {
		total += means[k]
		variance := 0.0
		for _, c := range group {
			d := (-r.Acquisition[c].Float() - means[0]) / float64(risk[0])
			for j := 1; j <= min(k, whole(c)); j++ {
				d += (slowCash(r, c, j) - means[j]) / float64(risk[j])
			}
			variance += d * d
		}
		half := numeric.Z95 * math.Sqrt(variance)
		points = append(points, Point{risk[k], total, total - half, total + half})
	}
	return points
}

func TestCurvesAgainstTheDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	for range 15 {
		r := random(rng, 60)
		of := make([]int32, 60)
		for c := range of {
			of[c] = int32(rng.IntN(4)) - 1
		}
		for g, curve := range r.Curves(of, 3) {
			want := slowCurve(r, of, int32(g))
			if len(curve.Points) != len(want) {
				t.Fatalf("%d points, want %d", len(curve.Points), len(want))
			}
			for k, p := range curve.Points {
				w := want[k]
				if p.AtRisk != w.AtRisk || !near(p.Mean, w.Mean, 1e-10) || !near(p.Low, w.Low, 1e-10) || !near(p.High, w.High, 1e-10) {
					t.Fatalf("month %d: %+v, want %+v", k, p, w)
				}
			}
		}
	}
}

func TestCurveOfNobody(t *testing.T) {
	r := relationships(10, []order{{0, 1}})
	if c := r.Curves([]int32{-1}, 2); len(c) != 2 || c[0].Customers != 0 || c[0].BreakEven != NoBreakEven || len(c[0].Points) != 0 {
		t.Errorf("%+v", c)
	}
}
