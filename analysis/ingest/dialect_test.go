package ingest

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"churnbench/analysis"
)

// threeRows are the rows of the files below, and threeOrders what they come to.
const (
	threeRows   = "A,2024-03-05,1\nB,2024-03-06,2\nA,2024-03-07,4\n"
	threeOrders = "A:2024-03-05 1×1 A:2024-03-07 4×1 B:2024-03-06 2×1"
)

// asDetected reads a file as it is detected.
func asDetected(t *testing.T, text string, want Format) (Preview, *Table) {
	t.Helper()
	src := Bytes("t.csv", []byte(text))
	p, err := Sniff(src, want)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Mapping) == 3 {
		p.Mapping = Mapping{Customer, Date, Amount} // whatever the names
	}
	table, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
	return p, table
}

func TestPreamble(t *testing.T) {
	cases := []struct {
		name, before, text string
		skip               Skip
	}{
		{"none", "", head + threeRows, NoSkip},
		{"blank lines only", "", "\n\n" + head + threeRows, NoSkip},
		{"a title", "Orders\n", head + threeRows, 1},
		{"a title, a date and a blank line", "Sales report\nReport generated on 2024-04-01 08:00\n\n", head + threeRows, 3},
		{"padded by a spreadsheet", "Sales report,,\r\nGenerated on,2024-04-01,\r\n,,\r\n", head + threeRows, 3},
		{"filters", "Period,2024-01-01,2024-03-31\nShop: north, south\n", head + threeRows, 2},
		{"comments before rows", "# exported by till 4\n# three orders\n", threeRows, 2},
		{"names that we do not know", "Extract\n\n", "ref,when,what\n" + threeRows, 2},
		{"Chinese", "订单明细表\n导出时间：2024-04-01\n", "客户编号,下单日期,实付金额\n" + threeRows, 2},
		{"a quoted title of two lines", "\"Orders,\nall of them\"\n", head + threeRows, 2},
		{"a separator", "sep=,\n", head + threeRows, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := c.before + c.text + "C,never,1\n"
			p, table := asDetected(t, text, Format{})
			if p.Format.Skip != c.skip || len(p.Preamble) != c.skip.Lines() {
				t.Fatalf("skips %d, preamble %q", p.Format.Skip, p.Preamble)
			}
			if want := strings.Split(c.before, "\n"); c.skip > 0 && p.Preamble[0] != strings.TrimSuffix(want[0], "\r") {
				t.Errorf("preamble %q", p.Preamble)
			}
			l := table.Ledger()
			if logText(table.Log()) != threeOrders || l.Read != 4 || l.Lines != strings.Count(text, "\n") {
				t.Errorf("log %s, ledger %+v", logText(table.Log()), l)
			}
			if got, want := excludedText(table), fmt.Sprintf("bad-date@%d", strings.Count(text, "\n")); got != want {
				t.Errorf("excluded %s, want %s", got, want)
			}
			sameReadings(t, p.Format, p.Mapping, p.Rules, []byte(text))
		})
	}
}

// What the person says about the lines before the table is taken as it is.
func TestChosenSkip(t *testing.T) {
	p, table := asDetected(t, head+"A,2024-01-01,9\n"+head+threeRows, Format{Skip: 2})
	if p.Format.Skip != 2 || logText(table.Log()) != threeOrders || len(p.Preamble) != 2 {
		t.Errorf("%+v: log %s, preamble %q", p.Format, logText(table.Log()), p.Preamble)
	}
	f := p.Format
	f.Skip = 99
	if _, err := Read(context.Background(), Bytes("t.csv", []byte(head+threeRows)), f, p.Mapping, p.Rules, nil); err == nil {
		t.Error("a file that is skipped whole can be read")
	}
}

func TestHeaderInTheMiddle(t *testing.T) {
	text := head + "A,2024-03-05,1\nB,2024-03-06,2\n \"customer\",date , amount\nA,2024-03-07,4\n"
	p, table := asDetected(t, text, Format{})
	if got := excludedText(table); got != "malformed@4" || logText(table.Log()) != threeOrders {
		t.Errorf("excluded %s, log %s", got, logText(table.Log()))
	}
	if why := table.Ledger().Excluded[0].First[0].Why.Key; why != "ingest.why-header" {
		t.Errorf("said to be %s", why)
	}
	sameReadings(t, p.Format, p.Mapping, p.Rules, []byte(text))
}

