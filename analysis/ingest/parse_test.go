package ingest

import (
	"fmt"
	"math"
	"testing"

	"churnbench/analysis"
)

func TestParseDate(t *testing.T) {
	cases := []struct{ text, ymd, dmy, mdy string }{
		{"2024-03-05", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024/3/5", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024.03.05", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024年3月5日", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024年3月5日 14:30", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"２０２４／３／５", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"20240305", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"20240305143000", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"20240305T143000Z", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024-03-05T23:59:59.999+08:00", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024-03-05T", "", "", ""},
		{"2024-03-05 x", "", "", ""},
		{"05/03/2024", "", "2024-03-05", "2024-05-03"},
		{"5.3.24", "", "2024-03-05", "2024-05-03"},
		{"24/3/5", "2024-03-05", "", ""},
		{"12/1/10 8:26", "2012-01-10", "2010-01-12", "2010-12-01"},
		{"13/1/2024", "", "2024-01-13", ""},
		{"1/13/2024", "", "", "2024-01-13"},
		{"5 Mar 2024", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"05-Mar-24", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"March 5, 2024", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"3/5/2024, 10:22:00 AM", "", "2024-05-03", "2024-03-05"},
		{"2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"},
		{"2023-02-29", "", "", ""},
		{"2024-13-01", "", "", ""},
		{"2024-00-01", "", "", ""},
		{"2024-03", "", "", ""},
		{"1.2.3", "", "", ""},
		{"12.50", "", "", ""},
		{"", "", "", ""},
		{"-", "", "", ""},
		{"202403051", "", "", ""},
	}
	for _, c := range cases {
		for order, want := range map[DateFmt]string{DateYMD: c.ymd, DateDMY: c.dmy, DateMDY: c.mdy} {
			d, ok := parseDate([]byte(c.text), order)
			if d.String() != want || ok != (want != "") {
				t.Errorf("%q in order %s: got %q, %v, want %q", c.text, order, d, ok, want)
			}
		}
	}
}

func TestParseMoney(t *testing.T) {
	cases := []struct {
		text         string
		point, comma string // in ten-thousandths, "" if it is no number
	}{
		{"1", "10000", "10000"},
		{"12.34", "123400", ""},
		{"12,34", "", "123400"},
		{"1,234.5", "12345000", ""},
		{"1.234,5", "", "12345000"},
		{"1,234", "12340000", "12340"},
		{"1.234", "12340", "12340000"},
		{"0.250", "2500", ""},
		{"0,250", "", "2500"},
		{"1,00,000", "1000000000", ""},
		{"1 234 567", "12345670000", "12345670000"},
		{"1'234", "12340000", "12340000"},
		{"1234,567", "", "12345670"},
		{",5", "", "5000"},
		{".5", "5000", ""},
		{"5.", "50000", ""},
		{"-5", "-50000", "-50000"},
		{"5-", "-50000", "-50000"},
		{"(5)", "-50000", "-50000"},
		{"−5", "-50000", "-50000"},
		{"+5", "50000", "50000"},
		{"--5", "", ""},
		{"(-5)", "", ""},
		{"$5", "50000", "50000"},
		{"-$5", "-50000", "-50000"},
		{"$-5", "-50000", "-50000"},
		{"US$ 5", "50000", "50000"},
		{"5 EUR", "50000", "50000"},
		{"5€", "50000", "50000"},
		{"¥1,000", "10000000", "10000"},
		{"１，２３４．５元", "12345000", ""},
		{"人民币5元", "50000", "50000"},
		{"1.2万", "120000000", ""},
		{"0.00001", "0", ""},
		{"0.00005", "1", ""},
		{"-0.00005", "-1", ""},
		{"0.000049", "0", ""},
		{"1.2E+05", "1200000000", "1200000000"},
		{"922337203685000", "9223372036850000000", "9223372036850000000"},
		{"9223372036854775", "", ""},
		{"99999999999999999999999999", "", ""},
		{"", "", ""},
		{"-", "", ""},
		{".", "", ""},
		{"x", "", ""},
		{"12abc", "", ""},
		{"NaN", "", ""},
		{"Inf", "", ""},
		{"1e999", "", ""},
		{"5 %", "", ""},
	}
	for _, c := range cases {
		for mark, want := range map[byte]string{'.': c.point, ',': c.comma} {
			m, ok := parseMoney([]byte(c.text), mark)
			if got := fmt.Sprint(int64(m)); ok != (want != "") || ok && got != want {
				t.Errorf("%q with %c: got %s, %v, want %q", c.text, mark, got, ok, want)
			}
		}
	}
}

func TestProduct(t *testing.T) {
	const unit = analysis.MoneyPerUnit
	cases := []struct {
		q, p, want analysis.Money
		ok         bool
	}{
		{2 * unit, 3 * unit, 6 * unit, true},
		{-2 * unit, 3 * unit, -6 * unit, true},
		{1, 5000, 1, true},   // 0.0001 × 0.5, half away from zero
		{-1, 5000, -1, true}, // the same below zero
		{1, 4999, 0, true},
		{1e6 * unit, 1e6 * unit, 1e12 * unit, true},
		{-1e6 * unit, 1e6 * unit, -1e12 * unit, true},
		{1e8 * unit, 1e8 * unit, 0, false},
		{math.MaxInt64, math.MaxInt64, 0, false},
	}
	for _, c := range cases {
		if got, ok := product(c.q, c.p); got != c.want || ok != c.ok {
			t.Errorf("%d × %d: got %d, %v", c.q, c.p, got, ok)
		}
	}
}

func TestCurrencyOf(t *testing.T) {
	cases := []struct {
		text    string
		chinese bool
		want    string
	}{
		{"12.00", false, ""}, {"$12", false, ""}, {"US$12", false, "USD"}, {"12 usd", false, "USD"},
		{"£3", false, "GBP"}, {"3 €", false, "EUR"}, {"¥3", false, ""}, {"¥3", true, "CNY"},
		{"实付金额(元)", true, "CNY"}, {"amount_eur", false, "EUR"}, {"European sales", false, ""},
	}
	for _, c := range cases {
		if got := currencyOf(c.text, c.chinese); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWordTricks(t *testing.T) {
	for _, c := range []string{"12345678", "\"\n,\r\x00\xff\x8a\xac", ",,,,,,,,", "a,\xac,\x2d,+,"} {
		word := load([]byte(c), 0)
		for b := range 256 {
			mask, want := equal(word, ones*uint64(b)), uint64(0)
			for i := range 8 {
				if c[i] == byte(b) {
					want |= 0x80 << (8 * i)
				}
			}
			if mask != want || (someZero(word^ones*uint64(b)) != 0) != (want != 0) {
				t.Errorf("%q, byte %#x: %#x, want %#x", c, b, mask, want)
			}
		}
	}
	if x := load([]byte("90123456"), 0) ^ zeros; !areDigits(x) || eightDigits(x) != 90123456 {
		t.Error("eight digits misread")
	}
	for b := range 256 {
		word := []byte("00000000")
		word[3] = byte(b)
		if got := areDigits(load(word, 0) ^ zeros); got != isDigit(byte(b)) {
			t.Errorf("byte %#x taken for a digit: %v", b, got)
		}
	}
}

// TestReasonCount holds the size of the ledger's arrays to the list of reasons.
func TestReasonCount(t *testing.T) {
	if reasonCount != len(Reasons) {
		t.Errorf("reasonCount is %d, there are %d reasons", reasonCount, len(Reasons))
	}
}
