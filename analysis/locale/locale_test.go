package locale

import (
	"math"
	"testing"
	"time"

	"churnbench/analysis"
)

// plain lets the table be read: it stands for the no-break space and the
// minus sign by their keyboard forms.
func plain(s string) string {
	out := []rune(s)
	for i, r := range out {
		switch r {
		case '\u00a0':
			out[i] = ' '
		case '\u2212':
			out[i] = '-'
		}
	}
	return string(out)
}

func TestParse(t *testing.T) {
	for tag, want := range map[string]Lang{
		"zh": Chinese, "zh-CN": Chinese, "zh-Hans": Chinese, "ZH_hant_TW": Chinese,
		"en": English, "en-GB": English, "de": English, "": English, "zha": English,
	} {
		if got := Parse(tag); got != want {
			t.Errorf("Parse(%q) = %s, want %s", tag, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	march := analysis.Date(2024, time.March, 5)
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name   string
		write  func(Lang) string
		en, zh string
	}{
		{"int", func(l Lang) string { return l.Int(4338) }, "4,338", "4,338"},
		{"small int", func(l Lang) string { return l.Int(-999) }, "-999", "-999"},
		{"big int", func(l Lang) string { return l.Int(-1234567) }, "-1,234,567", "-1,234,567"},
		{"number", func(l Lang) string { return l.Number(1234.56, 1) }, "1,234.6", "1,234.6"},
		{"minus zero", func(l Lang) string { return l.Number(-0.004, 2) }, "0.00", "0.00"},
		{"nan", func(l Lang) string { return l.Number(nan, 1) }, "—", "—"},
		{"inf", func(l Lang) string { return l.Number(-inf, 1) }, "-∞", "-∞"},
		{"significant", func(l Lang) string { return l.Significant(0.24261, 3) }, "0.243", "0.243"},
		{"significant whole", func(l Lang) string { return l.Significant(12345.6, 4) }, "12,346", "12,346"},
		{"significant carry", func(l Lang) string { return l.Significant(9.996, 3) }, "10", "10"},
		{"significant zero", func(l Lang) string { return l.Significant(0, 4) }, "0", "0"},
		{"percent", func(l Lang) string { return l.Percent(0.2424, 1) }, "24.2 %", "24.2%"},
		{"percent nan", func(l Lang) string { return l.Percent(nan, 1) }, "—", "—"},
		{"compact small", func(l Lang) string { return l.Compact(9876) }, "9,876", "9,876"},
		{"compact fraction", func(l Lang) string { return l.Compact(12.345) }, "12.3", "12.3"},
		{"compact thousands", func(l Lang) string { return l.Compact(12345) }, "12.3 K", "1.23万"},
		{"compact carry", func(l Lang) string { return l.Compact(999_960) }, "1 M", "100万"},
		{"compact millions", func(l Lang) string { return l.Compact(1.26e6) }, "1.26 M", "126万"},
		{"compact hundred millions", func(l Lang) string { return l.Compact(3.456e8) }, "346 M", "3.46亿"},
		{"compact trillions", func(l Lang) string { return l.Compact(-2e12) }, "-2 T", "-2万亿"},
		{"money", func(l Lang) string { return l.Money(1234.5, "USD") }, "$1,234.50", "US$1,234.50"},
		{"money minus", func(l Lang) string { return l.Money(-3, "CNY") }, "-¥3.00", "-¥3.00"},
		{"money without cents", func(l Lang) string { return l.Money(1234.5, "KRW") }, "₩1,234", "₩1,234"},
		{"money other", func(l Lang) string { return l.Money(5, "CHF") }, "CHF 5.00", "CHF 5.00"},
		{"money unknown", func(l Lang) string { return l.Money(5, "") }, "5.00", "5.00"},
		{"money nan", func(l Lang) string { return l.Money(nan, "USD") }, "—", "—"},
		{"money whole", func(l Lang) string { return l.MoneyWhole(412.6, "EUR") }, "€413", "€413"},
		{"money compact", func(l Lang) string { return l.MoneyCompact(1.26e6, "CNY") }, "¥1.26 M", "¥126万"},
		{"date", func(l Lang) string { return l.Date(march) }, "5 Mar 2024", "2024年3月5日"},
		{"no date", func(l Lang) string { return l.Date(analysis.NoDay) }, "—", "—"},
		{"month", func(l Lang) string { return l.Month(march) }, "Mar 2024", "2024年3月"},
		{"quarter", func(l Lang) string { return l.Quarter(march) }, "Q1 2024", "2024年第1季度"},
		{"days", func(l Lang) string { return l.Days(131.2) }, "131 days", "131天"},
		{"one day", func(l Lang) string { return l.Days(1) }, "1 day", "1天"},
		{"never", func(l Lang) string { return l.Days(inf) }, "∞ days", "∞天"},
		{"weeks", func(l Lang) string { return l.Weeks(38.86) }, "38.9 weeks", "38.9周"},
		{"months", func(l Lang) string { return l.Months(14.2) }, "14.2 months", "14.2个月"},
		{"byte", func(l Lang) string { return l.Bytes(1) }, "1 byte", "1 字节"},
		{"bytes", func(l Lang) string { return l.Bytes(512) }, "512 bytes", "512 字节"},
		{"kilobytes", func(l Lang) string { return l.Bytes(3_140) }, "3.14 KB", "3.14 KB"},
		{"byte carry", func(l Lang) string { return l.Bytes(999_999) }, "1 MB", "1 MB"},
		{"megabytes", func(l Lang) string { return l.Bytes(44_600_000) }, "44.6 MB", "44.6 MB"},
	} {
		if got := plain(c.write(English)); got != c.en {
			t.Errorf("%s: %q, want %q", c.name, got, c.en)
		}
		if got := plain(c.write(Chinese)); got != c.zh {
			t.Errorf("%s in Chinese: %q, want %q", c.name, got, c.zh)
		}
	}
}

// Values never wrap: what they contain of space is the no-break kind.
func TestNoBreak(t *testing.T) {
	for _, s := range []string{English.Percent(1, 0), English.Compact(5e6), English.Date(0), English.Bytes(5e6), English.Money(1, "CHF")} {
		for _, r := range s {
			if r == ' ' {
				t.Errorf("%q may wrap", s)
			}
		}
	}
}
