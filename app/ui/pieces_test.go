package ui

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

// html is a piece's markup on one line; blanks around texts are lost.
func html(pieces ...app.UI) string {
	lines := strings.Split(app.HTMLString(app.Div().Body(pieces...)), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.Join(lines, ""), "<div>"), "</div>")
}

func TestRich(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                         "plain",
		"about **23 in 100** buy again": "about<strong>23 in 100</strong>buy again",
		"_R_(_k_) = 1":                  "<var>R</var>(<var>k</var>) = 1",
		"第_k_个月":                        "第<var>k</var>个月",
		"_α_ and _β_":                   "<var>α</var>and<var>β</var>",
		"customer_id, order_date":       "customer_id, order_date",
		"a_b_c.csv":                     "a_b_c.csv",
		"_open":                         "_open",
		"(1 + _d_)^(_j_/12)":            "(1 +<var>d</var>)<sup><var>j</var>/12</sup>",
		"x^(":                           "x^(",
		"a __ b":                        "a __ b",
		"**all** of _x_":                "<strong>all</strong>of<var>x</var>",
		"1 < 2":                         "1 &lt; 2",
		"":                              "",
	} {
		if got := html(Rich(text)...); got != want {
			t.Errorf("Rich(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestGridMoves(t *testing.T) {
	size := gridSize{Rows: 10, Cols: 4, Page: 3, Head: true}
	for _, tt := range []struct {
		from gridCell
		key  string
		want gridCell
	}{
		{gridCell{0, 0}, "ArrowRight", gridCell{0, 1}},
		{gridCell{0, 3}, "ArrowRight", gridCell{0, 3}},
		{gridCell{0, 0}, "ArrowLeft", gridCell{0, 0}},
		{gridCell{0, 2}, "ArrowUp", gridCell{-1, 2}}, // the heading
		{gridCell{-1, 2}, "ArrowUp", gridCell{-1, 2}},
		{gridCell{8, 0}, "PageDown", gridCell{9, 0}},
		{gridCell{1, 0}, "PageUp", gridCell{0, 0}},
		{gridCell{4, 2}, "Home", gridCell{4, 0}},
		{gridCell{4, 2}, "End", gridCell{4, 3}},
		{gridCell{4, 2}, "Ctrl+Home", gridCell{0, 0}},
		{gridCell{4, 2}, "Ctrl+End", gridCell{9, 3}},
	} {
		if got, ok := tt.from.move(tt.key, size); !ok || got != tt.want {
			t.Errorf("%s from %v leads to %v, want %v", tt.key, tt.from, got, tt.want)
		}
	}
	if _, ok := (gridCell{}).move("x", size); ok {
		t.Error("a letter moves")
	}
	if got, _ := (gridCell{}).move("ArrowDown", gridSize{}); got != (gridCell{}) {
		t.Errorf("an empty grid has cell %v", got)
	}
}

func TestHeatLevel(t *testing.T) {
	for _, tt := range []struct {
		v, full float64
		want    int
	}{{0, 1, 1}, {1, 1, 20}, {.5, 1, 10}, {2, 1, 20}, {-1, 1, 1}, {.051, 1, 2}, {math.NaN(), 1, 0}, {1, 0, 0}, {1, math.NaN(), 0}} {
		if got := HeatLevel(tt.v, tt.full); got != tt.want {
			t.Errorf("HeatLevel(%g, %g) = %d, want %d", tt.v, tt.full, got, tt.want)
		}
	}
}

func TestFailure(t *testing.T) {
	const lang = i18n.English
	if got := html(Failure(lang, nil)); got != "" {
		t.Errorf("no error shows %s", got)
	}
	var none *analysis.Error
	if got := html(Failure(lang, none)); got != "" {
		t.Errorf("a nil *analysis.Error shows %s", got)
	}
	got := html(Failure(lang, analysis.Fail(analysis.BadInput, "ui.none").Or("ui.retry")))
	for _, want := range []string{`role="alert"`, i18n.T(lang, "ui.none"), i18n.T(lang, "ui.retry")} {
		if !strings.Contains(got, want) {
			t.Errorf("the error lacks %s: %s", want, got)
		}
	}
	if got := html(Failure(lang, errors.New("disk full"))); !strings.Contains(got, "disk full") {
		t.Errorf("a foreign error shows %s", got)
	}
}

func TestWarningsGravestFirst(t *testing.T) {
	got := html(Warnings(i18n.English, []analysis.Warning{
		{Severity: analysis.Note, Message: analysis.Say("ui.more")},
		{Severity: analysis.Serious, Message: analysis.Say("ui.none")},
	}))
	grave, light := strings.Index(got, "Not enough data"), strings.Index(got, "More")
	if grave < 0 || light < 0 || grave > light {
		t.Errorf("serious at %d, note at %d", grave, light)
	}
	if got := html(Warnings(i18n.English, nil)); got != "" {
		t.Errorf("no warnings show %s", got)
	}
}

// A number that is not known is never shown as a number.
func TestStatWithoutValue(t *testing.T) {
	got := html(Stat(StatProps{Lang: i18n.English, Label: "Median"}))
	if !strings.Contains(got, "Not enough data") {
		t.Error(got)
	}
}

func TestProgressDetail(t *testing.T) {
	p := ProgressProps{Lang: i18n.English, Done: 12_400_000, Of: 44_600_000, Rows: 1}
	if got, want := p.detail(), "12.4\u00a0MB of 44.6\u00a0MB · 1 row"; got != want {
		t.Errorf("detail is %q, want %q", got, want)
	}
	if got := (ProgressProps{}).detail(); got != "" {
		t.Errorf("nothing known shows %q", got)
	}
	if got := html(Progress(ProgressProps{Label: "x", Done: 9, Of: 4})); !strings.Contains(got, `value="1000"`) {
		t.Errorf("more than all: %s", got)
	}
}

func TestTabsWalk(t *testing.T) {
	for _, tt := range []struct {
		i    int
		key  string
		want int
	}{{2, "ArrowRight", 0}, {0, "ArrowLeft", 2}, {0, "End", 2}, {1, "Home", 0}} {
		if got, ok := walk(tt.i, 3, tt.key); !ok || got != tt.want {
			t.Errorf("%s from %d of 3 leads to %d", tt.key, tt.i, got)
		}
	}
}

// A press must do what the button is for now, not what it was for when it was
// first drawn: handlers that capture their Props are replaced at each redraw.
func TestHandlersAreFresh(t *testing.T) {
	first, second := fresh(), fresh()
	if first == second {
		t.Error("two redraws have one scope")
	}
}

type savings []string

func (s *savings) SaveBytes(name, mime string, data []byte) {
	*s = append(*s, name+" "+mime+" "+string(data[:min(7, len(data))]))
}
func (s *savings) SavePNG(name, svg string, w, h, scale float64) {
	*s = append(*s, name+" "+svg[:4]+" "+coord(scale))
}
func (s *savings) CopyPNG(svg string, w, h, scale float64) { *s = append(*s, "copy "+svg[:4]) }

func TestFigureSaves(t *testing.T) {
	var saved savings
	f := &Figure{Lang: i18n.English, Saver: &saved, Figure: &figure.Figure{ID: "curve", SVG: `<svg viewBox="0 0 9 9"></svg>`, Width: 9, Height: 9,
		Table: figure.Table{Columns: []figure.Column{{Name: "Month"}}}}}
	for _, item := range f.saving() {
		item.Do(app.Context{})
	}
	want := []string{"copy <svg", "curve.png <svg 1.00", "curve@2x.png <svg 2.00", "curve.svg image/svg+xml <svg xm", "curve.csv text/csv;charset=utf-8 \ufeffMont"}
	if strings.Join(saved, "\n") != strings.Join(want, "\n") {
		t.Errorf("saved\n%s\nwant\n%s", strings.Join(saved, "\n"), strings.Join(want, "\n"))
	}
}
