// Package value shows what customers will still bring: BG/NBD and Gamma-Gamma,
// their fit, their test on a holdout, and customer lifetime value.
package value

import (
	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A State is what the screen knows and what the person chose.
type State struct {
	screen.Request[engine.ValueRequest, engine.Value]

	Options clv.Options
	Tab     string // TabValue, TabFit or TabCustomers
}

// The tabs.
const (
	TabValue = ""
	TabFit   = "fit"
)

// Defaults are the options a dataset starts with.
func Defaults() clv.Options {
	return clv.Options{Horizon: 12, DiscountRate: 0.10, Margin: 1}
}

// Ask is the request for what is chosen.
func (s *State) Ask(layout figure.Layout) engine.ValueRequest {
	return engine.ValueRequest{Options: s.Options, Layout: layout}
}

// SetHorizon takes a typed number of months; it reports whether it is one.
func (s *State) SetHorizon(months int) bool {
	if months < 1 || months > clv.MaxHorizon {
		return false
	}
	s.Options.Horizon = months
	return true
}

// SetDiscount takes a typed percentage per year.
func (s *State) SetDiscount(percent float64) bool {
	if !(percent >= 0 && percent <= 100) {
		return false
	}
	s.Options.DiscountRate = percent / 100
	return true
}

// SetMargin takes a typed percentage of revenue.
func (s *State) SetMargin(percent float64) bool {
	if !(percent > 0 && percent <= 100) {
		return false
	}
	s.Options.Margin = percent / 100
	return true
}

// SetCalibrationEnd takes a typed ISO date; an empty one asks for the proposal.
func (s *State) SetCalibrationEnd(iso string) bool {
	if iso == "" {
		s.Options.CalibrationEnd = 0
		return true
	}
	day, err := analysis.ParseDay(iso)
	if err != nil {
		return false
	}
	s.Options.CalibrationEnd = day
	return true
}
