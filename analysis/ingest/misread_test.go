package ingest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
)

// misreadable writes a file of n rows, dates and amounts as the functions say.
func misreadable(n int, date func(time.Time) string, amount func(int) string) string {
	var b strings.Builder
	b.WriteString("customer_id;order_date;amount\n")
	for i := range n {
		day := time.Date(2023, 1, 1+2*i, 0, 0, 0, 0, time.UTC)
		fmt.Fprintf(&b, "C%d;%s;%s\n", i%17, date(day), amount(i))
	}
	return b.String()
}

func layout(l string) func(time.Time) string {
	return func(t time.Time) string { return t.Format(l) }
}

func plainAmount(i int) string { return fmt.Sprintf("%d.50", i+1) }

func warned(p Preview, key string) bool {
	for _, w := range p.Warnings {
		if w.Message.Key == key {
			return true
		}
	}
	return false
}

// Dates of two-digit years are read the right way round, and whoever cannot
// tell says so.
func TestYearsOfTwoDigits(t *testing.T) {
	cases := []struct {
		layout string
		rows   int
		want   DateFmt
		doubt  bool
	}{
		{"06-01-02", 300, DateYMD, false},
		{"06/1/2", 300, DateYMD, false},
		{"02/01/06", 300, DateDMY, false},
		{"01/02/06", 300, DateMDY, false},
		{"06-01-02", 1, DatesDetect, true},
		{"2006-01-02", 300, DateYMD, false},
		{"02.01.2006", 300, DateDMY, false},
	}
	for _, c := range cases {
		p, err := Sniff(Bytes("", []byte(misreadable(c.rows, layout(c.layout), plainAmount))), Format{})
		if err != nil || p.Format.Dates != c.want {
			t.Errorf("%s: read as %q, %v; want %q", c.layout, p.Format.Dates, err, c.want)
		}
		if len(p.Undecided) > 0 != c.doubt {
			t.Errorf("%s: %d rows: undecided %+v", c.layout, c.rows, p.Undecided)
		}
	}
}

func TestThousandsOrDecimals(t *testing.T) {
	cases := []struct {
		name   string
		amount func(int) string
		want   byte
		doubt  bool
	}{
		{"some above a thousand", func(i int) string { return strings.TrimPrefix(fmt.Sprintf("%d.%03d", i%3, 100+i), "0.") }, ',', true},
		{"all above a thousand", func(i int) string { return fmt.Sprintf("%d.%03d", 1+i%3, i) }, 0, false},
		{"three decimals", func(i int) string { return fmt.Sprintf("%d.%03d", i%3, i) }, '.', false},
		{"two decimals", plainAmount, '.', false},
		{"decimal comma", func(i int) string { return fmt.Sprintf("1.%03d,50", i) }, ',', false},
	}
	for _, c := range cases {
		p, err := Sniff(Bytes("", []byte(misreadable(300, layout("2006-01-02"), c.amount))), Format{})
		if err != nil || p.Format.Decimal != c.want || warned(p, "ingest.decimals-ambiguous") != c.doubt {
			t.Errorf("%s: mark %q, warnings %v, %v; want %q", c.name, p.Format.Decimal, p.Warnings, err, c.want)
		}
	}
}

// A mark that the person has chosen is not doubted.
func TestChosenMarkIsNotDoubted(t *testing.T) {
	text := misreadable(50, layout("2006-01-02"), func(i int) string { return fmt.Sprintf("1.%03d", i) })
	p, err := Sniff(Bytes("", []byte(text)), Format{Decimal: ','})
	if err != nil || p.Format.Decimal != ',' || warned(p, "ingest.decimals-ambiguous") {
		t.Errorf("mark %q, warnings %v, %v", p.Format.Decimal, p.Warnings, err)
	}
}

func TestHeaderNarrowerThanRows(t *testing.T) {
	text := "customer_id,order_date,amount\n"
	for i := range 50 {
		text += fmt.Sprintf("C%d,2024-01-%02d,1,%d.50\n", i%9, i%28+1, i+100)
	}
	p, err := Sniff(Bytes("", []byte(text)), Format{})
	if err != nil || !warned(p, "ingest.header-narrow") {
		t.Errorf("amounts split by their comma: warnings %v, %v", p.Warnings, err)
	}
	p, err = Sniff(Bytes("", []byte("customer_id,order_date,amount\nC1,2024-01-01,5,\nC2,2024-01-02,6,\n")), Format{})
	if err != nil || warned(p, "ingest.header-narrow") {
		t.Errorf("a delimiter behind each row: warnings %v, %v", p.Warnings, err)
	}
}

// A revenue that does not fit must not come out as another number.
func TestRevenueTooLarge(t *testing.T) {
	text := misreadable(20, layout("2006-01-02"), func(int) string { return "900000000000000" })
	f := Format{Encoding: UTF8, Delimiter: ';', Header: HeaderYes, Decimal: '.', Dates: DateYMD}
	_, err := Read(context.Background(), Bytes("", []byte(text)), f, Mapping{Customer, Date, Amount}, Rules{}, nil)
	var said *analysis.Error
	if !errors.As(err, &said) || said.Message.Key != "ingest.overflow" {
		t.Errorf("20 × 9e14: %v", err)
	}
}

func TestFilesWithoutAnyRecord(t *testing.T) {
	for text, want := range map[string]string{
		",,,,\n,,,,\n":             "ingest.empty",
		"\"customer\ndate\namount": "ingest.all-quoted",
	} {
		_, err := Sniff(Bytes("", []byte(text)), Format{})
		var said *analysis.Error
		if !errors.As(err, &said) || said.Message.Key != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// sayingSource fails with words of its own.
type sayingSource struct{ Source }

func (sayingSource) ReadAt([]byte, int64) (int, error) {
	return 0, analysis.Fail(analysis.BadInput, "test.gone")
}

func TestSourcesOwnWordsAreKept(t *testing.T) {
	_, err := Sniff(sayingSource{Bytes("", []byte("a,b\n"))}, Format{})
	var said *analysis.Error
	if !errors.As(err, &said) || said.Message.Key != "test.gone" {
		t.Errorf("got %v", err)
	}
}