func TestSeparatorDecides(t *testing.T) {
	p, table := asDetected(t, "sep=;\ncustomer;date;amount\nA;2024-03-05;1\nB;2024-03-06;2\nA;2024-03-07;4\n", Format{})
	if p.Format.Delimiter != ';' || logText(table.Log()) != threeOrders {
		t.Errorf("%+v: %s", p.Format, logText(table.Log()))
	}
	// Two delimiters part these rows equally well.
	p, _ = asDetected(t, "sep=|\ncustomer|date|amount|x;y;z\nA|2024-03-05|1|1;2;3\nB|2024-03-06|2|2;3;4\n", Format{})
	if p.Format.Delimiter != '|' {
		t.Errorf("delimiter %q", p.Format.Delimiter)
	}
}

func TestQuoting(t *testing.T) {
	cases := []struct {
		name, text string
		quoting    Quoting
		delim      byte
		log        string
	}{
		{"none at all", head + threeRows, Doubled, ',', threeOrders},
		{"doubled", head + "\"A \"\"x\"\"\",2024-03-05,1\n\"B, C\",2024-03-06,2\n", Doubled, ',', "A \"x\":2024-03-05 1×1 B, C:2024-03-06 2×1"},
		{"backslashes", "\"customer\",\"date\",\"amount\"\n\"A \\\"x\\\"\",\"2024-03-05\",\"1\"\n\"B, \\\\C\",\"2024-03-06\",\"2\"\n", Backslash, ',',
			"A \"x\":2024-03-05 1×1 B, \\C:2024-03-06 2×1"},
		{"backslashes without quotes", "customer\tdate\tamount\nA\\\tx\t2024-03-05\t1\nB\t2024-03-06\t2\nC\\\ny\t2024-03-07\t3\n\\N\t2024-03-07\t3\n", Backslash, '\t',
			"A\tx:2024-03-05 1×1 B:2024-03-06 2×1 C\ny:2024-03-07 3×1"},
		{"paths with backslashes", head + "\"C:\\\",2024-03-05,1\n\"D:\\\",2024-03-06,2\n", Doubled, ',', "C:\\:2024-03-05 1×1 D:\\:2024-03-06 2×1"},
		{"stray quotes in a TSV", "customer\tdate\tamount\n\"A\t2024-03-05\t1\n\"Big\" B\t2024-03-06\t2\nC\"\t2024-03-07\t3\n\"D\t2024-03-07\t3\n", Unquoted, '\t',
			"\"A:2024-03-05 1×1 \"Big\" B:2024-03-06 2×1 \"D:2024-03-07 3×1 C\":2024-03-07 3×1"},
		{"unclosed at byte 3", "id,\"customer,date,amount\n1,A,2024-03-05,1\n2,B,2024-03-06,2\n3,A,2024-03-07,4\n", Unquoted, ',', threeOrders},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, table := asDetected(t, c.text, Format{})
			if p.Format.Quoting != c.quoting || p.Format.Delimiter != c.delim {
				t.Errorf("%+v", p.Format)
			}
			if got := logText(table.Log()); got != c.log {
				t.Errorf("log %q, want %q", got, c.log)
			}
			if c.quoting == Unquoted {
				said(t, p.Warnings, "ingest.quotes-unpaired")
			}
			sameReadings(t, p.Format, p.Mapping, p.Rules, []byte(c.text))
		})
	}
}

// Whoever insists on quotes is told that one was never closed.
func TestUnclosedQuoteIsNotSwallowed(t *testing.T) {
	text := "id,customer,date,amount\n1,A,2024-03-05,1\n2,\"B,2024-03-06,2\n3,A,2024-03-07,4\n"
	f, m := fileCase{columns: "-cda", format: Format{Quoting: Doubled, Skip: NoSkip}}.complete()
	table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), f, m, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w := said(t, table.Warnings(), "ingest.quote-open")
	if argument(w.Message, "line") != "3" || excludedText(table) != "malformed@3 malformed@4" {
		t.Errorf("%+v, excluded %s", w, excludedText(table))
	}
	_, err = Read(context.Background(), Bytes("t.csv", []byte("id,\"customer,date,amount\n1,A,2024-03-05,1\n")), f, m, Rules{}, nil)
	if err == nil {
		t.Error("a file in a quote that opens at byte 3 can be read")
	}
}

