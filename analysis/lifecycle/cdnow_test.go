package lifecycle

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/churn"
)

// cdnow reads the 1997–98 cohort of CDNOW customers, 23,570 of them; same-day orders are
// one purchase. The file lists customers one after the other, each in order of days.
func cdnow(t testing.TB) *analysis.Log {
	t.Helper()
	f, err := os.Open("../../../shared/data/cdnow/CDNOW_master.txt")
	if err != nil {
		t.Skip("CDNOW data are not here:", err)
	}
	defer f.Close()
	var lists [][]purchase
	last, end := "", analysis.NoDay
	for lines := bufio.NewScanner(f); lines.Scan(); {
		field := strings.Fields(lines.Text())
		amount, err := strconv.ParseFloat(field[3], 64)
		if err != nil {
			continue // the header
		}
		date, err := time.Parse("20060102", field[1])
		if err != nil {
			t.Fatal(err)
		}
		day := analysis.Day(date.Unix() / 86400)
		end = max(end, day)
		if field[0] != last {
			lists, last = append(lists, nil), field[0]
		}
		list := &lists[len(lists)-1]
		if n := len(*list); n > 0 && (*list)[n-1].day == day {
			(*list)[n-1].amount += analysis.MoneyOf(amount)
			continue
		}
		*list = append(*list, purchase{day, analysis.MoneyOf(amount)})
	}
	return logOf(end, lists...)
}

// TestCDNOW holds every customer of CDNOW, on several days, to the slow implementation,
// by the defaults and the proposed window, by purchases and by spend, and in the funnel.
func TestCDNOW(t *testing.T) {
	log := cdnow(t)
	if log.Customers() != 23570 {
		t.Fatalf("%d customers, want 23,570", log.Customers())
	}
	for _, opt := range []Options{{}, {Trend: BySpend}, {Model: Funnel}} {
		l := lifeOf(t, log, churn.Definition{}, opt)
		if l.Options.Recent != l.spells.By.Window {
			t.Errorf("a window of %d days, that of loss is %d", l.Options.Recent, l.spells.By.Window)
		}
		for _, day := range []analysis.Day{log.First() + 30, log.End - 300, log.End - DefaultBefore, log.End} {
			for c, got := range l.At(day) {
				if want := slow(l.Options, l.spells.By.Window, purchasesOf(log, c), day); len(want) != 1 || want[0] != got {
					t.Fatalf("customer %d on %v: %s, rules that fit: %v", c, day, got.Key(), want)
				}
			}
		}
	}
}
