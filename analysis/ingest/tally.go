package ingest

import (
	"math"

	"churnbench/analysis"
)

// A bitset holds a bit for each row.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i int)      { b[i/64] |= 1 << (i % 64) }
func (b bitset) has(i int) bool { return b != nil && b[i/64]>>(i%64)&1 != 0 }

// none reports whether no bit from ≤ i < to is set.
func (b bitset) none(from, to int) bool {
	for i := from; b != nil && i < to; i++ {
		if i%64 == 0 && b[i/64] == 0 {
			i += 63
			continue
		}
		if b.has(i) {
			return false
		}
	}
	return true
}

// lateReasons are those for which rows are left out only when all are known.
var lateReasons = []struct {
	fate   fate
	reason Reason
}{{duplicate, Duplicate}, {unmatched, UnmatchedRefund}}

// A late is the used rows of one file, by number, that were left out for one
// reason after all.
type late struct {
	rows   bitset
	count  int
	amount analysis.Money
}

// ledgers returns the account of each file, and which rows were left out late.
func (g *grouping) ledgers() (list []Ledger, lates [][]late) {
	places := cursor{column: &g.place}
	for _, r := range g.readers {
		l, left := r.ledger(), make([]late, len(lateReasons))
		if g.fate == nil {
			l.Identical = g.identical
		} else {
			g.tally(&l, left, &places)
		}
		for i, reason := range lateReasons {
			l.Used -= left[i].count
			l.Revenue -= left[i].amount
			r.out.leave(reason.reason, left[i])
		}
		l.Excluded = r.out.exclusions()
		list, lates = append(list, l), append(lates, left)
	}
	return list, lates
}

// tally counts what became of the next l.Used rows.
func (g *grouping) tally(l *Ledger, left []late, places *cursor) {
	for n := range l.Used {
		place := places.next()
		f, m := g.fate[place], g.amount[place]
		l.count(f, m)
		for i, reason := range lateReasons {
			if f&reason.fate != 0 {
				left[i].add(n, l.Used, m)
			}
		}
	}
}

// A cursor goes through a column.
type cursor struct {
	*column[uint32]
	part, at int
}

func (c *cursor) next() uint32 {
	for c.at == len(c.parts[c.part]) {
		c.part, c.at = c.part+1, 0
	}
	c.at++
	return c.parts[c.part][c.at-1]
}

func (l *late) add(n, of int, amount analysis.Money) {
	if l.rows == nil {
		l.rows = newBitset(of)
	}
	l.rows.set(n)
	l.count++
	l.amount = saturated(l.amount, amount)
}

// leave books rows that are left out late.
func (r *rejects) leave(reason Reason, l late) {
	i := reasonIndex(reason)
	r.rows[i] += l.count
	r.amount[i] = saturated(r.amount[i], l.amount)
}

// count counts one row's fate.
func (l *Ledger) count(f fate, m analysis.Money) {
	l.Merged += b2i(f&(merged|excluded) == merged)
	if f&netted != 0 {
		l.Netted++
		l.Refunded += m
	}
	l.Undone += b2i(f&undone != 0)
	l.Identical += b2i(f&(identical|excluded) == identical)
}

// ledger is what a reader knows by itself.
func (r *reader) ledger() Ledger {
	return Ledger{Read: r.rowsRead, Used: r.used, Revenue: r.revenue, Lines: r.lines, Blank: r.blank}
}

// sum adds ledgers up.
func sum(list []Ledger) (all Ledger) {
	for _, l := range list {
		all.Read += l.Read
		all.Used += l.Used
		all.Merged += l.Merged
		all.Netted += l.Netted
		all.Undone += l.Undone
		all.Refunded += l.Refunded
		all.Identical += l.Identical
		all.Revenue += l.Revenue
		all.Lines += l.Lines
		all.Blank += l.Blank
	}
	for _, reason := range Reasons {
		e := Exclusion{Reason: reason}
		for _, l := range list {
			e.add(l.Exclusion(reason))
		}
		if e.Rows > 0 {
			all.Excluded = append(all.Excluded, e)
		}
	}
	return all
}

// Exclusion returns what was left out for a reason.
func (l *Ledger) Exclusion(reason Reason) Exclusion {
	for _, e := range l.Excluded {
		if e.Reason == reason {
			return e
		}
	}
	return Exclusion{Reason: reason}
}

// Weight is what the rows left out for a reason weigh: the size of their
// amount, as a share of the revenue and of all amounts left out. It is false
// for lines of totals, which repeat what other rows say, and where there is no
// money at all.
func (l *Ledger) Weight(x Exclusion) (share float64, ok bool) {
	whole := max(0, l.Revenue.Float())
	for _, other := range l.Excluded {
		if other.Reason != TotalsLine {
			whole += math.Abs(other.Amount.Float())
		}
	}
	if whole == 0 || x.Reason == TotalsLine {
		return 0, false
	}
	return math.Abs(x.Amount.Float()) / whole, true
}

func (e *Exclusion) add(other Exclusion) {
	e.Rows += other.Rows
	e.Amount = saturated(e.Amount, other.Amount)
	n := min(len(other.First), maxFirst-len(e.First))
	e.First = append(e.First, other.First[:n]...)
}
