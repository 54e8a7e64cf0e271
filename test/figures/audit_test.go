package figures

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// widths are those at which pages show figures, see screen.Host.Layout, and a report.
var widths = []float64{360, 430, 560, 700, figure.DefaultWidth}

var samples = []string{"shop", "accounts", "membership"}

// TestAudit draws every figure of every answer and holds what charts need to be of use:
// see the checks, one a rule. A figure that no data drew fails, too.
func TestAudit(t *testing.T) {
	seen := map[string]bool{}
	for _, lang := range []string{"en", "zh"} {
		for _, data := range samples {
			e := loaded(t, data, lang)
			for _, w := range widths {
				for _, d := range ask(t, e, data, figure.Layout{Lang: lang, Column: w, Half: w}) {
					seen[d.field] = true
					audit(t, d, lang, w)
					if d.Span.Exists() {
						audit(t, closer(t, e, d), lang, w)
					}
				}
			}
			slides(t, e, data, lang)
		}
	}
	for _, name := range fields() {
		if !seen[name] {
			t.Errorf("%s was never drawn: the audit says nothing of it", name)
		}
	}
}

// slide is the room of a figure before an audience, see package presenter: lower, so that
// its letters are large.
var slide = figure.Layout{Column: 830, Half: 830, Most: 340}

// slides draws every figure for an audience: none may be higher than it is told to be.
func slides(t *testing.T, e engine.Engine, data, lang string) {
	t.Helper()
	layout := slide
	layout.Lang = lang
	for _, d := range ask(t, e, data, layout) {
		audit(t, d, lang, layout.Column)
		if d.Height > layout.Most+10 { // the bucket and the ten segments have shapes of their own
			t.Errorf("%s of %s, %s: %v high on a slide of %v", d.field, data, lang, d.Height, layout.Most)
		}
	}
}

// closer looks at the middle half of a time axis.
func closer(t *testing.T, e engine.Engine, d drawn) drawn {
	t.Helper()
	quarter := (d.Span.To - d.Span.From) / 4
	part, err := e.Zoom(t.Context(), engine.ZoomRequest{Figure: d.ID, Part: figure.Zoom{From: d.Span.From + quarter, To: d.Span.To - quarter}})
	if err != nil {
		t.Fatalf("%s of %s: %v", d.field, d.data, err)
	}
	return drawn{d.field + " in part", d.data, part}
}

// An auditor complains about one figure.
type auditor struct {
	*testing.T
	drawn
	where string
}

func (a *auditor) complain(format string, args ...any) {
	a.Helper()
	a.Errorf("%s: %s", a.where, fmt.Sprintf(format, args...))
}

func audit(t *testing.T, d drawn, lang string, width float64) {
	t.Helper()
	a := &auditor{t, d, fmt.Sprintf("%s of %s, %s, %v wide", d.field, d.data, lang, width)}
	a.marks()
	a.series()
	a.table()
	a.said(lang)
	a.drawing()
	for i := range d.Steps {
		a.SVG, a.Figure.Marks = d.Steps[i].SVG, d.Steps[i].Marks
		a.drawing()
		a.marks()
	}
}

// marks: each lies in the drawing, says something, and the next one is to the right of it
// or below, within its series.
func (a *auditor) marks() {
	if len(a.Marks) == 0 {
		a.complain("no marks")
	}
	for i, m := range a.Marks {
		if m.X-m.W/2 < -1 || m.Y-m.H/2 < -1 || m.X+m.W/2 > a.Width+1 || m.Y+m.H/2 > a.Height+1 || m.X != m.X || m.Y != m.Y {
			a.complain("mark %q lies outside: %v, %v", m.Label, m.X, m.Y)
		}
		if m.Label == "" || len(m.Values) == 0 || m.Series < -1 || m.Series >= len(a.Series) {
			a.complain("mark %d says too little: %+v", i, m)
		}
		for _, v := range m.Values {
			if v.Name == "" || v.Text == "" || strings.Contains(v.Text, "NaN") {
				a.complain("mark %q has the value %q %q", m.Label, v.Name, v.Text)
			}
		}
		if i > 0 && m.W == 0 && m.Series == a.Marks[i-1].Series && m.Label != a.Marks[i-1].Label && backwards(a.Marks[i-1], m) && !a.folds() {
			a.complain("mark %q at %v, %v comes after %q at %v, %v", m.Label, m.X, m.Y, a.Marks[i-1].Label, a.Marks[i-1].X, a.Marks[i-1].Y)
		}
	}
}

func backwards(before, m figure.Mark) bool { return m.X < before.X-1 && m.Y < before.Y-1 }

// folds says of which figures one series holds several lines, or points in an order of
// their own: cohorts one by one, customers by what they bring.
func (a *auditor) folds() bool { return a.ID == "retention-curve" || a.ID == "portfolio" }

// series: several have labels that differ, and a group each in the drawing, or pressing an
// entry of the legend would hide nothing.
func (a *auditor) series() {
	labels := map[string]bool{}
	for i, s := range a.Series {
		if s.Label == "" || labels[s.Label] || figure.LightColour(s.Ink) == "" {
			a.complain("series %d is %+v", i, s)
		}
		labels[s.Label] = true
		group := regexp.MustCompile(`<g class="series-` + strconv.Itoa(i) + `">(<g[^>]*>)*<[a-z]+ `)
		inSome := group.MatchString(a.SVG)
		for _, step := range a.Steps {
			inSome = inSome || group.MatchString(step.SVG)
		}
		if len(a.Series) > 1 && !inSome && !a.rare(s) {
			a.complain("pressing %q in the legend hides nothing", s.Label)
		}
	}
}

