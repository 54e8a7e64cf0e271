package local

import (
	"bytes"
	"context"
	"math"
	"strconv"

	"github.com/gocarina/gocsv"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/survival"
)

// Export implements engine.Engine. Headers are short stable names, the same in
// both languages, so that a macro or a script written for one export reads the
// next one too; segments are named in the asker's language beside their key.
func (l *Local) Export(ctx context.Context, req engine.ExportRequest) (engine.File, error) {
	defer l.unpacked.release()
	d, err := l.loaded()
	if err != nil {
		return engine.File{}, err
	}
	write, ok := map[engine.TableName]func(context.Context, *dataset, engine.ExportRequest) ([]byte, error){
		engine.ExcludedTable:  l.excluded,
		engine.CustomersTable: l.customers,
		engine.SegmentsTable:  l.segments,
		engine.CLVTable:       l.clv,
		engine.CohortsTable:   l.cohorts,
		engine.SurvivalTable:  l.survival,
	}[req.Table]
	if !ok {
		return engine.File{}, analysis.Fail(analysis.BadInput, "engine.no-table", analysis.Text("table", string(req.Table)))
	}
	body, err := write(ctx, d, req)
	if err != nil {
		return engine.File{}, err
	}
	return engine.File{Name: string(req.Table) + ".csv", MIME: "text/csv;charset=utf-8", Bytes: body}, nil
}

// bom is the UTF-8 byte-order mark, without which Excel takes Chinese for Latin.
const bom = "\ufeff"

// table writes typed rows as CSV; their csv tags name the columns.
func table[Row any](rows []Row) ([]byte, error) {
	b := bytes.NewBufferString(bom)
	err := gocsv.Marshal(rows, b)
	return b.Bytes(), err
}

// A decimal is a number that may be unknown: NaN is written as an empty cell
// and ±Inf as a word, for neither is a number to a spreadsheet. Numbers of a
// size that people read are written without an exponent, as summary.json does:
// a revenue of a million is 1294011.53, not 1.29401153e+06.
type decimal float64

// MarshalCSV implements gocsv.TypeMarshaller.
func (v decimal) MarshalCSV() (string, error) {
	f := float64(v)
	switch {
	case math.IsNaN(f):
		return "", nil
	case math.IsInf(f, 0):
		return "infinite", nil
	}
	format := byte('f')
	if size := math.Abs(f); size != 0 && size < 1e-6 || size >= 1e21 {
		format = 'e'
	}
	return strconv.FormatFloat(f, format, -1, 64), nil
}

// UnmarshalCSV implements gocsv.TypeUnmarshaller.
func (v *decimal) UnmarshalCSV(s string) error {
	switch s {
	case "":
		*v = decimal(math.NaN())
		return nil
	case "infinite":
		*v = decimal(math.Inf(1))
		return nil
	}
	f, err := strconv.ParseFloat(s, 64)
	*v = decimal(f)
	return err
}

type excludedRow struct {
	Line   int    `csv:"line"`
	Column string `csv:"column"` // "" if the row as a whole is at fault
	Reason string `csv:"reason"`
	Text   string `csv:"text"`
}

// excluded writes row by row: of a file that is wrong from top to bottom there
// are millions, too many to hold before writing.
func (l *Local) excluded(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	b := bytes.NewBufferString(bom)
	w := gocsv.DefaultCSVWriter(b)
	err := gocsv.MarshalCSV([]excludedRow{}, w)
	for _, e := range d.about.Ledger.Excluded {
		if err != nil || req.Reason != "" && e.Reason != req.Reason {
			continue
		}
		whole := d.table.Excluded(e.Reason, func(r ingest.Rejected) bool {
			column := ""
			if r.Column > 0 {
				column = strconv.Itoa(r.Column)
			}
			err = w.Write([]string{strconv.Itoa(r.Line), column, string(e.Reason), r.Text})
			return err == nil && ctx.Err() == nil
		})
		if !whole && err == nil {
			err = incomplete(ctx)
		}
	}
	w.Flush()
	return b.Bytes(), err
}

// incomplete says why not all excluded rows could be listed. A list that is
// short of some would pass for the whole.
func incomplete(ctx context.Context) error {
	if ctx.Err() != nil {
		return analysis.Fail(analysis.Cancelled, "ingest.cancelled")
	}
	return analysis.Fail(analysis.BadInput, "ingest.excluded-unreadable").Or("ingest.unreadable-remedy")
}

