// Package figure says what a drawn figure is. It knows nothing of how one is
// drawn, so that the page can show figures without carrying gonum/plot, its
// fonts and its back ends; package chart draws them.
package figure

import "math"

// A Style is what the asker decides about a figure: its language and the
// width it will be shown at.
type Style struct {
	Lang  string  // "en" or "zh"
	Width float64 // in CSS pixels; 0 means DefaultWidth

	// Currency is the ISO 4217 code that amounts are written with, "" if the
	// data name none.
	Currency string

	// Most is the height, in CSS pixels, that a figure keeps to where it can: a slide's,
	// on which height is what makes letters small. 0 leaves the height to the figure.
	Most float64

	// Zoom is the part of the time axis to draw; figures without one draw all.
	Zoom Zoom
}

// DefaultWidth is the width of a figure in a report, in CSS pixels.
const DefaultWidth = 720

// A Layout is how wide a page shows its figures, in CSS pixels, and in which
// language: the engine draws each for the place where it will stand, because a
// drawing that is scaled has letters of another size than the page's.
type Layout struct {
	Lang   string
	Column float64 // beside an explanation
	Half   float64 // two side by side
	Most   float64 // how high they are at most, see Style
}

// InColumn is the style of a figure that stands beside its explanation.
func (l Layout) InColumn() Style { return Style{Lang: l.Lang, Width: l.Column, Most: l.Most} }

// InHalf is the style of one of two figures side by side.
func (l Layout) InHalf() Style { return Style{Lang: l.Lang, Width: l.Half, Most: l.Most} }

// A Figure is a drawing and everything the page needs to make it live: no
// pixel has to be read back from the SVG.
type Figure struct {
	ID          string  // file name stem, such as "retention-curve"
	Title       string  // in the Style's language
	SVG         string  // one <svg> root, coloured by the classes of web/css/figure.css
	Width       float64 // of the viewBox
	Height      float64
	Marks       []Mark   // in reading order: arrow keys walk them
	Series      []Series // for legend and toggling; groups in the SVG carry class "series-<index>"
	Table       Table    // the data, as a person would type it into a spreadsheet
	Description string   // what a person who cannot see it should hear
	Footer      string   // definition, parameters, row counts
	Handle      Handle   // what a person may move in it; the zero Handle is nothing
	Span        Span     // the time axis that a person may look at in part; the zero Span is none
	Steps       []Step   // what a person may go through in it; nil for one picture
}

// A Handle is a value that a person may set by moving an upright ruler along the
// horizontal axis. The drawing itself shows the value inside a group of class
// "handle-mark", which the page hides where it lays a live one over it.
type Handle struct {
	Name        string  // what is set, such as "Silence window"
	Value       float64 // a whole number, within Min … Max
	Min, Max    float64 // what may be set, whole numbers
	From, To    float64 // values at Left and Right; Min … Max may be a part of them
	Left, Right float64 // viewBox coordinates of the axis' ends
	Top, Bottom float64 // of the ruler
	Log         bool    // the axis is logarithmic
}

// Exists reports whether there is anything to move.
func (h *Handle) Exists() bool { return h.Name != "" }

// At returns where a value lies, in viewBox coordinates.
func (h *Handle) At(v float64) float64 {
	from, to := h.From, h.To
	if h.Log {
		v, from, to = math.Log(v), math.Log(from), math.Log(to)
	}
	if !(to > from) {
		return h.Left
	}
	return h.Left + (h.Right-h.Left)*min(1, max(0, (v-from)/(to-from)))
}

// ValueAt returns the whole value nearest to a viewBox coordinate, within Min … Max.
func (h *Handle) ValueAt(x float64) float64 {
	share := 0.0
	if h.Right > h.Left {
		share = (x - h.Left) / (h.Right - h.Left)
	}
	v := h.From + share*(h.To-h.From)
	if h.Log {
		v = h.From * math.Pow(h.To/h.From, share)
	}
	return h.Clamp(v)
}

// Clamp returns the whole value nearest to v that may be set.
func (h *Handle) Clamp(v float64) float64 { return min(h.Max, max(h.Min, math.Round(v))) }

// A Step is one picture of a figure that shows a course of things, one at a time.
// Figure.SVG is that of the last one.
type Step struct {
	Label  string  // such as "Mar 2024"
	SVG    string  // in place of Figure.SVG
	Marks  []Mark  // in place of Figure.Marks
	Values []Value // what it says in words
}

// A Mark is one datum that can be pointed at, in viewBox coordinates.
type Mark struct {
	X, Y   float64 // centre
	W, H   float64 // size of a bar or cell; 0 for a point on a line
	Series int     // index into Figure.Series; −1 if it tells of several or none
	Label  string  // headline, for example "Month 5"
	Values []Value // detail, for example {"Retention", "24.2 %"}
	Key    string  // what a click opens, for example "segment:champions"; may be ""
}

// A Value is a named, formatted value.
type Value struct{ Name, Text string }

// A Series is one curve, band or group of bars.
type Series struct {
	Label string
	Ink   string // class of its colour, such as "ink-1"
	Shape Shape  // how a legend shows it
	Gone  bool   // it was left out, see Without
}

// A Shape is what the marks of a series look like.
type Shape string

// The shapes.
const (
	Line   Shape = "line"
	Dashed Shape = "dashed"
	Band   Shape = "band"
	Dot    Shape = "dot"
	Ring   Shape = "ring"
	Bar    Shape = "bar"
)

// A Table is rectangular; Rows[i][j] belongs to Columns[j].
type Table struct {
	Columns []Column
	Rows    [][]string // formatted for the Style's language
	Raw     [][]string // the same for machines: plain digits, ISO dates; nil where equal to Rows
	Levels  [][]int    // how strongly cells of Rows are coloured, 0 to 20; nil where none is
}

// A Column heads a Table column.
type Column struct {
	Name    string
	Numeric bool // aligned to the right
}
