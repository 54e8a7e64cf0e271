// Package customers shows everyone, one by one: a table of any size that asks
// the engine for the rows in sight, and the card of one customer.
//
//	state.go    what is shown and what was loaded of it
//	columns.go  which columns there are and how their cells are written
//	filters.go  who is shown: chips, and how one is added
//	view.go     the screen
//	card.go     one customer; past.go is her past
package customers

import (
	"math"
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
)

// PageRows are asked for at once, more than any window shows.
const PageRows = 100

// keptPages bounds what is remembered of a table that is scrolled through.
const keptPages = 40

// A State is what the screen knows and what the person chose.
type State struct {
	Query    engine.CustomersRequest // filter, sort and the columns behind the identifier; Offset and Limit unused
	Total    int
	Known    bool                          // Total is an answer
	Version  int                           // grows with every other order or filter
	Pages    map[int]*engine.CustomersPage // by page number
	NoValues *analysis.Error               // why no model could be fitted
	Err      error

	Fit    screen.Request[engine.CustomersRequest, engine.CustomersPage] // of the model that columns in sight want
	Adding Adding                                                        // the filter that is being put together

	At   int    // row of the customer whose card is open
	Open string // her identifier, "" for none
	Card screen.Request[engine.CustomerRequest, engine.Customer]

	told     int    // Version that the workbench has heard of
	held     bool   // the table belongs to the person's project
	busy     bool   // a page is under way
	seen     [2]int // rows from ≤ i < to that were last in sight
	opening  int    // row to open once it is loaded, plus 1
	clusters *engine.Clusters
}

// Start is the state a dataset begins with: the most valuable first.
func Start() State {
	return State{Query: engine.CustomersRequest{Sort: engine.ColumnSpend, Down: true, Columns: firstColumns}}
}

// firstColumns are shown until the person chooses others.
var firstColumns = []engine.CustomerColumn{engine.ColumnSegment, engine.ColumnLast, engine.ColumnDays, engine.ColumnSpend,
	engine.ColumnR, engine.ColumnF, engine.ColumnM, engine.ColumnAlive, engine.ColumnExpected, engine.ColumnCLV}

// Restart returns to Start for another dataset, with the columns that were chosen of
// those that every dataset has. Pages of the one before that are still under way will
// not be taken for its own.
func (s *State) Restart() {
	version, card, fit := s.Version+1, s.Card, s.Fit
	card.Forget()
	fit.Forget()
	columns := slices.DeleteFunc(slices.Clone(s.Query.Columns), func(c engine.CustomerColumn) bool { return c.Attribute() >= 0 })
	*s = Start()
	s.Version, s.Card, s.Fit, s.Query.Columns = version, card, fit, columns
}

// Rearrange changes what is asked; what was loaded no longer applies.
func (s *State) Rearrange(change func(*engine.CustomersRequest)) {
	change(&s.Query)
	s.Version++
	s.Pages, s.Err, s.NoValues, s.busy, s.opening = nil, nil, nil, false, 0
}

// Follow drops rows that stand on other measures or other clusters.
func (s *State) Follow(m engine.Measures, clusters *engine.Clusters) {
	if clusters == s.clusters && reflect.DeepEqual(m, s.Query.Measures) {
		return
	}
	s.clusters = clusters
	s.Fit.Forget()
	s.Rearrange(func(q *engine.CustomersRequest) { q.Measures = m })
}

// Anew drops what an engine knew that has begun anew: its model is to be fitted again.
func (s *State) Anew() {
	s.Fit.Forget()
	s.Rearrange(func(*engine.CustomersRequest) {})
}

// Show shows only the customers whom a filter passes; the filters before it go.
func (s *State) Show(filter engine.CustomersRequest) {
	s.CloseCard()
	s.Adding = Adding{}
	s.Rearrange(func(q *engine.CustomersRequest) {
		q.Search, q.Cohort, q.Groups, q.Ranges = filter.Search, filter.Cohort, filter.Groups, filter.Ranges
	})
}

// SortBy sorts by a column, or turns its direction round if it does already.
// Numbers start with the largest, names with the first.
func (s *State) SortBy(by engine.CustomerColumn) {
	s.Rearrange(func(q *engine.CustomersRequest) {
		if q.Sort == by {
			q.Down = !q.Down
			return
		}
		q.Sort, q.Down = by, numeric(by)
	})
}

// Toggle shows or hides a column. A table that was sorted by a hidden one stays so.
func (s *State) Toggle(column engine.CustomerColumn, on bool) {
	s.Rearrange(func(q *engine.CustomersRequest) {
		q.Columns = slices.DeleteFunc(slices.Clone(q.Columns), func(c engine.CustomerColumn) bool { return c == column })
		if on {
			q.Columns = append(q.Columns, column)
			slices.SortFunc(q.Columns, func(a, b engine.CustomerColumn) int { return place(a) - place(b) })
		}
	})
}

