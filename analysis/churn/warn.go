package churn

import "churnbench/analysis"

// warn says what a reader of the workbench should know. proposed means that W was
// not chosen by a person. What is wrong with a proposal is said as package survival
// says it.
func (w *Workbench) warn(proposed bool) {
	days, span := analysis.Count("window", w.Window), analysis.Count("span", w.Span)
	switch p := w.Proposed; {
	case w.Gaps.Closed == 0:
		w.caveat(analysis.Serious, analysis.Say("churn.no-gaps"), analysis.Message{})
	case proposed && p.Days == 0:
		w.caveat(analysis.Caution,
			analysis.Say("survival.unreached", analysis.Percent("share", p.P), analysis.Percent("reached", p.Reached), days, span),
			analysis.Say("survival.unreached.remedy"))
	case proposed && w.Window != p.Days:
		w.caveat(analysis.Caution, analysis.Say("survival.shortened", analysis.Count("proposed", p.Days), days, span),
			analysis.Say("survival.longer-data"))
	case 2*w.Window > w.Span:
		w.caveat(analysis.Serious, analysis.Say("survival.long", days, span), analysis.Say("survival.long.remedy"))
	}
	w.warnTrial()
}

// fewOnTrial is the number of customers below which a trial is a rough sketch.
const fewOnTrial = 30

func (w *Workbench) warnTrial() {
	t := &w.Trial
	followup, day := analysis.Count("followup", t.Followup), analysis.On("day", t.Day)
	switch {
	case t.Best == 0:
		w.caveat(analysis.Caution, analysis.Say("churn.no-trial", day, followup), analysis.Say("churn.no-trial.remedy"))
	case t.Customers < fewOnTrial:
		w.caveat(analysis.Caution, analysis.Say("churn.few-on-trial", analysis.Count("customers", t.Customers), day), analysis.Message{})
	case t.Best == 1 || t.Best == t.Points[len(t.Points)-1].Window:
		w.caveat(analysis.Note, analysis.Say("churn.best-at-edge", analysis.Count("best", t.Best)), analysis.Message{})
	}
	if t.Best > 0 && w.Window > t.Points[len(t.Points)-1].Window {
		w.caveat(analysis.Note, analysis.Say("churn.beyond-trial", analysis.Count("window", w.Window),
			analysis.Count("longest", t.Points[len(t.Points)-1].Window)), analysis.Say("churn.no-trial.remedy"))
	}
}

func (w *Workbench) caveat(s analysis.Severity, m, remedy analysis.Message) {
	w.Warnings = append(w.Warnings, analysis.Warning{Severity: s, Message: m, Remedy: remedy})
}

// warn says what a reader of one entry should know.
func (e *Entry) warn(log *analysis.Log, l *Ledger) {
	if period := int(l.Day - l.From); e.By.asks(Silence) && period < e.By.Window {
		e.caveat(analysis.Caution, analysis.Say("churn.short-period", analysis.Count("period", period), analysis.Count("window", e.By.Window)),
			analysis.Say("churn.short-period.remedy"))
	}
	if e.By.asks(Declined) {
		e.warnUnjudged(log, l.Day)
	}
	if e.By.asks(Explicit) {
		e.warnEnds(log, l.Day)
	}
	for _, t := range e.Tiers {
		if t.RevenueShare != t.RevenueShare {
			e.caveat(analysis.Caution, analysis.Say("churn.no-revenue", analysis.On("day", l.From)), analysis.Message{})
			break
		}
	}
}

// warnUnjudged counts customers whom a decline cannot see yet.
func (e *Entry) warnUnjudged(log *analysis.Log, day analysis.Day) {
	unjudged, wait := 0, analysis.Day(e.By.Decline.Recent+e.By.Decline.Prior-1)
	for c := range log.Customers() {
		if first := log.Day[log.Start[c]]; first <= day && first+wait > day {
			unjudged++
		}
	}
	if unjudged > 0 {
		e.caveat(analysis.Note, analysis.Say("churn.unjudged", analysis.Count("unjudged", unjudged), analysis.Count("customers", e.Customers),
			analysis.Count("days", int(wait)+1)), analysis.Message{})
	}
}

// warnEnds counts those who left at an unknown time, or bought although they are
// said to have left.
func (e *Entry) warnEnds(log *analysis.Log, day analysis.Day) {
	j := newJudge(log, day, e.By)
	left, back := 0, 0
	for c := range log.Customers() {
		id := analysis.CustomerID(c)
		if j.ends.of(id) == analysis.NoDay || log.Day[log.Start[c]] > day {
			continue
		}
		left++
		if j.returned(id) {
			back++
		}
	}
	switch {
	case left > 0 && !j.ends.dated():
		e.caveat(analysis.Caution, analysis.Say("churn.undated", analysis.Count("left", left), analysis.On("end", log.End)),
			analysis.Say("churn.undated.remedy"))
	case back > 0:
		e.caveat(analysis.Caution, analysis.Say("churn.bought-after", analysis.Count("customers", back)), analysis.Say("churn.bought-after.remedy"))
	}
}

func (e *Entry) caveat(s analysis.Severity, m, remedy analysis.Message) {
	e.Warnings = append(e.Warnings, analysis.Warning{Severity: s, Message: m, Remedy: remedy})
}
