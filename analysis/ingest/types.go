package ingest

import (
	"io"

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
	Big5    Encoding = "Big5"    // with the extensions of Hong Kong

	ShiftJIS Encoding = "Shift_JIS" // Microsoft's variant, code page 932

	// Windows1252 is what Western editions of Excel write; it holds ISO 8859-1.
	Windows1252 Encoding = "windows-1252"
)

// Encodings lists the encodings in the order in which a person is offered them.
var Encodings = []Encoding{UTF8, UTF16LE, UTF16BE, GB18030, Big5, ShiftJIS, Windows1252}

// A Format is how a delimited file is written. The zero value of a field
// means "detect it".
type Format struct {
	Encoding  Encoding
	Delimiter byte    // ',', ';', '\t', '|' or ' ' (runs of blanks count as one)
	Quoting   Quoting // what quotes mean
	Skip      Skip    // lines before the table
	Header    Header  // whether the first record behind them names the columns
	Decimal   byte    // '.' or ','
	Dates     DateFmt // order of day, month and year

	// Unit is what tenures are counted in.
	Unit analysis.Unit
}

// Quoting says how a field holds a delimiter, a line end or a quote.
type Quoting string

// The ways of quoting.
const (
	QuotingDetect Quoting = ""
	Doubled       Quoting = "doubled"   // "say ""hi""", RFC 4180
	Backslash     Quoting = "backslash" // "say \"hi\"", MySQL and Hive
	Unquoted      Quoting = "none"      // a quote is a character like any other
)

// Skip says how many lines stand before the table: a report's title, the date
// on which it was made.
type Skip int

// The states of Skip other than a number of lines.
const (
	SkipDetect Skip = 0
	NoSkip     Skip = -1
)

// Lines returns the number of lines to pass over.
func (s Skip) Lines() int { return max(0, int(s)) }

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

	DateMonth      DateFmt = "month"    // 2024-03, 2024年3月, Mar 2024: the month's first day
	DateSerial     DateFmt = "serial"   // 45356, 45356.604: days since 1899-12-30, as Excel counts
	DateEpoch      DateFmt = "epoch"    // 1709640000: seconds since 1970, UTC
	DateEpochMilli DateFmt = "epoch-ms" // 1709640000000: milliseconds since 1970, UTC
)

// An Undecided property of a format is one that the file itself leaves open:
// 03/04/2024 in every row. It is asked, never guessed: the field of the
// Preview's Format is at its zero value, and Read fails until it is set.
type Undecided struct {
	Property Property
	Sample   string    // a value from the file
	Readings []Reading // what it may mean, the likeliest first
}

// A Property names a field of Format that may be Undecided.
type Property string

// The properties that a file may leave open.
const (
	DatesProperty   Property = "dates"
	DecimalProperty Property = "decimal"
	UnitProperty    Property = "unit" // of tenures
)

// A Reading is one way to read a value: what the format's field would be, and
// what the Sample would mean then.
type Reading struct {
	Value string           // a DateFmt, a decimal mark or an analysis.Unit
	Means analysis.Message // "3 April 2024"
}

// A Preview is what the head of a file tells: how it is written, what its
// columns look like and what they probably mean. It holds kilobytes however
// large the file is.
type Preview struct {
	Name      string
	Size      int64
	Kind      Kind        // proposed
	Preset    string      // the program whose export this is, by its header; "" if none is recognised
	Format    Format      // complete, except for what is Undecided
	Undecided []Undecided // what a person must decide before the file is read
	Decoded   *Decoded    // where the encoding was not certain
	Preamble  []string    // the lines that Format.Skip passes over, cut to 200 bytes
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
	Values   []string // all of them, in order of appearance, if they are MaxStatuses at most and fit
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

// Decoded shows what a choice of encoding does to a line of the file that
// holds more than ASCII.
type Decoded struct {
	Line int    // 1-based; 0 for a line from further on, which was not counted
	Raw  string // the line with its bytes above 127 as \xNN
	Text string // the same line, decoded
	Bad  int    // undecodable places in the part of the file that was looked at
}

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
	TotalsLine      Reason = "totals-line"      // 合计, Total …; tested before a missing customer or date
	TestCustomer    Reason = "test-customer"    // matches Rules.Test
	NoSale          Reason = "no-sale"          // its order state is one of Rules.NoSale: failed, cancelled, never paid
	Duplicate       Reason = "duplicate"        // the same row, byte for byte, stands further up
	UnmatchedRefund Reason = "unmatched-refund" // nothing was bought before that it could be set against

	// Of rows of contracts and tenures, beside MissingCustomer, TestCustomer, BadDate,
	// OutsideWindow, BadAmount and NegativeAmount:
	EndBeforeStart Reason = "end-before-start" // or on the same day, unless Rules.LastDay
	NoEnd          Reason = "no-end"           // the status says that it ended, and no date says when
	BadTenure      Reason = "bad-tenure"       // missing, no number, negative, or less than the entry
	UnknownStatus  Reason = "unknown-status"   // missing, or nobody has said what it means
)

// Reasons lists all reasons in the order of a ledger.
var Reasons = []Reason{
	Malformed, MissingCustomer, TestCustomer, NoSale, BadDate, OutsideWindow,
	EndBeforeStart, NoEnd, BadTenure, UnknownStatus,
	BadAmount, ZeroAmount, NegativeAmount, UnmatchedRefund, Duplicate, TotalsLine,
}

// A Ledger accounts for every row of the files:
// Read = Used + Σ Excluded.Rows. Merged and Netted rows are used rows: merged
// ones count into a purchase day that another row had already opened, netted
// ones are refunds that were set against earlier purchases.
type Ledger struct {
	Read     int
	Used     int
	Merged   int            // of Used
	Netted   int            // of Used; refund rows under NetRefunds and SubtractRefunds
	Undone   int            // of Used; order rows that refunds took back whole, under NetRefunds
	Refunded analysis.Money // what the netted rows took off, ≤ 0

	Identical int // of Used: rows equal to one further up that Rules.Duplicates keeps
	Excluded  []Exclusion
	Revenue   analysis.Money // of the used rows
	Lines     int            // physical lines, header included
	Blank     int            // lines without any value (nothing, blanks or delimiters only), which are not rows
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
	File   int    // index into the inputs that were read
	Line   int    // 1-based line in the file
	Column int    // 1-based column that is at fault, 0 if the row as a whole
	Text   string // the field at fault, or the row, cut to 200 bytes
	Why    analysis.Message
}
