package churn

import (
	"cmp"
	"slices"

	"churnbench/analysis"
)

// ContractRates counts movements of recurring revenue. A customer is one at a cut
// whose contracts that run then bring more than nothing a month, all of them added up;
// a contract without an amount counts as one that brings something unknown, and as 0
// in revenue. A customer is lost with the last contract. What begins or
// ends after the observation end is not known yet: a cut on the day after it shows who
// ran on the last day.
//
// Two contracts at most g = Options.Gap days apart are bridged: between them the
// customer counts as one, at the revenue of before. This alone looks ahead of a cut;
// a customer gone for less than g days at the observation end may still come back, and
// a warning counts those.
//
// The error is an *analysis.Error: an empty book, options that do not exist, no whole
// period. Of def only Tiers are used; customers are ranked by their revenue at the
// start of a period.
func ContractRates(book *analysis.Contracts, def Definition, opt RateOptions) (*Rates, error) {
	if book == nil || book.Customers() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "rates.empty")
	}
	if err := checkTiers(def.Tiers); err != nil {
		return nil, err
	}
	first := firstContract(book)
	cuts, left, err := opt.cuts(first, book.End+1)
	if err != nil {
		return nil, err
	}
	r := &Rates{Options: opt, Definition: Definition{Tiers: def.Tiers}, Recurring: true, Begin: first, End: book.End,
		Currency: book.Currency, Customers: book.Customers()}
	b := booker{mover: newMover(cuts, def.Tiers), book: book, gap: analysis.Day(opt.Gap), days: make([]analysis.Money, len(cuts)-1)}
	for c := range book.Customers() {
		b.customer(analysis.CustomerID(c))
	}
	for k := range b.periods {
		b.periods[k].Taken = ofMonths(b.days[k])
		b.periods[k].Settled = true
	}
	r.finish(b.mover)
	r.warnContracts(&b, left)
	return r, nil
}

// firstContract returns the first day under contract, NoDay if no contract is any
// good.
func firstContract(book *analysis.Contracts) analysis.Day {
	first := analysis.NoDay
	for i, d := range book.From {
		if usable(book, i) && (first == analysis.NoDay || d < first) {
			first = d
		}
	}
	return first
}

// usable reports whether contract i runs for at least a day, by the observation end.
func usable(book *analysis.Contracts, i int) bool {
	from, to := book.From[i], book.To[i]
	return from.Valid() && from <= book.End && (to == analysis.NoDay || to > from)
}

// A booker walks through the contracts of one customer after the other.
type booker struct {
	*mover
	book   *analysis.Contracts
	gap    analysis.Day
	events []bookEvent
	steps  []step

	days     []analysis.Money // by period: recurring revenue × days
	unusable int              // contracts that end before they begin or begin after End
	unpriced int              // contracts without an amount
	pending  int              // customers who may still be bridged
}

// A bookEvent is a day on which contracts begin or end.
type bookEvent struct {
	day      analysis.Day
	amount   analysis.Money
	unpriced int
}

// A step is the revenue of one customer from a day on, until the next step.
type step struct {
	from     analysis.Day
	amount   analysis.Money // of all contracts that run, 0 or less where they bring nothing
	unpriced int            // of the contracts, how many are without an amount
}

func (s step) active() bool { return s.amount > 0 || s.unpriced > 0 }

func (s step) state() state {
	if !s.active() {
		return state{}
	}
	return state{true, max(0, s.amount)}
}

func (b *booker) customer(c analysis.CustomerID) {
	b.readSteps(c)
	if len(b.steps) == 0 {
		return
	}
	b.accrue()
	b.bridge()
	if gone := b.gone(); gone != analysis.NoDay && b.book.End-gone < b.gap {
		b.pending++
	}
	b.fill()
	known := b.steps[0].from // runs at a cut on its first day
	b.move(known)
	b.weigh(known, func(k int) analysis.Money { return b.states[k].level })
}

// readSteps makes steps of the customer's contracts, from the first on that brings
// something.
func (b *booker) readSteps(c analysis.CustomerID) {
	b.events, b.steps = b.events[:0], b.steps[:0]
	from, to := b.book.Rows(c)
	for i := from; i < to; i++ {
		b.readContract(i)
	}
	slices.SortFunc(b.events, func(x, y bookEvent) int { return cmp.Compare(x.day, y.day) })
	now := step{}
	for i, e := range b.events {
		now = step{e.day, now.amount + e.amount, now.unpriced + e.unpriced}
		if i+1 < len(b.events) && b.events[i+1].day == e.day || len(b.steps) == 0 && !now.active() {
			continue
		}
		b.steps = append(b.steps, now)
	}
}

func (b *booker) readContract(i int) {
	if !usable(b.book, i) {
		b.unusable++
		return
	}
	begin := bookEvent{day: b.book.From[i], amount: b.book.Recurring[i]}
	if begin.amount == analysis.NoNumber {
		begin.amount, begin.unpriced = 0, 1
		b.unpriced++
	}
	b.events = append(b.events, begin)
	if end := b.book.To[i]; end != analysis.NoDay && end <= b.book.End {
		b.events = append(b.events, bookEvent{end, -begin.amount, -begin.unpriced})
	}
}

// bridge fills gaps of at most b.gap days with what was before them. Steps that bring
// nothing may follow one another, so a gap lasts until the next that does.
func (b *booker) bridge() {
	for i := 1; i < len(b.steps) && b.gap > 0; i++ {
		if b.steps[i].active() {
			continue
		}
		next := i + 1
		for next < len(b.steps) && !b.steps[next].active() {
			next++
		}
		if next < len(b.steps) && b.steps[next].from-b.steps[i].from <= b.gap {
			for j := i; j < next; j++ {
				b.steps[j].amount, b.steps[j].unpriced = b.steps[i-1].amount, b.steps[i-1].unpriced
			}
		}
		i = next
	}
}

// gone returns since when the customer has had no contract; NoDay while there is one.
func (b *booker) gone() analysis.Day {
	since := analysis.NoDay
	for i := len(b.steps) - 1; i >= 0 && !b.steps[i].active(); i-- {
		since = b.steps[i].from
	}
	return since
}

// fill writes the customer's states.
func (b *booker) fill() {
	i := -1
	for k, cut := range b.cuts {
		for i+1 < len(b.steps) && b.steps[i+1].from <= cut {
			i++
		}
		b.states[k] = state{}
		if i >= 0 {
			b.states[k] = b.steps[i].state()
		}
	}
}

// accrue adds the customer's recurring revenue to the periods, by days.
func (b *booker) accrue() {
	last := b.cuts[len(b.cuts)-1]
	k := 0
	for i, s := range b.steps {
		until := last
		if i+1 < len(b.steps) {
			until = min(last, b.steps[i+1].from)
		}
		level := s.state().level
		for k < len(b.days) && b.cuts[k+1] <= s.from {
			k++
		}
		for j := k; j < len(b.days) && b.cuts[j] < until; j++ {
			if days := min(until, b.cuts[j+1]) - max(s.from, b.cuts[j]); days > 0 {
				b.days[j] += level * analysis.Money(days)
			}
		}
	}
}

// ofMonths turns monthly revenue × days into revenue, by months of 365/12 days.
func ofMonths(days analysis.Money) analysis.Money {
	return analysis.MoneyOf(days.Float() * 12 / 365)
}
