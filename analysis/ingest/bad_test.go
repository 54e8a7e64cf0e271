package ingest

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"churnbench/analysis"
)

// failure returns the key of an error, which must be an *analysis.Error.
func failure(t *testing.T, err error) (analysis.Kind, string) {
	t.Helper()
	var known *analysis.Error
	if !errors.As(err, &known) {
		t.Fatalf("no *analysis.Error: %v", err)
	}
	if known.Remedy.Key == "" && known.Kind != analysis.Cancelled {
		t.Errorf("%v has no remedy", err)
	}
	return known.Kind, known.Message.Key
}

func TestFilesThatAreNoTables(t *testing.T) {
	cases := []struct{ name, bytes, want string }{
		{"empty", "", "ingest.empty"},
		{"blank", "\r\n  \n", "ingest.empty"},
		{"PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "ingest.kind-pdf"},
		{"ZIP", "PK\x03\x04\x14\x00\x00\x00orders.csv", "ingest.kind-zip"},
		{"XLSX", "PK\x03\x04\x14\x00\x06\x00[Content_Types].xml xl/workbook.xml", "ingest.kind-xlsx"},
		{"XLS", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "ingest.kind-xls"},
		{"XLS with a password", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00" + string(encodeUTF16("EncryptedPackage", binary.LittleEndian)), "ingest.kind-locked"},
		{"7z", "7z\xbc\xaf\x27\x1c\x00\x04", "ingest.kind-archive"},
		{"RAR", "Rar!\x1a\x07\x01\x00", "ingest.kind-archive"},
		{"JSON", " [\n  {\"customer\": \"A\", \"amount\": 5}]", "ingest.kind-json"},
		{"JSON lines", "{\"customer\": \"A\"}\n{\"customer\": \"B\"}\n", "ingest.kind-json"},
		{"EBCDIC", "\xc3\xe4\xe2\xe3\x6b\xc4\xc1\xe3\xc5\x6b\xc1\xd4\xd6\xe4\xd5\xe3\x15\xc1\xf1\x6b\xf2\xf0\xf2\xf4\x60\xf0\xf3\x60\xf0\xf5\x6b\xf5\x15", "ingest.kind-ebcdic"},
		{"UTF-32", "\xff\xfe\x00\x00c\x00\x00\x00,\x00\x00\x00", "ingest.kind-utf32"},
		{"UTF-7", "+/v8-customer,date\n", "ingest.kind-utf7"},
		{"an Excel page", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", "ingest.kind-html"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00", "ingest.kind-image"},
		{"HTML", "\uFEFF\n <!DOCTYPE html><table>", "ingest.kind-html"},
		{"binary", "\x01\x02,\x03\x04\x00\x00\x07,\x08\x0b\n", "ingest.kind-binary"},
		{"a header only", head, "ingest.no-records"},
		{"one column", "customer\nA\nB\n", "ingest.one-column"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Sniff(Bytes("orders.csv", []byte(c.bytes)), Format{})
			kind, key := failure(t, err)
			var known *analysis.Error
			errors.As(err, &known)
			if key == "ingest.not-table" {
				key = known.Message.Args[0].Text
			}
			if kind != analysis.BadInput || key != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
			full, m := fileCase{}.complete()
			if _, err := Read(context.Background(), Bytes("orders.csv", []byte(c.bytes)), full, m, Rules{}, nil); err == nil {
				t.Error("Read takes it")
			}
		})
	}
}

func TestTablesThatLackSomething(t *testing.T) {
	cases := []struct {
		name, text, columns string
		kind                analysis.Kind
		want                string
	}{
		{"no date", head + "A,soon,1\nB,later,2\n", "cda", analysis.BadInput, "ingest.no-date column=2 samples=“soon”, “later”"},
		{"no number", head + "A,2024-03-05,x\n", "cda", analysis.BadInput, "ingest.no-amount column=3 samples=“x”"},
		{"no customer", head + ",2024-03-05,1\n", "cda", analysis.BadInput, "ingest.no-customer column=1"},
		{"refunds only", head + "A,2024-03-05,-1\nA,2024-03-05,-2\nA,2024-03-05,-0.5\n", "cda", analysis.NotEnough, "ingest.no-positive-amount rows=3 zero=0 negative=3"},
		{"another century", head + "A,1024-03-05,1\n", "cda", analysis.NotEnough, "ingest.all-outside rows=1 from=7305 to=47846 samples=“1024-03-05”"},
		{"another delimiter", "c;d;a\nA;2024-03-05;1\n", "cda", analysis.BadInput, "ingest.all-malformed rows=1 expected=3 samples=“A;2024-03-05;1”"},
		{"a header only", head, "cda", analysis.BadInput, "ingest.no-records"},
		{"no role for dates", head + "A,2024-03-05,1\n", "c-a", analysis.BadInput, "ingest.role-missing role=ingest.role-date"},
		{"no role for customers", head + "A,2024-03-05,1\n", "-da", analysis.BadInput, "ingest.role-missing role=ingest.role-customer"},
		{"a price without quantity", head + "A,2024-03-05,1\n", "cdp", analysis.BadInput, "ingest.role-missing role=ingest.role-amount"},
		{"a role twice", head + "A,2024-03-05,1\n", "cdaa", analysis.BadInput, "ingest.role-twice role=ingest.role-amount"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f, m := fileCase{columns: c.columns}.complete()
			_, err := Read(context.Background(), Bytes("t.csv", []byte(c.text)), f, m, Rules{}, nil)
			kind, _ := failure(t, err)
			if kind != c.kind || err.Error() != c.want {
				t.Errorf("got %d %v, want %d %s", kind, err, c.kind, c.want)
			}
		})
	}
}

