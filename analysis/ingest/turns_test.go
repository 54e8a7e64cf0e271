package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"churnbench/analysis"
)

// said returns the warning with a key, or fails.
func said(t *testing.T, list []analysis.Warning, key string) analysis.Warning {
	t.Helper()
	for _, w := range list {
		if w.Message.Key == key {
			return w
		}
	}
	t.Fatalf("no %s among %+v", key, list)
	return analysis.Warning{}
}

// argument returns a message's argument as text.
func argument(m analysis.Message, name string) string {
	for _, a := range m.Args {
		if a.Name == name && a.Kind == analysis.CountArg {
			return fmt.Sprint(a.Number)
		} else if a.Name == name {
			return a.Text
		}
	}
	return ""
}

func asFormatted(t *testing.T, text string, f Format) *Table {
	t.Helper()
	full, m := fileCase{format: f}.complete()
	table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), full, m, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
	return table
}

// Two exports, one written in Europe and one in America, put together.
func TestDatesThatTurn(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for i := range 200 {
		fmt.Fprintf(&b, "A%d,%02d/%02d/2024,5\n", i%9, i%28+1, i%12+1)
	}
	for i := range 100 {
		fmt.Fprintf(&b, "A%d,%02d/%02d/2024,5\n", i%9, i%12+1, i%28+1)
	}
	table := asFormatted(t, b.String(), Format{Dates: DateDMY})
	w := said(t, table.Warnings(), "ingest.dates-turn")
	if w.Severity != analysis.Serious {
		t.Error("that days may be months is not said to be serious")
	}
	// Days 13…28 of the second part stand in rows 12…27, 40…55, 68…83 and 96…99.
	for name, want := range map[string]string{"rows": "52", "line": "214", "sample": "01/13/2024"} {
		if got := argument(w.Message, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	if l := table.Ledger(); l.Excluded[0].Reason != BadDate || l.Excluded[0].Rows != 52 {
		t.Errorf("excluded %+v", l.Excluded[0])
	}
}

// generated is a file that is written while it is read: rows of equal length,
// numbers up to a row and text from there on.
type generated struct{ rows, turn int }

func (g generated) Name() string { return "generated.csv" }
func (g generated) Size() int64  { return int64(len(head) + g.rows*len(g.row(0))) }

func (g generated) row(i int) string {
	amount := fmt.Sprintf("%7d", i%977)
	if i >= g.turn {
		amount = "unknown"
	}
	return fmt.Sprintf("C%05d,2024-%02d-%02d,%s\n", i%5000, i%12+1, i%28+1, amount)
}

func (g generated) ReadAt(b []byte, at int64) (int, error) {
	n := 0
	if at < int64(len(head)) {
		n = copy(b, head[at:])
	}
	size := int64(len(g.row(0)))
	for n < len(b) && at+int64(n) < g.Size() {
		place := at + int64(n) - int64(len(head))
		n += copy(b[n:], g.row(int(place / size))[place%size:])
	}
	return n, nil
}

// The head of this file is in order, and so is its middle.
func TestNumbersThatTurnIntoText(t *testing.T) {
	src := generated{rows: 130_000, turn: 120_000}
	p, err := Sniff(src, Format{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	w := said(t, table.Warnings(), "ingest.numbers-end")
	for name, want := range map[string]string{"column": "3", "line": "120002", "rows": "10000"} {
		if got := argument(w.Message, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	l := table.Ledger()
	if l.Used != 120_000 || l.Excluded[0].Reason != BadAmount || l.Excluded[0].Rows != 10_000 || l.Excluded[0].First[0].Line != 120_002 {
		t.Errorf("ledger: used %d, excluded %+v", l.Used, l.Excluded[0])
	}
}

// Texts here and there, or few at the end, are rows like any others.
func TestFewTextsAreNoTurn(t *testing.T) {
	good := strings.Repeat("A,2024-03-05,1\n", 500)
	for _, text := range []string{head + strings.Repeat("A,2024-03-05,x\n", 40) + good, head + good + "A,2024-03-05,x\n",
		head + strings.Repeat("A,2024-03-05,1\n", 20) + "A,2024-03-05,x\nB,2024-03-05,y\nC,soon,z\n"} {
		for _, w := range asFormatted(t, text, Format{}).Warnings() {
			if w.Message.Key == "ingest.numbers-end" || w.Message.Key == "ingest.dates-end" {
				t.Errorf("a turn is seen: %+v", w)
			}
		}
	}
}

func TestMangledIdentifiers(t *testing.T) {
	for text, want := range map[string]bool{
		"1.38E+11": true, "1E+12": true, "1,38E+11": true, "1.38001E+10": true,
		"E+11": false, "1.38E11": false, "A1E+11": false, "1.38E+": false, "13800138000": false, "TYPE+12": false, "": false,
	} {
		if got := isMangled([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	text := head + "1.38E+11,2024-03-05,1\n1.39E+11,2024-03-06,2\n1.38E+11,2024-03-07,2\n"
	if w := said(t, asFormatted(t, text, Format{}).Warnings(), "ingest.ids-mangled"); w.Message.Args[0].Number != 2 || w.Severity != analysis.Serious {
		t.Errorf("%+v", w)
	}
	p, err := Sniff(Bytes("t.csv", []byte(text)), Format{})
	if err != nil {
		t.Fatal(err)
	}
	said(t, p.Warnings, "ingest.ids-mangled")
}
