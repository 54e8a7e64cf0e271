package segments

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Ask asks for scores and segments as they are chosen. Other tabs that rest on them ask
// anew when they come in sight.
func Ask(h *screen.Host, s *State) {
	askScores(h, s)
	s.stale = map[string]bool{}
	for _, t := range tabs()[1:] {
		switch {
		case !t.asked(s):
		case t.key == s.Tab:
			t.ask(h, s)
		default:
			s.stale[t.key] = true
		}
	}
}

func askScores(h *screen.Host, s *State) {
	screen.Ask(h, &s.Request, s.Ask(h.Definition, h.Layout()), h.Engine.Segments, nil)
}

// AskSpread asks how unevenly revenue is spread.
func AskSpread(h *screen.Host, s *State) {
	screen.Ask(h, &s.Spread, s.AskSpread(h.Definition, h.Layout()), h.Engine.Concentration, nil)
}

// AskClusters asks for groups of customers who are alike.
func AskClusters(h *screen.Host, s *State) {
	screen.Ask(h, &s.Clusters, s.AskClusters(h.Definition, h.Layout()), h.Engine.Clusters, func(engine.Clusters) { h.ClusterNames = s.Recall() })
}

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	if !s.Asked() {
		return ui.Page(screen.NoData(h, "screen.segments"))
	}
	if s.Answer == nil {
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.segments")}), screen.Waiting(h, s.Progress, s.Err, func() { Ask(h, s) }))
	}
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.segments"), Finding: v.tab().finding(v)}),
		screen.Failed(h, s.Err, func() { Ask(h, s) }),
		ui.Tabs(ui.TabsProps{ID: "segments", Label: h.T("screen.segments"), Selected: v.tab().key, OnSelect: v.onTab, Items: v.tabItems()},
			v.tab().panel(v)),
	)
}

type view struct {
	*screen.Host
	s *State
}

func (v view) tabItems() (items []ui.Tab) {
	for _, t := range tabs() {
		items = append(items, ui.Tab{Key: t.key, Label: v.T(t.label)})
	}
	return items
}