func TestCutInsideQuotesIsSerious(t *testing.T) {
	f, m := fileCase{}.complete()
	text := head
	for i := range 99 {
		text += fmt.Sprintf("A,2024-03-05,%d\n", i)
	}
	text += "\"B, cut\noff"
	table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), f, m, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w := table.Warnings()
	if len(w) != 1 || w[0].Severity != analysis.Serious || w[0].Message.Key != "ingest.quote-open" {
		t.Fatalf("warnings %+v", w)
	}
	if line, rows := w[0].Message.Args[0].Number, w[0].Message.Args[1].Number; line != 101 || rows != 2 {
		t.Errorf("line %v, rows %v; want 101, 2", line, rows)
	}
	if l := table.Ledger(); l.Used != 99 || l.Excluded[0].First[0].Why.Key != "ingest.why-open-quote" {
		t.Errorf("ledger %+v", l)
	}
}

func TestManyColumns(t *testing.T) {
	var b bytes.Buffer
	m := make(Mapping, 300)
	m[7], m[150], m[299] = Customer, Date, Amount
	for row := range 200 {
		for c := range m {
			b.WriteString(map[Role]string{Customer: fmt.Sprint("K", row%9), Date: "2024-03-05", Amount: "1.25", Ignore: "x"}[m[c]])
			b.WriteByte(",\n"[b2i(c == 299)])
		}
	}
	f, _ := fileCase{format: Format{Header: HeaderNo}}.complete()
	sameReadings(t, f, m, Rules{}, b.Bytes())
	p, err := Sniff(Bytes("wide.csv", b.Bytes()), Format{})
	if err != nil || len(p.Columns) != 300 || p.Mapping.Column(Date) != 150 || p.Mapping.Column(Customer) != 7 || p.Mapping.Column(Amount) != 299 {
		t.Errorf("%v: %d columns, %v", err, len(p.Columns), p.Mapping)
	}
}

func TestHugeFields(t *testing.T) {
	huge := strings.Repeat("long ", 1<<18)
	for _, note := range []string{huge, "\"" + huge + "\n" + huge + "\"", strings.Repeat("\"", 1<<20)} {
		text := "customer,date,amount,note\nA,2024-03-05,1,x\nB,2024-03-05,2," + note + "\nC,2024-03-05,3,y\n"
		f, m := fileCase{columns: "cda-"}.complete()
		table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), f, m, Rules{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		checkBalance(t, table)
		if l := table.Ledger(); l.Used != 3 {
			t.Errorf("ledger %+v", l)
		}
	}
}

func TestEndlessRow(t *testing.T) {
	text := head + "A,2024-03-05,1\nB," + strings.Repeat("x", maxRecord*3/2) + "\nC,2024-03-05,3\n"
	f, m := fileCase{}.complete()
	table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), f, m, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if w := table.Warnings(); len(w) == 0 || w[0].Message.Key != "ingest.row-endless" {
		t.Errorf("warnings %+v", w)
	}
	if l := table.Ledger(); l.Used != 1 || l.Read != l.Used+l.Excluded[0].Rows {
		t.Errorf("ledger %+v", l)
	}
}

// A file in which every line looks like the beginning of a record of many
// lines must not be split again from each of them.
func TestBrokenQuotesStayLinear(t *testing.T) {
	text := head + "A,2024-03-05,1\n" + strings.Repeat("x\",\"y\n", 200_000) + "x\"z\n"
	f, m := fileCase{}.complete()
	table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), f, m, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	data := orderRows(60_000, shortID)
	slices := 0
	_, err := Read(ctx, Bytes("t.csv", data), orderFormat, orderMapping, Rules{}, func(bytes, rows int64) {
		slices++
		if bytes < sliceSize || rows == 0 {
			t.Errorf("%d bytes, %d rows", bytes, rows)
		}
		cancel()
	})
	if kind, _ := failure(t, err); kind != analysis.Cancelled || slices != 1 {
		t.Errorf("%v after %d slices", err, slices)
	}
}

type failing struct{ Source }

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("gone") }

