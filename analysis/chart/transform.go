package chart

import "math"

// A transform is the affine map x' = a·x + c·y + e, y' = b·x + d·y + f.
type transform struct{ a, b, c, d, e, f float64 }

var identity = transform{a: 1, d: 1}

func (t transform) apply(x, y float64) (float64, float64) {
	return t.a*x + t.c*y + t.e, t.b*x + t.d*y + t.f
}

// Each of these returns the map that first does the new thing, then t.

func (t transform) translate(x, y float64) transform {
	t.e, t.f = t.apply(x, y)
	return t
}

func (t transform) scale(x, y float64) transform {
	t.a, t.b, t.c, t.d = t.a*x, t.b*x, t.c*y, t.d*y
	return t
}

func (t transform) rotate(rad float64) transform {
	sin, cos := math.Sincos(rad)
	return transform{
		a: t.a*cos + t.c*sin, b: t.b*cos + t.d*sin,
		c: t.c*cos - t.a*sin, d: t.d*cos - t.b*sin,
		e: t.e, f: t.f,
	}
}

// angle returns by how many degrees the map turns, counter-clockwise.
func (t transform) angle() float64 { return math.Atan2(t.b, t.a) * 180 / math.Pi }

// size returns by how much the map scales lengths.
func (t transform) size() float64 { return math.Sqrt(math.Abs(t.a*t.d - t.b*t.c)) }