type customerRow struct {
	Customer    string  `csv:"customer"`
	First       string  `csv:"first_purchase"`
	Last        string  `csv:"last_purchase"`
	Days        int     `csv:"purchase_days"`
	Spend       decimal `csv:"spend"`
	R           int     `csv:"r"`
	F           int     `csv:"f"`
	M           int     `csv:"m"`
	Segment     string  `csv:"segment"`
	SegmentName string  `csv:"segment_name"`
}

func (l *Local) customers(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	if err := d.prepare(ctx); err != nil {
		return nil, err
	}
	rows := make([]customerRow, d.log.Customers())
	for c := range rows {
		r := d.customer(analysis.CustomerID(c))
		rows[c] = customerRow{r.ID, r.First.String(), r.Last.String(), r.Days, decimal(r.Spend.Float()),
			r.R, r.F, r.M, r.Segment, l.words(req.Lang, "segment."+r.Segment)}
	}
	return table(rows)
}

type segmentRow struct {
	Segment   string  `csv:"segment"`
	Name      string  `csv:"segment_name"`
	Customers int     `csv:"customers"`
	Revenue   decimal `csv:"revenue"`
	Recency   decimal `csv:"median_recency_days"`
	Frequency decimal `csv:"mean_purchase_days"`
	Spend     decimal `csv:"mean_spend"`
}

func (l *Local) segments(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	scores, err := d.score(d.scoredBy)
	if err != nil {
		return nil, err
	}
	var rows []segmentRow
	for _, s := range scores.Result().Segments {
		rows = append(rows, segmentRow{s.Key, l.words(req.Lang, "segment."+s.Key), s.Customers,
			decimal(s.Revenue.Float()), decimal(s.Recency), decimal(s.Frequency), decimal(s.Spend)})
	}
	return table(rows)
}

type clvRow struct {
	Customer string  `csv:"customer"`
	Alive    decimal `csv:"p_alive"`
	Expected decimal `csv:"expected_purchases"`
	Spend    decimal `csv:"expected_spend"`
	CLV      decimal `csv:"clv"`
}

func (l *Local) clv(ctx context.Context, d *dataset, _ engine.ExportRequest) ([]byte, error) {
	v, err := d.worth(ctx, d.valuedBy)
	if err != nil {
		return nil, err
	}
	rows := make([]clvRow, d.log.Customers())
	for c := range rows {
		rows[c] = clvRow{d.log.IDs.At(c), decimal(v.Alive[c]), decimal(v.Expected[c]), decimal(v.Spend[c]), decimal(v.CLV[c])}
	}
	return table(rows)
}

// A cohortRow is one cell: tables in this shape load into any tool, and a
// pivot makes the triangle of it.
type cohortRow struct {
	Cohort   string  `csv:"cohort"`
	Size     int     `csv:"customers"`
	Period   int     `csv:"period"`
	Active   int     `csv:"active"`
	Rate     decimal `csv:"retention"`
	Low      decimal `csv:"low_95"`
	High     decimal `csv:"high_95"`
	Revenue  decimal `csv:"revenue"`
	Complete bool    `csv:"complete"`
}

func (l *Local) cohorts(_ context.Context, d *dataset, _ engine.ExportRequest) ([]byte, error) {
	result, err := cohort.Make(d.log, d.cohortsBy)
	if err != nil {
		return nil, err
	}
	var rows []cohortRow
	for _, c := range result.Cohorts {
		for k, cell := range c.Cells {
			rows = append(rows, cohortRow{c.Start.String(), c.Size, k, cell.Active, decimal(cell.Rate),
				decimal(cell.Low), decimal(cell.High), decimal(cell.Revenue.Float()), cell.Complete})
		}
	}
	return table(rows)
}

type survivalRow struct {
	Day      decimal `csv:"days"`
	AtRisk   int     `csv:"at_risk"`
	Lapsed   int     `csv:"lapsed"`
	Censored int     `csv:"censored"`
	S        decimal `csv:"survival"`
	SE       decimal `csv:"se"`
	Low      decimal `csv:"low_95"`
	High     decimal `csv:"high_95"`
}

func (l *Local) survival(_ context.Context, d *dataset, _ engine.ExportRequest) ([]byte, error) {
	result, err := survival.Lapses(d.log, d.lapsedBy, survival.LogLog)
	if err != nil {
		return nil, err
	}
	c := result.Curve
	rows := make([]survivalRow, len(c.Time))
	for i := range rows {
		rows[i] = survivalRow{decimal(c.Time[i]), c.AtRisk[i], c.Events[i], c.Censored[i],
			decimal(c.S[i]), decimal(c.SE[i]), decimal(c.Low[i]), decimal(c.High[i])}
	}
	return table(rows)
}
