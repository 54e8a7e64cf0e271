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

// fileCase is a whole file with what becomes of it.
type fileCase struct {
	name    string
	text    string
	columns string // roles by initial: c d a q p o, - for none; "" for "cda"
	format  Format // what differs from comma, header, point, year first
	rules   Rules
	ledger  string // "read used merged blank lines"
	out     string // reasons and lines of excluded rows
	log     string // customer:day amount×orders
}

const head = "customer,date,amount\n"

var fileCases = []fileCase{
	{name: "one row", text: head + "A,2024-03-05,1.5\n", ledger: "1 1 0 0 2", log: "A:2024-03-05 1.5×1"},
	{name: "no line end at the end", text: head + "A,2024-03-05,1.5", ledger: "1 1 0 0 2", log: "A:2024-03-05 1.5×1"},
	{name: "CRLF", text: "customer,date,amount\r\nA,2024-03-05,1.5\r\nB,2024-03-06,2\r\n", ledger: "2 2 0 0 3", log: "A:2024-03-05 1.5×1 B:2024-03-06 2×1"},
	{name: "CR", text: "customer,date,amount\rA,2024-03-05,1.5\rB,2024-03-06,2", ledger: "2 2 0 0 3", log: "A:2024-03-05 1.5×1 B:2024-03-06 2×1"},
	{name: "line ends mixed", text: head + "A,2024-03-05,1\r\nB,2024-03-06,2\rC,2024-03-07,3\nD,2024-03-08,4", ledger: "4 4 0 0 5",
		log: "A:2024-03-05 1×1 B:2024-03-06 2×1 C:2024-03-07 3×1 D:2024-03-08 4×1"},
	{name: "byte-order mark", text: "\uFEFF" + head + "A,2024-03-05,1.5\n", ledger: "1 1 0 0 2", log: "A:2024-03-05 1.5×1"},
	{name: "same day merges", text: head + "A,2024-03-05,1\nA,2024-03-05,2\nA,2024-03-06,4\n", ledger: "3 3 1 0 4", log: "A:2024-03-05 3×2 A:2024-03-06 4×1"},
	{name: "customers in order of their names", text: head + "B,2024-03-06,2\nA,2024-03-07,1\nB,2024-03-05,3\n", ledger: "3 3 0 0 4",
		log: "A:2024-03-07 1×1 B:2024-03-05 3×1 B:2024-03-06 2×1"},
	{name: "blank lines", text: head + "\nA,2024-03-05,1\n   \n,,\n\r\nB,2024-03-05,1\n\n", ledger: "2 2 0 5 8", log: "A:2024-03-05 1×1 B:2024-03-05 1×1"},
	{name: "quotes", text: head + "\"A\",\"2024-03-05\",\"1.5\"\n\"B, Ltd\",2024-03-06,\"1,234.5\"\n", ledger: "2 2 0 0 3", log: "A:2024-03-05 1.5×1 B, Ltd:2024-03-06 1234.5×1"},
	{name: "doubled quotes", text: head + "\"A \"\"x\"\"\",2024-03-05,1\n\"\"\"\",2024-03-06,2\n", ledger: "2 2 0 0 3", log: "\":2024-03-06 2×1 A \"x\":2024-03-05 1×1"},
	{name: "newline in quotes", text: head + "\"A\nB\",2024-03-05,1\nC,bad,2\n", ledger: "2 1 0 0 4", out: "bad-date@4", log: "A\nB:2024-03-05 1×1"},
	{name: "CRLF in quotes", text: head + "\"A\r\nB\",2024-03-05,1\r\nC,bad,2\r\n", ledger: "2 1 0 0 4", out: "bad-date@4", log: "A\r\nB:2024-03-05 1×1"},
	{name: "quote inside a plain field", text: head + "12\" vinyl,2024-03-05,1\nB,2024-03-06,2\n", ledger: "2 2 0 0 3", log: "12\" vinyl:2024-03-05 1×1 B:2024-03-06 2×1"},
	{name: "blanks around quotes", text: head + " \"A\" , \"2024-03-05\" , \"1\" \n", ledger: "1 1 0 0 2", log: "A:2024-03-05 1×1"},
	{name: "text behind a quote", text: head + "\"A\"x,2024-03-05,1\nB,2024-03-05,1\n", ledger: "2 1 0 0 3", out: "malformed@2", log: "B:2024-03-05 1×1"},
	{name: "a stray quote costs one line", text: head + "\"A,2024-03-05,1\nB,2024-03-06,2\n\"C\",2024-03-07,3\n", ledger: "3 2 0 0 4", out: "malformed@2",
		log: "B:2024-03-06 2×1 C:2024-03-07 3×1"},
	{name: "cut inside quotes", text: head + "A,2024-03-05,1\nB,2024-03-06,2\n\"C, who\nnever", ledger: "4 2 0 0 5", out: "malformed@4 malformed@5",
		log: "A:2024-03-05 1×1 B:2024-03-06 2×1"},
	{name: "too few and too many fields", text: head + "A,2024-03-05\nB,2024-03-05,1,2\nC,2024-03-05,1\n", ledger: "3 1 0 0 4", out: "malformed@2 malformed@3", log: "C:2024-03-05 1×1"},
	{name: "an empty field behind the last", text: head + "A,2024-03-05,1,\nB,2024-03-05,1, \nC,2024-03-05,1\n", ledger: "3 3 0 0 4",
		log: "A:2024-03-05 1×1 B:2024-03-05 1×1 C:2024-03-05 1×1"},
	{name: "missing customers", text: head + ",2024-03-05,1\nNULL,2024-03-05,1\n\u3000,2024-03-05,1\nnan,2024-03-05,1\nA,2024-03-05,1\n", ledger: "5 1 0 0 6",
		out: "missing-customer@2 missing-customer@3 missing-customer@4 missing-customer@5", log: "A:2024-03-05 1×1"},
	{name: "reasons in their order", text: head + ",x,y\nA,x,y\nA,1899-01-01,y\nA,2024-03-05,y\nA,2024-03-05,0\nA,2024-03-05,-1\nA,2024-03-05,1\n", ledger: "7 1 0 0 8",
		rules: Rules{Refunds: ExcludeRefunds}, out: "missing-customer@2 bad-date@3 outside-window@4 bad-amount@5 zero-amount@6 negative-amount@7", log: "A:2024-03-05 1×1"},
	{name: "zeros kept by default", text: head + "A,2024-03-05,0\nB,2024-03-05,-0.00\nC,2024-03-05,-5\n", ledger: "3 2 0 0 4", out: "negative-amount@4", log: "A:2024-03-05 0×1 B:2024-03-05 0×1"},
	{name: "refunds netted", text: head + "A,2024-03-05,5\nA,2024-03-05,-2\n", rules: Rules{Refunds: KeepRefunds}, ledger: "2 2 1 0 3", log: "A:2024-03-05 3×2"},
	{name: "window", text: head + "A,2024-03-04,1\nA,2024-03-05,1\nA,2024-03-06,1\nA,2024-03-07,1\n", ledger: "4 2 0 0 5",
		rules: Rules{From: analysis.Date(2024, 3, 5), To: analysis.Date(2024, 3, 6)}, out: "outside-window@2 outside-window@5", log: "A:2024-03-05 1×1 A:2024-03-06 1×1"},
	{name: "totals", text: head + "A,2024-03-05,1\nTotal,,1\n合 计：,,1\nGrand Total\nTotal,2024-03-05,2\n", ledger: "5 2 0 0 6",
		out: "totals-line@3 totals-line@4 totals-line@5", log: "A:2024-03-05 1×1 Total:2024-03-05 2×1"},
	{name: "quantity × price", text: "q,p,c,d\n2,1.25,A,2024-03-05\n3,x,A,2024-03-06\ny,3,A,2024-03-06\n-1,5,B,2024-03-06\n", columns: "qpcd", ledger: "4 1 0 0 5",
		out: "bad-amount@3 bad-amount@4 negative-amount@5", log: "A:2024-03-05 2.5×1"},
	{name: "an amount outranks quantity × price", text: "a,p,c,d,q\n2,1.25,A,2024-03-05,9\n", columns: "apcdq", ledger: "1 1 0 0 2", log: "A:2024-03-05 2×1"},
	{name: "blanks", text: " id  date  n  paid\n 01 20240305 1   1.50\n  01 20240306 12  3.00  \n\n 02 20240307 1\n", columns: "cd-a", format: Format{Delimiter: ' ', Dates: DateCompact},
		ledger: "3 2 0 1 5", out: "malformed@5", log: "01:2024-03-05 1.5×1 01:2024-03-06 3×1"},
	{name: "blanks and CRLF", text: "01 20240305 1.50\r\n01 20240306 3.00 \r\n", columns: "cda", format: Format{Delimiter: ' ', Dates: DateCompact, Header: HeaderNo},
		ledger: "2 2 0 0 2", log: "01:2024-03-05 1.5×1 01:2024-03-06 3×1"},
	{name: "semicolons and decimal commas", text: "c;d;a\nA;05.03.2024;1.234,56\nB;5.3.2024;-\nC;31.04.2024;1\n", format: Format{Delimiter: ';', Decimal: ',', Dates: DateDMY},
		ledger: "3 1 0 0 4", out: "bad-date@4 bad-amount@3", log: "A:2024-03-05 1234.56×1"},
	{name: "month first", text: "c\td\ta\nA\t03/05/2024\t1\nA\t3/6/24 8:26\t$2\nA\t13/05/2024\t1\n", format: Format{Delimiter: '\t', Dates: DateMDY}, ledger: "3 2 0 0 4",
		out: "bad-date@4", log: "A:2024-03-05 1×1 A:2024-03-06 2×1"},
	{name: "times", text: head + "A,2024-03-05 23:59:59,1\nA,2024-03-06T00:00:00Z,1\nA,2024-03-07T08:00:00.123+08:00,1\nA,2024-03-08 or so,1\n", ledger: "4 3 0 0 5",
		out: "bad-date@5", log: "A:2024-03-05 1×1 A:2024-03-06 1×1 A:2024-03-07 1×1"},
	{name: "Chinese", text: "客户,日期,金额\n张三,2024年3月5日,￥１，２３４．５\n李四,2024年3月6日 14:30,12元\n 王五 ,２０２４－０３－０７,1.2万\n", ledger: "3 3 0 0 4",
		log: "张三:2024-03-05 1234.5×1 李四:2024-03-06 12×1 王五:2024-03-07 12000×1"},
	{name: "identifiers guarded from Excel", text: head + "=\"007\",2024-03-05,1\n007\t,2024-03-06,1\n", ledger: "2 2 0 0 3", log: "007:2024-03-05 1×1 007:2024-03-06 1×1"},
	{name: "long identifiers", text: head + "customer-0000001,2024-03-05,1\ncustomer-0000002,2024-03-05,1\ncustomer-0000001,2024-03-06,1\n", ledger: "3 3 0 0 4",
		log: "customer-0000001:2024-03-05 1×1 customer-0000001:2024-03-06 1×1 customer-0000002:2024-03-05 1×1"},
	{name: "sep line", text: "sep=,\n" + head + "A,2024-03-05,1\n", ledger: "1 1 0 0 3", log: "A:2024-03-05 1×1"},
	{name: "bytes that are no UTF-8", text: head + "A\xff,2024-03-05,1\n\xe4\xb8,2024-03-05,1\n", ledger: "2 2 0 0 3", log: "A\uFFFD:2024-03-05 1×1 \uFFFD:2024-03-05 1×1"},
	{name: "NUL in a name", text: head + "A,2024-03-05,1\nA\x00,2024-03-05,2\n", ledger: "2 2 1 0 3", log: "A:2024-03-05 3×2"},
}

