package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
)

// paletteSize is how many colours a picture keeps: a page has few, and the shades between
// them at the edges of letters hardly differ.
const paletteSize = 48

// reduced packs a picture as a PNG of paletteSize colours, a quarter of the bytes that all
// of them take. The same picture gives the same bytes.
func reduced(shot []byte) ([]byte, error) {
	full, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		return nil, err
	}
	pixels := image.NewRGBA(full.Bounds())
	draw.Draw(pixels, pixels.Bounds(), full, full.Bounds().Min, draw.Src)
	few := mapped(pixels, medianCut(shadesOf(pixels), paletteSize))
	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, few)
	return b.Bytes(), err
}

// A shade is a colour and how many pixels have it.
type shade struct {
	rgb [3]uint8
	n   int
}

func shadesOf(img *image.RGBA) (list []shade) {
	count := map[[3]uint8]int{}
	for i := 0; i < len(img.Pix); i += 4 {
		count[[3]uint8(img.Pix[i:i+3])]++
	}
	for rgb, n := range count {
		list = append(list, shade{rgb, n})
	}
	slices.SortFunc(list, func(a, b shade) int { return slices.Compare(a.rgb[:], b.rgb[:]) })
	return list
}

// A box is shades that are to become one colour.
type box []shade

// spread is the channel in which the box is widest, how wide, and how many pixels it has.
func (b box) spread() (channel, width, pixels int) {
	for c := range 3 {
		lo, hi := 255, 0
		for _, s := range b {
			lo, hi = min(lo, int(s.rgb[c])), max(hi, int(s.rgb[c]))
		}
		if hi-lo > width {
			channel, width = c, hi-lo
		}
	}
	for _, s := range b {
		pixels += s.n
	}
	return channel, width, pixels
}

// worth says how much a box gains by being cut: width counts for more than pixels, so
// that a thin line of an own colour is not lost to a large plain ground.
func (b box) worth() int {
	_, width, pixels := b.spread()
	return width * width * min(pixels, 4096)
}

// medianCut returns at most n colours that stand for shades: of the boxes of shades, the
// one that gains most is cut where half of its pixels lie on either side, again and again
// (Heckbert 1982).
//
// A third of the colours are the most frequent shades as they are: grounds are told apart
// however alike they are.
func medianCut(shades []shade, n int) color.Palette {
	often := slices.Clone(shades)
	slices.SortStableFunc(often, func(a, b shade) int { return cmp.Compare(b.n, a.n) })
	var p color.Palette
	for _, s := range often[:min(n/3, len(often))] {
		p = append(p, color.RGBA{s.rgb[0], s.rgb[1], s.rgb[2], 255})
	}
	if often = often[len(p):]; len(often) == 0 {
		return p
	}
	boxes := []box{often}
	for len(p)+len(boxes) < n {
		widest := slices.IndexFunc(boxes, func(b box) bool { return b.worth() == mostWorth(boxes) })
		lower, upper := boxes[widest].cut()
		if lower == nil {
			break
		}
		boxes[widest] = lower
		boxes = append(boxes, upper)
	}
	for _, b := range boxes {
		p = append(p, b.mean())
	}
	return p
}

func mostWorth(boxes []box) (most int) {
	for _, b := range boxes {
		most = max(most, b.worth())
	}
	return most
}

// cut parts a box; lower is nil if it is of one colour.
func (b box) cut() (lower, upper box) {
	channel, width, pixels := b.spread()
	if width == 0 {
		return nil, nil
	}
	slices.SortStableFunc(b, func(x, y shade) int { return cmp.Compare(x.rgb[channel], y.rgb[channel]) })
	below, i := 0, 0
	for ; i < len(b)-1 && below+b[i].n <= pixels/2; i++ {
		below += b[i].n
	}
	i = max(1, i)
	return b[:i:i], b[i:]
}

// mean is the box's most frequent shade where one rules, else the mean of all: a ground
// keeps its exact colour.
func (b box) mean() color.Color {
	most := slices.MaxFunc(b, func(x, y shade) int { return cmp.Compare(x.n, y.n) })
	_, _, pixels := b.spread()
	if 2*most.n >= pixels {
		return color.RGBA{most.rgb[0], most.rgb[1], most.rgb[2], 255}
	}
	var sum [3]int
	for _, s := range b {
		for c := range 3 {
			sum[c] += int(s.rgb[c]) * s.n
		}
	}
	return color.RGBA{uint8(sum[0] / pixels), uint8(sum[1] / pixels), uint8(sum[2] / pixels), 255}
}

// mapped draws a picture in a palette.
func mapped(img *image.RGBA, p color.Palette) *image.Paletted {
	out := image.NewPaletted(img.Bounds(), p)
	nearest := map[[3]uint8]uint8{}
	for i := range out.Pix {
		rgb := [3]uint8(img.Pix[4*i : 4*i+3])
		at, known := nearest[rgb]
		if !known {
			at = uint8(p.Index(color.RGBA{rgb[0], rgb[1], rgb[2], 255}))
			nearest[rgb] = at
		}
		out.Pix[i] = at
	}
	return out
}
