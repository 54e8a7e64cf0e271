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
		ui.Tabs(ui.TabsProps{ID: "retention", Label: h.T("screen.retention"), Selected: v.tab(), OnSelect: v.onTab,
			Items: []ui.Tab{{Key: "cohorts", Label: h.T("retention.tab.cohorts")}, {Key: "survival", Label: h.T("retention.tab.survival")}}},
			v.panel()),
	)
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

// tab names the selected tab; the zero value is the cohorts'.
func (v view) tab() string {
	if v.s.Tab == TabSurvival {
		return TabSurvival
	}
	return "cohorts"
}

func (v view) onTab(_ app.Context, key string) {
	v.s.Tab = TabCohorts
	if key == TabSurvival {
		v.s.Tab = TabSurvival
	}
}

// panel is the selected tab, or that it is on its way.
func (v view) panel() app.UI {
	if v.s.Tab == TabSurvival {
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
