package retention

import (
	"cmp"
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/survival"
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
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.retention")}), screen.Waiting(h, s.Progress, s.Err, func() { Ask(h, s) }))
	}
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.retention"), Finding: v.finding()}),
		screen.Failed(h, s.Err, func() { Ask(h, s) }),
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

// finding says in a few sentences what the figures show.
func (v view) finding() string {
	return v.Sentences(v.early(), v.late(), v.lapse())
}

// early is how many come back in the first period.
func (v view) early() string {
	r := &v.s.Answer.Cohorts
	first, ok := average(r, 1)
	if !ok {
		return ""
	}
	args := []screen.Arg{analysis.Number("in100", math.Round(100*first.Weighted)), analysis.Word("period", v.period())}
	if r.Options.Method == cohort.Unbounded {
		return v.T("retention.finding.first.unbounded", args...)
	}
	return v.T("retention.finding.first", args...)
}

// late is how many still do at the end.
func (v view) late() string {
	later, k := last(&v.s.Answer.Cohorts)
	if k <= 1 {
		return ""
	}
	return v.T("retention.finding.later", analysis.Count("k", k), analysis.Percent("share", later.Weighted), analysis.Word("period", v.period()))
}

// lapse is when half have fallen silent. Nobody can before the window is over:
// where the median stands at its end, most bought once, and that is what to say.
func (v view) lapse() string {
	l := v.s.Answer.Lapse
	window := analysis.Count("window", l.Window)
	switch {
	case math.IsInf(l.Median, 1) || math.IsNaN(l.Median):
		return v.T("retention.finding.unreached", window)
	case l.Median <= float64(l.Window):
		return v.T("retention.finding.cliff", window, analysis.Percent("share", 1-l.Curve.At(float64(l.Window)).S))
	}
	return v.T("retention.finding.median", analysis.Number("days", math.Round(l.Median)), window)
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
		Interval: v.Range(a.Low, a.High, 1),
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
	l := v.s.Answer.Lapse
	return ui.Card(ui.CardProps{Title: v.T("retention.window.title"), Lead: v.proposal(l.Proposed)},
		&ui.Field{ID: WindowField, Kind: ui.NumberField, Label: v.T("retention.window.label"), Unit: v.T("ui.unit.days"),
			Value: v.s.Typed.Text(WindowField, strconv.Itoa(cmp.Or(v.s.Window, l.Window))), Error: v.s.Typed.Fault(v.Lang, WindowField),
			Min: "1", Max: strconv.Itoa(l.Span), Step: "1",
			OnChange: func(_ app.Context, text string) {
				if v.s.SetWindow(text, l.Span) {
					Ask(v.Host, v.s)
				}
			}},
		app.If(v.s.Window != 0, v.takeProposal),
	)
}

func (v view) proposal(p survival.Window) string {
	if p.Days == 0 {
		return v.T("retention.window.none")
	}
	return v.T("retention.window.lead", analysis.Count("days", p.Days), analysis.Text("p", v.Lang.Percent(p.P, 0)),
		analysis.Count("naive", p.Naive), analysis.Count("open", p.Open), analysis.Count("closed", p.Closed))
}

// takeProposal goes back to what the data propose. The button then goes, and
// the keyboard with it to the field.
func (v view) takeProposal() app.UI {
	return app.P().Class("below-field").Body(ui.Button(ui.ButtonProps{ID: "propose", Label: v.T("retention.window.proposed"), Small: true,
		OnClick: func(app.Context) {
			v.s.Propose()
			v.Focus(WindowField)
			Ask(v.Host, v.s)
		}}))
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
