package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/segment"
)

// tiered is how customers were last shared out, so that an export and a filter
// show what the screen shows.
type tiered struct {
	by   segment.Cutting
	lost churn.Definition
}

// Concentration implements engine.Engine.
func (l *Local) Concentration(ctx context.Context, req engine.ConcentrationRequest) (engine.Concentration, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Concentration{}, err
	}
	if req.Top == 0 {
		req.Top = engine.DefaultTop
	}
	if !(req.Top > 0 && req.Top < 1) {
		return engine.Concentration{}, analysis.Fail(analysis.BadInput, "segment.bad-top", analysis.Percent("top", req.Top))
	}
	tiers, risk, err := d.tiers(ctx, tiered{req.Tiers, req.Definition})
	if err != nil {
		return engine.Concentration{}, err
	}
	out := engine.Concentration{Result: segment.Concentrate(totalsOf(d.log).revenue), Top: req.Top, Tiers: tiers, Risk: risk, Profit: d.profit()}
	out.Brings = out.Result.Top(req.Top)
	list := []func() error{
		into(&out.Lorenz, func() (figure.Figure, error) {
			return chart.Lorenz(&out.Result, req.Top, d.styled(req.Layout.InColumn()))
		}),
	}
	if out.Profit != nil {
		list = append(list, into(&out.Whale, func() (figure.Figure, error) { return chart.Whale(&out.Profit.Whale, d.styled(req.Layout.InHalf())) }))
	}
	return out, draw(list...)
}

// tiers shares the customers out. Values are those last asked for, or made with the default
// options, so that the revenue at risk does not hang on which screen was looked at first.
func (d *dataset) tiers(ctx context.Context, by tiered) ([]segment.Tier, engine.Risk, error) {
	lost, err := d.lost(by.lost)
	if err != nil {
		return nil, engine.Risk{}, err
	}
	if err := d.prepare(ctx); err != nil {
		return nil, engine.Risk{}, err
	}
	d.tiersBy = by
	of, list := segment.Tiers(totalsOf(d.log).revenue, by.by, lost)
	return list, d.risk(of, len(list), lost), nil
}

// lost says of each customer whether she counts as lost on the last day.
func (d *dataset) lost(by churn.Definition) ([]bool, error) {
	study, err := d.churnStudy()
	if err != nil {
		return nil, err
	}
	spells, err := study.Spells(by)
	if err != nil {
		return nil, err
	}
	lost := make([]bool, spells.Customers())
	for c := range lost {
		lost[c] = spells.Lost(analysis.CustomerID(c), spells.End)
	}
	return lost, nil
}

// earning is the column that says what order rows earned or cost; nil if there is none.
func (d *dataset) earning() *analysis.Column {
	for i := range d.log.Kept {
		c := &d.log.Kept[i]
		if role := roleOf(c); c.Kind == analysis.NumberColumn && (role == ingest.Margin || role == ingest.Cost) {
			return c
		}
	}
	return nil
}

func roleOf(c *analysis.Column) ingest.Role { return ingest.Role(c.Role) }

// earned adds up what order rows say they earned, or what they brought less what they say
// they cost. Rows without a value are counted: their margin, or cost, is unknown and counts
// as 0.
func (d *dataset) earned(c *analysis.Column) (profit []analysis.Money, missing int) {
	profit, missing = sumByCustomer(d.log, c)
	if roleOf(c) == ingest.Cost {
		for customer, revenue := range totalsOf(d.log).revenue {
			profit[customer] = revenue - profit[customer]
		}
	}
	return profit, missing
}

// profit draws the whale curve; nil where no column tells of margin or cost.
func (d *dataset) profit() *engine.Profit {
	c := d.earning()
	if c == nil {
		return nil
	}
	profit, missing := d.earned(c)
	return &engine.Profit{Whale: segment.Whale(profit), Column: c.Name, Role: roleOf(c), Missing: missing}
}

// sumByCustomer adds up a kept column of numbers.
func sumByCustomer(log *analysis.Log, c *analysis.Column) (sums []analysis.Money, missing int) {
	sums = make([]analysis.Money, log.Customers())
	row := 0
	for customer := range sums {
		from, to := log.Rows(analysis.CustomerID(customer))
		for _, orders := range log.Orders[from:to] {
			for range orders {
				if v := c.Numbers[row]; v == analysis.NoNumber {
					missing++
				} else {
					sums[customer] += v
				}
				row++
			}
		}
	}
	return sums, missing
}

// A tierRow is one tier of the export.
type tierRow struct {
	Tier      string  `csv:"tier"`
	Customers int     `csv:"customers"`
	Share     decimal `csv:"share_of_customers"`
	Revenue   decimal `csv:"revenue"`
	Brings    decimal `csv:"share_of_revenue"`
	Low       decimal `csv:"smallest"`
	High      decimal `csv:"largest"`
	Lost      int     `csv:"lost"`
	LostShare decimal `csv:"share_lost"`
	LostLow   decimal `csv:"share_lost_low_95"`
	LostHigh  decimal `csv:"share_lost_high_95"`
	Gone      decimal `csv:"revenue_of_lost"`
	AtRisk    decimal `csv:"revenue_at_risk"`
}

func (l *Local) tiers(ctx context.Context, d *dataset, _ engine.ExportRequest) ([]byte, error) {
	list, risk, err := d.tiers(ctx, d.tiersBy)
	if err != nil {
		return nil, err
	}
	rows := make([]tierRow, len(list))
	for i, t := range list {
		rows[i] = tierRow{t.Key, t.Customers, decimal(t.Share), decimal(t.Amount.Float()), decimal(t.Brings),
			decimal(t.Low.Float()), decimal(t.High.Float()), t.Lost, decimal(t.LostShare), decimal(t.LostLow), decimal(t.LostHigh), decimal(t.Gone.Float()), decimal(risk.Tiers[i])}
	}
	return table(rows)
}
