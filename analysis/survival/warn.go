package survival

import (
	"math"

	"churnbench/analysis"
)

// warn says what a reader of the curve should know. proposed means that the
// window was not chosen by a person.
func (r *LapseResult) warn(proposed bool) {
	r.warnWindow(proposed)
	r.warnReturned()
	r.warnFirstDrop()
	r.warnCurve()
}

func (r *LapseResult) caveat(s analysis.Severity, m analysis.Message, remedy analysis.Message) {
	r.Warnings = append(r.Warnings, analysis.Warning{Severity: s, Message: m, Remedy: remedy})
}

func (r *LapseResult) warnWindow(proposed bool) {
	days, span := analysis.Count("window", r.Window), analysis.Count("span", r.Span)
	switch {
	case proposed && r.Proposed.Days == 0:
		r.caveat(analysis.Caution,
			analysis.Say("survival.unreached", analysis.Percent("share", r.Proposed.P), analysis.Percent("reached", r.Proposed.Reached), days, span),
			analysis.Say("survival.unreached.remedy"))
	case proposed && r.Window != r.Proposed.Days:
		r.caveat(analysis.Caution,
			analysis.Say("survival.shortened", analysis.Count("proposed", r.Proposed.Days), days, span),
			analysis.Say("survival.longer-data"))
	case 2*r.Window > r.Span:
		r.caveat(analysis.Serious, analysis.Say("survival.long", days, span), analysis.Say("survival.long.remedy"))
	}
}

// warnReturned questions the window where many of the lapsed came back.
func (r *LapseResult) warnReturned() {
	share := float64(r.Returned) / float64(r.Lapsed)
	if share > 0.25 { // false for NaN
		r.caveat(analysis.Caution,
			analysis.Say("survival.returned", analysis.Percent("share", share), analysis.Count("returned", r.Returned), analysis.Count("lapsed", r.Lapsed)),
			analysis.Say("survival.returned.remedy"))
	}
}

// warnFirstDrop explains the cliff that one-time buyers make at day W, the
// first on which anybody can lapse.
func (r *LapseResult) warnFirstDrop() {
	if once := 1 - r.Curve.At(float64(r.Window)).S; once > 0.3 { // false for NaN
		r.caveat(analysis.Note, analysis.Say("survival.cliff", analysis.Percent("share", once), analysis.Count("window", r.Window)), analysis.Message{})
	}
}

func (r *LapseResult) warnCurve() {
	last := r.Curve.Time[len(r.Curve.Time)-1]
	switch {
	case r.Customers < 30:
		r.caveat(analysis.Caution, analysis.Say("survival.few", analysis.Count("customers", r.Customers)), analysis.Message{})
	case r.Horizon < last:
		r.caveat(analysis.Note,
			analysis.Say("survival.thin", analysis.Count("day", int(r.Horizon)), analysis.Count("limit", ThinRiskSet)), analysis.Message{})
	}
	switch {
	case r.Lapsed == 0:
		r.caveat(analysis.Caution, analysis.Say("survival.none", analysis.Count("window", r.Window)), analysis.Message{})
	case math.IsInf(r.Median, 1):
		r.caveat(analysis.Note,
			analysis.Say("survival.no-median", analysis.Percent("share", r.Curve.S[len(r.Curve.S)-1])), analysis.Message{})
	}
}
