package local

import (
	"cmp"
	"context"
	"math"
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/profile"
	"churnbench/analysis/survival"
)

// Profiles implements engine.Engine.
func (l *Local) Profiles(ctx context.Context, req engine.ProfilesRequest) (engine.Profiles, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Profiles{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.profiles"})
	out, err := l.profile(d, req)
	if err != nil {
		return engine.Profiles{}, err
	}
	d.profiledBy = req
	if out.By.By == "" {
		return *out, nil
	}
	p := &chart.Profile{Result: &out.Result, Names: out.Names, By: out.ByName(), Measure: out.Measure, After: out.After}
	return *out, draw(
		into(&out.Dots, func() (figure.Figure, error) { return chart.ProfileDots(p, d.styled(req.Layout.InColumn())) }),
		into(&out.Shares, func() (figure.Figure, error) { return chart.ProfileShares(p, d.styled(req.Layout.InColumn())) }),
	)
}

// profile compares the groups that a request asks for.
func (l *Local) profile(d *dataset, req engine.ProfilesRequest) (*engine.Profiles, error) {
	out := &engine.Profiles{Widest: -1, After: cmp.Or(req.After, engine.DefaultAfter), Offers: l.offers(d, req.Definition, req.Layout.Lang), Measures: d.measures()}
	if out.After < 1 {
		return nil, analysis.Fail(analysis.BadInput, "profiles.bad-after", analysis.Count("day", out.After))
	}
	out.Views = d.views(out.Offers, out.Measures)
	var err error
	if out.By, out.Measure, err = chosen(&req, out.Views); err != nil || out.By.By == "" {
		return out, err
	}
	if !slices.Contains(out.Measures, out.Measure) {
		return nil, analysis.Fail(analysis.BadInput, "profiles.no-measure", analysis.Text("measure", string(out.Measure)))
	}
	c, err := d.comparable(req.Definition)
	if err != nil {
		return nil, err
	}
	rows, err := d.division(out.By)
	if err != nil {
		return nil, err
	}
	folded := rows.Fold(engine.MostGroups)
	if out.Result, err = c.compare(folded, out.After); err != nil {
		return nil, err
	}
	out.Sort = cmp.Or(req.Sort, d.proposedSort(out.By))
	order := arranged(out.Result.Rows, out.Measure, out.Sort)
	out.Result.Rows = permuted(out.Result.Rows, order)
	out.Widest, out.Circular = out.Result.Widest(), slices.Contains(circular, out.By.By)
	out.Names = l.rowNames(&req, out.By, out.Result.Rows)
	if req.Across != nil {
		out.Cross, err = l.cross(d, c, folded, order, req, out)
	}
	out.Warnings = d.profileDoubts(out)
	return out, err
}

// chosen returns what to divide and to measure by.
func chosen(req *engine.ProfilesRequest, views []engine.ProfileView) (engine.Segmentation, profile.Measure, error) {
	if req.View == "" && req.By.By != "" {
		return req.By, cmp.Or(req.Measure, profile.Churn), nil
	}
	key := cmp.Or(req.View, views[0].Key)
	i := slices.IndexFunc(views, func(v engine.ProfileView) bool { return v.Key == key })
	if i < 0 {
		return engine.Segmentation{}, "", analysis.Fail(analysis.BadInput, "profiles.no-view", analysis.Text("view", key))
	}
	return views[i].By, cmp.Or(req.Measure, views[i].Measure), nil
}

// division divides the customers as they are at the observation end.
func (d *dataset) division(by engine.Segmentation) (*profile.Division, error) {
	if by.By == engine.SegmentOrders {
		return d.boughtBy(by.Column)
	}
	g, err := d.groups(by, 0)
	if err != nil {
		return nil, err
	}
	return profile.Single(g.keys, g.of), nil
}

// A followed is the customers under one definition of loss.
type followed struct {
	by   churn.Definition
	lost []bool
	roll *survival.Roll
	all  survival.Curve // of everybody

	profit []analysis.Money // by customer; nil if the orders tell of none
}

// followUnder finds who is lost and follows customers until they are.
func (d *dataset) followUnder(by churn.Definition) (*followed, error) {
	if d.followed != nil && reflect.DeepEqual(d.followed.by, by) {
		return d.followed, nil
	}
	lost, err := d.lost(by)
	if err != nil {
		return nil, err
	}
	v := &lives{asked: engine.Lifetimes{Basis: engine.OnOrders, Definition: by}}
	if err := v.ofOrders(d.log); err != nil {
		return nil, err
	}
	all, err := survival.Curves(&v.roll.Subjects, nil, survival.LogLog, survival.DefaultLevel)
	if err != nil {
		return nil, err
	}
	d.followed = &followed{by: by, lost: lost, roll: v.roll, all: all[0]}
	if c := d.earning(); c != nil {
		d.followed.profit, _ = d.earned(c)
	}
	return d.followed, nil
}

// compared is what any division of the customers can be compared by.
type compared struct {
	profile.Facts
	*followed
}

func (d *dataset) comparable(by churn.Definition) (*compared, error) {
	f, err := d.followUnder(by)
	if err != nil {
		return nil, err
	}
	c := &compared{profile.Facts{Log: d.log, Lost: f.lost, Profit: f.profit}, f}
	if d.value != nil {
		c.Value = d.value.CLV
	}
	return c, nil
}

// compare makes the rows of a division, how many stay for so many days among them.
func (c *compared) compare(d *profile.Division, after int) (profile.Result, error) {
	r := profile.Compare(&c.Facts, d)
	curves, err := survival.Curves(c.members(d))
	if err != nil {
		return *r, err
	}
	for g := range r.Rows {
		stay(&r.Rows[g], &curves[g], after)
	}
	stay(&r.All, &c.all, after)
	return *r, nil
}

// members returns the customers' durations by group: whoever is in several is there as
// often.
func (c *compared) members(d *profile.Division) (*survival.Subjects, *survival.Groups, survival.Interval, float64) {
	by := &survival.Groups{Names: d.Keys, Code: make([]uint32, 0, d.Customers())}
	if !d.Overlap() {
		for customer := range d.Customers() {
			by.Code = append(by.Code, d.Of(customer)[0])
		}
		return &c.roll.Subjects, by, survival.LogLog, survival.DefaultLevel
	}
	from, s := &c.roll.Subjects, &survival.Subjects{Unit: c.roll.Subjects.Unit, Causes: c.roll.Subjects.Causes}
	for customer := range d.Customers() {
		for _, g := range d.Of(customer) {
			by.Code = append(by.Code, g)
			s.Time = append(s.Time, from.Time[customer])
			s.Event = append(s.Event, from.Event[customer])
		}
	}
	return s, by, survival.LogLog, survival.DefaultLevel
}

// stay reads a group's curve on a day.
func stay(r *profile.Row, c *survival.Curve, after int) {
	t := float64(after)
	p := c.At(t)
	r.AtRisk = p.AtRisk
	if from := c.Given(-1, t); p.S > 0 { // it has an interval where no event gives none
		p = from
	}
	r.Stay = profile.Estimate{Value: p.S, Low: p.Low, High: p.High}
}

// proposedSort lists as they are numbers, dates and tiers, which have an order.
func (d *dataset) proposedSort(by engine.Segmentation) engine.ProfileSort {
	ordered := by.By == engine.SegmentTiers || by.By == engine.SegmentLifecycle
	if by.By == engine.SegmentAttribute {
		ordered = d.log.Attributes[by.Column].Kind != analysis.TextColumn
	}
	if ordered {
		return engine.SortListed
	}
	return engine.SortSize
}

// arranged returns the rows' indexes in an order.
func arranged(rows []profile.Row, by profile.Measure, sort engine.ProfileSort) []int {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &rows[i], &rows[j]
		if last := cmp.Compare(standing(a), standing(b)); last != 0 || sort == engine.SortListed {
			return last
		}
		if sort == engine.SortMeasure {
			return compare(a.Of(by).Value, b.Of(by).Value, true)
		}
		return cmp.Compare(b.Customers, a.Customers)
	})
	return order
}

