package chart

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/survival"
)

// tell writes description and footer.
func (d *lifetimes) tell() {
	sentences := []string{d.w.Describe.with("customers", d.lang.Int(d.study.Customers), "lost", d.lang.Int(d.study.Lost))}
	for _, g := range d.groups {
		sentences = append(sentences, d.describeGroup(g))
	}
	d.describe(sentences...)
	d.footer(d.rule(), d.counted(), d.leftOut(), d.fadedNote())
}

// describeGroup says how many are still here at a round time, and when half have left.
func (d *lifetimes) describeGroup(g curveOf) string {
	at := math.Floor(min(d.unit.year, g.last))
	who := g.name
	if d.single() {
		who = string(d.w.Everybody)
	}
	said := d.w.DescribeGroup.with("group", who, "n", d.lang.Int(g.N), "share", d.lang.Percent(g.Curve.At(at).S, 1), "time", d.time(at))
	if d.hasMedian(g) {
		return d.join([]string{said, d.w.DescribeMedian.with("time", d.time(g.Median().Time), "interval", d.medianRange(g))})
	}
	return d.join([]string{said, string(d.w.NoMedian)})
}

// rule says what counts as a loss.
func (d *lifetimes) rule() string {
	s, end := d.study, d.lang.Date(d.study.End)
	switch {
	case s.Origin == survival.FromPurchase && s.Window > 0:
		return d.w.DefineSilence.with("window", d.lang.Days(float64(s.Window)), "end", end)
	case s.Origin == survival.FromPurchase:
		return d.w.DefineLoss.with("end", end)
	case s.Origin == survival.FromContract && s.Rule.Gap > 0:
		return d.w.DefineGap.with("gap", d.lang.Days(float64(s.Rule.Gap)), "end", end)
	case s.Origin == survival.FromContract:
		return d.w.DefineContracts.with("end", end)
	}
	return string(d.w.DefineTenures)
}

func (d *lifetimes) counted() string {
	name := map[survival.Interval]phrase{survival.Log: d.w.Log, survival.Plain: d.w.Plain}[d.study.Interval]
	if name == "" {
		name = d.w.LogLog
	}
	return d.w.Counted.with("interval", string(name), "level", d.lang.Percent(d.study.Comparison.Level, 0),
		"customers", d.lang.Int(d.study.Customers), "lost", d.lang.Int(d.study.Lost))
}

// leftOut says whom the grouping has not counted.
func (d *lifetimes) leftOut() string {
	if d.study.Missing == 0 {
		return ""
	}
	return d.words.Lifetime.Missing.with("n", d.lang.Int(d.study.Missing), "column", d.study.Column)
}

func (d *lifetimes) fadedNote() string {
	for _, g := range d.groups {
		if g.fade < g.last {
			return d.w.FadedNote.with("n", d.lang.Int(survival.ThinRiskSet))
		}
	}
	return ""
}

// duration writes a time in a unit.
func (s *sheet) duration(v float64, unit analysis.Unit) string {
	switch unit {
	case analysis.Weeks:
		return s.lang.Weeks(v)
	case analysis.Months:
		return s.lang.Months(v)
	case analysis.Quarters:
		return s.lang.Quarters(v)
	case analysis.Years:
		return s.lang.Years(v)
	}
	return s.lang.Days(v)
}
