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
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/join"
)

// An Engine answers questions about one dataset at a time. Every error is an
// *analysis.Error. Methods report progress to the function that WithProgress
// put into their context. Calls are answered one after the other.
type Engine interface {
	// Contents lists what a source holds: itself if it is a plain file, else the
	// files of an archive or the sheets of a workbook.
	Contents(ctx context.Context, ref SourceRef) ([]Member, error)

	// Preview looks at the head of a source and proposes how to read it.
	// Fields of want that are set are taken as they are.
	Preview(ctx context.Context, req PreviewRequest) (ingest.Preview, error)

	// Load reads files whole and makes them the dataset. If it fails, the dataset
	// before it stays.
	Load(ctx context.Context, req LoadRequest) (Dataset, error)

	// Segments scores customers by recency, frequency and spend.
	Segments(ctx context.Context, req SegmentsRequest) (Segments, error)

	// Concentration says how unevenly revenue and profit are spread over customers.
	Concentration(ctx context.Context, req ConcentrationRequest) (Concentration, error)

	// Clusters groups customers who are alike.
	Clusters(ctx context.Context, req ClustersRequest) (Clusters, error)

	// Migration says who went from which group to which between two days.
	Migration(ctx context.Context, req MigrationRequest) (Migration, error)

	// Movers returns one page of the customers behind a cell of a Migration.
	Movers(ctx context.Context, req MoversRequest) (Movers, error)

	// KeyCustomers ranks customers by several criteria and says how much the ranks hang on
	// their weights.
	KeyCustomers(ctx context.Context, req KeyCustomersRequest) (KeyCustomers, error)

	// Profiles sets groups of customers side by side: what they bring, how many are
	// lost, how long they stay.
	Profiles(ctx context.Context, req ProfilesRequest) (Profiles, error)

	// Portfolio sets what customers bring beside what they could bring, and what they
	// have cost beside what they earned.
	Portfolio(ctx context.Context, req PortfolioRequest) (Portfolio, error)

	// Value fits a model of purchases and Gamma-Gamma, and predicts what customers
	// will bring.
	Value(ctx context.Context, req ValueRequest) (Value, error)

	// Bakeoff tries every model on days that it has not seen.
	Bakeoff(ctx context.Context, req BakeoffRequest) (Bakeoff, error)

	// Bootstrap draws the customers again and again and says how sure the numbers
	// of Value are. It takes its time: Progress counts the replicates.
	Bootstrap(ctx context.Context, req BootstrapRequest) (clv.Intervals, error)

	// BootstrapTask prepares what Bootstrap does, so that several engines can share it.
	BootstrapTask(ctx context.Context, req BootstrapRequest) (clv.BootstrapTask, error)

	// Replicates computes some replicates of a task, for which it needs no dataset:
	// whichever engine does, the digits are the same.
	Replicates(ctx context.Context, req ReplicatesRequest) ([]clv.Replicate, error)

	// Covariates fits a model of purchases in which what is known of customers moves
	// their rates, and tests whether it matters.
	Covariates(ctx context.Context, req CovariatesRequest) (Covariates, error)

	// Drivers says how much the value of customers moves with retention, spend and
	// acquisition.
	Drivers(ctx context.Context, req DriversRequest) (Drivers, error)

	// SelfCheck recomputes published tables. It needs no dataset; if there is one and
	// it is the CDNOW sample, what was published of that is recomputed too.
	SelfCheck(ctx context.Context) (SelfCheck, error)

	// Zoom draws a part of a figure with an axis of time, as it last was in an answer: the
	// same numbers and style, other axes. No model is fitted anew.
	Zoom(ctx context.Context, req ZoomRequest) (figure.Figure, error)

	// Cohorts follows customers by cohort: what share of each is still buying, and
	// what it brings.
	Cohorts(ctx context.Context, req CohortsRequest) (Cohorts, error)

	// Survival says how long customers stay.
	Survival(ctx context.Context, req SurvivalRequest) (Survival, error)

	// Definition says what a definition of loss means here: the windows that the data
	// propose, the errors of each, and how others would count the same customers.
	Definition(ctx context.Context, req DefinitionRequest) (Definition, error)

	// Rates counts customers and revenue gained and lost by period, from orders or from
	// contracts, and makes rates of them.
	Rates(ctx context.Context, req RatesRequest) (Rates, error)

	// Ladder says what share of customers buys once more after each purchase.
	Ladder(ctx context.Context, req LadderRequest) (Ladder, error)

	// Hazards fits a Cox regression: which attributes go with leaving sooner.
	Hazards(ctx context.Context, req HazardsRequest) (Hazards, error)

	// Projection fits models of contracts to contracts or tenures, and projects how
	// long customers will stay and what they are still worth.
	Projection(ctx context.Context, req ProjectionRequest) (Projection, error)

	// Lifecycle says in which stage of their lives customers stand on two days, who went
	// where between them, and who has just entered decline.
	Lifecycle(ctx context.Context, req LifecycleRequest) (Lifecycle, error)

	// Customers returns one page of the table of all customers.
	Customers(ctx context.Context, req CustomersRequest) (CustomersPage, error)

	// Customer returns all that is known of one customer, with P(alive) day by day.
	Customer(ctx context.Context, req CustomerRequest) (Customer, error)

	// Export writes a table as CSV.
	Export(ctx context.Context, req ExportRequest) (File, error)

	// Receipts puts questions again, each as if it were the first: neither what was asked
	// before nor a language matters. One that cannot be answered has the reason in its
	// Receipt, and the others go on.
	Receipts(ctx context.Context, req ReceiptsRequest) ([]Receipt, error)

	// Project writes a project down as a .churn file.
	Project(ctx context.Context, req ProjectRequest) (File, error)

	// Warm runs the whole pipeline once on a built-in sample, beside the
	// dataset, so that the browser's optimising compiler has done its work
	// before the first file.
	Warm(ctx context.Context) error
}

