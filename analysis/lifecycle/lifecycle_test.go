package lifecycle

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
)

// A purchase is a day's amount.
type purchase struct {
	day    analysis.Day
	amount analysis.Money
}

// logOf builds a log from each customer's purchases, ascending.
func logOf(end analysis.Day, customers ...[]purchase) *analysis.Log {
	l := &analysis.Log{End: end, Start: []uint32{0}}
	for i, list := range customers {
		l.IDs.Append(fmt.Append(nil, "c", i))
		for _, p := range list {
			l.Day, l.Amount, l.Orders = append(l.Day, p.day), append(l.Amount, p.amount), append(l.Orders, 1)
		}
		l.Start = append(l.Start, uint32(len(l.Day)))
	}
	return l
}

// on lists purchases of 10 each.
func on(days ...analysis.Day) (list []purchase) {
	for _, d := range days {
		list = append(list, purchase{d, 10 * analysis.MoneyPerUnit})
	}
	return list
}

// every lists purchases of 10 each, a step apart.
func every(step, from, to analysis.Day) []purchase {
	var days []analysis.Day
	for d := from; d <= to; d += step {
		days = append(days, d)
	}
	return on(days...)
}

func spellsOf(t testing.TB, log *analysis.Log, d churn.Definition) *churn.Spells {
	t.Helper()
	s, err := d.Spells(log)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func lifeOf(t testing.TB, log *analysis.Log, d churn.Definition, opt Options) *Life {
	t.Helper()
	l, err := New(log, spellsOf(t, log, opt.LossOf(d)), opt)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// randomLog draws a small log with what is awkward: one-time buyers, bursts, refunds,
// purchases on the first and the last day.
func randomLog(rng *rand.Rand) *analysis.Log {
	end := analysis.Day(10 + rng.IntN(150))
	lists := [][]purchase{on(0, end)} // a companion, to give a span
	for range 1 + rng.IntN(12) {
		var list []purchase
		for d := analysis.Day(rng.IntN(int(end) + 1)); d <= end; d += 1 + analysis.Day(rng.ExpFloat64()*float64(1+rng.IntN(30))) {
			list = append(list, purchase{d, analysis.Money(rng.IntN(500) - 100)})
			if rng.IntN(9) == 0 {
				break
			}
		}
		lists = append(lists, list)
	}
	return logOf(end, lists...)
}

func randomOptions(rng *rand.Rand, span int) Options {
	return Options{
		Model:     []Model{Relationship, Funnel}[rng.IntN(2)],
		Silence:   rng.IntN(2) * (1 + rng.IntN(span)),
		Recent:    rng.IntN(span + 1),
		Exploring: rng.IntN(5),
		Tenure:    rng.IntN(2) * (1 + rng.IntN(span)),
		Trend:     []Trend{ByPurchases, BySpend}[rng.IntN(2)],
		Growth:    []float64{0, 1, 1.25, 2}[rng.IntN(4)],
		Decline:   []float64{0, 0.3, 0.8, 1}[rng.IntN(4)],
	}
}

// slow says the stage from a list of purchases alone, rule by rule as the screen words
// them: every stage whose rule fits, of which there must be one. Its lapse is by silence.
func slow(o Options, silence int, list []purchase, t analysis.Day) (fits []Stage) {
	var known []purchase
	for _, p := range list {
		if p.day <= t {
			known = append(known, p)
		}
	}
	if len(known) == 0 {
		return []Stage{NotYet}
	}
	if int(t-known[len(known)-1].day) >= silence {
		return []Stage{Lapsed}
	}
	if o.Model == Funnel {
		if len(known) > 1 {
			return []Stage{Repeat}
		}
		return []Stage{First}
	}
	within := func(from, to analysis.Day) (n int, sum float64) { // from < day ≤ to
		for _, p := range known {
			if from < p.day && p.day <= to {
				n++
				sum += float64(p.amount)
			}
		}
		return n, sum
	}
	w := analysis.Day(o.Recent)
	n1, s1 := within(t-w, t)
	n0, s0 := within(t-2*w, t-w)
	recent, prior := float64(n1), float64(n0)
	if o.Trend == BySpend {
		recent, prior = s1, s0
	}
	trial, young := len(known) < o.Exploring, int(t-known[0].day)+1 < o.Tenure
	read, none := !trial && !young, n0 == 0 && n1 == 0
	up := prior > 0 && recent >= o.Growth*prior || prior <= 0 && recent > 0
	down := prior > 0 && recent < o.Decline*prior
	if trial {
		fits = append(fits, Exploration)
	}
	if !trial && young || read && !none && up {
		fits = append(fits, Growth)
	}
	if read && (none || down) {
		fits = append(fits, Decline)
	}
	if read && !none && !up && !down {
		fits = append(fits, Stability)
	}
	return fits
}

func purchasesOf(log *analysis.Log, c int) (list []purchase) {
	from, to := log.Rows(analysis.CustomerID(c))
	for i := from; i < to; i++ {
		list = append(list, purchase{log.Day[i], log.Amount[i]})
	}
	return list
}

// TestOneStageEveryDay holds walks to the slow implementation: on every day, whether
// reached at once or step by step, each customer fits one rule, and that stage is given.
func TestOneStageEveryDay(t *testing.T) {
	seen := map[Stage]int{}
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 6))
		log := randomLog(rng)
		opt := randomOptions(rng, int(log.End))
		l := lifeOf(t, log, churn.Definition{Window: 1 + rng.IntN(int(log.End))}, opt)
		for c := range log.Customers() {
			list, w := purchasesOf(log, c), l.walk(analysis.CustomerID(c))
			for day := analysis.Day(-1); day <= log.End; day++ {
				once := l.walk(analysis.CustomerID(c))
				want, got, jump := slow(l.Options, l.spells.By.Window, list, day), w.to(day), once.to(day)
				if len(want) != 1 || want[0] != got || got != jump {
					t.Fatalf("seed %d, customer %d, day %d, %+v, %v: %s (at once %s), rules that fit: %v", seed, c, day, l.Options, list, got.Key(), jump.Key(), want)
				}
				seen[got]++
			}
		}
	}
	for s := range Stage(stages) {
		if seen[s] == 0 {
			t.Errorf("nobody was ever in %s: the test tells nothing of it", s.Key())
		}
	}
}

