package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/analysis/report"
)

// A Project is an analysis apart from its data: opened with next month's files it asks the
// same questions of them. It is saved as a .churn file.
type Project struct {
	Version int    // ProjectVersion
	Program string // version of Churnbench that wrote it
	Name    string // that the person gave it
	Lang    string // of the page that wrote it
	Saved   string // RFC 3339

	Sample string         // key of the sample that it is about, "" for files
	Recipe *ingest.Recipe // how the files are read; nil of a sample
	Files  []ProjectFile  // in the order of Dataset.Files

	First, End analysis.Day // of the dataset
	Columns    Columns      // by which Questions count theirs
	Questions  Questions
	Receipts   []Receipt // what came of them when it was saved; none if that was not asked for

	Notes  string // free text of the person's
	Report report.Report
}

// ProjectVersion is the version that is written; older ones are read as well.
const ProjectVersion = 1

// A ProjectFile is one file of data that a project was made with.
type ProjectFile struct {
	Name   string
	Size   int64
	SHA256 string // in hexadecimal, of the file's bytes as they are on disk; of a file in an archive, as it unpacks
	Rows   int
	Held   string // the SourceRef.Member under which the project's file holds it, "" if it does not
}

// Columns are the names of the columns by whose positions questions name them.
type Columns struct {
	Kept       []string           // of Dataset.Kept
	Orders     []string           // Dataset.OrderColumns
	Attributes map[Basis][]string // of Survival.Attributes, for each of Dataset.Bases
}

// RecurringColumn stands in Columns.Attributes for the amounts that a book knows of its
// customers: they are a column in any language.
const RecurringColumn = "role.recurring"

// A Receipt tells what came of one question, so that two runs can be compared: the digest is
// equal if and only if every number of the answer is, to the last bit.
type Receipt struct {
	Question  string          // name of the field of Questions, or DataQuestion
	Digest    string          // SHA-256 in hexadecimal over every number and word of the answer, figures left out; "" without one
	Headlines []Headline      // its most important numbers
	Err       *analysis.Error // why there is no answer; nil if there is
}

// DataQuestion is the Receipt.Question of what was read from the files, which stands
// before all others: its digest is over every customer, day and amount.
const DataQuestion = "Data"

// A Headline is one number worth comparing with next month's.
type Headline struct {
	Key   string // catalogue key of its name, such as "headline.customers"
	Unit  Unit
	Value float64 // NaN if it cannot be known
}

// A Unit says how a Headline is written.
type Unit string

// The units.
const (
	CountUnit Unit = "count"
	ShareUnit Unit = "share" // 0 to 1
	MoneyUnit Unit = "money" // in main units
	DaysUnit  Unit = "days"
)

// A ReceiptsRequest asks for what comes of questions on the dataset. Progress counts them.
type ReceiptsRequest struct {
	Questions Questions
}

// A ProjectRequest asks for the file of a project. Fields of Project that only the engine
// knows (Recipe, Files, Columns, First, End) are filled in by it.
type ProjectRequest struct {
	Project Project
	Compute bool // put the questions again for their Receipts
	Data    bool // hold the files' bytes, too; the file is a ZIP archive then
}
