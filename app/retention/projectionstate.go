package retention

import (
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A ProjectionState is what the tab of projections knows and what the person chose.
type ProjectionState struct {
	screen.Request[engine.ProjectionRequest, engine.Projection]

	Options clv.ProjectionOptions // zero fields take the proposals
	Typed   screen.Typed
}

// The fields of the tab.
const (
	KnownField    = "projection-known"
	HorizonField  = "projection-horizon"
	DiscountField = "projection-discount"
	MarginField   = "projection-margin"
)

// Ask is the request for what is chosen.
func (s *ProjectionState) Ask(layout figure.Layout) engine.ProjectionRequest {
	return engine.ProjectionRequest{Options: s.Options, Layout: layout}
}

// AskProjection puts the tab's question to the engine.
func AskProjection(h *screen.Host, s *ProjectionState) {
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Projection, nil)
}

// Renew forgets the answer and what depends on the dataset.
func (s *ProjectionState) Renew() {
	s.Forget()
	s.Options, s.Typed = clv.ProjectionOptions{}, screen.Typed{}
}

// Set takes what was typed into a field; it reports whether it is within bounds:
// whole periods, or per cents above 0.
func (s *ProjectionState) Set(field, text string) bool {
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	most := 100.0
	if field == KnownField || field == HorizonField {
		most = clv.MaxPeriods
	}
	whole := field == KnownField || field == HorizonField
	if err != nil || !(v > 0) || v > most || whole && v != float64(int(v)) {
		s.Typed.Refuse(field, text, analysis.Say("retention.projection.wrong", analysis.Number("most", most)))
		return false
	}
	s.Typed.Accept(field)
	switch field {
	case KnownField:
		s.Options.Calibration = int(v)
	case HorizonField:
		s.Options.Horizon = int(v)
	case DiscountField:
		s.Options.Discount = v / 100
	case MarginField:
		s.Options.Margin = v / 100
	}
	return true
}
