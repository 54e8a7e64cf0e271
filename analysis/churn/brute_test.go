package churn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
	"churnbench/analysis/survival"
)

// The slow and obvious way: every state is worked out anew for every customer and
// day, from a list of what had happened by then.

// lostSlowly reports whether customer c is lost at the end of day t.
func lostSlowly(log *analysis.Log, d Definition, c analysis.CustomerID, t analysis.Day) bool {
	votes, parts := 0, d.parts()
	for _, kind := range parts {
		var lost bool
		switch kind {
		case Silence:
			lost = silentSlowly(log, d.Window, c, t)
		case Declined:
			lost = declinedSlowly(log, d.Decline, c, t)
		case Explicit:
			lost = endedSlowly(log, d.Ended, c, t)
		}
		if lost {
			votes++
		}
	}
	if d.All {
		return votes == len(parts)
	}
	return votes > 0
}

// boughtBetween lists the purchases of customer c on days after from and up to to.
func boughtBetween(log *analysis.Log, c analysis.CustomerID, from, to analysis.Day) (list []purchase) {
	first, behind := log.Rows(c)
	for i := first; i < behind; i++ {
		if log.Day[i] > from && log.Day[i] <= to {
			list = append(list, purchase{log.Day[i], log.Amount[i]})
		}
	}
	return list
}

const longAgo = analysis.Day(math.MinInt32)

func silentSlowly(log *analysis.Log, w int, c analysis.CustomerID, t analysis.Day) bool {
	known := boughtBetween(log, c, longAgo, t)
	for day := t; day > t-analysis.Day(w); day-- {
		if slices.ContainsFunc(known, func(p purchase) bool { return p.day == day }) {
			return false
		}
	}
	return len(known) > 0
}

func declinedSlowly(log *analysis.Log, d Decline, c analysis.CustomerID, t analysis.Day) bool {
	known := boughtBetween(log, c, longAgo, t)
	recentFrom := t - analysis.Day(d.Recent)
	priorFrom := recentFrom - analysis.Day(d.Prior)
	if len(known) == 0 || known[0].day > priorFrom+1 {
		return false
	}
	recent, prior := boughtBetween(log, c, recentFrom, t), boughtBetween(log, c, priorFrom, recentFrom)
	if len(recent)+len(prior) == 0 {
		return true
	}
	a, b := measure(recent, d.Spend), measure(prior, d.Spend)
	return b > 0 && a*float64(d.Prior) < d.Below*(b*float64(d.Recent))
}

func measure(list []purchase, spend bool) (sum float64) {
	for _, p := range list {
		if spend {
			sum += float64(p.amount)
		} else {
			sum++
		}
	}
	return sum
}

func endedSlowly(log *analysis.Log, e Ended, c analysis.CustomerID, t analysis.Day) bool {
	col := log.Attributes[e.Column]
	if col.Kind == analysis.DayColumn {
		return col.Days[c] != analysis.NoDay && col.Days[c] <= t
	}
	code := col.Codes[c]
	return t == log.End && code != analysis.NoCode && slices.Contains(e.Lost, col.Texts.At(int(code)))
}

// rounds is how many random logs each check goes through.
const rounds = 500

func TestSpellsAreStatesDayByDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 5))
	lost, alive, several := 0, 0, 0
	for round := range rounds {
		log := randomLog(rng)
		s := study(t, log)
		d := drawDefinition(rng, s.gaps.Span())
		spells, err := s.Spells(d)
		if err != nil {
			t.Fatalf("round %d, %+v: %v", round, d, err)
		}
		checkShape(t, spells)
		for c := range log.Customers() {
			id := analysis.CustomerID(c)
			if from, to := spells.Of(id); to-from > 1 {
				several++
			}
			first := analysis.NoDay
			for day := log.Day[log.Start[c]] - 3; day <= log.End; day++ {
				want := day >= log.Day[log.Start[c]] && lostSlowly(log, spells.By, id, day)
				if got := spells.Lost(id, day); got != want {
					t.Fatalf("round %d, %+v: customer %d lost on %v: %v, want %v", round, spells.By, c, day, got, want)
				}
				if want {
					lost++
					if first == analysis.NoDay {
						first = day
					}
				} else {
					alive++
				}
			}
			if got := spells.First(id); got != first {
				t.Fatalf("round %d: customer %d first lost on %v, want %v", round, c, got, first)
			}
		}
	}
	if lost < 10_000 || alive < 10_000 || several < 100 {
		t.Errorf("%d days lost, %d alive, %d customers with several spells: the test looks at too little", lost, alive, several)
	}
}

