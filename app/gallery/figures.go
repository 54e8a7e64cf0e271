package gallery

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
	"churnbench/app/ui"
)

var figures = group{"Figures", "图表", []story{
	{"Figure", live},
	{"Figure, busy and empty", still},
	{"Handle, Live and Steps", moving},
	{"Zoom", closer},
}}

func live(g *Gallery) []app.UI {
	return []app.UI{
		&ui.Figure{Lang: g.Lang, Figure: g.curve(), Saver: g.Saver, OnExplain: g.press, OnOpen: g.choose("mark")},
		app.P().Class("quiet-text").ID("gallery-mark").Text(g.choice("mark", "")),
	}
}

func still(g *Gallery) []app.UI {
	return []app.UI{ui.Halves(
		&ui.Figure{Lang: g.Lang, Title: g.say("Survival", "生存曲线"), Busy: true},
		&ui.Figure{Lang: g.Lang, Title: g.say("Value over time", "价值走势")},
	)}
}

// moving shows a ruler that can be moved, what follows it, and a course of pictures.
func moving(g *Gallery) []app.UI {
	g.knob.Rest(5)
	g.knob.Say = func(v float64) string { return g.say("Month ", "第 ") + strconv.Itoa(int(v)) + g.say("", " 个月") }
	handled, stepped := g.curve(), g.curve()
	handled.ID, stepped.ID = "gallery-handle", "gallery-steps"
	handled.Title, stepped.Title = g.say("A ruler that can be moved", "可移动的标尺"), g.say("One period at a time", "逐期查看")
	handled.Handle = figure.Handle{Name: g.say("Month", "月"), Value: 5, Min: 1, Max: 9, From: 1, To: 9, Left: xOf(0), Right: xOf(8), Top: 0, Bottom: 240}
	for k := range 3 {
		stepped.Steps = append(stepped.Steps, figure.Step{Label: "2024-0" + strconv.Itoa(k+1), SVG: stepped.SVG, Marks: stepped.Marks,
			Values: []figure.Value{{Name: g.say("Rate", "比率"), Text: strconv.Itoa(20+k) + g.Lang.PercentSign()}}})
	}
	return []app.UI{
		&ui.Live{Knob: &g.knob, Body: func(at float64) app.UI { return app.P().ID("gallery-live").Text(g.knob.Say(at)) }},
		&ui.Figure{Lang: g.Lang, Figure: handled, Knob: &g.knob},
		&ui.Figure{Lang: g.Lang, Figure: stepped},
	}
}

// curve is a drawing as package chart makes them, in small.
func (g *Gallery) curve() *figure.Figure {
	f := &figure.Figure{
		ID: "gallery-curve", Title: g.say("Retention curve", "留存曲线"), Width: 720, Height: 260,
		Description: g.say("Retention falls to 24 percent in month 1 and stays there.", "留存率在第 1 个月降到 24%，此后基本持平。"),
		Footer:      g.say("Share of a cohort buying in month k · bold: weighted mean", "同期群中在第 k 个月购买的比例 · 粗线：加权均值"),
	}
	lines := g.curveLines()
	f.Table.Columns = []figure.Column{{Name: g.say("Month", "月")}}
	var body strings.Builder
	for i, l := range lines {
		ink := "ink-" + strconv.Itoa(i+1)
		f.Series = append(f.Series, figure.Series{Label: l.label, Ink: ink, Shape: figure.Line})
		f.Marks = append(f.Marks, g.marks(l, i)...)
		f.Table.Columns = append(f.Table.Columns, figure.Column{Name: l.label, Numeric: true})
		fmt.Fprintf(&body, `<g class="series-%d"><path class="%s" fill="none" stroke="currentColor" stroke-width="%g" stroke-linejoin="round" d="%s"/></g>`, i, ink, l.width, l.path())
	}
	for k := range lines[0].rates {
		f.Table.Rows = append(f.Table.Rows, []string{strconv.Itoa(k + 1), strconv.Itoa(lines[0].rates[k]) + "%", strconv.Itoa(lines[1].rates[k]) + "%"})
	}
	f.SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 260">` + axes() + body.String() + `</svg>`
	return f
}

func (g *Gallery) curveLines() []line {
	return []line{
		{g.say("Weighted mean", "加权均值"), []int{24, 22, 22, 23, 24, 24, 23, 22, 23}, 2.6},
		{"2024-01", rates[0], 1.6},
	}
}

// A line is one series of the drawing, in percent by month.
type line struct {
	label string
	rates []int
	width float64
}

func (l line) path() string {
	var d strings.Builder
	for k, rate := range l.rates {
		fmt.Fprintf(&d, "%c%g %g", "ML"[min(k, 1)], xOf(k), yOf(rate))
	}
	return d.String()
}

func (g *Gallery) marks(l line, series int) []figure.Mark {
	var marks []figure.Mark
	for k, rate := range l.rates {
		marks = append(marks, figure.Mark{X: xOf(k), Y: yOf(rate), Series: series,
			Label:  g.say("Month ", "第 ") + strconv.Itoa(k+1) + g.say("", " 个月"),
			Values: []figure.Value{{Name: g.say("Retention", "留存率"), Text: g.Lang.Percent(float64(rate)/100, 1)}},
			Key:    "month:" + strconv.Itoa(k+1)})
	}
	return marks
}

func axes() string {
	var b strings.Builder
	for tick := 0; tick <= 40; tick += 10 {
		y := yOf(tick)
		fmt.Fprintf(&b, `<path class="ink-grid" stroke="currentColor" d="M48 %gH704"/><text class="ink-soft" fill="currentColor" font-size="12" x="40" y="%g" text-anchor="end">%d%%</text>`, y, y+4, tick)
	}
	return b.String()
}

func xOf(month int) float64   { return 64 + 68*float64(month) }
func yOf(percent int) float64 { return 230 - 5.3*float64(percent) }
