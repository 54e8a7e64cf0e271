package local

import (
	"context"
	"reflect"
	"slices"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
)

// maxStandings is how many past days a card looks at, the latest: each has everyone
// scored anew.
const maxStandings = 12

// pastScores are the segments of everyone on a past day, a byte a customer, so that the
// cards of other customers need no scores anew.
type pastScores struct {
	opt rfm.Options
	at  analysis.Day
	of  []uint8 // index into keys plus 1, 0 for who had not come
	key []string
}

// keptPast is how many days are remembered: those of a few cards.
const keptPast = 2 * maxStandings

// past says which groups a customer was in at quarter ends, or month ends where there
// are few quarters, and at the observation end. The rules are of today, the customers
// they divide those of the day.
func (d *dataset) past(ctx context.Context, c analysis.CustomerID, m engine.Measures) ([]engine.Standing, error) {
	spells, err := d.spells(m.Definition)
	if err != nil {
		return nil, err
	}
	days := periodEnds(d.first(c), d.log.End)
	var out []engine.Standing
	for i, at := range days {
		engine.Report(ctx, engine.Progress{Stage: "progress.past", Step: i + 1, OfSteps: len(days)})
		segment, err := d.segmentAt(c, m.Scores, at)
		if err != nil {
			return nil, err
		}
		state := engine.StateActive
		if spells.Lost(c, at) {
			state = engine.StateLost
		}
		out = append(out, engine.Standing{Day: at, Segment: segment, State: state})
	}
	return out, nil
}

// spells are when customers count as lost.
func (d *dataset) spells(by churn.Definition) (*churn.Spells, error) {
	study, err := d.churnStudy()
	if err != nil {
		return nil, err
	}
	return study.Spells(by)
}

// segmentAt is the key of a customer's segment on a day.
func (d *dataset) segmentAt(c analysis.CustomerID, opt rfm.Options, at analysis.Day) (string, error) {
	i := slices.IndexFunc(d.pasts, func(p *pastScores) bool { return p.at == at && reflect.DeepEqual(p.opt, opt) })
	if i < 0 {
		p, err := d.pastScores(opt, at)
		if err != nil {
			return "", err
		}
		d.pasts = append(d.pasts, p)
		d.pasts = d.pasts[max(0, len(d.pasts)-keptPast):]
		i = len(d.pasts) - 1
	}
	p := d.pasts[i]
	if p.of[c] == 0 {
		return engine.NoGroup, nil
	}
	return p.key[p.of[c]-1], nil
}

func (d *dataset) pastScores(opt rfm.Options, at analysis.Day) (*pastScores, error) {
	g, err := d.bySegments(opt, at)
	if err != nil {
		return nil, err
	}
	p := &pastScores{opt: opt, at: at, of: make([]uint8, len(g.of)), key: g.keys}
	for c, k := range g.of {
		p.of[c] = uint8(max(k, -1) + 1)
	}
	return p, nil
}

// fewQuarters are too few to tell a story: months then do.
const fewQuarters = 4

// periodEnds lists the last days of quarters or months from a day on, then the end
// itself: the latest maxStandings.
func periodEnds(from, end analysis.Day) []analysis.Day {
	days := lastDays(from, end, 3)
	if len(days) < fewQuarters {
		days = lastDays(from, end, 1)
	}
	return days[max(0, len(days)-maxStandings):]
}

// lastDays lists the last days of calendar periods of some months, from the period of a
// day on, then end.
func lastDays(from, end analysis.Day, months time.Month) (days []analysis.Day) {
	t := from.Time()
	for next := (t.Month()-1)/months*months + 1 + months; ; next += months {
		last := analysis.Date(t.Year(), next, 1) - 1
		if last >= end {
			return append(days, end)
		}
		days = append(days, last)
	}
}
