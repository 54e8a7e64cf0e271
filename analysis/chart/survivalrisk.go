package chart

import (
	"slices"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/survival"
)

// riskRow is the height of a row of the table under the axis, in pixels.
const riskRow = 17.0

// wholeTables is how many groups the table under the axis shows in full; of more it
// shows those at risk, and the data table the rest.
const wholeTables = 3

// maxName bounds the width of a group's name, as a share of the sheet.
const maxName = 0.26

// standing is what has become of the customers of a group by a time.
type standing struct{ atRisk, lost, open int }

// standingAt counts up to, and not including, time t, so that the three
// numbers add up to all customers unless some came under watch later.
func standingAt(c *survival.Curve, t float64) standing {
	at := standing{atRisk: c.At(t).AtRisk}
	for i, u := range c.Time {
		if u >= t {
			break
		}
		at.lost += c.Events[i]
		at.open += c.Censored[i]
	}
	return at
}

// A riskLine is one row of the table under the axis.
type riskLine struct {
	name  string
	group int // −1 for a heading of no group
	head  bool
	of    func(standing) int // nil for a heading
}

// riskLines lists the rows from the top.
func (d *lifetimes) riskLines() []riskLine {
	atRisk := func(s standing) int { return s.atRisk }
	whole := []riskLine{
		{name: string(d.w.AtRisk), of: atRisk},
		{name: string(d.w.Lost), of: func(s standing) int { return s.lost }},
		{name: string(d.w.Open), of: func(s standing) int { return s.open }},
	}
	if d.single() {
		return whole
	}
	var lines []riskLine
	if d.isBrief() {
		lines = append(lines, riskLine{name: string(d.w.AtRisk), group: -1, head: true})
	}
	for k, g := range d.groups {
		name := d.shorten(g.name, d.width*maxName)
		if d.isBrief() {
			lines = append(lines, riskLine{name: name, group: k, of: atRisk})
			continue
		}
		lines = append(lines, riskLine{name: name, group: k, head: true})
		for _, l := range whole {
			l.group = k
			lines = append(lines, l)
		}
	}
	return lines
}

// isBrief reports whether the table has one row a group: there are many, or little room.
func (d *lifetimes) isBrief() bool {
	return len(d.groups) > wholeTables || d.most > 0 && !d.single()
}

func (d *lifetimes) riskHeight() float64 { return float64(len(d.riskLines()))*riskRow + 8 }

// swatchWidth is the room that a group's colour takes before its name.
const swatchWidth = 14.0

// rowNames returns the width that the names of the table's rows need; counts are
// centred on their ticks, so that half of the widest is left of the axis.
func (d *lifetimes) rowNames(widestCount float64) float64 {
	w := 0.0
	for _, l := range d.riskLines() {
		if !l.head {
			w = max(w, d.widthOf(l.name, sizeText, false)+d.indent(l))
		}
	}
	return w + widestCount/2 + 8
}

// indent is how far a row's name stands from the left: behind its group's colour.
func (d *lifetimes) indent(l riskLine) float64 {
	if d.single() || l.group < 0 {
		return 0
	}
	return swatchWidth
}

// riskTable writes the table under the axis.
func (d *lifetimes) riskTable(on panel) {
	lines := d.riskLines()
	for row, l := range lines {
		y := (float64(len(lines)-row) - 0.5) * riskRow
		if l.group >= 0 && !d.single() && (l.head || d.isBrief()) {
			d.stroke(line(d.groups[l.group].ink, strokeMain), vg.Point{X: 0, Y: vg.Length(y)}, vg.Point{X: swatchWidth - 5, Y: vg.Length(y)})
		}
		sty := d.soft()
		if l.head {
			sty = d.plain()
		}
		d.label(sty, d.indent(l), y, l.name)
		if l.of != nil {
			d.riskCounts(on, l, y)
		}
	}
}

func (d *lifetimes) riskCounts(on panel, l riskLine, y float64) {
	g := d.groups[max(0, l.group)]
	for _, t := range d.ticks {
		sty := d.faded(aligned(d.plain(), draw.XCenter, draw.YCenter), t.Value >= g.fade)
		d.label(sty, float64(on.at(t.Value, 0).X), y, d.lang.Int(l.of(standingAt(&g.Curve, t.Value))))
	}
}

// faded greys the numbers of a tail.
func (d *lifetimes) faded(sty text.Style, tail bool) text.Style {
	if tail {
		sty.Color = inkSoft
	}
	return sty
}

// shorten cuts a text that is wider than it may be.
func (s *sheet) shorten(txt string, width float64) string {
	if s.widthOf(txt, sizeText, false) <= width {
		return txt
	}
	runes := []rune(txt)
	for len(runes) > 1 && s.widthOf(string(runes)+"…", sizeText, false) > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// labelWidth is the room for the names of the curves at their ends; there is none on
// a narrow sheet, where the legend must do, and for a single curve, which needs none.
func (d *lifetimes) labelWidth() float64 {
	if d.single() || d.isNarrow() {
		return 0
	}
	w := 0.0
	for _, g := range d.groups {
		w = max(w, d.widthOf(d.shorten(g.name, d.width*maxName), sizeText, false))
	}
	return w + 10
}

// endLabels names the curves at the right, moved apart where they would overlap.
func (d *lifetimes) endLabels(on panel) {
	if d.labelWidth() == 0 {
		return
	}
	var ys []float64
	for _, g := range d.groups {
		s := 1.0
		if n := len(g.Curve.S); n > 0 {
			s = g.Curve.S[n-1]
		}
		if g.last > d.sight.to {
			s = g.Curve.At(d.sight.to).S
		}
		ys = append(ys, float64(on.at(0, s).Y))
	}
	ys = apart(ys, lineHeight*sizeText+1, float64(on.data.Min.Y), float64(on.data.Max.Y))
	x := float64(on.data.Max.X) + 8
	for k, g := range d.groups {
		d.canvas.series(g.series, func() {
			d.label(d.style(inkText, sizeText, false), x, ys[k], d.shorten(g.name, d.width*maxName))
		})
	}
}

// apart moves heights at least gap apart, within lo … hi where that can be, and keeps
// their order.
func apart(heights []float64, gap, lo, hi float64) []float64 {
	order := make([]int, len(heights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case heights[a] < heights[b]:
			return -1
		case heights[a] > heights[b]:
			return 1
		}
		return 0
	})
	out := slices.Clone(heights)
	floor := lo
	for _, i := range order {
		out[i] = max(out[i], floor)
		floor = out[i] + gap
	}
	roof := hi
	for _, i := range slices.Backward(order) {
		out[i] = min(out[i], roof)
		roof = out[i] - gap
	}
	return out
}
