package local

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

type customerRow struct {
	Customer    cell    `csv:"customer"`
	First       string  `csv:"first_purchase"`
	Last        string  `csv:"last_purchase"`
	Days        int     `csv:"purchase_days"`
	Spend       decimal `csv:"spend"`
	R           int     `csv:"r"`
	F           int     `csv:"f"`
	M           int     `csv:"m"`
	Segment     string  `csv:"segment"`
	SegmentName cell    `csv:"segment_name"`
}

// customers writes what was computed of every customer and, behind it, what
// the files say of them.
func (l *Local) customers(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	if err := d.prepare(ctx); err != nil {
		return nil, err
	}
	rows := make([]customerRow, d.log.Customers())
	for c := range rows {
		r := d.customer(analysis.CustomerID(c))
		rows[c] = customerRow{cell(r.ID), r.First.String(), r.Last.String(), r.Days, decimal(r.Spend.Float()),
			r.R, r.F, r.M, r.Segment, cell(l.segmentName(&d.scores.Options, req.Lang, r.Segment))}
	}
	b := bytes.NewBufferString(bom)
	err := gocsv.MarshalCSV(rows, &attributeWriter{SafeCSVWriter: gocsv.DefaultCSVWriter(b), columns: d.log.Attributes, row: -1})
	return b.Bytes(), err
}

// An attributeWriter puts the customers' attributes behind the cells of each
// row. The first row is the header.
type attributeWriter struct {
	*gocsv.SafeCSVWriter
	columns []analysis.Column
	row     int // customer, −1 for the header
}

// Write implements gocsv.CSVWriter.
func (w *attributeWriter) Write(cells []string) error {
	if w.row < 0 {
		cells = withNames(cells, w.columns)
	} else {
		for i := range w.columns {
			cells = append(cells, valueText(&w.columns[i], w.row))
		}
	}
	w.row++
	return w.SafeCSVWriter.Write(cells)
}

// withNames adds the columns' names, or where a file has no header their roles.
// A name that is taken gets a number.
func withNames(header []string, columns []analysis.Column) []string {
	taken := map[string]bool{}
	for _, name := range header {
		taken[strings.ToLower(name)] = true
	}
	for _, c := range columns {
		base := safe(c.Name)
		if base == "" {
			base = c.Role
		}
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = base + "_" + strconv.Itoa(n)
		}
		taken[strings.ToLower(name)] = true
		header = append(header, name)
	}
	return header
}

// valueText writes one value of a column; a missing one is an empty cell.
func valueText(c *analysis.Column, i int) string {
	switch {
	case c.Kind == analysis.DayColumn:
		return c.Days[i].String()
	case c.Kind == analysis.NumberColumn && c.Numbers[i] != analysis.NoNumber:
		text, _ := decimal(c.Numbers[i].Float()).MarshalCSV() // fails for nothing
		return text
	case c.Kind == analysis.TextColumn && c.Codes[i] != analysis.NoCode:
		return safe(c.Texts.At(int(c.Codes[i])))
	}
	return ""
}
