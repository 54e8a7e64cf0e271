package local

import (
	"context"
	"math"
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/portfolio"
)

// holdings are what a portfolio is made of, before cut-offs and rules: moving those
// computes none of it anew.
type holdings struct {
	opt      engine.PortfolioOptions // Matrix and Rules are zero
	lost     churn.Definition
	model    *clv.Analysis // by which what is ahead was computed
	from     analysis.Day
	source   engine.ProfitSource
	wallet   string // name of the column
	accounts portfolio.Accounts

	relations *portfolio.Relationships // nil without a profit, as is all below
	values    *portfolio.Values
	ahead     []float64
	totals    []float64
	months    int // that ahead is of
	byModel   bool
	standIns  int // customers for whom a typed cost stands in
	costs     bool
	curves    portfolioCurves
}

// portfolioCurves remembers the curves of a division of the customers.
type portfolioCurves struct {
	whole  []portfolio.Curve
	by     engine.Segmentation
	groups []portfolio.Curve
}

// holdings computes them, or takes them from memory.
func (d *dataset) holdings(ctx context.Context, opt engine.PortfolioOptions, lost churn.Definition) (*holdings, error) {
	opt, err := checkPortfolio(opt)
	if err != nil {
		return nil, err
	}
	if err := d.prepare(ctx); err != nil {
		return nil, err
	}
	opt.Matrix, opt.Rules = portfolio.MatrixOptions{}, portfolio.Rules{}
	if h := d.held; h != nil && reflect.DeepEqual(h.opt, opt) && h.model == d.value && reflect.DeepEqual(h.lost, lost) {
		return h, nil
	}
	h := &holdings{opt: opt, lost: lost, model: d.value, from: d.log.End - analysis.Day(opt.Days) + 1}
	if err := h.fill(d); err != nil {
		return nil, err
	}
	d.held = h
	return h, nil
}

// checkPortfolio fills in the window and refuses what is out of range.
func checkPortfolio(o engine.PortfolioOptions) (engine.PortfolioOptions, error) {
	if o.Days == 0 {
		o.Days = 365
	}
	within := func(v, most float64) bool { return v >= 0 && v <= most } // false for NaN
	switch {
	case o.Days < 1 || o.Days > engine.MaxWindow:
		return o, analysis.Fail(analysis.BadInput, "portfolio.bad-days", analysis.Count("max", engine.MaxWindow))
	case !within(o.Acquisition.Typed, engine.MaxCost), !within(o.Serving.Typed, engine.MaxCost):
		return o, analysis.Fail(analysis.BadInput, "portfolio.bad-cost")
	case !within(o.Margin, 1), !within(o.Rate, 1), !within(o.Falls, 0.9):
		return o, analysis.Fail(analysis.BadInput, "portfolio.bad-share")
	case math.IsNaN(o.Rules.Floor), !within(math.Abs(o.Rules.Floor), engine.MaxCost), !within(o.Rules.Room, math.MaxFloat64):
		return o, analysis.Fail(analysis.BadInput, "portfolio.bad-rule")
	}
	return o, nil
}

// fill computes the holdings. A log that is shorter than the window makes the window
// shorter: a year's worth is then projected from fewer days.
func (h *holdings) fill(d *dataset) error {
	h.from = max(h.from, d.log.First())
	spells, err := d.spellsBy(h.lost)
	if err != nil {
		return err
	}
	n := d.log.Customers()
	a := &h.accounts
	a.Days = max(1, int(d.log.End-h.from)+1)
	a.Revenue, a.Lost, a.Young = within(d.log, d.log.Amount, h.from), make([]bool, n), make([]bool, n)
	last := make([]analysis.Day, n)
	for c := range analysis.CustomerID(n) {
		a.Lost[c], last[c] = spells.Lost(c, d.log.End), d.log.End
		a.Young[c] = d.log.Day[d.log.Start[c]] > h.from
		if a.Lost[c] {
			_, to := spells.Of(c)
			last[c] = max(spells.From[to-1], d.log.Day[d.log.Start[c]])
		}
	}
	if i := numbersOf(d.log.Attributes, ingest.Wallet); i >= 0 {
		a.Wallet, h.wallet = d.log.Attributes[i].Numbers, d.log.Attributes[i].Name
	}
	margin, left := h.earn(d)
	if h.source.From == engine.ProfitUnknown {
		return nil
	}
	h.relations = &portfolio.Relationships{Log: d.log, Margin: margin, Last: last, Left: left, Rate: h.opt.Rate, Falls: h.opt.Falls}
	if err := h.charge(d); err != nil {
		return err
	}
	h.values = h.relations.Values()
	h.ahead = h.relations.Ahead(h.expect(d.value))
	h.totals = h.relations.Totals(h.values, h.ahead)
	return nil
}

