package clv

import (
	"context"
	"math"
	"strconv"
	"strings"

	"churnbench/analysis/internal/numeric"
)

// A CheckRow is one published number beside what this program makes of it.
type CheckRow struct {
	Source    string // who published it, and where
	Model     string
	Quantity  string // in mathematical notation
	Published string // digit by digit as published
	Computed  float64
	Digits    int // significant digits of Published that Computed confirms
	Of        int // significant digits of Published
	Passed    bool
}

// SelfCheck recomputes published tables that need no data beyond what is printed
// with them: predictions at given parameters, and fits of printed counts. The error
// is Cancelled.
func SelfCheck(ctx context.Context) ([]CheckRow, error) {
	var rows []CheckRow
	for _, table := range []func(context.Context) ([]CheckRow, error){
		checkBGNBD, checkPareto, checkParetoFar, checkDonations, checkContracts, checkLifetimes,
	} {
		if err := stopped(ctx); err != nil {
			return nil, err
		}
		more, err := table(ctx)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

// A checklist collects rows of one source and model.
type checklist struct {
	source, model string
	rows          []CheckRow
}

// row compares.
func (c *checklist) row(quantity, published string, computed float64) {
	c.rows = append(c.rows, NewCheckRow(c.source, c.model, quantity, published, computed))
}

// NewCheckRow compares. All printed digits have to be confirmed: a number may be half a
// unit of the last one off, and a hair, as ties are rounded either way.
func NewCheckRow(source, model, quantity, published string, computed float64) CheckRow {
	r := CheckRow{Source: source, Model: model, Quantity: quantity, Published: published, Computed: computed}
	r.Digits, r.Of = confirmed(published, computed)
	r.Passed = r.Digits == r.Of
	return r
}

// series compares a row of numbers, those of arguments from, from+1, …
func (c *checklist) series(quantity func(k int) string, from int, published []string, computed func(k int) float64) {
	for i, p := range published {
		c.row(quantity(from+i), p, computed(from+i))
	}
}

// fit compares estimates, those that are published, "" for one that is not.
func (c *checklist) fit(f Fit, published ...string) {
	for i, p := range f.Params {
		if published[i] != "" {
			c.row(p.Name, published[i], p.Value)
		}
	}
}

// confirmed counts the significant digits of a published number and how many of
// them the computed one rounds to.
func confirmed(published string, computed float64) (digits, of int) {
	want, err := strconv.ParseFloat(published, 64)
	if err != nil || want == 0 {
		return 0, 1
	}
	of = significant(published)
	_, exponent, _ := strings.Cut(strconv.FormatFloat(want, 'e', -1, 64), "e")
	first, _ := strconv.Atoi(exponent) // Atoi reads "+01"
	off := math.Abs(computed - want)
	for digits = of; digits > 0; digits-- {
		if off <= 0.501*numeric.Pow(10, float64(first-digits+1)) {
			break
		}
	}
	return digits, of
}

// significant counts the digits of a printed number from the first that is not 0.
func significant(printed string) int {
	mantissa, _, _ := strings.Cut(strings.ToLower(printed), "e")
	return len(strings.TrimLeft(strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, mantissa), "0"))
}

// atHistory names P(alive) and conditional expectations of a customer.
func atHistory(quantity string, x int, tx, age float64) string {
	return quantity + "(x=" + strconv.Itoa(x) + ", t_x=" + plain(tx) + ", T=" + plain(age) + ")"
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// at names a quantity that depends on a whole number.
func at(quantity string) func(k int) string {
	return func(k int) string { return quantity + "(" + strconv.Itoa(k) + ")" }
}