func (c fileCase) complete() (Format, Mapping) {
	f := c.format
	if f.Encoding == "" {
		f.Encoding = UTF8
	}
	if f.Delimiter == 0 {
		f.Delimiter = ','
	}
	if f.Header == HeaderDetect {
		f.Header = HeaderYes
	}
	if f.Decimal == 0 {
		f.Decimal = '.'
	}
	if f.Dates == DatesDetect {
		f.Dates = DateYMD
	}
	if c.columns == "" {
		c.columns = "cda"
	}
	var m Mapping
	for _, letter := range c.columns {
		m = append(m, map[rune]Role{'c': Customer, 'd': Date, 'a': Amount, 'q': Quantity, 'p': Price, 'o': Order}[letter])
	}
	return f, m
}

func TestRead(t *testing.T) {
	for _, c := range fileCases {
		t.Run(c.name, func(t *testing.T) {
			f, m := c.complete()
			table, err := Read(context.Background(), Bytes("t.csv", []byte(c.text)), f, m, c.rules, nil)
			if err != nil {
				t.Fatal(err)
			}
			l := table.Ledger()
			if got := fmt.Sprint(l.Read, l.Used, l.Merged, l.Blank, l.Lines); got != c.ledger {
				t.Errorf("ledger: got %s, want %s", got, c.ledger)
			}
			if got := excludedText(table); got != c.out {
				t.Errorf("excluded: got %q, want %q", got, c.out)
			}
			if got := logText(table.Log()); got != c.log {
				t.Errorf("log: got %q, want %q", got, c.log)
			}
		})
	}
}