// rare says of which series a part, or lucky data, may have nothing to show: kinds of
// points, whose legend is the key to them.
func (a *auditor) rare(s figure.Series) bool {
	return a.Span.InSight != "" || s.Shape == figure.Ring || s.Shape == figure.Dot
}

// table: rows as wide as its head, for machines in plain digits.
func (a *auditor) table() {
	t := a.Figure.Table
	if len(t.Rows) == 0 || len(t.Columns) < 2 || len(t.Raw) != len(t.Rows) {
		a.complain("a table of %d rows, %d of them for machines, and %d columns", len(t.Rows), len(t.Raw), len(t.Columns))
		return
	}
	for i, row := range t.Raw {
		if len(row) != len(t.Columns) || len(t.Rows[i]) != len(t.Columns) {
			a.complain("row %d is not as wide as the table", i)
			return
		}
		for k, cell := range row {
			if !t.Columns[k].Numeric || cell == "" {
				continue
			}
			if _, err := strconv.ParseFloat(cell, 64); err != nil && !isoDate.MatchString(cell) {
				a.complain("a machine reads %q under %q", cell, t.Columns[k].Name)
				return
			}
		}
	}
}

var (
	isoDate = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	digits  = regexp.MustCompile(`\d[\d,.]*`)
	hanzi   = regexp.MustCompile(`\p{Han}`)
)

// said: title, description and footer are whole, in the language, and the description has
// numbers that the data have, too.
func (a *auditor) said(lang string) {
	if a.Title == "" || a.Description == "" || a.Footer == "" {
		a.complain("title %q, description %q, footer %q", a.Title, a.Description, a.Footer)
	}
	for _, said := range []string{a.Title, a.Description, a.Footer} {
		if strings.ContainsAny(said, "{}«»") || strings.Contains(said, "NaN") || lang == "zh" && !hanzi.MatchString(said) {
			a.complain("it says %q", said)
		}
	}
	if !digits.MatchString(a.Footer) {
		a.complain("the footer counts nothing: %q", a.Footer)
	}
	var data strings.Builder
	for _, row := range a.Figure.Table.Rows {
		data.WriteString(strings.Join(row, "|") + "|")
	}
	for _, m := range a.Marks {
		for _, v := range m.Values {
			data.WriteString(v.Text + "|")
		}
	}
	found := 0
	for _, n := range digits.FindAllString(a.Description, -1) {
		if n = strings.TrimRight(n, ".,"); strings.Contains(data.String(), n) {
			found++
		}
	}
	if found < 2 {
		a.complain("the description has %d numbers of the data: %q", found, a.Description)
	}
}

// leastLetters is the size below which letters are not read, in pixels.
const leastLetters = 11.0

// names: what is written beside a series goes with it when that is hidden. The table under
// survival curves stays whole.
func (a *auditor) names(boxes []box) {
	if a.ID == "survival" {
		return
	}
	for i, s := range a.Series {
		written, goes := false, false
		for _, b := range boxes {
			heading := b.x < 1 && b.y < 24 // which names the axis
			written = written || b.text == s.Label && !heading
			goes = goes || b.text == s.Label && b.series[i]
		}
		if written && !goes {
			a.complain("hiding %q leaves its name", s.Label)
		}
	}
}

// drawing: nothing that the page's policy blocks, no id twice, and texts that are large enough,
// neither leave the sheet nor overlap, and that no ruler crosses.
func (a *auditor) drawing() {
	for _, never := range []string{" style=", "<style", "<script", " on", "NaN", "Inf"} {
		if strings.Contains(tags(a.SVG), never) {
			a.complain("the drawing has %q", never)
		}
	}
	ids := map[string]bool{}
	for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllString(a.SVG, -1) {
		if ids[id] {
			a.complain("%s is there twice", id)
		}
		ids[id] = true
	}
	boxes := textBoxes(a.T, a.SVG)
	for i, b := range boxes {
		if b.x < -0.5 || b.y < -0.5 || b.x+b.w > a.Width+0.5 || b.y+b.h > a.Height+0.5 {
			a.complain("%q leaves the sheet: %.0f to %.0f of %.0f", b.text, b.x, b.x+b.w, a.Width)
		}
		for _, c := range boxes[:i] {
			if b.overlaps(c) {
				a.complain("%q overlaps %q", b.text, c.text)
			}
		}
		if b.h < 1.2*leastLetters-0.01 {
			a.complain("%q has letters of %.1f pixels", b.text, b.h/1.2)
		}
		for _, u := range uprights(a.T, a.SVG) {
			if u.crosses(b) {
				a.complain("a ruler at %.0f crosses %q", u.x, b.text)
			}
		}
	}
	a.names(boxes)
	if math.IsNaN(a.Width) || a.Width <= 0 || a.Height <= 0 {
		a.complain("it is %v × %v", a.Width, a.Height)
	}
}
