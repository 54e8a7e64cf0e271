package survival

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"churnbench/analysis"
)

// cdnow reads the CDNOW master file: customer, yyyymmdd, units, dollars.
func cdnow(t testing.TB) *analysis.Log {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sharedData, "cdnow/CDNOW_master.txt"))
	if err != nil {
		t.Skipf("the shared data are not here: %v", err)
	}
	days := map[string][]analysis.Day{}
	end := analysis.NoDay
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		f := bytes.Fields(lines.Bytes())
		if len(f) != 4 {
			continue
		}
		if _, err := strconv.ParseFloat(string(f[3]), 64); err != nil {
			continue // the header
		}
		date, err := time.Parse("20060102", string(f[1]))
		if err != nil {
			t.Fatal(err)
		}
		day := analysis.Day(date.Unix() / 86400)
		end = max(end, day)
		days[string(f[0])] = append(days[string(f[0])], day)
	}
	var lists [][]analysis.Day
	for _, list := range days {
		slices.Sort(list)
		lists = append(lists, slices.Compact(list))
	}
	return logOf(end, lists...)
}

// TestCDNOWGaps: on a log full of one-time buyers the open gaps matter. The
// plain percentile of closed gaps says that 80 % of purchases are followed by
// another within 119 days; with the open gaps, fewer than 80 % ever are.
func TestCDNOWGaps(t *testing.T) {
	log := cdnow(t)
	got := ProposeWindow(log, 0.8)
	if got.Days != 0 || got.Naive != 119 || got.Open != log.Customers() || got.Closed != len(log.Day)-log.Customers() {
		t.Errorf("p80: %+v", got)
	}
	var gap []float64
	var closed []bool
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		for i := from; i < to-1; i++ {
			gap, closed = append(gap, float64(log.Day[i+1]-log.Day[i])), append(closed, true)
		}
		gap, closed = append(gap, float64(log.End-log.Day[to-1])), append(closed, false)
	}
	curve, err := KaplanMeier(gap, closed, LogLog, 0)
	if err != nil {
		t.Fatal(err)
	}
	if s := curve.S[len(curve.S)-1]; 1-s != got.Reached {
		t.Errorf("%v of gaps close by the end of the data, the window says %v", 1-s, got.Reached)
	}
	if median, _, _ := curve.Median(); float64(ProposeWindow(log, 0.5).Days) != median {
		t.Errorf("half of the gaps close within %v days, the window says %d", median, ProposeWindow(log, 0.5).Days)
	}
	r, err := Lapses(log, 0, LogLog)
	if err != nil {
		t.Fatal(err)
	}
	if r.Window != 181 { // a third of 545 days, as the proposal is not reached
		t.Errorf("W = %d", r.Window)
	}
}
