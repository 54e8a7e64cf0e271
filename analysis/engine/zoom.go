package engine

import "churnbench/analysis/figure"

// A ZoomRequest asks for a part of a figure that the engine has drawn.
type ZoomRequest struct {
	Figure string      // its ID
	Part   figure.Zoom // of its Span
}
