package survival

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// A deal is one contract of a book that tests write down; to < 0 runs.
type deal struct {
	from, to analysis.Day
	reason   string
}

// bookOf builds a book from each customer's contracts, ascending.
func bookOf(end analysis.Day, customers ...[]deal) *analysis.Contracts {
	b := &analysis.Contracts{End: end, Start: []uint32{0}}
	known := map[string]uint32{}
	for _, deals := range customers {
		for _, d := range deals {
			if d.to < 0 {
				d.to = analysis.NoDay
			}
			code := analysis.NoCode
			if d.reason != "" {
				if _, ok := known[d.reason]; !ok {
					known[d.reason] = uint32(b.Reason.Append([]byte(d.reason)))
				}
				code = known[d.reason]
			}
			b.From, b.To, b.Reasons = append(b.From, d.from), append(b.To, d.to), append(b.Reasons, code)
			b.Recurring = append(b.Recurring, analysis.NoNumber)
		}
		b.Start = append(b.Start, uint32(len(b.From)))
	}
	return b
}

func TestOfContracts(t *testing.T) {
	book := bookOf(100,
		[]deal{{10, 30, "price"}},                    // left
		[]deal{{10, -1, ""}},                         // stays: 91 days with the last one
		[]deal{{10, 30, "price"}, {35, 60, "moved"}}, // a gap of 5 days
		[]deal{{10, 50, "moved"}, {20, 40, "price"}}, // two at once: lost with the last one
		[]deal{{10, 200, ""}},                        // ends after the last day seen
		[]deal{{98, -1, ""}},                         // came late
	)
	for _, c := range []struct {
		rule  BookRule
		time  []float64
		cause []string
	}{
		{BookRule{}, []float64{20, 91, 20, 40, 91, 3}, []string{"price", "", "price", "moved", "", ""}},
		{BookRule{Gap: 5}, []float64{20, 86, 50, 40, 86}, []string{"price", "", "moved", "moved", ""}},
		{BookRule{Gap: 4}, []float64{20, 87, 20, 40, 87}, []string{"price", "", "price", "moved", ""}},
	} {
		r, err := OfContracts(book, c.rule)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(r.Subjects.Time[:len(c.time)], c.time) {
			t.Errorf("%+v: times %v, want %v", c.rule, r.Subjects.Time, c.time)
		}
		for i, want := range c.cause {
			got := ""
			if e := r.Subjects.Event[i]; e > 0 {
				got = r.Subjects.Causes[e-1]
			}
			if got != want {
				t.Errorf("%+v: customer %d left for %q, want %q", c.rule, i, got, want)
			}
		}
	}
	if r, _ := OfContracts(book, BookRule{Gap: 5}); len(r.Left) != 1 || r.Left[0].Key != "survival.left.late" || r.Subjects.N() != 5 {
		t.Errorf("with observation ending before somebody began, %v are left out", r.Left)
	}
	if _, err := OfContracts(book, BookRule{Gap: -1}); err == nil {
		t.Error("a negative gap is taken")
	}
	if _, err := OfContracts(&analysis.Contracts{}, BookRule{}); err == nil {
		t.Error("an empty book is taken")
	}
}

func TestLeftTruncationOfBooks(t *testing.T) {
	book := bookOf(100, []deal{{0, 30, ""}}, []deal{{0, 60, ""}}, []deal{{50, -1, ""}})
	r, err := OfContracts(book, BookRule{Since: 40})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.Subjects.Time, []float64{60, 51}) || !slices.Equal(r.Subjects.Entry, []float64{40, 0}) || r.Left[0].Customers != 1 {
		t.Errorf("times %v from %v, left out %v", r.Subjects.Time, r.Subjects.Entry, r.Left)
	}
}

// A book that forgot whoever left before its first day is suspected; a whole one is not.
func TestDoubtBook(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	var whole, cut [][]deal
	for range 400 {
		from := analysis.Day(1000 * rng.Float64())
		d := deal{from, from + 1 + analysis.Day(300*rng.ExpFloat64()), ""}
		if d.to > 1000 {
			d.to = -1
		}
		whole = append(whole, []deal{d})
		if d.to < 0 || d.to > 500 {
			cut = append(cut, []deal{d})
		}
	}
	if d, doubtful := DoubtBook(bookOf(1000, whole...)); doubtful {
		t.Errorf("a whole book is suspected: %+v", d)
	}
	if d, doubtful := DoubtBook(bookOf(1000, cut...)); !doubtful || d.Day <= 500 || d.Day > 540 || d.Earlier == 0 {
		t.Errorf("a book from day 500 on is not suspected: %+v", d)
	}
}

