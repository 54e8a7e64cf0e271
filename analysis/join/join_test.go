package join

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// A shop makes random orders and lists over a few identifiers that rules can
// make the same.
type shop struct{ *rand.Rand }

func (s shop) id() string {
	parts := []string{"a", "A", "ａ", "b", "0", "1", "０"}
	id := ""
	for range 1 + s.IntN(3) {
		id += parts[s.IntN(len(parts))]
	}
	return id
}

// log makes the part of a log that joining looks at: customers, no two of whom
// are one under the rules, each with a purchase.
func (s shop) log(rules ingest.IDRules) *analysis.Log {
	log := &analysis.Log{Start: []uint32{0}}
	seen := map[string]bool{}
	for range 1 + s.IntN(30) {
		id := s.id()
		if f := form(id, rules); !seen[f] {
			seen[f] = true
			log.IDs.Append([]byte(id))
			log.Start = append(log.Start, uint32(log.IDs.Len()))
		}
	}
	return log
}

var written = ingest.Format{Encoding: ingest.UTF8, Delimiter: ',', Header: ingest.HeaderYes, Dates: ingest.DateYMD, Decimal: '.'}

// A listRow is a row of a list as the naive implementation knows it.
type listRow struct{ id, text, day, number string }

// rows makes the rows of a list; with dates or without.
func (s shop) rows() (list []listRow) {
	for range 1 + s.IntN(40) {
		r := listRow{id: s.id(), text: []string{"", "x", "y", "z"}[s.IntN(4)]}
		if s.IntN(4) > 0 {
			r.day = fmt.Sprintf("2024-02-%02d", 1+s.IntN(5))
		}
		if s.IntN(4) > 0 {
			r.number = fmt.Sprint(s.IntN(9))
		}
		list = append(list, r)
	}
	return list
}

