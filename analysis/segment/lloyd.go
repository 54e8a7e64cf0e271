package segment

import "math"

// maxRounds bounds Lloyd's algorithm, which ends by itself, but perhaps late.
const maxRounds = 300

// lloyd moves centres to the means of their points and shares the points out anew
// (Lloyd 1982) until moving the centres lowers the sum of squares by less than the part
// enough of it. It changes centers.
//
// Most points never change their centre after the first rounds. Two bounds a point, kept
// right by how far the centres moved, prove that without measuring a distance (Hamerly
// 2010, "Making k-means even faster"): a round then costs a comparison a point.
func lloyd(p points, centers points, enough float64) partition {
	l := newLloyd(p, centers)
	total := l.start()
	for range maxRounds {
		if gain := l.move(); gain <= enough*total {
			break
		}
		l.share()
	}
	part := partition{centers: centers, of: l.of}
	part.assign(p)
	return part
}

// A lloydRun is Lloyd's algorithm under way.
type lloydRun struct {
	p, centers points
	of         []uint8
	upper      []float64 // no less than the distance to the own centre
	lower      []float64 // no more than the distance to the nearest other one
	sums       []float64 // of the points of each centre, flat as the centres are
	counts     []float64
	moved      []float64 // by how much each centre was moved last
	half       []float64 // half the distance from each centre to the nearest other one
}

func newLloyd(p points, centers points) *lloydRun {
	n, k := p.len(), centers.len()
	return &lloydRun{p: p, centers: centers, of: make([]uint8, n), upper: make([]float64, n), lower: make([]float64, n),
		sums: make([]float64, len(centers.x)), counts: make([]float64, k), moved: make([]float64, k), half: make([]float64, k)}
}

// start shares all points out and returns their sum of squares.
func (l *lloydRun) start() (total float64) {
	for i := range l.of {
		c, own, other := nearestTwo(l.p.row(i), l.centers)
		l.of[i], l.upper[i], l.lower[i] = uint8(c), math.Sqrt(own), math.Sqrt(other)
		l.count(i, c, 1)
		total += float64(own * l.p.weigh(i))
	}
	return total
}

// count adds point i to what is known of centre c, or with −1 takes it away.
func (l *lloydRun) count(i, c int, times float64) {
	times = float64(times * l.p.weigh(i))
	l.counts[c] += times
	sums := l.sums[c*l.p.dim : (c+1)*l.p.dim]
	for j, v := range l.p.row(i) {
		sums[j] += float64(times * v)
	}
}

// move puts each centre at the mean of its points and returns by how much that lowers
// the sum of squares. A centre that lost all of its points stays where it is.
func (l *lloydRun) move() (gain float64) {
	for c, n := range l.counts {
		l.moved[c] = 0
		if n == 0 {
			continue
		}
		square := 0.0
		for j, at := range l.centers.row(c) {
			mean := l.sums[c*l.p.dim+j] / n
			square += float64((mean - at) * (mean - at))
			l.centers.x[c*l.p.dim+j] = mean
		}
		l.moved[c] = math.Sqrt(square)
		gain += float64(n * square)
	}
	return gain
}

// share lets those points change their centre whose bounds do not forbid it.
func (l *lloydRun) share() {
	l.separate()
	farthest, next, who := l.farthest()
	for i, c := range l.of {
		drift := farthest
		if int(c) == who {
			drift = next
		}
		upper, lower := l.upper[i]+l.moved[c], l.lower[i]-drift
		l.upper[i], l.lower[i] = upper, lower
		if upper > max(lower, l.half[c]) {
			l.measure(i)
		}
	}
}

// measure makes the bounds of point i exact, and lets it change its centre.
func (l *lloydRun) measure(i int) {
	was := int(l.of[i])
	own := math.Sqrt(distance(l.p.row(i), l.centers.row(was)))
	l.upper[i] = own
	if own <= max(l.lower[i], l.half[was]) {
		return
	}
	c, nearest, other := nearestTwo(l.p.row(i), l.centers)
	l.upper[i], l.lower[i] = math.Sqrt(nearest), math.Sqrt(other)
	if c != was {
		l.of[i] = uint8(c)
		l.count(i, was, -1)
		l.count(i, c, 1)
	}
}

// separate measures half the distance from each centre to the nearest other one: whoever is
// nearer to her own than that is nearer to it than to any.
func (l *lloydRun) separate() {
	for a := range l.half {
		nearest := math.Inf(1)
		for b := range l.half {
			if a != b {
				nearest = min(nearest, distance(l.centers.row(a), l.centers.row(b)))
			}
		}
		l.half[a] = math.Sqrt(nearest) / 2
	}
}

// farthest returns the largest move of a centre, the next largest, and which made the first.
func (l *lloydRun) farthest() (largest, next float64, who int) {
	for c, m := range l.moved {
		switch {
		case m > largest:
			largest, next, who = m, largest, c
		case m > next:
			next = m
		}
	}
	return largest, next, who
}

// nearestTwo returns the first of the nearest centres, and the squared distances to it and to the
// nearest other one; ∞ where there is none.
func nearestTwo(row []float64, centers points) (best int, nearest, next float64) {
	if centers.dim == 3 {
		return nearestTwoOfThree(row, centers.x)
	}
	nearest, next = math.Inf(1), math.Inf(1)
	for c := range centers.len() {
		switch d := distance(row, centers.row(c)); {
		case d < nearest:
			best, nearest, next = c, d, nearest
		case d < next:
			next = d
		}
	}
	return best, nearest, next
}

// nearestTwoOfThree is nearestTwo for recency, frequency and spend: the same sums in the same
// order without an inner loop, which takes half the time.
func nearestTwoOfThree(row, centers []float64) (best int, nearest, next float64) {
	nearest, next = math.Inf(1), math.Inf(1)
	x, y, z := row[0], row[1], row[2]
	for c := 0; len(centers) >= 3; c++ {
		dx, dy, dz := x-centers[0], y-centers[1], z-centers[2]
		centers = centers[3:]
		d := float64(dx*dx) + float64(dy*dy)
		d += float64(dz * dz)
		if d < nearest {
			best, nearest, next = c, d, nearest
		} else if d < next {
			next = d
		}
	}
	return best, nearest, next
}

// assign shares the points out, to the first of equally near centres.
func (part *partition) assign(p points) {
	part.within = 0
	for i := range part.of {
		c, nearest, _ := nearestTwo(p.row(i), part.centers)
		part.of[i] = uint8(c)
		part.within += float64(nearest * p.weigh(i))
	}
}