// standing puts groups with a name first, then those folded together, then those
// without a value.
func standing(r *profile.Row) int {
	switch {
	case r.Key != engine.NoGroup:
		return 0
	case r.Folded > 0:
		return 1
	}
	return 2
}

func permuted[T any](list []T, order []int) []T {
	out := make([]T, len(list))
	for i, j := range order {
		out[i] = list[j]
	}
	return out
}

// cross sets a measure over two divisions; order is that of the rows.
func (l *Local) cross(d *dataset, c *compared, rows *profile.Division, order []int, req engine.ProfilesRequest, out *engine.Profiles) (*engine.ProfileCross, error) {
	across, err := d.division(*req.Across)
	if err != nil {
		return nil, err
	}
	across = across.Fold(engine.MostColumns)
	cells, err := c.compare(profile.Cross(rows, across), out.After)
	if err != nil {
		return nil, err
	}
	heads := profile.Compare(&c.Facts, across).Rows
	columns := arranged(heads, profile.Customers, engine.SortListed)
	x := &engine.ProfileCross{By: *req.Across, Columns: l.rowNames(&req, *req.Across, permuted(heads, columns)), Refs: permuted(across.Keys, columns)}
	for _, j := range columns {
		x.Folded = append(x.Folded, heads[j].Folded > 0)
	}
	for _, i := range order {
		var row []engine.ProfileCell
		for _, j := range columns {
			cell := &cells.Rows[i*len(across.Keys)+j]
			row = append(row, engine.ProfileCell{Customers: cell.Customers, Estimate: cell.Of(out.Measure)})
		}
		x.Cells = append(x.Cells, row)
	}
	return x, nil
}

