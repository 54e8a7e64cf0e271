package local

import (
	"bytes"
	"context"
	"strconv"

	"github.com/gocarina/gocsv"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
)

// A cohortRow is one cell: tables in this shape load into any tool, and a
// pivot makes the triangle of it. The last period of a bracket stands in To.
type cohortRow struct {
	Cohort   cell    `csv:"cohort"`
	Size     int     `csv:"customers"`
	Period   int     `csv:"period"`
	Active   int     `csv:"active"`
	Rate     decimal `csv:"retention"`
	Low      decimal `csv:"low_95"`
	High     decimal `csv:"high_95"`
	Revenue  decimal `csv:"revenue"`
	Complete bool    `csv:"complete"`
	To       int     `csv:"last_period"`
	Orders   int     `csv:"orders"`
	Worth    decimal `csv:"revenue_per_customer_to_date"`
	Cohorts  int     `csv:"cohort_size"`
}

func (l *Local) cohorts(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	result, err := d.follow(d.cohortsBy)
	if err != nil {
		return nil, err
	}
	var rows []cohortRow
	for _, c := range result.Cohorts {
		name := l.cohortName(c, req.Lang)
		for j := range c.Cells {
			x, col := &c.Cells[j], result.Columns[j]
			rows = append(rows, cohortRow{name, x.Size, col.From, x.Active, decimal(x.Rate), decimal(x.Low), decimal(x.High),
				decimal(x.Revenue.Float()), x.Complete, col.To - 1, x.Orders, decimal(x.Worth()), c.Size})
		}
	}
	return table(rows)
}

// cohortName names a cohort in a table: a date, a value, or that it is folded.
func (l *Local) cohortName(c cohort.Cohort, lang string) cell {
	switch {
	case c.Start != analysis.NoDay:
		return cell(c.Start.String())
	case c.Folded > 0:
		return cell(l.words(lang, "cohort.folded"))
	}
	return cell(c.Value)
}

// triangle writes the table in its shape, cohorts by columns, of one quantity.
// Cells that are not complete are left empty, so that nobody averages them; the
// table of cells has them.
func (l *Local) triangle(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	if !req.Quantity.Valid() {
		return nil, analysis.Fail(analysis.BadInput, "cohort.bad-quantity", analysis.Text("quantity", string(req.Quantity)))
	}
	result, err := d.follow(d.cohortsBy)
	if err != nil {
		return nil, err
	}
	b := bytes.NewBufferString(bom)
	w := gocsv.DefaultCSVWriter(b)
	rows := [][]string{triangleHead(result)}
	for _, c := range result.Cohorts {
		row := make([]string, len(rows[0])) // as wide as the head, so that any tool reads it
		copy(row, l.triangleRow(c, req))
		rows = append(rows, row)
	}
	if req.Quantity.Averaged() {
		rows = append(rows, meanRow("weighted_mean", result, req.Quantity.Mean), meanRow("simple_mean", result, req.Quantity.Simple))
	}
	for _, row := range rows {
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// triangleHead names the columns by their periods: 3, or 4-6 for a bracket.
func triangleHead(r *cohort.Result) []string {
	head := []string{"cohort", "customers"}
	for _, col := range r.Columns {
		name := strconv.Itoa(col.From)
		if col.To > col.From+1 {
			name += " to " + strconv.Itoa(col.To-1)
		}
		head = append(head, name)
	}
	return head
}

func (l *Local) triangleRow(c cohort.Cohort, req engine.ExportRequest) []string {
	row := []string{safe(string(l.cohortName(c, req.Lang))), strconv.Itoa(c.Size)}
	for j := range c.Cells {
		text := ""
		if x := &c.Cells[j]; x.Complete {
			text, _ = decimal(req.Quantity.Of(x)).MarshalCSV() // fails for nothing
		}
		row = append(row, text)
	}
	return row
}

func meanRow(name string, r *cohort.Result, mean func(*cohort.Average) float64) []string {
	row := []string{name, ""}
	for j := range r.Mean {
		text, _ := decimal(mean(&r.Mean[j])).MarshalCSV()
		row = append(row, text)
	}
	return row
}
