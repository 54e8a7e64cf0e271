package data

import (
	"slices"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/sample"
)

// TestSampleKeys holds the list that the page carries to that of the engine.
func TestSampleKeys(t *testing.T) {
	if !slices.Equal(SampleKeys, sample.Keys()) {
		t.Errorf("the page offers %v, the engine has %v", SampleKeys, sample.Keys())
	}
}

var now = time.Date(2024, 3, 5, 23, 0, 0, 0, time.UTC)

// orders is the preview of a file of orders.
func orders() ingest.Preview {
	return ingest.Preview{
		Kind:    ingest.Orders,
		Format:  ingest.Format{Encoding: ingest.UTF8, Delimiter: ',', Dates: ingest.DateYMD},
		Columns: []ingest.Column{{Name: "who"}, {Name: "when"}, {Name: "note"}, {Name: "paid"}},
		Mapping: ingest.Mapping{ingest.Customer, ingest.Date, ingest.Ignore, ingest.Amount},
		Rules:   ingest.Rules{Refunds: ingest.KeepZero},
	}
}

// people is the preview of a list of customers.
func people() ingest.Preview {
	return ingest.Preview{
		Kind:    ingest.Customers,
		Format:  ingest.Format{Encoding: ingest.UTF8, Delimiter: ';'},
		Columns: []ingest.Column{{Name: "id"}, {Name: "region"}},
		Mapping: ingest.Mapping{ingest.Customer, ingest.Region},
		Rules:   ingest.Rules{Refunds: ingest.NetRefunds},
	}
}

// undecided is orders whose dates can be read two ways.
func undecided() ingest.Preview {
	p := orders()
	p.Format.Dates = ""
	p.Undecided = []ingest.Undecided{{Property: ingest.DatesProperty, Sample: "03/04/2024",
		Readings: []ingest.Reading{{Value: "dmy"}, {Value: "mdy"}}}}
	return p
}

// add puts a file into the basket; its preview is still to come.
func add(s *State, file uint32, name string) *Item {
	return s.Add(engine.SourceRef{File: file}, name, int64(file))
}

// told answers a question about an item as the engine would.
func told(s *State, it *Item, req engine.PreviewRequest, p ingest.Preview) {
	it.Look.End(it.Look.Begin(req), p, nil)
	it.Understood(p)
	s.Propose(it)
	s.Settle()
}

func chosen(s *State, file uint32, name string, p ingest.Preview) *Item {
	it := add(s, file, name)
	told(s, it, it.Request(), p)
	return it
}

func failed(s *State, file uint32, name string) *Item {
	it := add(s, file, name)
	it.Look.End(it.Look.Begin(it.Request()), ingest.Preview{}, analysis.Fail(analysis.BadInput, "ingest.empty"))
	s.Settle()
	return it
}

func loading(s *State) (turn int) { return s.Load.Begin(s.Confirmed(now)) }

func loaded(s *State, customers int) {
	s.Load.End(loading(s), engine.Dataset{Customers: customers}, nil)
	s.Took()
}

func expect(t *testing.T, s *State, want Phase) {
	t.Helper()
	if got := s.Phase(); got != want {
		t.Fatalf("phase %d, want %d", got, want)
	}
}

func TestPhases(t *testing.T) {
	var s State
	expect(t, &s, Empty)
	it := add(&s, 1, "orders.csv")
	it.Look.Begin(it.Request())
	expect(t, &s, Looking)
	told(&s, it, it.Request(), orders())
	expect(t, &s, Confirm)
	turn := loading(&s)
	expect(t, &s, Reading)
	s.Load.End(turn, engine.Dataset{Customers: 3}, nil)
	s.Took()
	expect(t, &s, Loaded)
	s.Reopen()
	expect(t, &s, Confirm)
	s.Return()
	expect(t, &s, Loaded)
	s.Start()
	expect(t, &s, Empty)
}

func TestTheOnlyFileThatFailsLeavesTheEmptyScreenWithTheError(t *testing.T) {
	var s State
	failed(&s, 1, "x.pdf")
	expect(t, &s, Empty)
	if s.Failure() == nil {
		t.Error("the error is lost")
	}
}

