package clv

import (
	"slices"
	"strings"

	"churnbench/analysis"
)

// Findings examines the model of purchases fitted to all days, on which every
// prediction rests.
func (a *Analysis) Findings() []Finding {
	return Examine(&Fitted{a.buying.Fit, a.buying.law(), a.buying.covariance, a.buying.family}, a.now, a.Log)
}

// Beyond returns the warnings that no finding repeats, so that both lists can stand
// on one page.
func Beyond(warnings []analysis.Warning, findings []Finding) []analysis.Warning {
	return slices.DeleteFunc(slices.Clone(warnings), func(w analysis.Warning) bool {
		return slices.ContainsFunc(findings, func(f Finding) bool { return f.says(w) })
	})
}

// says reports whether the finding is the warning, or a graver word for it.
func (f Finding) says(w analysis.Warning) bool {
	if f.Passed {
		return false
	}
	if f.Check == CheckOneTimers && strings.HasPrefix(w.Message.Key, oneTimers) {
		return true
	}
	return f.Message.Key == w.Message.Key && slices.Equal(f.Message.Args, w.Message.Args)
}