// TestNoStageLooksAhead holds that the past stays as it was when later orders are cut off.
func TestNoStageLooksAhead(t *testing.T) {
	for seed := range uint64(100) {
		rng := rand.New(rand.NewPCG(seed, 7))
		log := randomLog(rng)
		day := analysis.Day(2 + rng.IntN(int(log.End)-1))
		past, of := log.Until(day)
		if past.First() >= past.End || past.Customers() == 0 {
			continue
		}
		opt := Options{Silence: 1 + rng.IntN(int(day)), Recent: 1 + rng.IntN(int(day)), Model: []Model{Relationship, Funnel}[rng.IntN(2)]}
		whole, cut := lifeOf(t, log, churn.Definition{}, opt), lifeOf(t, past, churn.Definition{}, opt)
		now, then := whole.At(day), cut.At(day)
		for i, c := range of {
			if now[c] != then[i] {
				t.Fatalf("seed %d: customer %d on day %d is in %s, with later orders cut off in %s", seed, c, day, now[c].Key(), then[i].Key())
			}
		}
	}
}

// TestStages follows single customers through the rules. Windows are 30 days, lapsing
// 60, exploration ends with 3 purchases.
func TestStages(t *testing.T) {
	for _, c := range []struct {
		name string
		list []purchase
		day  analysis.Day
		want Stage
	}{
		{"first purchase tomorrow", on(11), 10, NotYet},
		{"bought twice", on(0, 80), 100, Exploration},
		{"three purchases, 59 days old", on(0, 10, 20), 58, Growth},
		{"no better, 60 days old", on(0, 10, 20), 59, Decline},
		{"steady", every(10, 0, 200), 200, Stability},
		{"from 2 to 3", on(0, 150, 160, 175, 185, 195), 200, Growth},
		{"from 2 to 1: half is not below half", on(0, 150, 160, 195), 200, Stability},
		{"from 3 to 1", on(0, 150, 160, 165, 195), 200, Decline},
		{"back after silence", on(0, 10, 20, 195), 200, Growth},
		{"silent for 59 days", on(0, 10, 20, 141), 200, Decline},
		{"silent for 60 days", on(0, 10, 20, 140), 200, Lapsed},
	} {
		l := lifeOf(t, logOf(200, on(0, 200), c.list), churn.Definition{}, Options{Silence: 60, Recent: 30})
		if got := l.At(c.day)[1]; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Key(), c.want.Key())
		}
	}
}

