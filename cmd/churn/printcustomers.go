package main

import (
	"cmp"
	"fmt"
	"io"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// A customerTable writes rows of the table of customers.
type customerTable struct {
	lang locale.Lang
	data *engine.Dataset
	req  engine.CustomersRequest
	page engine.CustomersPage
}

// print writes the table as text, and how many customers there are in all.
func (t *customerTable) print(w io.Writer) {
	head := []string{i18n.T(t.lang, "customers.id")}
	for _, c := range t.req.Columns {
		head = append(head, t.title(c))
	}
	var body [][]string
	for i, id := range t.page.IDs {
		line := []string{id}
		for k, c := range t.req.Columns {
			line = append(line, t.cell(c, &t.page.Columns[k], i))
		}
		body = append(body, line)
	}
	printTable(w, head, body)
	fmt.Fprintln(w, i18n.T(t.lang, "cli.customers.found", analysis.Count("shown", len(t.page.IDs)), analysis.Count("found", t.page.Total), analysis.Count("customers", t.data.Customers)))
	if t.page.NoValues != nil {
		fmt.Fprintln(w, explain(t.lang, t.page.NoValues))
	}
}

func (t *customerTable) title(c engine.CustomerColumn) string {
	if i := c.Attribute(); i >= 0 {
		return cmp.Or(t.data.Kept[i].Name, string(t.data.Kept[i].Role))
	}
	return i18n.T(t.lang, i18n.Key("customers."+string(c)))
}

// cell writes a value as a person reads it; groups by their keys, as --in takes them.
func (t *customerTable) cell(c engine.CustomerColumn, p *engine.ColumnPage, at int) string {
	if p.Texts != nil {
		return cmp.Or(p.Texts[at], "–")
	}
	x := p.Numbers[at]
	switch {
	case math.IsNaN(x):
		return "–"
	case t.dated(c):
		return analysis.Day(x).String()
	case c == engine.ColumnSpend || c == engine.ColumnAverage || c == engine.ColumnCLV:
		return t.lang.Money(x, t.data.Currency)
	case c == engine.ColumnAlive:
		return t.lang.Percent(x, 1)
	case x == math.Trunc(x):
		return t.lang.Int(int(x))
	}
	return t.lang.Number(x, 2)
}

func (t *customerTable) dated(c engine.CustomerColumn) bool {
	if i := c.Attribute(); i >= 0 {
		return t.data.Kept[i].Dates()
	}
	return c == engine.ColumnFirst || c == engine.ColumnLast
}

// customerRecords is the table as JSON: one object a row, by the columns' names.
type customerRecords struct {
	Customers int // found in all
	Rows      []map[string]any
}

func (t *customerTable) records() customerRecords {
	out := customerRecords{Customers: t.page.Total}
	for i, id := range t.page.IDs {
		row := map[string]any{"id": id}
		for k, c := range t.req.Columns {
			name := string(c)
			if c.Attribute() >= 0 {
				name = t.title(c)
			}
			switch p := &t.page.Columns[k]; {
			case p.Texts != nil:
				row[name] = p.Texts[i]
			case math.IsNaN(p.Numbers[i]):
				row[name] = nil
			case t.dated(c):
				row[name] = analysis.Day(p.Numbers[i])
			default:
				row[name] = p.Numbers[i]
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
