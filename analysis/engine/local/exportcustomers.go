package local

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

// customerHeaders are the names of the columns in files.
var customerHeaders = map[engine.CustomerColumn]string{
	engine.ColumnID: "customer", engine.ColumnSegment: "segment", engine.ColumnTier: "tier", engine.ColumnCluster: "cluster", engine.ColumnState: "state", engine.ColumnStage: "stage",
	engine.ColumnFirst: "first_purchase", engine.ColumnLast: "last_purchase", engine.ColumnRecency: "recency_days",
	engine.ColumnDays: "purchase_days", engine.ColumnSpend: "spend", engine.ColumnAverage: "spend_per_purchase_day",
	engine.ColumnR: "r", engine.ColumnF: "f", engine.ColumnM: "m",
	engine.ColumnAlive: "p_alive", engine.ColumnExpected: "expected_purchases", engine.ColumnCLV: "clv",
}

// plainColumns are written if none are asked for: what needs no model. The files' own
// stand behind them.
var plainColumns = []engine.CustomerColumn{engine.ColumnID, engine.ColumnFirst, engine.ColumnLast, engine.ColumnDays, engine.ColumnSpend,
	engine.ColumnR, engine.ColumnF, engine.ColumnM, engine.ColumnSegment}

// customers writes the customers that a request lists, with its columns.
func (l *Local) customers(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	var asked engine.CustomersRequest
	if req.Customers != nil {
		asked = *req.Customers
	}
	asked.Fit = true
	if len(asked.Columns) == 0 {
		asked.Columns = slices.Clone(plainColumns)
		for i := range d.log.Attributes {
			asked.Columns = append(asked.Columns, engine.AttributeColumn(i))
		}
	}
	if err := d.fit(ctx, asked, &engine.CustomersPage{}); err != nil {
		return nil, err
	}
	list, err := d.arrange(asked)
	if err != nil {
		return nil, err
	}
	columns, err := l.written(d, asked, req)
	if err != nil {
		return nil, err
	}
	return writeCustomers(columns, list)
}

// A writtenColumn is one column of a file.
type writtenColumn struct {
	header string
	cell   func(analysis.CustomerID) string
}

// written lists the columns of a file. A segment has its name beside its key.
func (l *Local) written(d *dataset, asked engine.CustomersRequest, req engine.ExportRequest) (out []writtenColumn, err error) {
	taken := map[string]bool{"segment_name": true}
	for _, column := range asked.Columns {
		taken[customerHeaders[column]] = true
	}
	for _, column := range asked.Columns {
		f, err := d.field(column, asked.Measures)
		if err != nil {
			return nil, err
		}
		switch i := column.Attribute(); {
		case i >= 0:
			out = append(out, writtenColumn{freeName(taken, &d.log.Attributes[i]), func(c analysis.CustomerID) string { return valueText(&d.log.Attributes[i], int(c)) }})
		case column == engine.ColumnID && req.Masked:
			out = append(out, writtenColumn{"customer_masked", func(c analysis.CustomerID) string { return engine.MaskID(f.text(c)) }})
		case f.number != nil:
			out = append(out, writtenColumn{customerHeaders[column], numberText(column, f.number)})
		default:
			out = append(out, writtenColumn{customerHeaders[column], func(c analysis.CustomerID) string { return safe(f.text(c)) }})
		}
		if column == engine.ColumnSegment {
			out = append(out, writtenColumn{"segment_name", func(c analysis.CustomerID) string {
				return safe(l.segmentName(&asked.Measures.Scores, req.Lang, f.text(c)))
			}})
		}
	}
	return out, nil
}

// numberText writes a column of numbers, days as dates.
func numberText(column engine.CustomerColumn, number func(analysis.CustomerID) float64) func(analysis.CustomerID) string {
	days := column == engine.ColumnFirst || column == engine.ColumnLast
	return func(c analysis.CustomerID) string {
		x := number(c)
		if days && !math.IsNaN(x) {
			return analysis.Day(x).String()
		}
		text, _ := decimal(x).MarshalCSV() // fails for nothing
		return text
	}
}

// freeName is the header of an attribute: its name, or where a file has no header its
// role. A name that is taken gets a number.
func freeName(taken map[string]bool, c *analysis.Column) string {
	base := safe(c.Name)
	if base == "" {
		base = c.Role
	}
	name := base
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = base + "_" + strconv.Itoa(n)
	}
	taken[strings.ToLower(name)] = true
	return name
}

func writeCustomers(columns []writtenColumn, list []analysis.CustomerID) ([]byte, error) {
	b := bytes.NewBufferString(bom)
	w := csv.NewWriter(b)
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = c.header
	}
	err := w.Write(cells)
	for _, customer := range list {
		for i, c := range columns {
			cells[i] = c.cell(customer)
		}
		if err = w.Write(cells); err != nil {
			break
		}
	}
	w.Flush()
	return b.Bytes(), err
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
