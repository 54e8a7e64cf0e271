package report

import (
	"churnbench/analysis"
	"churnbench/analysis/figure"
)

// A Document is a report with all that its blocks show, in one language.
type Document struct {
	Report
	Lang  string // "en" or "zh"
	Facts []Fact // what the numbers rest on: definition, data, day, version
	Foot  string // the same in one line, at the foot of each page
	Parts []Part // of Blocks, in their order

	Ledger []Part             // tables of the appendix that account for the data
	Doubts []analysis.Warning // of the data

	// Say says a message of the catalogues in the document's language.
	Say func(key string, args ...analysis.Arg) string
}

// A Fact is a named line of the title block.
type Fact struct{ Name, Text string }

// A Part is a block with what it shows.
type Part struct {
	Block
	Title   string
	Finding string         // in the markup of package markup; may be ""
	Figure  *figure.Figure // nil for a table
	Numbers *figure.Table  // nil for a figure
	Explain *Explain       // nil for none
	Doubts  []analysis.Warning

	Earlier string // why it is not what it will be: another definition or parameter has been chosen; "" if it is
	Missing string // why there is nothing to show; "" if there is
	Busy    bool   // because it is under way
}

// An Explain says how a number came about. Texts are in the markup of package markup.
type Explain struct {
	Title       string
	Text        string
	Formula     string
	Inputs      []string
	Exclusions  []string
	Assumptions []string
	Source      string
}

// Text is the width of a line of text on paper, in CSS pixels: figures for a report are
// best drawn as wide.
func (p Paper) Text() float64 {
	if p == Letter {
		return 680 // 215.9 mm less two margins of 18 mm
	}
	return 658 // 210 mm less the same
}