// measures are those that the data have.
func (d *dataset) measures() []profile.Measure {
	list := []profile.Measure{profile.Customers, profile.Share, profile.Revenue, profile.Brings, profile.Spend, profile.Days, profile.OrderValue,
		profile.Churn, profile.Difference, profile.Stay}
	if d.value != nil {
		list = append(list, profile.Value, profile.Median)
	}
	if d.earning() != nil {
		list = append(list, profile.Profit)
	}
	return list
}

// circular divisions look at what decides a loss.
var circular = []engine.SegmentBy{engine.SegmentState, engine.SegmentRFM, engine.SegmentClusters, engine.SegmentLifecycle}

// profileDoubts are the caveats of a comparison.
func (d *dataset) profileDoubts(p *engine.Profiles) (list []analysis.Warning) {
	doubt := func(severity analysis.Severity, m analysis.Message) {
		list = append(list, analysis.Warning{Severity: severity, Message: m})
	}
	if p.Circular {
		doubt(analysis.Caution, analysis.Say("profiles.circular"))
	}
	switch p.By.By {
	case engine.SegmentTiers:
		doubt(analysis.Note, analysis.Say("profiles.tiers"))
	case engine.SegmentOrders:
		doubt(analysis.Caution, analysis.Say("profiles.overlap"))
	case engine.SegmentAttribute:
		k := &d.about.Kept[p.By.Column]
		if k.Mixed > 0 {
			doubt(analysis.Note, analysis.Say("profiles.mixed", analysis.Count("customers", k.Mixed), analysis.Text("column", k.Name)))
		}
		if d.log.Attributes[p.By.Column].Kind == analysis.DayColumn {
			doubt(analysis.Caution, analysis.Say("profiles.days"))
		}
	}
	if math.IsNaN(p.Result.All.Stay.Value) {
		doubt(analysis.Note, analysis.Say("profiles.after", analysis.Count("day", p.After)))
	}
	return list
}
