package rfm

import (
	"slices"
	"strconv"

	"churnbench/analysis"
)

// MaxOwn bounds a person's own segments.
const MaxOwn = 20

// Own are segments as a person arranged them. A customer belongs to the first one
// that accepts her; those whom none accepts make a segment of their own, Other, at
// the end. The zero value stands for Options.RuleSet.
type Own struct {
	Bins int // the rules speak of scores 1 … Bins; for other numbers of bins they are scaled, see level
	N    int
	List [MaxOwn]OwnSegment
}

// An OwnSegment is a shipped segment, perhaps with another rule, or one that a
// person named.
type OwnSegment struct {
	Key  string // unique among the segments
	Name string // "" takes the catalogue's, of a shipped segment
	Rule Rule
}

// Other is the key of the segment of customers whom no rule accepts.
const Other = "other"

// Segments returns the person's segments.
func (o *Own) Segments() []OwnSegment { return o.List[:o.N] }

// OwnOf returns the segments of options as a person's own, to start from.
func OwnOf(opt Options) Own {
	opt = opt.filled()
	o := Own{Bins: opt.Bins}
	for _, s := range opt.Segments() {
		if s.Key != Other && o.N < MaxOwn {
			o.List[o.N] = OwnSegment{s.Key, s.Name, s.Rule}
			o.N++
		}
	}
	return o
}

// Segments lists the segments of options in display order, with their rules scaled
// to the number of bins and without statistics. Segments that no score of so few
// bins could make are left out; Other is there if rules leave gaps.
func (opt Options) Segments() []Segment {
	opt = opt.filled()
	if opt.Own.N == 0 {
		return SegmentsAt(opt.RuleSet, opt.Bins)
	}
	var list []Segment
	for _, s := range opt.Own.Segments() {
		if rule, ok := s.Rule.scaled(opt.Own.Bins, opt.Bins); ok {
			list = append(list, Segment{Key: s.Key, Name: s.Name, Rule: rule})
		}
	}
	if newLookup(list, opt.Bins).gaps > 0 {
		list = append(list, Segment{Key: Other})
	}
	return list
}

// filled fills in the defaults.
func (opt Options) filled() Options {
	if opt.Bins == 0 {
		opt.Bins = DefaultBins
	}
	return opt
}

// NameOf returns the name that a person gave to a segment, "" for none.
func (opt *Options) NameOf(key string) string {
	for i := range opt.Own.N {
		if s := &opt.Own.List[i]; s.Key == key {
			return s.Name
		}
	}
	return ""
}

// Wrong says what keeps a person's segments from being used; nil if nothing does.
func (o *Own) Wrong() *analysis.Message {
	if o.N == 0 {
		return nil
	}
	if o.N < 0 || o.N > MaxOwn || o.Bins < MinBins || o.Bins > MaxBins {
		m := analysis.Say("rfm.own.count", analysis.Count("max", MaxOwn))
		return &m
	}
	seen := map[string]bool{Other: true, "": true}
	for _, s := range o.Segments() {
		if seen[s.Key] {
			m := analysis.Say("rfm.own.twice", analysis.Text("segment", s.Key))
			return &m
		}
		seen[s.Key] = true
		if !s.Rule.fits(o.Bins) {
			m := analysis.Say("rfm.own.rule", analysis.Text("rule", s.Rule.Text(o.Bins)), analysis.Count("bins", o.Bins))
			return &m
		}
	}
	return nil
}

// NewKey returns a key that no segment has yet.
func (o *Own) NewKey() string {
	for n := 1; ; n++ {
		key := "own-" + strconv.Itoa(n)
		if !slices.ContainsFunc(o.Segments(), func(s OwnSegment) bool { return s.Key == key }) {
			return key
		}
	}
}

// With returns the rule with another range of scores for a measure, 0 to 2 for R, F, M.
func (r Rule) With(measure, low, high int) Rule {
	sides := r.sides()
	sides[measure] = [2]int{low, high}
	return ruleOf(sides)
}

// Range returns the scores of a measure that a rule accepts; 0 leaves a side open.
func (r Rule) Range(measure int) (low, high int) {
	side := r.sides()[measure]
	return side[0], side[1]
}

// fits reports whether every range of a rule holds a score of 1 … bins.
func (r Rule) fits(bins int) bool {
	for _, side := range r.sides() {
		low, high := side[0], side[1]
		if low < 0 || high < 0 || low > bins || high > bins || high > 0 && low > high {
			return false
		}
	}
	return true
}

// A Coverage says where rules meet and where they leave gaps. Triples are the Bins³
// scores of R, F and M that there could be.
type Coverage struct {
	Open     int       // triples that no rule accepts
	Overlaps []Overlap // pairs of segments whose rules accept the same triples, in display order
	Hidden   []string  // keys of segments all of whose triples belong to earlier ones
}

// An Overlap is a pair of segments that both accept some triples; the customers
// there belong to the first one.
type Overlap struct {
	First, Second string // keys
	Triples       int
}

// Cover looks at every triple of scores.
func Cover(segments []Segment, bins int) (c Coverage) {
	n := len(segments)
	both, mine := make([]int, n*n), make([]bool, n)
	eachTriple(bins, func(_ int, r, f, m int) {
		first := -1
		for i := range segments {
			if segments[i].Key == Other || !segments[i].Rule.Accepts(r, f, m) {
				continue
			}
			if first < 0 {
				first = i
				mine[i] = true
				continue
			}
			both[first*n+i]++
		}
		if first < 0 {
			c.Open++
		}
	})
	for i, k := range both {
		if k > 0 {
			c.Overlaps = append(c.Overlaps, Overlap{segments[i/n].Key, segments[i%n].Key, k})
		}
	}
	for i, s := range segments {
		if !mine[i] && s.Key != Other {
			c.Hidden = append(c.Hidden, s.Key)
		}
	}
	return c
}

// Like returns the key of the classic segment in the middle of a rule for scores
// 1 … bins.
func Like(r Rule, bins int) string {
	middle := func(measure int) uint8 {
		low, high := r.Range(measure)
		if high == 0 {
			high = bins
		}
		return uint8((max(low, 1) + high + 1) / 2)
	}
	list := SegmentsAt(Classic, bins)
	return list[newLookup(list, bins).at(middle(recencyAt), middle(frequencyAt), middle(spendAt))].Key
}
