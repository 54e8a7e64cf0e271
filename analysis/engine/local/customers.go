package local

import (
	"context"
	"reflect"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
)

// MaxPage bounds the rows of one page: what a screen shows, not the dataset.
const MaxPage = 500

// The table of customers is made in three steps, each of which is remembered, because
// scrolling asks for page after page of the same table: who passes the filter
// (customerfilter.go), in which order everyone stands by a column (ranking.go), and the
// cells of the rows in sight (customerfields.go).
type tableMemo struct {
	by       tableBasis
	rankings []*ranking // the latest first
	filter   engine.CustomersRequest
	inside   []bool // of each customer whether she passes filter; nil before the first
	request  engine.CustomersRequest
	list     []analysis.CustomerID // of request; nil before the first
}

// A tableBasis is what cells stand on besides the orders.
type tableBasis struct {
	measures engine.Measures
	value    *clv.Analysis // of measures, nil while there is none
	clusters *segment.Clusters
}

// Customers implements engine.Engine. Customers whom no model can value have NaN.
func (l *Local) Customers(ctx context.Context, req engine.CustomersRequest) (engine.CustomersPage, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.CustomersPage{}, err
	}
	page := engine.CustomersPage{}
	if err := d.fit(ctx, req, &page); err != nil {
		return engine.CustomersPage{}, err
	}
	list, err := d.arrange(req)
	if err != nil {
		return engine.CustomersPage{}, err
	}
	if req.Count != nil {
		if page.Counts, err = d.count(*req.Count, req); err != nil {
			return engine.CustomersPage{}, err
		}
	}
	from := min(max(req.Offset, 0), len(list))
	to := min(from+min(max(req.Limit, 0), MaxPage), len(list))
	page.Total, page.Offset = len(list), from
	return page, d.fill(&page, list[from:to], req)
}

// fit sees to it that there is a model if the request needs one, and notes what came of
// it.
func (d *dataset) fit(ctx context.Context, req engine.CustomersRequest, page *engine.CustomersPage) error {
	shown := false
	for _, c := range req.Columns {
		shown = shown || c.Modelled()
	}
	needed := req.Sort.Modelled() || shown && req.Fit
	for _, r := range req.Ranges {
		needed = needed || r.Column.Modelled()
	}
	if !needed {
		page.Unfitted = shown && !d.valued(req.Measures)
		return nil
	}
	var err error
	page.NoValues, err = d.valueOr(ctx, req.Measures)
	return err
}

// valueOr fits the model of m, or says why the data carry none.
func (d *dataset) valueOr(ctx context.Context, m engine.Measures) (no *analysis.Error, err error) {
	if _, err = d.worth(ctx, m.Values); err == nil {
		return nil, nil
	}
	if no = engine.AsError(err); no.Kind == analysis.NotEnough {
		return no, nil
	}
	return nil, err
}

// valued reports whether the model of m is at hand.
func (d *dataset) valued(m engine.Measures) bool { return d.value != nil && d.valuedBy == m.Values }

// memo returns what is remembered of the table by m, and forgets what stands on
// anything else.
func (d *dataset) memo(m engine.Measures) *tableMemo {
	now := tableBasis{measures: m, clusters: d.alike.clusters}
	if d.valued(m) {
		now.value = d.value
	}
	was := &d.everyone.by
	if was.value != now.value || was.clusters != now.clusters || !reflect.DeepEqual(was.measures, now.measures) {
		d.everyone = tableMemo{by: now}
	}
	return &d.everyone
}

// arrange returns the customers that pass req's filter in its order.
func (d *dataset) arrange(req engine.CustomersRequest) ([]analysis.CustomerID, error) {
	memo := d.memo(req.Measures)
	key := engine.CustomersRequest{Sort: req.Sort, Down: req.Down, Search: req.Search, Cohort: req.Cohort, Groups: req.Groups, Ranges: req.Ranges}
	if memo.list != nil && reflect.DeepEqual(memo.request, key) {
		return memo.list, nil
	}
	inside, err := d.inside(req)
	if err != nil {
		return nil, err
	}
	r, err := d.ranking(req.Sort, req.Measures)
	if err != nil {
		return nil, err
	}
	memo.request, memo.list = key, r.list(inside, req.Down)
	return memo.list, nil
}

// fill writes the cells of some customers.
func (d *dataset) fill(page *engine.CustomersPage, list []analysis.CustomerID, req engine.CustomersRequest) error {
	page.IDs = make([]string, len(list))
	for i, c := range list {
		page.IDs[i] = d.log.IDs.At(int(c))
	}
	for _, column := range req.Columns {
		f, err := d.field(column, req.Measures)
		if err != nil {
			return err
		}
		page.Columns = append(page.Columns, f.cells(list))
	}
	return nil
}