// A SourceRef says what to read. Exactly one of File, Sample and Text is set.
type SourceRef struct {
	File   uint32 // a file that was attached to the connection
	Sample string // a sample of package sample, by key
	Text   []byte // pasted text
	Lang   string // language of a Sample's headers
	Member string // of an archive or workbook: which file or sheet
}

// A Member is something in a source that can be read by itself.
type Member struct {
	Name   string         // of the file or sheet
	Member string         // for SourceRef.Member; "" for a plain file
	Size   int64          // unpacked, in bytes; 0 while unknown
	Recipe *ingest.Recipe // if it is no table but a saved recipe

	Project *Project // if it is no table but a saved project
}

// A PreviewRequest asks how a source is written.
type PreviewRequest struct {
	Source SourceRef
	Want   ingest.Format
	Kind   ingest.Kind    // "" to propose one
	Recipe *ingest.Recipe // to be replayed where it fits; nil for none
	Today  analysis.Day   // for the proposed Rules; 0 if unknown
}

// A LoadRequest asks to read files by formats and mappings, usually those of
// their previews, corrected by a person.
type LoadRequest struct {
	Files  []FileRequest // at least one of kind Orders, or a list that can stand alone, see Basis
	Rules  ingest.Rules
	Doubts []analysis.Warning // of the previews: they stay with the dataset
}

// A FileRequest is one file of a LoadRequest.
type FileRequest struct {
	Source  SourceRef
	Kind    ingest.Kind // "" means Orders
	Format  ingest.Format
	Mapping ingest.Mapping
}

// A Dataset describes what was loaded.
type Dataset struct {
	Version    uint32 // grows with every load, so that a page can tell results apart
	Name       string
	Size       int64
	Ledger     ingest.Ledger
	Bases      []Basis // what it holds, in the order of the constants
	Customers  int     // of the orders or, without them, of the first basis
	Days       int     // purchase days: orders after same-day merging
	First, End analysis.Day
	Contracts  *ContractsReport // nil unless Has(OnContracts)
	Tenures    *TenuresReport   // nil unless Has(OnTenures)
	Currency   string
	Files      []FileReport // len(LoadRequest.Files), in their order
	Kept       []KeptReport // of Log.Attributes
	MergedIDs  int          // identifiers that Rules.IDs found to be another's
	Truth      []TruthRow   // of a sample: what it was generated with
	Warnings   []analysis.Warning

	OrderColumns []string // names of Log.Kept: what is known of each order row
	Columns      Columns  // all names by which questions count columns
}

// A FileReport says what became of one file. Dataset.Ledger adds up those of
// kind Orders.
type FileReport struct {
	Name   string
	Kind   ingest.Kind
	Size   int64
	Ledger ingest.Ledger // of a list, Used counts rows with a customer, whether matched or not
	Match  *Match        // of a list, with the orders or, without any, with the book it is beside; else nil
	Book   ingest.Book   // of a list that keeps contracts or tenures
}

// A Match says how well the customers of a list are those of the orders.
type Match = join.Match

