package customers

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

func page(from, n, total int) engine.CustomersPage {
	p := engine.CustomersPage{Total: total, Offset: from}
	for i := range n {
		p.IDs = append(p.IDs, string(rune('a'+(from+i)%26)))
	}
	return p
}

// One page is under way at a time: those in sight are asked for one after the other,
// those that were scrolled past are not.
func TestOnePageAtATime(t *testing.T) {
	s := Start()
	if got := s.Want(0, 30); got != 0 {
		t.Errorf("the first rows ask for page %d", got)
	}
	if got := s.Want(5*PageRows, 7*PageRows); got != -1 {
		t.Errorf("page %d is asked for beside another", got)
	}
	if next := s.Got(s.Version, 0, page(0, PageRows, 9*PageRows), nil); next != 5 {
		t.Errorf("page %d is next, want the first in sight", next)
	}
	if next := s.Got(s.Version, 5, page(5*PageRows, PageRows, 9*PageRows), nil); next != 6 {
		t.Errorf("page %d is next, want the second in sight", next)
	}
	if next := s.Got(s.Version, 6, page(6*PageRows, PageRows, 9*PageRows), nil); next != -1 {
		t.Errorf("page %d is next though all in sight is there", next)
	}
	if got := s.Want(5*PageRows, 7*PageRows); got != -1 {
		t.Errorf("page %d is asked for again", got)
	}
}

func TestPaging(t *testing.T) {
	s := Start()
	if p, _ := s.Row(0); p != nil {
		t.Error("a row is there before any page")
	}
	s.Got(s.Version, 1, page(PageRows, 7, PageRows+7), nil)
	if !s.Known || s.Total != PageRows+7 {
		t.Errorf("total %d, known %v", s.Total, s.Known)
	}
	if p, at := s.Row(PageRows + 6); p == nil || at != 6 {
		t.Errorf("last row: %v, %d", p, at)
	}
	for _, i := range []int{PageRows + 7, 0, -1} {
		if p, _ := s.Row(i); p != nil {
			t.Errorf("row %d was not loaded and is there", i)
		}
	}
	if q := s.Request(3); q.Offset != 3*PageRows || q.Limit != PageRows || q.Sort != engine.ColumnSpend || !q.Down {
		t.Errorf("page 3 is asked for as %+v", q)
	}
}

// However far somebody scrolls, the page remembers so many rows.
func TestPagesFarAwayAreForgotten(t *testing.T) {
	s := Start()
	const pages = 3 * keptPages
	for p := range pages {
		s.Want(p*PageRows, (p+1)*PageRows)
		s.Got(s.Version, p, page(p*PageRows, PageRows, pages*PageRows), nil)
	}
	if len(s.Pages) > keptPages || s.Pages[pages-1] == nil || s.Pages[0] != nil {
		t.Errorf("%d pages are kept, the last %v", len(s.Pages), s.Pages[pages-1] != nil)
	}
}

func TestRearrangeDropsWhatWasUnderWay(t *testing.T) {
	s := Start()
	s.Want(0, 10)
	old := s.Version
	s.Rearrange(func(q *engine.CustomersRequest) { q.Search = "x" })
	s.Got(old, 0, page(0, 10, 10), nil)
	if p, _ := s.Row(0); p != nil {
		t.Error("a late page of the old order was taken")
	}
	if got := s.Want(0, 10); got != 0 {
		t.Errorf("the new order asks for %d", got)
	}
	s.Got(s.Version, 0, page(0, 2, 2), nil)
	if p, _ := s.Row(1); s.Total != 2 || p == nil {
		t.Error("a page of the new order was dropped")
	}
}

// Another dataset starts over, but not its versions: a page of the dataset before must
// not pass for one of its own. Columns stay that it has, too.
func TestRestartDropsPagesOfTheDatasetBefore(t *testing.T) {
	s := Start()
	s.Toggle(engine.ColumnTier, true)
	s.Toggle(engine.AttributeColumn(2), true)
	s.SortBy(engine.ColumnID)
	old := s.Version
	s.Restart()
	s.Got(old, 0, page(0, 5, 5), nil)
	s.Got(0, 0, page(0, 5, 5), nil)
	if p, _ := s.Row(0); s.Known || p != nil {
		t.Error("a page of the dataset before was taken")
	}
	want := Start()
	want.Toggle(engine.ColumnTier, true)
	if !reflect.DeepEqual(s.Query, want.Query) {
		t.Errorf("the new dataset starts with %+v", s.Query)
	}
}

func TestSortBy(t *testing.T) {
	s := Start()
	for _, step := range []struct {
		by   engine.CustomerColumn
		down bool
	}{
		{engine.ColumnSpend, false}, // it was sorted so: the other way round
		{engine.ColumnDays, true},   // numbers: largest first
		{engine.ColumnID, false},    // names: first letter first
		{engine.ColumnID, true},
		{engine.ColumnSegment, false},
		{engine.ColumnCLV, true},
	} {
		s.SortBy(step.by)
		if s.Query.Sort != step.by || s.Query.Down != step.down {
			t.Errorf("after %s: sorted by %s, down %v", step.by, s.Query.Sort, s.Query.Down)
		}
	}
}

