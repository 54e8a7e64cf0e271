package local

import (
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/profile"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// groups are the customers as one segmentation divides them on one day.
type groups struct {
	keys []string // of the groups, in display order, those without customers too
	of   []int32  // of each customer the index into keys, noGroup or notYet

	apart  []bool         // by key: it has no place in the order of keys; nil for none
	lapsed []bool         // by key: its customers are likely lapsed; nil where no group says so
	scores *rfm.Scores    // of SegmentRFM, by position in the log as it stood; else nil
	tiers  []segment.Tier // of SegmentTiers; else nil
}

const (
	noGroup = segment.Unknown // the segmentation does not know the customer
	notYet  = segment.NotYet  // her first purchase was later
)

// A division is remembered, for a table asks page by page and has several columns of
// groups.
type division struct {
	by       engine.Segmentation
	at       analysis.Day
	clusters *segment.Clusters // that it is of, if it is of clusters
	groups   *groups
}

// keptDivisions is how many are remembered, 4 bytes a customer each.
const keptDivisions = 6

// groups divides the customers as they stood at the end of a day; 0 is the observation
// end. Readers must not change what it returns.
func (d *dataset) groups(by engine.Segmentation, at analysis.Day) (*groups, error) {
	if at == 0 {
		at = d.log.End
	}
	if by.By == engine.SegmentVerdict { // hangs on the model of purchases, too, and is kept in d.held
		return d.divide(by, at)
	}
	want := division{by: by, at: at}
	if by.By == engine.SegmentClusters {
		want.clusters = d.alike.clusters
	}
	i := slices.IndexFunc(d.divisions, func(v division) bool { return v.at == at && v.clusters == want.clusters && reflect.DeepEqual(v.by, by) })
	if i >= 0 {
		want = d.divisions[i]
		d.divisions = slices.Delete(d.divisions, i, i+1)
	} else {
		g, err := d.divide(by, at)
		if err != nil {
			return nil, err
		}
		want.groups = g
	}
	d.divisions = slices.Insert(d.divisions, 0, want)
	d.divisions = d.divisions[:min(len(d.divisions), keptDivisions)]
	return want.groups, nil
}

func (d *dataset) divide(by engine.Segmentation, at analysis.Day) (*groups, error) {
	switch by.By {
	case engine.SegmentRFM:
		return d.bySegments(by.Scores, at)
	case engine.SegmentScores:
		return d.byScores(by.Scores, at)
	case engine.SegmentTiers:
		return d.byTiers(by.Tiers, at)
	case engine.SegmentClusters:
		return d.byClusters(at)
	case engine.SegmentState:
		return d.byState(by, at)
	case engine.SegmentLifecycle:
		return d.byStage(by, at)
	case engine.SegmentMovement:
		return d.byMovement(by, at)
	case engine.SegmentEntered:
		return d.byEntered(by, at)
	case engine.SegmentTies:
		return d.byTies(by, at)
	case engine.SegmentAttribute:
		return d.byAttribute(by, at)
	case engine.SegmentOrders:
		return nil, analysis.Fail(analysis.BadInput, "groups.several")
	case engine.SegmentPortfolio, engine.SegmentVerdict:
		return d.byPortfolio(by, at)
	}
	return nil, analysis.Fail(analysis.BadInput, "groups.unknown", analysis.Text("by", string(by.By)))
}

// notYet returns groups with these keys, of whom nobody is there yet.
func (d *dataset) notYet(keys []string) *groups {
	g := &groups{keys: keys, of: make([]int32, d.log.Customers())}
	for c := range g.of {
		g.of[c] = notYet
	}
	return g
}

// here calls f for each customer who had bought by the end of a day.
func (d *dataset) here(at analysis.Day, f func(c analysis.CustomerID)) {
	for c := range analysis.CustomerID(d.log.Customers()) {
		if d.log.Day[d.log.Start[c]] <= at {
			f(c)
		}
	}
}

func (d *dataset) bySegments(opt rfm.Options, at analysis.Day) (*groups, error) {
	scores, of, err := d.scoresAt(opt, at)
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, s := range scores.Segments {
		keys = append(keys, s.Key)
	}
	g := d.notYet(keys)
	g.scores = scores
	for _, s := range scores.Segments {
		g.apart = append(g.apart, s.Key == rfm.Other)
		g.lapsed = append(g.lapsed, s.Rule.RMin == 0 && s.Rule.RMax > 0) // low recency is what the segment asks for
	}
	for i, s := range scores.Segment {
		g.of[of(i)] = int32(s)
	}
	return g, nil
}

func (d *dataset) byScores(opt rfm.Options, at analysis.Day) (*groups, error) {
	scores, of, err := d.scoresAt(opt, at)
	if err != nil {
		return nil, err
	}
	bins := scores.Options.Bins
	var keys []string
	for i := range bins * bins {
		keys = append(keys, rfm.CellKey(i/bins+1, i%bins+1))
	}
	g := d.notYet(keys)
	for i := range scores.R {
		g.of[of(i)] = int32(scores.R[i]-1)*int32(bins) + int32(scores.F[i]-1)
	}
	return g, nil
}

// scoresAt scores the customers as they stood at the end of a day; of tells whose
// scores the i-th are.
func (d *dataset) scoresAt(opt rfm.Options, at analysis.Day) (scores *rfm.Scores, of func(i int) analysis.CustomerID, err error) {
	if at == d.log.End {
		if d.scores != nil && d.scoredBy == opt {
			scores = d.scores
		} else {
			scores, err = rfm.Score(d.log, opt)
		}
		return scores, func(i int) analysis.CustomerID { return analysis.CustomerID(i) }, err
	}
	past, of := d.until(at)
	scores, err = rfm.Score(past, opt)
	return scores, of, err
}

// until is Log.Until, without a copy where nothing is cut off.
func (d *dataset) until(at analysis.Day) (past *analysis.Log, of func(i int) analysis.CustomerID) {
	if at >= d.log.End {
		return d.log, func(i int) analysis.CustomerID { return analysis.CustomerID(i) }
	}
	past, customers := d.log.Until(at)
	return past, func(i int) analysis.CustomerID { return customers[i] }
}

func (d *dataset) byTiers(by segment.Cutting, at analysis.Day) (*groups, error) {
	past, customers := d.until(at)
	tiers, list := segment.Tiers(totalsOf(past).revenue, by, nil)
	var keys []string
	for _, t := range list {
		keys = append(keys, t.Key)
	}
	g := d.notYet(keys)
	g.tiers = list
	for i, tier := range tiers {
		g.of[customers(i)] = int32(tier)
	}
	return g, nil
}

func (d *dataset) byClusters(at analysis.Day) (*groups, error) {
	found := d.alike.clusters
	switch {
	case found == nil:
		return nil, analysis.Fail(analysis.NoData, "segment.not-clustered")
	case at != d.log.End:
		return nil, analysis.Fail(analysis.BadInput, "groups.clusters-past")
	}
	var keys []string
	for k := range found.K {
		keys = append(keys, clusterKey(k))
	}
	g := d.notYet(keys)
	for c, k := range found.Of {
		g.of[c] = noGroup
		if k != segment.NoCluster {
			g.of[c] = int32(k)
		}
	}
	return g, nil
}

// clusterKey names a cluster: "A" for the largest.
func clusterKey(k int) string { return string(rune('A' + k)) }

func (d *dataset) byState(by engine.Segmentation, at analysis.Day) (*groups, error) {
	study, err := d.churnStudy()
	if err != nil {
		return nil, err
	}
	spells, err := study.Spells(by.Definition)
	if err != nil {
		return nil, err
	}
	g := d.notYet([]string{engine.StateActive, engine.StateLost})
	g.lapsed = []bool{false, true}
	d.here(at, func(c analysis.CustomerID) {
		g.of[c] = 0
		if spells.Lost(c, at) {
			g.of[c] = 1
		}
	})
	return g, nil
}

func (d *dataset) byAttribute(by engine.Segmentation, at analysis.Day) (*groups, error) {
	if by.Column < 0 || by.Column >= len(d.log.Attributes) {
		return nil, analysis.Fail(analysis.BadInput, "groups.bad-column", analysis.Count("column", by.Column))
	}
	if !slices.IsSorted(by.Cuts) {
		return nil, analysis.Fail(analysis.BadInput, "profiles.bad-cuts")
	}
	keys, of := valuesOf(&d.log.Attributes[by.Column], by.Cuts)
	for i := range keys {
		keys[i] = "=" + keys[i]
	}
	g := d.notYet(keys)
	d.here(at, func(c analysis.CustomerID) { g.of[c] = of(c) })
	return g, nil
}

// valuesOf lists the values that a column divides customers by, and the index of each
// customer's, noGroup where it is missing.
func valuesOf(c *analysis.Column, cuts []analysis.Money) (keys []string, of func(analysis.CustomerID) int32) {
	var groups []int32
	switch c.Kind {
	case analysis.NumberColumn:
		keys, groups = profile.ByNumber(c.Numbers, cuts)
	case analysis.DayColumn:
		keys, groups = profile.ByYear(c.Days)
	default:
		return textsOf(&c.Texts), func(id analysis.CustomerID) int32 {
			if code := c.Codes[id]; code != analysis.NoCode {
				return int32(code)
			}
			return noGroup
		}
	}
	return keys, func(id analysis.CustomerID) int32 { return groups[id] }
}

func textsOf(d *analysis.Dict) []string {
	texts := make([]string, d.Len())
	for i := range texts {
		texts[i] = d.At(i)
	}
	return texts
}

// within returns a filter that passes the customers of a group.
func (d *dataset) within(ref engine.GroupRef) (func(analysis.CustomerID) bool, error) {
	if ref.By == engine.SegmentOrders {
		return d.withOrders(ref)
	}
	g, err := d.groups(ref.Segmentation, ref.At)
	if err != nil {
		return nil, err
	}
	want := noGroup
	if ref.Key == engine.NotYet {
		want = notYet
	}
	for i, key := range g.keys {
		if key == ref.Key && ref.Key != engine.NoGroup {
			want = int32(i)
		}
	}
	if want == noGroup && ref.Key != engine.NoGroup {
		return nil, analysis.Fail(analysis.BadInput, "groups.no-group", analysis.Text("group", ref.Key))
	}
	return func(c analysis.CustomerID) bool { return g.of[c] == want }, nil
}