// checkShape holds what Spells promise.
func checkShape(t *testing.T, s *Spells) {
	t.Helper()
	for c := range s.Customers() {
		from, to := s.Of(analysis.CustomerID(c))
		for i := from; i < to; i++ {
			open := s.To[i] == analysis.NoDay
			if s.From[i] > s.End || !open && (s.To[i] <= s.From[i] || s.To[i] > s.End) || open && i < to-1 ||
				i > from && s.From[i] <= s.To[i-1] {
				t.Fatalf("customer %d: spells %v to %v", c, s.From[from:to], s.To[from:to])
			}
		}
	}
}

// TestSpellsLookAtNoLaterDay: the data cut off earlier say the same of the days up
// to then. A state without a date is the exception: it is known at the end only.
func TestSpellsLookAtNoLaterDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 5))
	for range rounds {
		log := randomLog(rng)
		s := study(t, log)
		d := drawDefinition(rng, s.gaps.Span())
		d.Ended = Ended{Column: endDays}
		spells, err := s.Spells(d)
		if err != nil {
			t.Fatal(err)
		}
		cut := log.End - analysis.Day(rng.IntN(s.gaps.Span()/2))
		early, ids := cutOff(log, cut)
		then := spellsOf(early, spells.By)
		for c, id := range ids {
			for day := early.Day[early.Start[c]]; day <= cut; day++ {
				if then.Lost(analysis.CustomerID(c), day) != spells.Lost(id, day) {
					t.Fatalf("%+v: customer %d on %v: later data change the state", d, id, day)
				}
			}
		}
	}
}

// cutOff is the log as it was on an earlier day, with whom its customers are later.
func cutOff(log *analysis.Log, end analysis.Day) (early *analysis.Log, ids []analysis.CustomerID) {
	var lists [][]purchase
	var days []analysis.Day
	var words []string
	for c := range log.Customers() {
		id := analysis.CustomerID(c)
		if list := boughtBetween(log, id, longAgo, end); len(list) > 0 {
			lists, ids = append(lists, list), append(ids, id)
			days, words = append(days, log.Attributes[endDays].Days[c]), append(words, "")
		}
	}
	return attributed(logOf(end, lists...), days, words), ids
}

// A gap is the days from one purchase to the next or to the end of the data.
type gap struct {
	days   int
	closed bool
}

func gapsSlowly(log *analysis.Log) (list []gap) {
	for c := range log.Customers() {
		bought := boughtBetween(log, analysis.CustomerID(c), longAgo, log.End)
		for i, p := range bought {
			if i+1 < len(bought) {
				list = append(list, gap{int(bought[i+1].day - p.day), true})
			} else {
				list = append(list, gap{int(log.End - p.day), false})
			}
		}
	}
	return list
}

// stillOpen is Kaplan–Meier's S(until)/S(after) with Greenwood's sum, by the book.
func stillOpen(gaps []gap, after, until int) (s, greenwood float64, risk int) {
	s = 1
	for day := after + 1; day <= until; day++ {
		atRisk, events := 0, 0
		for _, g := range gaps {
			if g.days >= day {
				atRisk++
			}
			if g.days == day && g.closed {
				events++
			}
		}
		if day == after+1 {
			risk = atRisk
		}
		if events > 0 {
			s *= float64(atRisk-events) / float64(atRisk)
			greenwood += float64(events) / (float64(atRisk) * float64(atRisk-events))
		}
	}
	return s, greenwood, risk
}

