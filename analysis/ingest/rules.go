package ingest

import (
	"slices"

	"churnbench/analysis"
)

// Rules decide which rows count. Each is shown with the ledger. The zero value
// keeps every date, refunds by DefaultRefunds, identical rows, and identifiers
// as they are.
type Rules struct {
	Refunds    RefundRule
	Duplicates DuplicateRule
	Test       []string // patterns of identifiers that are no customers, see IsTest
	// NoSale are the states of an order, in the column OrderStatus, by which it was
	// none: see IsNoSale. Any other state counts, and so does none, unless the row
	// carries the number of the last order above it that was no sale.
	NoSale []string
	IDs    IDRules

	// LastDay says that a contract's end is the last day under it; else it is the
	// first day without it.
	LastDay bool
	// Yearly says that recurring revenue is that of a year; else it is of a month.
	Yearly bool
	// Left and Stays are statuses that a person has decided, beside those that are
	// understood by themselves: see Column.Standing.
	Left, Stays []string

	// From and To bound the window of dates, inclusive; NoDay or 0 leaves a side open.
	From, To analysis.Day
	// Today is the day on which the file is read, 0 if unknown: later dates than
	// the day after it are left out as OutsideWindow, and said to be in the future.
	Today analysis.Day
}

// proposedRules are what Sniff proposes for a file with a mapping. An order
// number makes two equal rows one row that was exported twice. The states of
// orders are proposed whether or not a column has them: one may be chosen later,
// and a state may first occur far down.
func proposedRules(m Mapping) Rules {
	r := Rules{Refunds: DefaultRefunds, Duplicates: KeepDuplicates, Test: slices.Clone(ExcludeTests), NoSale: slices.Clone(NoSaleStates), From: analysis.NoDay, To: analysis.NoDay}
	if m.Column(Order) >= 0 {
		r.Duplicates = ExcludeDuplicates
	}
	return r
}

// A RefundRule says what becomes of rows whose amount is zero or negative.
type RefundRule string

// The refund rules.
const (
	ExcludeRefunds RefundRule = "exclude"   // amounts ≤ 0 are left out
	KeepRefunds    RefundRule = "keep"      // they count as orders of that amount
	KeepZero       RefundRule = "keep-zero" // 0 counts as an order, negative amounts are left out

	// NetRefunds sets a refund against the customer's purchase days up to its
	// date, the latest first. A day whose amount falls to 0 was taken back whole
	// and is no purchase any more. What finds no purchase is an UnmatchedRefund; so
	// is a refund larger than all that is left of the customer's purchases, for it is
	// set off whole or not at all.
	NetRefunds RefundRule = "net"

	// SubtractRefunds takes the money off the same days, but leaves all of them
	// purchases: the customer came, whatever was returned later.
	SubtractRefunds RefundRule = "subtract"
)

// RefundRules lists the rules in the order in which a person is offered them.
var RefundRules = []RefundRule{KeepZero, ExcludeRefunds, NetRefunds, SubtractRefunds, KeepRefunds}

// DefaultRefunds is what Sniff proposes and what an empty RefundRule means. An
// order paid with a voucher is still an order: of the rules only those that
// keep zeros reproduce x, t_x and T of all 2,357 customers of the published
// CDNOW fits (leaving its 8 zero orders out changes 8 customers).
const DefaultRefunds = KeepZero

// A DuplicateRule says what becomes of a row that stands further up already,
// byte for byte.
type DuplicateRule string

// The duplicate rules. A shop may sell the same thing twice on a day, so that
// identical rows are only proposed to be left out where each row carries an
// order number.
const (
	KeepDuplicates    DuplicateRule = "keep" // they are counted, Ledger.Identical; also the zero value
	ExcludeDuplicates DuplicateRule = "exclude"
)

// IDRules say which identifiers mean the same customer although they are
// written differently. Blanks around an identifier never count.
type IDRules struct {
	Case  bool // ab12 is AB12
	Zeros bool // 00123 is 123
	Width bool // １２３ is 123
}

// ExcludeTests are the patterns proposed for Rules.Test.
var ExcludeTests = []string{"test", "test*account", "测试*", "*@example.com", "*@example.org", "*@example.net"}
