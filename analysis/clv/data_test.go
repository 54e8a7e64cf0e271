package clv

import (
	"bufio"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
)

// dataFile opens a file of the shared data, or skips the test.
func dataFile(t testing.TB, path ...string) *os.File {
	t.Helper()
	name := filepath.Join(append([]string{"..", "..", "..", "shared", "data"}, path...)...)
	f, err := os.Open(name)
	if err != nil {
		t.Skip("needs the shared data: ", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// A sale is a line of an order log.
type sale struct {
	customer string
	day      analysis.Day
	amount   analysis.Money
}

// buildLog groups orders, whose customers stand together in order of day, into
// a Log that ends on a day.
func buildLog(orders []sale, end analysis.Day) *analysis.Log {
	log := &analysis.Log{End: end}
	for i, o := range orders {
		last := len(log.Day) - 1
		sameCustomer := i > 0 && o.customer == orders[i-1].customer
		if !sameCustomer {
			log.IDs.Append([]byte(o.customer))
			log.Start = append(log.Start, uint32(len(log.Day)))
		}
		if sameCustomer && log.Day[last] == o.day {
			log.Amount[last] += o.amount
			log.Orders[last]++
			continue
		}
		log.Day = append(log.Day, o.day)
		log.Amount = append(log.Amount, o.amount)
		log.Orders = append(log.Orders, 1)
	}
	log.Start = append(log.Start, uint32(len(log.Day)))
	return log
}

var (
	cdnowCalibration = analysis.Date(1997, time.September, 30)
	cdnowEnd         = analysis.Date(1998, time.June, 30)
)

// cdnowSample reads the 1/10 sample, as Fader and Hardie use it: orders of one
// day are one purchase, and an order of 0 dollars is one too.
func cdnowSample(t testing.TB) *analysis.Log {
	var orders []sale
	lines := bufio.NewScanner(dataFile(t, "cdnow", "CDNOW_sample.txt"))
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		when, err := time.Parse("20060102", f[2])
		dollars, err2 := strconv.ParseFloat(f[4], 64)
		if err != nil || err2 != nil {
			t.Fatal(lines.Text(), err, err2)
		}
		orders = append(orders, sale{f[1], analysis.Date(when.Date()), analysis.MoneyOf(dollars)})
	}
	slices.SortStableFunc(orders, func(a, b sale) int { return strings.Compare(a.customer, b.customer) })
	return buildLog(orders, cdnowEnd)
}

// A rounded is a customer of the published summaries: weeks with two decimals.
type rounded struct {
	x           int
	tx, t, mean float64
}

// cdnowRounded reads the summary that the paper's spreadsheet uses.
func cdnowRounded(t testing.TB) []rounded {
	lines, err := csv.NewReader(dataFile(t, "cdnow", "cdnow_customers_summary_with_transactions.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []rounded
	for _, l := range lines[1:] {
		out = append(out, rounded{int(number(t, l[1])), number(t, l[2]), number(t, l[3]), number(t, l[4])})
	}
	return out
}

func number(t testing.TB, s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
