package segment

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// A sketch weighs as much as the customers, has their mean, and with what it does not show their sum
// of squares.
func TestSketchKeepsWhatMatters(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 11))
	for round := range 100 {
		p := points{dim: 1 + rng.IntN(4)}
		for range p.dim * (1 + rng.IntN(3_000)) {
			p.x = append(p.x, math.Round(rng.NormFloat64()*float64(1+rng.IntN(60)))/9)
		}
		enough := 20 + rng.IntN(400)
		s := sketchOf(p, enough)
		if s.points.len() > enough {
			t.Fatalf("round %d: %d cells, at most %d are wanted", round, s.points.len(), enough)
		}
		if s.of == nil {
			continue // an even sample
		}
		weight, all := 0.0, partition{centers: points{dim: p.dim, x: make([]float64, p.dim)}, of: make([]uint8, p.len())}
		for _, w := range s.points.weight {
			weight += w
		}
		drawn := partition{centers: all.centers, of: make([]uint8, s.points.len())}
		all.assign(p)
		drawn.assign(s.points)
		if weight != float64(p.len()) || !near(drawn.within+s.inner(p), all.within) {
			t.Fatalf("round %d: %v customers of %d, squares %v of %v", round, weight, p.len(), drawn.within+s.inner(p), all.within)
		}
	}
}

// A stratified sample has of every cell its share, give or take one.
func TestStratifiedSample(t *testing.T) {
	p := points{dim: 1}
	for i := range 9_000 {
		p.x = append(p.x, float64(i%7)) // seven cells, none of which has its customers together
	}
	s := sketchOf(p, 100)
	drawn := s.stratified(p, 700, 1)
	counts := map[float64]int{}
	for _, x := range drawn.x {
		counts[x]++
	}
	for x, n := range counts {
		if n < 99 || n > 101 {
			t.Errorf("%d of 700 are at %v, which a seventh of all are", n, x)
		}
	}
	if len(counts) != 7 || drawn.len() != 700 {
		t.Errorf("%d places, %d customers", len(counts), drawn.len())
	}
	if again := s.stratified(p, 700, 1); !slices.Equal(again.x, drawn.x) {
		t.Error("the same seed draws others")
	}
	if all := s.stratified(p, 9_000, 1); all.len() != p.len() {
		t.Error("a sample of all leaves some out")
	}
}

// Many features fill more cells than a sketch may have: an even sample stands for all.
func TestSketchOfManyFeatures(t *testing.T) {
	rng := rand.New(rand.NewPCG(12, 12))
	p := points{dim: 12}
	for range 12 * 5_000 {
		p.x = append(p.x, rng.NormFloat64())
	}
	if s := sketchOf(p, cells); s.of != nil || s.points.len() != cells {
		t.Errorf("%d points stand for %d", s.points.len(), p.len())
	}
	if part := kmeans(p, 3, 1); len(part.of) != p.len() {
		t.Errorf("%d customers are shared out", len(part.of))
	}
}

// One search, a few starts on a sketch, is as good as several plain ones on everybody, but for
// what lies between optima that nobody tells apart.
func TestSearchAgainstPlainStarts(t *testing.T) {
	if testing.Short() {
		t.Skip("plain starts take a second")
	}
	for name, features := range map[string][]Feature{
		"a shop": shopLike(2_000),
		"blobs":  blobs(rand.New(rand.NewPCG(13, 13)), 300, [2]float64{0, 0}, [2]float64{4, 1}, [2]float64{1, 5}, [2]float64{7, 7}, [2]float64{-3, 6}),
	} {
		p := pointsOf(features)
		for _, k := range []int{2, 4, 6, 8} {
			if got, plain := kmeans(p, k, 1).within, bestOf(p, k, 6); got > 1.002*plain {
				t.Errorf("%s, k = %d: %v are left, by plain starts %v", name, k, got, plain)
			}
		}
	}
}

// Work that is no longer wanted ends at its next step.
func TestCompareStops(t *testing.T) {
	enough, steps := errors.New("enough"), 0
	_, err := Compare(shopLike(500), 1, func(done, of int) error {
		steps++
		if done == 2 {
			return enough
		}
		return nil
	})
	if err != enough || steps != 2 {
		t.Errorf("%v after %d steps", err, steps)
	}
}
