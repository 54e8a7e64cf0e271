package local

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// An earner fills in the profit of the window, and returns the margin of each row of the
// log and the customers of whom it is unknown.
type earner func(h *holdings, d *dataset, c *analysis.Column) (margin []analysis.Money, left []bool)

// A tellingColumn is a kind of column that tells profit.
type tellingColumn struct {
	from   engine.ProfitFrom
	role   ingest.Role
	inRows bool
	earn   earner
}

var tellingColumns = []tellingColumn{
	{engine.ProfitMarginRows, ingest.Margin, true, earnedByRows},
	{engine.ProfitCostRows, ingest.Cost, true, earnedByRows},
	{engine.ProfitMarginList, ingest.Margin, false, earnedByList},
	{engine.ProfitRateList, ingest.Margin, false, earnedByList},
	{engine.ProfitCostList, ingest.Cost, false, earnedByList},
}

// earn finds what tells profit. Of what was asked for, a column that is not there is
// passed over for the proposal.
func (h *holdings) earn(d *dataset) (margin []analysis.Money, left []bool) {
	found := map[engine.ProfitFrom]func() ([]analysis.Money, []bool){}
	for _, t := range tellingColumns {
		columns := d.log.Attributes
		if t.inRows {
			columns = d.log.Kept
		}
		at := numbersOf(columns, t.role)
		if at < 0 || t.from == engine.ProfitRateList && !sharesOnly(&columns[at]) || t.from == engine.ProfitMarginList && sharesOnly(&columns[at]) {
			continue
		}
		h.source.Available = append(h.source.Available, t.from)
		found[t.from] = func() ([]analysis.Money, []bool) {
			h.source.Column = columns[at].Name
			return t.earn(h, d, &columns[at])
		}
	}
	switch from := h.opt.Profit; {
	case slices.Contains(h.source.Available, from):
		h.source.From = from
	case from != engine.ProfitTyped && len(h.source.Available) > 0:
		h.source.From = h.source.Available[0]
	case h.opt.Margin > 0:
		h.source.From = engine.ProfitTyped
		return h.earnedByShare(d), nil
	default:
		h.source.From = engine.ProfitUnknown
		return nil, nil
	}
	return found[h.source.From]()
}

// sharesOnly reports whether all values of a column lie within ±1, so that it tells
// shares rather than amounts.
func sharesOnly(c *analysis.Column) bool {
	known := false
	for _, v := range c.Numbers {
		if v == analysis.NoNumber {
			continue
		}
		if known = true; v > analysis.MoneyPerUnit || v < -analysis.MoneyPerUnit {
			return false
		}
	}
	return known
}

// earnedByShare takes the typed share of every amount.
func (h *holdings) earnedByShare(d *dataset) []analysis.Money {
	margin := make([]analysis.Money, len(d.log.Amount))
	for i, amount := range d.log.Amount {
		margin[i] = part(amount, h.opt.Margin)
	}
	h.accounts.Profit = within(d.log, margin, h.from)
	return margin
}

// part rounds a share of an amount.
func part(m analysis.Money, share float64) analysis.Money {
	return analysis.MoneyOf(float64(m.Float() * share))
}

// earnedByRows adds up what order rows earned, or what they brought less what they cost.
// Rows without a value count as 0; of a customer who has no other rows nothing is known.
func earnedByRows(h *holdings, d *dataset, c *analysis.Column) (margin []analysis.Money, left []bool) {
	log := d.log
	margin, left = make([]analysis.Money, len(log.Amount)), make([]bool, log.Customers())
	row := 0
	for customer := range left {
		from, to := log.Rows(analysis.CustomerID(customer))
		left[customer] = true
		for i := from; i < to; i++ {
			for range log.Orders[i] {
				v := c.Numbers[row]
				row++
				if v != analysis.NoNumber {
					margin[i] += v
					left[customer] = false
				} else if log.Day[i] >= h.from {
					h.source.Missing++
				}
			}
			if ingest.Role(c.Role) == ingest.Cost {
				margin[i] = log.Amount[i] - margin[i]
			}
		}
	}
	h.accounts.Profit = within(log, margin, h.from)
	for customer, unknown := range left {
		if unknown {
			h.accounts.Profit[customer] = analysis.NoNumber
		}
	}
	return margin, left
}

// earnedByList takes what a list says of each customer: a share of revenue, or an amount a
// year, which is spread over purchases as the revenue is. An amount of a customer without
// revenue in the window is spread at the rate of all customers.
func earnedByList(h *holdings, d *dataset, c *analysis.Column) (margin []analysis.Money, left []bool) {
	log, a := d.log, &h.accounts
	n := log.Customers()
	a.Profit, left = make([]analysis.Money, n), make([]bool, n)
	var earned, brought analysis.Money
	for customer, v := range c.Numbers {
		left[customer] = v == analysis.NoNumber
		a.Profit[customer] = h.listed(v, a.Revenue[customer])
		if !left[customer] && a.Revenue[customer] > 0 {
			earned += a.Profit[customer]
			brought += a.Revenue[customer]
		}
	}
	margin = make([]analysis.Money, len(log.Amount))
	for customer, v := range c.Numbers {
		rate, known := h.rateOf(v, a.Profit[customer], a.Revenue[customer], earned, brought)
		if left[customer] = left[customer] || !known; !known {
			continue
		}
		from, to := log.Rows(analysis.CustomerID(customer))
		for i := from; i < to; i++ {
			margin[i] = part(log.Amount[i], rate)
		}
	}
	return margin, left
}

// listed is the profit of the window by a list's value.
func (h *holdings) listed(v, revenue analysis.Money) analysis.Money {
	switch {
	case v == analysis.NoNumber:
		return analysis.NoNumber
	case h.source.From == engine.ProfitRateList:
		return part(revenue, v.Float())
	}
	amount := part(v, float64(h.accounts.Days)/365)
	if h.source.From == engine.ProfitCostList {
		return revenue - amount
	}
	return amount
}

// rateOf is the share of revenue that is margin.
func (h *holdings) rateOf(v, profit, revenue, earned, brought analysis.Money) (rate float64, known bool) {
	switch {
	case v == analysis.NoNumber:
		return 0, false
	case h.source.From == engine.ProfitRateList:
		return v.Float(), true
	case revenue > 0:
		return float64(profit) / float64(revenue), true
	case brought > 0:
		return float64(earned) / float64(brought), true
	}
	return 0, false
}
