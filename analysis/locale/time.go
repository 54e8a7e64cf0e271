package locale

import (
	"math"
	"strconv"

	"churnbench/analysis"
)

// Date writes a calendar date.
func (l Lang) Date(d analysis.Day) string {
	if !d.Valid() {
		return Missing
	}
	t := d.Time()
	if l == Chinese {
		return l.Month(d) + strconv.Itoa(t.Day()) + "日"
	}
	return strconv.Itoa(t.Day()) + nbsp + l.Month(d)
}

// Month writes the month that d lies in.
func (l Lang) Month(d analysis.Day) string {
	if !d.Valid() {
		return Missing
	}
	year, month, _ := d.Time().Date()
	if l == Chinese {
		return strconv.Itoa(year) + "年" + strconv.Itoa(int(month)) + "月"
	}
	return month.String()[:3] + nbsp + strconv.Itoa(year)
}

// Year writes the year of a date: 2024, 2024年.
func (l Lang) Year(d analysis.Day) string {
	if !d.Valid() {
		return Missing
	}
	year := strconv.Itoa(d.Time().Year())
	if l == Chinese {
		return year + "年"
	}
	return year
}

// Quarter writes the calendar quarter that d lies in.
func (l Lang) Quarter(d analysis.Day) string {
	if !d.Valid() {
		return Missing
	}
	year, month, _ := d.Time().Date()
	quarter := strconv.Itoa((int(month) + 2) / 3)
	if l == Chinese {
		return strconv.Itoa(year) + "年第" + quarter + "季度"
	}
	return "Q" + quarter + nbsp + strconv.Itoa(year)
}

// Days writes a number of days, rounded to whole ones.
func (l Lang) Days(v float64) string { return l.counted(v, 0, "day", "天") }

// Weeks writes a number of weeks with at most one decimal.
func (l Lang) Weeks(v float64) string { return l.counted(v, 1, "week", "周") }

// Months writes a number of months with at most one decimal.
func (l Lang) Months(v float64) string { return l.counted(v, 1, "month", "个月") }

// Quarters writes a number of quarters of a year with at most one decimal.
func (l Lang) Quarters(v float64) string { return l.counted(v, 1, "quarter", "个季度") }

// Years writes a number of years with at most one decimal.
func (l Lang) Years(v float64) string { return l.counted(v, 1, "year", "年") }

// counted writes a quantity with its unit; English has a plural.
func (l Lang) counted(v float64, decimals int, en, zh string) string {
	if math.IsNaN(v) {
		return Missing
	}
	digits := infinity
	if !math.IsInf(v, 0) {
		digits = sign(grouped(trimmed(fixed(v, decimals))))
	}
	if l == Chinese {
		return digits + zh
	}
	if digits != "1" {
		en += "s"
	}
	return digits + nbsp + en
}

// Bytes writes a size in decimal units, as file managers do.
func (l Lang) Bytes(n int64) string {
	if n < 1000 {
		return strconv.FormatInt(n, 10) + l.pick(nbsp+plural(n, "byte"), nbsp+"字节")
	}
	v, units := float64(n), []string{"KB", "MB", "GB", "TB"}
	i := -1
	for i < len(units)-1 && roundTo(v, compactDigit) >= 1000 {
		v /= 1000
		i++
	}
	return l.Significant(v, compactDigit) + nbsp + units[i]
}

func plural(n int64, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
