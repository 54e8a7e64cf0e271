package segment

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// pointsOf makes points of features, as Compare does.
func pointsOf(features []Feature) points {
	c := Comparison{features: features}
	c.standardise()
	return c.points
}

// naiveLloyd is lloyd by the book: every round measures every distance.
func naiveLloyd(p, centers points, enough float64) partition {
	part := partition{centers: centers, of: make([]uint8, p.len())}
	total := 0.0
	for round := range maxRounds {
		part.within = 0
		for i := range part.of {
			best, nearest := 0, math.Inf(1)
			for c := range centers.len() {
				if d := distance(p.row(i), centers.row(c)); d < nearest {
					best, nearest = c, d
				}
			}
			part.of[i] = uint8(best)
			part.within += nearest
		}
		if round == 0 {
			total = part.within
		}
		if naiveMove(p, part) <= enough*total {
			break
		}
	}
	part.assign(p)
	return part
}

// naiveMove puts centres at the means of their points and returns what that gains.
func naiveMove(p points, part partition) (gain float64) {
	k := part.centers.len()
	sums, counts := make([]float64, k*p.dim), make([]int, k)
	for i, c := range part.of {
		counts[c]++
		for j, v := range p.row(i) {
			sums[int(c)*p.dim+j] += v
		}
	}
	for c, n := range counts {
		for j := range p.dim {
			if n > 0 {
				mean := sums[c*p.dim+j] / float64(n)
				gain += float64(n) * (mean - part.centers.x[c*p.dim+j]) * (mean - part.centers.x[c*p.dim+j])
				part.centers.x[c*p.dim+j] = mean
			}
		}
	}
	return gain
}

// Bounds save distances and change nothing: from the same centres both ways lead to the
// same clusters.
func TestLloydAgainstNaive(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	for round := range 200 {
		p := points{dim: 1 + rng.IntN(4)}
		for range p.dim * (2 + rng.IntN(400)) {
			p.x = append(p.x, math.Round(rng.NormFloat64()*float64(1+rng.IntN(40)))/4)
		}
		k := min(p.len(), 1+rng.IntN(9))
		centers := plusPlus(p, points{dim: p.dim}, k, rng)
		got := lloyd(p, points{dim: p.dim, x: slices.Clone(centers.x)}, settled)
		want := naiveLloyd(p, points{dim: p.dim, x: slices.Clone(centers.x)}, settled)
		if !slices.Equal(got.of, want.of) || math.Abs(got.within-want.within) > 1e-9*want.within {
			t.Fatalf("round %d, %d points into %d: %v, by the book %v", round, p.len(), k, got.within, want.within)
		}
	}
}

// The unrolled distances of three features are those of the loop, to the bit.
func TestNearestTwoOfThree(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	for range 500 {
		row, centers := []float64{rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64()}, points{dim: 3}
		var squares []float64
		for range 1 + rng.IntN(6) {
			centers.x = append(centers.x, rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64())
			squares = append(squares, distance(row, centers.row(centers.len()-1)))
		}
		best, nearest, next := nearestTwo(row, centers)
		if squares[best] != nearest || nearest != slices.Min(squares) {
			t.Fatalf("centre %d at %v of %v", best, nearest, squares)
		}
		slices.Sort(squares)
		if squares = append(squares, math.Inf(1)); squares[1] != next {
			t.Fatalf("the next is at %v of %v", next, squares)
		}
	}
}

func TestMedian(t *testing.T) {
	rng := rand.New(rand.NewPCG(10, 10))
	for range 2000 {
		v := make([]float64, 1+rng.IntN(40))
		for i := range v {
			v[i] = float64(rng.IntN(12))
		}
		sorted := slices.Sorted(slices.Values(v))
		want := (sorted[(len(v)-1)/2] + sorted[len(v)/2]) / 2
		if got := median(slices.Clone(v)); got != want {
			t.Fatalf("the median of %v is %v, want %v", v, got, want)
		}
	}
}

// shopLike draws recency, purchase days and spend as a shop of n customers has them.
func shopLike(n int) []Feature {
	rng := rand.New(rand.NewPCG(5, 5))
	f := []Feature{{Key: "recency"}, {Key: "frequency"}, {Key: "spend"}}
	for range n {
		rate := rng.ExpFloat64()
		days := 1 + math.Floor(8*rate*rng.Float64())
		f[0].Values = append(f[0].Values, math.Floor(min(700, 400*rng.ExpFloat64()/(0.3+rate))))
		f[1].Values = append(f[1].Values, days)
		f[2].Values = append(f[2].Values, math.Round(100*days*math.Exp(3+0.7*rng.NormFloat64()))/100)
	}
	return f
}

var benchmarked = []struct {
	name string
	n    int
}{{"5k", 5_000}, {"100k", 100_000}, {"1M", 1_000_000}}

// On many customers the search goes from a sample to a larger one to all: what it leaves is within
// 1.0001 of where Lloyd's algorithm would end if it went on.
func TestKMeansOnMany(t *testing.T) {
	p := pointsOf(shopLike(120_000))
	for _, k := range []int{2, 4, 6} {
		found := kmeans(p, k, 1)
		checkPartition(t, p, found)
		if end := naiveLloyd(p, points{dim: p.dim, x: slices.Clone(found.centers.x)}, settled).within; found.within > 1.0001*end {
			t.Errorf("k = %d leaves %v, going on %v", k, found.within, end)
		}
	}
}

// naiveKMeans is KMeans without its means: all starts for every k, each distance measured, and silhouettes
// one partition at a time.
func naiveKMeans(features []Feature) partition {
	p := pointsOf(features)
	sample, few := every(p, 4_000), every(p, silhouetteOn)
	var found []partition
	proposed, widest := 0, math.Inf(-1)
	for k := MinClusters; k <= MaxClusters; k++ {
		rng := rand.New(rand.NewPCG(1, uint64(k)))
		best := partition{within: math.Inf(1)}
		for range 20 {
			if part := naiveLloyd(sample, plusPlus(sample, points{dim: p.dim}, k, rng), settled); part.within < best.within {
				best = part
			}
		}
		found = append(found, best)
		if width := silhouettes(few, []points{best.centers})[0]; width > widest {
			proposed, widest = k, width
		}
	}
	return naiveLloyd(p, found[proposed-MinClusters].centers, settled)
}

// BenchmarkKMeans: the whole way of the tab of clusters, with the scan, beside the naive one.
func BenchmarkKMeans(b *testing.B) {
	for _, at := range benchmarked {
		features := shopLike(at.n)
		b.Run(at.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := KMeans(features, ClusterOptions{Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(at.name+"-naive", func(b *testing.B) {
			for b.Loop() {
				naiveKMeans(features)
			}
		})
	}
}

// BenchmarkLloyd sets bounds beside measuring every distance, from the same centres.
func BenchmarkLloyd(b *testing.B) {
	for _, at := range benchmarked {
		p := pointsOf(shopLike(at.n))
		centers := plusPlus(p, points{dim: p.dim}, 4, rand.New(rand.NewPCG(1, 4)))
		for name, run := range map[string]func(p, centers points, enough float64) partition{"bounds": lloyd, "naive": naiveLloyd} {
			b.Run(at.name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					run(p, points{dim: p.dim, x: slices.Clone(centers.x)}, nearly)
				}
			})
		}
	}
}
