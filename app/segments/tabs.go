package segments

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// A tab is one way of looking at the groups of customers. Each has a file, and its
// answer and choices are a field of State.
type tab struct {
	key   string
	label i18n.Key

	question string // its field of engine.Questions

	ask     func(*screen.Host, *State)
	asked   func(*State) bool // whether ask has been called for this dataset
	panel   func(view) app.UI
	finding func(view) string // the screen's headline while the tab is in sight
}

// tabs are in the order of the work.
func tabs() []tab {
	return []tab{
		{TabScores, "segments.tab.scores", "Segments", askScores, (*State).Asked, view.scores, view.finding},
		{TabSpread, "segments.tab.spread", "Concentration", AskSpread, func(s *State) bool { return s.Spread.Asked() }, view.spread, view.spreadFinding},
		{TabKeys, "segments.tab.keys", "KeyCustomers", AskKeys, func(s *State) bool { return s.Keys.Asked() }, view.keys, view.keysFinding},
		{TabClusters, "segments.tab.clusters", "Clusters", AskClusters, func(s *State) bool { return s.Clusters.Asked() }, view.clusters, view.clustersFinding},
		{TabLifecycle, "segments.tab.lifecycle", "Lifecycle", AskLifecycle, func(s *State) bool { return s.Lifecycle.Asked() }, view.lifecycle, view.lifecycleFinding},
		{TabMigration, "segments.tab.migration", "Migration", AskMigration, func(s *State) bool { return s.Migration.Asked() }, view.migration, view.migrationFinding},
		{TabProfiles, "segments.tab.profiles", "Profiles", AskProfiles, func(s *State) bool { return s.Profiles.Asked() }, view.profiles, view.profilesFinding},
		{TabPortfolio, "segments.tab.portfolio", "Portfolio", AskPortfolio, func(s *State) bool { return s.Portfolio.Asked() }, view.portfolio, view.portfolioFinding},
	}
}

// tab is the one in sight.
func (v view) tab() tab {
	for _, t := range tabs() {
		if t.key == v.s.Tab {
			return t
		}
	}
	return tabs()[0]
}

func (v view) onTab(_ app.Context, chosen string) {
	v.s.Tab = chosen
	if t := v.tab(); !t.asked(v.s) || v.s.stale[t.key] {
		delete(v.s.stale, t.key)
		t.ask(v.Host, v.s)
	}
}

// Places are the tabs.
func Places(h *screen.Host, s *State) (list []screen.Place) {
	v := view{Host: h, s: s}
	for _, t := range tabs() {
		list = append(list, screen.Place{Label: h.T(t.label), Tab: "segments-" + t.key, On: t.key == v.tab().key, Show: func() { v.onTab(app.Context{}, t.key) }})
	}
	return list
}

// AskAgain puts those questions of tabs anew that have been asked: they depend on who
// counts as lost.
func AskAgain(h *screen.Host, s *State) {
	for _, t := range tabs() {
		if t.asked(s) {
			t.ask(h, s)
		}
	}
}
