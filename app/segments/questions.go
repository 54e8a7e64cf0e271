package segments

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/app/screen"
)

// Put writes the tabs' questions down.
func (s *State) Put(q *engine.Questions, lost churn.Definition) {
	none := figure.Layout{}
	life := s.Lifecycle.ask(lost, none)
	life.Offset = 0
	q.Segments = s.Request.Put(s.Ask(lost, none))
	q.Concentration = s.Spread.Put(s.AskSpread(lost, none))
	q.KeyCustomers = s.Keys.Put(s.Keys.ask(none))
	q.Clusters = s.Clusters.Put(s.AskClusters(lost, none))
	q.Lifecycle = s.Lifecycle.Put(life)
	q.Migration = s.Migration.Put(s.AskMigration(lost, none))
	q.Profiles = s.Profiles.Put(s.askProfiles(lost, none))
	q.Portfolio = s.Portfolio.Put(s.askPortfolio(lost, none))
	q.ClusterNames = s.NamesInUse()
}

// Take makes the choices of q the tabs' own. Where a tab stands on what another one
// chooses, that of the other tab holds.
func (s *State) Take(q *engine.Questions) {
	if c := s.Request.Take(q.Segments); c != nil {
		s.Rules.take(c.Options)
		s.Show = c.Show
	}
	if c := s.Spread.Take(q.Concentration); c != nil {
		s.Tiers, s.Top = c.Tiers, c.Top
	}
	if c := s.Keys.Take(q.KeyCustomers); c != nil {
		s.Keys.Weights, s.Keys.Top = c.Weights, c.Options.Top
	}
	if c := s.Clusters.Take(q.Clusters); c != nil {
		s.SetColumns(c.Columns)
		s.K, s.known = c.Options.K, q.ClusterNames
	}
	if c := s.Lifecycle.Take(q.Lifecycle); c != nil {
		s.Lifecycle.takeOver(c)
	}
	if c := s.Migration.Take(q.Migration); c != nil {
		s.Migration.takeOver(c)
	}
	if c := s.Profiles.Take(q.Profiles); c != nil {
		s.Profiles.takeOver(c)
	}
	if c := s.Portfolio.Take(q.Portfolio); c != nil {
		s.Portfolio.takeOver(c)
	}
}

// take makes scores and segments those of options; cut-offs that are typed there are
// typed here.
func (s *Rules) take(o rfm.Options) {
	s.remember()
	s.Options, s.Fixed = o, o.Typed != [3]rfm.Bounds{}
	if o.Own.N > 0 {
		s.own = o.Own
	}
	s.Typed, s.Ranges = screen.Typed{}, screen.Typed{}
}

func (s *Lifecycle) takeOver(q *engine.LifecycleRequest) {
	s.Options, s.Before, s.Day, s.Offset, s.Typed = q.Options, q.Before, q.Day, 0, screen.Typed{}
}

func (s *MigrationState) takeOver(q *engine.MigrationRequest) {
	s.SetBy(q.By)
	s.From, s.To, s.Window, s.Fixed, s.Sankey, s.Typed = q.From, q.To, q.Window, q.Fixed, q.Sankey, screen.Typed{}
}

// takeOver makes a question about no view the person's own choice.
func (p *Profiles) takeOver(q *engine.ProfilesRequest) {
	p.View, p.By, p.Across, p.Measure, p.After, p.Sort, p.Typed = q.View, q.By, q.Across, q.Measure, q.After, q.Sort, screen.Typed{}
	if q.View == "" && q.By.By != "" {
		p.View = ownView
	}
}

func (p *Portfolio) takeOver(q *engine.PortfolioRequest) {
	p.begun, p.Options, p.By, p.Column, p.Typed = true, q.Options, q.Groups.By, q.Groups.Column, screen.Typed{}
}

// Again asks anew what has been asked and has changed, by the name of its field of
// engine.Questions. What rests on the scores follows them.
func Again(h *screen.Host, s *State, changed map[string]bool) {
	if changed["Segments"] && s.Asked() {
		Ask(h, s)
	}
	for _, t := range tabs()[1:] {
		if changed[t.question] && t.asked(s) && !s.stale[t.key] {
			t.ask(h, s)
		}
	}
}
