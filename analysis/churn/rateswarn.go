package churn

import (
	"math"

	"churnbench/analysis"
)

func (r *Rates) caveat(s analysis.Severity, m, remedy analysis.Message) {
	r.Warnings = append(r.Warnings, analysis.Warning{Severity: s, Message: m, Remedy: remedy})
}

// warnLog says what a reader of rates from orders should know.
func (r *Rates) warnLog(left int) {
	r.warnOverlap()
	r.warnUnsettled()
	r.warnPeriods(left)
	r.warnPassing()
	r.warnControl()
}

// warnContracts says what a reader of rates from contracts should know.
func (r *Rates) warnContracts(b *booker, left int) {
	if b.unusable > 0 {
		r.caveat(analysis.Caution, analysis.Say("rates.unusable", analysis.Count("contracts", b.unusable), analysis.On("end", r.End)),
			analysis.Say("rates.unusable.remedy"))
	}
	if b.unpriced > 0 {
		r.caveat(analysis.Caution, analysis.Say("rates.unpriced", analysis.Count("contracts", b.unpriced)), analysis.Say("rates.unpriced.remedy"))
	}
	if b.pending > 0 {
		r.caveat(analysis.Note, analysis.Say("rates.pending", analysis.Count("customers", b.pending), analysis.Count("gap", r.Options.Gap)), analysis.Message{})
	}
	r.warnPeriods(left)
	if edge := r.End + 1; r.Periods[len(r.Periods)-1].To == edge {
		r.caveat(analysis.Note, analysis.Say("rates.edge", analysis.On("day", edge)), analysis.Message{})
	}
	r.warnPassing()
	r.warnControl()
}

// warnOverlap reports windows longer than a period: a customer lost late in one
// window is still in the next, so the rate is understated.
func (r *Rates) warnOverlap() {
	shortest := math.MaxInt
	for i := range r.Periods {
		shortest = min(shortest, r.Periods[i].Length())
	}
	if window := r.Definition.lookback(); shortest < window {
		r.caveat(analysis.Caution, analysis.Say("rates.overlap", analysis.Count("window", window), analysis.Count("period", shortest)),
			analysis.Say("rates.overlap.remedy"))
	}
}

// warnUnsettled reports periods at whose start the data do not reach back a window.
func (r *Rates) warnUnsettled() {
	n := 0
	for i := range r.Periods {
		if !r.Periods[i].Settled {
			n++
		}
	}
	if n == 0 {
		return
	}
	severity := analysis.Note
	if n == len(r.Periods) {
		severity = analysis.Caution
	}
	r.caveat(severity, analysis.Say("rates.unsettled", analysis.Count("periods", n), analysis.Count("all", len(r.Periods)),
		analysis.On("begin", r.Begin), analysis.Count("window", r.Definition.lookback())),
		analysis.Say("rates.unsettled.remedy"))
}

// warnPeriods reports what of the data is in no period.
func (r *Rates) warnPeriods(left int) {
	if left > 0 {
		r.caveat(analysis.Note, analysis.Say("rates.capped", analysis.Count("max", MaxPeriods), analysis.Count("left", left)), analysis.Say("rates.capped.remedy"))
	}
	if last := r.Periods[len(r.Periods)-1].To; last <= r.End {
		r.caveat(analysis.Note, analysis.Say("rates.unfinished", analysis.On("from", last), analysis.On("end", r.End)), analysis.Message{})
	}
}

// warnPassing reports customers whom no rate sees.
func (r *Rates) warnPassing() {
	n := 0
	for i := range r.Periods {
		n += r.Periods[i].Customers.Passing
	}
	if n > 0 {
		r.caveat(analysis.Note, analysis.Say("rates.passing", analysis.Count("customers", n)), analysis.Say("rates.passing.remedy"))
	}
}

// overdispersed is how many times the variation by chance makes a p-chart see signals
// everywhere. A bound of ours.
const overdispersed = 2

// warnControl says how far the control chart can be trusted.
func (r *Rates) warnControl() {
	c := &r.Control
	switch n := len(c.Points); {
	case n < FewPoints:
		r.caveat(analysis.Caution, analysis.Say("rates.few-points", analysis.Count("periods", n), analysis.Count("needed", FewPoints)),
			analysis.Say("rates.few-points.remedy"))
	case n < EnoughPoints:
		r.caveat(analysis.Note, analysis.Say("rates.trial-limits", analysis.Count("periods", n), analysis.Count("needed", EnoughPoints)), analysis.Message{})
	}
	if c.Dispersion > overdispersed && len(c.Points) >= FewPoints {
		r.caveat(analysis.Note, analysis.Say("rates.dispersion", analysis.Number("times", c.Dispersion)), analysis.Say("rates.dispersion.remedy"))
	}
}