// The curve of silences on a log is that of Lapses, to the last digit.
func TestOfLossesIsLapses(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		log := randomLog(rng, 60, 400)
		l, err := Lapses(log, 45, LogLog)
		if err != nil {
			t.Fatal(err)
		}
		r, err := OfLosses(log, Silences(log, 45))
		if err != nil {
			t.Fatal(err)
		}
		s, err := NewStudy(r, nil, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if g := s.Comparison.Groups[0]; !slices.Equal(g.Curve.S, l.Curve.S) || s.Lost != l.Lapsed || s.Customers != l.Customers {
			t.Fatalf("study of %d lost, Lapses of %d", s.Lost, l.Lapsed)
		}
	}
}

func TestOfTenures(t *testing.T) {
	list := &analysis.Tenures{Time: []float64{3, math.NaN(), 0, 5, 7}, Left: []bool{true, true, false, false, true}, Unit: analysis.Months,
		Reasons: []uint32{0, 0, analysis.NoCode, analysis.NoCode, analysis.NoCode}}
	list.Reason.Append([]byte("price"))
	r, err := OfTenures(list)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.Subjects.Time, []float64{3, 0, 5, 7}) || !slices.Equal(r.Subjects.Event, []uint8{1, 0, 0, 2}) || r.Causes[1] != UnknownCause || len(r.Left) != 1 {
		t.Errorf("subjects %+v, causes %v, left out %v", r.Subjects, r.Causes, r.Left)
	}
}

// Of many causes the rarest are one, and every loss keeps a cause.
func TestManyCauses(t *testing.T) {
	var customers [][]deal
	for k, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		for range 10 - k {
			customers = append(customers, []deal{{0, 10, name}})
		}
	}
	r, err := OfContracts(bookOf(100, customers...), BookRule{})
	if err != nil {
		t.Fatal(err)
	}
	count := make([]int, MaxShown+1)
	for _, e := range r.Subjects.Event {
		count[e]++
	}
	if len(r.Causes) != MaxShown || r.Causes[MaxShown-1] != OtherCauses || !slices.Equal(count, []int{0, 10, 9, 8, 7, 6, 12}) {
		t.Errorf("causes %v with %v losses", r.Causes, count)
	}
}

func everyone(n int) []analysis.CustomerID {
	of := make([]analysis.CustomerID, n)
	for i := range of {
		of[i] = analysis.CustomerID(i)
	}
	return of
}

func TestPartBy(t *testing.T) {
	text := &analysis.Column{Name: "Plan"}
	for k, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "unused"} {
		text.Texts.Append([]byte(name))
		for range k {
			if name != "unused" {
				text.Codes = append(text.Codes, uint32(k))
			}
		}
	}
	text.Codes = append(text.Codes, analysis.NoCode)
	p, err := PartBy(text, everyone(len(text.Codes)))
	if err != nil {
		t.Fatal(err)
	}
	if p.Labels[0].Text != "h" || p.Labels[MaxShown-1] != OtherGroups || p.Folded != 2 || p.Missing != 1 || len(p.Labels) != MaxShown {
		t.Errorf("groups %v, %d folded, %d missing", p.Labels, p.Folded, p.Missing)
	}
	number := &analysis.Column{Name: "Charge", Kind: analysis.NumberColumn}
	for v := range 40 {
		number.Numbers = append(number.Numbers, analysis.MoneyOf(float64(v+1)))
	}
	p, err = PartBy(number, everyone(40))
	if err != nil {
		t.Fatal(err)
	}
	want := []Label{{Text: "≤ 10"}, {Text: "10 – 20"}, {Text: "20 – 30"}, {Text: "> 30"}}
	if !slices.Equal(p.Labels, want) || p.Groups.Code[9] != 0 || p.Groups.Code[10] != 1 || p.Groups.Code[39] != 3 {
		t.Errorf("quartiles %v, codes %v", p.Labels, p.Groups.Code)
	}
	for _, bad := range []*analysis.Column{
		{Name: "same", Kind: analysis.NumberColumn, Numbers: []analysis.Money{5, 5}},
		{Name: "day", Kind: analysis.DayColumn, Days: []analysis.Day{1, 2}},
		{Name: "none", Codes: []uint32{analysis.NoCode, analysis.NoCode}},
	} {
		if _, err := PartBy(bad, everyone(2)); err == nil {
			t.Errorf("%s parts customers", bad.Name)
		}
	}
}

func TestPartByTier(t *testing.T) {
	worth := []analysis.Money{5, 9, 1, analysis.NoNumber, 7, 3, 2, 8, 6, 4, 10}
	p, err := PartByTier(worth, []float64{0.2, 0.3})
	if err != nil {
		t.Fatal(err)
	}
	size := make([]int, 3)
	for _, code := range p.Groups.Code {
		if code != analysis.NoCode {
			size[code]++
		}
	}
	if !slices.Equal(size, []int{2, 3, 5}) || p.Missing != 1 || p.Labels[0] != TopTier || p.Labels[2] != RestTier {
		t.Errorf("tiers of %v, %v", size, p.Labels)
	}
	if _, err := PartByTier([]analysis.Money{4, 4, 4}, []float64{0.2, 0.3}); err == nil {
		t.Error("equal customers are parted")
	}
}
