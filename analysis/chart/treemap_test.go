package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
)

// The example of Bruls, Huizing and van Wijk (2000), figures 4 and 5: areas 6, 6, 4, 3,
// 2, 2, 1 in a room of 6 by 4. The paper lays rows out as 6 6 | 4 3 | 2 | 2 | 1.
func TestSquarifyIsThePapers(t *testing.T) {
	tiles := squarify([]float64{6, 6, 4, 3, 2, 2, 1}, box(0, 0, 6, 4))
	want := [][4]float64{{0, 2, 3, 4}, {0, 0, 3, 2}, {3, 5. / 3, 3 + 12./7, 4}, {3 + 12./7, 5. / 3, 6, 4}}
	for i, w := range want {
		r := tiles[i]
		for j, got := range []float64{float64(r.Min.X), float64(r.Min.Y), float64(r.Max.X), float64(r.Max.Y)} {
			if math.Abs(got-w[j]) > 1e-9 {
				t.Errorf("tile %d is %v, want %v", i, r, w)
				break
			}
		}
	}
}

// Whatever the sizes, tiles are as large as they say, stay inside and do not overlap.
func TestSquarifySharesTheRoomOut(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var sizes []float64
		sum := 0.0
		for range 1 + rng.IntN(MaxTiles) {
			v := math.Trunc(1 + 1000*math.Pow(rng.Float64(), 4))
			sizes, sum = append(sizes, v), sum+v
		}
		slices.Sort(sizes)
		slices.Reverse(sizes)
		room := box(0, 0, 530, 292)
		tiles := squarify(sizes, room)
		if len(tiles) != len(sizes) {
			t.Fatalf("%d tiles for %d sizes", len(tiles), len(sizes))
		}
		for i, a := range tiles {
			area := float64(a.Size().X) * float64(a.Size().Y)
			if want := sizes[i] / sum * 530 * 292; math.Abs(area-want) > 1e-6*want {
				t.Fatalf("%v: tile %d has %v, want %v", sizes, i, area, want)
			}
			if a.Min.X < -1e-6 || a.Min.Y < -1e-6 || a.Max.X > 530+1e-6 || a.Max.Y > 292+1e-6 {
				t.Fatalf("%v: tile %d is outside: %v", sizes, i, a)
			}
			for _, b := range tiles[:i] {
				if min(a.Max.X, b.Max.X)-max(a.Min.X, b.Min.X) > 1e-6 && min(a.Max.Y, b.Max.Y)-max(a.Min.Y, b.Min.Y) > 1e-6 {
					t.Fatalf("%v: %v and %v overlap", sizes, a, b)
				}
			}
		}
	}
}

// At most MaxTiles are drawn, and together they hold everybody.
func TestTreemapFolds(t *testing.T) {
	r := manySegments()
	fig, err := Treemap(r, nameIn("en"), rfm.Customers, figure.Style{Lang: "en", Width: 530})
	if err != nil {
		t.Fatal(err)
	}
	if len(fig.Marks) != MaxTiles || fig.Marks[MaxTiles-1].Key != "" {
		t.Fatalf("%d tiles, the last of them %q", len(fig.Marks), fig.Marks[len(fig.Marks)-1].Key)
	}
	for _, m := range fig.Marks[:MaxTiles-1] {
		if m.Key == "" {
			t.Errorf("%s cannot be opened", m.Label)
		}
	}
}