// Columns come in one order, however they were chosen; the first choice stays as it was
// for other datasets.
func TestColumnsComeInOrder(t *testing.T) {
	s := Start()
	s.Toggle(engine.ColumnSpend, false)
	s.Toggle(engine.AttributeColumn(1), true)
	s.Toggle(engine.ColumnTier, true)
	s.Toggle(engine.ColumnSpend, true)
	want := []engine.CustomerColumn{engine.ColumnSegment, engine.ColumnTier, engine.ColumnLast, engine.ColumnDays, engine.ColumnSpend,
		engine.ColumnR, engine.ColumnF, engine.ColumnM, engine.ColumnAlive, engine.ColumnExpected, engine.ColumnCLV, engine.AttributeColumn(1)}
	if !slices.Equal(s.Query.Columns, want) {
		t.Errorf("columns %v, want %v", s.Query.Columns, want)
	}
	if len(firstColumns) != 10 || firstColumns[3] != engine.ColumnSpend {
		t.Errorf("the first choice has become %v", firstColumns)
	}
}

// Filters add up and can be taken away one by one; a link from another screen starts
// with its own alone.
func TestFilters(t *testing.T) {
	s := Start()
	lost := engine.GroupRef{Segmentation: engine.Segmentation{By: engine.SegmentState}, Key: engine.StateLost}
	best := engine.GroupRef{Segmentation: engine.Segmentation{By: engine.SegmentTiers}, Key: "a"}
	spend := engine.Range{Column: engine.ColumnSpend, Low: 5, High: 9}
	s.Show(engine.CustomersRequest{Groups: []engine.GroupRef{lost}})
	shown := s.Query.Groups
	s.AddGroup(best)
	s.AddRange(spend)
	if len(s.Query.Groups) != 2 || len(s.Query.Ranges) != 1 || !s.Filtered() || len(shown) != 1 {
		t.Errorf("filtered as %+v", s.Query)
	}
	s.DropGroup(0)
	s.DropRange(0)
	if len(s.Query.Groups) != 1 || s.Query.Groups[0].Key != "a" || len(s.Query.Ranges) != 0 {
		t.Errorf("after dropping: %+v", s.Query)
	}
	s.Rearrange(func(q *engine.CustomersRequest) { q.Search = "ann" })
	s.Show(engine.CustomersRequest{Cohort: engine.CohortCell{Key: "2024-01-01", Column: 3}})
	if s.Query.Search != "" || len(s.Query.Groups) != 0 || !s.Filtered() {
		t.Errorf("a cell is shown within other filters: %+v", s.Query)
	}
	if s.Show(engine.CustomersRequest{}); s.Filtered() {
		t.Error("nobody filters and not everyone is shown")
	}
}

func TestFollowDropsRowsThatStandOnOtherMeasures(t *testing.T) {
	s := Start()
	s.Got(s.Version, 0, page(0, 3, 3), nil)
	s.Follow(s.Query.Measures, nil)
	if p, _ := s.Row(0); p == nil {
		t.Error("rows are dropped though nothing has changed")
	}
	s.Follow(engine.Measures{Values: clv.Options{Horizon: 24}}, nil)
	if p, _ := s.Row(0); p != nil || s.Query.Measures.Values.Horizon != 24 {
		t.Error("another horizon should drop the rows")
	}
	s.Got(s.Version, 0, page(0, 3, 3), nil)
	s.Follow(s.Query.Measures, &engine.Clusters{})
	if p, _ := s.Row(0); p != nil {
		t.Error("other clusters should drop the rows")
	}
}

// Rows come first; then the model is asked for that they want, once, and the pages in
// sight are asked for again.
func TestValuesComeLater(t *testing.T) {
	s := Start()
	s.Want(0, 30)
	p := page(0, 30, 30)
	p.Unfitted = true
	if next := s.Got(s.Version, 0, p, nil); next != -1 {
		t.Errorf("page %d is asked for before there is a model", next)
	}
	q, ok := s.Wanting()
	if !ok || !q.Fit || q.Limit != 0 {
		t.Errorf("the model is asked for as %+v, %v", q, ok)
	}
	turn := s.Fit.Begin(q)
	if _, ok := s.Wanting(); ok {
		t.Error("the model is asked for twice")
	}
	s.Fit.End(turn, engine.CustomersPage{}, nil)
	if got := s.next(); got != 0 {
		t.Errorf("page %d is asked for with values, want 0", got)
	}
	if next := s.Got(s.Version, 0, p, nil); next != -1 { // the data carry no model
		t.Errorf("page %d is asked for over and over", next)
	}
}

// An engine that has begun anew has no model: it is asked for again.
func TestAnEngineThatHasBegunAnew(t *testing.T) {
	s := Start()
	p := page(0, 30, 30)
	p.Unfitted = true
	s.Fit.End(s.Fit.Begin(engine.CustomersRequest{}), engine.CustomersPage{}, nil)
	s.Anew()
	s.Want(0, 30)
	s.Got(s.Version, 0, p, nil)
	if _, ok := s.Wanting(); !ok {
		t.Error("the model is not asked for again")
	}
}

func TestErrorsAreKeptUntilRearranged(t *testing.T) {
	s := Start()
	s.Got(s.Version, 0, engine.CustomersPage{}, errors.New("no"))
	if s.Err == nil || s.Known {
		t.Error("a failed page counts as known")
	}
	s.SortBy(engine.ColumnDays)
	if s.Err != nil {
		t.Error("the error of the old order is shown in the new one")
	}
}
