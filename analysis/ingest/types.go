package ingest

import (
	"io"
	"slices"

	"churnbench/analysis"
)

// A Source is a file that can be read as often as needed, in any order. An
// os.File with its size, a bytes.Reader and a browser's File all satisfy it.
type Source interface {
	io.ReaderAt
	Name() string
	Size() int64
}

// An Encoding names how bytes become characters.
type Encoding string

// The encodings understood so far.
const (
	UTF8    Encoding = "UTF-8"
	UTF16LE Encoding = "UTF-16LE"
	UTF16BE Encoding = "UTF-16BE"
	GB18030 Encoding = "GB18030" // a superset of GBK and GB2312

	// Windows1252 is what Western editions of Excel write; it holds ISO 8859-1.
	Windows1252 Encoding = "windows-1252"
)

// A Format is how a delimited file is written. The zero value of a field
// means "detect it".
type Format struct {
	Encoding  Encoding
	Delimiter byte    // ',', ';', '\t', '|' or ' ' (runs of blanks count as one)
	Header    Header  // whether the first record names the columns
	Decimal   byte    // '.' or ','
	Dates     DateFmt // order of day, month and year
}

// Header says whether a file has a header line.
type Header uint8

// The states of Header.
const (
	HeaderDetect Header = iota
	HeaderYes
	HeaderNo
)

// A DateFmt is a way of writing dates.
type DateFmt string

// The ways of writing dates understood so far. Each also accepts a time
// behind the date, which is dropped.
const (
	DatesDetect DateFmt = ""
	DateYMD     DateFmt = "ymd"     // 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日
	DateCompact DateFmt = "compact" // 20240305, 20240305143000
	DateDMY     DateFmt = "dmy"     // 5.3.2024, 05/03/24, 5 Mar 2024
	DateMDY     DateFmt = "mdy"     // 3/5/2024, Mar 5, 2024
)

// A Role is what a column means to the analysis.
type Role string

// The roles. Every column has exactly one; Ignore is the default.
const (
	Ignore   Role = ""
	Customer Role = "customer"
	Date     Role = "date"
	Amount   Role = "amount"
	Quantity Role = "quantity" // with UnitPrice it makes the amount where no Amount column is given
	Price    Role = "price"    // unit price
	Order    Role = "order"    // order number
)

// A Mapping gives each column of a file its role, by position. Its length is
// the number of fields that every row must have.
type Mapping []Role

// Column returns the first column with the role, or -1.
func (m Mapping) Column(r Role) int { return slices.Index(m, r) }

// A Preview is what the head of a file tells: how it is written, what its
// columns look like and what they probably mean. It holds kilobytes however
// large the file is.
type Preview struct {
	Name      string
	Size      int64
	Format    Format // complete: no field is left to detect
	Columns   []Column
	Rows      [][]string // the first records behind the header, at most PreviewRows, each with len(Columns) values
	Mapping   Mapping    // proposed, len(Columns)
	Rules     Rules      // proposed
	RowsSeen  int        // records in the part that was looked at
	RowsGuess int        // records in the whole file, extrapolated from its size
	Warnings  []analysis.Warning
}

// A Column is one column of a file as the preview saw it.
type Column struct {
	Name     string // from the header, or "" without one
	Type     Type
	Filled   int      // non-empty among RowsSeen
	Distinct int      // distinct values among RowsSeen
	Samples  []string // a few different values
}

// A Type is what the values of a column look like.
type Type uint8

// The types.
const (
	TextType Type = iota
	NumberType
	DateType
	EmptyType
)

// Rules decide which rows count. Each is shown with the ledger. The zero value
// keeps every date and refunds by DefaultRefunds.
type Rules struct {
	Refunds RefundRule
	// From and To bound the window of dates, inclusive; NoDay or 0 leaves a side open.
	From, To analysis.Day
}

// A RefundRule says what becomes of rows whose amount is zero or negative.
type RefundRule string

// The refund rules understood so far.
const (
	ExcludeRefunds RefundRule = "exclude"   // amounts ≤ 0 are left out
	KeepRefunds    RefundRule = "keep"      // they count as orders of that amount
	KeepZero       RefundRule = "keep-zero" // 0 counts as an order, negative amounts are left out
)

// DefaultRefunds is what Sniff proposes and what an empty RefundRule means. An
// order paid with a voucher is still an order: of the three rules only those
// that keep zeros reproduce x, t_x and T of all 2,357 customers of the
// published CDNOW fits (leaving its 8 zero orders out changes 8 customers).
const DefaultRefunds = KeepZero

// A Reason says why rows were excluded.
type Reason string

// The reasons, in the order in which a row is tested.
const (
	Malformed       Reason = "malformed" // quoting or number of fields is broken
	MissingCustomer Reason = "missing-customer"
	BadDate         Reason = "bad-date"
	OutsideWindow   Reason = "outside-window" // before Rules.From, after Rules.To, or not in 1990…2100
	BadAmount       Reason = "bad-amount"
	ZeroAmount      Reason = "zero-amount"
	NegativeAmount  Reason = "negative-amount"
	TotalsLine      Reason = "totals-line" // 合计, Total …; tested before a missing customer or date
)

// Reasons lists all reasons in the order of a ledger.
var Reasons = []Reason{
	Malformed, MissingCustomer, BadDate, OutsideWindow,
	BadAmount, ZeroAmount, NegativeAmount, TotalsLine,
}

// A Ledger accounts for every row of the file:
// Read = Used + Σ Excluded.Rows. Merged rows are used rows: they count into a
// purchase day that another row had already opened.
type Ledger struct {
	Read     int
	Used     int
	Merged   int // of Used
	Excluded []Exclusion
	Revenue  analysis.Money // of the used rows
	Lines    int            // physical lines, header included
	Blank    int            // lines without any value (nothing, blanks or delimiters only), which are not rows
}

// An Exclusion is one reason of a Ledger.
type Exclusion struct {
	Reason Reason
	Rows   int
	Amount analysis.Money // of those rows whose amount could be read
	First  []Rejected     // at most 20, in file order
}

// A Rejected row is one that was left out, as the file has it.
type Rejected struct {
	Line   int    // 1-based line in the file
	Column int    // 1-based column that is at fault, 0 if the row as a whole
	Text   string // the field at fault, or the row, cut to 200 bytes
	Why    analysis.Message
}
