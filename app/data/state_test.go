package data

import (
	"slices"
	"testing"

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

var preview = ingest.Preview{
	Format:  ingest.Format{Encoding: ingest.UTF8, Delimiter: ','},
	Mapping: ingest.Mapping{ingest.Customer, ingest.Date, ingest.Ignore, ingest.Amount},
	Rules:   ingest.Rules{Refunds: ingest.KeepZero},
}

// confirming is the state in which a file waits to be confirmed.
func confirming(s *State, file uint32) {
	turn := s.Preview.Begin(s.Choose(engine.SourceRef{File: file}, "orders.csv"))
	s.Preview.End(turn, preview, nil)
	s.Understood(preview)
}

func loading(s *State) (turn int) { return s.Load.Begin(s.Confirmed()) }

func expect(t *testing.T, s *State, want Phase) {
	t.Helper()
	if got := s.Phase(); got != want {
		t.Fatalf("phase %d, want %d", got, want)
	}
}

func TestPhases(t *testing.T) {
	var s State
	expect(t, &s, Empty)
	turn := s.Preview.Begin(s.Choose(engine.SourceRef{File: 1}, "orders.csv"))
	expect(t, &s, Looking)
	s.Preview.End(turn, preview, nil)
	s.Understood(preview)
	expect(t, &s, Confirm)
	turn = loading(&s)
	expect(t, &s, Reading)
	s.Load.End(turn, engine.Dataset{Customers: 3}, nil)
	s.Took()
	expect(t, &s, Loaded)
	s.Reopen()
	expect(t, &s, Confirm)
	s.Return()
	expect(t, &s, Loaded)
	s.Leave()
	expect(t, &s, Empty)
}

func TestUnreadablePreviewLeavesTheEmptyScreenWithTheError(t *testing.T) {
	var s State
	turn := s.Preview.Begin(s.Choose(engine.SourceRef{File: 1}, "x.pdf"))
	s.Preview.End(turn, ingest.Preview{}, analysis.Fail(analysis.BadInput, "ingest.empty"))
	expect(t, &s, Empty)
	if s.Preview.Err == nil {
		t.Error("the error is lost")
	}
}

func TestFailedLoadReturnsToTheConfirmation(t *testing.T) {
	var s State
	confirming(&s, 1)
	s.Load.End(loading(&s), engine.Dataset{}, analysis.Fail(analysis.BadInput, "ingest.no-date"))
	expect(t, &s, Confirm)
	if s.Load.Err == nil || s.CanReturn() {
		t.Error("a first load that failed should leave an error and nothing to return to")
	}
	s.Choose(engine.SourceRef{File: 2}, "other.csv")
	if s.Load.Err != nil {
		t.Error("the error of one file is shown for another")
	}
}

func TestCancelledLoadKeepsWhatIsLoaded(t *testing.T) {
	var s State
	confirming(&s, 1)
	s.Assign(2, ingest.Order)
	s.Load.End(loading(&s), engine.Dataset{Customers: 3}, nil)
	s.Took()

	confirming(&s, 2)
	s.Load.End(loading(&s), engine.Dataset{}, engine.AsError(analysis.Fail(analysis.Cancelled, "engine.cancelled")))
	expect(t, &s, Confirm)
	if s.Load.Err != nil || s.Source.File != 2 {
		t.Error("a cancel should leave the confirmation as it was")
	}
	if !s.CanReturn() {
		t.Fatal("there is no way back to what is loaded")
	}
	s.Return()
	expect(t, &s, Loaded)
	if s.Load.Answer.Customers != 3 || s.Source.File != 1 || s.Mapping[2] != ingest.Order {
		t.Errorf("returned to %+v with %v", s.Source, s.Mapping)
	}
	s.Reopen()
	s.Assign(2, ingest.Ignore)
	s.Return()
	if s.Mapping[2] != ingest.Order {
		t.Error("a role that was tried out and not read came along")
	}
}

func TestAssignMovesARole(t *testing.T) {
	var s State
	confirming(&s, 1)
	s.Assign(2, ingest.Amount)
	if want := (ingest.Mapping{ingest.Customer, ingest.Date, ingest.Amount, ingest.Ignore}); !slices.Equal(s.Mapping, want) {
		t.Errorf("mapping %v, want %v", s.Mapping, want)
	}
	s.Assign(0, ingest.Ignore)
	s.Assign(1, ingest.Ignore)
	if want := (ingest.Mapping{ingest.Ignore, ingest.Ignore, ingest.Amount, ingest.Ignore}); !slices.Equal(s.Mapping, want) {
		t.Errorf("mapping %v, want %v", s.Mapping, want)
	}
	if preview.Mapping[0] != ingest.Customer {
		t.Error("the preview was changed")
	}
}

func TestMissing(t *testing.T) {
	c, d, a, q, p := ingest.Customer, ingest.Date, ingest.Amount, ingest.Quantity, ingest.Price
	for _, tt := range []struct {
		has  ingest.Mapping
		want []ingest.Role
	}{
		{nil, []ingest.Role{c, d, a}},
		{ingest.Mapping{c, d, a}, nil},
		{ingest.Mapping{c, d, q, p}, nil},
		{ingest.Mapping{c, d, q}, []ingest.Role{a}},
		{ingest.Mapping{c, d, p}, []ingest.Role{a}},
		{ingest.Mapping{d, a}, []ingest.Role{c}},
		{ingest.Mapping{ingest.Ignore, a}, []ingest.Role{c, d}},
	} {
		s := State{Choice: Choice{Mapping: tt.has}}
		if got := s.Missing(); !slices.Equal(got, tt.want) {
			t.Errorf("%v lacks %v, want %v", tt.has, got, tt.want)
		}
	}
}

func TestRereadCollectsWhatThePersonOverrode(t *testing.T) {
	var s State
	confirming(&s, 4)
	s.Preview.Begin(s.Reread(func(f *ingest.Format) { f.Delimiter = ';' }))
	req := s.Reread(func(f *ingest.Format) { f.Decimal = ',' })
	if req.Source.File != 4 || req.Want != (ingest.Format{Delimiter: ';', Decimal: ','}) {
		t.Errorf("while the first correction is under way, the second asks for %+v", req)
	}
	if s.Choose(engine.SourceRef{File: 5}, "next.csv"); s.Want != (ingest.Format{}) {
		t.Error("what was overridden for one file is asked of the next")
	}
}

func TestFailedCorrectionIsForgotten(t *testing.T) {
	var s State
	confirming(&s, 4)
	turn := s.Preview.Begin(s.Reread(func(f *ingest.Format) { f.Delimiter = '|' }))
	s.Preview.End(turn, ingest.Preview{}, analysis.Fail(analysis.BadInput, "ingest.one-column"))
	if req := s.Reread(func(f *ingest.Format) { f.Decimal = ',' }); req.Want != (ingest.Format{Decimal: ','}) {
		t.Errorf("the next correction asks for %+v", req.Want)
	}
}

func TestConfirmedIsACopy(t *testing.T) {
	var s State
	confirming(&s, 1)
	req := s.Confirmed()
	s.Assign(0, ingest.Ignore)
	if req.Files[0].Mapping[0] != ingest.Customer || req.Rules.Refunds != ingest.KeepZero || req.Files[0].Format.Delimiter != ',' {
		t.Errorf("the request changed after it was made: %+v", req)
	}
}
