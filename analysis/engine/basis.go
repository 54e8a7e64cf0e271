package engine

import (
	"slices"

	"churnbench/analysis"
)

// A Basis is what an analysis can rest on. A dataset has at least one.
type Basis string

// The bases.
const (
	OnOrders    Basis = "orders"    // who bought what and when: analysis.Log
	OnContracts Basis = "contracts" // who signed when, and when it ended: analysis.Contracts
	OnTenures   Basis = "tenures"   // who stayed for how long, and whether they left: analysis.Tenures
)

// Has reports whether the dataset has one of the bases.
func (d *Dataset) Has(any ...Basis) bool {
	return slices.ContainsFunc(d.Bases, func(b Basis) bool { return slices.Contains(any, b) })
}

// A ContractsReport sums up the contracts of a dataset.
type ContractsReport struct {
	Customers int
	Contracts int
	Running   int            // at End
	Ended     int            // by End
	First     analysis.Day   // the first start
	Last      analysis.Day   // the last start or end seen
	End       analysis.Day   // of observation, inclusive
	Recurring analysis.Money // of a month, of the contracts that run at End
	Priced    int            // contracts with an amount; Recurring is of these
	Reasons   int            // ended contracts whose reason is known
}

// A TenuresReport sums up the tenures of a dataset.
type TenuresReport struct {
	Customers int
	Left      int
	Unit      analysis.Unit
	Median    float64        // of Time, of those who left and those still here alike, in Unit
	Longest   float64        // in Unit
	Recurring analysis.Money // of a month, of those still here
	Priced    int            // customers with an amount
	Reasons   int            // customers who left and whose reason is known
}