// logLog is the interval of s on the scale ln(−ln s), as in survival.Interval.
func logLog(s, greenwood float64) (low, high float64) {
	ln := numeric.Log(s)
	w := numeric.Exp(-numeric.NormalQuantile((1+survival.DefaultLevel)/2) * math.Sqrt(greenwood) / ln)
	return numeric.Exp(ln * w), numeric.Exp(ln / w)
}

func TestWorkbenchIsCountedSlowly(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	chances, reached := 0, 0
	for round := range rounds {
		log := randomLog(rng)
		s := study(t, log)
		span := s.gaps.Span()
		opt := Options{Followup: rng.IntN(span), Weights: Weights{rng.Float64(), rng.Float64()}}
		w, err := s.Workbench(Definition{Window: 1 + rng.IntN(span/2)}, opt)
		if err != nil {
			t.Fatal(err)
		}
		gaps := gapsSlowly(log)
		checkHistogram(t, w, gaps)
		reached += checkQuantiles(t, w, gaps)
		chances += checkReturns(t, w, gaps)
		checkTrial(t, round, log, w.Trial)
	}
	if chances < 1000 || reached < 500 {
		t.Errorf("%d chances and %d quantiles were compared: the test looks at too little", chances, reached)
	}
}

func checkHistogram(t *testing.T, w *Workbench, gaps []gap) {
	t.Helper()
	today, closed, open := 0, 0, 0
	for _, g := range gaps {
		switch {
		case g.closed:
			closed++
		case g.days == 0:
			today++
			open++
		default:
			open++
		}
	}
	h := &w.Gaps
	if h.Today != today || h.Closed != closed || h.Open != open {
		t.Fatalf("gaps %d closed, %d open, %d today; want %d, %d, %d", h.Closed, h.Open, h.Today, closed, open, today)
	}
	for i, b := range h.Bins {
		c, o := 0, 0
		for _, g := range gaps {
			if g.days >= b.From && g.days < b.To {
				if g.closed {
					c++
				} else {
					o++
				}
			}
		}
		if b.Closed != c || b.Open != o || b.From >= b.To || i > 0 && h.Bins[i-1].To != b.From {
			t.Fatalf("bin %+v, want %d closed, %d open", b, c, o)
		}
		closed, open = closed-c, open-o
	}
	if closed != 0 || open != today {
		t.Fatalf("the bins leave %d closed and %d open gaps out", closed, open-today)
	}
}

func checkQuantiles(t *testing.T, w *Workbench, gaps []gap) (reached int) {
	t.Helper()
	for _, q := range w.Quantiles {
		days, low, high := 0, 0, 0
		for day := w.Span; day > 0; day-- {
			if !slices.ContainsFunc(gaps, func(g gap) bool { return g.days == day }) {
				continue
			}
			s, greenwood, _ := stillOpen(gaps, 0, day)
			l, h := s, s
			if 0 < s && s < 1 {
				l, h = logLog(s, greenwood)
			} else if s == 0 {
				l, h = math.NaN(), math.NaN()
			}
			for at, v := range map[*int]float64{&days: s, &low: l, &high: h} {
				if v <= 1-q.P+1e-9 {
					*at = day
				}
			}
		}
		if q.Days != days || q.Low != low || q.High != high {
			t.Fatalf("%+v, want %d days, %d to %d", q, days, low, high)
		}
		if days > 0 {
			reached++
		}
		if q.P == w.Proposed.P && (w.Proposed.Days != days || w.Proposed.Naive != q.Naive) {
			t.Fatalf("proposed %+v, but the quantile is %+v", w.Proposed, q)
		}
		if naive := naiveSlowly(gaps, q.P); q.Naive != naive {
			t.Fatalf("naive %d, want %d", q.Naive, naive)
		}
	}
	return reached
}

