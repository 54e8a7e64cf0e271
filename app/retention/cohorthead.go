package retention

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// early is how many come back in the first period.
func (v view) early() string {
	if v.s.Cohorts.Answer == nil {
		return ""
	}
	r := &v.s.Cohorts.Answer.Result
	first, ok := average(r, 1)
	if !ok {
		return ""
	}
	o := r.Options
	args := v.nth(1, analysis.Number("in100", math.Round(100*first.Weighted)), analysis.Word("origin", v.origin()))
	switch {
	case o.By == cohort.SignUp || o.Clock == cohort.Rolling || o.Method == cohort.Bracket:
		return v.T("retention.finding.counted", args...)
	case o.Method == cohort.Unbounded:
		return v.T("retention.finding.first.unbounded", args...)
	}
	return v.T("retention.finding.first", args...)
}

// late is how many still do at the end.
func (v view) late() string {
	if v.s.Cohorts.Answer == nil {
		return ""
	}
	later, k := last(&v.s.Cohorts.Answer.Result)
	if k <= 1 {
		return ""
	}
	return v.T("retention.finding.later", v.nth(k, analysis.Percent("share", later.Weighted))...)
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

// cohortStats are the first averages.
func (v view) cohortStats() []app.UI {
	if v.s.Cohorts.Answer == nil {
		return nil
	}
	return []app.UI{v.averageStat(1), v.averageStat(3)}
}

func (v view) averageStat(k int) app.UI {
	r := &v.s.Cohorts.Answer.Result
	if k >= r.Periods {
		return nil
	}
	label := v.T("retention.stat.period", v.nth(k)...)
	a, ok := average(r, k)
	if !ok {
		return screen.Stat(v.Host, "number.retention.period", ui.StatProps{Label: label, Note: v.T("retention.stat.none")})
	}
	return screen.Stat(v.Host, "number.retention.period", ui.StatProps{Label: label, Value: v.Lang.Number(100*a.Weighted, 1), Unit: "%",
		Interval: v.Range(a.Low, a.High, 1),
		Note:     v.T("retention.stat.cohorts", analysis.Count("cohorts", a.Cohorts))})
}
