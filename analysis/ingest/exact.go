package ingest

import (
	"bytes"
	"math"
	"strconv"
)

// parseExact reads a plain number with all its digits, which Money would round
// to four decimals: a tenure of a third of a month stays one. It takes no
// thousands beyond what parseMoney does, and what that reads in words (units,
// signs of currencies) as that has it.
func parseExact(b []byte, decimal byte) (float64, bool) {
	money, ok := parseMoney(b, decimal)
	if !ok {
		return math.NaN(), false
	}
	plain := clean(b)
	if decimal == ',' && bytes.IndexByte(plain, '.') < 0 {
		plain = bytes.ReplaceAll(plain, []byte{','}, []byte{'.'})
	}
	if v, err := strconv.ParseFloat(string(plain), 64); err == nil && math.Abs(v-money.Float()) < 1e-4 {
		return v, true
	}
	return money.Float(), true
}
