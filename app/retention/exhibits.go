package retention

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Exhibits are the figures and main tables of all tabs.
func Exhibits(h *screen.Host, s *State) (list []screen.Exhibit) {
	v := view{h, s}
	if v.hasCohorts() {
		list = append(v.cohortExhibits(), v.ladderExhibits()...)
	}
	list = append(list, v.survivalExhibits()...)
	list = append(list, v.hazardExhibits()...)
	return append(list, v.projectionExhibits()...)
}

// shows makes a tab the one in sight.
func (v view) shows(key string) func() { return func() { v.onTab(app.Context{}, key) } }

// named is a tab's label.
func (v view) named(key string) string { return v.T(i18n.Key("retention.tab." + key)) }

func (v view) cohortExhibits() []screen.Exhibit {
	s := &v.s.Cohorts
	sheet := screen.On(v.Host, screen.Source[engine.CohortsRequest, engine.Cohorts]{Route: "retention", Tab: v.named("cohorts"), Name: "Cohorts", Request: &s.Request,
		Ask: func() { AskCohorts(v.Host, s) }, Show: v.shows("cohorts"), Call: v.Engine.Cohorts,
		Layout: func(q *engine.CohortsRequest) *figure.Layout {
			q.Offset, q.Limit = 0, 0 // which of its rows are in sight is not of the question
			return &q.Layout
		},
		Figures: func(a *engine.Cohorts) []*figure.Figure { return []*figure.Figure{&a.Curve} }})
	if sheet.Answered {
		sheet.Say(v.Sentences(v.early(), v.late()), s.Answer.Result.Warnings)
	}
	sheet.Figure("retention-curve", v.explainCohorts)
	sheet.Table("cohorts", func() figure.Table { return v.table(&s.Answer.Result).Plain(s.Answer.Result.Periods) }, v.explainCohorts)
	return sheet.Exhibits
}

func (v view) ladderExhibits() []screen.Exhibit {
	s := &v.s.Ladder
	sheet := screen.On(v.Host, screen.Source[engine.LadderRequest, engine.Ladder]{Route: "retention", Tab: v.named(TabLadder), Name: "Ladder", Request: &s.Request,
		Ask: v.askLadder, Show: v.shows(TabLadder), Call: v.Engine.Ladder,
		Layout:  func(q *engine.LadderRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Ladder) []*figure.Figure { return []*figure.Figure{&a.Figure} }})
	if sheet.Answered {
		sheet.Say(v.ladderFinding(), nil)
	}
	sheet.Figure("next-purchase", v.explainLadder)
	return sheet.Exhibits
}

func (v view) survivalExhibits() []screen.Exhibit {
	s := &v.s.Survival
	sheet := screen.On(v.Host, screen.Source[engine.SurvivalRequest, engine.Survival]{Route: "retention", Tab: v.named(TabSurvival), Name: "Survival", Request: &s.Request,
		Ask: func() { AskSurvival(v.Host, s) }, Show: v.shows(TabSurvival), Call: v.Engine.Survival,
		Layout:  func(q *engine.SurvivalRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Survival) []*figure.Figure { return []*figure.Figure{&a.Curve, &a.Causes} }})
	if sheet.Answered {
		sheet.Say(v.lapse(), s.Answer.Warnings)
	}
	sheet.Figure("survival", v.explainStudy)
	sheet.Table("survival-groups", func() figure.Table { return ui.TableOf(v.stays(), 0) }, v.explainStudy)
	sheet.Figure("causes", v.explainCauses)
	return sheet.Exhibits
}

func (v view) hazardExhibits() []screen.Exhibit {
	s := &v.s.Hazards
	sheet := screen.On(v.Host, screen.Source[engine.HazardsRequest, engine.Hazards]{Route: "retention", Tab: v.named(TabHazards), Name: "Hazards", Request: &s.Request,
		Ask: v.askHazards, Show: v.shows(TabHazards), Call: v.Engine.Hazards,
		Layout:  func(q *engine.HazardsRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Hazards) []*figure.Figure { return []*figure.Figure{&a.Forest} }})
	if sheet.Answered {
		sheet.Say(v.hazardFinding(), s.Answer.Warnings)
	}
	sheet.Figure("hazard-ratios", v.explainHazards)
	return sheet.Exhibits
}

func (v view) projectionExhibits() []screen.Exhibit {
	s := &v.s.Projection
	sheet := screen.On(v.Host, screen.Source[engine.ProjectionRequest, engine.Projection]{Route: "retention", Tab: v.named(TabProjection), Name: "Projection", Request: &s.Request,
		Ask: func() { AskProjection(v.Host, s) }, Show: v.shows(TabProjection), Call: v.Engine.Projection,
		Layout:  func(q *engine.ProjectionRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Projection) []*figure.Figure { return []*figure.Figure{&a.Survival, &a.Retention} }})
	explain := func() ui.ExplainProps { return v.explainProjection(&s.Answer.Result) }
	if sheet.Answered {
		sheet.Say(v.projectionFinding(&s.Answer.Result), s.Answer.Result.Warnings)
	}
	sheet.Figure("projection", explain)
	sheet.Figure("retention-rate", explain)
	sheet.Table("tenures", func() figure.Table { return ui.TableOf(v.ageTable(&s.Answer.Result), 0) }, explain)
	return sheet.Exhibits
}
