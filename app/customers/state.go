// Package customers shows everyone, one by one: a table of any size that asks
// the engine for the rows in sight.
package customers

import (
	"slices"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
	"churnbench/app/screen"
)

// PageRows are asked for at once, more than any window shows.
const PageRows = 200

// A State is what the screen knows and what the person chose.
type State struct {
	Query   engine.CustomersRequest // sort and filter; Offset and Limit unused
	Basis   Basis                   // what the rows' scores and values stand on
	Total   int
	Known   bool                         // Total is an answer
	Version int                          // grows with every other order or filter
	Pages   map[int][]engine.CustomerRow // by page number
	asked   map[int]bool
	Err     error

	Open string // identifier of the customer whose card is open, "" for none
	Card screen.Request[engine.CustomerRequest, engine.Customer]
}

// A Basis is what was asked on the screens Segments and Value: the engine scores
// and values the rows of the table by the same.
type Basis struct {
	Scores rfm.Options
	Values clv.Options
}

// Start is the state a dataset begins with: the most valuable first.
func Start() State {
	return State{Query: engine.CustomersRequest{Sort: engine.BySpend, Down: true}}
}

// Restart returns to Start for another dataset. Pages of the one before that
// are still under way will not be taken for its own.
func (s *State) Restart() {
	version, card := s.Version+1, s.Card
	card.Forget()
	*s = Start()
	s.Version, s.Card = version, card
}

// Rearrange changes sort or filter; what was loaded no longer applies.
func (s *State) Rearrange(change func(*engine.CustomersRequest)) {
	change(&s.Query)
	s.Version++
	s.Pages, s.asked, s.Err = nil, nil, nil
}

// Follow drops rows that stand on another basis, and a filter by a segment that
// the new one does not have.
func (s *State) Follow(b Basis) {
	if b == s.Basis {
		return
	}
	s.Basis = b
	s.Rearrange(func(q *engine.CustomersRequest) {
		if !slices.Contains(s.Segments(), q.Segment) {
			q.Segment = ""
		}
	})
}

// Segments lists the keys of the segments that can be filtered by.
func (s *State) Segments() []string {
	var keys []string
	for _, segment := range s.Basis.Scores.Segments() {
		keys = append(keys, segment.Key)
	}
	return keys
}

// Filter shows only one segment.
func (s *State) Filter(segment string) {
	s.Rearrange(func(q *engine.CustomersRequest) {
		q.Segment, q.Search, q.Cohort, q.Groups = segment, "", engine.CohortCell{}, nil
	})
}

// FilterGroups shows only the customers who are in all of these groups.
func (s *State) FilterGroups(groups []engine.GroupRef) {
	s.Rearrange(func(q *engine.CustomersRequest) {
		q.Groups, q.Segment, q.Search, q.Cohort = groups, "", "", engine.CohortCell{}
	})
}

// FilterCell shows only the customers of a cohort's cell.
func (s *State) FilterCell(cell engine.CohortCell) {
	s.Rearrange(func(q *engine.CustomersRequest) { q.Cohort, q.Segment, q.Search, q.Groups = cell, "", "", nil })
}

// SortBy sorts by a column, or turns its direction round if it does already.
// Numbers start with the largest, names with the first.
func (s *State) SortBy(by engine.CustomerSort) {
	s.Rearrange(func(q *engine.CustomersRequest) {
		if q.Sort == by {
			q.Down = !q.Down
			return
		}
		q.Sort, q.Down = by, by != engine.ByID && by != engine.BySegment
	})
}

// Want returns the pages of rows from ≤ i < to that have not been asked for,
// and notes that they are now.
func (s *State) Want(from, to int) (pages []int) {
	if s.asked == nil {
		s.asked = map[int]bool{}
	}
	for p := max(from, 0) / PageRows; p*PageRows < to; p++ {
		if !s.asked[p] {
			s.asked[p] = true
			pages = append(pages, p)
		}
	}
	return pages
}

// Request asks for a page.
func (s *State) Request(page int) engine.CustomersRequest {
	q := s.Query
	q.Offset, q.Limit = page*PageRows, PageRows
	return q
}

// Got takes a page in, if it still belongs to what is shown.
func (s *State) Got(version, page int, answer engine.CustomersPage, err error) {
	if version != s.Version {
		return
	}
	if err != nil {
		s.Err = err
		return
	}
	if s.Pages == nil {
		s.Pages = map[int][]engine.CustomerRow{}
	}
	s.Total, s.Known, s.Pages[page] = answer.Total, true, answer.Rows
}

// Row returns row i, nil while it is not loaded.
func (s *State) Row(i int) *engine.CustomerRow {
	rows := s.Pages[i/PageRows]
	if i%PageRows >= len(rows) {
		return nil
	}
	return &rows[i%PageRows]
}
