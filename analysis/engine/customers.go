package engine

import (
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/lifecycle"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// A CustomerColumn names a column of the table of customers: one of CustomerColumns, or
// what AttributeColumn returns.
type CustomerColumn string

// The columns that every dataset of orders has.
const (
	ColumnID       CustomerColumn = "id"
	ColumnSegment  CustomerColumn = "segment" // RFM segment
	ColumnTier     CustomerColumn = "tier"    // by revenue
	ColumnCluster  CustomerColumn = "cluster" // as last asked for; nobody has one before
	ColumnState    CustomerColumn = "state"   // StateActive or StateLost
	ColumnStage    CustomerColumn = "stage"   // of the life of a customer
	ColumnFirst    CustomerColumn = "first"   // day of the first purchase
	ColumnLast     CustomerColumn = "last"    // day of the last purchase
	ColumnRecency  CustomerColumn = "recency" // days from it to the observation end
	ColumnDays     CustomerColumn = "days"    // purchase days
	ColumnSpend    CustomerColumn = "spend"
	ColumnAverage  CustomerColumn = "average" // spend per purchase day
	ColumnR        CustomerColumn = "r"
	ColumnF        CustomerColumn = "f"
	ColumnM        CustomerColumn = "m"
	ColumnAlive    CustomerColumn = "alive"    // P(alive) at the observation end
	ColumnExpected CustomerColumn = "expected" // purchases within the horizon
	ColumnCLV      CustomerColumn = "clv"
)

// CustomerColumns lists them in the order in which a person chooses.
var CustomerColumns = []CustomerColumn{
	ColumnID, ColumnSegment, ColumnTier, ColumnCluster, ColumnState, ColumnStage, ColumnFirst, ColumnLast, ColumnRecency,
	ColumnDays, ColumnSpend, ColumnAverage, ColumnR, ColumnF, ColumnM, ColumnAlive, ColumnExpected, ColumnCLV,
}

// attributePrefix begins the name of a column that the files brought.
const attributePrefix = "attribute:"

// AttributeColumn names column i of Dataset.Kept.
func AttributeColumn(i int) CustomerColumn {
	return CustomerColumn(attributePrefix + strconv.Itoa(i))
}

// Attribute returns the index into Dataset.Kept, −1 for a column that is none of the files'.
func (c CustomerColumn) Attribute() int {
	text, ok := strings.CutPrefix(string(c), attributePrefix)
	if i, err := strconv.Atoi(text); ok && err == nil {
		return i
	}
	return -1
}

// Modelled reports whether a column needs a fitted model of purchases.
func (c CustomerColumn) Modelled() bool {
	return c == ColumnAlive || c == ColumnExpected || c == ColumnCLV
}

// Divides returns what the groups of a column are by, under m; ok is false for a column
// that holds no groups.
func (m *Measures) Divides(c CustomerColumn) (by Segmentation, ok bool) {
	switch c {
	case ColumnSegment:
		return Segmentation{By: SegmentRFM, Scores: m.Scores}, true
	case ColumnTier:
		return Segmentation{By: SegmentTiers, Tiers: m.Tiers}, true
	case ColumnCluster:
		return Segmentation{By: SegmentClusters}, true
	case ColumnState:
		return Segmentation{By: SegmentState, Definition: m.Definition}, true
	case ColumnStage:
		return Segmentation{By: SegmentLifecycle, Definition: m.Definition, Life: m.Life}, true
	}
	return Segmentation{}, false
}

// Measures say by which options customers are scored, put into tiers and stages, called
// lost and valued. The zero value is the defaults of all.
type Measures struct {
	Scores     rfm.Options
	Tiers      segment.Cutting
	Definition churn.Definition
	Life       lifecycle.Options
	Values     clv.Options
}

// A Range narrows a column of numbers to Low ≤ v ≤ High, in the unit of ColumnPage.Numbers.
// ±Inf leaves a side open. A customer whose number is not known is outside of any.
type Range struct {
	Column    CustomerColumn
	Low, High float64
}

// A CustomersRequest asks for rows Offset ≤ i < Offset+Limit of the table of customers,
// filtered and sorted.
type CustomersRequest struct {
	Measures Measures
	Columns  []CustomerColumn // to be filled
	Sort     CustomerColumn   // "" for the order of the file
	Down     bool             // descending; equal customers keep the order of the file

	Search string     // part of the identifier, case-insensitive
	Cohort CohortCell // whose customers; the zero value for all
	Groups []GroupRef // of which customers must all be
	Ranges []Range    // in which customers must all be

	// Fit has the model fitted that columns among Columns need. Without it they are
	// filled if the model is at hand, so that nobody waits for a row; a sort or a
	// range that needs the model always waits.
	Fit bool

	// Count asks how the customers who pass the filter divide, nil for not to.
	Count *Segmentation

	Offset, Limit int
}

// A CustomersPage is the visible part of the table.
type CustomersPage struct {
	Total   int // rows that pass the filter
	Offset  int
	IDs     []string
	Columns []ColumnPage // as CustomersRequest.Columns

	// Unfitted reports that columns are empty for want of a model that Fit would bring.
	Unfitted bool
	NoValues *analysis.Error // why no model could be fitted; else nil

	Counts []GroupCount // as CustomersRequest.Count
}

// A ColumnPage is one column of a page. Columns of numbers have Numbers: counts, scores
// and shares as they are, days as analysis.Day, amounts in main units, NaN for what is not
// known. Columns of groups have the groups' keys as Texts, columns of texts the texts, ""
// for what is not known.
type ColumnPage struct {
	Numbers []float64
	Texts   []string
}

// A GroupCount is how many customers a group of a Segmentation has.
type GroupCount struct {
	Key       string
	Customers int
}

// MaxCounts is how many groups are counted: those of an attribute with more are its largest.
const MaxCounts = 200

// A CustomerRow is one customer. Alive, Expected and CLV are NaN while no
// model has been fitted.
type CustomerRow struct {
	ID                   string
	First, Last          analysis.Day
	Days                 int // purchase days
	Spend                analysis.Money
	R, F, M              int
	Segment              string // keys of her groups, NoGroup where there is none
	Tier, Cluster, State string
	Stage                string
	Alive, Expected, CLV float64
}
