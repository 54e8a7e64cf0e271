package ingest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"churnbench/analysis"
)

// listText is a list with every fault that a list can have.
const listText = "id,name,region,score,joined,unused\n" +
	"A1,Ann,North,7.5,2024-01-05,x\n" +
	"B2,Bob,,none,2024-02-30,x\n" + // no such day
	",Nobody,South,1,2024-01-01,x\n" +
	"C3,Cyd,South,many,,x\n" +
	"a1,Ann L.,South,8,2024-03-01,x\n" +
	"short,row\n" +
	"\n" +
	"test-1,T,North,1,2024-01-01,x\n" +
	"Total,,,17.5,,\n"

var listMapping = Mapping{Customer, Attribute, Region, Survey, SignUp, Ignore}

func readList(t *testing.T, text string, m Mapping, rules Rules) *List {
	t.Helper()
	l, err := ReadList(t.Context(), Bytes("l.csv", []byte(text)), Customers, Format{Encoding: UTF8, Quoting: Doubled, Delimiter: ',', Header: HeaderYes, Dates: DateYMD, Decimal: '.'}, m, rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func holdBalance(t *testing.T, l Ledger) {
	t.Helper()
	sum := l.Used
	for _, e := range l.Excluded {
		sum += e.Rows
	}
	if sum != l.Read {
		t.Errorf("ledger %+v does not balance", l)
	}
}

// TestListRepeatsItsHeader reads two exports that were put one behind the other.
func TestListRepeatsItsHeader(t *testing.T) {
	l := readList(t, "id,region\nA1,North\nid,region\nB2,South\n", Mapping{Customer, Region}, Rules{})
	holdBalance(t, l.Ledger())
	out := l.Ledger().Excluded
	if len(out) != 1 || out[0].Rows != 1 || out[0].First[0].Line != 3 || out[0].First[0].Why.Key != "ingest.why-header" {
		t.Errorf("excluded %+v, want the header on line 3", out)
	}
}

func TestReadList(t *testing.T) {
	l := readList(t, listText, listMapping, Rules{Test: []string{"test*"}, IDs: IDRules{Case: true}})
	holdBalance(t, l.Ledger())
	got := map[Reason][2]int{}
	for _, e := range l.Ledger().Excluded {
		got[e.Reason] = [2]int{e.Rows, e.First[0].Line}
	}
	want := map[Reason][2]int{Malformed: {1, 7}, MissingCustomer: {1, 4}, TestCustomer: {1, 9}, TotalsLine: {1, 10}}
	if !reflect.DeepEqual(got, want) || l.Ledger().Read != 8 || l.Ledger().Blank != 1 || l.Ledger().Lines != 10 {
		t.Errorf("excluded %v, want %v; ledger %+v", got, want, l.Ledger())
	}
	if l.IDs.Len() != 3 || l.IDs.At(0) != "A1" || !reflect.DeepEqual(l.Customer, []uint32{0, 1, 2, 0}) {
		t.Errorf("customers %v of %d", l.Customer, l.IDs.Len())
	}
	if got := fmt.Sprint(columnTexts(l)); got != "[name: Ann Bob Cyd Ann L. region: North - South South score: 7.5 - - 8 joined: 2024-01-05 - - 2024-03-01]" {
		t.Error(got)
	}
	var bad []string
	for _, w := range l.Warnings() {
		for _, a := range w.Message.Args {
			if a.Name == "sample" {
				bad = append(bad, w.Message.Key+" "+a.Text)
			}
		}
	}
	if got := strings.Join(bad, ", "); got != "ingest.list-bad-numbers many, ingest.list-bad-dates 2024-02-30" {
		t.Errorf("warnings about values: %s", got)
	}
}

// TestListsExcludedAgain holds that what is read again is what was counted, in
// a file whose quotes go wrong as well.
func TestListsExcludedAgain(t *testing.T) {
	text := listText + "D4,\"a\" b,North,1,,\nE5,x,y,1,,\nF6,\"never closed,South,2,,\nG7,x,y,3,,\n"
	l := readList(t, text, listMapping, Rules{Test: []string{"test*"}})
	holdBalance(t, l.Ledger())
	for _, e := range l.Ledger().Excluded {
		var again []Rejected
		if !l.Excluded(e.Reason, func(r Rejected) bool { again = append(again, r); return true }) || len(again) != e.Rows || !reflect.DeepEqual(again, e.First) {
			t.Errorf("%s: %v, want %d rows %v", e.Reason, again, e.Rows, e.First)
		}
	}
	if e := l.Ledger().Excluded[0]; e.Reason != Malformed || e.Rows != 4 || l.IDs.At(l.IDs.Len()-1) != "E5" {
		t.Errorf("malformed: %+v, last customer %s", e, l.IDs.At(l.IDs.Len()-1))
	}
	n := 0
	if l.Excluded("", func(Rejected) bool { n++; return false }) || n != 1 {
		t.Errorf("%d rows after one was enough", n)
	}
}

func TestListSkipsItsPreamble(t *testing.T) {
	text := "Members of July\nmade by \"hand\n\nid,tier\nA,gold\nB,\n"
	l, err := ReadList(t.Context(), Bytes("l.csv", []byte(text)), Customers,
		Format{Encoding: UTF8, Delimiter: ',', Skip: 3, Header: HeaderYes, Dates: DateYMD, Decimal: '.'}, Mapping{Customer, Tier}, Rules{}, nil)
	if err != nil || l.Ledger().Read != 2 || l.Ledger().Lines != 6 || l.Columns[0].Name != "tier" {
		t.Errorf("%v, %+v", err, l)
	}
}

// columnTexts writes a list's columns, "-" where a value is missing.
func columnTexts(l *List) (out []string) {
	for _, c := range l.Columns {
		out = append(out, c.Name+":")
		for i := range c.Len() {
			text := "-"
			switch {
			case c.Kind == analysis.TextColumn && c.Codes[i] != analysis.NoCode:
				text = c.Texts.At(int(c.Codes[i]))
			case c.Kind == analysis.NumberColumn && c.Numbers[i] != analysis.NoNumber:
				text = fmt.Sprint(c.Numbers[i].Float())
			case c.Kind == analysis.DayColumn && c.Days[i].Valid():
				text = c.Days[i].String()
			}
			out = append(out, text)
		}
	}
	return out
}

func TestReadListKeepsItsDate(t *testing.T) {
	l := readList(t, "id,answered,nps\nA,2024-05-01,9\nB,2024-05-02,3\n", Mapping{Customer, Date, NPS}, Rules{})
	if l.Date != 0 || l.Columns[0].Days[1] != analysis.Date(2024, 5, 2) || l.Columns[1].Numbers[1] != analysis.MoneyOf(3) {
		t.Errorf("date column %d of %+v", l.Date, l.Columns)
	}
}

func TestReadListRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		m    Mapping
		key  string
	}{
		"no customer column": {listText, Mapping{Ignore, Attribute, Region, Survey, SignUp, Ignore}, "ingest.role-missing"},
		"a role twice":       {listText, Mapping{Customer, Customer, Region, Survey, SignUp, Ignore}, "ingest.role-twice"},
		"only a header":      {"id,name\n", Mapping{Customer, Attribute}, "ingest.no-records"},
		"no customers":       {"id,name\n,x\n,y\n", Mapping{Customer, Attribute}, "ingest.no-customer"},
		"only totals":        {"id,name\nTotal,x\n", Mapping{Customer, Attribute}, "ingest.list-empty"},
		"other width":        {"id,name\nA,x\nB,y\n", Mapping{Customer, Attribute, Region}, "ingest.all-malformed"},
	} {
		_, err := ReadList(t.Context(), Bytes("l.csv", []byte(c.text)), Customers,
			Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Dates: DateYMD, Decimal: '.'}, c.m, Rules{}, nil)
		var said *analysis.Error
		if !errors.As(err, &said) || said.Message.Key != c.key {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := ReadList(ctx, Bytes("l.csv", []byte(listText)), Customers, Format{}, listMapping, Rules{}, nil)
	var said *analysis.Error
	if !errors.As(err, &said) || said.Kind != analysis.Cancelled {
		t.Errorf("cancelled: %v", err)
	}
}

// TestListsOfNoiseBalance feeds random bytes: whatever comes, the ledger
// balances and every column has a value for each row.
func TestListsOfNoiseBalance(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const alphabet = "ab1,,,\n\n\r\"\" \xff;总"
	for range 2000 {
		b := []byte("id,x,d\n")
		for range r.IntN(80) {
			b = append(b, alphabet[r.IntN(len(alphabet))])
		}
		l, err := ReadList(t.Context(), Bytes("noise.csv", b), Surveys,
			Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Dates: DateDMY, Decimal: '.'}, Mapping{Customer, Survey, Date}, Rules{IDs: IDRules{Case: true}}, nil)
		if err != nil {
			continue
		}
		holdBalance(t, l.Ledger())
		for _, c := range l.Columns {
			if c.Len() != len(l.Customer) || len(l.Customer) != l.Ledger().Used {
				t.Fatalf("%q: column of %d, %d customers, %d used", b, c.Len(), len(l.Customer), l.Ledger().Used)
			}
		}
	}
}
