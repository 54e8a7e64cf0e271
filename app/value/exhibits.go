package value

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
	list = append(v.valueExhibits(), v.driverExhibits()...)
	return append(list, v.trialExhibits()...)
}

// source is the question behind the tab with a label.
func (v view) source(label key) screen.Source[engine.ValueRequest, engine.Value] {
	return screen.Source[engine.ValueRequest, engine.Value]{Route: "value", Tab: v.T(label), Name: "Value", Request: &v.s.Request,
		Ask: func() { Ask(v.Host, v.s) }, Call: v.Engine.Value,
		Layout: func(q *engine.ValueRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Value) []*figure.Figure {
			return []*figure.Figure{&a.Distribution, &a.Alive, &a.Future, &a.Tracking, &a.Calibration, &a.Reliability}
		}}
}

// shows makes a tab the one in sight.
func (v view) shows(tab string) func() { return func() { v.onTab(app.Context{}, tab) } }

func (v view) valueExhibits() []screen.Exhibit {
	a := v.s.Answer
	worth, fit := v.source("value.tab.worth"), v.source("value.tab.fit")
	worth.Show, fit.Show = v.shows(TabValue), v.shows(TabFit)
	first, second := screen.On(v.Host, worth), screen.On(v.Host, fit)
	if first.Answered {
		first.Say(v.finding(&a.Result), a.Doubts())
		second.Say("", a.Doubts())
	}
	explainWorth := func() ui.ExplainProps { return v.explainWorth(&a.Result) }
	first.Figure("clv-distribution", explainWorth)
	first.Table("clv-quantiles", func() figure.Table { return ui.TableOf(v.quantileTable(&a.Result), 0) }, explainWorth)
	first.Figure("alive", explainWorth)
	first.Figure("future", explainWorth)
	first.Table("clv-top", func() figure.Table { return ui.TableOf(v.topTable(&a.Result), 0) }, explainWorth)
	explainFit := func() ui.ExplainProps { return v.explainFit(&a.Result) }
	second.Figure("tracking", explainFit)
	second.Figure("calibration", explainFit)
	second.Figure("reliability", explainFit)
	return append(first.Exhibits, second.Exhibits...)
}

func (v view) driverExhibits() []screen.Exhibit {
	m := &v.s.Moves
	sheet := screen.On(v.Host, screen.Source[engine.DriversRequest, engine.Drivers]{Route: "value", Tab: v.T("value.tab.drivers"), Name: "Drivers", Request: m,
		Ask: func() { askDrivers(v.Host, v.s) }, Show: v.shows(TabDrivers), Call: v.Engine.Drivers,
		Layout:  func(q *engine.DriversRequest) *figure.Layout { return &q.Layout },
		Figures: func(a *engine.Drivers) []*figure.Figure { return []*figure.Figure{&a.Figure} }})
	if sheet.Answered {
		sheet.Say(v.leadOfDrivers(&m.Answer.Result), nil)
	}
	sheet.Figure("drivers", v.explainDrivers)
	return sheet.Exhibits
}

func (v view) trialExhibits() []screen.Exhibit {
	t := &v.s.Trials
	sheet := screen.On(v.Host, screen.Source[engine.BakeoffRequest, engine.Bakeoff]{Route: "value", Tab: v.T("value.tab.models"), Name: "Bakeoff", Request: t,
		Ask: func() { askTrials(v.Host, v.s) }, Show: v.shows(TabModels)})
	if sheet.Answered {
		sheet.Say(i18n.Say(v.Lang, t.Answer.Result.Reason), nil)
	}
	sheet.Table("contest", func() figure.Table {
		p := v.contestTable(&t.Answer.Result)
		return ui.TableOf(p, len(p.Columns)-1) // the last one holds buttons
	}, func() ui.ExplainProps { return v.explainContest(&t.Answer.Result) })
	return sheet.Exhibits
}
