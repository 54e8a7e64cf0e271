// Package chart draws the figures. It is the only user of gonum.org/v1/plot:
// everybody else sees a figure.Figure.
//
// A figure is made in this order:
//
//	RetentionCurve, Survival, …  one file each: result and style in, figure out
//	sheet.go                     the page that a figure is drawn on: heading, key, body, marks
//	theme.go, axis.go            gonum/plot in the house style; ticks that fit the width
//	canvas.go, path.go, text.go  the vg.Canvas that writes SVG by roles of colour
//	words.go, words_en.go, …     what figures say
//
// Four things hold for every figure. It carries its own marks, table and
// description, so that no pixel must be read back. It is coloured by classes
// alone (see Ink), so that it follows the page's theme and passes a policy
// without inline styles. It is laid out for Style.Width: text keeps its size,
// narrow sheets get fewer ticks and stacked panels, and no two texts overlap.
// And its bytes are the same natively and as wasm: coordinates are rounded to
// two decimals before they are written.
//
// A result that has nothing to show becomes a figure that says so, not an
// error: an error means that a drawing failed.
package chart
