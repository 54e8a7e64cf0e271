package screen

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
)

// A Chooser is a screen whose choices can be written down as questions and taken over again.
type Chooser interface {
	// Put writes into q what the screen asks as it stands, under a definition of loss:
	// those questions that have been asked in this tab, or that Take has brought. Layouts
	// are zero, and so is which page of a list is in sight.
	Put(q *engine.Questions, lost churn.Definition)

	// Take makes the choices of q the screen's own, asking nothing. What q does not have
	// keeps its choices.
	Take(q *engine.Questions)
}
