package figures

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis/chart"
)

// tags returns a drawing without its texts, which may say anything.
func tags(svg string) string { return texts.ReplaceAllString(labels.ReplaceAllString(svg, ""), "><") }

var (
	texts  = regexp.MustCompile(`>[^<]+<`)
	labels = regexp.MustCompile(` aria-label="[^"]*"`)
)

// A box is the space that a text takes.
type box struct {
	text       string
	x, y, w, h float64
	series     map[int]bool // whose groups it stands in: it is hidden with them
	order      int          // of elements
}

// overlaps lets lines touch: they are a little higher than their glyphs.
func (a box) overlaps(b box) bool {
	const touch = 1.0
	return a.x+a.w > b.x+touch && b.x+b.w > a.x+touch && a.y+a.h > b.y+touch && b.y+b.h > a.y+touch
}

// textBoxes measures the texts of a drawing from the drawing itself.
func textBoxes(t *testing.T, svg string) (boxes []box) {
	t.Helper()
	groups, order := []string{}, 0
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return boxes
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			order++
			if e.Name.Local == "g" {
				groups = append(groups, attributesOf(e)["class"])
			}
			if e.Name.Local == "text" {
				inner, _ := d.Token()
				b := boxOf(e, string(inner.(xml.CharData)))
				b.order, b.series = order, seriesIn(groups)
				boxes = append(boxes, b)
			}
		case xml.EndElement:
			if e.Name.Local == "g" {
				groups = groups[:len(groups)-1]
			}
		}
	}
}

// textSize is that of a drawing's root.
const textSize = 12.0

func boxOf(e xml.StartElement, txt string) box {
	a := attributesOf(e)
	number := func(name string) float64 { v, _ := strconv.ParseFloat(a[name], 64); return v }
	size := textSize
	if a["font-size"] != "" {
		size = number("font-size")
	}
	w := chart.TextWidth(txt, size, a["font-weight"] != "")
	return box{text: txt, x: number("x") + map[string]float64{"middle": -w / 2, "end": -w}[a["text-anchor"]], y: number("y") - 0.95*size, w: w, h: 1.2 * size}
}

func attributesOf(e xml.StartElement) map[string]string {
	a := map[string]string{}
	for _, attr := range e.Attr {
		a[attr.Name.Local] = attr.Value
	}
	return a
}

func seriesIn(groups []string) map[int]bool {
	in := map[int]bool{}
	for _, class := range groups {
		if n, ok := strings.CutPrefix(class, "series-"); ok {
			i, _ := strconv.Atoi(n)
			in[i] = true
		}
	}
	return in
}

// An upright is a ruler: one straight line from top to bottom that is no line of the grid.
type upright struct {
	x, y0, y1 float64
	order     int
}

var uprightPath = regexp.MustCompile(`^M([\d.]+),([\d.]+)V([\d.]+)$`)

// uprights lists the rulers of a drawing.
func uprights(t *testing.T, svg string) (list []upright) {
	t.Helper()
	order := 0
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if err != nil {
			return list
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		order++
		a := attributesOf(e)
		if at := uprightPath.FindStringSubmatch(a["d"]); at != nil && a["stroke"] != "" && a["class"] != "ink-grid" {
			number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
			y0, y1 := number(at[2]), number(at[3])
			list = append(list, upright{number(at[1]), min(y0, y1), max(y0, y1), order})
		}
	}
}

// crosses reports whether a ruler was drawn across a text: before it, a veil may cover it.
func (u upright) crosses(b box) bool {
	return u.order > b.order && u.x > b.x+1 && u.x < b.x+b.w-1 && u.y0 < b.y+b.h-2 && u.y1 > b.y+2
}
