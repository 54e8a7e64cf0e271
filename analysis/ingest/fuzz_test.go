package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
)

// oneField is a kernel whose window holds one row of one field.
func oneField(text []byte) *kernel {
	w := make([]byte, pad, 2*pad+len(text)+1)
	w = append(append(w, text...), '\n')
	w = append(w, make([]byte, pad)...)
	k := &kernel{w: w, take: []uint32{0}, columns: 1, day: make([]analysis.Day, 1)}
	k.ends = []uint32{pad - 1, uint32(pad + len(text)), 0}
	return k
}

// sameMoney fails unless the kernel reads an amount as parseMoney does.
func sameMoney(t *testing.T, text []byte, mark byte) {
	t.Helper()
	out := []analysis.Money{0}
	want, ok := parseMoney(text, mark)
	if !ok {
		want = noMoney
	}
	for _, even := range []bool{false, true} {
		k := oneField(text)
		k.even = even
		if least := k.readAmounts(&plan{Format: Format{Decimal: mark}}, 0, out); out[0] != want || least != want {
			t.Fatalf("%q with %c: the kernel reads %d and %d, parseMoney %d", text, mark, out[0], least, want)
		}
	}
}

// sameDay fails unless the kernel reads a date as parseDate does.
func sameDay(t *testing.T, text []byte, f DateFmt) {
	t.Helper()
	want, ok := parseDate(text, f)
	if !ok || want < earliest || want > latest {
		want = analysis.NoDay
	}
	for _, even := range []bool{false, true} {
		k := oneField(text)
		k.even = even
		k.readDays(&plan{Format: Format{Dates: f}, from: earliest, to: latest})
		if k.day[0] != want || k.left != (want == analysis.NoDay) {
			t.Fatalf("%q as %s: the kernel reads %v, parseDate %v", text, f, k.day[0], want)
		}
	}
}

// A moneyStyle writes amounts as somebody does.
type moneyStyle struct {
	mark      byte
	group     string // between thousands
	negative  string // with %s for the digits
	dress     string // the same
	fullWidth bool
}

var moneyStyles = []moneyStyle{
	{'.', "", "-%s", "%s", false},
	{'.', ",", "-%s", "$%s", false},
	{'.', ",", "(%s)", "%s USD", false},
	{'.', "'", "%s-", "CHF %s", false},
	{'.', "’", "−%s", "%s", false},
	{'.', ",", "-%s", "￥%s元", true},
	{',', ".", "-%s", "%s €", false},
	{',', " ", "%s-", "€ %s", false},
	{',', "\u00a0", "-%s", "%s zł", false},
	{',', "\u202f", "(%s)", "%s kr", false},
}

func (s moneyStyle) write(m analysis.Money) string {
	whole, fraction := magnitude(m)/analysis.MoneyPerUnit, magnitude(m)%analysis.MoneyPerUnit
	digits := fmt.Sprint(whole)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + s.group + digits[i:]
	}
	if fraction > 0 {
		digits += string(s.mark) + strings.TrimRight(fmt.Sprintf("%04d", fraction), "0")
	}
	if s.fullWidth {
		digits = widened(digits)
	}
	if m < 0 {
		digits = fmt.Sprintf(s.negative, digits)
	}
	return fmt.Sprintf(s.dress, digits)
}

func widened(s string) string {
	return strings.Map(func(r rune) rune {
		if '!' <= r && r <= '~' {
			return r - '!' + '！'
		}
		return r
	}, s)
}

// mostMoney is the largest amount that parseMoney must read.
const mostMoney = 9_200_000_000_000_000_000

func checkMoneyStyles(t *testing.T, m analysis.Money) {
	t.Helper()
	if magnitude(m) > mostMoney {
		m %= mostMoney
	}
	for _, s := range moneyStyles {
		text := []byte(s.write(m))
		if got, ok := parseMoney(text, s.mark); !ok || got != m {
			t.Fatalf("%q with %c: read as %d, %v, written for %d", text, s.mark, got, ok, m)
		}
		sameMoney(t, text, s.mark)
	}
}

