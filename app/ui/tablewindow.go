package ui

// Heights in CSS pixels. rowHeight is --row in components.css. Browsers cut
// elements off: Firefox above 17.9 million pixels, Chromium above 33.5 million.
// A longer table stands in an element of maxHeight, see tableScroll. Rows come and
// go by the chunk, because go-app rewrites all rows when one comes: children are
// matched by position.
const (
	rowHeight = 36
	headRow   = 38
	overscan  = 4
	chunk     = 6
	maxHeight = 15_000_000
)

// A tableScroll is where a table is scrolled to. In one that is too long for the
// browser, what is in sight lies Shift pixels further down than its element is
// scrolled. Small steps, as of a wheel or a finger, leave Shift as it is and so pass
// pixel by pixel, however long the table; long ones, as of a dragged scroll bar, set it
// by proportion. Where the two have drifted apart, Shift takes a step that Top takes
// back, which nobody sees.
type tableScroll struct {
	Top      float64 // of the element
	Shift    int
	Viewport float64
	Total    int // rows
}

// Distances that govern Shift.
const (
	jumps   = 4       // viewports at once are no small step
	exact   = 60_000  // from either end Shift is what it is at that end
	nearEnd = 30_000  // there, no drift is left standing
	drift   = 200_000 // nor anywhere so much
)

func virtualHeight(total int) int { return min(total*rowHeight, maxHeight) }

// spare is how much longer the table is than its element.
func (s tableScroll) spare() int { return s.Total*rowHeight - virtualHeight(s.Total) }

// end is how far the element scrolls.
func (s tableScroll) end() float64 {
	return max(1, float64(virtualHeight(s.Total)+headRow)-s.Viewport)
}

// shiftAt is the Shift by proportion of an element that is scrolled to top.
func (s tableScroll) shiftAt(top float64) int {
	share := (top - exact) / (s.end() - 2*exact)
	return int(max(0, min(share, 1)) * float64(s.spare()))
}

// at returns the scroll by proportion that has pixel y of the table at the top.
func (s tableScroll) at(y float64) tableScroll {
	switch long := s.end() + float64(s.spare()); {
	case s.spare() == 0 || y <= exact:
		s.Top = y
	case y >= long-exact:
		s.Top = y - float64(s.spare())
	default:
		s.Top = exact + (y-exact)*(s.end()-2*exact)/(long-2*exact)
	}
	s.Top = float64(int(max(0, min(s.Top, s.end()))))
	s.Shift = max(0, min(int(y-s.Top), s.spare()))
	return s
}

// y is the pixel of the table at the top.
func (s tableScroll) y() float64 { return s.Top + float64(s.Shift) }

// scrolled takes in how far the element is scrolled, and whether it must be scrolled to
// another Top because it had drifted.
func (s tableScroll) scrolled(to float64) (now tableScroll, anew bool) {
	step := to - s.Top
	s.Top = to
	if s.spare() == 0 {
		s.Shift = 0
		return s, false
	}
	if step > jumps*s.Viewport || step < -jumps*s.Viewport {
		s.Shift = s.shiftAt(to)
		return s, false
	}
	fair := s.at(s.y())
	apart := max(fair.Top-s.Top, s.Top-fair.Top)
	if apart > drift || apart > 1 && (to < nearEnd || to > s.end()-nearEnd) {
		return fair, true
	}
	return s, false
}

// A tableWindow is which rows of a long table are in the page: those in sight
// and a few around them. Above and below them, empty rows of the right height
// keep the scroll bar honest.
type tableWindow struct {
	First, Last int // rows First ≤ i < Last are in the page
	Above       int // height of the empty row above, in CSS pixels
	Below       int
}

// window returns the rows in sight.
func (s tableScroll) window() tableWindow {
	visible := int(s.Viewport)/rowHeight + 1
	top := s.topRow()
	first := max(0, top-overscan) / chunk * chunk
	last := min(s.Total, (top+visible+overscan+chunk-1)/chunk*chunk)
	height, rows := virtualHeight(s.Total), (last-first)*rowHeight
	above := max(0, min(first*rowHeight-s.Shift, height-rows))
	return tableWindow{First: first, Last: last, Above: above, Below: max(0, height-above-rows)}
}

// topRow returns the first row in sight.
func (s tableScroll) topRow() int { return clamp(int(s.y())/rowHeight, 0, max(0, s.Total-1)) }

// to returns the scroll that brings a row into sight, and whether it is out of sight
// now.
func (s tableScroll) to(row int) (tableScroll, bool) {
	rows := max(1, int(s.Viewport-headRow)/rowHeight)
	top := s.topRow()
	switch {
	case row < top || top == row && int(s.y())%rowHeight != 0:
		return s.at(float64(row * rowHeight)), true
	case row >= top+rows:
		return s.at(float64((row - rows + 1) * rowHeight)), true
	}
	return s, false
}

func clamp(v, low, high int) int { return max(low, min(v, high)) }
