package retention

import (
	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// explainCohorts says how the table came about.
func (v view) explainCohorts() ui.ExplainProps {
	r := &v.s.Cohorts.Answer.Result
	text, formula := v.defined(r)
	return ui.ExplainProps{Lang: v.Lang, Text: text, Formula: formula,
		Inputs: []string{v.T("retention.explain.inputs", analysis.Count("customers", r.Followed), analysis.Count("cohorts", v.s.Cohorts.Answer.Total),
			analysis.On("begin", r.Begin), analysis.On("end", r.End))},
		Exclusions:  v.exclusions(r),
		Assumptions: []string{v.T(v.clock(r), analysis.Word("origin", v.origin()), analysis.Count("days", r.Options.Grain.Days())), v.T("retention.explain.weighted"), v.meansDiffer()},
		Source:      v.T("retention.explain.wilson"),
	}
}

// defined is the definition of what the cells say.
func (v view) defined(r *cohort.Result) (text, formula string) {
	key := i18n.Key("retention.explain.classic")
	switch {
	case v.s.Cohorts.Show == cohort.Worth:
		key = "retention.explain.worth"
	case r.Options.Method == cohort.Unbounded:
		key = "retention.explain.unbounded"
	case r.Options.Method == cohort.Bracket:
		key = "retention.explain.bracket"
	}
	return v.T(key), v.T(key + ".formula")
}

func (v view) clock(r *cohort.Result) i18n.Key {
	if r.Options.Clock == cohort.Rolling {
		return "retention.explain.rolling"
	}
	return "retention.explain.calendar"
}

// exclusions lists what no cell or no mean counts.
func (v view) exclusions(r *cohort.Result) []string {
	list := []string{v.T("retention.explain.open")}
	if r.Options.By == cohort.Attribute {
		list[0] = v.T("retention.explain.had")
	}
	for _, x := range r.Excluded {
		list = append(list, v.T("retention.explain.excluded", analysis.Word("reason", "cohort.reason."+string(x.Reason)),
			analysis.Count("customers", x.Customers), analysis.Count("days", x.Days), analysis.Text("revenue", v.Money(x.Revenue.Float()))))
	}
	return list
}
