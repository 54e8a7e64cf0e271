package churn

import (
	"churnbench/analysis"
)

// A LedgerRequest names definitions and days.
type LedgerRequest struct {
	Definitions []Definition // at least one
	From, Day   analysis.Day // 0 takes a year (at most half of what lies before Day), and the observation end
	Followup    int          // as in Options
	Weights     Weights
}

// Ledger holds definitions against each other. The error is a *analysis.Error.
func (s *Study) Ledger(req LedgerRequest) (*Ledger, error) {
	l := &Ledger{}
	var err error
	if l.From, l.Day, err = s.period(req.From, req.Day); err != nil {
		return nil, err
	}
	weights, err := req.Weights.settle()
	if err != nil {
		return nil, err
	}
	trial, err := s.tryFor(req.Followup)
	if err != nil {
		return nil, err
	}
	var counts []*count
	for _, d := range req.Definitions {
		a, err := s.answer(d)
		if err != nil {
			return nil, err
		}
		a.recount(s.log, l, trial)
		entry := a.count.entry(s, l)
		entry.Calls = a.calls.weigh(weights)
		counts, l.Entries = append(counts, a.count), append(l.Entries, entry)
	}
	for i := 1; i < len(counts); i++ {
		l.Steps = append(l.Steps, stepOf(s.log, l.Day, counts[i-1], counts[i]))
	}
	return l, nil
}

// recount counts on the days of a ledger and of a trial, unless that has been done.
func (a *answer) recount(log *analysis.Log, l *Ledger, t *trial) {
	if a.count == nil || a.count.from != l.From || a.count.day != l.Day {
		a.count = countOn(log, a.spells, l.From, l.Day)
	}
	if a.trial != t {
		a.trial, a.calls = t, t.calls(a.spells)
	}
}

// period fills in the days of a ledger and holds that they lie in the data.
func (s *Study) period(from, day analysis.Day) (analysis.Day, analysis.Day, error) {
	first := s.log.End - analysis.Day(s.gaps.Span())
	if day == 0 {
		day = s.log.End
	}
	if from == 0 {
		from = day - min(365, (day-first)/2)
	}
	if from < first || from >= day || day > s.log.End {
		return 0, 0, analysis.Fail(analysis.BadInput, "churn.bad-period", analysis.On("from", from), analysis.On("day", day),
			analysis.On("first", first), analysis.On("end", s.log.End))
	}
	return from, day, nil
}

// A count is the state of every customer by one definition on two days.
type count struct {
	spells            *Spells
	from, day         analysis.Day
	start, lost       []bool // not lost on From; lost on Day
	known, now, began int    // customers on Day, lost on Day, not lost on From
	left, passing     int    // began and lost on Day; came after From and lost on Day
	returned          int    // lost before Day, not on it
}

func countOn(log *analysis.Log, spells *Spells, from, day analysis.Day) *count {
	n := log.Customers()
	k := &count{spells: spells, from: from, day: day, start: make([]bool, n), lost: make([]bool, n)}
	for c := range n {
		id := analysis.CustomerID(c)
		first := log.Day[log.Start[c]]
		if first > day {
			continue
		}
		k.lost[c] = spells.Lost(id, day)
		k.start[c] = first <= from && !spells.Lost(id, from)
		k.known++
		if k.start[c] {
			k.began++
		}
		switch was := spells.First(id); {
		case k.lost[c]:
			k.leave(k.start[c], first > from)
		case was != analysis.NoDay && was < day:
			k.returned++
		}
	}
	return k
}

// leave counts a customer who is lost on Day.
func (k *count) leave(began, joined bool) {
	k.now++
	switch {
	case began:
		k.left++
	case joined:
		k.passing++
	}
}

// entry says what a definition counts.
func (k *count) entry(s *Study, l *Ledger) Entry {
	churned := shareOf(k.left, k.began)
	e := Entry{By: k.spells.By, Customers: k.known, Lost: shareOf(k.now, k.known), Returned: k.returned,
		Churn: churned, Passing: k.passing, Weighted: churned.Value}
	if tiers := e.By.Tiers; len(tiers) > 0 {
		e.Tiers = s.rankFor(l.From).tiers(tiers, k.start, k.lost)
		e.Weighted = weighted(e.Tiers)
	}
	e.warn(s.log, l)
	return e
}

// rankFor ranks customers on a day, from memory if it was the last one.
func (s *Study) rankFor(day analysis.Day) *ranking {
	if s.ranks == nil || s.ranks.day != day {
		s.ranks = rankOn(s.log, day)
	}
	return s.ranks
}
