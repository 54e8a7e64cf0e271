package join

import (
	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// A Match says how well the customers of a list are those of the orders.
type Match struct {
	Listed    int      // distinct customers in the list
	Matched   int      // of Listed, with orders
	Buyers    int      // customers with orders
	Repeated  int      // rows of the list for a customer that had one; the last one counts
	Unmatched []string // the first identifiers without orders, at most 20; UnmatchedTable has all

	// What each rule that is off would bring, in further matched customers.
	WithCase, WithZeros, WithWidth int
}

// maxUnmatched is how many identifiers a Match shows.
const maxUnmatched = 20

// none stands where a customer of the log has no row in the list.
const none = ^uint32(0)

// A Join is a list beside a log.
type Join struct {
	log  *analysis.Log
	list *ingest.List

	row       []uint32 // by customer of the log: the row of the list that counts, or none
	unmatched []uint32 // indexes into list.IDs, ascending
	waiting   []uint32 // of these the rows of the list that count
	match     Match
}

// New finds the customers of a list among those of a log. Both must have been
// read by the same rules.
func New(log *analysis.Log, list *ingest.List, rules ingest.IDRules) *Join {
	j := &Join{log: log, list: list, row: make([]uint32, log.Customers())}
	last := lastRows(list)
	index := ingest.NewIDIndex(&list.IDs, rules)
	met := make([]bool, list.IDs.Len())
	for c := range j.row {
		j.row[c] = none
		if listed, ok := index.Find(log.IDs.Raw(c)); ok {
			j.row[c], met[listed] = last[listed], true
		}
	}
	for listed, ok := range met {
		if !ok {
			j.unmatched = append(j.unmatched, uint32(listed))
			j.waiting = append(j.waiting, last[listed])
		}
	}
	j.count()
	j.match.WithCase = j.gain(rules.Case, ingest.IDRules{Case: true, Zeros: rules.Zeros, Width: rules.Width})
	j.match.WithZeros = j.gain(rules.Zeros, ingest.IDRules{Case: rules.Case, Zeros: true, Width: rules.Width})
	j.match.WithWidth = j.gain(rules.Width, ingest.IDRules{Case: rules.Case, Zeros: rules.Zeros, Width: true})
	return j
}

// Match says how well list and log fit.
func (j *Join) Match() Match { return j.match }

// Unmatched calls yield with every listed customer without orders, in the
// list's order, until it returns false.
func (j *Join) Unmatched(yield func(id string) bool) {
	for _, listed := range j.unmatched {
		if !yield(j.list.IDs.At(int(listed))) {
			return
		}
	}
}

// UnmatchedRows calls yield with the same customers and the row of the list that counts
// for each.
func (j *Join) UnmatchedRows(yield func(id string, row int) bool) {
	for i, listed := range j.unmatched {
		if !yield(j.list.IDs.At(int(listed)), int(j.waiting[i])) {
			return
		}
	}
}

func (j *Join) count() {
	j.match.Listed, j.match.Buyers = j.list.IDs.Len(), j.log.Customers()
	j.match.Matched = j.match.Listed - len(j.unmatched)
	j.match.Repeated = len(j.list.Customer) - j.match.Listed
	j.Unmatched(func(id string) bool {
		j.match.Unmatched = append(j.match.Unmatched, id)
		return len(j.match.Unmatched) < maxUnmatched
	})
}

// lastRows finds for each listed customer the row that counts: that of the
// latest date where the list has one, among rows of one date, or without dates,
// the last in the file. A row counts whole: where it leaves a value out, an
// older one is not put in its place, for an end date that is gone means that
// the contract runs.
func lastRows(list *ingest.List) []uint32 {
	row := make([]uint32, list.IDs.Len())
	day := make([]analysis.Day, list.IDs.Len())
	for i := range day {
		day[i] = analysis.NoDay
	}
	for i, listed := range list.Customer {
		d := analysis.NoDay
		if list.Date >= 0 {
			d = list.Columns[list.Date].Days[i]
		}
		if d >= day[listed] {
			row[listed], day[listed] = uint32(i), d
		}
	}
	return row
}

// gain counts the customers with orders and without a row in the list that
// would have one if a rule were on, too. Two that the rule would make one count
// once.
func (j *Join) gain(on bool, then ingest.IDRules) int {
	if on || len(j.unmatched) == 0 {
		return 0
	}
	var names analysis.Dict
	for _, listed := range j.unmatched {
		names.Append(j.list.IDs.Raw(int(listed)))
	}
	index := ingest.NewIDIndex(&names, then)
	met, n := make([]bool, names.Len()), 0
	for c, row := range j.row {
		if row != none {
			continue
		}
		if i, ok := index.Find(j.log.IDs.Raw(c)); ok && !met[i] {
			met[i] = true
			n++
		}
	}
	return n
}
