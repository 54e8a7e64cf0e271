package lifecycle

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/churn"
)

// warnings says what a reader of the stages should know.
func (l *Life) warnings(r *Result) []analysis.Warning {
	var list []analysis.Warning
	warn := func(s analysis.Severity, when bool, m, remedy analysis.Message) {
		if when {
			list = append(list, analysis.Warning{Severity: s, Message: m, Remedy: remedy})
		}
	}
	o, none := &r.Options, analysis.Message{}
	trends := o.Model == Relationship
	judged := r.First + analysis.Day(o.Tenure) - 1 // the first day on which anybody's trend is read
	warn(analysis.Caution, trends && judged > r.Day,
		analysis.Say("lifecycle.unjudged", analysis.Count("days", o.Tenure)), analysis.Say("lifecycle.unjudged.remedy"))
	warn(analysis.Caution, trends && judged <= r.Day && judged > r.Before,
		analysis.Say("lifecycle.unjudged-before", analysis.On("day", r.Before), analysis.On("from", judged)), analysis.Say("lifecycle.unjudged-before.remedy"))
	warn(analysis.Caution, trends && o.Tenure < 2*o.Recent,
		analysis.Say("lifecycle.short-tenure", analysis.Count("days", o.Tenure), analysis.Count("windows", 2*o.Recent)), none)
	warn(analysis.Note, trends && l.asks(churn.Declined), analysis.Say("lifecycle.twice-declined"), analysis.Say("lifecycle.twice-declined.remedy"))
	warn(analysis.Note, l.undated(), analysis.Say("lifecycle.undated"), none)
	return list
}

// asks reports whether customers have lapsed by a definition that a kind is part of.
func (l *Life) asks(k churn.Kind) bool {
	by := l.spells.By
	return by.Kind == k || by.Kind == churn.Combined && slices.Contains(by.Parts, k)
}

// undated reports whether customers have lapsed by a status, whose day nobody knows.
func (l *Life) undated() bool {
	return l.asks(churn.Explicit) && l.log.Attributes[l.spells.By.Ended.Column].Kind == analysis.TextColumn
}
