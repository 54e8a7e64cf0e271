package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// NotYet is the key of customers whose first purchase was after GroupRef.At, whatever
// divides them.
const NotYet = "~"

// A MigrationRequest asks who went from which group to which between two days.
type MigrationRequest struct {
	Segmentation              // clusters know no past; an attribute never changes
	From, To     analysis.Day // Dataset.First ≤ From < To ≤ Dataset.End; 0 means MigrationSpan before To, and the observation end
	Window       int          // days whose revenue counts, 1 to MaxMigrationWindow; 0 means To − From
	Fixed        bool         // RFM scores: cut-offs near the quantiles of the first day hold on both days
	Sankey       bool         // draw the figure, too
	Layout       figure.Layout
}

// MaxMigrationWindow bounds the days whose revenue counts.
const MaxMigrationWindow = 3650

// MigrationSpans are the days between the two dates that a person may want, the
// longest first.
var MigrationSpans = []int{365, 180, 90}

// MigrationSpan is the longest of MigrationSpans that leaves as many days of data
// before the first date, so that both windows of revenue are whole; else half of the
// days, 0 if there is only one.
func MigrationSpan(first, end analysis.Day) int {
	for _, days := range MigrationSpans {
		if int(end-first)+1 >= 2*days {
			return days
		}
	}
	return (int(end-first) + 1) / 2
}

// Migration is the answer.
type Migration struct {
	Result segment.Migration
	By     [2]Segmentation   // what divides the customers on the first and on the second day: with Fixed, by typed cut-offs
	Cuts   [2][]rfm.Cuts     // of RFM scores R, F, M on either day; else nil
	Tiers  [2][]segment.Tier // of revenue tiers on either day; else nil
	Sankey figure.Figure     // if asked for

	Warnings []analysis.Warning
}

// Days are the days that the rows and columns stand on.
func (m *Migration) Days() [2]analysis.Day { return [2]analysis.Day{m.Result.From, m.Result.To} }

// Group names row or column i of day 0 or 1 as the table of customers does.
func (m *Migration) Group(day, i int) GroupRef {
	ref := GroupRef{Segmentation: m.By[day], At: m.Days()[day], Key: NotYet}
	if i < len(m.Result.Groups) {
		ref.Key = m.Result.Groups[i]
	}
	return ref
}

// Any stands for all rows, or all columns, in a MoversRequest.
const Any = -1

// A MoversRequest asks for the customers of one cell of a Migration, or of several.
type MoversRequest struct {
	Migration     MigrationRequest
	Row, Column   int  // of the cell; Any for all
	AtRisk        bool // only those whose revenue is at risk
	Offset, Limit int
}

// Movers is one page of them, the most revenue at stake first.
type Movers struct {
	Total         int
	Before, After analysis.Money // of all of them
	Offset        int
	Rows          []Mover
}

// A Mover is a customer who is in the log on the second day.
type Mover struct {
	ID            string
	Row, Column   int            // of Migration
	Before, After analysis.Money // revenue in the windows; what is at stake is the larger of the two
}

// MigrationTable lists the group of every customer on both days, as last asked for.
const MigrationTable TableName = "migration"
