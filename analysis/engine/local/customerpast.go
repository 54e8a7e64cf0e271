package local

import (
	"context"
	"reflect"
	"slices"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
)

// maxStandings is how many past days a card looks at, the latest: each has everyone
// scored anew.
const maxStandings = 12

// A pastDay is the groups of everyone on a past day, a byte a customer, so that the cards
// of other customers divide nobody anew.
type pastDay struct {
	by   engine.Segmentation
	at   analysis.Day
	of   []uint8 // index into keys plus 1, 0 for who is in none
	keys []string
}

// keptPast is how many divisions are remembered: those of two cards.
const keptPast = 4 * maxStandings

// past says which groups a customer was in at quarter ends, or month ends where there
// are few quarters, and at the observation end. The rules are of today, the customers
// they divide those of the day.
func (d *dataset) past(ctx context.Context, c analysis.CustomerID, m engine.Measures) ([]engine.Standing, error) {
	spells, err := d.spells(m.Definition)
	if err != nil {
		return nil, err
	}
	days := periodEnds(d.first(c), d.log.End)
	segments, _ := m.Divides(engine.ColumnSegment)
	stages, _ := m.Divides(engine.ColumnStage)
	var out []engine.Standing
	for i, at := range days {
		engine.Report(ctx, engine.Progress{Stage: "progress.past", Step: i + 1, OfSteps: len(days)})
		p := engine.Standing{Day: at, State: engine.StateActive}
		if p.Segment, err = d.groupAt(c, segments, at); err != nil {
			return nil, err
		}
		if p.Stage, err = d.groupAt(c, stages, at); err != nil {
			return nil, err
		}
		if spells.Lost(c, at) {
			p.State = engine.StateLost
		}
		out = append(out, p)
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

// groupAt is the key of a customer's group on a day.
func (d *dataset) groupAt(c analysis.CustomerID, by engine.Segmentation, at analysis.Day) (string, error) {
	i := slices.IndexFunc(d.pasts, func(p *pastDay) bool { return p.at == at && reflect.DeepEqual(p.by, by) })
	if i < 0 {
		g, err := d.divide(by, at)
		if err != nil {
			return "", err
		}
		d.pasts = append(d.pasts, pressed(g, by, at))
		d.pasts = d.pasts[max(0, len(d.pasts)-keptPast):]
		i = len(d.pasts) - 1
	}
	p := d.pasts[i]
	if p.of[c] == 0 {
		return engine.NoGroup, nil
	}
	return p.keys[p.of[c]-1], nil
}

// pressed keeps of groups what a card asks for.
func pressed(g *groups, by engine.Segmentation, at analysis.Day) *pastDay {
	p := &pastDay{by: by, at: at, of: make([]uint8, len(g.of)), keys: g.keys}
	for c, k := range g.of {
		p.of[c] = uint8(max(k, -1) + 1)
	}
	return p
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
