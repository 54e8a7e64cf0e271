package ingest

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
)

// TestMatrix varies language and encoding; here the writing varies: dates and
// amounts in every dress, each with every delimiter, while line ends, quoting,
// preamble and header take turns.

// dialectDates are ways of writing a moment: as package time has them, or in
// code.
var dialectDates = []struct {
	layout string
	code   func(time.Time) string
}{
	{"2006-01-02T15:04:05Z", nil}, {"2006/1/2 15:04", nil}, {"2006.01.02", nil}, {"2006年1月2日 下午3:04", nil}, {"20060102150405", nil},
	{"02.01.2006", nil}, {"2/1/06 15:04", nil}, {"01/02/2006 03:04:05 PM", nil},
	{"2 January 2006", nil}, {"Jan 2, 2006, 3:04 PM", nil}, {"02-Jan-06", nil},
	{"Excel's days", func(t time.Time) string { return fmt.Sprintf("%.4f", float64(t.Unix())/secondsPerDay+25569) }},
	{"seconds", func(t time.Time) string { return fmt.Sprint(t.Unix()) }},
	{"milliseconds", func(t time.Time) string { return fmt.Sprint(t.UnixMilli()) }},
}

type dialectStyle struct {
	date    string
	code    func(time.Time) string
	money   moneyStyle
	delim   byte
	end     string
	quoting Quoting
	before  string
	header  bool
}

func (s dialectStyle) String() string {
	return fmt.Sprintf("%s, %q by %q, %q, ends %q, %s, behind %q, header %v", s.date, s.money.write(-12345678), s.delim, s.money.mark, s.end, s.quoting, s.before, s.header)
}

// dialectStyles pairs each date and amount with each delimiter. A file without
// a header names nothing that could tell a date in numbers from an identifier,
// so those have one. Nobody parts columns by blanks and writes dates with
// commas and blanks.
func dialectStyles() (list []dialectStyle) {
	ends := []string{"\n", "\r\n", "\r"}
	quotings := []Quoting{Doubled, Backslash, Unquoted}
	before := []string{"", "Orders by month\n\n", "Report generated on 2024-05-01 08:00\nShop: all\n", "\n"}
	n := 0
	for _, date := range dialectDates {
		for _, money := range moneyStyles {
			for _, delim := range []byte(",;\t| ") {
				if n++; delim == ' ' && strings.Contains(date.layout, ", ") {
					continue
				}
				list = append(list, dialectStyle{date.layout, date.code, money, delim, ends[n%3], quotings[n/3%3], before[n%4], n%7 > 0 || date.code != nil})
			}
		}
	}
	return list
}

func (s dialectStyle) field(f string) string {
	switch {
	case s.quoting == Backslash:
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(f) + `"`
	case strings.IndexByte(f, s.delim) >= 0 || s.quoting == Doubled && strings.Contains(f, `"`):
		return `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
	}
	return f
}

func (s dialectStyle) line(b *strings.Builder, fields ...string) {
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(s.delim)
		}
		b.WriteString(s.field(f))
	}
	b.WriteString(s.end)
}

// write writes sixty orders, one of them a refund.
func (s dialectStyle) write() []byte {
	var b strings.Builder
	if s.delim != ' ' { // where blanks part columns, a title is a row like any other
		b.WriteString(strings.ReplaceAll(s.before, "\n", s.end))
	}
	if s.header {
		s.line(&b, "customer_id", "order_date", "amount", "note")
	}
	for i := range 60 {
		at := time.Date(2024, 1, 3+4*i, 15, 4, 0, 0, time.UTC)
		text := at.Format(s.date)
		if s.code != nil {
			text = s.code(at)
		}
		note := []string{"as-usual", `6"`, "n.a."}[i%3]
		s.line(&b, fmt.Sprintf("K%02d", i%8), text, s.money.write(dialectAmount(i)), note)
	}
	return []byte(b.String())
}

func dialectAmount(i int) analysis.Money {
	m := analysis.Money(15_2500 + 1234_5000*(i%9) + 100*i)
	if i == 31 {
		return -m
	}
	return m
}

// dialectHash is what a log comes to.
func dialectHash(log *analysis.Log) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(logText(log))))[:16]
}

func TestDialectMatrix(t *testing.T) {
	plain := dialectStyle{date: "2006/1/2 15:04", money: moneyStyles[0], delim: ',', end: "\n", quoting: Doubled, header: true}
	want := ""
	for i, s := range append([]dialectStyle{plain}, dialectStyles()...) {
		src := Bytes("t.csv", s.write())
		p, err := Sniff(src, Format{})
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		p.Rules.Refunds = KeepRefunds
		table, err := Read(t.Context(), src, p.Format, p.Mapping, p.Rules, nil)
		if err != nil {
			t.Errorf("%s: %v, %+v, %q", s, err, p.Format, p.Mapping)
			continue
		}
		if i == 0 {
			want = dialectHash(table.Log())
		}
		if got := dialectHash(table.Log()); got != want || table.Ledger().Read != 60 {
			t.Errorf("%s:\n%+v, %q, ledger %+v", s, p.Format, p.Mapping, table.Ledger())
		}
	}
}
