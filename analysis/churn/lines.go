package churn

import (
	"cmp"
	"slices"

	"churnbench/analysis"
)

// stepOf explains, customer by customer, why two definitions count differently.
func stepOf(log *analysis.Log, day analysis.Day, before, after *count) Step {
	step := Step{Before: before.now, After: after.now}
	a, b := newJudge(log, day, before.spells.By), newJudge(log, day, after.spells.By)
	var fewer, more lineSums
	for c := range before.lost {
		id := analysis.CustomerID(c)
		switch {
		case before.lost[c] && !after.lost[c]:
			fewer.add(log, day, id, a, b)
		case after.lost[c] && !before.lost[c]:
			more.add(log, day, id, b, a)
		}
	}
	step.Lines = append(fewer.lines(-1, a.Definition, b.Definition), more.lines(+1, b.Definition, a.Definition)...)
	slices.SortStableFunc(step.Lines, func(x, y Line) int { return cmp.Compare(max(y.Change, -y.Change), max(x.Change, -x.Change)) })
	return step
}

// lineSums adds up customers by why the one definition calls them lost and why the
// other does not.
type lineSums [findings][findings]struct {
	customers int
	revenue   analysis.Money
}

func (s *lineSums) add(log *analysis.Log, day analysis.Day, c analysis.CustomerID, lostBy, aliveBy *judge) {
	cause := lostBy.whyLost(c)
	spared := aliveBy.whyAlive(c, cause)
	if cause == saidEnded && spared == boughtLately && lostBy.returned(c) {
		spared = boughtSince
	}
	sum := &s[cause][spared]
	sum.customers++
	from, to := log.Rows(c)
	for _, a := range log.Amount[from : from+bought(log.Day[from:to], day)] {
		sum.revenue += a
	}
}

func (s *lineSums) lines(sign int, lostBy, aliveBy Definition) (list []Line) {
	for cause := range s {
		for spared, sum := range s[cause] {
			if sum.customers > 0 {
				list = append(list, Line{Change: sign * sum.customers, Revenue: sum.revenue,
					Reason: reason(finding(cause), finding(spared), lostBy, aliveBy)})
			}
		}
	}
	return list
}

// A finding is what one part of a definition says of a customer.
type finding uint8

// The findings, those of a loss first.
const (
	silentLong finding = iota // for Window days
	fellBelow                 // activity, below a share of the own past
	saidEnded                 // an end date or a status

	boughtLately // within Window days
	boughtSince  // within Window days, and since the end that the other definition believes
	keptUp       // activity did not fall below
	unjudged     // known for too short a time, or without spend to compare with
	notEnded     // no end is on record

	findings
)

// A judge says of a customer what each part of a definition finds on one day.
type judge struct {
	Definition
	log  *analysis.Log
	day  analysis.Day
	ends *ends
}

func newJudge(log *analysis.Log, day analysis.Day, d Definition) *judge {
	j := &judge{Definition: d, log: log, day: day}
	if d.asks(Explicit) {
		j.ends = newEnds(log, d.Ended)
	}
	return j
}

// find is what the part of a kind says of customer c, who is known on the day.
func (j *judge) find(kind Kind, c analysis.CustomerID) finding {
	switch kind {
	case Declined:
		return j.activity(c)
	case Explicit:
		if end := j.ends.of(c); end != analysis.NoDay && end <= j.day {
			return saidEnded
		}
		return notEnded
	}
	if j.day-j.last(c) >= analysis.Day(j.Window) {
		return silentLong
	}
	return boughtLately
}

func (j *judge) activity(c analysis.CustomerID) finding {
	from, to := j.log.Rows(c)
	w := windows{Decline: j.Decline, day: j.log.Day[from:to], amount: j.log.Amount[from:to]}
	if w.judged() > j.day {
		return unjudged
	}
	switch w.slide(j.day); {
	case w.fallen():
		return fellBelow
	case w.prior <= 0 && w.left < w.passed: // refunds and gifts: no spend to fall below
		return unjudged
	}
	return keptUp
}

// last is the day of the last purchase of a customer who is known.
func (j *judge) last(c analysis.CustomerID) analysis.Day {
	from, to := j.log.Rows(c)
	return j.log.Day[from+bought(j.log.Day[from:to], j.day)-1]
}

// returned reports whether customer c has bought on or after the day that the data
// name as their end.
func (j *judge) returned(c analysis.CustomerID) bool {
	return j.ends.dated() && j.last(c) >= j.ends.of(c)
}

// whyLost is the first part that finds customer c lost.
func (j *judge) whyLost(c analysis.CustomerID) finding {
	for _, kind := range j.parts() {
		if f := j.find(kind, c); f <= saidEnded {
			return f
		}
	}
	return silentLong // not reached: the definition calls them lost
}

// whyAlive is what the part of the same kind as the cause of the other definition
// says of customer c, or else the first part that does not find them lost.
func (j *judge) whyAlive(c analysis.CustomerID, cause finding) finding {
	why, found := unjudged, false
	for _, kind := range j.parts() {
		f := j.find(kind, c)
		if f > saidEnded && (!found || kind == kindOf[cause]) {
			why, found = f, true
		}
	}
	return why
}

// kindOf names the kind of part that finds a loss.
var kindOf = [...]Kind{silentLong: Silence, fellBelow: Declined, saidEnded: Explicit}
