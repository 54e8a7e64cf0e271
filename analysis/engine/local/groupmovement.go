package local

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

// movements are the groups of a movement, in display order.
var movements = []string{engine.MoveNew, engine.MoveBack, engine.MoveLost, engine.MoveStayed, engine.MoveAway}

// byMovement says what became of customers between two days, as churn.Rates counts
// them from the first instant of one day to that of another: a day before each.
func (d *dataset) byMovement(by engine.Segmentation, at analysis.Day) (*groups, error) {
	spells, err := d.spells(by.Definition)
	if err != nil {
		return nil, err
	}
	if by.Since >= at {
		return nil, analysis.Fail(analysis.BadInput, "groups.backwards", analysis.On("since", by.Since), analysis.On("at", at))
	}
	g := d.notYet(movements)
	d.here(at, func(c analysis.CustomerID) {
		known := d.first(c) <= by.Since
		move := moveOf(known, known && !spells.Lost(c, by.Since), !spells.Lost(c, at))
		g.of[c] = int32(slices.Index(movements, move))
	})
	return g, nil
}

// moveOf names what became of a customer who was known, or not, and active, or not, on
// the first day and is on the second.
func moveOf(known, was, is bool) string {
	switch {
	case was && is:
		return engine.MoveStayed
	case was:
		return engine.MoveLost
	case is && known:
		return engine.MoveBack
	case is:
		return engine.MoveNew
	}
	return engine.MoveAway
}