// TestSpendTrend holds that amounts, not purchases, make the trend if asked to, and
// that a past of refunds is none to fall below.
func TestSpendTrend(t *testing.T) {
	list := func(amounts ...analysis.Money) (list []purchase) {
		for i, a := range amounts {
			list = append(list, purchase{analysis.Day(100 + 10*i), a})
		}
		return append([]purchase{{0, 1}}, list...)
	}
	for _, c := range []struct {
		list []purchase
		want Stage
	}{
		{list(100, 100, 100, 100, 100, 100), Stability},
		{list(100, 100, 100, 200, 200, 50), Growth}, // 450 is just half as much again
		{list(100, 100, 100, 49, 50, 50), Decline},
		{list(-100, -100, -100, 5, 0, 0), Growth},
		{list(-100, -100, -100, -5, 0, 0), Stability},
	} {
		l := lifeOf(t, logOf(160, on(0, 160), c.list), churn.Definition{}, Options{Silence: 60, Recent: 30, Trend: BySpend})
		if got := l.At(155)[1]; got != c.want {
			t.Errorf("%v: %s, want %s", c.list, got.Key(), c.want.Key())
		}
	}
}

// TestBetween holds counts, moves and alerts to the stages of the two days.
func TestBetween(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 8))
		log := randomLog(rng)
		d := churn.Definition{Window: 1 + rng.IntN(int(log.End))}
		l := lifeOf(t, log, d, randomOptions(rng, int(log.End)))
		before, day, err := l.CheckDays(analysis.Day(rng.IntN(int(log.End))), 0)
		if err != nil {
			t.Fatal(err)
		}
		lost := spellsOf(t, log, d)
		r, entered := l.Between(before, day, lost)
		was, is := l.At(before), l.At(day)
		check := func(what string, got, want any) {
			if got != want {
				t.Fatalf("seed %d: %s = %v, want %v", seed, what, got, want)
			}
		}
		known := func(list []Stage) (n int) {
			for _, s := range list {
				if s != NotYet {
					n++
				}
			}
			return n
		}
		check("customers", r.Customers, known(is))
		check("customers before", r.Earlier, known(was))
		sum := 0
		for i, row := range r.Moves {
			from := NotYet
			if i < len(r.Stages) {
				from = r.Stages[i].Stage
				check("row of "+from.Key(), row.Customers, r.Stages[i].Before.Customers)
			}
			for j, cell := range row.To {
				n := 0
				for c := range was {
					if was[c] == from && is[c] == r.Stages[j].Stage {
						n++
					}
				}
				check("move", cell.K, n)
				sum += n
			}
		}
		check("moves", sum, r.Customers)
		var revenue, all analysis.Money
		for _, s := range r.Stages {
			n := 0
			for c := range is {
				if is[c] == s.Stage && lost.Lost(analysis.CustomerID(c), day) {
					n++
				}
			}
			check("lost in "+s.Stage.Key(), s.Now.Lost.K, n)
			revenue += s.Now.Revenue
		}
		for i, at := range log.Day {
			if at > day-analysis.Day(l.Options.Recent) {
				all += log.Amount[i]
			}
		}
		check("revenue", revenue, all)
		l.checkEntered(t, entered, before, day, was, is)
	}
}