// place is where a column stands among all.
func place(c engine.CustomerColumn) int {
	if i := c.Attribute(); i >= 0 {
		return len(engine.CustomerColumns) + i
	}
	return slices.Index(engine.CustomerColumns, c)
}

// Want notes which rows are in sight and returns the page to ask for, −1 for none: one
// at a time, so that whoever drags the scroll bar does not wait for all that was passed.
func (s *State) Want(from, to int) int {
	s.seen = [2]int{max(from, 0), to}
	return s.next()
}

func (s *State) next() int {
	for p := s.seen[0] / PageRows; !s.busy && p*PageRows < s.seen[1]; p++ {
		if s.Pages[p] == nil || s.stale(p) {
			s.busy = true
			return p
		}
	}
	return -1
}

// stale reports whether a page wants values that there are by now.
func (s *State) stale(page int) bool { return s.Pages[page].Unfitted && s.Fit.Answer != nil }

// Request asks for a page.
func (s *State) Request(page int) engine.CustomersRequest {
	q := s.Query
	q.Offset, q.Limit = page*PageRows, PageRows
	return q
}

// Got takes a page in, if it still belongs to what is shown, and returns the next one
// to ask for, −1 for none.
func (s *State) Got(version, page int, answer engine.CustomersPage, err error) (next int) {
	if version != s.Version {
		return -1
	}
	s.busy = false
	if err != nil {
		s.Err = err
		return -1
	}
	if s.Pages == nil {
		s.Pages = map[int]*engine.CustomersPage{}
	}
	s.Total, s.Known, s.Pages[page] = answer.Total, true, &answer
	if answer.NoValues != nil {
		s.NoValues = answer.NoValues
	}
	if s.Fit.Answer != nil {
		answer.Unfitted = false // no second time
	}
	s.forget()
	return s.next()
}

// forget drops the page farthest from what is in sight, if there are too many.
func (s *State) forget() {
	far, at := -1, 0
	for p := range s.Pages {
		if d := max(p-s.seen[0]/PageRows, s.seen[0]/PageRows-p); d > far {
			far, at = d, p
		}
	}
	if len(s.Pages) > keptPages {
		delete(s.Pages, at)
	}
}

// Wanting returns what to ask so that a model is fitted that columns in sight want; ok is
// false if there is nothing to ask.
func (s *State) Wanting() (q engine.CustomersRequest, ok bool) {
	for _, p := range s.Pages {
		ok = ok || p.Unfitted
	}
	q = engine.CustomersRequest{Measures: s.Query.Measures, Columns: []engine.CustomerColumn{engine.ColumnAlive}, Fit: true}
	return q, ok && !s.Fit.Asked()
}

// Row returns the page that holds row i and where in it, nil while it is not loaded.
func (s *State) Row(i int) (*engine.CustomersPage, int) {
	p := s.Pages[i/PageRows]
	if i < 0 || p == nil || i%PageRows >= len(p.IDs) {
		return nil, 0
	}
	return p, i % PageRows
}

// Adding is a filter that a person is putting together.
type Adding struct {
	By        engine.CustomerColumn // "" while nothing is chosen
	Low, High string                // of a range, as typed
	Groups    screen.Request[engine.CustomersRequest, engine.CustomersPage]
	screen.Typed
}

// AddGroup narrows to a group; of one segmentation at one day the last one holds.
func (s *State) AddGroup(ref engine.GroupRef) {
	s.Adding = Adding{}
	s.Rearrange(func(q *engine.CustomersRequest) { q.Groups = append(slices.Clone(q.Groups), ref) })
}

// AddRange narrows to a range.
func (s *State) AddRange(r engine.Range) {
	s.Adding = Adding{}
	s.Rearrange(func(q *engine.CustomersRequest) { q.Ranges = append(slices.Clone(q.Ranges), r) })
}

// DropGroup and DropRange take filter i away.
func (s *State) DropGroup(i int) {
	s.Rearrange(func(q *engine.CustomersRequest) { q.Groups = slices.Delete(slices.Clone(q.Groups), i, i+1) })
}

func (s *State) DropRange(i int) {
	s.Rearrange(func(q *engine.CustomersRequest) { q.Ranges = slices.Delete(slices.Clone(q.Ranges), i, i+1) })
}

// Filtered reports whether not everyone is shown.
func (s *State) Filtered() bool {
	q := &s.Query
	return q.Search != "" || q.Cohort != (engine.CohortCell{}) || len(q.Groups)+len(q.Ranges) > 0
}

// anything is a range that is open on both sides.
func anything(c engine.CustomerColumn) engine.Range {
	return engine.Range{Column: c, Low: math.Inf(-1), High: math.Inf(1)}
}

// CloseCard goes back to the table.
func (s *State) CloseCard() {
	s.Open, s.opening = "", 0
	s.Card.Forget()
}
