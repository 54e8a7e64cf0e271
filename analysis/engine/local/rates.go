package local

import (
	"context"
	"math"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Rates implements engine.Engine.
func (l *Local) Rates(ctx context.Context, req engine.RatesRequest) (engine.Rates, error) {
	d, err := l.loaded()
	if err != nil {
		return engine.Rates{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.rates"})
	d.ratesBy = req
	r, err := d.rates(req)
	if err != nil {
		return engine.Rates{}, err
	}
	out := engine.Rates{Result: *r}
	if !r.Recurring {
		if out.Repeat, err = d.repeats(); err != nil {
			return engine.Rates{}, err
		}
	}
	return out, d.drawRates(&out, req.Layout)
}

// drawRates draws what the periods tell.
func (d *dataset) drawRates(out *engine.Rates, layout figure.Layout) error {
	r := &out.Result
	wide, half := layout.InColumn(), layout.InHalf()
	wide.Currency, half.Currency = r.Currency, r.Currency
	return draw(
		into(&out.Bucket, func() (figure.Figure, error) { return chart.Bucket(r, wide) }),
		d.keep(&out.Movements, half, func(st figure.Style) (figure.Figure, error) { return chart.Movements(r, st) }),
		d.keep(&out.Control, wide, func(st figure.Style) (figure.Figure, error) { return chart.ControlChart(r, st) }),
		d.keep(&out.Revenue, half, func(st figure.Style) (figure.Figure, error) { return chart.RevenueMovements(r, st) }),
	)
}

// rates counts on the basis that was asked for.
func (d *dataset) rates(req engine.RatesRequest) (*churn.Rates, error) {
	basis, err := d.ratesBasis(req.Basis)
	if err != nil {
		return nil, err
	}
	if basis == engine.OnContracts {
		return churn.ContractRates(d.contracts, req.Definition, req.Options)
	}
	study, err := d.churnStudy()
	if err != nil {
		return nil, err
	}
	spells, err := study.Spells(req.Definition)
	if err != nil {
		return nil, err
	}
	return churn.LogRates(d.log, spells, req.Options)
}

// ratesBasis says what to count, or why that cannot be. Where it is left open contracts
// go first: they say themselves when they ended.
func (d *dataset) ratesBasis(asked engine.Basis) (engine.Basis, error) {
	file := analysis.Text("file", d.about.Name)
	switch contracts, orders := d.about.Has(engine.OnContracts), d.about.Has(engine.OnOrders); {
	case !contracts && !orders:
		return "", analysis.Fail(analysis.NotEnough, "rates.no-dates", file).Or("rates.no-dates.remedy")
	case asked == "" && contracts, asked == engine.OnContracts && contracts:
		return engine.OnContracts, nil
	case asked == engine.OnContracts:
		return "", analysis.Fail(analysis.NotEnough, "rates.no-contracts", file).Or("rates.no-contracts.remedy")
	case asked == "" || asked == engine.OnOrders && orders:
		return engine.OnOrders, nil
	case asked == engine.OnOrders:
		return "", analysis.Fail(analysis.NotEnough, "engine.needs-orders", file).Or("engine.needs-orders.remedy")
	}
	return "", analysis.Fail(analysis.BadInput, "rates.bad-basis", analysis.Text("basis", string(asked)))
}

// repeats returns the repeat rates, which no option changes, from memory if they were
// computed before.
func (d *dataset) repeats() (churn.Repeat, error) {
	if d.repeat == nil {
		r, err := churn.Repeats(d.log)
		if err != nil {
			return churn.Repeat{}, err
		}
		d.repeat = r
	}
	return *d.repeat, nil
}

// A movementRow is one period. Revenue at the cuts is that of the trailing days or, of
// contracts, that of a month.
type movementRow struct {
	From    string `csv:"from"`
	To      string `csv:"to"`
	Settled bool   `csv:"settled"`

	Start       int `csv:"customers_start"`
	New         int `csv:"customers_new"`
	Reactivated int `csv:"customers_reactivated"`
	Churned     int `csv:"customers_churned"`
	End         int `csv:"customers_end"`
	Passing     int `csv:"customers_joined_and_left"`
	Lapsed      int `csv:"customers_lapsed_at_start"`

	RevenueStart decimal `csv:"revenue_start"`
	RevenueNew   decimal `csv:"revenue_new"`
	Reactivation decimal `csv:"revenue_reactivation"`
	Expansion    decimal `csv:"revenue_expansion"`
	Contraction  decimal `csv:"revenue_contraction"`
	RevenueChurn decimal `csv:"revenue_churn"`
	RevenueEnd   decimal `csv:"revenue_end"`
	Taken        decimal `csv:"revenue_of_period"`
	Orders       int     `csv:"orders"`

	Churn        decimal `csv:"churn_rate"`
	Low          decimal `csv:"churn_low_95"`
	High         decimal `csv:"churn_high_95"`
	Monthly      decimal `csv:"churn_rate_month"`
	Yearly       decimal `csv:"churn_rate_year"`
	Weighted     decimal `csv:"churn_rate_weighted"`
	Reactivating decimal `csv:"reactivation_rate"`
	GRR          decimal `csv:"grr"`
	NRR          decimal `csv:"nrr"`
	NRRWith      decimal `csv:"nrr_with_reactivation"`
	GrossChurn   decimal `csv:"gross_revenue_churn"`
	NetChurn     decimal `csv:"net_revenue_churn"`
	Quick        decimal `csv:"quick_ratio"`
	ARPU         decimal `csv:"arpu"`
	ARPAEnd      decimal `csv:"arpa_end"`
	AOV          decimal `csv:"aov"`

	ControlLow  decimal `csv:"control_low"`
	ControlHigh decimal `csv:"control_high"`
	Signals     string  `csv:"control_signals"`
}

// movements writes the periods that were last asked for.
func (l *Local) movements(_ context.Context, d *dataset, _ engine.ExportRequest) ([]byte, error) {
	r, err := d.rates(d.ratesBy)
	if err != nil {
		return nil, err
	}
	rows := make([]movementRow, len(r.Periods))
	for i := range rows {
		rows[i] = movementOf(&r.Periods[i])
	}
	for _, p := range r.Control.Points {
		row := &rows[p.Period]
		row.ControlLow, row.ControlHigh = decimal(p.Low), decimal(p.High)
		row.Signals = joined(p.Signals)
	}
	return table(rows)
}

func movementOf(p *churn.Period) movementRow {
	c, v := p.Customers, p.Revenue
	amount := func(m analysis.Money) decimal { return decimal(m.Float()) }
	return movementRow{
		From: p.From.String(), To: p.To.String(), Settled: p.Settled,
		Start: c.Start, New: c.New, Reactivated: c.Reactivated, Churned: c.Churned, End: c.End, Passing: c.Passing, Lapsed: c.Lapsed,
		RevenueStart: amount(v.Start), RevenueNew: amount(v.New), Reactivation: amount(v.Reactivation), Expansion: amount(v.Expansion),
		Contraction: amount(v.Contraction), RevenueChurn: amount(v.Churn), RevenueEnd: amount(v.End), Taken: amount(p.Taken), Orders: p.Orders,
		Churn: decimal(p.Churn.Value), Low: decimal(p.Churn.Low), High: decimal(p.Churn.High), Monthly: decimal(p.Monthly), Yearly: decimal(p.Yearly),
		Weighted: decimal(p.Weighted), Reactivating: decimal(p.Reactivation.Value), GRR: decimal(p.GRR), NRR: decimal(p.NRR), NRRWith: decimal(p.NRRWith),
		GrossChurn: decimal(p.GrossChurn), NetChurn: decimal(p.NetChurn), Quick: decimal(p.Quick), ARPU: decimal(p.ARPU), ARPAEnd: decimal(p.ARPAEnd), AOV: decimal(p.AOV),
		ControlLow: decimal(math.NaN()), ControlHigh: decimal(math.NaN()),
	}
}

func joined(signals []churn.Signal) string {
	words := make([]string, len(signals))
	for i, s := range signals {
		words[i] = string(s)
	}
	return strings.Join(words, " ")
}
