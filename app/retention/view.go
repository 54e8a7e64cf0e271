package retention

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Ask puts the chosen questions to the engine.
func Ask(h *screen.Host, s *State) {
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Retention, nil)
}

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	if !s.Asked() {
		return ui.Page(screen.NoData(h, "screen.retention"))
	}
	if s.Answer == nil {
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.retention")}), screen.Waiting(h, s.Err, func() { Ask(h, s) }))
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

func (v view) panel() app.UI {
	if v.s.Tab == TabSurvival {
		return v.survival()
	}
	return v.cohorts()
}

// finding says in two sentences what the figures show.
func (v view) finding() string {
	r := v.s.Answer
	var text string
	if first, ok := average(&r.Cohorts, 1); ok {
		text = v.T("retention.finding.first", analysis.Number("in100", math.Round(100*first.Weighted)), analysis.Word("period", v.period()))
		if later, k := last(&r.Cohorts); k > 1 {
			text += " " + v.T("retention.finding.later", analysis.Count("k", k), analysis.Percent("share", later.Weighted), analysis.Word("period", v.period()))
		}
	}
	l := r.Lapse
	if math.IsInf(l.Median, 1) || math.IsNaN(l.Median) {
		return text + " " + v.T("retention.finding.unreached", analysis.Count("window", l.Window))
	}
	return text + " " + v.T("retention.finding.median", analysis.Number("days", math.Round(l.Median)), analysis.Count("window", l.Window))
}

// period is the key of the word for one period of the table.
func (v view) period() string {
	switch v.s.Answer.Cohorts.Options.Grain {
	case cohort.Week:
		return "retention.week"
	case cohort.Quarter:
		return "retention.quarter"
	}
	return "retention.month"
}

// average returns the mean of period k, if any cohort has completed it.
func average(r *cohort.Result, k int) (cohort.Average, bool) {
	if k >= len(r.Mean) || r.Mean[k].Cohorts == 0 {
		return cohort.Average{}, false
	}
	return r.Mean[k], true
}

// last returns the last average that rests on three cohorts or more.
func last(r *cohort.Result) (cohort.Average, int) {
	for k := len(r.Mean) - 1; k > 0; k-- {
		if r.Mean[k].Cohorts >= 3 {
			return r.Mean[k], k
		}
	}
	return cohort.Average{}, 0
}

func (v view) stats() app.UI {
	l := v.s.Answer.Lapse
	return ui.Stats(
		v.averageStat(1), v.averageStat(3),
		ui.Stat(ui.StatProps{Lang: v.Lang, Label: v.T("retention.stat.median"), Value: v.days(l.Median), Unit: v.T("ui.unit.days"),
			Interval: v.days(l.MedianLow) + "–" + v.days(l.MedianHigh), Note: v.T("retention.stat.median.note")}),
		ui.Stat(ui.StatProps{Lang: v.Lang, Label: v.T("retention.stat.lapsed"), Value: v.Lang.Int(l.Lapsed), Tone: ui.Warn,
			Note: v.T("retention.stat.lapsed.note", analysis.Count("customers", l.Customers), analysis.Count("returned", l.Returned))}),
	)
}

func (v view) averageStat(k int) app.UI {
	label := v.T("retention.stat.period", analysis.Count("k", k), analysis.Word("period", v.period()))
	a, ok := average(&v.s.Answer.Cohorts, k)
	if !ok {
		return ui.Stat(ui.StatProps{Lang: v.Lang, Label: label, Note: v.T("retention.stat.none")})
	}
	return ui.Stat(ui.StatProps{Lang: v.Lang, Label: label, Value: v.Lang.Number(100*a.Weighted, 1), Unit: "%",
		Interval: v.Lang.Percent(a.Low, 1) + "–" + v.Lang.Percent(a.High, 1),
		Note:     v.T("retention.stat.cohorts", analysis.Count("cohorts", a.Cohorts))})
}

// days writes a number of days, ∞ for one that is never reached.
func (v view) days(d float64) string { return v.Lang.Number(d, 0) }

// survival is the second tab: the curve under a silence window.
func (v view) survival() app.UI {
	r := v.s.Answer
	return ui.Stack(
		ui.Warnings(v.Lang, r.Lapse.Warnings),
		ui.Columns(
			screen.Figure(v.Host, &r.Survival, v.s.Busy, nil),
			ui.Stack(v.window(), v.explainSurvival()),
		),
	)
}

// window lets the person choose W beside what the data propose.
func (v view) window() app.UI {
	p := v.s.Answer.Lapse.Proposed
	lead := v.T("retention.window.none")
	if p.Days > 0 {
		lead = v.T("retention.window.lead", analysis.Count("days", p.Days), analysis.Percent("p", p.P),
			analysis.Count("naive", p.Naive), analysis.Count("open", p.Open), analysis.Count("closed", p.Closed))
	}
	return ui.Card(ui.CardProps{Title: v.T("retention.window.title"), Lead: lead},
		&ui.Field{ID: "window", Kind: ui.NumberField, Label: v.T("retention.window.label"), Unit: v.T("ui.unit.days"),
			Value: strconv.Itoa(v.s.Answer.Lapse.Window), Min: "1", Max: strconv.Itoa(MaxWindow), Step: "1",
			OnChange: func(_ app.Context, text string) {
				if days, err := strconv.Atoi(text); err == nil && v.s.SetWindow(days) {
					Ask(v.Host, v.s)
				}
			}},
		ui.Button(ui.ButtonProps{Label: v.T("retention.window.proposed"), Kind: ui.Quiet, Small: true, Disabled: v.s.Window == 0,
			OnClick: func(app.Context) { v.s.Window = 0; Ask(v.Host, v.s) }}),
	)
}

func (v view) explainSurvival() app.UI {
	l := v.s.Answer.Lapse
	return ui.Explain(ui.ExplainProps{Lang: v.Lang,
		Text:        v.T("retention.explain.survival"),
		Formula:     v.T("retention.explain.survival.formula"),
		Inputs:      []string{v.T("retention.explain.survival.inputs", analysis.Count("customers", l.Customers), analysis.Count("lapsed", l.Lapsed))},
		Exclusions:  []string{v.T("retention.explain.survival.left", analysis.Count("returned", l.Returned))},
		Assumptions: []string{v.T("retention.explain.survival.assumes")},
		Source:      v.T("retention.explain.survival.source"),
	})
}
