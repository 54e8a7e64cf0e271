package ingest

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"churnbench/analysis"
)

// roles writes a mapping by initials.
func roles(m Mapping) string {
	var b strings.Builder
	for _, r := range m {
		b.WriteString(map[Role]string{Ignore: "-", Customer: "c", Date: "d", Amount: "a", Quantity: "q", Price: "p", Order: "o"}[r])
	}
	return b.String()
}

func TestSniff(t *testing.T) {
	rows := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i%7+1, i%28+1, float64(i)*1.37+0.5)
		}
		return b.String()
	}
	cases := []struct {
		name, text string
		want       Format
		roles      string
		warning    string // key of the first
	}{
		{"plain", "customer_id,order date,amount\n" + rows("K%d,2024-03-%02d,%.2f\n", 30), Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}, "cda", ""},
		{"capitals together", "InvoiceNo,CustomerID,InvoiceDate,Quantity,UnitPrice\n" + rows("53,%d,12/%d/10 8:26,2,%.2f\n", 30), Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateMDY}, "ocdqp", ""},
		{"Western Europe", "customer;date;amount\n" + european(60), Format{Encoding: UTF8, Delimiter: ';', Header: HeaderYes, Decimal: ',', Dates: DateDMY}, "cda", ""},
		{"Chinese", "订单编号,会员号,下单时间,实付金额(元)\n" + rows("90,V%d,2024/3/%d 12:00,%.2f\n", 30), Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}, "ocda", ""},
		{"tabs", "客户名称\t客户编号\t订单日期\t数量\t单价\n" + rows("某\t%d\t2024年3月%d日\t2\t%.2f\n", 30), Format{Encoding: UTF8, Delimiter: '\t', Header: HeaderYes, Decimal: '.', Dates: DateYMD}, "-cdqp", ""},
		{"bars without header", rows("%d|202403%02d|%.2f\n", 60), Format{Encoding: UTF8, Delimiter: '|', Header: HeaderNo, Decimal: '.', Dates: DateCompact}, "cda", "ingest.role-guessed"},
		{"birth and order dates", "date of birth,user,created_at,total\n" + rows("1980-01-01,u%d,2024-03-%02d,%.2f\n", 30), Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}, "-cda", ""},
		{"price and no quantity", "buyer,date,price\n" + rows("u%d,2024-03-%02d,%.2f\n", 30), Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}, "cda", ""},
		{"commas in quotes", "customer;note;date;amount\n" + rows("K%d;\"a; b, c\";2024-03-%02d;%.2f\n", 30), Format{Encoding: UTF8, Delimiter: ';', Header: HeaderYes, Decimal: '.', Dates: DateYMD}, "c-da", ""},
		{"ambiguous days", "customer,date,amount\nA,03/04/2024,1\nB,03/05/2024,2\nC,03/06/2024,3\n", Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DatesDetect}, "cda", ""},
		{"ambiguous days the other way", "customer,date,amount\nA,03/04/2024,1\nB,04/04/2024,2\nC,05/04/2024,3\n", Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DatesDetect}, "cda", ""},
		{"mixed days", "customer,date,amount\nA,13/04/2024,1\nB,14/04/2024,2\nC,04/15/2024,3\n", Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateDMY}, "cda", "ingest.dates-mixed"},
		{"trailing delimiter", "customer,date,amount\n" + rows("K%d,2024-03-%02d,%.2f,\n", 30), Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}, "cda", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, err := Sniff(Bytes("t.csv", []byte(c.text)), Format{})
			if err != nil {
				t.Fatal(err)
			}
			c.want.Quoting, c.want.Skip = Doubled, NoSkip
			if p.Format != c.want {
				t.Errorf("format %+v, want %+v", p.Format, c.want)
			}
			if got := roles(p.Mapping); got != c.roles {
				t.Errorf("roles %s, want %s", got, c.roles)
			}
			first := ""
			if len(p.Warnings) > 0 {
				first = p.Warnings[0].Message.Key
			}
			if first != c.warning {
				t.Errorf("first warning %q, want %q", first, c.warning)
			}
			if len(p.Columns) != len(p.Mapping) || p.RowsSeen == 0 || p.RowsGuess != p.RowsSeen || len(p.Rows) != min(p.RowsSeen, PreviewRows) {
				t.Errorf("%d columns, %d rows of %d guessed", len(p.Columns), p.RowsSeen, p.RowsGuess)
			}
			for _, row := range p.Rows {
				if len(row) != len(p.Columns) {
					t.Fatalf("a row of %d values under %d columns", len(row), len(p.Columns))
				}
			}
		})
	}
}

