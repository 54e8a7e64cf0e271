package engine

import (
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// A SurvivalRequest asks how long customers stay.
type SurvivalRequest struct {
	Window int // silence in days that counts as lapsed; 0 takes the proposal
	Layout figure.Layout
}

// Survival is the answer, with its figure.
type Survival struct {
	Lapse survival.LapseResult
	Curve figure.Figure // Kaplan–Meier
}