func TestOneOfSeveralThatFailsSpoilsNothing(t *testing.T) {
	var s State
	chosen(&s, 1, "orders.csv", orders())
	bad := failed(&s, 2, "x.pdf")
	expect(t, &s, Confirm)
	if s.Failure() != nil || s.Stand(bad) != Failed {
		t.Error("the error of one file is shown as that of all")
	}
	if hold, _ := s.Hold(); hold != NoHold {
		t.Errorf("the others cannot be read: %d", hold)
	}
	if req := s.Confirmed(now); len(req.Files) != 1 || req.Files[0].Source.File != 1 {
		t.Errorf("would read %+v", req.Files)
	}
}

func TestFailedLoadReturnsToTheConfirmation(t *testing.T) {
	var s State
	chosen(&s, 1, "orders.csv", orders())
	s.Load.End(loading(&s), engine.Dataset{}, analysis.Fail(analysis.BadInput, "ingest.no-date"))
	expect(t, &s, Confirm)
	if s.Load.Err == nil || s.CanReturn() {
		t.Error("a first load that failed should leave an error and nothing to return to")
	}
	s.Start()
	if s.Load.Err != nil {
		t.Error("the error of one file is shown for another")
	}
}

func TestCancelledLoadKeepsWhatIsLoaded(t *testing.T) {
	var s State
	it := chosen(&s, 1, "orders.csv", orders())
	s.Assign(it, 2, ingest.Order)
	loaded(&s, 3)

	s.Start()
	chosen(&s, 2, "other.csv", orders())
	s.Load.End(loading(&s), engine.Dataset{}, engine.AsError(analysis.Fail(analysis.Cancelled, "engine.cancelled")))
	expect(t, &s, Confirm)
	if s.Load.Err != nil || s.Current().Source.File != 2 {
		t.Error("a cancel should leave the confirmation as it was")
	}
	if !s.CanReturn() {
		t.Fatal("there is no way back to what is loaded")
	}
	s.Return()
	expect(t, &s, Loaded)
	if back := s.Current(); s.Load.Answer.Customers != 3 || back.Source.File != 1 || back.Mapping[2] != ingest.Order {
		t.Errorf("returned to %+v", back)
	}
	s.Reopen()
	s.Assign(s.Current(), 2, ingest.Ignore)
	s.Return()
	if s.Current().Mapping[2] != ingest.Order {
		t.Error("a role that was tried out and not read came along")
	}
}

func TestAssignMovesARole(t *testing.T) {
	var s State
	p := orders()
	it := chosen(&s, 1, "orders.csv", p)
	s.Assign(it, 2, ingest.Amount)
	if want := (ingest.Mapping{ingest.Customer, ingest.Date, ingest.Amount, ingest.Ignore}); !slices.Equal(it.Mapping, want) {
		t.Errorf("mapping %v, want %v", it.Mapping, want)
	}
	s.Assign(it, 2, ingest.Attribute)
	s.Assign(it, 3, ingest.Attribute)
	if want := (ingest.Mapping{ingest.Customer, ingest.Date, ingest.Attribute, ingest.Attribute}); !slices.Equal(it.Mapping, want) {
		t.Errorf("mapping %v, want %v: this role repeats", it.Mapping, want)
	}
	if p.Mapping[2] != ingest.Ignore {
		t.Error("the preview was changed")
	}
}

func TestMissing(t *testing.T) {
	c, d, a, q, p := ingest.Customer, ingest.Date, ingest.Amount, ingest.Quantity, ingest.Price
	for _, tt := range []struct {
		kind ingest.Kind
		has  ingest.Mapping
		want []ingest.Role
	}{
		{ingest.Orders, nil, []ingest.Role{c, d, a}},
		{ingest.Orders, ingest.Mapping{c, d, a}, nil},
		{ingest.Orders, ingest.Mapping{c, d, q, p}, nil},
		{ingest.Orders, ingest.Mapping{c, d, q}, []ingest.Role{a}},
		{ingest.Orders, ingest.Mapping{d, a}, []ingest.Role{c}},
		{ingest.Orders, ingest.Mapping{ingest.Ignore, a}, []ingest.Role{c, d}},
		{ingest.Customers, ingest.Mapping{ingest.Region}, []ingest.Role{c}},
		{ingest.Surveys, ingest.Mapping{c}, nil},
	} {
		var b Basket
		if got := b.Missing(&Item{Kind: tt.kind, Mapping: tt.has}); !slices.Equal(got, tt.want) {
			t.Errorf("%s with %v lacks %v, want %v", tt.kind, tt.has, got, tt.want)
		}
	}
}