func TestUnreadable(t *testing.T) {
	_, err := Sniff(failing{Bytes("t.csv", []byte(head))}, Format{})
	if _, key := failure(t, err); key != "ingest.unreadable" {
		t.Error(err)
	}
}

// A million excluded rows cost little memory, and each can be had again.
func TestManyExcluded(t *testing.T) {
	const n = 200_000
	var b bytes.Buffer
	b.WriteString(head + "A,2024-03-05,1\n")
	for i := range n {
		fmt.Fprintf(&b, "A,never,%d\n", i)
	}
	f, m := fileCase{}.complete()
	table, err := Read(context.Background(), Bytes("t.csv", b.Bytes()), f, m, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if l := table.Ledger(); l.Excluded[0].Rows != n || l.Excluded[0].Amount != analysis.Money(n)*(n-1)/2*analysis.MoneyPerUnit {
		t.Errorf("ledger %+v", l.Excluded[0])
	}
	line := 3
	whole := table.Excluded(BadDate, func(r Rejected) bool {
		if r.Line != line || r.Column != 2 || r.Text != "never" {
			t.Fatalf("excluded row %+v, want line %d", r, line)
		}
		line++
		return true
	})
	if !whole || line != n+3 {
		t.Errorf("%d rows listed", line-3)
	}
	if table.Excluded(BadDate, func(Rejected) bool { return false }) {
		t.Error("stopping goes unnoticed")
	}
}

// Excluded rows far apart are found again without reading all between them.
func TestExcludedFarApart(t *testing.T) {
	data := orderRows(60_000, shortID)
	want := map[int]bool{}
	lines := bytes.SplitAfter(data, []byte("\n"))
	for i := 100; i < len(lines)-1; i += 9_000 {
		lines[i] = []byte(fmt.Sprintf("1,C,never %d,1,,\n", i+1))
		want[i+1] = true
	}
	table, err := Read(context.Background(), Bytes("t.csv", bytes.Join(lines, nil)), orderFormat, orderMapping, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
	table.Excluded("", func(r Rejected) bool {
		if !want[r.Line] || r.Text != fmt.Sprint("never ", r.Line) {
			t.Errorf("excluded row %+v", r)
		}
		delete(want, r.Line)
		return true
	})
	if len(want) > 0 {
		t.Errorf("lines %v are not listed", want)
	}
}

// NUL bytes are filler around a value and characters inside one; a line of them
// is blank. They end nothing and hide nothing.
func TestNULBytes(t *testing.T) {
	text := head + strings.Repeat("A,2024-03-05,1\n", 20) + "\x00\x00\nB\x00,\x002024-03-06,2\x00\nC\x00D,2024-03-07,3\nE,2024-\x0003-07,3\n"
	f, m := fileCase{}.complete()
	table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), f, m, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
	if got, want := logText(table.Log()), "A:2024-03-05 20×20 B:2024-03-06 2×1 C\x00D:2024-03-07 3×1"; got != want {
		t.Errorf("log %q, want %q", got, want)
	}
	if got := excludedText(table); got != "bad-date@25" || table.Ledger().Blank != 1 {
		t.Errorf("excluded %s, %d blank", got, table.Ledger().Blank)
	}
	sameReadings(t, f, m, Rules{}, []byte(text))
}

// Rows of other widths do not move values into other columns, however many
// there are.
func TestTooFewAndTooManyFields(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for i := range 90 {
		b.WriteString([]string{"A,2024-03-05,1\n", "B,2024-03-05\n", "C,2024-03-05,1,2,3\n"}[i%3])
	}
	p, table := asDetected(t, b.String(), Format{})
	if l := table.Ledger(); p.Format.Skip != NoSkip || l.Read != 90 || l.Used != 30 || table.Log().Customers() != 1 {
		t.Errorf("%+v, ledger %+v", p.Format, l)
	}
	whys := map[string]bool{}
	for _, r := range table.Ledger().Excluded[0].First {
		whys[argument(r.Why, "found")+" of "+argument(r.Why, "expected")] = true
	}
	if !whys["2 of 3"] || !whys["5 of 3"] {
		t.Errorf("reasons %v", whys)
	}
}

// Of columns with the same name the first is proposed, and the others keep
// their place and values.
func TestDuplicateNames(t *testing.T) {
	text := "customer,date,amount,amount,date\nA,2024-03-05,1,9,2024-04-05\nB,2024-03-06,2,9,2024-04-05\n"
	p, table := asDetected(t, text, Format{})
	if p.Mapping.Column(Amount) != 2 || p.Mapping.Column(Date) != 1 || len(p.Columns) != 5 || p.Columns[3].Name != "amount" {
		t.Errorf("mapping %q, columns %+v", p.Mapping, p.Columns)
	}
	if got := logText(table.Log()); got != "A:2024-03-05 1×1 B:2024-03-06 2×1" {
		t.Errorf("log %s", got)
	}
}
