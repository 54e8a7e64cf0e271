package ui

import (
	"math/rand/v2"
	"testing"
)

var totals = []int{0, 1, 7, 40, 2357, 69_659, 416_666, 420_000, 1_000_000, 30_000_000}

// Whatever the table's length and wherever it is scrolled, the rows in the
// page cover the viewport, and empty rows keep the whole height.
func TestWindowCoversTheViewport(t *testing.T) {
	for _, total := range totals {
		for _, viewport := range []float64{120, 560, 1400} {
			start := tableScroll{Viewport: viewport, Total: total}
			for _, share := range []float64{0, 0.1, 0.37, 0.5, 0.999, 1} {
				s, _ := start.scrolled(share * max(0, float64(virtualHeight(total))+headRow-viewport))
				checkWindow(t, s)
			}
		}
	}
}

func checkWindow(t *testing.T, s tableScroll) {
	t.Helper()
	w, total := s.window(), s.Total
	rows := w.Last - w.First
	if w.First < 0 || w.Last > total || rows < 0 {
		t.Fatalf("%+v: rows %d to %d", s, w.First, w.Last)
	}
	if got := w.Above + rows*rowHeight + w.Below; got != virtualHeight(total) {
		t.Fatalf("%+v: the whole is %d high, want %d", s, got, virtualHeight(total))
	}
	if first := float64(w.Above); first > s.Top && w.First > 0 {
		t.Fatalf("%+v: the first row of the page starts at %g", s, first)
	}
	if last := float64(w.Above + rows*rowHeight); last < s.Top+s.Viewport-headRow && w.Last < total {
		t.Fatalf("%+v: the last row of the page ends at %g of %g", s, last, s.Top+s.Viewport)
	}
	if limit := int(s.Viewport)/rowHeight + 2*overscan + 2*chunk; rows > limit {
		t.Fatalf("%+v: %d rows in the page, at most %d are wanted", s, rows, limit)
	}
}

// However somebody turns a wheel, the rows pass pixel by pixel and both ends can be
// reached; the element never stops before the table does.
func TestSmallStepsPassPixelByPixel(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	for _, total := range []int{300, 420_000, 1_000_000, 30_000_000} {
		s := tableScroll{Viewport: 560, Total: total}
		s, _ = s.to(total / 3)
		for range 20_000 {
			step := float64(rng.IntN(1600) - 400)
			before := s.y()
			var anew bool
			top := max(0, min(s.Top+step, s.end()))
			moved := top - s.Top
			if s, anew = s.scrolled(top); anew {
				s, _ = s.scrolled(s.Top) // the element tells of its new place
			}
			if got := s.y() - before; got < moved-1.01 || got > moved+1.01 {
				t.Fatalf("%+v: a step of %g passed %g", s, moved, got)
			}
			checkWindow(t, s)
		}
		for _, up := range []bool{true, false} {
			from, step := 4000, 300.0
			if up {
				step = -step
			} else {
				from = max(0, total-4000)
			}
			s = tableScroll{Viewport: 560, Total: total}.at(float64(from * rowHeight))
			s.Shift, s.Top = s.Shift+min(30_000, s.spare()-s.Shift), s.Top-float64(min(30_000, s.spare()-s.Shift)) // drifted
			for range 3000 {
				s, _ = s.scrolled(max(0, min(s.Top+step, s.end())))
			}
			if w := s.window(); up && (w.First != 0 || s.y() != 0) || !up && w.Last != total {
				t.Errorf("%d rows, up %v: it stops at %g with rows %d to %d", total, up, s.y(), w.First, w.Last)
			}
		}
	}
}

func TestBothEndsCanBeReached(t *testing.T) {
	for _, total := range totals[3:] {
		s := tableScroll{Viewport: 560, Total: total}
		if w := s.window(); w.First != 0 || w.Above != 0 {
			t.Errorf("%d rows: the top shows row %d at %d", total, w.First, w.Above)
		}
		end, _ := s.scrolled(s.end())
		if w := end.window(); w.Last != total {
			t.Errorf("%d rows: the end shows rows up to %d", total, w.Last)
		}
	}
}

// The keyboard's row is in sight once the table is scrolled to it.
func TestRowsComeIntoSight(t *testing.T) {
	for _, total := range []int{30, 69_659, 1_000_000, 30_000_000} {
		s := tableScroll{Viewport: 560, Total: total}
		for _, row := range []int{0, 1, 14, 15, total / 2, total - 2, total - 1} {
			at, _ := s.to(row)
			if w := at.window(); row < w.First || row >= w.Last || at.Top > at.end() {
				t.Errorf("%d rows: scrolled to %+v for row %d, the page has %d to %d", total, at, row, w.First, w.Last)
			}
			if y := float64(row * rowHeight); y < at.y() || y+rowHeight > at.y()+at.Viewport-headRow+1 {
				t.Errorf("%d rows: row %d at %g is not whole in sight from %g on", total, row, y, at.y())
			}
		}
	}
	if _, away := (tableScroll{Viewport: 560, Total: 100}).to(3); away {
		t.Error("a row in sight is scrolled to")
	}
}
