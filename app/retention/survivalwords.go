package retention

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/survival"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// unitKey is the word for the unit of the study's durations.
func (v view) unitKey() string {
	return "survival.in." + string(v.s.Survival.Answer.Study.Comparison.Unit)
}

func (v view) unit(*engine.Survival) string { return v.T(i18n.Key(v.unitKey())) }

// time writes a duration with its unit.
func (v view) time(t float64) string {
	switch v.s.Survival.Answer.Study.Comparison.Unit {
	case analysis.Weeks:
		return v.Lang.Weeks(t)
	case analysis.Months:
		return v.Lang.Months(t)
	case analysis.Quarters:
		return v.Lang.Quarters(t)
	case analysis.Years:
		return v.Lang.Years(t)
	}
	return v.Lang.Days(t)
}

// reached writes a time, or that a curve does not come down so far.
func (v view) reached(t float64) string {
	if math.IsInf(t, 0) || math.IsNaN(t) {
		return v.T("retention.unreached")
	}
	return v.Lang.Significant(t, 4)
}

// span writes the interval of a time.
func (v view) span(m survival.Quantile) string {
	if math.IsInf(m.Low, 0) || math.IsNaN(m.Low) {
		return v.T("retention.unreached")
	}
	return v.reached(m.Low) + "–" + v.reached(m.High)
}

// equals writes a p-value with the sign before it.
func (v view) equals(p float64) string {
	if text := v.chance(p); text[0] == '<' {
		return text
	}
	return "= " + v.chance(p)
}

// chance writes a p-value.
func (v view) chance(p float64) string {
	if p < 0.0001 {
		return "< 0.0001"
	}
	return v.Lang.Significant(p, 2)
}

// lapse is what the head says of survival: of groups the one that leaves soonest beside
// the one that stays longest. Nobody can fall silent before the window is over: where
// the median stands at its end, most bought once, and that is what to say.
func (v view) lapse() string {
	r := v.s.Survival.Answer
	switch {
	case r == nil:
		return ""
	case len(r.Study.Labels) > 1:
		return v.groupFinding()
	case r.Lapse.Window == 0:
		return v.wholeFinding()
	}
	l := r.Lapse
	window := analysis.Count("window", l.Window)
	switch {
	case math.IsInf(l.Median, 1) || math.IsNaN(l.Median):
		return v.T("retention.finding.unreached", window)
	case l.Median <= float64(l.Window):
		return v.T("retention.finding.cliff", window, analysis.Percent("share", 1-l.Curve.At(float64(l.Window)).S))
	}
	return v.T("retention.finding.median", analysis.Number("days", math.Round(l.Median)), window)
}

// wholeFinding is when half of all have left, or how many have by the end.
func (v view) wholeFinding() string {
	c := &v.s.Survival.Answer.Study.Comparison
	g := &c.Groups[0]
	if m := g.Median().Time; !math.IsInf(m, 0) && !math.IsNaN(m) {
		return v.T("retention.finding.half", analysis.Text("time", v.time(m)))
	}
	return v.T("retention.finding.share", analysis.Text("time", v.time(c.Horizon)), analysis.Percent("share", 1-g.Curve.At(c.Horizon).S))
}

// groupFinding compares the groups at the ends: at the median of the one that leaves
// soonest, or where it has none at the horizon of the means.
func (v view) groupFinding() string {
	worst, best := v.extremes()
	c := &v.s.Survival.Answer.Study.Comparison
	lost := func(k int, t float64) float64 { return 1 - c.Groups[k].Curve.At(t).S }
	names := []analysis.Arg{analysis.Text("worst", v.groupName(worst)), analysis.Text("best", v.groupName(best))}
	if m := c.Groups[worst].Median().Time; !math.IsInf(m, 0) && !math.IsNaN(m) && !math.IsNaN(lost(best, m)) {
		return v.T("retention.finding.groups.half", append(names, analysis.Text("time", v.time(m)), analysis.Percent("share", lost(best, m)))...)
	}
	return v.T("retention.finding.groups", append(names, analysis.Text("time", v.time(c.Horizon)),
		analysis.Percent("more", lost(worst, c.Horizon)), analysis.Percent("share", lost(best, c.Horizon)))...)
}

