package lifecycle

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/internal/numeric"
)

// A Result is how many customers stand in which stage on two days, and who went where.
type Result struct {
	Options     Options          // as used
	By          churn.Definition // by which customers have lapsed, as used
	First       analysis.Day     // the first purchase of the log
	Before, Day analysis.Day
	Customers   int // with a purchase on or before Day
	Earlier     int // the same on Before
	Stages      []Report
	Moves       []Row // as Stages, then one of those who were not there yet
	Judged      Chance
	Warnings    []analysis.Warning
}

// A Report is one stage.
type Report struct {
	Stage       Stage
	Now, Before Standing
}

// A Standing is the customers of a stage on one day.
type Standing struct {
	Customers int
	Share     float64        // of all customers known on that day; NaN if there are none
	Revenue   analysis.Money // in the Recent days up to the day
	Brings    float64        // share of the revenue of all in these days; NaN if that is not positive
	Lost      churn.Share    // those lost by the definition in force, which need not be that of Lapsed
}

// A Row is where the customers of one stage went: To[j] counts those in Stages[j] on
// Day, a share of all of the row with Wilson's 95 % interval.
type Row struct {
	Stage     Stage // on Before; NotYet of the last row
	Customers int
	To        []churn.Share
}

// Between counts stages on two days, before < day ≤ Log.End, and lists who has entered
// the alarm stage of the model between them, the most revenue at stake first. lost are
// the spells by the definition in force.
func (l *Life) Between(before, day analysis.Day, lost *churn.Spells) (*Result, []Alert) {
	t := tally{life: l, lost: lost, order: l.Options.Model.Stages(), judged: judgedBy(l)}
	for c := range analysis.CustomerID(l.log.Customers()) {
		t.count(c, before, day)
	}
	r := &Result{Options: l.Options, By: l.spells.By, First: l.first, Before: before, Day: day, Judged: t.judged.chance()}
	r.Earlier, r.Customers = t.on[0].customers(), t.on[1].customers()
	for _, s := range t.order {
		r.Stages = append(r.Stages, Report{s, t.on[1].standing(s), t.on[0].standing(s)})
	}
	for _, s := range append(t.order, NotYet) {
		r.Moves = append(r.Moves, t.row(s))
	}
	r.Warnings = l.warnings(r)
	return r, rank(t.entered)
}

// CheckDays holds that two days can be compared, 0 taking the defaults: the last day of
// the data, and DefaultBefore days or, of short data, half the span before it.
func (l *Life) CheckDays(before, day analysis.Day) (analysis.Day, analysis.Day, error) {
	if day == 0 {
		day = l.log.End
	}
	if before == 0 {
		before = day - max(1, min(DefaultBefore, (day-l.first)/2))
	}
	if day > l.log.End || before >= day {
		return before, day, analysis.Fail(analysis.BadInput, "lifecycle.bad-days", analysis.On("before", before), analysis.On("day", day), analysis.On("end", l.log.End))
	}
	return before, day, nil
}

// DefaultBefore is a quarter of a year.
const DefaultBefore = 91

// A tally adds up customers on two days.
type tally struct {
	life   *Life
	lost   *churn.Spells
	order  []Stage
	on     [2]sums // Before, Day
	moves  [stages][stages]int
	judged judged

	entered []Alert // of the alarm stage
}

// sums are by stage.
type sums struct {
	n, lost [stages]int
	revenue [stages]analysis.Money
}

func (t *tally) count(c analysis.CustomerID, before, day analysis.Day) {
	w := t.life.walk(c)
	was := w.to(before)
	w.slide()
	t.on[0].add(was, w.recent.Spend, t.gone(c, was, before))
	is := w.to(day)
	w.slide()
	t.on[1].add(is, w.recent.Spend, t.gone(c, is, day))
	t.moves[was][is]++
	if is != NotYet && is != Lapsed {
		t.judged.add(&w)
	}
	if alarm := t.life.Options.Model.Alarm(); is == alarm && was != alarm {
		t.entered = append(t.entered, Alert{Customer: c, Was: was, Prior: w.prior, Recent: w.recent})
	}
}

// gone reports whether a customer is lost by the definition in force, which need not be
// looked up where it is that of Lapsed.
func (t *tally) gone(c analysis.CustomerID, stage Stage, day analysis.Day) bool {
	if t.lost == t.life.spells {
		return stage == Lapsed
	}
	return t.lost.Lost(c, day)
}

func (s *sums) add(stage Stage, revenue analysis.Money, lost bool) {
	s.n[stage]++
	s.revenue[stage] += revenue
	if lost {
		s.lost[stage]++
	}
}

// customers counts those who were there.
func (s *sums) customers() (n int) {
	for stage := NotYet + 1; stage < stages; stage++ {
		n += s.n[stage]
	}
	return n
}

func (s *sums) standing(stage Stage) Standing {
	var revenue analysis.Money
	for _, r := range s.revenue {
		revenue += r
	}
	out := Standing{Customers: s.n[stage], Revenue: s.revenue[stage], Lost: shareOf(s.lost[stage], s.n[stage]), Brings: math.NaN()}
	out.Share = shareOf(s.n[stage], s.customers()).Value
	if revenue > 0 {
		out.Brings = s.revenue[stage].Float() / revenue.Float()
	}
	return out
}

func (t *tally) row(from Stage) Row {
	r := Row{Stage: from}
	for _, to := range t.order {
		r.Customers += t.moves[from][to]
	}
	for _, to := range t.order {
		r.To = append(r.To, shareOf(t.moves[from][to], r.Customers))
	}
	return r
}

// shareOf is k of n with Wilson's interval.
func shareOf(k, n int) churn.Share {
	s := churn.Share{K: k, N: n, Value: math.NaN()}
	if n > 0 {
		s.Value = float64(k) / float64(n)
	}
	s.Low, s.High = numeric.Wilson(k, n, numeric.Z95)
	return s
}
