package chart

import (
	"strconv"

	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
)

// marks records the mean first, then the cohorts: arrow keys walk what
// matters before the detail.
func (d *retention) marks(on panel) {
	for k := d.first(); k <= d.last; k++ {
		if m := d.r.Mean[k]; m.Cohorts > 0 {
			on.mark(float64(k), m.Weighted, figure.Mark{Series: d.mean, Label: d.nth(k), Values: []figure.Value{
				value(d.w.Retention, d.lang.Percent(m.Weighted, 1)),
				value(d.words.Common.Interval, d.shareRange(m.Low, m.High)),
				value(d.w.Bought, d.countOf(m.Active, m.Customers)),
				value(d.w.Complete, d.lang.Int(m.Cohorts)),
			}})
		}
	}
	if d.selected != nil {
		d.cohortMarks(on, *d.selected, d.picked)
	}
	for _, c := range d.shown {
		d.cohortMarks(on, c, d.faint)
	}
}

func (d *retention) cohortMarks(on panel, c cohort.Cohort, series int) {
	cells := d.complete(c)
	for k := d.from(); k <= d.last; k++ {
		cell, ok := cells[k]
		if !ok {
			continue
		}
		on.mark(float64(k), cell.Rate, figure.Mark{
			Series: series, Key: "cohort:" + c.Key,
			Label: d.cohortName(c) + string(d.words.Common.Joint) + d.nth(k),
			Values: []figure.Value{
				value(d.w.Retention, d.lang.Percent(cell.Rate, 1)),
				value(d.words.Common.Interval, d.shareRange(cell.Low, cell.High)),
				value(d.w.Bought, d.countOf(cell.Active, cell.Size)),
			},
		})
	}
}

func (d *retention) table() {
	c := d.words.Common
	d.columns(textColumn(d.w.Period), numberColumn(d.w.Mean), numberColumn(c.Interval+" –"), numberColumn(c.Interval+" +"),
		numberColumn(c.Customers), numberColumn(d.w.Bought), numberColumn(d.w.Complete), numberColumn(d.w.Simple))
	for k := d.lo(); k <= d.last; k++ {
		m := d.r.Mean[k]
		d.row(cell{d.nth(k), d.column(k)}, d.share(m.Weighted), d.share(m.Low), d.share(m.High),
			d.count(m.Customers), d.count(m.Active), d.count(m.Cohorts), d.share(m.Simple))
	}
}

// tell writes description and footer.
func (d *retention) tell() {
	from := max(1, d.lo())
	l, first := d.lang, d.r.Mean[from]
	customers, cohorts := l.Int(d.r.Followed), l.Int(len(d.r.Cohorts))
	said := d.w.Describe
	if d.defined() && from == 1 {
		said = d.w.DescribeFall
	}
	d.describe(said.with("customers", customers, "cohorts", cohorts, "nth", d.nth(from),
		"first", l.Percent(first.Weighted, 1), "interval", d.shareRange(first.Low, first.High)), d.describeRange())
	axis := d.w.WholeAxis
	switch {
	case d.cut():
		axis = d.w.Cut
	case d.top < 1:
		axis = d.w.PartAxis
	}
	d.footer(d.method(d.w.DefineClassic, d.w.DefineUnbounded, d.w.DefineBracket), d.caveats(), d.periods(),
		d.w.Counted.with("cohorts", cohorts, "customers", customers, "window", d.window(d.r.Begin, d.r.End)),
		axis.with("top", l.Percent(d.top, 0), "nth", d.nth(0)))
}

// periods says when periods begin and whom a cell counts.
func (d *retention) periods() string {
	clock := string(d.w.Calendar)
	if d.r.Options.Clock == cohort.Rolling {
		clock = d.w.Rolling.with("days", d.lang.Int(d.r.Options.Grain.Days()))
	}
	if d.r.Options.By == cohort.Attribute {
		return d.join([]string{clock, string(d.w.Had)})
	}
	return d.join([]string{clock, string(d.w.Whole)})
}

// caveats says what dashes mean and what is not drawn, where either occurs.
func (d *retention) caveats() string {
	few, small, latest := "", "", ""
	if d.hasFew() {
		few = string(d.w.Few)
	}
	drawable := 0
	for _, c := range d.r.Cohorts {
		switch {
		case c.Size >= smallCohort:
			drawable++
		case c.Size > 0:
			small = d.w.Small.with("n", strconv.Itoa(smallCohort))
		}
	}
	if drawable > len(d.shown)+1 {
		latest = d.w.Latest.with("n", d.lang.Int(len(d.shown)))
	}
	return d.join([]string{few, small, latest, d.unfinished()})
}

// unfinished says what is dashed of the selected cohort.
func (d *retention) unfinished() string {
	if d.selected == nil || len(d.points(*d.selected, false)) < 2 {
		return ""
	}
	return d.w.Open.with("cohort", d.cohortName(*d.selected))
}

// describeRange says how low and how high the mean lies where it is solid.
func (d *retention) describeRange() string {
	lo, hi, end := 0, 0, 0
	for k := max(1, d.lo()); k <= d.last; k++ {
		m := d.r.Mean[k]
		if m.Cohorts < fewCohorts {
			continue
		}
		if lo == 0 || m.Weighted < d.r.Mean[lo].Weighted {
			lo = k
		}
		if hi == 0 || m.Weighted > d.r.Mean[hi].Weighted {
			hi = k
		}
		end = k
	}
	if end < 2 {
		return ""
	}
	at := func(k int) string { return d.lang.Percent(d.r.Mean[k].Weighted, 1) }
	return d.w.DescribeRange.with("lo", at(lo), "klo", d.nth(lo), "hi", at(hi), "khi", d.nth(hi), "end", at(end), "kend", d.nth(end))
}