// european writes rows with days first and decimal commas.
func european(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "K%d;%02d.03.2024;%d,%02d\n", i%7, i%28+1, 10+i, i)
	}
	return b.String()
}

const chineseOrders = "会员号,下单时间,实付金额\n张三,2024-03-05,￥12.50\n李四，东,2024-03-06,30\n张三,2024-03-07,8\n"

func TestEncodings(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(chineseOrders))
	if err != nil {
		t.Fatal(err)
	}
	utf16LE, utf16BE := encodeUTF16(chineseOrders, binary.LittleEndian), encodeUTF16(chineseOrders, binary.BigEndian)
	cases := []struct {
		name string
		b    []byte
		want Encoding
	}{
		{"UTF-8", []byte(chineseOrders), UTF8},
		{"UTF-8 with BOM", []byte("\uFEFF" + chineseOrders), UTF8},
		{"GB18030", gb, GB18030},
		{"UTF-16LE", utf16LE, UTF16LE},
		{"UTF-16BE", utf16BE, UTF16BE},
		{"UTF-16LE with BOM", append([]byte("\xff\xfe"), utf16LE...), UTF16LE},
		{"UTF-16BE with BOM", append([]byte("\xfe\xff"), utf16BE...), UTF16BE},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			src := Bytes("t.csv", c.b)
			p, err := Sniff(src, Format{})
			if err != nil {
				t.Fatal(err)
			}
			if p.Format.Encoding != c.want || p.Columns[0].Name != "会员号" || p.Rows[1][0] != "李四，东" || roles(p.Mapping) != "cda" || len(p.Warnings) > 0 {
				t.Errorf("%+v, first column %q, rows %q, roles %s", p.Format, p.Columns[0].Name, p.Rows, roles(p.Mapping))
			}
			table, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := logText(table.Log()), "张三:2024-03-05 12.5×1 张三:2024-03-07 8×1 李四，东:2024-03-06 30×1"; got != want || len(table.Warnings()) > 0 {
				t.Errorf("log %s, warnings %+v", got, table.Warnings())
			}
			if table.Log().Currency != "CNY" {
				t.Errorf("currency %q", table.Log().Currency)
			}
		})
	}
}

func encodeUTF16(s string, order binary.ByteOrder) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, 0, 0)
		order.PutUint16(b[len(b)-2:], u)
	}
	return b
}

func TestWesternBytes(t *testing.T) {
	text := "customer,date,amount\nM\xfcller,2024-03-05,\xa35\nFran\xe7ois,2024-03-06,6\nM\xfcller,2024-03-07,7\n"
	src := Bytes("t.csv", []byte(text))
	p, err := Sniff(src, Format{})
	if err != nil || p.Format.Encoding != Windows1252 {
		t.Fatal(err, p.Format)
	}
	table, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Log().IDs.At(1); got != "Müller" || table.Log().Currency != "GBP" {
		t.Errorf("customer %q, currency %q", got, table.Log().Currency)
	}
}

