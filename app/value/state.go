// Package value shows what customers will still bring: a model of purchases and
// Gamma-Gamma, their fit, their test on a holdout, and customer lifetime value.
package value

import (
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A State is what the screen knows and what the person chose.
type State struct {
	screen.Request[engine.ValueRequest, engine.Value]

	Trials screen.Request[engine.BakeoffRequest, engine.Bakeoff]       // which model foresees best
	Sure   screen.Request[engine.BootstrapRequest, clv.Intervals]      // intervals by the bootstrap
	Moves  screen.Request[engine.DriversRequest, engine.Drivers]       // what moves the value
	Matter screen.Request[engine.CovariatesRequest, engine.Covariates] // whether attributes matter

	Options clv.Options
	Cost    float64         // of winning one customer, main units
	Chosen  []clv.Attribute // covariates, by position
	Tab     string          // TabValue or another
	Typed   screen.Typed
}

// Fields, by the id of their input.
const (
	HorizonField     = "horizon"
	DiscountField    = "discount"
	MarginField      = "margin"
	CalibrationField = "calibration"
	ModelField       = "model"
	CostField        = "cost"
)

// The tabs.
const (
	TabValue   = ""
	TabDrivers = "drivers"
	TabModels  = "models"
	TabFit     = "fit"
	TabDoctor  = "doctor"
)

// Defaults are the options a dataset starts with.
func Defaults() clv.Options {
	return clv.Options{Horizon: 12, DiscountRate: 0.10, Margin: 1}
}

// Ask is the request for what is chosen.
func (s *State) Ask(layout figure.Layout) engine.ValueRequest {
	return engine.ValueRequest{Options: s.Options, Layout: layout}
}

// outdate forgets the trials, the bootstrap and the covariates where the options are no longer
// those that they were asked with.
func (s *State) outdate() {
	if s.Trials.Asked() && s.Trials.Question.Options.CalibrationEnd != s.Options.CalibrationEnd {
		s.Trials.Forget()
	}
	if s.Matter.Asked() && s.Matter.Question.Options != s.Options {
		s.Matter.Forget()
	}
	if s.Sure.Asked() && s.Sure.Question.Options != s.Options {
		s.Sure.Stop()
		s.Sure.Forget()
	}
}

// Renew forgets the answer and what depends on the dataset that it was about;
// assumptions about the business stay.
func (s *State) Renew() {
	s.Forget()
	s.Trials.Forget()
	s.Sure.Stop()
	s.Sure.Forget()
	s.Moves.Forget()
	s.Matter.Forget()
	s.Chosen = nil
	s.Options.CalibrationEnd, s.Options.Model = 0, ""
	s.Typed.Accept(CalibrationField)
}

// SetHorizon takes what was typed as the number of months to look ahead; it
// reports whether that is one.
func (s *State) SetHorizon(text string) bool {
	months, err := strconv.Atoi(strings.TrimSpace(text))
	good := err == nil && months >= 1 && months <= clv.MaxHorizon
	return s.take(HorizonField, text, good, func() { s.Options.Horizon = months },
		analysis.Say("value.wrong.horizon", analysis.Count("max", clv.MaxHorizon)))
}

// SetDiscount takes a percentage per year.
func (s *State) SetDiscount(text string) bool {
	percent, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	good := err == nil && percent >= 0 && percent <= 100
	return s.take(DiscountField, text, good, func() { s.Options.DiscountRate = percent / 100 }, analysis.Say("value.wrong.discount"))
}

// SetMargin takes a percentage of revenue.
func (s *State) SetMargin(text string) bool {
	percent, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	good := err == nil && percent > 0 && percent <= 100
	return s.take(MarginField, text, good, func() { s.Options.Margin = percent / 100 }, analysis.Say("value.wrong.margin"))
}

// SetCalibrationEnd takes an ISO date from first to end, the days that the
// data span; an empty one asks for the proposal.
func (s *State) SetCalibrationEnd(iso string, first, end analysis.Day) bool {
	day, err := analysis.ParseDay(iso)
	if iso == "" {
		day, err = 0, nil
	}
	good := err == nil && (iso == "" || day >= first && day <= end)
	return s.take(CalibrationField, iso, good, func() { s.Options.CalibrationEnd = day },
		analysis.Say("value.wrong.calibration", analysis.On("first", first), analysis.On("end", end)))
}

// SetModel chooses a model of purchases; it reports whether that is another one.
func (s *State) SetModel(name string) bool {
	if modelOr(name) == modelOr(s.Options.Model) {
		return false
	}
	s.Options.Model = name
	return true
}

// take sets a good value, or keeps a bad one in sight with what is wrong.
func (s *State) take(field, text string, good bool, set func(), wrong analysis.Message) bool {
	if !good {
		s.Typed.Refuse(field, text, wrong)
		return false
	}
	s.Typed.Accept(field)
	set()
	return true
}
