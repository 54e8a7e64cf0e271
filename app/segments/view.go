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

// AskAgain puts those questions anew that have been asked and depend on who counts
// as lost.
func AskAgain(h *screen.Host, s *State) {
	if s.Spread.Asked() {
		AskSpread(h, s)
	}
	if s.Clusters.Asked() {
		AskClusters(h, s)
	}
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
		ui.Head(ui.HeadProps{Title: h.T("screen.segments"), Finding: v.headline()}),
		screen.Failed(h, s.Err, func() { Ask(h, s) }),
		ui.Tabs(ui.TabsProps{ID: "segments", Label: h.T("screen.segments"), Selected: v.tab(), OnSelect: v.onTab, Items: []ui.Tab{
			{Key: scoresKey, Label: h.T("segments.tab.scores")},
			{Key: TabSpread, Label: h.T("segments.tab.spread")},
			{Key: TabClusters, Label: h.T("segments.tab.clusters")},
		}}, v.panel()),
	)
}

type view struct {
	*screen.Host
	s    *State
	open func(segment string)
}

// scoresKey is TabScores in ids, where it cannot be empty.
const scoresKey = "scores"

func (v view) tab() string {
	if v.s.Tab == TabScores {
		return scoresKey
	}
	return v.s.Tab
}

func (v view) onTab(_ app.Context, chosen string) {
	if chosen == scoresKey {
		chosen = TabScores
	}
	v.s.Tab = chosen
	switch {
	case chosen == TabSpread && !v.s.Spread.Asked():
		AskSpread(v.Host, v.s)
	case chosen == TabClusters && !v.s.Clusters.Asked():
		AskClusters(v.Host, v.s)
	}
}

func (v view) panel() app.UI {
	switch v.s.Tab {
	case TabSpread:
		return v.spread()
	case TabClusters:
		return v.clusters()
	}
	return v.scores(&v.s.Answer.Result)
}

// headline is the finding of the tab in sight.
func (v view) headline() string {
	switch v.s.Tab {
	case TabSpread:
		return v.spreadFinding()
	case TabClusters:
		return v.clustersFinding()
	}
	return v.finding(&v.s.Answer.Result)
}