func FuzzMoney(f *testing.F) {
	for _, text := range []string{"1", "1,234.56", "1.234,56", "(5)", "12.-", "1.2万", "12 %", "1.2E+05", "￥１，２３４．５", "12,34,567", "-0.00005", "Rp 12.500", ".1234567", "5.", "-.5", "1.2.3"} {
		f.Add([]byte(text), int64(len(text))*98765)
	}
	f.Add([]byte(""), int64(0))
	f.Add([]byte("-"), int64(-1))
	f.Fuzz(func(t *testing.T, text []byte, amount int64) {
		for _, mark := range []byte{'.', ','} {
			sameMoney(t, text, mark)
			if m, ok := parseMoney(text, mark); ok && magnitude(m) <= mostMoney {
				checkMoneyStyles(t, m)
			}
		}
		checkMoneyStyles(t, analysis.Money(amount))
		new(decimalEvidence).see(text)
	})
}

// dateLayouts are ways of writing dates, with how they are to be read.
var dateLayouts = []struct {
	layout string
	f      DateFmt
}{
	{"2006-01-02", DateYMD}, {"2006/1/2", DateYMD}, {"2006.01.02 15:04:05", DateYMD}, {"2006年1月2日", DateYMD}, {"2006-01-02T15:04:05Z07:00", DateYMD},
	{"20060102", DateCompact}, {"20060102150405", DateCompact},
	{"02.01.2006", DateDMY}, {"2/1/2006 3:04 PM", DateDMY}, {"2 Jan 2006", DateDMY}, {"Monday, 2 January 2006", DateDMY},
	{"01/02/2006", DateMDY}, {"1/2/2006, 3:04 PM", DateMDY}, {"Jan 2, 2006", DateMDY}, {"Mon Jan 02 2006 15:04:05 GMT+0800 (CST)", DateMDY},
}

func checkDateLayouts(t *testing.T, d analysis.Day) {
	t.Helper()
	for _, l := range dateLayouts {
		text := []byte(d.Time().Add(14*time.Hour + 59*time.Minute).Format(l.layout))
		if got, ok := parseDate(text, l.f); !ok || got != d {
			t.Fatalf("%q as %s: read as %v, %v, written for %v", text, l.f, got, ok, d)
		}
		sameDay(t, text, l.f)
	}
	for f, text := range map[DateFmt]string{
		DateSerial:     fmt.Sprintf("%d.75", d-serialZero),
		DateEpoch:      fmt.Sprint(int64(d)*secondsPerDay + 86399),
		DateEpochMilli: fmt.Sprint((int64(d)*secondsPerDay + 86399) * 1000),
	} {
		if got, ok := parseDate([]byte(text), f); !ok || got != d {
			t.Fatalf("%q as %s: read as %v, %v, written for %v", text, f, got, ok, d)
		}
		sameDay(t, []byte(text), f)
	}
}

var allDateFmts = []DateFmt{DateYMD, DateCompact, DateDMY, DateMDY, DateMonth, DateSerial, DateEpoch, DateEpochMilli}

func FuzzDate(f *testing.F) {
	for i, text := range []string{"2024-03-05", "5.3.24", "3/5/2024 10:22 AM", "2024年3月5日 下午2:30", "Tue, 5th Mar 2024", "45356.5", "1709640000", "202403", "20240305T10", "05MAR2024"} {
		f.Add([]byte(text), uint16(i*4000))
	}
	f.Add([]byte(""), uint16(0))
	f.Fuzz(func(t *testing.T, text []byte, day uint16) {
		var e dateEvidence
		for _, order := range allDateFmts {
			sameDay(t, text, order)
			if d, ok := parseDate(text, order); ok && (d < analysis.Date(1, 1, 1) || d > analysis.Date(30000, 1, 1)) {
				t.Fatalf("%q as %s is %v", text, order, d)
			}
		}
		e.see(text)
		for _, order := range e.open() {
			if _, ok := parseDate(text, order); !ok {
				t.Fatalf("%q is asked for as %s, which it is not", text, order)
			}
		}
		checkDateLayouts(t, earliest+analysis.Day(day)%(latest-earliest+1))
	})
}

// All days that an order can have, and amounts of all sizes.
func TestWrittenAndRead(t *testing.T) {
	for d := earliest; d <= latest; d += 7 {
		checkDateLayouts(t, d)
	}
	for m := analysis.Money(1); m < mostMoney/7; m = m*7 + 3 {
		checkMoneyStyles(t, m)
		checkMoneyStyles(t, -m)
	}
	checkMoneyStyles(t, 0)
}
