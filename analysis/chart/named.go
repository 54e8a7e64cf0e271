package chart

import (
	"math"

	"gonum.org/v1/plot/plotter"
)

// A namedCurve is a line of a plot whose name is written beside it, so that nobody has
// to look a colour up. Without a name it is only in the others' way.
type namedCurve struct {
	name   string
	series int // the name goes with its line when a person hides that
	points plotter.XYs
}

// Distances of a name from lines, in pixels.
const (
	nameGap    = 4.0  // from its own line
	nameRoom   = 9.0  // from any other, so that it is clear whose it is
	nameReach  = 34.0 // how far its middle may be from its own line
	nameStride = 6.0  // between places that are tried
)

// A route is a curve on the sheet: its height every few pixels, NaN where it is not.
type route struct {
	from, step float64
	ys         []float64
}

// route follows a curve across the data area.
func (p panel) route(points plotter.XYs) route {
	const step = 3
	left, right := float64(p.data.Min.X), float64(p.data.Max.X)
	r := route{from: left, step: step, ys: make([]float64, int((right-left)/step)+1)}
	for i := range r.ys {
		r.ys[i] = math.NaN()
	}
	for i := 1; i < len(points); i++ {
		a, b := p.at(points[i-1].X, points[i-1].Y), p.at(points[i].X, points[i].Y)
		for k := max(0, int(math.Ceil((float64(a.X)-left)/step))); k < len(r.ys) && left+step*float64(k) <= float64(b.X); k++ {
			share := 0.0
			if b.X > a.X {
				share = (left + step*float64(k) - float64(a.X)) / float64(b.X-a.X)
			}
			r.ys[k] = float64(a.Y) + share*float64(b.Y-a.Y)
		}
	}
	return r
}

// between returns the lowest and highest point between two places; ok is false where the
// curve does not run all the way.
func (r *route) between(x0, x1 float64) (lo, hi float64, ok bool) {
	lo, hi, ok = math.Inf(1), math.Inf(-1), true
	for k := max(0, int((x0-r.from)/r.step)); k < len(r.ys) && r.from+r.step*float64(k) <= x1; k++ {
		if y := r.ys[k]; y == y {
			lo, hi = min(lo, y), max(hi, y)
		} else {
			ok = false
		}
	}
	return lo, hi, ok && lo <= hi
}

// nameCurves writes names beside their curves, above or below, as near to the right end as
// there is room: within the plot, off the other curves and off what is written already.
// What finds no room is left to the legend.
func (p panel) nameCurves(curves ...namedCurve) {
	routes := make([]route, len(curves))
	for i, c := range curves {
		routes[i] = p.route(c.points)
	}
	for i, c := range curves {
		if at, ok := p.besideCurve(routes, i, p.s.widthOf(c.name, sizeText, false)); ok && c.name != "" {
			p.s.canvas.series(c.series, func() { p.s.label(p.s.plain(), at.X, at.Y, c.name) })
		}
	}
}

// A spot is where a line of text begins, at half its height, y upwards.
type spot struct{ X, Y float64 }

// besideCurve finds the best place for a name of a width beside curve i.
func (p panel) besideCurve(routes []route, i int, width float64) (best spot, ok bool) {
	const half = lineHeight * sizeText / 2
	right := float64(p.data.Max.X)
	least := math.Inf(1)
	for x := right - width - 2; x >= float64(p.data.Min.X)+4; x -= nameStride {
		lo, hi, whole := routes[i].between(x, x+width)
		if !whole {
			continue
		}
		middle, _, _ := routes[i].between(x+width/2-2, x+width/2+2)
		for _, y := range [2]float64{hi + nameGap + half, lo - nameGap - half} {
			away := math.Abs(y - middle)
			cost := 2*away + (right-width-x)/12
			if away <= nameReach && cost < least && p.free(routes, i, x, y, width) {
				best, least, ok = spot{x, y}, cost, true
			}
		}
	}
	return best, ok
}

// free reports whether a name would neither leave the plot nor come near anything else.
func (p panel) free(routes []route, own int, x, y, width float64) bool {
	const half = lineHeight * sizeText / 2
	if y-half < float64(p.data.Min.Y)+2 || y+half > float64(p.data.Max.Y)+half {
		return false
	}
	for i := range routes {
		if lo, hi, _ := routes[i].between(x-4, x+width+4); i != own && hi > y-half-nameRoom && lo < y+half+nameRoom {
			return false
		}
	}
	top := p.s.canvas.height - y - half
	for _, t := range p.s.canvas.texts {
		if t.x < x+width+8 && t.x+t.w > x-8 && t.y < top+2*half+2 && t.y+t.h > top-2 {
			return false
		}
	}
	h := &p.s.fig.Handle
	return !h.Exists() || !(h.At(h.Value) > x-8 && h.At(h.Value) < x+width+8)
}

// named tells of a series of the figure.
func (s *sheet) named(series int, points plotter.XYs) namedCurve {
	return namedCurve{s.fig.Series[series].Label, series, points}
}

// obstacle is a curve without a name, such as a rim of an interval.
func obstacle(points plotter.XYs) namedCurve { return namedCurve{points: points} }
