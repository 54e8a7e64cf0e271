package clv

import (
	"math"
	"slices"
	"strings"

	"churnbench/analysis"
)

// Where a doubt begins.
const (
	fewRepeaters   = 100 // standard errors rely on large numbers
	corrCaution    = 0.2 // spend and frequency
	corrSerious    = 0.4
	mostOneTimers  = 0.5  // share of one-time buyers
	holdoutMiss    = 0.25 // relative error of the holdout's total
	cyclesInWindow = 3    // windows of fewer mean gaps see too little
)

// warnings looks for reasons to doubt the result.
func (a *Analysis) warnings() []analysis.Warning {
	var w warningList
	w.fit(a.buying)
	if a.pastBuy != a.buying {
		w.fit(a.pastBuy)
	}
	w.fit(a.spend)
	w.data(a.now, a.buying.Model)
	w.spend(a)
	w.holdout(a)
	return w
}

type warningList []analysis.Warning

func (w *warningList) add(severity analysis.Severity, message, remedy analysis.Message) {
	*w = append(*w, analysis.Warning{Severity: severity, Message: message, Remedy: remedy})
}

// fit doubts a search that did not end well. The same doubt about both fits of
// a model is said once.
func (w *warningList) fit(m *maximum) {
	if m == nil {
		return
	}
	model := analysis.Text("model", m.Model)
	switch v := m.Verdict; {
	case len(v.Boundary) > 0:
		w.once(analysis.Caution, analysis.Say("clv.boundary", model, analysis.Text("parameters", strings.Join(v.Boundary, ", "))),
			analysis.Say("clv.boundary.remedy"))
	case !v.Converged:
		w.once(analysis.Serious, analysis.Say("clv.not-converged", model), analysis.Say("clv.not-converged.remedy"))
	case v.StartsAgree < 2:
		w.once(analysis.Caution, analysis.Say("clv.starts-disagree", model, analysis.Count("starts", v.Starts)),
			analysis.Say("clv.not-converged.remedy"))
	}
}

func (w *warningList) once(severity analysis.Severity, message, remedy analysis.Message) {
	said := func(o analysis.Warning) bool {
		return o.Message.Key == message.Key && slices.Equal(o.Message.Args, message.Args)
	}
	if !slices.ContainsFunc(*w, said) {
		w.add(severity, message, remedy)
	}
}

// data doubts customers who hardly come back, or not often enough to tell.
func (w *warningList) data(s *Summary, model string) {
	repeaters := s.Repeaters()
	if repeaters < fewRepeaters {
		w.add(analysis.Caution, analysis.Say("clv.few-repeaters", analysis.Count("repeaters", repeaters)),
			analysis.Say("clv.few-repeaters.remedy"))
	}
	if share := 1 - float64(repeaters)/float64(len(s.X)); share > mostOneTimers {
		w.add(analysis.Note, sayOneTimers(model, analysis.Percent("share", share)), analysis.Say("clv.one-timers.remedy"))
	}
	if gap := s.meanGap(); s.Weeks() < cyclesInWindow*gap {
		w.add(analysis.Caution,
			analysis.Say("clv.short-window", analysis.Number("weeks", s.Weeks()), analysis.Number("gap", gap)),
			analysis.Say("clv.short-window.remedy"))
	}
}

// oneTimers begins the keys of what is said of them.
const oneTimers = "clv.one-timers"

// sayOneTimers says that most bought once, and what the model makes of them.
func sayOneTimers(model string, share analysis.Arg) analysis.Message {
	switch model {
	case nameBGNBD:
		return analysis.Say("clv.one-timers", share)
	case nameNBD:
		return analysis.Say("clv.one-timers.nbd", share)
	}
	return analysis.Say("clv.one-timers.lapse", share, analysis.Text("model", model))
}

// meanGap returns the mean weeks between a repeat buyer's purchases.
func (s *Summary) meanGap() float64 {
	days, gaps := 0., 0.
	for i, x := range s.X {
		days += float64(s.TX[i])
		gaps += float64(x)
	}
	return days / gaps / daysPerWeek
}

// spend doubts the second model.
func (w *warningList) spend(a *Analysis) {
	if n := a.now.freeRepeaters(); n > 0 {
		w.add(analysis.Note, analysis.Say("clv.free-repeaters", analysis.Count("customers", n)), analysis.Message{})
	}
	if a.spend == nil {
		w.add(analysis.Serious, a.noSpend.Message, a.noSpend.Remedy)
		return
	}
	if q := a.spend.gammaGamma().Q; q <= 1 {
		w.add(analysis.Serious, analysis.Say("clv.no-mean-spend", analysis.Number("q", q)),
			analysis.Say("clv.no-mean-spend.remedy"))
	}
	corr := a.now.spendFrequencyCorrelation()
	if strength := math.Abs(corr); strength > corrCaution {
		severity := analysis.Caution
		if strength > corrSerious {
			severity = analysis.Serious
		}
		w.add(severity, analysis.Say("clv.spend-frequency", analysis.Number("correlation", corr)),
			analysis.Say("clv.spend-frequency.remedy"))
	}
}

// freeRepeaters counts repeat buyers whose repeat purchases brought nothing.
func (s *Summary) freeRepeaters() int {
	n := 0
	for i, x := range s.X {
		if x > 0 && s.Total[i] <= 0 {
			n++
		}
	}
	return n
}

// sameSpend reports whether all repeat purchases cost the same: then there is
// nothing to fit a law to.
func sameSpend(blocks []spendBlock) bool {
	mean := blocks[0].totals[0] / float64(blocks[0].x)
	for _, b := range blocks {
		for _, t := range b.totals {
			if math.Abs(t/float64(b.x)-mean) > 1e-9*mean {
				return false
			}
		}
	}
	return true
}

// holdout doubts predictions that were not tried, or failed when they were.
func (w *warningList) holdout(a *Analysis) {
	h := a.result.Holdout
	horizon := horizon{months: a.Options.Horizon}
	switch {
	case a.pastBuy == nil:
		w.add(analysis.Caution, analysis.Say("clv.no-calibration", analysis.On("day", a.Options.CalibrationEnd)),
			analysis.Say("clv.no-calibration.remedy"))
	case h.Weeks == 0:
		w.add(analysis.Note, analysis.Say("clv.no-holdout"), analysis.Say("clv.no-holdout.remedy"))
	case math.Abs(h.Expected-h.Actual) > holdoutMiss*max(h.Actual, 1):
		w.add(analysis.Caution,
			analysis.Say("clv.holdout-off", analysis.Count("expected", int(math.Round(h.Expected))), analysis.Count("actual", int(h.Actual))),
			analysis.Say("clv.holdout-off.remedy"))
	}
	if horizon.weeks() > a.now.Weeks() {
		w.add(analysis.Caution, analysis.Say("clv.long-horizon",
			analysis.Count("months", a.Options.Horizon), analysis.Number("weeks", a.now.Weeks())), analysis.Say("clv.long-horizon.remedy"))
	}
}
