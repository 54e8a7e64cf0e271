package cohort

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// averages returns the mean of each column over the cohorts whose cell is complete
// there.
func averages(cohorts []Cohort, t *table) []Average {
	list := make([]Average, len(t.list))
	for j := range list {
		list[j] = average(cohorts, t, j)
	}
	return list
}

func average(cohorts []Cohort, t *table, j int) Average {
	var a Average
	var both pair
	var worth worths
	rates := 0.0
	for i, c := range cohorts {
		if !complete(c, j) {
			continue
		}
		cell := &c.Cells[j]
		a.Cohorts++
		a.Customers += cell.Size
		a.Active += cell.Active
		rates += cell.Rate
		worth.add(cell)
		if complete(c, j-1) {
			both.add(cell, t.before(i, j))
		}
	}
	n := float64(a.Cohorts) // NaN without cohorts, as all below
	a.Weighted = float64(a.Active) / float64(a.Customers)
	a.Low, a.High = numeric.Wilson(a.Active, a.Customers, numeric.Z95)
	a.Simple = rates / n
	a.Worth, a.SimpleWorth = worth.means()
	a.Both, a.Before, a.Same = both.shares()
	return a
}

func complete(c Cohort, j int) bool { return j >= 0 && j < len(c.Cells) && c.Cells[j].Complete }

// before returns how many of those who count in column j were active in the one
// before.
func (t *table) before(cohort, j int) int {
	at := cohort*len(t.list) + j
	return int(t.active[at-1] - t.left[at])
}

// worths add up what customers have brought, where all of it is known.
type worths struct {
	cells, customers int
	total            analysis.Money
	sum              float64 // of the cells' means
}

func (w *worths) add(c *Cell) {
	if c.Partial {
		return
	}
	w.cells++
	w.customers += c.Size
	w.total += c.Total
	w.sum += c.Worth()
}

// means returns the mean over customers and that over cells; NaN without any.
func (w *worths) means() (weighted, simple float64) {
	return w.total.Float() / float64(w.customers), w.sum / float64(w.cells)
}

// A pair compares two neighbouring columns over the same customers.
type pair struct{ cohorts, customers, before, now int }

func (p *pair) add(c *Cell, before int) {
	p.cohorts++
	p.customers += c.Size
	p.now += c.Active
	p.before += before
}

func (p *pair) shares() (cohorts int, before, now float64) {
	if p.customers == 0 {
		return 0, math.NaN(), math.NaN()
	}
	n := float64(p.customers)
	return p.cohorts, float64(p.before) / n, float64(p.now) / n
}
