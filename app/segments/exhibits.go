package segments

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Exhibits are the figures and main tables of all tabs.
func Exhibits(h *screen.Host, s *State) (list []screen.Exhibit) {
	v := view{h, s}
	for _, of := range []func() []screen.Exhibit{v.scoreExhibits, v.spreadExhibits, v.keyExhibits, v.clusterExhibits,
		v.lifecycleExhibits, v.migrationExhibits, v.profileExhibits, v.portfolioExhibits} {
		list = append(list, of()...)
	}
	return list
}

// source is the question of a tab.
func source[Q, A any](v view, name, tab string, r *screen.Request[Q, A]) screen.Source[Q, A] {
	s := screen.Source[Q, A]{Route: "segments", Name: name, Request: r, Show: func() { v.onTab(app.Context{}, tab) }}
	for _, t := range tabs() {
		if t.key == tab {
			s.Tab, s.Old = v.T(t.label), v.s.stale[tab]
			s.Ask = func() {
				delete(v.s.stale, tab)
				t.ask(v.Host, v.s)
			}
		}
	}
	return s
}

func (v view) scoreExhibits() []screen.Exhibit {
	s := source(v, "Segments", TabScores, &v.s.Request)
	s.Call, s.Layout = v.Engine.Segments, func(q *engine.SegmentsRequest) *figure.Layout { return &q.Layout }
	s.Figures = func(a *engine.Segments) []*figure.Figure { return []*figure.Figure{&a.Grid, &a.Tree, &a.Bars} }
	sheet, a := screen.On(v.Host, s), v.s.Answer
	if sheet.Answered {
		sheet.Say(v.finding(), a.Result.Warnings)
	}
	explain := func() ui.ExplainProps { return v.explain(&a.Result) }
	sheet.Figure("rfm-grid", explain)
	sheet.Table("segment-list", func() figure.Table { return ui.TableOf(v.segmentTable(&a.Result), 0) }, explain)
	sheet.Figure("segment-map", explain)
	sheet.Figure("segments", explain)
	return sheet.Exhibits
}

func (v view) spreadExhibits() []screen.Exhibit {
	s := source(v, "Concentration", TabSpread, &v.s.Spread)
	s.Call, s.Layout = v.Engine.Concentration, func(q *engine.ConcentrationRequest) *figure.Layout { return &q.Layout }
	s.Figures = func(a *engine.Concentration) []*figure.Figure { return []*figure.Figure{&a.Lorenz, &a.Whale} }
	sheet, a := screen.On(v.Host, s), v.s.Spread.Answer
	sheet.Say(v.spreadFinding(), nil)
	explain := func() ui.ExplainProps { return v.explainSpread(a) }
	sheet.Figure("lorenz", explain)
	sheet.Table("tiers", func() figure.Table { return ui.TableOf(v.tierTable(a), 0) }, explain)
	sheet.Figure("whale", func() ui.ExplainProps { return v.explainProfit(a) })
	return sheet.Exhibits
}

func (v view) keyExhibits() []screen.Exhibit {
	s := source(v, "KeyCustomers", TabKeys, &v.s.Keys.Request)
	s.Call, s.Layout = v.Engine.KeyCustomers, func(q *engine.KeyCustomersRequest) *figure.Layout { return &q.Layout }
	s.Figures = func(a *engine.KeyCustomers) []*figure.Figure { return []*figure.Figure{&a.Ranges} }
	sheet, a := screen.On(v.Host, s), v.s.Keys.Answer
	sheet.Say(v.keysFinding(), nil)
	explain := func() ui.ExplainProps { return v.explainKeys(a) }
	sheet.Figure("key-customers", explain)
	sheet.Table("key-list", func() figure.Table { return ui.TableOf(v.keyList(a), 0) }, explain)
	return sheet.Exhibits
}

func (v view) clusterExhibits() []screen.Exhibit {
	s := source(v, "Clusters", TabClusters, &v.s.Clusters)
	s.Call, s.Layout = v.Engine.Clusters, func(q *engine.ClustersRequest) *figure.Layout { return &q.Layout }
	s.Figures = func(a *engine.Clusters) []*figure.Figure { return []*figure.Figure{&a.Scan} }
	sheet, a := screen.On(v.Host, s), v.s.Clusters.Answer
	sheet.Say(v.clustersFinding(), nil)
	explain := func() ui.ExplainProps { return v.explainClusters(a) }
	sheet.Table("cluster-list", func() figure.Table {
		return ui.TableOf(v.clusterList(a, func(k int) app.UI {
			return app.Div().Body(app.Span().Text(v.clusterName(k)), app.Span().Text(v.profile(a.Result.Features, a.Result.List[k])))
		}), 0)
	}, explain)
	sheet.Figure("clusters", explain)
	return sheet.Exhibits
}

