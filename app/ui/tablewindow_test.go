package ui

import "testing"

// Whatever the table's length and wherever it is scrolled, the rows in the
// page cover the viewport, and empty rows keep the whole height.
func TestWindowCoversTheViewport(t *testing.T) {
	for _, total := range []int{0, 1, 7, 40, 2357, 69_659, 1_000_000, 30_000_000} {
		height := float64(virtualHeight(total))
		for _, viewport := range []float64{120, 560, 1400} {
			end := max(0, height+headRow-viewport)
			for _, share := range []float64{0, 0.1, 0.37, 0.5, 0.999, 1} {
				w := windowAt(share*end, viewport, total)
				checkWindow(t, w, share*end, viewport, total)
			}
		}
	}
}

func checkWindow(t *testing.T, w tableWindow, top, viewport float64, total int) {
	t.Helper()
	rows := w.Last - w.First
	if w.First < 0 || w.Last > total || rows < 0 {
		t.Fatalf("%d rows at %g: rows %d to %d", total, top, w.First, w.Last)
	}
	if got := w.Above + rows*rowHeight + w.Below; got != virtualHeight(total) {
		t.Errorf("%d rows at %g: the whole is %d high, want %d", total, top, got, virtualHeight(total))
	}
	if first := float64(w.Above); first > top && w.First > 0 {
		t.Errorf("%d rows at %g: the first row of the page starts at %g", total, top, first)
	}
	if last := float64(w.Above + rows*rowHeight); last < top+viewport-headRow && w.Last < total {
		t.Errorf("%d rows at %g: the last row of the page ends at %g of %g", total, top, last, top+viewport)
	}
	if limit := int(viewport)/rowHeight + 2*overscan + 2*chunk; rows > limit {
		t.Errorf("%d rows at %g: %d in the page, at most %d are wanted", total, top, rows, limit)
	}
}

func TestBothEndsCanBeReached(t *testing.T) {
	for _, total := range []int{100, 69_659, 1_000_000, 30_000_000} {
		const viewport = 560
		if w := windowAt(0, viewport, total); w.First != 0 || w.Above != 0 {
			t.Errorf("%d rows: the top shows row %d at %d", total, w.First, w.Above)
		}
		if w := windowAt(float64(virtualHeight(total))+headRow-viewport, viewport, total); w.Last != total {
			t.Errorf("%d rows: the end shows rows up to %d", total, w.Last)
		}
	}
}

// The keyboard's row is in sight once the table is scrolled to where
// scrollFor says.
func TestScrollForBringsRowsIntoSight(t *testing.T) {
	const viewport = 560
	for _, total := range []int{30, 69_659, 1_000_000, 30_000_000} {
		for _, row := range []int{0, 1, 14, 15, total / 2, total - 2, total - 1} {
			top, _ := scrollFor(row, 0, viewport, total)
			top = min(max(0, top), float64(virtualHeight(total))+headRow-viewport)
			if w := windowAt(top, viewport, total); row < w.First || row >= w.Last {
				t.Errorf("%d rows: scrolled to %g for row %d, the page has %d to %d", total, top, row, w.First, w.Last)
			}
		}
	}
	if _, away := scrollFor(3, 0, viewport, 100); away {
		t.Error("a row in sight is scrolled to")
	}
}
