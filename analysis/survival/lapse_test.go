package survival

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"churnbench/analysis"
)

// logOf builds a log from each customer's purchase days, ascending.
func logOf(end analysis.Day, customers ...[]analysis.Day) *analysis.Log {
	l := &analysis.Log{End: end, Start: []uint32{0}}
	for i, days := range customers {
		l.IDs.Append(fmt.Append(nil, "c", i))
		l.Day = append(l.Day, days...)
		l.Start = append(l.Start, uint32(len(l.Day)))
	}
	l.Amount = make([]analysis.Money, len(l.Day))
	l.Orders = make([]uint32, len(l.Day))
	return l
}

// randomLog draws customers who join over the span and buy at their own pace.
func randomLog(rng *rand.Rand, customers, span int) *analysis.Log {
	lists := make([][]analysis.Day, customers)
	for i := range lists {
		pace := 5 + 60*rng.Float64()
		at := rng.Float64() * float64(span)
		for at < float64(span+1) {
			day := analysis.Day(at)
			if n := len(lists[i]); n == 0 || lists[i][n-1] < day {
				lists[i] = append(lists[i], day)
			}
			if rng.Float64() < 0.15 {
				break
			}
			at += pace * rng.ExpFloat64()
		}
	}
	return logOf(analysis.Day(span), lists...)
}

// A fate is what became of one customer, lived through day by day.
type fate struct {
	days             int // to the lapse or to the end
	lapsed, returned bool
}

// live walks one customer's calendar from first purchase to end, counting the
// days of silence. It knows nothing of days to come.
func live(purchases []analysis.Day, w int, end analysis.Day) fate {
	f := fate{days: int(end - purchases[0])}
	silent := 0
	for day := purchases[0]; day <= end; day++ {
		bought := slices.Contains(purchases, day)
		switch {
		case bought && f.lapsed:
			f.returned = true
		case bought:
			silent = 0
		case !f.lapsed:
			silent++
			if silent == w {
				f.lapsed, f.days = true, int(day-purchases[0])
			}
		}
	}
	return f
}

func fates(log *analysis.Log, w int) []fate {
	list := make([]fate, log.Customers())
	for c := range list {
		from, to := log.Rows(analysis.CustomerID(c))
		list[c] = live(log.Day[from:to], w, log.End)
	}
	return list
}

func TestLapsesIsALifeDayByDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for round := range 40 {
		log := randomLog(rng, 5+rng.IntN(60), 100+rng.IntN(200))
		w := 1 + rng.IntN(60)
		got, err := Lapses(log, w, LogLog)
		if err != nil {
			t.Fatal(err)
		}
		var days []float64
		var event []bool
		lapsed, returned := 0, 0
		for _, f := range fates(log, w) {
			days, event = append(days, float64(f.days)), append(event, f.lapsed)
			if f.lapsed {
				lapsed++
			}
			if f.returned {
				returned++
			}
		}
		want, _ := KaplanMeier(days, event, LogLog, 0)
		if got.Lapsed != lapsed || got.Returned != returned {
			t.Fatalf("round %d: %d lapsed, %d returned, want %d, %d", round, got.Lapsed, got.Returned, lapsed, returned)
		}
		if !slices.Equal(got.Curve.Time, want.Time) || !slices.Equal(got.Curve.S, want.S) || !slices.Equal(got.Curve.Censored, want.Censored) {
			t.Fatalf("round %d, W = %d: the curves differ", round, w)
		}
	}
}

// TestLapsesLookAtNoLaterDay: cutting the data off earlier changes no lapse
// that had happened by then.
func TestLapsesLookAtNoLaterDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for range 30 {
		log := randomLog(rng, 50, 300)
		cut := log.First() + analysis.Day(60+rng.IntN(200))
		const w = 25
		early := cutOff(log, cut)
		if early.Customers() == 0 {
			continue
		}
		got, err := Lapses(early, w, LogLog)
		if err != nil {
			t.Fatal(err)
		}
		lapsed := 0
		for c, f := range fates(log, w) {
			first := log.Day[log.Start[c]]
			if f.lapsed && first+analysis.Day(f.days) <= cut {
				lapsed++
			}
		}
		if got.Lapsed != lapsed {
			t.Errorf("%d lapses seen by day %d, but %d of the later data's are dated up to it", got.Lapsed, cut, lapsed)
		}
	}
}

