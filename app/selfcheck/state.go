// Package selfcheck is the screen that recomputes published tables in the
// person's own browser and shows how many digits agree.
package selfcheck

import (
	"strconv"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
)

// A State is the course of the check. The question has no choices.
type State struct {
	screen.Request[struct{}, engine.SelfCheck]
}

// A Table is the rows of one source about one model.
type Table struct {
	Source, Model string
	Rows          []clv.CheckRow
}

// Tables groups rows that follow each other, in their order.
func Tables(rows []clv.CheckRow) []Table {
	var tables []Table
	for _, r := range rows {
		if n := len(tables); n == 0 || tables[n-1].Source != r.Source || tables[n-1].Model != r.Model {
			tables = append(tables, Table{Source: r.Source, Model: r.Model})
		}
		last := &tables[len(tables)-1]
		last.Rows = append(last.Rows, r)
	}
	return tables
}

// A Tally counts rows, and the significant digits printed in them.
type Tally struct{ Rows, Passed, Digits, Of int }

// Count adds rows up.
func Count(rows []clv.CheckRow) (t Tally) {
	for _, r := range rows {
		t.Rows++
		t.Digits, t.Of = t.Digits+r.Digits, t.Of+r.Of
		if r.Passed {
			t.Passed++
		}
	}
	return t
}

// Well reports whether every row passed, and there was one.
func (t Tally) Well() bool { return t.Rows > 0 && t.Passed == t.Rows }

// beyond is how many digits of a computed number are shown after the published
// ones, so that the rounding can be seen.
const beyond = 2

// Computed writes what was computed as papers do, in every language alike.
func Computed(r clv.CheckRow) string {
	return strconv.FormatFloat(r.Computed, 'g', r.Of+beyond, 64)
}
