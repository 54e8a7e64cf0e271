package analysis

// Contracts is the book of a business whose customers say when they leave: one
// row a contract (a subscription, a policy), grouped by customer. Customer c's
// contracts are rows Start[c] ≤ i < Start[c+1], in ascending order of From.
// Every customer has at least one. Columns are pointer-free and shared: readers
// must not change them.
type Contracts struct {
	IDs   Dict     // customer identifiers as the file has them
	Start []uint32 // len Customers()+1

	From      []Day   // first day under contract
	To        []Day   // first day no longer under contract; NoDay while it runs
	Recurring []Money // revenue of a month; NoNumber where the file does not say
	Reasons   []uint32
	Reason    Dict // why contracts ended: Reasons[i] is an index into it, NoCode where unknown

	End      Day    // observation end, inclusive: the last date seen unless the person chose another
	Currency string // ISO 4217 code if the file names one, else ""

	Attributes []Column // what is known of each customer: len Customers() values a column
}

// Customers returns the number of customers.
func (c *Contracts) Customers() int { return max(0, len(c.Start)-1) }

// Rows returns the range of rows of customer id.
func (c *Contracts) Rows(id CustomerID) (from, to int) {
	return int(c.Start[id]), int(c.Start[id+1])
}

// Tenures is a list of customers of whom it is known how long they stayed, and
// whether they have left, but no date: one row a customer.
type Tenures struct {
	IDs   Dict      // customer identifiers as the file has them
	Time  []float64 // how long each was seen, ≥ 0, in Unit
	Entry []float64 // from which age on each was watched, 0 ≤ Entry ≤ Time; nil if all from 0
	Left  []bool    // whether the customer left at Time; else was still here
	Unit  Unit

	Reasons []uint32 // index into Reason, NoCode where unknown; nil if the file has none
	Reason  Dict

	Recurring  []Money // revenue of a month; NoNumber where unknown; nil if the file has none
	Currency   string
	Attributes []Column // len Customers() values a column
}

// Customers returns the number of customers.
func (t *Tenures) Customers() int { return len(t.Time) }

// A Unit is what a duration is counted in.
type Unit string

// The units.
const (
	Days     Unit = "day"
	Weeks    Unit = "week"
	Months   Unit = "month" // of 365/12 days where it must be converted
	Quarters Unit = "quarter"
	Years    Unit = "year"
)
