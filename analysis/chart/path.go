package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"
)

// round2 rounds to the two decimals that a coordinate is written with.
func round2(v float64) float64 {
	r := math.Round(v*100) / 100
	if r == 0 {
		return 0 // never minus zero
	}
	return r
}

// appendNumber writes a coordinate.
func appendNumber(b []byte, v float64) []byte {
	return strconv.AppendFloat(b, round2(v), 'f', -1, 64)
}

// number returns a coordinate as text.
func number(v float64) string { return string(appendNumber(nil, v)) }

// A pathWriter turns drawing steps into the d attribute of a path. It writes
// level and upright lines as H and V and leaves out steps that go nowhere:
// a step curve shrinks to half.
type pathWriter struct {
	d    []byte
	last byte    // command that further coordinates would continue
	x, y float64 // current point, rounded
}

func (w *pathWriter) command(c byte) {
	if c == w.last && c == 'L' {
		w.d = append(w.d, ' ')
		return
	}
	w.d = append(w.d, c)
	w.last = c
}

func (w *pathWriter) point(x, y float64) {
	w.d = appendNumber(w.d, x)
	w.d = append(w.d, ',')
	w.d = appendNumber(w.d, y)
	w.x, w.y = round2(x), round2(y)
}

func (w *pathWriter) move(x, y float64) {
	w.command('M')
	w.point(x, y)
}

func (w *pathWriter) line(x, y float64) {
	sameX, sameY := round2(x) == w.x, round2(y) == w.y
	switch {
	case sameX && sameY:
	case sameY:
		w.command('H')
		w.d = appendNumber(w.d, x)
		w.x = round2(x)
	case sameX:
		w.command('V')
		w.d = appendNumber(w.d, y)
		w.y = round2(y)
	default:
		w.command('L')
		w.point(x, y)
	}
}

// curve continues with a quadratic or cubic Bézier curve.
func (w *pathWriter) curve(points ...vg.Point) {
	w.command("QC"[len(points)-2])
	for i, p := range points {
		if i > 0 {
			w.d = append(w.d, ' ')
		}
		w.point(float64(p.X), float64(p.Y))
	}
}

// arc continues with a circular arc to (x, y). The sweep is positive
// counter-clockwise, as gonum/plot has it.
func (w *pathWriter) arc(radius, sweep, x, y float64) {
	w.command('A')
	w.d = appendNumber(w.d, radius)
	w.d = append(w.d, ',')
	w.d = appendNumber(w.d, radius)
	w.d = append(w.d, " 0 "+bit(math.Abs(sweep) > math.Pi)+" "+bit(sweep < 0)+" "...)
	w.point(x, y)
}

// bit writes a flag of the arc command.
func bit(on bool) string {
	if on {
		return "1"
	}
	return "0"
}

func (w *pathWriter) close() { w.command('Z') }
