package local

import (
	"bytes"
	"cmp"
	"context"
	"math"
	"reflect"
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
)

// An order is the last filtered and sorted list of customers: scrolling asks
// for page after page of the same one.
type order struct {
	by        engine.CustomersRequest // Offset and Limit zero
	customers []analysis.CustomerID   // nil before the first
}

// MaxPage bounds the rows of one page: what a screen shows, not the dataset.
const MaxPage = 500

// Customers implements engine.Engine. Scores and values are those last asked
// for, or made with the default options; customers that no model can value
// have NaN.
func (l *Local) Customers(ctx context.Context, req engine.CustomersRequest) (engine.CustomersPage, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.CustomersPage{}, err
	}
	if err := d.prepare(ctx); err != nil {
		return engine.CustomersPage{}, err
	}
	list, err := d.arrange(req)
	if err != nil {
		return engine.CustomersPage{}, err
	}
	from := min(max(req.Offset, 0), len(list))
	to := min(from+min(max(req.Limit, 0), MaxPage), len(list))
	page := engine.CustomersPage{Total: len(list), Offset: from}
	for _, c := range list[from:to] {
		page.Rows = append(page.Rows, d.customer(c))
	}
	return page, nil
}

// prepare sees to it that scores and, where the data allow, values exist.
func (d *dataset) prepare(ctx context.Context) error {
	if d.scores == nil {
		if _, err := d.score(rfm.Options{}); err != nil {
			return err
		}
	}
	if d.value == nil {
		if _, err := d.worth(ctx, clv.Options{}); err != nil && engine.AsError(err).Kind != analysis.NotEnough {
			return err
		}
	}
	return nil
}

// arrange returns the customers that pass req's filter in its order.
func (d *dataset) arrange(req engine.CustomersRequest) ([]analysis.CustomerID, error) {
	req.Offset, req.Limit = 0, 0
	if d.order.customers != nil && reflect.DeepEqual(d.order.by, req) {
		return d.order.customers, nil
	}
	list, err := d.filter(req)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(list, d.comparison(req))
	d.order = order{req, list}
	return list, nil
}

func (d *dataset) filter(req engine.CustomersRequest) ([]analysis.CustomerID, error) {
	passes, err := d.filters(req)
	if err != nil {
		return nil, err
	}
	list := make([]analysis.CustomerID, 0, d.log.Customers())
	want := []byte(strings.ToLower(req.Search))
	for c := range analysis.CustomerID(d.log.Customers()) {
		if req.Segment != "" && d.segment(c) != req.Segment {
			continue
		}
		if len(want) > 0 && !bytes.Contains(bytes.ToLower(d.log.IDs.Raw(int(c))), want) {
			continue
		}
		if passes(c) {
			list = append(list, c)
		}
	}
	return list, nil
}

// filters joins what req asks of a customer besides her name.
func (d *dataset) filters(req engine.CustomersRequest) (func(analysis.CustomerID) bool, error) {
	var all []func(analysis.CustomerID) bool
	inside, err := d.among(req.Cohort)
	if err != nil {
		return nil, err
	}
	if inside != nil {
		all = append(all, inside)
	}
	for _, ref := range req.Groups {
		inside, err := d.within(ref)
		if err != nil {
			return nil, err
		}
		all = append(all, inside)
	}
	return func(c analysis.CustomerID) bool {
		return !slices.ContainsFunc(all, func(passes func(analysis.CustomerID) bool) bool { return !passes(c) })
	}, nil
}

// comparison orders customers by one column; equal ones keep the file's order.
func (d *dataset) comparison(req engine.CustomersRequest) func(a, b analysis.CustomerID) int {
	key := d.column(req.Sort)
	if req.Sort == engine.ByID || req.Sort == "" {
		return d.byID(req.Down)
	}
	values := make([]float64, d.log.Customers())
	for c := range values {
		values[c] = key(analysis.CustomerID(c))
	}
	return func(a, b analysis.CustomerID) int { return compare(values[a], values[b], req.Down) }
}

func (d *dataset) byID(down bool) func(a, b analysis.CustomerID) int {
	sign := 1
	if down {
		sign = -1
	}
	return func(a, b analysis.CustomerID) int {
		return sign * bytes.Compare(d.log.IDs.Raw(int(a)), d.log.IDs.Raw(int(b)))
	}
}

// compare puts NaN last in either direction: what is not known is of least
// interest.
func compare(a, b float64, down bool) int {
	switch {
	case math.IsNaN(a) || math.IsNaN(b):
		return -cmp.Compare(a, b) // cmp orders NaN first
	case down:
		return cmp.Compare(b, a)
	default:
		return cmp.Compare(a, b)
	}
}

// column returns the number that a column sorts by.
func (d *dataset) column(by engine.CustomerSort) func(analysis.CustomerID) float64 {
	value := func(of func(*clv.Analysis) []float64) func(analysis.CustomerID) float64 {
		if d.value == nil {
			return func(analysis.CustomerID) float64 { return math.NaN() }
		}
		column := of(d.value)
		return func(c analysis.CustomerID) float64 { return column[c] }
	}
	switch by {
	case engine.ByLast:
		return func(c analysis.CustomerID) float64 { return float64(d.last(c)) }
	case engine.ByDays:
		return func(c analysis.CustomerID) float64 { return float64(d.days(c)) }
	case engine.BySpend:
		return func(c analysis.CustomerID) float64 { return float64(d.spend(c)) }
	case engine.BySegment:
		return func(c analysis.CustomerID) float64 { return float64(d.scores.Segment[c]) }
	case engine.ByAlive:
		return value(func(a *clv.Analysis) []float64 { return a.Alive })
	case engine.ByExpected:
		return value(func(a *clv.Analysis) []float64 { return a.Expected })
	default:
		return value(func(a *clv.Analysis) []float64 { return a.CLV })
	}
}

func (d *dataset) last(c analysis.CustomerID) analysis.Day { return d.log.Day[d.log.Start[c+1]-1] }

func (d *dataset) segment(c analysis.CustomerID) string {
	return d.scores.Segments[d.scores.Segment[c]].Key
}

func (d *dataset) days(c analysis.CustomerID) int { return int(d.log.Start[c+1] - d.log.Start[c]) }

func (d *dataset) spend(c analysis.CustomerID) (sum analysis.Money) {
	for _, a := range d.log.Amount[d.log.Start[c]:d.log.Start[c+1]] {
		sum += a
	}
	return sum
}

// customer makes the row of c.
func (d *dataset) customer(c analysis.CustomerID) engine.CustomerRow {
	row := engine.CustomerRow{
		ID:    d.log.IDs.At(int(c)),
		First: d.log.Day[d.log.Start[c]],
		Last:  d.last(c),
		Days:  d.days(c),
		Spend: d.spend(c),
		R:     int(d.scores.R[c]), F: int(d.scores.F[c]), M: int(d.scores.M[c]),
		Segment: d.segment(c),
		Alive:   math.NaN(), Expected: math.NaN(), CLV: math.NaN(),
	}
	if v := d.value; v != nil {
		row.Alive, row.Expected, row.CLV = v.Alive[c], v.Expected[c], v.CLV[c]
	}
	return row
}