// naiveSlowly is the smallest closed gap that the share p of them do not exceed.
func naiveSlowly(gaps []gap, p float64) int {
	var closed []int
	for _, g := range gaps {
		if g.closed {
			closed = append(closed, g.days)
		}
	}
	slices.Sort(closed)
	for i, days := range closed {
		if float64(i+1) >= p*float64(len(closed))-1e-9 {
			return days
		}
	}
	return 0
}

func checkReturns(t *testing.T, w *Workbench, gaps []gap) (compared int) {
	t.Helper()
	for _, r := range w.Returns {
		if !slices.IsSortedFunc(r.Points, func(a, b ReturnPoint) int { return a.Silent - b.Silent }) {
			t.Fatalf("points in disorder: %+v", r.Points)
		}
		for _, p := range r.Points {
			until := w.Reach
			if r.Within > 0 {
				until = p.Silent + r.Within
			}
			if known := until <= w.Reach && p.Silent < w.Reach; known == math.IsNaN(p.Chance) {
				t.Fatalf("%+v within %d, but the data reach %d", p, r.Within, w.Reach)
			} else if !known {
				continue
			}
			s, greenwood, risk := stillOpen(gaps, p.Silent, until)
			if p.Chance != 1-s || p.AtRisk != risk {
				t.Fatalf("%+v within %d: want %v of %d", p, r.Within, 1-s, risk)
			}
			if s > 0 && s < 1 {
				if low, high := logLog(s, greenwood); p.Low != 1-high || p.High != 1-low {
					t.Fatalf("%+v: want %v to %v", p, 1-high, 1-low)
				}
			}
			if !(p.Low <= p.Chance && p.Chance <= p.High && p.Low < p.High) {
				t.Fatalf("%+v: the interval does not hold the chance", p)
			}
			compared++
		}
	}
	return compared
}

func checkTrial(t *testing.T, round int, log *analysis.Log, trial Trial) {
	t.Helper()
	if trial.Day != log.End-analysis.Day(trial.Followup) {
		t.Fatalf("a trial on %v with %d days to %v", trial.Day, trial.Followup, log.End)
	}
	best, least := 0, math.Inf(1)
	for w := 1; analysis.Day(w) <= trial.Day-log.First(); w++ {
		calls := callsSlowly(log, Definition{Window: w}, trial)
		at := slices.IndexFunc(trial.Points, func(p TrialPoint) bool { return p.Window == w })
		if at >= 0 && !sameCalls(trial.Points[at].Calls, calls) {
			t.Fatalf("round %d, W = %d: %+v, want %+v", round, w, trial.Points[at].Calls, calls)
		}
		if calls.Cost < least {
			best, least = w, calls.Cost
		}
	}
	if trial.Best != best {
		t.Fatalf("round %d: best W = %d, want %d", round, trial.Best, best)
	}
}

// callsSlowly looks at every customer on the day of the trial and after it.
func callsSlowly(log *analysis.Log, d Definition, trial Trial) Calls {
	var lost, returned, alive, gone int
	for c := range log.Customers() {
		id := analysis.CustomerID(c)
		if len(boughtBetween(log, id, longAgo, trial.Day)) == 0 {
			continue
		}
		back := len(boughtBetween(log, id, trial.Day, trial.Day+analysis.Day(trial.Followup))) > 0
		switch called := lostSlowly(log, d, id, trial.Day); {
		case called && back:
			lost, returned = lost+1, returned+1
		case called:
			lost++
		case back:
			alive++
		default:
			alive, gone = alive+1, gone+1
		}
	}
	return calls{lost, returned, alive, gone}.weigh(trial.Weights)
}

func sameCalls(a, b Calls) bool {
	return sameShare(a.Returned, b.Returned) && sameShare(a.Gone, b.Gone) && (a.Cost == b.Cost || a.Cost != a.Cost && b.Cost != b.Cost)
}

// sameShare compares shares, of which those of nobody are NaN.
func sameShare(a, b Share) bool {
	return a.K == b.K && a.N == b.N && (a == b || a.N == 0)
}