func TestUndecidedDates(t *testing.T) {
	text := head + "A,03/04/2024,1\nB,05/04/2024,2\nA,04/04/2024,4\n"
	src := Bytes("t.csv", []byte(text))
	p, err := Sniff(src, Format{})
	if err != nil || p.Format.Dates != DatesDetect || len(p.Undecided) != 1 {
		t.Fatalf("%v: %+v, %+v", err, p.Format, p.Undecided)
	}
	on := func(d analysis.Day) analysis.Message {
		return analysis.Say("ingest.reading-date", analysis.On("date", d))
	}
	want := Undecided{Property: DatesProperty, Sample: "03/04/2024", Readings: []Reading{
		{string(DateDMY), on(analysis.Date(2024, 4, 3))}, {string(DateMDY), on(analysis.Date(2024, 3, 4))}}}
	if !reflect.DeepEqual(p.Undecided[0], want) {
		t.Errorf("asks %+v, want %+v", p.Undecided[0], want)
	}
	_, err = Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if kind, key := failure(t, err); kind != analysis.BadInput || key != "ingest.undecided-dates" {
		t.Errorf("Read: %v", err)
	}
	for _, u := range want.Readings {
		p, table := asDetected(t, text, Format{Dates: DateFmt(u.Value)})
		if len(p.Undecided) > 0 || table.Ledger().Used != 3 {
			t.Errorf("%s: still asks %+v", u.Value, p.Undecided)
		}
	}
}

func TestUndecidedDecimal(t *testing.T) {
	text := "customer;date;amount\nA;2024-03-05;1,234\nB;2024-03-06;2,345\n"
	src := Bytes("t.csv", []byte(text))
	p, err := Sniff(src, Format{})
	if err != nil || p.Format.Decimal != 0 || len(p.Undecided) != 1 {
		t.Fatalf("%v: %+v, %+v", err, p.Format, p.Undecided)
	}
	u := p.Undecided[0]
	if u.Property != DecimalProperty || len(u.Readings) != 2 || u.Readings[0].Value != "." || argument(u.Readings[0].Means, "value") != "2345" ||
		u.Readings[1].Value != "," || argument(u.Readings[1].Means, "value") != "2.345" {
		t.Errorf("asks %+v", u)
	}
	_, err = Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if _, key := failure(t, err); key != "ingest.undecided-decimal" {
		t.Errorf("Read: %v", err)
	}
	if _, table := asDetected(t, text, Format{Decimal: ','}); table.Ledger().Revenue != 35790 {
		t.Errorf("revenue %v", table.Ledger().Revenue)
	}
}

// What another column proves, or what is never read, is not asked.
func TestDecidedElsewhere(t *testing.T) {
	cases := []struct{ name, text string }{
		{"another column of dates", "customer,date,shipped,amount\nA,03/04/2024,14/04/2024,1\nB,05/04/2024,07/04/2024,2\n"},
		{"another column of numbers", "customer;date;amount;weight\nA;2024-03-05;1,234;0,5\nB;2024-03-06;2,345;1,25\n"},
		{"a column that is not read", "customer,date,amount,weight\nA,2024-03-05,1,1.234\nB,2024-03-06,2,2.345\n"},
		{"dates with the year in front", head + "A,2024-03-05,1\nB,13/04/2024,2\nA,05/04/2024,2\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if p, _ := asDetected(t, c.text, Format{}); len(p.Undecided) > 0 {
				t.Errorf("asks %+v", p.Undecided)
			}
		})
	}
}

// A spreadsheet that takes days for months swaps those that it can.
func TestSwappedHalf(t *testing.T) {
	p, _ := asDetected(t, head+"A,2024-05-03,1\nB,2024-11-03,2\nA,13/03/2024,1\nB,28/03/2024,5\n", Format{})
	if p.Format.Dates != DateDMY {
		t.Errorf("%+v", p.Format)
	}
	said(t, p.Warnings, "ingest.dates-swapped")
	if p, _ = asDetected(t, head+"A,2024-05-03,1\nB,2024-11-30,2\nA,13/03/2024,1\n", Format{}); warned(p, "ingest.dates-swapped") {
		t.Error("a day above 12 was not swapped")
	}
}
