package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// A cohortPrinter writes a cohort table as text.
type cohortPrinter struct {
	w        io.Writer
	lang     locale.Lang
	r        *cohort.Result
	show     cohort.Quantity
	currency string
}

// printCohorts prints the table, its means with their interval, what is left out
// and every doubt.
func printCohorts(w io.Writer, lang locale.Lang, r *cohort.Result, show cohort.Quantity, currency string) {
	p := cohortPrinter{w, lang, r, show, currency}
	table := [][]string{p.head()}
	for i := range r.Cohorts {
		table = append(table, p.row(&r.Cohorts[i]))
	}
	if show.Averaged() {
		table = append(table, p.mean("retention.mean", show.Mean), p.mean("retention.mean.simple", show.Simple))
	}
	if show == cohort.Rate {
		table = append(table, p.mean("cli.low", func(a *cohort.Average) float64 { return a.Low }),
			p.mean("cli.high", func(a *cohort.Average) float64 { return a.High }))
	}
	printAligned(w, table)
	fmt.Fprintln(w, i18n.T(lang, "cli.cohorts.open"))
	for _, x := range r.Excluded {
		fmt.Fprintln(w, "·", i18n.T(lang, "retention.explain.excluded", analysis.Word("reason", "cohort.reason."+string(x.Reason)),
			analysis.Count("customers", x.Customers), analysis.Count("days", x.Days), analysis.Text("revenue", lang.Money(x.Revenue.Float(), currency))))
	}
	printWarnings(w, lang, r.Warnings)
}

func (p *cohortPrinter) head() []string {
	head := []string{i18n.T(p.lang, "retention.cohort"), i18n.T(p.lang, "retention.customers")}
	for _, c := range p.r.Columns {
		name := strconv.Itoa(c.From)
		if c.To > c.From+1 {
			name += "–" + strconv.Itoa(c.To-1)
		}
		head = append(head, name)
	}
	return head
}

func (p *cohortPrinter) row(c *cohort.Cohort) []string {
	row := []string{p.name(c), p.lang.Int(c.Size)}
	for j := range c.Cells {
		x := &c.Cells[j]
		text := p.value(p.show.Of(x))
		switch {
		case !x.Complete && x.CompleteOn == analysis.NoDay:
			text = "·"
		case !x.Complete:
			text += "*"
		}
		row = append(row, text)
	}
	return row
}

func (p *cohortPrinter) name(c *cohort.Cohort) string {
	switch {
	case c.Folded > 0:
		return i18n.T(p.lang, "retention.folded", analysis.Count("n", c.Folded))
	case c.Start == analysis.NoDay:
		return c.Value
	}
	return c.Start.String()
}

// value writes a cell: a share in percent, an amount rounded to what a column holds.
func (p *cohortPrinter) value(x float64) string {
	switch {
	case math.IsNaN(x):
		return "–"
	case p.show == cohort.Rate:
		return p.lang.Number(100*x, 1)
	case p.show == cohort.Revenue || p.show == cohort.Worth:
		return p.lang.Compact(x)
	}
	return p.lang.Int(int(x))
}

func (p *cohortPrinter) mean(name i18n.Key, of func(*cohort.Average) float64) []string {
	row := []string{i18n.T(p.lang, name), ""}
	for j := range p.r.Mean {
		row = append(row, p.value(of(&p.r.Mean[j])))
	}
	return row
}

// printAligned writes columns side by side, names to the left and numbers to the right,
// by what a terminal shows.
func printAligned(w io.Writer, table [][]string) {
	widths := make([]int, len(table[0]))
	for _, row := range table {
		for i, text := range row {
			widths[i] = max(widths[i], cells(text))
		}
	}
	for _, row := range table {
		var line strings.Builder
		for i, text := range row {
			space := strings.Repeat(" ", widths[i]-cells(text))
			if i == 0 {
				line.WriteString(text + space)
				continue
			}
			line.WriteString("  " + space + text)
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
	fmt.Fprintln(w)
}