func TestRereadCollectsWhatThePersonOverrode(t *testing.T) {
	var s State
	it := chosen(&s, 4, "orders.csv", orders())
	it.Look.Begin(it.Reread(func(f *ingest.Format) { f.Delimiter = ';' }))
	req := it.Reread(func(f *ingest.Format) { f.Decimal = ',' })
	if req.Source.File != 4 || req.Want != (ingest.Format{Delimiter: ';', Decimal: ','}) {
		t.Errorf("while the first correction is under way, the second asks for %+v", req)
	}
}

func TestFailedCorrectionIsForgotten(t *testing.T) {
	var s State
	it := chosen(&s, 4, "orders.csv", orders())
	turn := it.Look.Begin(it.Reread(func(f *ingest.Format) { f.Delimiter = '|' }))
	it.Look.End(turn, ingest.Preview{}, analysis.Fail(analysis.BadInput, "ingest.one-column"))
	if req := it.Reread(func(f *ingest.Format) { f.Decimal = ',' }); req.Want != (ingest.Format{Decimal: ','}) {
		t.Errorf("the next correction asks for %+v", req.Want)
	}
	if s.Stand(it) != Ready || it.Failure() == nil {
		t.Error("what was understood before the correction should stand, with the error above it")
	}
}

func TestCorrectionKeepsRoles(t *testing.T) {
	var s State
	it := chosen(&s, 4, "orders.csv", orders())
	s.Assign(it, 2, ingest.Product)
	told(&s, it, it.Reread(func(f *ingest.Format) { f.Decimal = ',' }), orders())
	if it.Mapping[2] != ingest.Product {
		t.Error("a role that the person gave is lost when the decimal mark is corrected")
	}
	narrow := people()
	told(&s, it, it.Reread(func(f *ingest.Format) { f.Delimiter = ';' }), narrow)
	if len(it.Mapping) != len(narrow.Mapping) {
		t.Error("roles of other columns are kept")
	}
}

func TestConfirmedIsACopy(t *testing.T) {
	var s State
	it := chosen(&s, 1, "orders.csv", orders())
	req := s.Confirmed(now)
	s.Assign(it, 0, ingest.Ignore)
	if req.Files[0].Mapping[0] != ingest.Customer || req.Rules.Refunds != ingest.KeepZero || req.Files[0].Format.Delimiter != ',' {
		t.Errorf("the request changed after it was made: %+v", req)
	}
	if req.Rules.Today != analysis.Date(2024, 3, 5) {
		t.Errorf("read on %v", req.Rules.Today)
	}
}

func TestQuestionsHoldReading(t *testing.T) {
	var s State
	it := chosen(&s, 1, "a.csv", undecided())
	if hold, blamed := s.Hold(); hold != Unanswered || blamed != it {
		t.Errorf("hold %d", hold)
	}
	decided := orders()
	decided.Format.Dates = ingest.DateDMY
	told(&s, it, it.Reread(func(f *ingest.Format) { decide(f, ingest.DatesProperty, "dmy") }), decided)
	if hold, _ := s.Hold(); hold != NoHold {
		t.Errorf("after the answer: hold %d", hold)
	}
	if len(it.Questions) != 1 || answer(it.Look.Answer.Format, ingest.DatesProperty) != "dmy" {
		t.Error("the answered question should stay in sight with its answer")
	}
	if it.Want.Dates != ingest.DateDMY {
		t.Error("the answer is not asked for again")
	}
}

func TestOneAnswerSettlesSiblings(t *testing.T) {
	var s State
	a := chosen(&s, 1, "jan.csv", undecided())
	b := chosen(&s, 2, "feb.csv", undecided())
	chosen(&s, 3, "people.csv", people())
	if got := s.Siblings(a, ingest.DatesProperty); len(got) != 1 || got[0] != b {
		t.Errorf("%d siblings", len(got))
	}
	if got := s.Siblings(a, ingest.DecimalProperty); len(got) != 0 {
		t.Error("a question that nobody asked has siblings")
	}
}

