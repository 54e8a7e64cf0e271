package ingest

import (
	"math"

	"churnbench/analysis"
)

// noMoney marks an amount that could not be read.
const noMoney = analysis.Money(math.MinInt64)

// readMoney reads the amounts, or multiplies quantities and prices. A row whose
// amount cannot be read, or is left out by the rules, gets NoDay.
func (k *kernel) readMoney(p *plan) {
	if p.amount >= 0 {
		k.readAmounts(p, p.amount, k.money)
	} else {
		k.readAmounts(p, p.quantity, k.money)
		k.readAmounts(p, p.price, k.price)
		k.multiply()
	}
	least := p.refunds.least()
	for i, m := range k.money {
		if m < least {
			k.day[i] = analysis.NoDay
		}
	}
}

// least returns the smallest amount that a rule keeps.
func (r RefundRule) least() analysis.Money {
	switch r {
	case KeepRefunds, NetRefunds, SubtractRefunds:
		return noMoney + 1
	case ExcludeRefunds:
		return 1
	}
	return 0
}

func (k *kernel) multiply() {
	for i, q := range k.money {
		m, ok := noMoney, false
		if q != noMoney && k.price[i] != noMoney {
			m, ok = product(q, k.price[i])
		}
		if !ok {
			m = noMoney
		}
		k.money[i] = m
	}
}

// readAmounts reads a column of numbers into out. Up to eight characters with
// no, one or two decimals, which is most of what shops sell, are read as one
// word; others one by one.
func (k *kernel) readAmounts(p *plan, column int, out []analysis.Money) {
	k.locate(column)
	w, mark := k.w, uint64(p.Decimal^'0')
	for i, f := range k.fields {
		from, sign := f.from, analysis.Money(1)
		if w[from] == '-' {
			from, sign = from+1, -1
		}
		n := f.to - from
		if n-1 >= 8 { // empty, too, since n is unsigned
			out[i] = k.slowMoney(p, f)
			continue
		}
		unused := uint(8*(8-n)) & 63
		x := (load(w, int(f.to)-8) ^ zeros) >> unused << unused
		scale := analysis.Money(analysis.MoneyPerUnit)
		if x>>40&0xff == mark && n > 2 {
			x = x&0xffffffffff<<8 | x&0xffff000000000000
			scale = analysis.MoneyPerUnit / 100
		} else if x>>48&0xff == mark && n > 1 {
			x = x&0xffffffffffff<<8 | x&0xff00000000000000
			scale = analysis.MoneyPerUnit / 10
		}
		if !areDigits(x) {
			out[i] = k.slowMoney(p, f)
			continue
		}
		out[i] = sign * scale * analysis.Money(eightDigits(x))
	}
}

func (k *kernel) slowMoney(p *plan, f fieldAt) analysis.Money {
	m, ok := parseMoney(k.w[f.from:f.to], p.Decimal)
	if !ok {
		return noMoney
	}
	return m
}