// checkEntered holds the alerts to the stages of every day.
func (l *Life) checkEntered(t *testing.T, list []Alert, before, day analysis.Day, was, is []Stage) {
	t.Helper()
	alarm, n := l.Options.Model.Alarm(), 0
	l.Since(list, before, day)
	for _, a := range list {
		if is[a.Customer] != alarm || was[a.Customer] == alarm || a.Was != was[a.Customer] {
			t.Fatalf("%+v: was in %s, is in %s", a, was[a.Customer].Key(), is[a.Customer].Key())
		}
		since := day
		for since > before+1 && l.At(since - 1)[a.Customer] == alarm {
			since--
		}
		if a.Since != since {
			t.Fatalf("%+v: in %s since %d", a, alarm.Key(), since)
		}
	}
	for c := range is {
		if is[c] == alarm && was[c] != alarm {
			n++
		}
	}
	if len(list) != n || !slices.IsSortedFunc(list, func(a, b Alert) int { return int(b.Stake() - a.Stake()) }) {
		t.Fatalf("%d alerts, want %d, the most at stake first: %+v", len(list), n, list)
	}
}

// TestCourse holds the counts of each day to the stages of that day.
func TestCourse(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 9))
		log := randomLog(rng)
		l := lifeOf(t, log, churn.Definition{}, Options{Model: []Model{Relationship, Funnel}[rng.IntN(2)]})
		course := l.Course(log.End)
		for i, day := range course.Days {
			counts := map[Stage]int{}
			for _, s := range l.At(day) {
				counts[s]++
			}
			for j, s := range course.Stages {
				if course.Customers[i][j] != counts[s] {
					t.Fatalf("seed %d, day %d: %d in %s, want %d", seed, day, course.Customers[i][j], s.Key(), counts[s])
				}
			}
		}
	}
}

func TestEnds(t *testing.T) {
	date := func(s string) analysis.Day {
		d, err := analysis.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		first, last string
		n           int
		head, next  string
	}{
		{"2024-01-31", "2024-02-10", 2, "2024-02-03", "2024-02-10"},
		{"2024-01-15", "2024-05-10", 5, "2024-01-31", "2024-02-29"},
		{"2024-01-15", "2024-04-30", 4, "2024-01-31", "2024-02-29"},
		{"2019-01-15", "2024-01-10", 21, "2019-03-31", "2019-06-30"},
		{"1990-02-15", "2024-01-10", 35, "1990-12-31", "1991-12-31"},
		{"1900-02-15", "2024-01-10", 60, "1965-12-31", "1966-12-31"},
	} {
		days := ends(date(c.first), date(c.last))
		if len(days) != c.n || days[0] != date(c.head) || days[1] != date(c.next) || days[len(days)-1] != date(c.last) {
			t.Errorf("%s to %s: %d days, %v, %v … %v; want %+v", c.first, c.last, len(days), days[0], days[1], days[len(days)-1], c)
		}
	}
}

// TestDeclineByChance holds the binomial sums to fractions worked out by hand, and to a
// count of all outcomes.
func TestDeclineByChance(t *testing.T) {
	for _, c := range []struct {
		n     int
		ratio float64
		alive bool
		want  float64
	}{
		{0, 0.5, false, 1},
		{1, 0.5, false, 1.0 / 2}, // 0 of 1
		{1, 0.5, true, 0},
		{3, 0.5, false, 1.0 / 8},       // 0 against 3; 1 against 2 is just half
		{4, 0.5, true, 4.0 / 15},       // 1 against 3, of all but 0
		{4, 1, false, 5.0 / 16},        // 0 and 1
		{10, 0.5, false, 176.0 / 1024}, // 0 to 3: 1 + 10 + 45 + 120
	} {
		if got := declineOf(c.n, c.ratio, c.alive); math.Abs(got-c.want) > 1e-15 {
			t.Errorf("declineOf(%d, %g, %t) = %v, want %v", c.n, c.ratio, c.alive, got, c.want)
		}
	}
	if p := declineOf(5000, 0.5, false); !(p >= 0 && p < 1e-60) {
		t.Errorf("of 5,000 purchases the chance is %v", p)
	}
}

