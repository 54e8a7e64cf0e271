package local

import (
	"context"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// defaultWeights count what customers have brought most, and how alive they are: a
// judgement of ours, which the person changes.
var defaultWeights = map[engine.CriterionKey]float64{
	engine.KeyRevenue: .4, engine.KeyDays: .2, engine.KeyRecency: .2, engine.KeyCLV: .2,
}

// keyed is how key customers were last ranked, and what of it another set of weights
// can use again.
type keyed struct {
	weights []engine.KeyWeight
	options segment.RankOptions

	scores  *rfm.Scores // that measured came from
	value   *clv.Analysis
	measure map[engine.Criterion]measured
}

// measured is one criterion of all customers.
type measured struct {
	values      []float64
	percentiles segment.Percentiles
}

// KeyCustomers implements engine.Engine. Values are those last asked for, or made with the
// default options, as in the table of customers.
func (l *Local) KeyCustomers(ctx context.Context, req engine.KeyCustomersRequest) (engine.KeyCustomers, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.KeyCustomers{}, err
	}
	out, err := d.keyCustomers(ctx, req)
	if err != nil || out.Ranking.Draws == 0 {
		return out, err
	}
	return out, draw(into(&out.Ranges, func() (figure.Figure, error) {
		return chart.RankRanges(&out.Ranking, d.styled(req.Layout.InColumn()))
	}))
}

func (d *dataset) keyCustomers(ctx context.Context, req engine.KeyCustomersRequest) (engine.KeyCustomers, error) {
	if err := d.prepare(ctx); err != nil {
		return engine.KeyCustomers{}, err
	}
	d.refreshKeyed()
	out := engine.KeyCustomers{Criteria: d.criteria()}
	if err := weigh(out.Criteria, req.Weights); err != nil {
		return engine.KeyCustomers{}, err
	}
	by, weights := make([]segment.Percentiles, len(out.Criteria)), make([]float64, len(out.Criteria))
	for j := range out.Criteria {
		c := &out.Criteria[j]
		if weights[j] = c.Weight; c.Weight > 0 {
			by[j] = d.measured(c.Criterion).percentiles
			c.Known = by[j].Known
		}
	}
	ranking, err := segment.Rank(by, weights, req.Options)
	if err != nil {
		return engine.KeyCustomers{}, err
	}
	out.Ranking, out.Rows = *ranking, d.keyRows(out.Criteria, ranking)
	d.keyed.weights, d.keyed.options = req.Weights, req.Options
	return out, nil
}

// refreshKeyed forgets what was measured by scores or values that are no longer those in use.
func (d *dataset) refreshKeyed() {
	k := &d.keyed
	if k.measure == nil || k.scores != d.scores || k.value != d.value {
		k.scores, k.value, k.measure = d.scores, d.value, map[engine.Criterion]measured{}
	}
}

// criteria lists what customers can be ranked by, with the default weights.
func (d *dataset) criteria() []engine.CriterionReport {
	var list []engine.CriterionReport
	offer := func(c engine.CriterionReport) {
		c.Weight = defaultWeights[c.Key]
		list = append(list, c)
	}
	for _, key := range []engine.CriterionKey{engine.KeyRevenue, engine.KeyDays, engine.KeyRecency} {
		offer(engine.CriterionReport{Criterion: engine.Criterion{Key: key}})
	}
	if c := d.earning(); c != nil {
		offer(engine.CriterionReport{Criterion: engine.Criterion{Key: engine.KeyMargin}, Name: c.Name, Role: roleOf(c)})
	}
	if d.value != nil {
		offer(engine.CriterionReport{Criterion: engine.Criterion{Key: engine.KeyCLV}})
		offer(engine.CriterionReport{Criterion: engine.Criterion{Key: engine.KeyAlive}})
	}
	for i := range d.log.Attributes {
		if c := &d.log.Attributes[i]; c.Kind == analysis.NumberColumn && i < len(d.about.Kept) && d.about.Kept[i].Distinct > 1 {
			offer(engine.CriterionReport{Criterion: engine.Criterion{Key: engine.KeyColumn, Column: i}, Name: c.Name, Role: roleOf(c)})
		}
	}
	return list
}