func TestFilesOfOneHeaderShareRoles(t *testing.T) {
	var s State
	a := chosen(&s, 1, "jan.csv", orders())
	b := chosen(&s, 2, "feb.csv", orders())
	s.Assign(a, 2, ingest.Product)
	if s.MappingOf(b)[2] != ingest.Product || s.Leader(b) != a {
		t.Error("the second file does not follow the first")
	}
	s.Assign(b, 2, ingest.Region)
	if s.MappingOf(a)[2] != ingest.Product || s.MappingOf(b)[2] != ingest.Region {
		t.Error("a change of the second is not its own")
	}
	s.Remove(a)
	if s.Leader(b) != b {
		t.Error("a file follows one that is gone")
	}
}

func TestHolds(t *testing.T) {
	var s State
	list := chosen(&s, 1, "people.csv", people())
	if hold, _ := s.Hold(); hold != NoOrders {
		t.Errorf("lists alone: hold %d", hold)
	}
	it := chosen(&s, 2, "orders.csv", orders())
	s.Assign(it, 3, ingest.Ignore)
	if hold, blamed := s.Hold(); hold != Incomplete || blamed != it {
		t.Errorf("without an amount: hold %d", hold)
	}
	s.Assign(it, 3, ingest.Amount)
	add(&s, 3, "late.csv")
	if hold, _ := s.Hold(); hold != StillLooks {
		t.Errorf("while a file is looked at: hold %d", hold)
	}
	s.Remove(s.Items[2])
	list.Out = true
	if req := s.Confirmed(now); len(req.Files) != 1 || req.Files[0].Kind != ingest.Orders {
		t.Errorf("what is left out is read: %+v", req.Files)
	}
}

func TestRulesComeFromTheFirstOrders(t *testing.T) {
	var s State
	chosen(&s, 1, "people.csv", people())
	chosen(&s, 2, "orders.csv", orders())
	if s.Rules.Refunds != ingest.KeepZero {
		t.Errorf("rules %+v", s.Rules)
	}
	s.Rule(func(r *ingest.Rules) { r.Refunds = ingest.NetRefunds })
	chosen(&s, 3, "more.csv", orders())
	if s.Rules.Refunds != ingest.NetRefunds {
		t.Error("a further file takes back what the person chose")
	}
}

func TestUnpack(t *testing.T) {
	var s State
	plain := add(&s, 1, "orders.csv")
	if got := s.Unpack(plain, []engine.Member{{Name: "orders.csv"}}); len(got) != 1 || got[0] != plain {
		t.Error("a plain file is not itself")
	}
	zip := add(&s, 2, "all.zip")
	parts := s.Unpack(zip, []engine.Member{{Name: "a.csv", Member: "a.csv", Size: 5}, {Name: "how.json", Member: "how.json", Recipe: &ingest.Recipe{}}, {Name: "b.csv", Member: "dir/b.csv"}})
	if len(parts) != 2 || len(s.Items) != 3 || parts[1].Source.Member != "dir/b.csv" {
		t.Fatalf("unpacked %d of %d", len(parts), len(s.Items))
	}
	if parts[0].Inside != "all.zip" || parts[0].ID == parts[1].ID || parts[0].Source.File != 2 {
		t.Errorf("part %+v", parts[0])
	}
	s.Remove(plain)
	if s.Unpack(plain, []engine.Member{{Name: "orders.csv"}}) != nil {
		t.Error("a file that was removed comes back")
	}
}

func TestTheSameFileTwice(t *testing.T) {
	var s State
	add(&s, 7, "orders.csv")
	if !s.Has("orders.csv", 7) || s.Has("orders.csv", 8) || s.Has("other.csv", 7) {
		t.Error("a file is known by name and size")
	}
	failed(&s, 9, "broken.csv")
	if s.Has("broken.csv", 9) {
		t.Error("a file that failed cannot be tried again")
	}
}

func TestCurrentStaysWhereItIs(t *testing.T) {
	var s State
	chosen(&s, 1, "a.csv", orders())
	asks := chosen(&s, 2, "b.csv", undecided())
	if s.Current() == asks {
		t.Error("the details jump to another file by themselves")
	}
	s.Shown = asks.ID
	told(&s, asks, asks.Request(), orders())
	if s.Current() != asks {
		t.Error("an answer turns the page")
	}
	s.Remove(asks)
	if s.Current().Name != "a.csv" {
		t.Error("a removed file is in sight")
	}
}
