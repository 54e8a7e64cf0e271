package segment

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Mid-rank percentiles by counting: scipy.stats.percentileofscore(…, kind="mean") ÷ 100.
func TestPercentiles(t *testing.T) {
	p := PercentilesOf([]float64{10, 20, 20, math.NaN(), 40, -5}, false)
	for c, want := range []float64{.3, .6, .6, math.NaN(), .9, .1} {
		if got := p.At(c); !near(got, want) && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("customer %d is at %v, want %v", c, got, want)
		}
	}
	if down := PercentilesOf([]float64{10, 20, 20, math.NaN(), 40, -5}, true); !near(down.At(4), .1) || !near(down.At(1), .4) {
		t.Errorf("downwards %v and %v", down.At(4), down.At(1))
	}
	if nobody := PercentilesOf([]float64{math.NaN()}, false); nobody.Known != 0 || !math.IsNaN(nobody.At(0)) {
		t.Error("nobody has a percentile")
	}
}

func TestPercentilesAgainstCounting(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 11))
	for range 200 {
		values := make([]float64, 1+rng.IntN(60))
		for i := range values {
			values[i] = float64(rng.IntN(9)-4) * math.Copysign(1, rng.NormFloat64()) / 2
		}
		p, mean := PercentilesOf(values, false), 0.0
		for c, v := range values {
			behind := 0.0
			for _, u := range values {
				if u < v {
					behind++
				} else if u == v {
					behind += .5
				}
			}
			if !near(p.At(c), behind/float64(len(values))) {
				t.Fatalf("%v of %v is at %v", v, values, p.At(c))
			}
			mean += p.At(c) / float64(len(values))
		}
		if !near(mean, .5) {
			t.Fatalf("the mean percentile is %v", mean)
		}
	}
}

// ranked ranks random customers with some unknown values.
func ranked(t *testing.T, n int, weights []float64, opt RankOptions) ([]Percentiles, *Ranking) {
	t.Helper()
	rng := rand.New(rand.NewPCG(12, uint64(n)))
	by := make([]Percentiles, len(weights))
	for j := range by {
		values := make([]float64, n)
		for c := range values {
			if values[c] = math.Round(10 * rng.ExpFloat64()); rng.IntN(40) == 0 {
				values[c] = math.NaN()
			}
		}
		by[j] = PercentilesOf(values, j == 1)
	}
	r, err := Rank(by, weights, opt)
	if err != nil {
		t.Fatal(err)
	}
	return by, r
}

// Scores, order and ranks are what the definition says, customer by customer.
func TestRankAgainstDefinition(t *testing.T) {
	for _, n := range []int{3, 40, 3000} {
		weights := []float64{3, 2, 0, 5}
		by, r := ranked(t, n, weights, RankOptions{Top: 25, Seed: 1})
		scores, unknown := make([]float64, n), 0
		for c := range scores {
			for j, w := range weights {
				if w > 0 {
					scores[c] += w / 10 * by[j].At(c)
				}
			}
			if math.IsNaN(scores[c]) {
				unknown++
			}
		}
		if r.Unknown != unknown || r.Ranked != n-unknown || len(r.List) != min(25, n-unknown) {
			t.Fatalf("%d ranked, %d listed, %d unknown, want %d", r.Ranked, len(r.List), r.Unknown, unknown)
		}
		for i, k := range r.List {
			better := 0
			for _, s := range scores {
				if s > k.Score+1e-12 {
					better++
				}
			}
			if !near(k.Score, scores[k.Customer]) || k.Rank != better+1 || i > 0 && k.Score > r.List[i-1].Score {
				t.Fatalf("%d. is %+v, with %d better and a score of %v", i+1, k, better, scores[k.Customer])
			}
			if !math.IsNaN(k.Parts[2]) || k.Low > k.High || k.Low < 1 || !(k.InTop >= 0 && k.InTop <= 1) {
				t.Fatalf("%+v", k)
			}
		}
		if r.Stay[2] != -1 || r.Stay[0] < 0 || r.Stay[0] > len(r.List) {
			t.Errorf("%v stay", r.Stay)
		}
	}
}

