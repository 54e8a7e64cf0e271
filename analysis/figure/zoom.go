package figure

// A Zoom is a part of a figure's horizontal axis, in that axis' own units: days, weeks,
// periods counted from 0. The zero Zoom is the whole.
type Zoom struct{ From, To float64 }

// Whole reports whether nothing was cut off.
func (z Zoom) Whole() bool { return !(z.To > z.From) }

// Moved returns the part of the same length that lies by farther on, as far as the whole goes.
func (z Zoom) Moved(by float64, whole Zoom) Zoom {
	by = min(whole.To-z.To, max(whole.From-z.From, by))
	return Zoom{z.From + by, z.To + by}
}

// A Span is a horizontal axis of time, of which a person may look at a part: the page
// asks for the figure anew with that part as its Style.Zoom, because only who draws a
// figure knows its axes. Drawn for a part, a figure's marks, table, description and footer
// are of that part, too, and say so.
type Span struct {
	Left, Right float64 // viewBox coordinates of the axis' ends
	Top, Bottom float64 // of what is drawn along it
	Zoom                // what lies at the ends
	InSight     string  // which part that is, in the figure's language; "" if it is the whole
}

// Exists reports whether there is an axis to look at in part.
func (s *Span) Exists() bool { return s.Right > s.Left }

// Between returns the part of the axis between two viewBox coordinates, in either order.
func (s *Span) Between(a, b float64) Zoom {
	return Zoom{s.at(min(a, b)), s.at(max(a, b))}
}

// Half returns half of the axis, about a viewBox coordinate where that can be.
func (s *Span) Half(x float64) Zoom {
	quarter := (s.Right - s.Left) / 4
	x = min(s.Right-quarter, max(s.Left+quarter, x))
	return s.Between(x-quarter, x+quarter)
}

// at returns the value at a viewBox coordinate, that of the end beyond the ends.
func (s *Span) at(x float64) float64 {
	return s.From + (s.To-s.From)*(s.Clamp(x)-s.Left)/(s.Right-s.Left)
}

// Clamp returns the viewBox coordinate nearest to x that lies on the axis.
func (s *Span) Clamp(x float64) float64 { return min(s.Right, max(s.Left, x)) }
