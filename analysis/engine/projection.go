package engine

import (
	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// A ProjectionRequest asks how long contracts will last. A Revenue of 0 takes the
// mean recurring revenue of customers still there, where the files name one.
type ProjectionRequest struct {
	Options clv.ProjectionOptions
	Layout  figure.Layout
}

// Projection is the answer, from contracts or, without any, from tenures.
type Projection struct {
	Result    clv.Projection
	Basis     Basis
	Residual  float64       // residual value of all customers still there, main units; NaN without revenue
	Survival  figure.Figure // seen, sBG, BdW, constant rate
	Retention figure.Figure // rate by tenure
}
