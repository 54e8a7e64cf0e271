package survival

import (
	"math"

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
	for _, l := range f.Left {
		if l.Constant {
			f.caveat(analysis.Note, analysis.Say("survival.cox-constant", l.Term.name()), "")
		} else {
			f.caveat(analysis.Caution, analysis.Say("survival.cox-collinear", l.Term.name()), "survival.cox-collinear.remedy")
		}
	}
}

// name names a term in a message: the column alone, or with its level.
func (t *Term) name() analysis.Arg {
	switch {
	case t.Missing:
		return analysis.Text("term", t.Column+" = ∅")
	case t.Level != "":
		return analysis.Text("term", t.Column+" = "+t.Level)
	}
	return analysis.Text("term", t.Column)
}

func (f *CoxFit) warnInfinite() {
	for i := range f.Effects {
		e := &f.Effects[i]
		switch {
		case !e.Infinite:
		case e.Term.Level != "" && e.Term.Events == 0:
			f.caveat(analysis.Caution, analysis.Say("survival.cox-level-none", e.Term.name(), analysis.Count("customers", e.Term.Customers)), "survival.cox-infinite.remedy")
		default:
			f.caveat(analysis.Caution, analysis.Say("survival.cox-infinite", e.Term.name()), "survival.cox-infinite.remedy")
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
	named := false
	for _, t := range f.Proportional {
		if t.P < driftAlpha {
			named = true
			f.caveat(analysis.Caution, analysis.Say("survival.cox-drift", analysis.Text("column", t.Column), analysis.Number("p", t.P)), "survival.cox-drift.remedy")
		}
	}
	if !named && f.ProportionalAll.P < driftAlpha && !math.IsNaN(f.ProportionalAll.P) && f.Proportional != nil {
		f.caveat(analysis.Caution, analysis.Say("survival.cox-drift-all", analysis.Number("p", f.ProportionalAll.P)), "survival.cox-drift.remedy")
	}
}