// TestChance holds the expected number to a simulation of customers who never change.
func TestChance(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	lists := [][]purchase{on(0, 400)}
	for range 4000 {
		var list []purchase
		for at := 0.0; at <= 400; at += 1 + 12*rng.ExpFloat64() {
			list = append(list, purchase{analysis.Day(at), 1})
		}
		lists = append(lists, list)
	}
	log := logOf(400, lists...)
	l := lifeOf(t, log, churn.Definition{Window: 40}, Options{Recent: 40})
	r, _ := l.Between(300, 400, spellsOf(t, log, churn.Definition{Window: 40}))
	c := r.Judged
	if c.Judged < 3500 || math.Abs(float64(c.Declined)-c.Expected) > 0.2*c.Expected {
		t.Errorf("%+v: of customers who never change as many should decline as expected", c)
	}
}

func TestOptionsThatCannotBe(t *testing.T) {
	log := logOf(100, on(0, 50, 100))
	spells := spellsOf(t, log, churn.Definition{Window: 30})
	for _, c := range []struct {
		key string
		opt Options
	}{
		{"lifecycle.bad-model", Options{Model: "moon"}},
		{"lifecycle.bad-trend", Options{Trend: "moon"}},
		{"lifecycle.bad-recent", Options{Recent: -1}},
		{"lifecycle.bad-recent", Options{Recent: 101}},
		{"lifecycle.bad-exploring", Options{Exploring: -1}},
		{"lifecycle.bad-tenure", Options{Tenure: -1}},
		{"lifecycle.bad-tenure", Options{Tenure: math.MaxInt}},
		{"lifecycle.bad-growth", Options{Growth: 0.9}},
		{"lifecycle.bad-growth", Options{Growth: math.NaN()}},
		{"lifecycle.bad-growth", Options{Growth: math.Inf(1)}},
		{"lifecycle.bad-decline", Options{Decline: 1.1}},
		{"lifecycle.bad-decline", Options{Decline: -1}},
		{"lifecycle.bad-decline", Options{Decline: math.NaN()}},
	} {
		_, err := New(log, spells, c.opt)
		wantError(t, err, c.key)
	}
	l := lifeOf(t, log, churn.Definition{Window: 30}, Options{})
	if want := (Options{Recent: 30, Exploring: 3, Tenure: 60, Growth: 1.5, Decline: 0.5}); l.Options != want {
		t.Errorf("defaults are %+v, want %+v", l.Options, want)
	}
	for _, days := range [][2]analysis.Day{{50, 50}, {60, 50}, {50, 101}} {
		_, _, err := l.CheckDays(days[0], days[1])
		wantError(t, err, "lifecycle.bad-days")
	}
	if before, day, err := l.CheckDays(0, 0); before != 50 || day != 100 || err != nil {
		t.Errorf("default days %d and %d, %v; want 50 and 100", before, day, err)
	}
}

func wantError(t *testing.T, err error, key string) {
	t.Helper()
	var e *analysis.Error
	if !errors.As(err, &e) || e.Message.Key != key {
		t.Errorf("error %v, want %s", err, key)
	}
}

// TestWarnings holds that each doubt is raised where it applies.
func TestWarnings(t *testing.T) {
	log := logOf(100, on(0, 50, 100), every(5, 10, 90))
	for key, c := range map[string]struct {
		by  churn.Definition
		opt Options
	}{
		"lifecycle.unjudged":        {churn.Definition{Window: 30}, Options{Tenure: 200}},
		"lifecycle.unjudged-before": {churn.Definition{Window: 30}, Options{Tenure: 80}},
		"lifecycle.short-tenure":    {churn.Definition{Window: 30}, Options{Tenure: 10}},
		"lifecycle.twice-declined":  {churn.Definition{Kind: churn.Declined, Window: 30}, Options{}},
	} {
		l := lifeOf(t, log, c.by, c.opt)
		r, _ := l.Between(60, 100, spellsOf(t, log, c.by))
		if !slices.ContainsFunc(r.Warnings, func(w analysis.Warning) bool { return w.Message.Key == key }) {
			t.Errorf("%+v: no %s among %+v", c, key, r.Warnings)
		}
	}
	if r, _ := lifeOf(t, log, churn.Definition{Window: 20}, Options{}).Between(60, 100, spellsOf(t, log, churn.Definition{Window: 20})); len(r.Warnings) != 0 {
		t.Errorf("warned of %+v", r.Warnings)
	}
}