// extremes returns the groups with the shortest and the longest restricted mean.
func (v view) extremes() (worst, best int) {
	groups := v.s.Survival.Answer.Study.Comparison.Groups
	for k := range groups {
		if groups[k].RMST.Mean < groups[worst].RMST.Mean {
			worst = k
		}
		if groups[k].RMST.Mean > groups[best].RMST.Mean {
			best = k
		}
	}
	return worst, best
}

// survivalStats are medians and who has left.
func (v view) survivalStats() []app.UI {
	r := v.s.Survival.Answer
	if r == nil {
		return nil
	}
	worst, best := v.extremes()
	stats := []app.UI{v.medianStat(worst)}
	if worst != best {
		stats = append(stats, v.medianStat(best))
	}
	number, label, note := i18n.Key("number.retention.lost"), v.T("retention.stat.lost"), v.T("retention.stat.lost.note", analysis.Count("customers", r.Study.Customers))
	if l := r.Lapse; l.Window > 0 {
		number, label, note = "number.retention.lapsed", v.T("retention.stat.lapsed"), v.T("retention.stat.lapsed.note", analysis.Count("customers", l.Customers), analysis.Count("returned", l.Returned))
	}
	return append(stats, screen.Stat(v.Host, number, ui.StatProps{Label: label, Value: v.Lang.Int(r.Study.Lost), Tone: ui.Warn, Note: note}))
}

func (v view) medianStat(k int) app.UI {
	study := &v.s.Survival.Answer.Study
	m := study.Comparison.Groups[k].Median()
	label := v.T("retention.stat.median")
	if len(study.Labels) > 1 {
		label = v.T("retention.stat.median.group", analysis.Text("group", v.groupName(k)))
	}
	p := ui.StatProps{Label: label, Note: v.T("retention.stat.median.unreached")}
	if times := study.Comparison.Groups[k].Curve.Time; len(times) > 0 {
		p.Value, p.Unit = "> "+v.Lang.Significant(times[len(times)-1], 4), v.unit(nil)
	}
	if !math.IsInf(m.Time, 0) && !math.IsNaN(m.Time) {
		p.Value, p.Unit, p.Note = v.Lang.Significant(m.Time, 4), v.unit(nil), v.T("retention.stat.median.since")
		p.Interval = v.span(m)
		if study.Origin == survival.FromPurchase {
			p.Note = v.T("retention.stat.median.note")
		}
	}
	return screen.Stat(v.Host, "number.retention.median", p)
}

// explainStudy says how the curves came about.
func (v view) explainStudy() ui.ExplainProps {
	r := v.s.Survival.Answer
	if r.Lapse.Window > 0 && len(r.Study.Labels) == 1 {
		return v.explainSurvival()
	}
	study := &r.Study
	p := ui.ExplainProps{Lang: v.Lang, Text: v.T("retention.explain.study"), Formula: v.T("retention.explain.study.formula"),
		Inputs:      []string{v.T("retention.explain.survival.inputs", analysis.Count("customers", study.Customers), analysis.Count("lapsed", study.Lost)), v.T(i18n.Key("survival.basis." + string(r.Lifetimes.Basis)))},
		Assumptions: []string{v.T("retention.explain.study.assumes")},
		Source:      v.T("retention.explain.study.source"),
	}
	if study.Missing > 0 {
		p.Exclusions = append(p.Exclusions, v.T("retention.explain.study.missing", analysis.Count("customers", study.Missing), analysis.Text("column", study.Column)))
	}
	for _, e := range study.Excluded {
		p.Exclusions = append(p.Exclusions, v.T(i18n.Key(e.Key), analysis.Count("customers", e.Customers)))
	}
	if len(study.Labels) > 1 {
		p.Assumptions = append(p.Assumptions, v.T("retention.explain.study.tests"))
	}
	return p
}
