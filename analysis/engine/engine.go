// Package engine is the contract between those who ask (the page, the command
// line) and the one who computes. It holds types only: whoever imports it
// carries neither gonum/plot nor a model's machinery into the page.
//
// Engine is the whole contract. Package engine/local performs it on data in
// memory; Client performs it over a Conn, whose other end runs Serve. Callers
// never learn which one they hold.
package engine

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/rfm"
	"churnbench/analysis/survival"
)

// An Engine answers questions about one dataset at a time. Every error is an
// *analysis.Error. Methods report progress to the function that WithProgress
// put into their context. Calls are answered one after the other.
type Engine interface {
	// Preview looks at the head of a source and proposes how to read it.
	// Fields of want that are set are taken as they are.
	Preview(ctx context.Context, req PreviewRequest) (ingest.Preview, error)

	// Load reads a source whole and makes it the dataset. If it fails, the
	// dataset before it stays.
	Load(ctx context.Context, req LoadRequest) (Dataset, error)

	// Segments scores customers by recency, frequency and spend.
	Segments(ctx context.Context, req SegmentsRequest) (Segments, error)

	// Value fits BG/NBD and Gamma-Gamma and predicts what customers will bring.
	Value(ctx context.Context, req ValueRequest) (Value, error)

	// Retention makes the cohort table and the survival curve.
	Retention(ctx context.Context, req RetentionRequest) (Retention, error)

	// Customers returns one page of the table of all customers.
	Customers(ctx context.Context, req CustomersRequest) (CustomersPage, error)

	// Export writes a table as CSV.
	Export(ctx context.Context, req ExportRequest) (File, error)

	// Warm runs the whole pipeline once on a built-in sample, beside the
	// dataset, so that the browser's optimising compiler has done its work
	// before the first file.
	Warm(ctx context.Context) error
}

// A SourceRef says what to read. Exactly one field is set.
type SourceRef struct {
	File   uint32 // a file that was attached to the connection
	Sample string // a sample of package sample, by key
	Text   []byte // pasted text
	Lang   string // language of a Sample's headers
}

// A PreviewRequest asks how a source is written.
type PreviewRequest struct {
	Source SourceRef
	Want   ingest.Format
}

// A LoadRequest asks to read a source by a format and mapping, usually those
// of its Preview, corrected by a person.
type LoadRequest struct {
	Source  SourceRef
	Format  ingest.Format
	Mapping ingest.Mapping
	Rules   ingest.Rules
	Doubts  []analysis.Warning // of the preview: they stay with the dataset
}

// A Dataset describes what was loaded.
type Dataset struct {
	Version    uint32 // grows with every load, so that a page can tell results apart
	Name       string
	Size       int64
	Ledger     ingest.Ledger
	Customers  int
	Days       int // purchase days: orders after same-day merging
	First, End analysis.Day
	Currency   string
	Truth      []TruthRow // of a sample: what it was generated with
	Warnings   []analysis.Warning
}

// A TruthRow is one known fact about a sample, for comparison with estimates.
type TruthRow struct {
	Key   string // catalogue key of its name
	Value float64
}

// A SegmentsRequest asks for an RFM analysis.
type SegmentsRequest struct {
	Options rfm.Options
	Layout  figure.Layout
}

// Segments is the answer, with its figures.
type Segments struct {
	Result rfm.Result
	Grid   figure.Figure // recency × frequency
	Bars   figure.Figure // share of customers against share of revenue, by segment
}

// A ValueRequest asks for customer lifetime value.
type ValueRequest struct {
	Options clv.Options
	Layout  figure.Layout
}

// Value is the answer, with its figures.
type Value struct {
	Result       clv.Result
	Distribution figure.Figure // of CLV, log axis
	Tracking     figure.Figure // cumulative repeat purchases, actual and expected
	Calibration  figure.Figure // customers by frequency, actual and expected
	Alive        figure.Figure // P(alive) over frequency × recency
}

// A RetentionRequest asks for cohorts and survival.
type RetentionRequest struct {
	Cohorts cohort.Options
	Window  int // silence in days that counts as lapsed; 0 takes the proposal
	Layout  figure.Layout
}

// Retention is the answer, with its figures.
type Retention struct {
	Cohorts  cohort.Result
	Lapse    survival.LapseResult
	Curve    figure.Figure // retention by period, mean and cohorts
	Survival figure.Figure // Kaplan–Meier
}

// A CustomersRequest asks for rows Offset ≤ i < Offset+Limit of the table of
// customers, filtered and sorted.
type CustomersRequest struct {
	Sort          CustomerSort
	Down          bool   // descending
	Search        string // part of the identifier, case-insensitive
	Segment       string // key of an RFM segment; "" for all
	Offset, Limit int
}

// A CustomerSort is a column to sort by.
type CustomerSort string

// The columns of the table of customers.
const (
	ByID       CustomerSort = "id"
	ByLast     CustomerSort = "last"
	ByDays     CustomerSort = "days"
	BySpend    CustomerSort = "spend"
	BySegment  CustomerSort = "segment"
	ByAlive    CustomerSort = "alive"
	ByExpected CustomerSort = "expected"
	ByCLV      CustomerSort = "clv"
)

// A CustomersPage is the visible part of the table.
type CustomersPage struct {
	Total  int // rows that pass the filter
	Offset int
	Rows   []CustomerRow
}

// A CustomerRow is one customer. Alive, Expected and CLV are NaN while no
// model has been fitted.
type CustomerRow struct {
	ID                   string
	First, Last          analysis.Day
	Days                 int // purchase days
	Spend                analysis.Money
	R, F, M              int
	Segment              string
	Alive, Expected, CLV float64
}

// A TableName names a table that can be exported.
type TableName string

// The tables.
const (
	ExcludedTable  TableName = "excluded"  // rows left out, with reason and line; Reason narrows it
	CustomersTable TableName = "customers" // RFM scores and segment of every customer
	SegmentsTable  TableName = "segments"
	CLVTable       TableName = "clv"     // CLV of every customer
	CohortsTable   TableName = "cohorts" // one row a cell of the triangle
	SurvivalTable  TableName = "survival"
)

// An ExportRequest asks for a table as a CSV file with a UTF-8 byte-order
// mark, so that Excel opens Chinese text.
type ExportRequest struct {
	Table  TableName
	Reason ingest.Reason // for ExcludedTable; "" for all
	Lang   string        // of headers and segment names
}

// A File is something to save.
type File struct {
	Name  string
	MIME  string
	Bytes []byte
}

// Progress tells how far a call has come. A field is 0 while unknown.
type Progress struct {
	Stage          string // catalogue key, such as "progress.read"
	Bytes, OfBytes int64
	Rows           int
	Step, OfSteps  int // of a fit
}

type progressKey struct{}

// WithProgress returns a context whose calls report to f.
func WithProgress(ctx context.Context, f func(Progress)) context.Context {
	return context.WithValue(ctx, progressKey{}, f)
}

// Report tells the context's listener, if there is one, how far a call has come.
func Report(ctx context.Context, p Progress) {
	if f, ok := ctx.Value(progressKey{}).(func(Progress)); ok {
		f(p)
	}
}
