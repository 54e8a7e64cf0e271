package cohort

import (
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// eachTable makes a table of random logs by every choice.
func eachTable(t *testing.T, logs int, f func(t *testing.T, log *analysis.Log, opt Options, r *Result)) {
	rng := rand.New(rand.NewPCG(8, 1))
	for range logs {
		log := smallLog(rng)
		for _, opt := range choices() {
			r, err := Make(log, opt)
			if err != nil {
				continue // nobody has the attribute: TestNobodyIsFollowed
			}
			f(t, log, opt, r)
			if t.Failed() {
				t.Fatalf("%+v", opt)
			}
		}
	}
}

func TestEveryCustomerIsFollowedOrExcluded(t *testing.T) {
	eachTable(t, 40, func(t *testing.T, log *analysis.Log, opt Options, r *Result) {
		left := 0
		for _, x := range r.Excluded {
			if x.Reason != Earlier {
				left += x.Customers
			}
		}
		if r.Followed+left != log.Customers() {
			t.Errorf("%d followed and %d left out of %d", r.Followed, left, log.Customers())
		}
	})
}

// By the calendar, without a cap, all revenue is in a cell or excluded.
func TestRevenueAddsUp(t *testing.T) {
	eachTable(t, 40, func(t *testing.T, log *analysis.Log, opt Options, r *Result) {
		if opt.By == Attribute || opt.Method == Bracket || r.Periods > MaxPeriods {
			return
		}
		sum, orders := analysis.Money(0), 0
		for _, x := range r.Excluded {
			sum += x.Revenue
		}
		for _, c := range r.Cohorts {
			for _, cell := range c.Cells {
				sum += cell.Revenue
				orders += cell.Orders
			}
		}
		if sum != log.Revenue() || len(r.Excluded) == 0 && orders != log.OrderRows() {
			t.Errorf("cells and exclusions add up to %v and %d orders, the log to %v and %d", sum, orders, log.Revenue(), log.OrderRows())
		}
	})
}

// Who comes back in a period comes back in it or later; and who does so later
// does so earlier.
func TestUnboundedIsAtLeastClassicAndNeverRises(t *testing.T) {
	eachTable(t, 40, func(t *testing.T, log *analysis.Log, opt Options, r *Result) {
		if opt.Method != Unbounded {
			return
		}
		opt.Method = Classic
		classic, err := Make(log, opt)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range r.Cohorts {
			for j, cell := range c.Cells {
				if cell.Active < classic.Cohorts[i].Cells[j].Active || j > 0 && cell.Active > c.Cells[j-1].Active {
					t.Errorf("cohort %s, column %d: %d active", c.Key, j, cell.Active)
				}
			}
		}
	})
}

// A bracket holds at least whoever one of its periods holds, and at most all of
// them together.
func TestBracketsLieBetweenTheirPeriods(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 200 {
		log := smallLog(rng)
		opt := Options{Grain: []Grain{Week, Month}[rng.IntN(2)], Clock: []Clock{Calendar, Rolling}[rng.IntN(2)]}
		classic, _ := Make(log, opt)
		opt.Method, opt.Bounds = Bracket, Bounds{1, 4, 6}
		r, err := Make(log, opt)
		if err != nil {
			t.Fatal(err)
		}
		for j, col := range r.Columns {
			if opt.At(j) != col {
				t.Errorf("column %d is %v, want %v", j, opt.At(j), col)
			}
		}
		for i, c := range r.Cohorts {
			for j, cell := range c.Cells {
				most, sum := 0, 0
				for k := r.Columns[j].From; k < min(r.Columns[j].To, len(classic.Cohorts[i].Cells)); k++ {
					most = max(most, classic.Cohorts[i].Cells[k].Active)
					sum += classic.Cohorts[i].Cells[k].Active
				}
				if cell.Active < most || cell.Active > sum {
					t.Errorf("cohort %s, %v: %d active, want %d to %d", c.Key, r.Columns[j], cell.Active, most, sum)
				}
			}
		}
	}
}

// A share of a cohort lies within its interval, and totals of amounts that are
// not negative never fall.
func TestSharesAndTotals(t *testing.T) {
	eachTable(t, 30, func(t *testing.T, log *analysis.Log, opt Options, r *Result) {
		positive := !slices.ContainsFunc(log.Amount, func(a analysis.Money) bool { return a < 0 })
		for _, c := range r.Cohorts {
			for j, cell := range c.Cells {
				if !(0 <= cell.Low && cell.Low <= cell.Rate && cell.Rate <= cell.High && cell.High <= 1) {
					t.Errorf("cohort %s: %+v", c.Key, cell)
				}
				if positive && opt.By != Attribute && j > 0 && cell.Total < c.Cells[j-1].Total {
					t.Errorf("cohort %s: the total falls to %v", c.Key, cell.Total)
				}
				if opt.By == Attribute && j > 0 && cell.Size > c.Cells[j-1].Size {
					t.Errorf("cohort %s: %d customers have had column %d, fewer the one before", c.Key, cell.Size, j)
				}
			}
		}
	})
}

// However customers are grouped, by the calendar the weighted mean is over all
// who have had the period.
func TestWeightedMeanDoesNotDependOnTheGrouping(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 9))
	for range 100 {
		log := smallLog(rng)
		for i := range log.Attributes[1].Codes {
			log.Attributes[1].Codes[i] = uint32(rng.IntN(5))
		}
		for _, method := range []Method{Classic, Unbounded} {
			a, err1 := Make(log, Options{Method: method})
			b, err2 := Make(log, Options{Method: method, By: Attribute, Column: 1, Values: 2})
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			for j, mean := range b.Mean {
				if mean.Customers != a.Mean[j].Customers || mean.Active != a.Mean[j].Active ||
					mean.Cohorts > 0 && j > 0 && (mean.Before != a.Mean[j].Before || mean.Same != a.Mean[j].Same) {
					t.Fatalf("column %d: %+v by value, %+v by first purchase", j, mean, a.Mean[j])
				}
			}
		}
	}
}

