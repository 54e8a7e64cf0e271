package survival

import (
	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A BookRule says how a book of contracts becomes lifetimes.
type BookRule struct {
	// Gap is how many days may pass between two contracts of a customer who has not
	// left in between, ≥ 0.
	Gap int

	// Since is the day from which on the book knows of everybody who leaves; 0 if it
	// always did. Customers who began earlier enter the risk set at the age that they
	// had reached on that day (left truncation): those who left before it are in no
	// book, and the others must not count as if nobody could have left.
	Since analysis.Day
}

// OfContracts follows each customer of a book from the first day under contract to the
// first day without one that no contract within Gap days takes up again; the cause is
// the reason of the contract that ended then. Durations are in days under contract.
// Customers who are still under contract on the last day are censored.
//
// With a gap g the last day is g days before the book's End: what ended later might yet
// be taken up again, and to count it as lost, or to leave it out, would bend the end of
// the curve.
func OfContracts(book *analysis.Contracts, rule BookRule) (*Roll, error) {
	if book == nil || book.Customers() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "survival.empty")
	}
	if rule.Gap < 0 {
		return nil, analysis.Fail(analysis.BadInput, "survival.bad-gap", analysis.Count("gap", rule.Gap))
	}
	r := &Roll{Subjects: Subjects{Unit: analysis.Days}}
	until := book.End + 1 - analysis.Day(rule.Gap) // first day that is not watched
	reason := make([]uint32, book.Customers())
	for c := range book.Customers() {
		id := analysis.CustomerID(c)
		s := firstSpell(book, id, analysis.Day(rule.Gap))
		reason[c] = s.reason
		r.follow(id, s, until, rule.Since)
	}
	if r.Subjects.N() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "survival.empty")
	}
	r.causes(func(c analysis.CustomerID) uint32 { return reason[c] }, &book.Reason)
	if len(r.Causes) == 0 {
		r.oneCause()
	}
	return r, nil
}

// A spell is a time under contract without an interruption that counts.
type spell struct {
	from, to analysis.Day // to is NoDay while it runs
	reason   uint32
}

// firstSpell joins a customer's contracts as long as at most gap days lie between.
func firstSpell(book *analysis.Contracts, id analysis.CustomerID, gap analysis.Day) spell {
	from, to := book.Rows(id)
	s := spell{from: book.From[from], to: book.To[from], reason: reasonAt(book, from)}
	for i := from + 1; i < to && s.to.Valid(); i++ {
		if book.From[i] > s.to+gap {
			break
		}
		if end := book.To[i]; !end.Valid() || end >= s.to {
			s.to, s.reason = end, reasonAt(book, i)
		}
	}
	return s
}

func reasonAt(book *analysis.Contracts, i int) uint32 {
	if i < len(book.Reasons) {
		return book.Reasons[i]
	}
	return analysis.NoCode
}

// follow adds a customer's spell as it was seen before the day until.
func (r *Roll) follow(id analysis.CustomerID, s spell, until, since analysis.Day) {
	end, event := until, uint8(0)
	if s.to.Valid() && s.to < until {
		end, event = s.to, 1
	}
	entry := max(0, since-s.from)
	switch {
	case since == 0:
		entry = 0
	case end-s.from <= entry && entry > 0:
		r.leave("survival.left.before")
		return
	}
	if end < s.from {
		r.leave("survival.left.late")
		return
	}
	r.add(id, float64(end-s.from), event)
	if since != 0 {
		r.Subjects.Entry = append(r.Subjects.Entry, float64(entry))
	}
}

// A BookStart is what suggests that a book begins later than its contracts.
type BookStart struct {
	Day      analysis.Day // of the first end in the book
	Earlier  int          // customers who began before
	Expected float64      // losses to expect before Day, had customers left then as they did later
}

// DoubtBook looks for a book that begins later than its contracts: one in which many
// customers began before the first end of all. If customers left then as they did
// afterwards, a Poisson number of losses with mean Expected should be in the book;
// above 5 the chance of none is below 1 %. It reports whether that is so.
func DoubtBook(book *analysis.Contracts) (BookStart, bool) {
	first := analysis.NoDay
	for _, to := range book.To {
		if to.Valid() && to <= book.End && (first == analysis.NoDay || to < first) {
			first = to
		}
	}
	if !first.Valid() {
		return BookStart{}, false
	}
	d := BookStart{Day: first}
	var before, after, losses numeric.Sum
	for c := range book.Customers() {
		s := firstSpell(book, analysis.CustomerID(c), 0)
		end := book.End + 1
		if s.to.Valid() && s.to < end {
			end = s.to
			losses.Add(1)
		}
		if s.from < first {
			d.Earlier++
			before.Add(float64(first - s.from))
		}
		after.Add(float64(max(0, end-max(first, s.from))))
	}
	d.Expected = losses.Value() / after.Value() * before.Value()
	return d, d.Expected > 5
}