func read(t *testing.T, rows []listRow, dated bool, rules ingest.IDRules) *ingest.List {
	text := "id,text,day,number\n"
	for _, r := range rows {
		text += strings.Join([]string{r.id, r.text, r.day, r.number}, ",") + "\n"
	}
	m := ingest.Mapping{ingest.Customer, ingest.Tier, ingest.SignUp, ingest.NPS}
	if dated {
		m[2] = ingest.Date
	}
	list, err := ingest.ReadList(t.Context(), ingest.Bytes("l", []byte(text)), ingest.Customers, written, m, ingest.Rules{IDs: rules}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func form(id string, rules ingest.IDRules) string {
	return string(ingest.Normalize(nil, []byte(id), rules))
}

// naive joins with maps, rule by rule, as the package's comments say.
type naive struct {
	match     Match
	unmatched []string
	rows      map[string]listRow // by form
}

func joinNaively(log *analysis.Log, rows []listRow, dated bool, rules ingest.IDRules) naive {
	n := naive{rows: map[string]listRow{}}
	spelled := map[string]string{}
	var order []string
	for _, r := range rows {
		f := form(r.id, rules)
		if _, ok := spelled[f]; !ok {
			spelled[f] = r.id
			order = append(order, f)
		}
		if before, ok := n.rows[f]; !ok || !dated || r.day >= before.day {
			n.rows[f] = r
		}
	}
	buyers := map[string]bool{}
	for c := range log.Customers() {
		buyers[form(log.IDs.At(c), rules)] = true
	}
	n.match = Match{Listed: len(order), Buyers: len(buyers), Repeated: len(rows) - len(order)}
	for _, f := range order {
		if buyers[f] {
			n.match.Matched++
		} else {
			n.unmatched = append(n.unmatched, spelled[f])
		}
	}
	n.match.Unmatched = n.unmatched[:min(len(n.unmatched), 20)]
	n.match.WithCase = n.gain(log, rules, func(r *ingest.IDRules) *bool { return &r.Case })
	n.match.WithZeros = n.gain(log, rules, func(r *ingest.IDRules) *bool { return &r.Zeros })
	n.match.WithWidth = n.gain(log, rules, func(r *ingest.IDRules) *bool { return &r.Width })
	return n
}

func (n naive) gain(log *analysis.Log, rules ingest.IDRules, rule func(*ingest.IDRules) *bool) int {
	then := rules
	if *rule(&then) {
		return 0
	}
	*rule(&then) = true
	listed, found := map[string]bool{}, map[string]bool{}
	for _, id := range n.unmatched {
		listed[form(id, then)] = true
	}
	for c := range log.Customers() {
		id := log.IDs.At(c)
		if _, ok := n.rows[form(id, rules)]; !ok && listed[form(id, then)] {
			found[form(id, then)] = true
		}
	}
	return len(found)
}

func TestJoinAgreesWithMaps(t *testing.T) {
	s := shop{rand.New(rand.NewPCG(5, 6))}
	for round := range 400 {
		rules := ingest.IDRules{Case: round&1 > 0, Zeros: round&2 > 0, Width: round&4 > 0}
		dated := round&8 > 0
		log, rows := s.log(rules), s.rows()
		j, want := New(log, read(t, rows, dated, rules), rules), joinNaively(log, rows, dated, rules)
		got := j.Match()
		if len(got.Unmatched) == 0 && len(want.match.Unmatched) == 0 {
			got.Unmatched, want.match.Unmatched = nil, nil
		}
		if !reflect.DeepEqual(got, want.match) {
			t.Fatalf("%+v: match %+v, want %+v", rules, got, want.match)
		}
		var unmatched []string
		j.Unmatched(func(id string) bool { unmatched = append(unmatched, id); return true })
		if !slices.Equal(unmatched, want.unmatched) {
			t.Fatalf("unmatched %v, want %v", unmatched, want.unmatched)
		}
		holdAttributes(t, log, j.Attributes(), want, rules)
	}
}

// holdAttributes compares each customer's values with the naive row.
func holdAttributes(t *testing.T, log *analysis.Log, columns []analysis.Column, want naive, rules ingest.IDRules) {
	t.Helper()
	text, day, number := columns[0], columns[1], columns[2]
	used := map[string]bool{}
	for c := range log.Customers() {
		row := want.rows[form(log.IDs.At(c), rules)]
		got := listRow{id: row.id}
		if code := text.Codes[c]; code != analysis.NoCode {
			got.text = text.Texts.At(int(code))
			used[got.text] = true
		}
		got.day = day.Days[c].String()
		if v := number.Numbers[c]; v != analysis.NoNumber {
			got.number = fmt.Sprint(v.Float())
		}
		if got != row {
			t.Fatalf("customer %q has %+v, want %+v", log.IDs.At(c), got, row)
		}
	}
	if text.Texts.Len() != len(used) {
		t.Fatalf("%d texts are kept, %d are used", text.Texts.Len(), len(used))
	}
}

func TestDoubts(t *testing.T) {
	for name, c := range map[string]struct {
		m            Match
		key, remedy  string
		severity     analysis.Severity
		wantNoDoubts bool
	}{
		"fits":                       {m: Match{Listed: 100, Buyers: 100, Matched: 90}, wantNoDoubts: true},
		"a survey of few":            {m: Match{Listed: 10, Buyers: 1000, Matched: 9}, wantNoDoubts: true},
		"a register with many leads": {m: Match{Listed: 1000, Buyers: 100, Matched: 95}, wantNoDoubts: true},
		"strangers":                  {m: Match{Listed: 100, Buyers: 100, Matched: 4}, key: "join.low", remedy: "join.compare", severity: analysis.Serious},
		"zeros":                      {m: Match{Listed: 100, Buyers: 100, Matched: 4, WithZeros: 80, WithCase: 3}, key: "join.low", remedy: "join.use-zeros", severity: analysis.Serious},
		"case":                       {m: Match{Listed: 100, Buyers: 100, WithCase: 80}, key: "join.low", remedy: "join.use-case", severity: analysis.Serious},
		"width":                      {m: Match{Listed: 100, Buyers: 100, WithWidth: 80}, key: "join.low", remedy: "join.use-width", severity: analysis.Serious},
		"a few more":                 {m: Match{Listed: 100, Buyers: 100, Matched: 90, WithCase: 2}, key: "join.more", remedy: "join.use-case", severity: analysis.Note},
		"empty":                      {m: Match{Buyers: 3}, key: "join.low", remedy: "join.compare", severity: analysis.Serious},
	} {
		j := &Join{match: c.m}
		got := j.Doubts("list.csv")
		if c.wantNoDoubts {
			if len(got) > 0 {
				t.Errorf("%s: %v, want no doubt", name, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Message.Key != c.key || got[0].Remedy.Key != c.remedy || got[0].Severity != c.severity {
			t.Errorf("%s: %v, want %s, %s", name, got, c.key, c.remedy)
		}
	}
}