// weigh puts weights to criteria, as shares of their sum. Weights of 0 may name what is not
// offered (any more); others may not.
func weigh(list []engine.CriterionReport, weights []engine.KeyWeight) error {
	if len(weights) > 0 {
		for j := range list {
			list[j].Weight = 0
		}
	}
	for _, w := range weights {
		found := false
		for j := range list {
			if list[j].Criterion == w.Criterion {
				list[j].Weight, found = w.Weight, true
			}
		}
		if !found && w.Weight != 0 {
			return analysis.Fail(analysis.BadInput, "keycustomers.not-offered", analysis.Text("criterion", string(w.Criterion.Key))).Or("keycustomers.not-offered.remedy")
		}
	}
	total := 0.0
	for j := range list {
		total += list[j].Weight
	}
	if total > 0 {
		for j := range list {
			list[j].Weight /= total
		}
	}
	return nil
}

// measured returns one criterion of all customers, from memory if it was there before.
func (d *dataset) measured(c engine.Criterion) measured {
	if m, ok := d.keyed.measure[c]; ok {
		return m
	}
	values := d.valuesOf(c)
	m := measured{values, segment.PercentilesOf(values, c.Key == engine.KeyRecency)}
	d.keyed.measure[c] = m
	return m
}

func (d *dataset) valuesOf(c engine.Criterion) []float64 {
	switch c.Key {
	case engine.KeyRevenue:
		return amounts(totalsOf(d.log).revenue)
	case engine.KeyDays:
		return d.perCustomer(func(c analysis.CustomerID) float64 { return float64(d.days(c)) })
	case engine.KeyRecency:
		return d.perCustomer(func(c analysis.CustomerID) float64 { return float64(d.log.End - d.last(c)) })
	case engine.KeyMargin:
		profit, _ := d.earned(d.earning())
		return amounts(profit)
	case engine.KeyCLV:
		return d.value.CLV
	case engine.KeyAlive:
		return d.value.Alive
	}
	return amounts(d.log.Attributes[c.Column].Numbers)
}

func (d *dataset) perCustomer(f func(analysis.CustomerID) float64) []float64 {
	values := make([]float64, d.log.Customers())
	for c := range values {
		values[c] = f(analysis.CustomerID(c))
	}
	return values
}

func (d *dataset) keyRows(criteria []engine.CriterionReport, r *segment.Ranking) []engine.KeyRow {
	rows := make([]engine.KeyRow, len(r.List))
	for i, k := range r.List {
		row := engine.KeyRow{ID: d.log.IDs.At(int(k.Customer)), Revenue: d.spend(k.Customer), Segment: d.segment(k.Customer),
			Values: make([]float64, len(criteria))}
		for j, c := range criteria {
			row.Values[j] = math.NaN()
			if c.Weight > 0 {
				row.Values[j] = d.measured(c.Criterion).values[k.Customer]
			}
		}
		rows[i] = row
	}
	return rows
}

// A keyRow is one customer of the export.
type keyRow struct {
	Rank     int     `csv:"rank"`
	Customer cell    `csv:"customer"`
	Score    decimal `csv:"score"`
	Low      int     `csv:"rank_low_5"`
	High     int     `csv:"rank_high_95"`
	InTop    decimal `csv:"share_in_top"`
	Segment  string  `csv:"segment"`
	Revenue  decimal `csv:"revenue"`
}

func (l *Local) keyTable(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	out, err := d.keyCustomers(ctx, engine.KeyCustomersRequest{Weights: d.keyed.weights, Options: d.keyed.options})
	if err != nil {
		return nil, err
	}
	rows := make([]keyRow, len(out.Rows))
	for i, k := range out.Ranking.List {
		row := out.Rows[i]
		rows[i] = keyRow{k.Rank, cell(row.ID), decimal(k.Score), k.Low, k.High, decimal(k.InTop), l.words(req.Lang, "segment."+row.Segment), decimal(row.Revenue.Float())}
	}
	return table(rows)
}
