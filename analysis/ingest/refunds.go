package ingest

import "churnbench/analysis"

// nets reports whether a rule sets refunds against earlier purchases.
func (r RefundRule) nets() bool { return r == NetRefunds || r == SubtractRefunds }

// A settler sets one customer's refunds against the purchase days before them,
// the latest first. A refund is set off whole or not at all: one that is larger
// than everything bought before finds no purchase, so that the money of the
// ledger balances to the last cent.
type settler struct {
	days []purchaseDay
	open []int          // those of days with something left, in order
	left analysis.Money // on all of them together
}

// A purchaseDay is a customer's purchases of one day: places from ≤ i < to,
// with refunds among them.
type purchaseDay struct {
	from, to uint32
	left     analysis.Money
	taken    analysis.Money
}

// begin forgets the customer before.
func (s *settler) begin() { s.days, s.open, s.left = s.days[:0], s.open[:0], 0 }

// buy opens a day on which something was bought.
func (s *settler) buy(d purchaseDay) {
	if d.left > 0 {
		s.open = append(s.open, len(s.days))
		s.left += d.left
	}
	s.days = append(s.days, d)
}

// refund takes an amount above 0 off the days so far, and reports whether they
// had as much.
func (s *settler) refund(m analysis.Money) bool {
	if m > s.left {
		return false
	}
	s.left -= m
	for m > 0 {
		d := &s.days[s.open[len(s.open)-1]]
		part := min(m, d.left)
		d.left, d.taken, m = d.left-part, d.taken+part, m-part
		if d.left == 0 {
			s.open = s.open[:len(s.open)-1]
		}
	}
	return true
}
