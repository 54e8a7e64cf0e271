package local

import (
	"bytes"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

// Export implements engine.Engine. Text of a client's file is written as a cell,
// which no spreadsheet takes for a formula. Headers are short stable names, the same in
// both languages, so that a macro or a script written for one export reads the
// next one too; segments are named in the asker's language beside their key.
func (l *Local) Export(ctx context.Context, req engine.ExportRequest) (engine.File, error) {
	defer l.unpacked.release()
	d, err := l.loaded()
	if err != nil {
		return engine.File{}, err
	}
	if req.Table == engine.RecipeFile {
		return l.recipe(d)
	}
	write, ok := map[engine.TableName]func(context.Context, *dataset, engine.ExportRequest) ([]byte, error){
		engine.ExcludedTable:  l.excluded,
		engine.CustomersTable: l.customers,
		engine.SegmentsTable:  l.segments,
		engine.TiersTable:     l.tiers,
		engine.ClustersTable:  l.clusterOf,
		engine.MigrationTable: l.migration,
		engine.ProfilesTable:  l.profiles,
		engine.PortfolioTable: l.portfolio,
		engine.CLVTable:       l.clv,
		engine.CohortsTable:   l.cohorts,
		engine.TriangleTable:  l.triangle,
		engine.SurvivalTable:  l.survival,
		engine.IncidenceTable: l.incidence,
		engine.MovementsTable: l.movements,
		engine.HazardsTable:   l.hazards,
		engine.StagesTable:    l.stages,
		engine.AlertsTable:    l.alerts,
		engine.UnmatchedTable: l.unmatched,
		engine.KeyTable:       l.keyTable,
	}[req.Table]
	if !ok {
		return engine.File{}, analysis.Fail(analysis.BadInput, "engine.no-table", analysis.Text("table", string(req.Table)))
	}
	if !slices.Contains(tablesWithoutOrders, req.Table) {
		if _, err := l.ordered(); err != nil {
			return engine.File{}, err
		}
	}
	body, err := write(ctx, d, req)
	if err != nil {
		return engine.File{}, err
	}
	name := string(req.Table)
	if req.Masked {
		name += "-masked"
	}
	return engine.File{Name: name + ".csv", MIME: "text/csv;charset=utf-8", Bytes: body}, nil
}

// tablesWithoutOrders do not need orders, or say themselves that they do.
var tablesWithoutOrders = []engine.TableName{engine.ExcludedTable, engine.UnmatchedTable, engine.MovementsTable,
	engine.SurvivalTable, engine.IncidenceTable, engine.HazardsTable}

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

// A cell is text from a client's file. A spreadsheet runs as a formula what
// begins with =, +, -, @ or one of their full-width forms, or with a tab or line
// end that hides it (OWASP, "CSV Injection"): such text gets an apostrophe in
// front, by which a spreadsheet knows text.
type cell string

// formulaStarts are the characters with which a formula may begin.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// MarshalCSV implements gocsv.TypeMarshaller.
func (c cell) MarshalCSV() (string, error) { return safe(string(c)), nil }

// UnmarshalCSV implements gocsv.TypeUnmarshaller.
func (c *cell) UnmarshalCSV(s string) error {
	if text, ok := strings.CutPrefix(s, "'"); ok && safe(text) == s {
		s = text
	}
	*c = cell(s)
	return nil
}

func safe(text string) string {
	if text != "" && strings.IndexAny(text, formulaStarts) == 0 {
		return "'" + text
	}
	return text
}

type clvRow struct {
	Customer cell    `csv:"customer"`
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
		rows[c] = clvRow{cell(d.log.IDs.At(c)), decimal(v.Alive[c]), decimal(v.Expected[c]), decimal(v.Spend[c]), decimal(v.CLV[c])}
	}
	return table(rows)
}