func excludedText(t *Table) string {
	var list []string
	for _, reason := range Reasons {
		t.Excluded(reason, func(r Rejected) bool {
			list = append(list, fmt.Sprintf("%s@%d", reason, r.Line))
			return true
		})
	}
	return strings.Join(list, " ")
}

func logText(l *analysis.Log) string {
	var list []string
	for c := range l.Customers() {
		for i := l.Start[c]; i < l.Start[c+1]; i++ {
			list = append(list, fmt.Sprintf("%s:%s %v×%d", l.IDs.At(c), l.Day[i], l.Amount[i].Float(), l.Orders[i]))
		}
	}
	return strings.Join(list, " ")
}

// readings reads a text with the kernel and without, and in slices and windows
// so small that every place is a boundary once.
func readings(f Format, m Mapping, rules Rules, text []byte) (tables []*Table, errs []error) {
	for _, size := range []struct{ slice, window int }{{sliceSize, windowSize}, {sliceSize, 0}, {7, 8}, {16, 0}, {61, 24}} {
		g := &intake{opt: Options{Rules: rules}, keys: newKeyTable(0)}
		tests := newTestPatterns(rules.Test)
		g.keys.tests = &tests
		source := Bytes("t.csv", text)
		p, err := newPlan(f, m, rules)
		if err != nil {
			return nil, []error{err}
		}
		r, err := newReader(source, p)
		if err != nil {
			return nil, []error{err}
		}
		g.add(r)
		r.in.slice, r.kernel.window = size.slice, size.window
		if err := r.run(context.Background()); err != nil {
			return nil, []error{err}
		}
		table, err := g.table()
		tables, errs = append(tables, table), append(errs, err)
	}
	return tables, errs
}

