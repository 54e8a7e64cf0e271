package ui

import (
	"math"

	"churnbench/analysis/figure"
)

// marks are a figure's data as pointer and arrow keys find them. Indices are
// those of the list; marks of hidden series are passed over.
type marks struct {
	list   []figure.Mark
	hidden map[int]bool
}

// reach is how far from a mark, in CSS pixels, a pointer still means it.
const reach = 80

// nearest returns the mark closest to a point in viewBox coordinates, within
// reach viewBox units; −1 if there is none. A point inside a bar or cell is at
// distance 0 from it.
func (m marks) nearest(x, y, reach float64) int {
	best, at := reach*reach, -1
	for i, mark := range m.list {
		if m.hidden[mark.Series] {
			continue
		}
		dx := outside(x, mark.X, mark.W)
		dy := outside(y, mark.Y, mark.H)
		if d := dx*dx + dy*dy; d < best {
			best, at = d, i
		}
	}
	return at
}

// outside is how far v is from an interval of width w around c.
func outside(v, c, w float64) float64 { return max(0, math.Abs(v-c)-w/2) }

// next returns where a key leads from mark i (−1 for none yet): left and right
// follow the reading order, up and down go to what lies there.
func (m marks) next(i int, key string) (int, bool) {
	switch key {
	case "ArrowRight":
		return m.step(i, 1), true
	case "ArrowLeft":
		return m.step(i, -1), true
	case "ArrowUp":
		return m.vertical(i, -1), true
	case "ArrowDown":
		return m.vertical(i, 1), true
	case "Home":
		return m.step(-1, 1), true
	case "End":
		return m.step(len(m.list), -1), true
	}
	return i, false
}

// step returns the next visible mark in a direction, i itself at the end.
func (m marks) step(i, by int) int {
	if i < 0 && by < 0 {
		i = len(m.list)
	}
	for j := i + by; j >= 0 && j < len(m.list); j += by {
		if !m.hidden[m.list[j].Series] {
			return j
		}
	}
	return i
}

// vertical returns the mark above (by −1) or below that is least to the side,
// i itself if there is none.
func (m marks) vertical(i, by int) int {
	if i < 0 || i >= len(m.list) {
		return m.step(-1, 1)
	}
	from, best, at := m.list[i], math.Inf(1), i
	for j, mark := range m.list {
		dy := float64(by) * (mark.Y - from.Y)
		if m.hidden[mark.Series] || dy < 0.5 {
			continue
		}
		if d := dy + 4*math.Abs(mark.X-from.X); d < best {
			best, at = d, j
		}
	}
	return at
}

// sideOf says where a mark's tip has room: beside it, away from the nearer
// edge of the figure.
func sideOf(m figure.Mark, f *figure.Figure) string {
	if m.X > f.Width/2 {
		return "west"
	}
	return "east"
}