func (d *dataset) spellsBy(lost churn.Definition) (*churn.Spells, error) {
	study, err := d.churnStudy()
	if err != nil {
		return nil, err
	}
	return study.Spells(lost)
}

// numbersOf finds the column of numbers with a role, −1 without one.
func numbersOf(columns []analysis.Column, role ingest.Role) int {
	return slices.IndexFunc(columns, func(c analysis.Column) bool {
		return c.Kind == analysis.NumberColumn && ingest.Role(c.Role) == role
	})
}

// within adds up each customer's amounts from a day on.
func within(log *analysis.Log, amounts []analysis.Money, from analysis.Day) []analysis.Money {
	sums := make([]analysis.Money, log.Customers())
	for c := range sums {
		first, to := log.Rows(analysis.CustomerID(c))
		for i := to - 1; i >= first && log.Day[i] >= from; i-- {
			if log.Day[i] <= log.End {
				sums[c] += amounts[i]
			}
		}
	}
	return sums
}

// charge reads what customers cost.
func (h *holdings) charge(d *dataset) (err error) {
	stand := make([]bool, d.log.Customers())
	if h.relations.Acquisition, err = d.costs(h.opt.Acquisition, stand); err != nil {
		return err
	}
	if h.relations.Serving, err = d.costs(h.opt.Serving, stand); err != nil {
		return err
	}
	for c, s := range stand {
		if s {
			h.standIns++
		}
		h.costs = h.costs || h.relations.Acquisition[c] != 0 || h.relations.Serving[c] != 0
	}
	return nil
}

// costs are what something costs each customer; stand notes for whom the typed cost
// stands in for a missing one.
func (d *dataset) costs(by engine.CostFrom, stand []bool) ([]analysis.Money, error) {
	list := make([]analysis.Money, d.log.Customers())
	if by.FromColumn && (by.Column < 0 || by.Column >= len(d.log.Attributes) || d.log.Attributes[by.Column].Kind != analysis.NumberColumn) {
		return nil, analysis.Fail(analysis.BadInput, "portfolio.bad-column", analysis.Count("column", by.Column))
	}
	for c := range list {
		list[c] = analysis.MoneyOf(by.Typed)
		if !by.FromColumn {
			continue
		}
		if v := d.log.Attributes[by.Column].Numbers[c]; v != analysis.NoNumber {
			list[c] = v
		} else {
			stand[c] = true
		}
	}
	return list, nil
}

// expect forecasts each customer's margin: by the model of purchases and spend where there
// is one, spread evenly over its months, else by the run rate of the window.
func (h *holdings) expect(a *clv.Analysis) portfolio.Forecast {
	h.months = 12
	if a != nil {
		h.months = a.Options.Horizon
	}
	if a == nil || math.IsNaN(a.Result().Equity) {
		return portfolio.RunRate(&h.accounts, h.months, h.opt.Rate)
	}
	h.byModel = true
	f := portfolio.Forecast{Margin: make([]float64, len(a.CLV)), Active: a.Alive, Months: h.months}
	worth := portfolio.MeanWorth(h.months, h.opt.Rate)
	rates := h.rates()
	for c := range f.Margin {
		f.Margin[c] = float64(float64(a.Expected[c]*a.Spend[c]) * float64(rates[c]*worth))
	}
	return f
}

// rates are each customer's margin ÷ revenue over all days; where the revenue is not above
// 0, that of all customers. NaN where the margin is unknown.
func (h *holdings) rates() []float64 {
	r := h.relations
	revenue, margin := within(r.Log, r.Log.Amount, math.MinInt32+1), within(r.Log, r.Margin, math.MinInt32+1)
	var all, earned analysis.Money
	for c := range revenue {
		if r.Left == nil || !r.Left[c] {
			all += revenue[c]
			earned += margin[c]
		}
	}
	rates := make([]float64, len(revenue))
	for c := range rates {
		switch {
		case r.Left != nil && r.Left[c]:
			rates[c] = math.NaN()
		case revenue[c] > 0:
			rates[c] = float64(margin[c]) / float64(revenue[c])
		case all > 0:
			rates[c] = float64(earned) / float64(all)
		default:
			rates[c] = math.NaN()
		}
	}
	return rates
}