// sameReadings fails unless all readings of a text agree and balance.
func sameReadings(t *testing.T, f Format, m Mapping, rules Rules, text []byte) {
	t.Helper()
	tables, errs := readings(f, m, rules, text)
	for i := range tables {
		if !reflect.DeepEqual(errs[i], errs[0]) {
			t.Fatalf("reading %d fails with %v, reading 0 with %v", i, errs[i], errs[0])
		}
		if errs[i] != nil {
			var known *analysis.Error
			if !errors.As(errs[i], &known) || known.Kind == analysis.Internal {
				t.Fatalf("an error of no kind: %v", errs[i])
			}
			continue
		}
		checkBalance(t, tables[i])
		if got, want := tables[i].Ledger(), tables[0].Ledger(); !reflect.DeepEqual(got, want) {
			t.Fatalf("reading %d has the ledger\n%+v, reading 0\n%+v", i, got, want)
		}
		if got, want := tables[i].Log(), tables[0].Log(); !reflect.DeepEqual(got, want) {
			t.Fatalf("reading %d has the log %s, reading 0 %s", i, logText(got), logText(want))
		}
	}
}

// checkBalance holds a table to what Ledger promises.
func checkBalance(t *testing.T, table *Table) {
	t.Helper()
	l, log := table.Ledger(), table.Log()
	excluded, listed := 0, 0
	for _, e := range l.Excluded {
		excluded += e.Rows
		if want := min(e.Rows, maxFirst); len(e.First) != want {
			t.Errorf("%s: %d first rows of %d", e.Reason, len(e.First), e.Rows)
		}
	}
	last := 0
	table.Excluded("", func(r Rejected) bool {
		listed++
		if r.Line <= last || r.Line > l.Lines || len(r.Text) > maxRejectedText+3 || r.Why.Key == "" {
			t.Errorf("excluded row %+v behind line %d of %d", r, last, l.Lines)
		}
		last = r.Line
		return true
	})
	if l.Read != l.Used+excluded || listed != excluded {
		t.Errorf("%d read ≠ %d used + %d excluded, of which %d are listed", l.Read, l.Used, excluded, listed)
	}
	if log.OrderRows() != l.Used-l.Netted-l.Undone || len(log.Day) != log.OrderRows()-l.Merged || log.Revenue() != l.Revenue {
		t.Errorf("the log holds %d orders on %d days, the ledger %d used of which %d merged", log.OrderRows(), len(log.Day), l.Used, l.Merged)
	}
	if l.Lines < l.Read+l.Blank {
		t.Errorf("%d lines, but %d rows and %d blank", l.Lines, l.Read, l.Blank)
	}
	for c := range log.Customers() {
		for i := log.Start[c]; i < log.Start[c+1]; i++ {
			if i > log.Start[c] && log.Day[i] <= log.Day[i-1] || log.Day[i] > log.End {
				t.Errorf("days of %s out of order", log.IDs.At(c))
			}
		}
		if log.Start[c] == log.Start[c+1] {
			t.Errorf("%s has no rows", log.IDs.At(c))
		}
	}
}

