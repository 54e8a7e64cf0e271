package customers

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
)

func page(from, n, total int) engine.CustomersPage {
	p := engine.CustomersPage{Total: total, Offset: from}
	for i := range n {
		p.Rows = append(p.Rows, engine.CustomerRow{Days: from + i})
	}
	return p
}

func TestWantAsksForEachPageOnce(t *testing.T) {
	s := Start()
	for _, tt := range []struct {
		from, to int
		want     []int
	}{
		{0, 30, []int{0}},
		{0, 30, nil},
		{PageRows - 5, PageRows, nil},
		{PageRows - 5, PageRows + 1, []int{1}},
		{10, 3 * PageRows, []int{2}},
		{-20, 10, nil},
		{7 * PageRows, 7 * PageRows, nil},
	} {
		if got := s.Want(tt.from, tt.to); !slices.Equal(got, tt.want) {
			t.Errorf("Want(%d, %d) = %v, want %v", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestPaging(t *testing.T) {
	s := Start()
	if s.Row(0) != nil {
		t.Error("a row is there before any page")
	}
	s.Got(s.Version, 1, page(PageRows, 7, PageRows+7), nil)
	if !s.Known || s.Total != PageRows+7 {
		t.Errorf("total %d, known %v", s.Total, s.Known)
	}
	if r := s.Row(PageRows + 6); r == nil || r.Days != PageRows+6 {
		t.Errorf("last row: %+v", r)
	}
	if s.Row(PageRows+7) != nil || s.Row(0) != nil {
		t.Error("rows that were not loaded are there")
	}
	if q := s.Request(3); q.Offset != 3*PageRows || q.Limit != PageRows || q.Sort != engine.BySpend || !q.Down {
		t.Errorf("page 3 is asked for as %+v", q)
	}
}

func TestRearrangeDropsWhatWasUnderWay(t *testing.T) {
	s := Start()
	s.Want(0, 10)
	old := s.Version
	s.Got(old, 0, page(0, 10, 10), nil)
	s.Rearrange(func(q *engine.CustomersRequest) { q.Search = "x" })
	if s.Row(0) != nil {
		t.Error("a row of the old order is shown in the new one")
	}
	s.Got(old, 0, page(0, 10, 10), nil)
	if s.Row(0) != nil {
		t.Error("a late page of the old order was taken")
	}
	if got := s.Want(0, 10); !slices.Equal(got, []int{0}) {
		t.Errorf("the new order asks for %v", got)
	}
	s.Got(s.Version, 0, page(0, 2, 2), nil)
	if s.Total != 2 || s.Row(1) == nil {
		t.Error("a page of the new order was dropped")
	}
}

// Another dataset starts over, but not its versions: a page of the dataset
// before must not pass for one of its own.
func TestRestartDropsPagesOfTheDatasetBefore(t *testing.T) {
	s := Start()
	s.SortBy(engine.ByID)
	old := s.Version
	s.Restart()
	s.Got(old, 0, page(0, 5, 5), nil)
	s.Got(0, 0, page(0, 5, 5), nil)
	if s.Known || s.Row(0) != nil {
		t.Error("a page of the dataset before was taken")
	}
	if !reflect.DeepEqual(s.Query, Start().Query) {
		t.Errorf("the new dataset starts with %+v", s.Query)
	}
}

func TestSortBy(t *testing.T) {
	s := Start()
	for _, step := range []struct {
		by   engine.CustomerSort
		down bool
	}{
		{engine.BySpend, false}, // it was sorted so: the other way round
		{engine.ByDays, true},   // numbers: largest first
		{engine.ByID, false},    // names: first letter first
		{engine.ByID, true},
		{engine.BySegment, false},
		{engine.ByCLV, true},
	} {
		s.SortBy(step.by)
		if s.Query.Sort != step.by || s.Query.Down != step.down {
			t.Errorf("after %s: sorted by %s, down %v", step.by, s.Query.Sort, s.Query.Down)
		}
	}
}

func TestFilterForgetsTheSearch(t *testing.T) {
	s := Start()
	s.Rearrange(func(q *engine.CustomersRequest) { q.Search = "ann" })
	s.Filter("champions")
	if s.Query.Segment != "champions" || s.Query.Search != "" {
		t.Errorf("filtered as %+v", s.Query)
	}
}

func TestFollowDropsRowsThatStandOnAnotherBasis(t *testing.T) {
	s := Start()
	s.Filter("champions")
	s.Got(s.Version, 0, page(0, 3, 3), nil)
	s.Follow(s.Basis)
	if s.Row(0) == nil {
		t.Error("rows are dropped though nothing has changed")
	}
	s.Follow(Basis{Values: clv.Options{Horizon: 24}})
	if s.Row(0) != nil || s.Query.Segment != "champions" {
		t.Error("another horizon should drop the rows and keep the filter")
	}
	if !slices.Contains(s.Segments(), "champions") {
		t.Fatalf("the classic rules have %v", s.Segments())
	}
	s.Follow(Basis{Scores: rfm.Options{RuleSet: rfm.Compact}})
	if slices.Contains(s.Segments(), "champions") == (s.Query.Segment == "") {
		t.Errorf("filter %q with segments %v", s.Query.Segment, s.Segments())
	}
	s.Filter("hibernating")
	s.Follow(Basis{Scores: rfm.Options{Bins: 4}})
	if s.Query.Segment != "" && !slices.Contains(s.Segments(), s.Query.Segment) {
		t.Errorf("the filter %q is no segment of %v", s.Query.Segment, s.Segments())
	}
}

func TestErrorsAreKeptUntilRearranged(t *testing.T) {
	s := Start()
	s.Got(s.Version, 0, engine.CustomersPage{}, errors.New("no"))
	if s.Err == nil || s.Known {
		t.Error("a failed page counts as known")
	}
	s.SortBy(engine.ByDays)
	if s.Err != nil {
		t.Error("the error of the old order is shown in the new one")
	}
}

// A cell's customers are all of them: no segment and no search narrows them, and
// a segment does not keep the cell.
func TestFilterCell(t *testing.T) {
	s := Start()
	s.Filter("champions")
	cell := engine.CohortCell{Key: "2024-01-01", Column: 3}
	s.FilterCell(cell)
	if s.Query.Cohort != cell || s.Query.Segment != "" {
		t.Errorf("filtered as %+v", s.Query)
	}
	if s.Filter("champions"); s.Query.Cohort != (engine.CohortCell{}) {
		t.Error("a segment is shown within a cell that is not in sight")
	}
}
