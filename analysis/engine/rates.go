package engine

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// A RatesRequest asks for rates and movements.
type RatesRequest struct {
	Basis      Basis            // OnOrders or OnContracts; "" takes contracts where there are any
	Definition churn.Definition // of loss, for orders; its Tiers weigh the customers of both
	Options    churn.RateOptions
	Layout     figure.Layout
}

// Rates is the answer, with its figures. Repeat is of orders only: without them it has
// no Customers.
type Rates struct {
	Result    churn.Rates
	Repeat    churn.Repeat
	Bucket    figure.Figure // inflow, outflow and level of customers
	Movements figure.Figure // customers gained and lost, by period
	Control   figure.Figure // p-chart of the churn rate
	Revenue   figure.Figure // revenue gained and lost, by period
}
