// Package presenter shows one exhibit at a time to an audience: large, without the
// controls of the work, walked by arrows or by the two keys of a clicker.
package presenter

import (
	"context"
	"slices"
	"strings"

	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A State is what is being presented. The zero value presents nothing.
type State struct {
	On  bool
	IDs []string // of the exhibits, in the order in which they are shown
	At  int      // index of the one in sight

	masked bool // identifiers were before it began
	drawn  map[*figure.Figure]*figure.Figure
}

// Order lists who is shown after whom: what the report has, in its order; without a report
// the exhibits of a screen, ready or not, then those of the other screens that are ready.
func Order(all []screen.Exhibit, route string, report []string) []string {
	if shown := among(all, report); len(shown) > 0 {
		return shown
	}
	var own, others []string
	for i := range all {
		switch x := &all[i]; {
		case x.Route == route && (x.Ready() || x.Busy):
			own = append(own, x.ID)
		case x.Route != route && x.Ready():
			others = append(others, x.ID)
		}
	}
	return append(own, others...)
}

// among are those of a report that there is something to show of.
func among(all []screen.Exhibit, report []string) (shown []string) {
	for _, id := range report {
		i := slices.IndexFunc(all, func(x screen.Exhibit) bool { return x.ID == id })
		if i >= 0 && (all[i].Ready() || all[i].Busy) {
			shown = append(shown, id)
		}
	}
	return shown
}

// Start begins with the exhibit called first, or with the first of all. Identifiers are
// masked from then on: an audience is not who they were entrusted to.
func (s *State) Start(h *screen.Host, ids []string, first string) {
	*s = State{On: len(ids) > 0, IDs: ids, At: max(0, slices.Index(ids, first)), masked: h.Masked}
	h.Masked = h.Masked || s.On
}

// End returns to the work as it was.
func (s *State) End(h *screen.Host) {
	if s.On {
		h.Masked = s.masked
	}
	*s = State{}
}

// ID names the exhibit in sight.
func (s *State) ID() string {
	if s.At >= len(s.IDs) {
		return ""
	}
	return s.IDs[s.At]
}

// Go follows a key and reports whether it led to another exhibit. Clickers send the keys
// that turn pages.
func (s *State) Go(key string) bool {
	to := s.At
	switch key {
	case "ArrowRight", "ArrowDown", "PageDown", " ":
		to++
	case "ArrowLeft", "ArrowUp", "PageUp", "Shift+ ":
		to--
	case "Home":
		to = 0
	case "End":
		to = len(s.IDs) - 1
	}
	to = max(0, min(len(s.IDs)-1, to))
	moved := to != s.At
	s.At = to
	return moved
}

// Before is the exhibit before the one in sight, "" for none.
func (s *State) Before() string {
	if s.At == 0 || s.At >= len(s.IDs) {
		return ""
	}
	return s.IDs[s.At-1]
}

// Headline is what an exhibit says. A finding belongs to the whole answer that several
// exhibits show; those behind the first of them have what their own drawing tells.
func Headline(x, before *screen.Exhibit) string {
	if x == nil {
		return ""
	}
	said := before != nil && before.Finding == x.Finding
	switch {
	case x.Finding != "" && !said:
		return x.Finding
	case x.Figure != nil && x.Figure.Description != "":
		return firstSentence(x.Figure.Description)
	}
	return x.Title
}

// firstSentence ends at the first full stop with a space behind it, or a Chinese one.
func firstSentence(text string) string {
	end := len(text)
	for _, stop := range []string{". ", "。"} {
		if i := strings.Index(text, stop); i >= 0 {
			end = min(end, i+len(strings.TrimSpace(stop)))
		}
	}
	return text[:end]
}

// tall is from what height on, in pixels of its own, a figure's letters of 12 pixels get
// smaller than 24 on a projector of 1080: with its legend it is shown 700 to 800 high.
const tall = 340.0

// width is how wide a figure of that height fills a slide, in windows as wide as projectors
// are, or in narrower ones.
func width(h *screen.Host) float64 {
	switch {
	case h.Window >= 1200 || h.Window == 0:
		return 830
	case h.Window > 720:
		return 600
	}
	return 400
}

// Enlarge has a tall figure drawn anew as low and wide as a slide: shown as high as before,
// its letters are larger. Until that is there, and if it is no lower, the one at hand is shown.
func (s *State) Enlarge(h *screen.Host, x *screen.Exhibit) {
	if x == nil || x.Figure == nil || x.Draw == nil || x.Figure.Height <= tall {
		return
	}
	of := x.Figure
	if _, asked := s.drawn[of]; asked {
		return
	}
	if s.drawn == nil {
		s.drawn = map[*figure.Figure]*figure.Figure{}
	}
	s.drawn[of] = of
	layout := figure.Layout{Lang: string(h.Lang), Column: width(h), Half: width(h), Most: tall}
	draw := x.Draw
	go func() {
		figures, _ := draw(context.Background(), layout)
		h.Redraw(func() {
			for _, f := range figures {
				if s.On && f.ID == of.ID && f.SVG != "" && f.Height < of.Height {
					s.drawn[of] = f
				}
			}
		})
	}()
}

// Shown is the drawing of a figure that an audience sees.
func (s *State) Shown(f *figure.Figure) *figure.Figure {
	if drawn := s.drawn[f]; drawn != nil {
		return drawn
	}
	return f
}