// The days of a quarter's cohort are those of its months' cohorts.
func TestLongerPeriodsHoldTheShorter(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	for range 100 {
		log := smallLog(rng)
		for _, pair := range [][2]Grain{{Day, Week}, {Day, Month}, {Month, Quarter}, {Quarter, Year}} {
			short, _ := Make(log, Options{Grain: pair[0]})
			long, err := Make(log, Options{Grain: pair[1]})
			if err != nil {
				t.Fatal(err)
			}
			sizes := map[analysis.Day]int{}
			for _, c := range short.Cohorts {
				sizes[pair[1].start(c.Start)] += c.Size
			}
			for _, c := range long.Cohorts {
				if sizes[c.Start] != c.Size {
					t.Errorf("%v: cohort %v has %d customers, its parts %d", pair, c.Start, c.Size, sizes[c.Start])
				}
			}
		}
	}
}

func TestNobodyIsFollowed(t *testing.T) {
	log := logOf(100, []analysis.Day{50}, []analysis.Day{60})
	log.Attributes = []analysis.Column{
		{Kind: analysis.DayColumn, Days: []analysis.Day{analysis.NoDay, 101}},
		{Kind: analysis.TextColumn, Codes: []uint32{analysis.NoCode, analysis.NoCode}},
	}
	for _, opt := range []Options{{By: SignUp}, {By: Attribute, Column: 1}} {
		if _, err := Make(log, opt); keyOf(err) != "cohort.nobody" {
			t.Errorf("%+v: %v", opt, err)
		}
	}
	log.Attributes[0].Days[0] = -400 * 366 * 2
	if _, err := Make(log, Options{By: SignUp}); keyOf(err) != "cohort.nobody" {
		t.Errorf("a sign-up of eight centuries ago: %v", err)
	}
}

// A column that is none, of another kind, or of another log cannot be used.
func TestColumnsThatCannotBeUsed(t *testing.T) {
	log := smallLog(rand.New(rand.NewPCG(1, 1)))
	log.Attributes = append(log.Attributes, analysis.Column{Kind: analysis.NumberColumn, Numbers: make([]analysis.Money, log.Customers())})
	for _, c := range []struct {
		opt Options
		key string
	}{
		{Options{By: SignUp, Column: 1}, "cohort.bad-column.sign-up"},
		{Options{By: SignUp, Column: 2}, "cohort.bad-column.sign-up"},
		{Options{By: Attribute, Column: 0}, "cohort.bad-column.attribute"},
		{Options{By: Attribute, Column: 2}, "cohort.bad-column.attribute"},
		{Options{By: Attribute, Column: 3}, "cohort.no-column"},
		{Options{By: SignUp, Column: -1}, "cohort.no-column"},
		{Options{By: "mood"}, "cohort.bad-by"},
		{Options{Clock: "sundial"}, "cohort.bad-clock"},
		{Options{Values: MaxValues + 1}, "cohort.bad-values"},
		{Options{Method: Bracket, Bounds: Bounds{4, 4}}, "cohort.bad-bounds"},
		{Options{Method: Bracket, Bounds: Bounds{4}}, "cohort.bad-bounds"},
		{Options{Method: Bracket, Bounds: Bounds{-1, 4}}, "cohort.bad-bounds"},
		{Options{Method: Bracket, Bounds: Bounds{1, 0, 4}}, "cohort.bad-bounds"},
		{Options{Method: Bracket, Bounds: Bounds{1, MaxBound + 1}}, "cohort.bad-bounds"},
	} {
		if _, err := Make(log, c.opt); keyOf(err) != c.key {
			t.Errorf("%+v: %v, want %s", c.opt, err, c.key)
		}
	}
}
