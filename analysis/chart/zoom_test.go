package chart

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
)

// zoomable are the drawings whose axis is one of time.
var zoomable = []string{"retention", "retention-whole", "retention-picked", "survival", "survival-plans", "survival-many", "causes",
	"projection", "retention-rate", "tracking", "history", "movements", "revenue-movements", "control", "lifecycle", "payback", "payback-groups"}

// zoomed draws every figure with an axis of time, whole and in parts: shares of that axis.
func zoomed(t *testing.T, width float64, parts []figure.Zoom, f func(t *testing.T, whole, part figure.Figure)) {
	byName := map[string]drawing{}
	for _, d := range drawings() {
		byName[d.name] = d
	}
	for _, name := range zoomable {
		for _, lang := range locale.Langs {
			st := figure.Style{Lang: string(lang), Width: width, Currency: "USD"}
			t.Run(name+"-"+string(lang), func(t *testing.T) {
				whole := drawn(t, byName[name], st)
				if !whole.Span.Exists() || whole.Span.InSight != "" {
					t.Fatalf("the whole has the span %+v", whole.Span)
				}
				for _, share := range parts {
					st := st
					from, length := whole.Span.From, whole.Span.To-whole.Span.From
					st.Zoom = figure.Zoom{From: from + share.From*length, To: from + share.To*length}
					f(t, whole, drawn(t, byName[name], st))
				}
			})
		}
	}
}

func drawn(t *testing.T, d drawing, st figure.Style) figure.Figure {
	t.Helper()
	if d.make == nil {
		t.Fatal("no such drawing")
	}
	fig, err := d.make(st)
	if err != nil {
		t.Fatal(err)
	}
	return fig
}

// A part shows what was asked for, out to whole units, and says so everywhere.
func TestZoom(t *testing.T) {
	zoomed(t, 560, []figure.Zoom{{From: .3, To: .7}, {From: 0, To: .5}, {From: .5, To: 1}}, func(t *testing.T, whole, part figure.Figure) {
		v := part.Span
		if v.InSight == "" || !strings.Contains(part.Description, v.InSight) || !strings.Contains(part.Footer, v.InSight) {
			t.Errorf("it is not said that %q is in sight\n%s\n%s", v.InSight, part.Description, part.Footer)
		}
		if v.From < whole.Span.From || v.To > whole.Span.To || v.To-v.From > .75*(whole.Span.To-whole.Span.From) {
			t.Errorf("%v of %v is in sight", v.Zoom, whole.Span.Zoom)
		}
		if len(part.Table.Rows) == 0 || len(part.Table.Rows) > len(whole.Table.Rows) || len(part.Marks) == 0 {
			t.Errorf("%d rows and %d marks, of %d and %d", len(part.Table.Rows), len(part.Marks), len(whole.Table.Rows), len(whole.Marks))
		}
		checkPart(t, part)
	})
}

func checkPart(t *testing.T, part figure.Figure) {
	t.Helper()
	for _, m := range part.Marks {
		if m.X < part.Span.Left-0.5 || m.X > part.Span.Right+0.5 || m.Y < part.Span.Top-6 || m.Y > part.Span.Bottom+6 {
			t.Errorf("mark %q lies at %v, %v, beyond the axis", m.Label, m.X, m.Y)
			break
		}
	}
	if said := part.SVG + transcript(part); strings.Contains(said, "NaN") || strings.Contains(said, "Inf") || strings.ContainsAny(transcript(part), "{}") {
		t.Errorf("unfilled:\n%s", transcript(part))
	}
	boxes := textBoxes(t, part.SVG)
	for i, a := range boxes {
		if a.x < -0.5 || a.x+a.w > part.Width+0.5 {
			t.Errorf("%q leaves the sheet", a.text)
		}
		for _, b := range boxes[:i] {
			if a.overlaps(b) {
				t.Errorf("%q overlaps %q in %v", a.text, b.text, part.Span.Zoom)
			}
		}
	}
}

// The same part, asked for as it was answered, is the same drawing: a page may ask again.
func TestZoomSettles(t *testing.T) {
	byName := map[string]drawing{}
	for _, d := range drawings() {
		byName[d.name] = d
	}
	for _, name := range zoomable {
		st := figure.Style{Lang: "en", Width: 720, Currency: "USD"}
		whole := drawn(t, byName[name], st)
		st.Zoom = figure.Zoom{From: whole.Span.From + .31*(whole.Span.To-whole.Span.From), To: whole.Span.From + .77*(whole.Span.To-whole.Span.From)}
		first := drawn(t, byName[name], st)
		st.Zoom = first.Span.Zoom
		if second := drawn(t, byName[name], st); second.SVG != first.SVG || second.Span != first.Span {
			t.Errorf("%s: %+v becomes %+v", name, first.Span, second.Span)
		}
	}
}

// Parts that are tiny, turned round, outside or no numbers neither panic nor draw nonsense.
func TestZoomHostile(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	zoomed(t, 360, []figure.Zoom{{From: .5, To: .5001}, {From: 0, To: .001}, {From: .999, To: 1}, {From: 2, To: 3}, {From: -3, To: -2},
		{From: .7, To: .2}, {From: nan, To: 1}, {From: -inf, To: inf}, {From: -inf, To: .2}, {From: .9, To: inf}}, func(t *testing.T, _, part figure.Figure) {
		checkPart(t, part)
	})
}

// What has no axis of time ignores a zoom.
func TestZoomElsewhere(t *testing.T) {
	some := map[string]bool{}
	for _, name := range zoomable {
		some[name] = true
	}
	for _, d := range drawings() {
		fig := drawn(t, d, figure.Style{Lang: "en", Width: 560})
		if some[d.name] || strings.HasPrefix(d.name, "retention") || strings.HasPrefix(d.name, "survival") || strings.HasPrefix(d.name, "movements") {
			continue
		}
		if fig.Span.Exists() {
			t.Errorf("%s has an axis of time from %s to %s", d.name, strconv.Itoa(int(fig.Span.From)), strconv.Itoa(int(fig.Span.To)))
		}
		if again := drawn(t, d, figure.Style{Lang: "en", Width: 560, Zoom: figure.Zoom{From: 1, To: 2}}); again.SVG != fig.SVG {
			t.Errorf("%s is drawn otherwise for a part of nothing", d.name)
		}
	}
}