// Decoded files are cut into slices anywhere, and their excluded rows are read
// again from where they stand.
func TestDecodedSlices(t *testing.T) {
	var text strings.Builder
	text.WriteString("会员号,日期,金额\n")
	for i := range 4000 {
		fmt.Fprintf(&text, "顾客%d号,2024-03-%02d,%d\n", i%50, i%40+1, i)
	}
	gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text.String()))
	f := Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}
	want := readSliced(t, []byte(text.String()), f, sliceSize)
	for _, c := range []struct {
		e Encoding
		b []byte
	}{{GB18030, gb}, {UTF16LE, encodeUTF16(text.String(), binary.LittleEndian)}, {UTF16BE, encodeUTF16(text.String(), binary.BigEndian)}} {
		f.Encoding = c.e
		for _, slice := range []int{101, 4096, sliceSize} {
			got := readSliced(t, c.b, f, slice)
			if logText(got.Log()) != logText(want.Log()) || fmt.Sprint(got.Ledger()) != fmt.Sprint(want.Ledger()) {
				t.Errorf("%s in slices of %d: ledger %+v, want %+v", c.e, slice, got.Ledger(), want.Ledger())
			}
			var all, wantAll []Rejected
			got.Excluded(BadDate, func(r Rejected) bool { all = append(all, r); return true })
			want.Excluded(BadDate, func(r Rejected) bool { wantAll = append(wantAll, r); return true })
			if fmt.Sprint(all) != fmt.Sprint(wantAll) {
				t.Errorf("%s in slices of %d: excluded rows differ", c.e, slice)
			}
		}
	}
}

func readSliced(t *testing.T, b []byte, f Format, slice int) *Table {
	t.Helper()
	p, err := newPlan(f, Mapping{Customer, Date, Amount}, Rules{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := newReader(Bytes("t.csv", b), p)
	if err != nil {
		t.Fatal(err)
	}
	r.in.slice = slice
	g := &intake{keys: newKeyTable(0)}
	g.add(r)
	if err := r.run(context.Background()); err != nil {
		t.Fatal(err)
	}
	table, err := g.table()
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
	return table
}

// What a head of 12 days leaves open, the middle and the end of the file tell.
func TestDaysAreSettledFurtherOn(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("customer,date,amount\n")
	for i := range 40_000 {
		fmt.Fprintf(&b, "K%d,%02d/05/2024,%d\n", i%100, 1+i/1500, i)
	}
	p, err := Sniff(Bytes("t.csv", b.Bytes()), Format{})
	if err != nil || p.Format.Dates != DateDMY || len(p.Warnings) > 0 {
		t.Errorf("%v: %s, %+v", err, p.Format.Dates, p.Warnings)
	}
}

func TestSniffKeepsWhatIsWanted(t *testing.T) {
	want := Format{Encoding: Windows1252, Delimiter: ';', Quoting: Unquoted, Skip: NoSkip, Header: HeaderNo, Decimal: ',', Dates: DateDMY}
	p, err := Sniff(Bytes("t.csv", []byte("a;2024-01-01;5\nb;2024-01-02;6\n")), want)
	if err != nil || p.Format != want || p.RowsSeen != 2 {
		t.Errorf("%v: %+v, %d rows", err, p.Format, p.RowsSeen)
	}
}

func TestCurrencies(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"customer,date,amount\nA,2024-03-05,US$5\nA,2024-03-06,US$6\n", "USD"},
		{"customer,date,amount (EUR)\nA,2024-03-05,5\n", "EUR"},
		{"customer,date,amount\nA,2024-03-05,$5\n", ""},
		{"customer,date,amount\nA,2024-03-05,€5\nB,2024-03-05,£5\n", ""},
	} {
		f, m := fileCase{}.complete()
		table, err := Read(context.Background(), Bytes("t.csv", []byte(c.text)), f, m, Rules{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := table.Log().Currency; got != c.want {
			t.Errorf("%q: currency %q, want %q", c.text, got, c.want)
		}
	}
}

// The log depends on the rows, not on their order.
func TestOrderOfRowsDoesNotMatter(t *testing.T) {
	data := orderRows(20_000, longID)
	lines := bytes.SplitAfter(data, []byte("\n"))
	shuffled := append([]byte(nil), lines[0]...)
	for i := len(lines) - 1; i > 0; i-- {
		shuffled = append(shuffled, lines[i]...)
	}
	read := func(b []byte) *analysis.Log {
		table, err := Read(context.Background(), Bytes("t.csv", b), orderFormat, orderMapping, Rules{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return table.Log()
	}
	if logText(read(data)) != logText(read(shuffled)) {
		t.Error("another order of rows gives another log")
	}
}
