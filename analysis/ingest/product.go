package ingest

import (
	"math"
	"math/bits"

	"churnbench/analysis"
)

// bigProduct is product for factors whose product does not fit 64 bits.
func bigProduct(quantity, price analysis.Money) (analysis.Money, bool) {
	negative := (quantity < 0) != (price < 0)
	hi, lo := bits.Mul64(magnitude(quantity), magnitude(price))
	lo, carry := bits.Add64(lo, analysis.MoneyPerUnit/2, 0)
	hi += carry
	if hi >= analysis.MoneyPerUnit {
		return 0, false
	}
	v, _ := bits.Div64(hi, lo, analysis.MoneyPerUnit)
	if v > math.MaxInt64 {
		return 0, false
	}
	if negative {
		return -analysis.Money(v), true
	}
	return analysis.Money(v), true
}

func magnitude(m analysis.Money) uint64 {
	sign := m >> 63
	return uint64((m ^ sign) - sign)
}