func TestReadingsAgree(t *testing.T) {
	for _, c := range fileCases {
		t.Run(c.name, func(t *testing.T) {
			f, m := c.complete()
			sameReadings(t, f, m, c.rules, []byte(c.text))
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, c := range fileCases {
		format, _ := c.complete()
		f.Add([]byte(c.text), format.Delimiter, format.Decimal, string(format.Dates), c.format.Header != HeaderNo)
	}
	f.Fuzz(func(t *testing.T, text []byte, delim, decimal byte, dates string, header bool) {
		format := Format{Encoding: UTF8, Delimiter: delim, Header: HeaderNo, Decimal: decimal, Dates: DateFmt(dates)}
		if header {
			format.Header = HeaderYes
		}
		if strings.IndexByte(",;\t| ", delim) < 0 || decimal != '.' && decimal != ',' {
			t.Skip()
		}
		sameAsStandard(t, text, delim)
		for _, format.Quoting = range []Quoting{Doubled, Unquoted, Backslash} {
			sameReadings(t, format, Mapping{Customer, Date, Amount}, Rules{}, text)
		}
		sameReadings(t, format, Mapping{Quantity, Price, Date, Customer}, Rules{Refunds: KeepRefunds}, text)
		source := Bytes("f.csv", text)
		if p, err := Sniff(source, Format{}); err == nil {
			Read(context.Background(), source, p.Format, p.Mapping, p.Rules, nil)
		}
	})
}

// TestReadingsAgreeAtRandom puts files together from the pieces that have a
// meaning somewhere, so that quotes, line ends and blanks meet in every way.
func TestReadingsAgreeAtRandom(t *testing.T) {
	pieces := []string{"A", "B,", "customer-0001,", "\"", "\"\"", "\",\"", ",", ",", ",", "\n", "\n", "\r\n", "\r", " ", "\t", "2024-03-05", "2024-03-05,",
		"2024/3/5 12:30", "20240305", "1.5", "-2", "0", "12.50\n", "1,000", "x", "客户", "\xff", "\u3000", "Total", "NULL", "\\", "\\\"", "A,2024-03-05,1\n", "\"A\",\"2024-03-05\",\"1\"\n"}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 1500 {
		text := []byte("A,2024-03-05,1\n")
		for range rng.IntN(60) {
			text = append(text, pieces[rng.IntN(len(pieces))]...)
		}
		for _, delim := range []byte{',', ' '} {
			f := Format{Encoding: UTF8, Delimiter: delim, Header: HeaderNo, Decimal: '.', Dates: DateYMD}
			f.Quoting = []Quoting{Doubled, Doubled, Unquoted, Backslash}[rng.IntN(4)]
			f.Skip = Skip(max(0, rng.IntN(6)-3))
			sameReadings(t, f, Mapping{Customer, Date, Amount}, Rules{}, text)
			if t.Failed() {
				t.Fatalf("reading %q", text)
			}
		}
	}
}
