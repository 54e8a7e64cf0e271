package ingest

import (
	"math"
	"math/bits"

	"churnbench/analysis"
)

// noMoney marks an amount that could not be read.
const noMoney = analysis.Money(math.MinInt64)

// readMoney reads the amounts, or multiplies quantities and prices. A row whose
// amount cannot be read, or is left out by the rules, gets NoDay.
func (k *kernel) readMoney(p *plan) {
	least := noMoney
	if p.amount >= 0 {
		least = k.readAmounts(p, p.amount, k.money)
	} else {
		k.readAmounts(p, p.quantity, k.money)
		k.readAmounts(p, p.price, k.price)
		k.multiply()
	}
	if least < p.refunds.least() {
		k.leave(p.refunds.least())
	}
}

// leave leaves the rows with less than an amount to judge.
func (k *kernel) leave(least analysis.Money) {
	for i, m := range k.money {
		if m < least {
			k.day[i] = k.outside()
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

// decimalScales are what digits count for by how many stand behind the mark, plus
// one; number 0 is for none without a mark. Others are left to parseMoney.
var decimalScales = [16]analysis.Money{0: analysis.MoneyPerUnit, 2: analysis.MoneyPerUnit / 10, 3: analysis.MoneyPerUnit / 100}

// readAmounts reads a column of numbers into out, and returns the least. Up to
// eight characters with no, one or two decimals, which is most of what shops sell,
// are read as one word in a loop without branches; others one by one.
func (k *kernel) readAmounts(p *plan, column int, out []analysis.Money) (least analysis.Money) {
	v, least := k.column(column), analysis.Money(math.MaxInt64)
	w, ends, at, step := k.w, v.ends, v.at, v.step
	mark := ones * uint64(p.Decimal^'0')
	for i := range out {
		start, to := ends[at]+1, ends[at+1]
		at += step
		minus := uint32(b2i(w[start] == '-'))
		n := to - start - minus
		unused := uint(8*(8-n)) & 63
		x := (load(w, int(to)-8) ^ zeros) >> unused << unused
		// The digits before the mark move up by one, over the mark.
		point := uint(bits.TrailingZeros64(equal(x, mark))) &^ 7
		before := uint64(1)<<point - 1
		marked := 8 &^ (point >> 3)
		x = x&before<<marked | x&^(before<<marked|before)
		scale := decimalScales[(64-point)>>3&15]
		m := scale * analysis.Money(eightDigits(x))
		m = (m ^ -analysis.Money(minus)) + analysis.Money(minus)
		if n-1 >= 8 || scale == 0 || !areDigits(x) { // n is unsigned: also of an empty field
			m = k.slowMoney(p, fieldAt{start, to})
		}
		least = min(least, m)
		out[i] = m
	}
	return least
}

func (k *kernel) slowMoney(p *plan, f fieldAt) analysis.Money {
	m, ok := parseMoney(k.w[f.from:f.to], p.Decimal)
	if !ok {
		return noMoney
	}
	return m
}
