package engine

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// A LadderRequest asks what share of customers buys once more after the first purchase,
// the second, the third and so on.
type LadderRequest struct {
	Definition churn.Definition // whose window says how long is waited for the next purchase
	Within     int              // days instead of that window; 0 takes it
	Layout     figure.Layout
}

// Ladder is the answer, with its figure.
type Ladder struct {
	Result churn.Ladder
	Figure figure.Figure // share that buys again, by purchases so far
}
