package retention

import (
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// How the tab names periods, cohorts and what customers are followed from. A
// period's word stands in front of its number in English, behind it in Chinese.

// period is the key of the word for one period of the table.
func (v view) period() string {
	o := v.s.Cohorts.Answer.Result.Options
	if o.Clock == cohort.Rolling {
		return map[cohort.Grain]string{cohort.Day: "retention.window-day", cohort.Week: "retention.window-week",
			cohort.Month: "retention.window-month", cohort.Quarter: "retention.window-quarter", cohort.Year: "retention.window-year"}[o.Grain]
	}
	return map[cohort.Grain]string{cohort.Day: "retention.day", cohort.Week: "retention.week",
		cohort.Month: "retention.month", cohort.Quarter: "retention.quarter", cohort.Year: "retention.year"}[o.Grain]
}

// column is the number of column j, or its first and last period.
func (v view) column(j int) string {
	c := v.s.Cohorts.Answer.Result.Columns[j]
	if c.To == c.From+1 {
		return strconv.Itoa(c.From)
	}
	return strconv.Itoa(c.From) + "–" + strconv.Itoa(c.To-1)
}

// nth are the arguments that name column j.
func (v view) nth(j int, more ...screen.Arg) []screen.Arg {
	return append(more, analysis.Text("k", v.column(j)), analysis.Word("period", v.period()))
}

// origin is the key of what customers are followed from.
func (v view) origin() string {
	if v.s.Cohorts.Answer.Result.Options.By == cohort.SignUp {
		return "retention.origin.sign-up"
	}
	return "retention.origin.first"
}

// cohortName names a cohort: its period or its value.
func (v view) cohortName(c cohort.Cohort) string {
	switch {
	case c.Folded > 0:
		return v.T("retention.folded", analysis.Count("n", c.Folded))
	case c.Start == analysis.NoDay:
		return c.Value
	}
	switch v.s.Cohorts.Answer.Result.Options.Grain {
	case cohort.Day, cohort.Week:
		return v.Lang.Date(c.Start)
	case cohort.Quarter:
		return v.Lang.Quarter(c.Start)
	case cohort.Year:
		return v.Lang.Year(c.Start)
	}
	return v.Lang.Month(c.Start)
}

// title says what cohorts are by.
func (v view) title() string {
	o := v.s.Cohorts.Answer.Result.Options
	switch {
	case o.By == cohort.FirstPurchase || v.Dataset == nil || o.Column >= len(v.Dataset.Kept):
		return v.T("retention.cohorts.title")
	case o.By == cohort.SignUp:
		return v.T("retention.cohorts.title.sign-up", analysis.Text("column", v.columnName(o.Column)))
	}
	return v.T("retention.cohorts.title.attribute", analysis.Text("column", v.columnName(o.Column)))
}

// columnName is what the file calls a column of the customers, or its role.
func (v view) columnName(i int) string {
	k := v.Dataset.Kept[i]
	if k.Name != "" {
		return k.Name
	}
	return v.T(i18n.Key("role." + string(k.Role)))
}
