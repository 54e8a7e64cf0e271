package local

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
	"churnbench/analysis/rfm"
)

// byEntered sets those apart who have come to the alarm stage since a day: in decline, or lapsed after
// one purchase. Who was nobody's customer on that day may be among them.
func (d *dataset) byEntered(by engine.Segmentation, at analysis.Day) (*groups, error) {
	if by.Since >= at {
		return nil, analysis.Fail(analysis.BadInput, "groups.backwards", analysis.On("since", by.Since), analysis.On("at", at))
	}
	life, _, err := d.life(by.Life, by.Definition)
	if err != nil {
		return nil, err
	}
	alarm, was := life.Options.Model.Alarm(), life.At(by.Since)
	g := d.notYet([]string{engine.Entered, engine.Others})
	for c, is := range life.At(at) {
		if is != lifecycle.NotYet {
			g.of[c] = other(is == alarm && was[c] != alarm)
		}
	}
	return g, nil
}

// byTies sets those apart whose score another tie rule would change.
func (d *dataset) byTies(by engine.Segmentation, at analysis.Day) (*groups, error) {
	if by.Measure < 0 || by.Measure > 2 || !slices.Contains(rfm.TieRules, by.Versus) {
		return nil, analysis.Fail(analysis.BadInput, "rfm.bad-ties", analysis.Text("ties", string(by.Versus)))
	}
	scores, of, err := d.scoresAt(by.Scores, at)
	if err != nil {
		return nil, err
	}
	g := d.notYet([]string{engine.Moved, engine.Others})
	now := [][]uint8{scores.R, scores.F, scores.M}[by.Measure]
	for i, score := range scores.Under(by.Versus, by.Measure) {
		g.of[of(i)] = other(score != now[i])
	}
	return g, nil
}

// other is the index of the first of two groups for those set apart, of the second for others.
func other(apart bool) int32 {
	if apart {
		return 0
	}
	return 1
}
