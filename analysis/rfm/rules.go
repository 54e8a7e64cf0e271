package rfm

import (
	"slices"
	"strconv"
	"strings"
)

// The rule sets, written for scores 1 to 5, in display order. Within a set
// every triple of scores is accepted by exactly one rule; a test holds it.
var ruleSets = map[RuleSet][]Segment{
	Classic: {
		{Key: "champions", Rule: Rule{RMin: 5, FMin: 4}},
		{Key: "loyal", Rule: Rule{RMin: 3, RMax: 4, FMin: 4}},
		{Key: "potential-loyalists", Rule: Rule{RMin: 4, FMin: 2, FMax: 3}},
		{Key: "new", Rule: Rule{RMin: 5, FMax: 1}},
		{Key: "promising", Rule: Rule{RMin: 4, RMax: 4, FMax: 1}},
		{Key: "needs-attention", Rule: Rule{RMin: 3, RMax: 3, FMin: 3, FMax: 3}},
		{Key: "about-to-sleep", Rule: Rule{RMin: 3, RMax: 3, FMax: 2}},
		{Key: "cant-lose", Rule: Rule{RMax: 2, FMin: 5}},
		{Key: "at-risk", Rule: Rule{RMax: 2, FMin: 3, FMax: 4}},
		{Key: "hibernating", Rule: Rule{RMax: 2, FMax: 2}},
	},
	Compact: {
		{Key: "core", Rule: Rule{RMin: 4, FMin: 4}},
		{Key: "growing", Rule: Rule{RMin: 4, FMax: 3, MMin: 4}},
		{Key: "newcomers", Rule: Rule{RMin: 4, FMax: 3, MMax: 3}},
		{Key: "cooling", Rule: Rule{RMin: 3, RMax: 3}},
		{Key: "win-back", Rule: Rule{RMax: 2, MMin: 4}},
		{Key: "quiet", Rule: Rule{RMax: 2, MMax: 3}},
	},
}

// Segments lists the segments of a rule set in display order, with their rules
// for five bins and without statistics; nil for a rule set that does not exist.
func Segments(set RuleSet) []Segment { return SegmentsAt(set, DefaultBins) }

// SegmentsAt lists the segments of a rule set with their rules scaled to a
// number of bins. With fewer than five bins some scores of the five do not
// occur: segments that only they could make are left out.
func SegmentsAt(set RuleSet, bins int) []Segment {
	var list []Segment
	for _, s := range ruleSets[set] {
		if rule, ok := s.Rule.scaled(DefaultBins, bins); ok {
			list = append(list, Segment{Key: s.Key, Rule: rule})
		}
	}
	return list
}

// level maps a score of 1…bins to the scale 1…base on which rules are written, best
// to best and worst to worst, evenly between. Every score has exactly one level, so
// that scaled rules share out all scores as the written ones do.
func level(score, bins, base int) int {
	steps := bins - 1
	return 1 + ((base-1)*(score-1)+steps/2)/steps
}

// sides returns the ranges of a rule.
func (r Rule) sides() [3][2]int {
	return [3][2]int{{r.RMin, r.RMax}, {r.FMin, r.FMax}, {r.MMin, r.MMax}}
}

func ruleOf(s [3][2]int) Rule {
	return Rule{s[0][0], s[0][1], s[1][0], s[1][1], s[2][0], s[2][1]}
}

// Text writes a rule for scores 1 … bins as people read it, "R 1–2 · F 5"; "" for one
// that accepts everybody.
func (r Rule) Text(bins int) string {
	text := ""
	for i, side := range r.sides() {
		if side == [2]int{} {
			continue
		}
		if text != "" {
			text += " · "
		}
		low, high := max(side[0], 1), side[1]
		if high == 0 {
			high = bins
		}
		text += string("RFM"[i]) + " " + Range(low, high)
	}
	return text
}

// Range writes a range of scores: "2–4", "5", "3–" and "–2" where a side is open, ""
// where both are.
func Range(low, high int) string {
	end := func(v int) string {
		if v == 0 {
			return ""
		}
		return strconv.Itoa(v)
	}
	switch {
	case low == high:
		return end(low)
	default:
		return end(low) + "–" + end(high)
	}
}

// ParseRange reads a range of scores as people type it: "2–4", "2-4", "3", "3-",
// "3+", "-2". An empty text leaves both sides open.
func ParseRange(text string, bins int) (low, high int, ok bool) {
	text = strings.Map(func(r rune) rune {
		switch r {
		case '–', '—', '－', '~', '～', '至', '+', '＋':
			return '-'
		case ' ', '\u3000':
			return -1
		}
		return r
	}, text)
	if text == "" {
		return 0, 0, true
	}
	from, to, ranged := strings.Cut(text, "-")
	low, okLow := score(from, bins)
	high, okHigh := score(to, bins)
	if !ranged {
		high, okHigh = low, low > 0
	}
	return low, high, okLow && okHigh && low+high > 0 && (high == 0 || low <= high)
}

// score reads one end of a range; an open one is 0.
func score(text string, bins int) (int, bool) {
	if text == "" {
		return 0, true
	}
	v, err := strconv.Atoi(text)
	return v, err == nil && v >= 1 && v <= bins
}

// scaled returns a rule that is written for one number of bins for another one; ok
// is false if no score can satisfy it.
func (r Rule) scaled(from, to int) (scaled Rule, ok bool) {
	if from == to {
		return r, true
	}
	sides := r.sides()
	for i, side := range sides {
		low, high, ok := scaleRange(side[0], side[1], from, to)
		if !ok {
			return Rule{}, false
		}
		sides[i] = [2]int{low, high}
	}
	return ruleOf(sides), true
}

// scaleRange returns the scores whose level lies within low…high, open sides
// staying open.
func scaleRange(low, high, from, to int) (scaledLow, scaledHigh int, ok bool) {
	for s := 1; s <= to; s++ {
		if !within(level(s, to, from), low, high) {
			continue
		}
		if low > 0 && !ok {
			scaledLow = s
		}
		if high > 0 {
			scaledHigh = s
		}
		ok = true
	}
	return scaledLow, scaledHigh, ok
}

// Accepts reports whether a triple of scores satisfies the rule.
func (r Rule) Accepts(recency, frequency, spend int) bool {
	return within(recency, r.RMin, r.RMax) && within(frequency, r.FMin, r.FMax) && within(spend, r.MMin, r.MMax)
}

func within(score, low, high int) bool {
	return score >= low && (high == 0 || score <= high)
}

// eachTriple calls f for every triple of scores, M fastest, with its index.
func eachTriple(bins int, f func(i, r, f, m int)) {
	for i := range bins * bins * bins {
		f(i, i/bins/bins+1, i/bins%bins+1, i%bins+1)
	}
}

// A lookup answers every score triple at once: the first segment whose rule accepts
// it, else the last one, which is Other where there are gaps.
type lookup struct {
	bins    int
	segment []uint8
	gaps    int // triples that no rule accepts
}

func newLookup(segments []Segment, bins int) lookup {
	t := lookup{bins: bins, segment: make([]uint8, bins*bins*bins)}
	eachTriple(bins, func(i, r, f, m int) {
		s := slices.IndexFunc(segments, func(s Segment) bool { return s.Key != Other && s.Rule.Accepts(r, f, m) })
		if s < 0 {
			t.gaps++
			s = max(0, len(segments)-1)
		}
		t.segment[i] = uint8(s)
	})
	return t
}

func (t lookup) at(r, f, m uint8) uint8 {
	return t.segment[(int(r-1)*t.bins+int(f-1))*t.bins+int(m-1)]
}
