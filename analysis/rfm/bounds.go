package rfm

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"churnbench/analysis"
)

// Bounds are cut-offs that a person typed for one measure, ascending, one fewer
// than there are scores: days for R, purchase days or orders for F, main units for
// M. Each belongs to the bin below it in value, so that 30 60 90 180 says: up to
// 30, 31 to 60, … and over 180; for R the first of these bins is the best. The
// zero value holds none, which means quantiles.
type Bounds struct {
	N  int
	At [MaxBins - 1]float64
}

// List returns the cut-offs.
func (b Bounds) List() []float64 { return b.At[:b.N] }

// ParseBounds reads cut-offs as people type them: numbers apart by spaces,
// semicolons, commas or their full-width forms. An empty text is no cut-offs.
// What is wrong is a message; nil if nothing is.
func ParseBounds(text string, measure, bins int) (b Bounds, wrong *analysis.Message) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;，；、", r) })
	for _, part := range parts {
		v, err := strconv.ParseFloat(part, 64)
		if err != nil {
			m := analysis.Say("rfm.cuts.number", analysis.Text("text", part))
			return Bounds{}, &m
		}
		if b.N < len(b.At) {
			b.At[b.N] = v
		}
		b.N++
	}
	return b, b.wrong(measure, bins)
}

// String writes the cut-offs as ParseBounds reads them.
func (b Bounds) String() string {
	parts := make([]string, b.N)
	for i, v := range b.List() {
		parts[i] = strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strings.Join(parts, " ")
}

// MarshalText makes cut-offs one text in a file of numbers.
func (b Bounds) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// maxBound bounds cut-offs: an amount beyond it would not fit into a Money.
const maxBound = 1e12

// wrong says what keeps cut-offs from parting a measure into bins.
func (b Bounds) wrong(measure, bins int) *analysis.Message {
	name := analysis.Word("measure", measureNames[measure])
	say := func(m analysis.Message) *analysis.Message { return &m }
	if b.N == 0 {
		return nil
	}
	if b.N != bins-1 {
		return say(analysis.Say("rfm.cuts.count", name, analysis.Count("want", bins-1), analysis.Count("bins", bins), analysis.Count("have", b.N)))
	}
	for i, v := range b.List() {
		switch whole := measure != spendAt; {
		case math.IsNaN(v) || math.Abs(v) > maxBound:
			return say(analysis.Say("rfm.cuts.range", name))
		case whole && (v != math.Trunc(v) || v < 0):
			return say(analysis.Say("rfm.cuts.whole", name, analysis.Number("value", v)))
		case i > 0 && !(v > b.At[i-1]):
			return say(analysis.Say("rfm.cuts.order", name, analysis.Number("value", v), analysis.Number("before", b.At[i-1])))
		}
	}
	return nil
}

// part cuts sorted values, higher being better, at the cut-offs of a measure.
func (b Bounds) part(sorted []int64, measure int) partition {
	p := make(partition, b.N+2)
	p[b.N+1] = len(sorted)
	for k, v := range b.List() {
		switch measure {
		case recencyAt: // up to v days is worth more than up to v+1, and days are negative
			p[b.N-k] = countUpTo(sorted, -int64(v)-1)
		case frequencyAt:
			p[k+1] = countUpTo(sorted, int64(v))
		default:
			p[k+1] = countUpTo(sorted, int64(analysis.MoneyOf(v)))
		}
	}
	return p
}

// Suggest returns cut-offs near those of quantiles, for a person to start from:
// the largest values of the bins, moved up where they would not ascend.
func (c Cuts) Suggest(measure int) (b Bounds) {
	bins := len(c.Size)
	b.N = bins - 1
	for i := range b.N {
		k := i
		if measure == recencyAt {
			k = bins - 1 - i
		}
		v := c.Upper[k]
		if measure == spendAt {
			v = math.Ceil(v)
		}
		if i > 0 && !(v > b.At[i-1]) {
			v = b.At[i-1] + 1
		}
		if math.IsNaN(v) {
			v = 0
		}
		b.At[i] = v
	}
	return b
}