// Whoever leads in everything leads whatever the weights, and falls nowhere.
func TestRankOfTheBestInAll(t *testing.T) {
	n := 200
	a, b := make([]float64, n), make([]float64, n)
	rng := rand.New(rand.NewPCG(13, 13))
	for c := range a {
		a[c], b[c] = rng.Float64(), rng.Float64()
	}
	a[7], b[7] = 2, 2
	r, err := Rank([]Percentiles{PercentilesOf(a, false), PercentilesOf(b, false)}, []float64{1, 1}, RankOptions{Top: 10, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if k := r.List[0]; k.Customer != 7 || k.Low != 1 || k.High != 1 || k.InTop != 1 || len(k.Needs) != 0 {
		t.Errorf("the best in all is %+v", k)
	}
	if last := r.List[9]; last.High <= last.Low || r.Steady < 1 || r.Steady == 10 {
		t.Errorf("%d are steady, the tenth is %+v", r.Steady, last)
	}
	for j, stay := range r.Stay {
		needed := 0
		for _, k := range r.List {
			if slices.Contains(k.Needs, j) {
				needed++
			}
		}
		if stay+needed != 10 {
			t.Errorf("without criterion %d %d stay and %d do not", j, stay, needed)
		}
	}
}

// TestRankDigits: the same ranges natively and as wasm.
func TestRankDigits(t *testing.T) {
	_, r := ranked(t, 3000, []float64{.4, .3, .2, .1}, RankOptions{Top: 5, Seed: 1})
	k := r.List[4]
	if k.Score != 0.9128083992914843 || k.Low != 2 || k.High != 17 || k.InTop != 0.44 {
		t.Errorf("%v, %d to %d, %v", k.Score, k.Low, k.High, k.InTop)
	}
}

func TestRankBadInput(t *testing.T) {
	one := []Percentiles{PercentilesOf([]float64{1, 2, 3}, false)}
	for name, f := range map[string]func() (*Ranking, error){
		"no criteria": func() (*Ranking, error) { return Rank(nil, nil, RankOptions{}) },
		"no weight":   func() (*Ranking, error) { return Rank(one, []float64{0}, RankOptions{}) },
		"below zero":  func() (*Ranking, error) { return Rank(one, []float64{-1}, RankOptions{}) },
		"not known":   func() (*Ranking, error) { return Rank(one, []float64{math.NaN()}, RankOptions{}) },
		"too many":    func() (*Ranking, error) { return Rank(one, []float64{1}, RankOptions{Top: MaxTop + 1}) },
		"nobody": func() (*Ranking, error) {
			return Rank([]Percentiles{PercentilesOf([]float64{math.NaN()}, false)}, []float64{1}, RankOptions{})
		},
	} {
		if _, err := f(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	r, err := Rank(one, []float64{1}, RankOptions{})
	if err != nil || r.Draws != 0 || len(r.List) != 3 || !math.IsNaN(r.List[0].InTop) || r.Stay[0] != -1 {
		t.Errorf("one criterion: %+v, %v", r, err)
	}
}

// The draws have the mean and the variance of the gamma distribution, shape both.
func TestGammaDraw(t *testing.T) {
	rng := rand.New(rand.NewPCG(14, 14))
	for _, shape := range []float64{.2, 1, 3.5, 30} {
		n, sum, squares := 40_000, 0.0, 0.0
		for range n {
			x := gammaDraw(rng, shape)
			sum += x
			squares += (x - shape) * (x - shape)
		}
		if mean := sum / float64(n); math.Abs(mean-shape) > 5*math.Sqrt(shape/float64(n)) {
			t.Errorf("shape %v: the mean is %v", shape, mean)
		}
		if v := squares / float64(n); math.Abs(v/shape-1) > .1 {
			t.Errorf("shape %v: the variance is %v", shape, v)
		}
	}
}

func BenchmarkRank(b *testing.B) {
	for _, at := range benchmarked {
		by := []Percentiles{}
		for _, f := range shopLike(at.n) {
			by = append(by, PercentilesOf(f.Values, f.Key == "recency"))
		}
		b.Run(at.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Rank(by, []float64{1, 2, 3}, RankOptions{Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
