// Package definition is the screen on which a person decides what counts as a
// loss, and sees what that decision costs.
//
//	state.go    what is known and chosen; what of the answer holds at which W
//	view.go     the page: the definition in force, biggest; figures; how it came about
//	kinds.go    silence, decline, explicit end, combined, and what each needs
//	ledger.go   several definitions on the same data, the differences line by line
//	tiers.go    customers who count for more
package definition

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// A State is what the screen knows and what the person chose. The definition itself
// is the host's.
type State struct {
	screen.Request[engine.DefinitionRequest, engine.Definition]

	Compared []churn.Definition // further entries of the ledger
	Chosen   bool               // a person changed Compared

	// Draft is a definition that lacks something before it can be used, such as the
	// column of an explicit end; nil otherwise.
	Draft *churn.Definition

	Typed screen.Typed
	knob  ui.Knob // W while it is being turned
}

// The ids of fields.
const (
	WindowField = "loss-window"
	RecentField = "decline-recent"
	PriorField  = "decline-prior"
	BelowField  = "decline-below"
)

// Ask is the request for what is chosen.
func (s *State) Ask(d churn.Definition, layout figure.Layout) engine.DefinitionRequest {
	return engine.DefinitionRequest{Definition: d, Compare: s.Compared, Layout: layout}
}

// Renew forgets the answer and what depends on the dataset that it was about; the
// ledger starts with definitions that its span allows.
func (s *State) Renew(span int) {
	s.Forget()
	s.Draft, s.Typed, s.Compared, s.Chosen = nil, screen.Typed{}, nil, false
	for _, p := range churn.Presets() {
		if w := p.Definition.Window; (p.Key == "year" || p.Key == "ecommerce") && w > 0 && w <= span/2 {
			s.Compared = append(s.Compared, p.Definition)
		}
	}
}

// Whole reads a whole number of days typed into a field, from 1 to most.
func (s *State) Whole(field, text string, most int) (days int, ok bool) {
	days, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || days < 1 || days > most {
		s.Typed.Refuse(field, text, analysis.Say("definition.wrong-days", analysis.Count("span", most)))
		return 0, false
	}
	s.Typed.Accept(field)
	return days, true
}

// Part reads a percentage typed into a field, above lo and below 100, as a share.
func (s *State) Part(field, text string, lo float64) (share float64, ok bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")), 64)
	if err != nil || !(v > lo && v < 100) {
		s.Typed.Refuse(field, text, analysis.Say("definition.wrong-share"))
		return 0, false
	}
	s.Typed.Accept(field)
	return v / 100, true
}

// Compare adds a definition to the ledger, unless it is there or the ledger is full.
func (s *State) Compare(d churn.Definition) bool {
	if len(s.Compared) >= engine.MaxCompared || slices.ContainsFunc(s.Compared, func(have churn.Definition) bool { return same(have, d) }) {
		return false
	}
	s.Compared, s.Chosen = append(slices.Clone(s.Compared), d), true
	return true
}

// Drop takes entry i, counted from 0 behind the definition in force, out of the ledger.
func (s *State) Drop(i int) {
	s.Compared, s.Chosen = slices.Delete(slices.Clone(s.Compared), i, i+1), true
}

// same reports whether two definitions say the same.
func same(a, b churn.Definition) bool {
	return a.Kind == b.Kind && a.Window == b.Window && a.Decline == b.Decline && a.All == b.All &&
		a.Ended.Column == b.Ended.Column && slices.Equal(a.Ended.Lost, b.Ended.Lost) &&
		slices.Equal(a.Parts, b.Parts) && slices.Equal(a.Tiers, b.Tiers)
}

// missing reports whether a definition lacks something that only a person can say.
func missing(d churn.Definition, kept []engine.KeptReport) bool {
	if d.Kind == churn.Combined && len(d.Parts) < 2 {
		return true
	}
	if !asks(d, churn.Explicit) {
		return false
	}
	i := d.Ended.Column
	return i < 0 || i >= len(kept) || !endable(kept[i]) || !dated(kept[i]) && len(d.Ended.Lost) == 0
}

// asks reports whether a part of a definition is of a kind.
func asks(d churn.Definition, kind churn.Kind) bool {
	if d.Kind == churn.Combined {
		return slices.Contains(d.Parts, kind)
	}
	return d.Kind == kind
}

// endable reports whether a column can tell of an end: dates, or a few texts.
func endable(k engine.KeptReport) bool { return dated(k) || len(k.Groups) > 0 }

func dated(k engine.KeptReport) bool {
	return k.First.Valid() && k.Last.Valid() && len(k.Groups) == 0 && k.First != 0
}

// A Reading is what the workbench says of one W.
type Reading struct {
	Calls churn.Calls // of the nearest W that was tried
	Tried int         // that W; 0 if there was no trial

	Within            int // days; 0 for as far as the data reach
	Chance, Low, High float64
}

// Read returns what the workbench says of a W, from what it has already told: no
// question goes to the engine while a person turns the knob.
func Read(w *churn.Workbench, window float64) Reading {
	r := Reading{Chance: math.NaN(), Low: math.NaN(), High: math.NaN()}
	for _, p := range w.Trial.Points {
		if r.Tried == 0 || math.Abs(float64(p.Window)-window) < math.Abs(float64(r.Tried)-window) {
			r.Tried, r.Calls = p.Window, p.Calls
		}
	}
	for _, horizon := range w.Returns {
		if p, ok := pointAt(horizon.Points, window); ok && (math.IsNaN(r.Chance) || horizon.Within > r.Within) {
			r.Within, r.Chance, r.Low, r.High = horizon.Within, p.Chance, p.Low, p.High
		}
	}
	return r
}

// pointAt returns the point of a curve nearest to some days of silence, if the curve
// is known there.
func pointAt(points []churn.ReturnPoint, silent float64) (best churn.ReturnPoint, ok bool) {
	for _, p := range points {
		if !ok || math.Abs(float64(p.Silent)-silent) < math.Abs(float64(best.Silent)-silent) {
			best, ok = p, true
		}
	}
	return best, ok && !math.IsNaN(best.Chance)
}

// Weight reads the weight of a tier; an empty one, 0, leaves it to the revenue.
func (s *State) Weight(field, text string) (weight float64, ok bool) {
	text = strings.TrimSpace(text)
	weight, err := strconv.ParseFloat("0"+text, 64)
	if err != nil || !(weight >= 0 && weight <= 1e6) || text != "" && weight == 0 {
		s.Typed.Refuse(field, text, analysis.Say("definition.wrong-weight"))
		return 0, false
	}
	s.Typed.Accept(field)
	return weight, true
}