// A KeptReport describes one column of the customers' attributes.
type KeptReport struct {
	Name     string
	Role     ingest.Role
	File     int // index into Files
	Filled   int // customers with a value
	Distinct int
	Mixed    int     // customers with more than one value over time; the latest counts
	Groups   []Group // of a text column: the largest by revenue, at most 8, by revenue
	Low      float64 // of a number column: smallest, median and largest value
	Median   float64
	High     float64
	First    analysis.Day // of a column of dates
	Last     analysis.Day
}

// A Group is the customers who share a value.
type Group struct {
	Value     string
	Customers int
	Orders    int
	Revenue   analysis.Money
}

// A TruthRow is one known fact about a sample, for comparison with estimates.
type TruthRow struct {
	Key   string // catalogue key of its name
	Value float64
}

// A ValueRequest asks for customer lifetime value.
type ValueRequest struct {
	Options clv.Options
	Layout  figure.Layout
}

// Value is the answer, with its figures. What the fit doctor found is in Findings
// alone; Result.Warnings holds every other doubt.
type Value struct {
	Result       clv.Result
	Findings     []clv.Finding // of the model of purchases on all days, passed checks too
	Newcomer     clv.Newcomer
	Intervals    clv.Intervals // by the delta method; Bootstrap has others
	Distribution figure.Figure // of CLV, log axis
	Tracking     figure.Figure // cumulative repeat purchases, actual and expected
	Calibration  figure.Figure // customers by frequency, actual and expected
	Alive        figure.Figure // P(alive) over frequency × recency
	Future       figure.Figure // expected purchases over the same
	Reliability  figure.Figure // share who bought in the holdout over the chance they were given
}

// Doubts returns every reason to read the numbers with care: the failed checks, then
// the other warnings.
func (v *Value) Doubts() []analysis.Warning {
	var out []analysis.Warning
	for _, f := range v.Findings {
		if !f.Passed {
			out = append(out, f.Warning)
		}
	}
	return append(out, v.Result.Warnings...)
}

// A BakeoffRequest asks which model to take. Of the options only CalibrationEnd
// matters: a horizon and a margin change no forecast of the holdout.
type BakeoffRequest struct {
	Options clv.Options
}

// Bakeoff is the answer.
type Bakeoff struct {
	Result    clv.BakeoffResult
	OneTimers clv.OneTimers // where the models differ most
}

// SelfCheck is what came of recomputing published tables.
type SelfCheck struct {
	Rows  []clv.CheckRow
	CDNOW bool // whether the dataset is the CDNOW sample, so that its rows are here
}

// Passed reports whether every published digit was confirmed.
func (s *SelfCheck) Passed() bool {
	return !slices.ContainsFunc(s.Rows, func(r clv.CheckRow) bool { return !r.Passed })
}

// A TableName names a table that can be exported.
type TableName string

// The tables.
const (
	ExcludedTable  TableName = "excluded"  // rows left out, those of lists too, with file, reason and line; Reason narrows it
	CustomersTable TableName = "customers" // one row a customer, as ExportRequest.Customers says
	SegmentsTable  TableName = "segments"
	TiersTable     TableName = "tiers"        // by revenue, as last asked for
	ClustersTable  TableName = "clusters"     // the cluster of every customer, as last asked for
	KeyTable       TableName = "keycustomers" // as last asked for
	CLVTable       TableName = "clv"          // CLV of every customer
	CohortsTable   TableName = "cohorts"      // one row a cell of the triangle
	SurvivalTable  TableName = "survival"     // one row a time and group
	HazardsTable   TableName = "hazards"      // one row a term of the Cox regression
	IncidenceTable TableName = "incidence"    // one row a time, group and cause
	MovementsTable TableName = "movements"    // one row a period: movements, rates and control limits
	UnmatchedTable TableName = "unmatched"    // customers of a list without orders; File narrows it
)

// RecipeFile names the export that is no table: how the dataset was read, as
// JSON, to be replayed on next month's files.
const RecipeFile TableName = "recipe"

// An ExportRequest asks for a table as a CSV file with a UTF-8 byte-order
// mark, so that Excel opens Chinese text.
type ExportRequest struct {
	Table    TableName
	Reason   ingest.Reason   // for ExcludedTable; "" for all
	File     int             // for UnmatchedTable: index into Dataset.Files
	Quantity cohort.Quantity // for TriangleTable

	// Customers is for CustomersTable: which customers, in which order, with which
	// columns. nil, and no Columns, mean all of them. Offset and Limit do not count.
	Customers *CustomersRequest
	Masked    bool // of it: identifiers are written as MaskID has them

	Lang  string   // of headers and segment names
	Names []string // for ClustersTable: what the person calls each cluster; may be short
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
