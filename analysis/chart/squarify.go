package chart

import "gonum.org/v1/plot/vg"

// squarify shares a rectangle out among sizes, which fall and are above 0, so that
// tiles are as square as may be: rows are filled along the shorter side of what is
// left for as long as that makes their worst tile no longer than it was (Bruls,
// Huizing and van Wijk 2000, "Squarified treemaps"). The tiles stand in the order of
// the sizes, the first at the upper left.
func squarify(sizes []float64, room vg.Rectangle) []vg.Rectangle {
	sum := 0.0
	for _, v := range sizes {
		sum += v
	}
	area := float64(room.Size().X) * float64(room.Size().Y)
	tiles := make([]vg.Rectangle, 0, len(sizes))
	for len(tiles) < len(sizes) {
		rest := sizes[len(tiles):]
		side := float64(min(room.Size().X, room.Size().Y))
		n := rowLength(rest, area/sum, side)
		tiles = append(tiles, layRow(rest[:n], area/sum, &room)...)
	}
	return tiles
}

// rowLength returns how many of the sizes make the best row along a side; scale turns
// sizes into areas.
func rowLength(sizes []float64, scale, side float64) int {
	sum, worst := 0.0, 0.0
	for n, v := range sizes {
		sum += v
		now := longest(sizes[0], v, sum, scale, side)
		if n > 0 && now > worst {
			return n
		}
		worst = now
	}
	return len(sizes)
}

// longest returns the worst ratio of sides in a row of tiles, of which the first is
// the largest and the last the smallest.
func longest(first, last, sum, scale, side float64) float64 {
	depth := sum * scale / side
	ratio := func(v float64) float64 {
		length := v * scale / depth
		return max(depth/length, length/depth)
	}
	return max(ratio(first), ratio(last))
}

// layRow lays tiles along the shorter side of a rectangle and takes their room away
// from it: downwards at the left of a wide one, to the right at the top of a high one.
func layRow(sizes []float64, scale float64, room *vg.Rectangle) (tiles []vg.Rectangle) {
	sum := 0.0
	for _, v := range sizes {
		sum += v
	}
	wide := room.Size().X >= room.Size().Y
	depth := vg.Length(sum * scale / float64(min(room.Size().X, room.Size().Y)))
	x, y := room.Min.X, room.Max.Y
	for _, v := range sizes {
		length := vg.Length(v*scale) / depth
		if wide {
			tiles = append(tiles, box(x, y-length, x+depth, y))
			y -= length
			continue
		}
		tiles = append(tiles, box(x, y-depth, x+length, y))
		x += length
	}
	if wide {
		room.Min.X += depth
	} else {
		room.Max.Y -= depth
	}
	return tiles
}

func box(left, bottom, right, top vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: left, Y: bottom}, Max: vg.Point{X: right, Y: top}}
}
