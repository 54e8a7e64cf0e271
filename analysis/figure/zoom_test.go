package figure

import (
	"math"
	"strings"
	"testing"
)

func TestSpan(t *testing.T) {
	s := Span{Left: 40, Right: 240, Zoom: Zoom{10, 30}}
	for _, tt := range []struct {
		a, b float64
		want Zoom
	}{{40, 240, Zoom{10, 30}}, {240, 40, Zoom{10, 30}}, {90, 140, Zoom{15, 20}}, {-5, 140, Zoom{10, 20}}, {140, 900, Zoom{20, 30}}} {
		if got := s.Between(tt.a, tt.b); got != tt.want {
			t.Errorf("between %v and %v lies %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
	if !s.Exists() || new(Span).Exists() {
		t.Error("the zero Span exists, or another does not")
	}
	for _, z := range []Zoom{{}, {2, 2}, {3, 1}, {math.NaN(), 2}, {1, math.NaN()}} {
		if !z.Whole() {
			t.Errorf("%v cuts something off", z)
		}
	}
}

func TestPartsOfASpan(t *testing.T) {
	s := Span{Left: 40, Right: 240, Zoom: Zoom{10, 30}}
	for _, tt := range []struct {
		x    float64
		want Zoom
	}{{140, Zoom{15, 25}}, {240, Zoom{20, 30}}, {0, Zoom{10, 20}}, {120, Zoom{13, 23}}} {
		if got := s.Half(tt.x); got != tt.want {
			t.Errorf("half about %v is %v, want %v", tt.x, got, tt.want)
		}
	}
	for _, tt := range []struct {
		part Zoom
		by   float64
		want Zoom
	}{{Zoom{15, 20}, 3, Zoom{18, 23}}, {Zoom{15, 20}, -9, Zoom{10, 15}}, {Zoom{15, 20}, 50, Zoom{25, 30}}, {Zoom{10, 30}, 4, Zoom{10, 30}}} {
		if got := tt.part.Moved(tt.by, s.Zoom); got != tt.want {
			t.Errorf("%v moved by %v is %v, want %v", tt.part, tt.by, got, tt.want)
		}
	}
}

func TestWithout(t *testing.T) {
	f := Figure{Series: []Series{{Label: "A"}, {Label: "B"}}, Width: 300,
		SVG: `<svg><g class="series-0"><g class="grows"><path/></g><text/></g><g class="series-1"><path/></g><g class="series-0"></g><text>kept</text></svg>`}
	got := Without(f, map[int]bool{0: true, 1: false})
	if want := `<svg><g class="series-1"><path/></g><text>kept</text></svg>`; got.SVG != want {
		t.Errorf("without A it is %s, want %s", got.SVG, want)
	}
	if f.Series[0].Gone || !strings.Contains(f.SVG, "series-0") {
		t.Error("the figure itself was changed")
	}
	if file := Standalone(got); strings.Contains(file, ">A</text>") || !strings.Contains(file, ">B</text>") {
		t.Error("a file names what it does not show, or not what it shows")
	}
	if same := Without(f, nil); same.SVG != f.SVG {
		t.Error("hiding nothing changes the drawing")
	}
}
