package chart

import (
	"math"
	"strconv"
	"testing"

	"gonum.org/v1/plot/vg"
)

func parse(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

func TestTextWidth(t *testing.T) {
	f := typeface(12, false)
	if got := textWidth("留存曲线", f); got != 48 {
		t.Errorf("four Chinese characters at 12 px are %v wide, want 48", got)
	}
	// Liberation Sans: a digit is 0.556 em.
	if got, want := textWidth("0000", f), 4*0.556*12*slack; math.Abs(got-want) > 0.1 {
		t.Errorf("four digits are %v wide, want %v", got, want)
	}
	if got, want := textWidth("第12周", f), 24+textWidth("12", f); math.Abs(got-want) > 1e-9 {
		t.Errorf("mixed text is %v wide, want %v", got, want)
	}
	if textWidth("Wide", typeface(12, true)) <= textWidth("Wide", f) {
		t.Error("bold text is not wider")
	}
}

func TestPath(t *testing.T) {
	var w pathWriter
	w.move(1.005, 2)
	w.line(5, 2)
	w.line(5, 2.001)
	w.line(5, 7)
	w.line(6, 8.126)
	w.line(7, -0.001)
	w.close()
	if got, want := string(w.d), "M1,2H5V7L6,8.13 7,0Z"; got != want {
		t.Errorf("path %s, want %s", got, want)
	}
}

func TestCanvasTransforms(t *testing.T) {
	c := newCanvas(100, 50)
	c.Push()
	c.Translate(vg.Point{X: 10, Y: 20})
	c.Rotate(math.Pi / 2)
	c.Scale(2, 2)
	x, y := c.place(vg.Point{X: 3})
	if round2(x) != 10 || round2(y) != 50-26 {
		t.Errorf("(3, 0) lands at %v, %v", x, y)
	}
	c.Pop()
	if x, y := c.place(vg.Point{X: 3}); x != 3 || y != 50 {
		t.Errorf("after Pop (3, 0) lands at %v, %v", x, y)
	}
}

func TestCanvasArc(t *testing.T) {
	c := newCanvas(100, 100)
	var p vg.Path
	p.Move(vg.Point{X: 60, Y: 50})
	p.Arc(vg.Point{X: 50, Y: 50}, 10, 0, math.Pi)
	c.Stroke(p)
	want := `<path class="ink-text" stroke="currentColor" d="M60,50A10,10 0 0 0 50,40A10,10 0 0 0 40,50"/>`
	if got := c.body.String(); got != want {
		t.Errorf("half circle\n%s\nwant\n%s", got, want)
	}
}

func TestNiceTicks(t *testing.T) {
	for _, c := range []struct {
		hi        float64
		most      int
		top, step float64
	}{
		{0.33, 5, 0.4, 0.1}, {1, 6, 1, 0.2}, {885, 5, 1000, 500}, {1100, 4, 1155, 500}, {7, 8, 7, 1}, {0.0009, 4, 0.001, 0.0005}, {0, 4, 1, 1},
	} {
		ticks, top := niceTicks(c.hi, c.most, plainSteps, func(float64) string { return "x" })
		if top != c.top || ticks[1].Value != c.step {
			t.Errorf("to %v: top %v step %v, want %v and %v", c.hi, top, ticks[1].Value, c.top, c.step)
		}
	}
}

func TestWholeTicks(t *testing.T) {
	ticks := wholeTicks(0, 545, 8, daySteps, strconv.Itoa)
	if len(ticks) > 8 || ticks[1].Value != 90 {
		t.Errorf("ticks %v", ticks)
	}
	if ticks := wholeTicks(0, 100_000, 3, daySteps, strconv.Itoa); len(ticks) > 3 {
		t.Errorf("%d ticks where 3 fit", len(ticks))
	}
}

func TestHistogram(t *testing.T) {
	values := clvValues()
	h := NewHistogram(append(values, math.NaN(), -3, 0))
	sum := h.Below
	for _, n := range h.Counts {
		sum += n
	}
	if sum != len(values)+2 || h.N != sum {
		t.Errorf("%d values counted, N %d, of %d", sum, h.N, len(values)+2)
	}
	for i, edge := range h.Edges[1:] {
		n := 0
		for _, v := range values {
			if v >= h.Edges[i] && (v < edge || i == len(h.Counts)-1) {
				n++
			}
		}
		if n != h.Counts[i] {
			t.Errorf("bin %d has %d, want %d", i, h.Counts[i], n)
		}
	}
}

func TestOnHeat(t *testing.T) {
	for level, want := range []Ink{inkText, inkText, inkText, inkText, inkText, inkText, inkBlack, inkBlack, inkBlack, inkOnMag, inkOnMag} {
		if got := onHeat(float64(level) / 10); got != want {
			t.Errorf("level %d is written in %s, want %s", level, got, want)
		}
	}
}

func TestPhrase(t *testing.T) {
	for _, c := range []struct {
		p     phrase
		pairs []string
		want  string
	}{
		{"{k} of {n}", []string{"n", "9", "k", "{n}"}, "{n} of 9"},
		{"none", []string{"n", "9"}, "none"},
		{"{n", []string{"n", "9"}, "{n"},
		{"} {n}", []string{"n", ""}, "} "},
		{"{missing}", nil, "{missing}"},
	} {
		if got := c.p.with(c.pairs...); got != c.want {
			t.Errorf("%q with %q is %q, want %q", c.p, c.pairs, got, c.want)
		}
	}
}
