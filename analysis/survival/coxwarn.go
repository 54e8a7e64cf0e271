package survival

import (
	"strings"

	"churnbench/analysis"
)

const (
	eventsPerTerm = 10   // a usual rule of thumb (Peduzzi and others 1995)
	driftAlpha    = 0.05 // below it proportional hazards are in doubt
)

// warn says what a reader of a regression should know.
func (f *CoxFit) warn() {
	f.warnLeft()
	f.warnInfinite()
	f.warnFew()
	f.warnDrift()
	if f.Missing > 0 {
		f.caveat(analysis.Note, analysis.Say("survival.cox-missing", analysis.Count("customers", f.Missing)), "")
	}
	if !f.Converged {
		f.caveat(analysis.Serious, analysis.Say("survival.cox-unsettled", analysis.Count("steps", f.Iterations)), "survival.cox-unsettled.remedy")
	}
}

func (f *CoxFit) caveat(s analysis.Severity, m analysis.Message, remedy string) {
	w := analysis.Warning{Severity: s, Message: m}
	if remedy != "" {
		w.Remedy = analysis.Say(remedy)
	}
	f.Warnings = append(f.Warnings, w)
}

func (f *CoxFit) warnLeft() {
	var constant, told []string
	for _, l := range f.Left {
		if l.Constant {
			constant = append(constant, l.Term.name())
		} else {
			told = append(told, l.Term.name())
		}
	}
	if constant != nil {
		f.caveat(analysis.Note, analysis.Say("survival.cox-constant", listed("terms", constant)), "")
	}
	if told != nil {
		f.caveat(analysis.Caution, analysis.Say("survival.cox-collinear", listed("terms", told)), "survival.cox-collinear.remedy")
	}
}

func listed(arg string, names []string) analysis.Arg {
	return analysis.Text(arg, strings.Join(names, ", "))
}

// name is how a message calls a term: the column alone, or with its level.
func (t *Term) name() string {
	switch {
	case t.Missing:
		return t.Column + " = ∅"
	case t.Level != "":
		return t.Column + " = " + t.Level
	}
	return t.Column
}

func (f *CoxFit) warnInfinite() {
	for i := range f.Effects {
		e := &f.Effects[i]
		switch {
		case !e.Infinite:
		case e.Term.Level != "" && e.Term.Events == 0:
			f.caveat(analysis.Caution, analysis.Say("survival.cox-level-none", analysis.Text("term", e.Term.name()), analysis.Count("customers", e.Term.Customers)), "survival.cox-infinite.remedy")
		default:
			f.caveat(analysis.Caution, analysis.Say("survival.cox-infinite", analysis.Text("term", e.Term.name())), "survival.cox-infinite.remedy")
		}
	}
}

func (f *CoxFit) warnFew() {
	if need := eventsPerTerm * len(f.Effects); f.Events < need {
		f.caveat(analysis.Caution, analysis.Say("survival.cox-few", analysis.Count("events", f.Events), analysis.Count("terms", len(f.Effects)),
			analysis.Count("need", need)), "survival.cox-few.remedy")
	}
}

// warnDrift names the columns whose effect changes with age.
func (f *CoxFit) warnDrift() {
	var columns []string
	smallest := 1.0
	for _, t := range f.Proportional {
		if t.P < driftAlpha {
			columns = append(columns, t.Column)
			smallest = min(smallest, t.P)
		}
	}
	switch {
	case columns != nil:
		f.caveat(analysis.Caution, analysis.Say("survival.cox-drift", listed("columns", columns), analysis.Count("number", len(columns)),
			chance("p", smallest)), "survival.cox-drift.remedy")
	case f.Proportional != nil && f.ProportionalAll.P < driftAlpha: // false for NaN
		f.caveat(analysis.Caution, analysis.Say("survival.cox-drift-all", chance("p", f.ProportionalAll.P)), "survival.cox-drift.remedy")
	}
}
