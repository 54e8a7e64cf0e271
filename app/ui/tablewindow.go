package ui

// A tableWindow is which rows of a long table are in the page: those in sight
// and a few around them. Above and below them, empty rows of the right height
// keep the scroll bar honest.
type tableWindow struct {
	First, Last int // rows First ≤ i < Last are in the page
	Above       int // height of the empty row above, in CSS pixels
	Below       int
}

// Heights in CSS pixels. rowHeight is --row in components.css. Browsers cut
// elements off somewhere above 17 million pixels; longer tables are mapped onto
// maxHeight, and a pixel of scrolling passes several rows. Rows come and go by
// the chunk, because go-app rewrites all rows when one comes: children are
// matched by position.
const (
	rowHeight = 36
	headRow   = 38
	overscan  = 6
	chunk     = 8
	maxHeight = 15_000_000
)

// windowAt returns the rows for a scroll position of a viewport.
func windowAt(scrollTop, viewport float64, total int) tableWindow {
	height := virtualHeight(total)
	visible := int(viewport)/rowHeight + 1
	top := topRow(scrollTop, viewport, total)
	first := max(0, top-overscan) / chunk * chunk
	last := min(total, (top+visible+overscan+chunk-1)/chunk*chunk)
	above := int(scrollTop) - (top-first)*rowHeight - int(scrollTop)%rowHeight
	if height == total*rowHeight {
		above = first * rowHeight
	}
	above = max(0, min(above, height-(last-first)*rowHeight))
	return tableWindow{First: first, Last: last, Above: above, Below: max(0, height-above-(last-first)*rowHeight)}
}

// topRow returns the first row in sight.
func topRow(scrollTop, viewport float64, total int) int {
	height := virtualHeight(total)
	if height == total*rowHeight {
		return clamp(int(scrollTop)/rowHeight, 0, max(0, total-1))
	}
	share := scrollTop / max(1, float64(height)-viewport+headRow)
	return clamp(int(share*float64(total-int(viewport)/rowHeight)), 0, total-1)
}

// scrollFor returns the scroll position that brings a row into sight, and
// whether it is out of sight at the present one.
func scrollFor(row int, scrollTop, viewport float64, total int) (float64, bool) {
	rows := max(1, int(viewport-headRow)/rowHeight)
	top := topRow(scrollTop, viewport, total)
	switch {
	case row < top || top == row && int(scrollTop)%rowHeight != 0:
		return scrollOf(row, viewport, total), true
	case row >= top+rows:
		return scrollOf(row-rows+1, viewport, total), true
	}
	return scrollTop, false
}

// scrollOf returns the scroll position at which row is the first in sight.
func scrollOf(row int, viewport float64, total int) float64 {
	height := virtualHeight(total)
	if height == total*rowHeight {
		return float64(row * rowHeight)
	}
	share := (float64(row) + 0.5) / float64(total-int(viewport)/rowHeight)
	return share * max(1, float64(height)-viewport+headRow)
}

func virtualHeight(total int) int { return min(total*rowHeight, maxHeight) }

func clamp(v, low, high int) int { return max(low, min(v, high)) }
