package report

import (
	"fmt"
	"strings"
	"testing"

	"churnbench/analysis/figure"
)

// cohorts is a table of n cohorts and as many periods, of which the youngest has one.
func cohorts(n int) *figure.Table {
	t := &figure.Table{Columns: []figure.Column{{Name: "Cohort"}}}
	for j := range n {
		t.Columns = append(t.Columns, figure.Column{Name: fmt.Sprint("M", j), Numeric: true})
	}
	for i := range n {
		row := make([]string, n+1)
		row[0] = fmt.Sprintf("cohort-%d.", i)
		for j := range n - i {
			row[1+j] = fmt.Sprintf("%d/%d.", i, j)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Every column stands in exactly one part, none is wider than a page, and none much
// narrower than the others.
func TestParts(t *testing.T) {
	for columns := range 200 {
		next := 1
		list := parts(columns)
		for _, p := range list {
			if p.from != next || p.to-p.from > maxColumns-1 || len(list) > 1 && p.to-p.from < (maxColumns-1)/2 {
				t.Fatalf("%d columns are divided into %v", columns, list)
			}
			next = p.to
		}
		if next != max(columns, 1) {
			t.Fatalf("%d columns are divided into %v", columns, list)
		}
	}
}

// A wide table has all of its cells, each once, and its rows' heads in each part that says
// something of them.
func TestWideTable(t *testing.T) {
	const n = 38
	d := sample("en", "x")
	d.Parts = []Part{{Block: Block{Kind: Exhibit, Exhibit: "cohorts"}, Title: "Cohorts", Numbers: cohorts(n)}}
	d.Ledger = nil
	body := Body(d)
	if got := strings.Count(body, "<table"); got != 2 {
		t.Errorf("%d periods are printed as %d tables", n, got)
	}
	for _, row := range d.Parts[0].Numbers.Rows {
		for _, cell := range row[1:] {
			if cell != "" && strings.Count(body, ">"+cell+"<") != 1 {
				t.Fatalf("%s stands there %d times", cell, strings.Count(body, ">"+cell+"<"))
			}
		}
	}
	for head, want := range map[string]int{"Cohort": 2, "cohort-0.": 2, "cohort-18.": 2, "cohort-19.": 1, "cohort-37.": 1} {
		if got := strings.Count(body, ">"+head+"<"); got != want {
			t.Errorf("%s stands there %d times, not %d", head, got, want)
		}
	}
	if !strings.Contains(body, "report.columns") {
		t.Error("the parts of a table have one name")
	}
}