// cutOff is the log as it was on an earlier day.
func cutOff(log *analysis.Log, end analysis.Day) *analysis.Log {
	var lists [][]analysis.Day
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		var days []analysis.Day
		for _, d := range log.Day[from:to] {
			if d <= end {
				days = append(days, d)
			}
		}
		if days != nil {
			lists = append(lists, days)
		}
	}
	return logOf(end, lists...)
}

// TestSilenceEdges pins the days on which a silence begins to count.
func TestSilenceEdges(t *testing.T) {
	for _, c := range []struct {
		days             []analysis.Day
		end              analysis.Day
		lapsed, returned int
		time             float64
	}{
		{[]analysis.Day{0, 30}, 30, 0, 0, 30},           // bought again on the 30th day: in time
		{[]analysis.Day{0, 31}, 31, 1, 1, 30},           // a day late
		{[]analysis.Day{0}, 29, 0, 0, 29},               // 29 silent days
		{[]analysis.Day{0}, 30, 1, 0, 30},               // 30 silent days, the end included
		{[]analysis.Day{0, 10, 41, 100}, 100, 1, 1, 40}, // the first silence counts
		{[]analysis.Day{100}, 100, 0, 0, 0},             // joined on the last day
	} {
		log := logOf(c.end, c.days, []analysis.Day{c.end - 30, c.end - 15, c.end}) // a companion, to give a span
		r, err := Lapses(log, 30, LogLog)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.Index(r.Curve.Time, c.time)
		if r.Lapsed != c.lapsed || r.Returned != c.returned || at < 0 || r.Curve.Events[at] != c.lapsed {
			t.Errorf("%v to %d: lapsed %d, returned %d, times %v; want %+v", c.days, c.end, r.Lapsed, r.Returned, r.Curve.Time, c)
		}
	}
}

func TestProposeWindowIsAQuantileOfGaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	reached := 0
	for range 40 {
		log := randomLog(rng, 40, 200+rng.IntN(300))
		p := 0.3 + 0.5*rng.Float64()
		var gap []float64
		var closed []bool
		var plain []int
		for c := range log.Customers() {
			from, to := log.Rows(analysis.CustomerID(c))
			for i := from + 1; i < to; i++ {
				g := log.Day[i] - log.Day[i-1]
				gap, closed, plain = append(gap, float64(g)), append(closed, true), append(plain, int(g))
			}
			gap, closed = append(gap, float64(log.End-log.Day[to-1])), append(closed, false)
		}
		curve, _ := KaplanMeier(gap, closed, LogLog, 0)
		want := 0
		for i, s := range curve.S {
			if s <= 1-p {
				want = int(curve.Time[i])
				reached++
				break
			}
		}
		slices.Sort(plain)
		naive := plain[int(math.Ceil(p*float64(len(plain))))-1]
		got := ProposeWindow(log, p)
		if got.Days != want || got.Naive != naive || got.Closed != len(plain) || got.Open != log.Customers() || got.P != p {
			t.Errorf("p = %v: %+v, want %d days, naive %d, %d closed", p, got, want, naive, len(plain))
		}
		if got.Days > 0 && got.Days < got.Naive {
			t.Errorf("open gaps shortened the window: %+v", got)
		}
	}
	if reached == 0 {
		t.Error("no round reached its quantile: the test looks at nothing")
	}
}

