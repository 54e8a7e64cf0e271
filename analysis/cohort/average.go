package cohort

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// averages returns the mean retention of each period over the cohorts whose
// cell is complete there.
func averages(cohorts []Cohort, columns int) []Average {
	list := make([]Average, columns)
	for k := range list {
		list[k] = average(cohorts, k)
	}
	return list
}

func average(cohorts []Cohort, k int) Average {
	var a Average
	before, rates := 0, 0.0
	for _, c := range cohorts {
		if k >= len(c.Cells) || !c.Cells[k].Complete {
			continue
		}
		a.Cohorts++
		a.Customers += c.Size
		a.Active += c.Cells[k].Active
		rates += c.Cells[k].Rate
		if k > 0 { // an earlier period is complete as well
			before += c.Cells[k-1].Active
		}
	}
	a.Weighted = float64(a.Active) / float64(a.Customers) // NaN without customers, as all below
	a.Low, a.High = numeric.Wilson(a.Active, a.Customers, numeric.Z95)
	a.Simple = rates / float64(a.Cohorts)
	a.Before = math.NaN()
	if k > 0 {
		a.Before = float64(before) / float64(a.Customers)
	}
	return a
}
