package cohort

import (
	"churnbench/analysis"
)

// nobody stands where a customer belongs to no cohort.
const nobody = ^uint32(0)

// maxCohorts bounds the table: with more cohorts than this the period is too
// short for what the dates span.
const maxCohorts = 20_000

// A grouping says which cohort each customer belongs to.
type grouping struct {
	of       []uint32       // cohort by customer, or nobody
	first    []analysis.Day // day that each customer is followed from; nil for that of the first purchase
	cohorts  []member       // in the order of the table
	excluded []Exclusion
	cal      calendar
}

// A member is what the customers of one cohort have in common.
type member struct {
	Cohort                      // without cells
	period         int          // of the calendar, by day
	earliest, last analysis.Day // first days, by day
}

// day returns the day that customer c is followed from.
func (g *grouping) day(log *analysis.Log, c int) analysis.Day {
	if g.first != nil {
		return g.first[c]
	}
	return log.Day[log.Start[c]]
}

// group puts every customer into a cohort.
func group(log *analysis.Log, opt Options) (*grouping, error) {
	g := &grouping{of: make([]uint32, log.Customers())}
	if opt.By == Attribute {
		g.cal = newCalendar(opt.Grain, log.First(), log.End)
		g.byValue(log, &log.Attributes[opt.Column], values(opt))
		return g, g.some()
	}
	begin := log.First()
	if opt.By == SignUp {
		g.first = log.Attributes[opt.Column].Days
		begin = g.signUps(log)
	}
	g.cal = newCalendar(opt.Grain, begin, log.End)
	if err := g.byPeriod(log); err != nil {
		return nil, err
	}
	return g, g.some()
}

func (g *grouping) some() error {
	if len(g.cohorts) == 0 {
		return analysis.Fail(analysis.NotEnough, "cohort.nobody").Or("cohort.nobody.remedy")
	}
	return nil
}

// signUps leaves out whoever cannot be followed from a sign-up and returns the
// first day that a calendar must reach.
func (g *grouping) signUps(log *analysis.Log) analysis.Day {
	begin := log.First()
	var missing, late, impossible, earlier Exclusion
	for c, day := range g.first {
		switch {
		case day == analysis.NoDay:
			g.leaveOut(&missing, log, c)
		case day > log.End:
			g.leaveOut(&late, log, c)
		case int(log.End)-int(day) > maxSpan:
			g.leaveOut(&impossible, log, c)
		default:
			begin = min(begin, day)
			earlier.before(log, c, day)
		}
	}
	g.say(NoValue, missing)
	g.say(TooLate, late)
	g.say(Impossible, impossible)
	g.say(Earlier, earlier)
	return begin
}

// leaveOut excludes a customer.
func (g *grouping) leaveOut(x *Exclusion, log *analysis.Log, c int) {
	g.of[c] = nobody
	from, to := log.Rows(analysis.CustomerID(c))
	x.Customers++
	x.add(log, from, to)
}

// before excludes the purchases of a customer before a day.
func (x *Exclusion) before(log *analysis.Log, c int, day analysis.Day) {
	from, to := log.Rows(analysis.CustomerID(c))
	i := from
	for i < to && log.Day[i] < day {
		i++
	}
	if i > from {
		x.Customers++
		x.add(log, from, i)
	}
}

func (x *Exclusion) add(log *analysis.Log, from, to int) {
	x.Days += to - from
	for _, a := range log.Amount[from:to] {
		x.Revenue += a
	}
}

func (g *grouping) say(why Reason, x Exclusion) {
	if x.Customers > 0 {
		x.Reason = why
		g.excluded = append(g.excluded, x)
	}
}

// byPeriod makes a cohort of each calendar period with customers.
func (g *grouping) byPeriod(log *analysis.Log) error {
	number := make([]uint32, g.cal.periods) // cohort of a period, counted from 1
	for c, of := range g.of {
		if of != nobody {
			number[g.cal.period(g.day(log, c))] = 1
		}
	}
	for p, there := range number {
		if there > 0 {
			start := g.cal.start(p)
			g.cohorts = append(g.cohorts, member{Cohort: Cohort{Key: start.String(), Start: start}, period: p, earliest: g.cal.end()})
			number[p] = uint32(len(g.cohorts))
		}
	}
	if len(g.cohorts) > maxCohorts {
		return analysis.Fail(analysis.BadInput, "cohort.too-many", analysis.Count("cohorts", len(g.cohorts))).Or("cohort.too-many.remedy")
	}
	for c, of := range g.of {
		if of != nobody {
			day := g.day(log, c)
			g.of[c] = number[g.cal.period(day)] - 1
			g.cohorts[g.of[c]].join(day)
		}
	}
	return nil
}

func (m *member) join(day analysis.Day) {
	if m.Size == 0 {
		m.earliest, m.last = day, day
	}
	m.Size++
	m.earliest, m.last = min(m.earliest, day), max(m.last, day)
}