// TestMonthlyBillsDoNotLapse: the proposal for strictly monthly purchases must
// not declare everybody lapsed in the longest month.
func TestMonthlyBillsDoNotLapse(t *testing.T) {
	var customers [][]analysis.Day
	for day := 1; day <= 28; day++ {
		var bills []analysis.Day
		for month := range 14 {
			bills = append(bills, analysis.Date(2023, time.January+time.Month(month), day))
		}
		customers = append(customers, bills)
	}
	r, err := Lapses(logOf(analysis.Date(2024, 2, 29), customers...), 0, LogLog)
	if err != nil {
		t.Fatal(err)
	}
	if r.Window != 31 || r.Lapsed != 0 {
		t.Errorf("W = %d, %d of 28 punctual customers lapsed; want 31, none", r.Window, r.Lapsed)
	}
}

func TestChoiceOfWindow(t *testing.T) {
	for _, c := range []struct {
		proposed, span, want int
	}{
		{60, 365, 60},
		{182, 365, 182},
		{183, 365, 121}, // more than half the span
		{0, 730, 243},   // not reached
		{0, 4000, 365},  // a year at most
		{0, 2, 1},
	} {
		if got := choose(Window{Days: c.proposed}, c.span); got != c.want {
			t.Errorf("choose(%d, span %d) = %d, want %d", c.proposed, c.span, got, c.want)
		}
	}
}

func TestLapseWarnings(t *testing.T) {
	oneTimers := make([][]analysis.Day, 50)
	for i := range oneTimers {
		oneTimers[i] = []analysis.Day{analysis.Day(i)}
	}
	regular := func(gap, until analysis.Day) (days []analysis.Day) {
		for d := analysis.Day(0); d <= until; d += gap {
			days = append(days, d)
		}
		return days
	}
	faithful := make([][]analysis.Day, 50) // joined one by one, so censored one by one
	for i := range faithful {
		for d := analysis.Day(2 * i); d <= 100; d += 10 {
			faithful[i] = append(faithful[i], d)
		}
	}
	for _, c := range []struct {
		key    string
		log    *analysis.Log
		window int
	}{
		{"survival.unreached", logOf(300, oneTimers...), 0},
		{"survival.shortened", logOf(100, regular(60, 60), regular(60, 60)), 0},
		{"survival.long", logOf(100, regular(10, 100)), 80},
		{"survival.returned", logOf(100, regular(20, 100)), 10},
		{"survival.cliff", logOf(300, oneTimers...), 30},
		{"survival.few", logOf(100, regular(10, 100)), 10},
		{"survival.thin", logOf(100, faithful...), 20},
		{"survival.none", logOf(100, regular(10, 100)), 20},
		{"survival.no-median", logOf(100, regular(10, 100), regular(10, 100), []analysis.Day{0}), 20},
	} {
		r, err := Lapses(c.log, c.window, LogLog)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(r.Warnings, func(w analysis.Warning) bool { return w.Message.Key == c.key }) {
			t.Errorf("%s is missing among %v", c.key, r.Warnings)
		}
	}
}

func TestLapsesRefuse(t *testing.T) {
	good := logOf(10, []analysis.Day{0})
	for _, c := range []struct {
		key    string
		log    *analysis.Log
		window int
	}{
		{"survival.empty", nil, 0},
		{"survival.empty", &analysis.Log{}, 0},
		{"survival.one-day", logOf(5, []analysis.Day{5}), 0},
		{"survival.bad-window", good, -1},
		{"survival.window-beyond", good, 11},
		{"survival.after-end", logOf(5, []analysis.Day{0, 9}), 3},
		{"survival.after-end", logOf(-5, []analysis.Day{9}), 3},
		{"survival.span", logOf(math.MaxInt32, []analysis.Day{-9}), 3},
	} {
		_, err := Lapses(c.log, c.window, LogLog)
		wantError(t, err, c.key)
	}
	_, err := Lapses(good, 0, "wide")
	wantError(t, err, "survival.bad-interval")
	if w := ProposeWindow(nil, 0); w != (Window{P: DefaultQuantile}) {
		t.Errorf("the window of nothing is %+v", w)
	}
}

func BenchmarkLapses(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		log := randomLog(rand.New(rand.NewPCG(1, 1)), n, 730)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportMetric(float64(len(log.Day)), "rows")
			for b.Loop() {
				if _, err := Lapses(log, 0, LogLog); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
