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
}

// overlaps lets lines touch: they are a little higher than their glyphs.
func (a box) overlaps(b box) bool {
	const touch = 1.0
	return a.x+a.w > b.x+touch && b.x+b.w > a.x+touch && a.y+a.h > b.y+touch && b.y+b.h > a.y+touch
}

// textBoxes measures the texts of a drawing from the drawing itself.
func textBoxes(t *testing.T, svg string) (boxes []box) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return boxes
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "text" {
			inner, _ := d.Token()
			boxes = append(boxes, boxOf(e, string(inner.(xml.CharData))))
		}
	}
}

// textSize is that of a drawing's root.
const textSize = 12.0

func boxOf(e xml.StartElement, txt string) box {
	a := map[string]string{}
	for _, attr := range e.Attr {
		a[attr.Name.Local] = attr.Value
	}
	number := func(name string) float64 { v, _ := strconv.ParseFloat(a[name], 64); return v }
	size := textSize
	if a["font-size"] != "" {
		size = number("font-size")
	}
	w := chart.TextWidth(txt, size, a["font-weight"] != "")
	return box{txt, number("x") + map[string]float64{"middle": -w / 2, "end": -w}[a["text-anchor"]], number("y") - 0.95*size, w, 1.2 * size}
}
