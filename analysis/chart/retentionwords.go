package chart

import (
	"strconv"

	"churnbench/analysis/cohort"
)

// periodWords name the periods of one table.
type periodWords struct {
	unit, axis string
	nth, nths  phrase // one period {k}; the periods {from} to {to}
	cohortOf   phrase
}

// grainWords picks the words for the periods of a table. Rolling windows have
// their own; a cohort is of a calendar period all the same.
func (s *sheet) grainWords(opt cohort.Options) periodWords {
	grain := map[cohort.Grain]*grainWords{cohort.Day: &s.words.Day, cohort.Week: &s.words.Week,
		cohort.Quarter: &s.words.Quarter, cohort.Year: &s.words.Year}[opt.Grain]
	if grain == nil {
		grain = &s.words.Month
	}
	origin := s.words.Retention.Purchase
	if opt.By == cohort.SignUp {
		origin = s.words.Retention.SignUp
	}
	w := periodWords{string(grain.Unit), grain.Axis.with("origin", string(origin)), grain.Nth, grain.Nths, grain.CohortOf}
	if opt.Clock == cohort.Rolling {
		days := s.lang.Int(opt.Grain.Days())
		w.unit, w.axis = s.words.Rolling.Unit.with("days", days), s.words.Rolling.Axis.with("days", days, "origin", string(origin))
		w.nth, w.nths = s.words.Rolling.Nth, s.words.Rolling.Nths
	}
	return w
}

// method picks a phrase by the method and fills in the periods.
func (d *retention) method(classic, unbounded, bracket phrase) string {
	p := map[cohort.Method]phrase{cohort.Unbounded: unbounded, cohort.Bracket: bracket}[d.r.Options.Method]
	if p == "" {
		p = classic
	}
	return p.with("unit", d.grain.unit)
}

// column is the number of column j, or its first and last period.
func (d *retention) column(j int) string {
	col := cohort.Column{From: j, To: j + 1}
	if j < len(d.r.Columns) {
		col = d.r.Columns[j]
	}
	if col.To == col.From+1 {
		return strconv.Itoa(col.From)
	}
	return d.between(strconv.Itoa(col.From), strconv.Itoa(col.To-1))
}

// nth names column j.
func (d *retention) nth(j int) string {
	if j < len(d.r.Columns) && d.r.Columns[j].To > d.r.Columns[j].From+1 {
		return d.grain.nths.with("range", d.column(j))
	}
	return d.grain.nth.with("k", d.column(j))
}

func (d *retention) cohortName(c cohort.Cohort) string {
	switch {
	case c.Folded > 0:
		return d.w.Folded.with("n", d.lang.Int(c.Folded))
	case d.r.Options.By == cohort.Attribute:
		return c.Value
	}
	start := d.lang.Month(c.Start)
	switch d.r.Options.Grain {
	case cohort.Day, cohort.Week:
		start = d.lang.Date(c.Start)
	case cohort.Quarter:
		start = d.lang.Quarter(c.Start)
	case cohort.Year:
		start = d.lang.Year(c.Start)
	}
	return d.grain.cohortOf.with("start", start)
}