func (v view) lifecycleExhibits() []screen.Exhibit {
	s := source(v, "Lifecycle", TabLifecycle, &v.s.Lifecycle.Request)
	s.Call, s.Layout = v.Engine.Lifecycle, func(q *engine.LifecycleRequest) *figure.Layout {
		q.Offset = 0 // which alerts are in sight is not of the question
		return &q.Layout
	}
	s.Figures = func(a *engine.Lifecycle) []*figure.Figure { return []*figure.Figure{&a.Course} }
	sheet, a := screen.On(v.Host, s), v.s.Lifecycle.Answer
	if sheet.Answered {
		sheet.Say(v.lifecycleFinding(), a.Result.Warnings)
	}
	explain := func() ui.ExplainProps { return v.explainLife(a) }
	sheet.Figure("lifecycle", explain)
	sheet.Table("stage-moves", func() figure.Table { return v.lifeMatrix(&a.Result).Plain(len(a.Result.Stages)) }, explain)
	return sheet.Exhibits
}

// migrationExhibits are the matrix and the ribbons, which are drawn once somebody wants
// to see them.
func (v view) migrationExhibits() []screen.Exhibit {
	m := &v.s.Migration
	s := source(v, "Migration", TabMigration, &m.Request)
	s.Call, s.Layout = v.Engine.Migration, func(q *engine.MigrationRequest) *figure.Layout { return &q.Layout }
	s.Figures = func(a *engine.Migration) []*figure.Figure { return []*figure.Figure{&a.Sankey} }
	sheet, a := screen.On(v.Host, s), m.Answer
	if sheet.Answered {
		sheet.Say(v.migrationFinding(), a.Warnings)
	}
	explain := func() ui.ExplainProps { return v.explainMigration(&a.Result) }
	sheet.Table("migration-matrix", func() figure.Table { return v.moves(&a.Result).Plain(len(a.Result.Groups)) }, explain)
	sheet.Figure("migration", explain)
	ribbons := &sheet.Exhibits[1]
	ribbons.Asked = m.Asked() && m.Question.Sankey
	ribbons.Ask = func() {
		if !m.Sankey || !m.Asked() {
			m.Sankey = true
			AskMigration(v.Host, v.s)
		}
	}
	return sheet.Exhibits
}

func (v view) profileExhibits() []screen.Exhibit {
	s := source(v, "Profiles", TabProfiles, &v.s.Profiles.profilesRequest)
	s.Call, s.Layout = v.Engine.Profiles, func(q *engine.ProfilesRequest) *figure.Layout { return &q.Layout }
	s.Figures = func(a *engine.Profiles) []*figure.Figure { return []*figure.Figure{&a.Dots, &a.Shares} }
	sheet, a := screen.On(v.Host, s), v.s.Profiles.Answer
	if sheet.Answered {
		sheet.Say(v.profilesFinding(), v.profileNotes(a))
	}
	explain := func() ui.ExplainProps { return v.explainProfiles(a) }
	sheet.Figure("profile", explain)
	sheet.Figure("profile-shares", explain)
	sheet.Table("profile-list", func() figure.Table { return ui.TableOf(v.profileList(a), 0) }, explain)
	return sheet.Exhibits
}

func (v view) portfolioExhibits() []screen.Exhibit {
	s := source(v, "Portfolio", TabPortfolio, &v.s.Portfolio.Request)
	s.Call, s.Layout = v.Engine.Portfolio, func(q *engine.PortfolioRequest) *figure.Layout { return &q.Layout }
	s.Figures = func(a *engine.Portfolio) []*figure.Figure { return []*figure.Figure{&a.Map, &a.BreakEven} }
	sheet, a := screen.On(v.Host, s), v.s.Portfolio.Answer
	if sheet.Answered {
		sheet.Say(v.portfolioFinding(), a.Warnings)
	}
	explain := func() ui.ExplainProps { return v.explainMatrix(a) }
	sheet.Figure("portfolio", explain)
	sheet.Table("portfolio-cells", func() figure.Table { return ui.TableOf(v.cellTable(a), 0) }, explain)
	sheet.Figure("payback", func() ui.ExplainProps { return v.explainPayback(a) })
	if sheet.Answered && a.Matrix == nil {
		sheet.Exhibits[0].Explain, sheet.Exhibits[1].Explain, sheet.Exhibits[1].Table = nil, nil, nil
	}
	if sheet.Answered && a.Worth == nil {
		sheet.Exhibits[2].Explain = nil
	}
	return sheet.Exhibits
}
