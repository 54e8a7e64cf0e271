// Package report turns what a person put together into one self-contained HTML page,
// which is also what is printed.
//
//	report.go    what a report is made of: blocks in the order in which they are read
//	document.go  the same with everything that the blocks show
//	write.go     the document as a page: what a block becomes
//	table.go     tables, in as many parts as a page's width asks for
//	appendix.go  how the numbers came about, and what is doubtful about them
//	rich.go      the words of findings, formulas and notes
//	style.go     its style sheet, for screen and paper
//
// It takes plain values and knows of no engine, so that page and command line write the
// same. Whatever comes from data or from a person is escaped.
package report

// A Report is what a person put together.
type Report struct {
	Title  string
	Client string // whom it is for, under the title; may be ""
	Author string // may be ""
	Paper  Paper
	Blocks []Block
}

// A Paper is the size that a report is printed on.
type Paper string

// The papers.
const (
	A4     Paper = "" // 210 × 297 mm
	Letter Paper = "letter"
)

// A Block is one part of a report.
type Block struct {
	Kind    Kind
	Text    string // of a heading or a note
	Exhibit string // ID of what is shown, see app/screen.Exhibit
	Caption string // of the person's, under an exhibit; may be ""
	Table   bool   // show the exhibit's numbers as a table, too
}

// A Kind says what a block is.
type Kind string

// The kinds.
const (
	Heading   Kind = "heading"
	Note      Kind = "note"
	Exhibit   Kind = "exhibit"
	PageBreak Kind = "break"
	Summary   Kind = "summary" // the findings of all exhibits, each once
)
