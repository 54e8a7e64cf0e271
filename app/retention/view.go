package retention

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	if !s.Asked() {
		return ui.Page(screen.NoData(h, "screen.retention"))
	}
	if !v.known() {
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.retention")}), v.waiting(v.progress(), s.Err()))
	}
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.retention"), Finding: v.finding()}),
		v.stats(),
		v.inForce(),
		ui.Tabs(ui.TabsProps{ID: "retention", Label: h.T("screen.retention"), Selected: v.tab(), OnSelect: v.onTab,
			Items: v.tabs()},
			v.panel()),
	)
}

// inForce names the definition of loss that survival stands on.
func (v view) inForce() app.UI {
	r := v.s.Survival.Answer
	if r == nil || r.Lifetimes.Basis != engine.OnOrders {
		return nil
	}
	d := r.Lifetimes.Definition
	if r.Lapse.Window > 0 {
		d.Window = r.Lapse.Window
	}
	return screen.InForce(v.Host, d)
}

type view struct {
	*screen.Host
	s *State
}

// known reports whether any tab has something to show.
func (v view) known() bool {
	return v.s.Cohorts.Answer != nil || v.s.Survival.Answer != nil
}

func (v view) progress() engine.Progress {
	if v.s.Cohorts.Busy {
		return v.s.Cohorts.Progress
	}
	return v.s.Survival.Progress
}

func (v view) waiting(p engine.Progress, err *analysis.Error) app.UI {
	return screen.Waiting(v.Host, p, err, func() { Ask(v.Host, v.s) })
}

// tabs are those that the dataset has something for.
func (v view) tabs() []ui.Tab {
	tabs := []ui.Tab{{Key: TabSurvival, Label: v.T("retention.tab.survival")}, {Key: TabHazards, Label: v.T("retention.tab.hazards")},
		{Key: TabProjection, Label: v.T("retention.tab.projection")}}
	if v.hasCohorts() {
		tabs = append([]ui.Tab{{Key: "cohorts", Label: v.T("retention.tab.cohorts")}, {Key: TabLadder, Label: v.T("retention.tab.ladder")}}, tabs...)
	}
	return tabs
}

func (v view) hasCohorts() bool { return v.Dataset == nil || v.Dataset.Has(engine.OnOrders) }

// tab names the selected tab; the zero value is the cohorts', if there are any.
func (v view) tab() string {
	switch {
	case v.s.Tab != TabCohorts:
		return v.s.Tab
	case v.hasCohorts():
		return "cohorts"
	}
	return TabSurvival
}

// Places are the tabs.
func Places(h *screen.Host, s *State) (list []screen.Place) {
	v := view{h, s}
	for _, t := range v.tabs() {
		list = append(list, screen.Place{Label: t.Label, Tab: "retention-" + t.Key, On: t.Key == v.tab(), Show: func() { v.onTab(app.Context{}, t.Key) }})
	}
	return list
}

func (v view) onTab(_ app.Context, key string) {
	v.s.Tab = TabCohorts
	if key != "cohorts" {
		v.s.Tab = key
	}
	if key == TabHazards && !v.s.Hazards.Asked() {
		AskHazards(v.Host, v.s)
	}
	if key == TabLadder && !v.s.Ladder.Asked() {
		AskLadder(v.Host, &v.s.Ladder)
	}
	if key == TabProjection && !v.s.Projection.Asked() {
		AskProjection(v.Host, &v.s.Projection)
	}
}

// panel is the selected tab, or that it is on its way.
func (v view) panel() app.UI {
	switch v.tab() {
	case TabProjection:
		return v.projection()
	case TabHazards:
		return v.hazards()
	case TabLadder:
		return v.ladder()
	case TabSurvival:
		if v.s.Survival.Answer == nil {
			return v.waiting(v.s.Survival.Progress, v.s.Survival.Err)
		}
		return v.survival()
	}
	if v.s.Cohorts.Answer == nil {
		return v.waiting(v.s.Cohorts.Progress, v.s.Cohorts.Err)
	}
	return v.cohorts()
}

// finding says in a few sentences what the figures show.
func (v view) finding() string {
	return v.Sentences(v.early(), v.late(), v.lapse())
}

func (v view) stats() app.UI {
	return ui.Stats(append(v.cohortStats(), v.survivalStats()...)...)
}
