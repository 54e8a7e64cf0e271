package churn

import (
	"math"
	"sort"

	"churnbench/analysis"
)

// A trial counts customers by how long they had been silent on its day: every W is
// judged by sums over these counts.
type trial struct {
	day            analysis.Day
	followup       int
	returned, gone []uint32 // [s]: silent for s days, and bought in the follow-up or did not
	fates          []fate   // of every customer
}

// A fate is what became of a customer in the follow-up.
type fate uint8

const (
	unknown fate = iota // not yet a customer on the day of the trial
	back
	away
)

// tryOn holds a trial followup days before the end of the log; the counts are empty
// if nobody was known by then.
func tryOn(log *analysis.Log, span, followup int) *trial {
	t := &trial{day: log.End - analysis.Day(followup), followup: followup}
	slots := max(0, span-followup+1)
	t.returned, t.gone = make([]uint32, slots), make([]uint32, slots)
	t.fates = make([]fate, log.Customers())
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		next := from + bought(log.Day[from:to], t.day)
		switch {
		case next == from: // not yet a customer
		case next < to: // all that follows lies in the follow-up
			t.fates[c] = back
			t.returned[t.day-log.Day[next-1]]++
		default:
			t.fates[c] = away
			t.gone[t.day-log.Day[next-1]]++
		}
	}
	return t
}

// bought counts the purchases up to day t.
func bought(days []analysis.Day, t analysis.Day) int {
	return sort.Search(len(days), func(i int) bool { return days[i] > t })
}

// followupOf is the follow-up to use: a year, at most half the data, unless a person
// says otherwise.
func followupOf(followup, span int) (int, error) {
	switch {
	case followup < 0:
		return 0, analysis.Fail(analysis.BadInput, "churn.bad-followup", analysis.Count("days", followup))
	case followup > span:
		return 0, analysis.Fail(analysis.NotEnough, "churn.followup-beyond", analysis.Count("days", followup), analysis.Count("span", span)).
			Or("churn.followup-beyond.remedy", analysis.Count("half", max(1, span/2)))
	case followup == 0:
		return max(1, min(365, span/2)), nil
	}
	return followup, nil
}

// judge sums the trial up: the errors of each W on a grid with those asked about, and
// the W of least cost among all.
func (t *trial) judge(weights Weights, asked ...int) Trial {
	r := Trial{Day: t.day, Followup: t.followup, Weights: weights}
	for s := range t.gone {
		r.Customers += int(t.returned[s] + t.gone[s])
		r.Gone += int(t.gone[s])
	}
	longest := len(t.gone) - 1
	if r.Customers == 0 || longest < 1 {
		return r
	}
	costs, least := t.walk(weights), math.Inf(1)
	for w := 1; w <= longest; w++ {
		if costs[w].Cost < least {
			r.Best, least = w, costs[w].Cost
		}
	}
	for _, w := range withDays(grid(longest, stepsPerDouble), longest, append(asked, r.Best, longest)...) {
		r.Points = append(r.Points, TrialPoint{w, costs[w]})
	}
	return r
}

// walk counts the calls of every W: whoever has been silent for W days or longer is
// called lost.
func (t *trial) walk(weights Weights) []Calls {
	var k calls
	for s := range t.gone {
		k.lost += int(t.returned[s] + t.gone[s])
		k.returned += int(t.returned[s])
	}
	list := make([]Calls, len(t.gone))
	for w := range list {
		list[w] = k.weigh(weights)
		returned, gone := int(t.returned[w]), int(t.gone[w])
		k.lost, k.returned = k.lost-returned-gone, k.returned-returned
		k.alive, k.gone = k.alive+returned+gone, k.gone+gone
	}
	return list
}

// calls counts whom a definition called lost and alive, and of them who was called
// wrongly.
type calls struct{ lost, returned, alive, gone int }

// calls says what became of those whom a definition called lost and alive on the
// day of the trial.
func (t *trial) calls(spells *Spells) (k calls) {
	for c, f := range t.fates {
		switch {
		case f == unknown:
		case spells.Lost(analysis.CustomerID(c), t.day):
			k.lost++
			if f == back {
				k.returned++
			}
		default:
			k.alive++
			if f == away {
				k.gone++
			}
		}
	}
	return k
}

// weigh weighs both errors.
func (k calls) weigh(w Weights) Calls {
	c := Calls{Returned: shareOf(k.returned, k.lost), Gone: shareOf(k.gone, k.alive)}
	c.Cost = (float64(w.Returned*float64(k.returned)) + float64(w.Gone*float64(k.gone))) / float64(k.lost+k.alive)
	return c
}

// settle weighs both errors alike where nothing is said.
func (w Weights) settle() (Weights, error) {
	if w == (Weights{}) {
		return Weights{1, 1}, nil
	}
	for _, v := range [2]float64{w.Returned, w.Gone} {
		if !(v >= 0 && v <= maxWeight) {
			return w, analysis.Fail(analysis.BadInput, "churn.bad-error-weight", analysis.Number("weight", v))
		}
	}
	return w, nil
}
