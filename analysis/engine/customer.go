package engine

import (
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
)

// A CustomerRequest asks for all that is known of the customer with an identifier, as
// CustomersPage.IDs has it.
type CustomerRequest struct {
	ID       string
	Measures Measures
	Layout   figure.Layout

	// Past asks for Customer.Past, too: every customer is scored anew on each of its
	// days, which takes its time and is remembered.
	Past bool
}

// Customer is the answer.
type Customer struct {
	Row        CustomerRow
	Purchases  []Purchase // by day
	Attributes []Fact
	Options    clv.Options // that Outlook stands on, with every proposal filled in
	Outlook    *clv.Outlook
	NoOutlook  *analysis.Error // why there is none; nil if there is one
	History    []clv.HistoryPoint
	Figure     figure.Figure // P(alive) over time; without an outlook it has no SVG
	Past       []Standing    // by day, the last one at the observation end
}

// A Purchase is one day on which a customer bought.
type Purchase struct {
	Day    analysis.Day
	Amount analysis.Money
	Orders int
}

// A Fact is what one attribute says of a customer.
type Fact struct {
	Name   string // as the file has it, "" without a header
	Role   ingest.Role
	Kind   analysis.ColumnKind
	Known  bool // whether there is a value
	Text   string
	Number analysis.Money
	Day    analysis.Day
}

// A Standing is which groups a customer was in at the end of a day, as the customers of
// that day divide.
type Standing struct {
	Day     analysis.Day
	Segment string // keys, as in CustomerRow
	Stage   string
	State   string
}

// maskedTail bounds what MaskID leaves in sight.
const maskedTail = 3

// MaskID writes an identifier so that a row can be found again and nobody be known by
// it: its last third alone, three characters at most.
func MaskID(id string) string {
	all := []rune(id)
	return strings.Repeat("•", maskedTail) + string(all[len(all)-min(len(all)/3, maskedTail):])
}
