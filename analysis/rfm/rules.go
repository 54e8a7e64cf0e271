package rfm

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
		if rule, ok := s.Rule.scaled(bins); ok {
			list = append(list, Segment{Key: s.Key, Rule: rule})
		}
	}
	return list
}

// level maps a score of 1…bins to the scale 1…5 on which rules are written,
// best to best and worst to worst, evenly between. Every score has exactly one
// level, so that scaled rules share out all scores as the written ones do.
func level(score, bins int) int {
	steps := bins - 1
	return 1 + ((DefaultBins-1)*(score-1)+steps/2)/steps
}

// scaled returns the rule for another number of bins; ok is false if no score
// can satisfy it.
func (r Rule) scaled(bins int) (scaled Rule, ok bool) {
	var okR, okF, okM bool
	scaled.RMin, scaled.RMax, okR = scaleRange(r.RMin, r.RMax, bins)
	scaled.FMin, scaled.FMax, okF = scaleRange(r.FMin, r.FMax, bins)
	scaled.MMin, scaled.MMax, okM = scaleRange(r.MMin, r.MMax, bins)
	return scaled, okR && okF && okM
}

// scaleRange returns the scores whose level lies within low…high, open sides
// staying open.
func scaleRange(low, high, bins int) (scaledLow, scaledHigh int, ok bool) {
	all := Rule{RMin: low, RMax: high}
	for score := 1; score <= bins; score++ {
		if !all.Accepts(level(score, bins), 1, 1) {
			continue
		}
		if low > 0 && !ok {
			scaledLow = score
		}
		if high > 0 {
			scaledHigh = score
		}
		ok = true
	}
	return scaledLow, scaledHigh, ok
}

// Accepts reports whether a triple of scores satisfies the rule.
func (r Rule) Accepts(recency, frequency, spend int) bool {
	return within(recency, r.RMin, r.RMax) && within(frequency, r.FMin, r.FMax) && within(spend, r.MMin, r.MMax)
}

// crosses reports whether the rule accepts recency and frequency with some
// spend.
func (r Rule) crosses(recency, frequency int) bool {
	return within(recency, r.RMin, r.RMax) && within(frequency, r.FMin, r.FMax)
}

func within(score, low, high int) bool {
	return score >= low && (high == 0 || score <= high)
}

// A lookup answers every score triple at once.
type lookup struct {
	bins    int
	segment []uint8
}

func newLookup(segments []Segment, bins int) lookup {
	t := lookup{bins, make([]uint8, bins*bins*bins)}
	for i := range t.segment {
		m, f, r := i%bins+1, i/bins%bins+1, i/bins/bins+1
		for s, segment := range segments {
			if segment.Rule.Accepts(r, f, m) {
				t.segment[i] = uint8(s)
			}
		}
	}
	return t
}

func (t lookup) at(r, f, m uint8) uint8 {
	return t.segment[(int(r-1)*t.bins+int(f-1))*t.bins+int(m-1)]
}
