package segments

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Ask puts the chosen questions to the engine.
func Ask(h *screen.Host, s *State) {
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Segments, nil)
	AskAgain(h, s)
}

// AskSpread asks how unevenly revenue is spread.
func AskSpread(h *screen.Host, s *State) {
	screen.Ask(h, &s.Spread, s.AskSpread(h.Definition, h.Layout()), h.Engine.Concentration, nil)
}

// AskClusters asks for groups of customers who are alike.
func AskClusters(h *screen.Host, s *State) {
	screen.Ask(h, &s.Clusters, s.AskClusters(h.Definition, h.Layout()), h.Engine.Clusters, nil)
}

// View draws the screen; open shows the customers of a segment.
func View(h *screen.Host, s *State, open func(segment string)) app.UI {
	v := view{h, s, open}
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
	s    *State
	open func(segment string)
}

func (v view) tabItems() (items []ui.Tab) {
	for _, t := range tabs() {
		items = append(items, ui.Tab{Key: t.key, Label: v.T(t.label)})
	}
	return items
}
