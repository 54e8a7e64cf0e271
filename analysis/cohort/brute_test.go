package cohort

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// This file makes cohort tables a second time, as slowly and obviously as the
// definitions read: for each cell it goes through the customers of the cohort and
// looks into each purchase, with package time's calendar.

// A slowTable is what Make must arrive at.
type slowTable struct {
	log *analysis.Log
	opt Options
}

// start is the day that a customer is followed from; false for nobody.
func (s slowTable) start(c int) (time.Time, bool) {
	switch s.opt.By {
	case SignUp:
		day := s.log.Attributes[s.opt.Column].Days[c]
		if day == analysis.NoDay || day > s.log.End {
			return time.Time{}, false
		}
		return day.Time(), true
	case Attribute:
		if s.log.Attributes[s.opt.Column].Codes[c] == analysis.NoCode {
			return time.Time{}, false
		}
	}
	return s.log.Day[s.log.Start[c]].Time(), true
}

// begins is when period k of a customer begins.
func (s slowTable) begins(c, k int) time.Time {
	first, _ := s.start(c)
	if s.opt.Clock == Rolling {
		days := map[Grain]int{Day: 1, Week: 7, Month: 30, Quarter: 90, Year: 365}[s.opt.Grain]
		return first.AddDate(0, 0, k*days)
	}
	return shifted(s.opt.Grain, slowStart(s.opt.Grain, first), k)
}

func slowStart(grain Grain, t time.Time) time.Time {
	switch grain {
	case Week:
		for t.Weekday() != time.Monday {
			t = t.AddDate(0, 0, -1)
		}
	case Month:
		return t.AddDate(0, 0, 1-t.Day())
	case Quarter:
		for t.Day() != 1 || t.Month()%3 != 1 {
			t = t.AddDate(0, 0, -1)
		}
	case Year:
		return t.AddDate(0, 0, 1-t.YearDay())
	}
	return t
}

func shifted(grain Grain, t time.Time, n int) time.Time {
	switch grain {
	case Day:
		return t.AddDate(0, 0, n)
	case Week:
		return t.AddDate(0, 0, 7*n)
	case Quarter:
		return t.AddDate(0, 3*n, 0)
	case Year:
		return t.AddDate(n, 0, 0)
	}
	return t.AddDate(0, n, 0)
}

// tomorrow is the day after the observation.
func (s slowTable) tomorrow() time.Time { return s.log.End.Time().AddDate(0, 0, 1) }

// slowCohorts lists the keys in order and who belongs to each.
func (s slowTable) cohorts() (keys []string, members map[string][]int, folded int) {
	members = map[string][]int{}
	for c := range s.log.Customers() {
		first, ok := s.start(c)
		if !ok {
			continue
		}
		key := slowStart(s.opt.Grain, first).Format(time.DateOnly)
		if s.opt.By == Attribute {
			column := s.log.Attributes[s.opt.Column]
			key = "=" + column.Texts.At(int(column.Codes[c]))
		}
		members[key] = append(members[key], c)
	}
	for key := range members {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	if s.opt.By != Attribute {
		return keys, members, 0
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(len(members[b]), len(members[a])) })
	most := cmp.Or(s.opt.Values, DefaultValues)
	for len(keys) > most && folded < 1000 {
		if keys[len(keys)-1] == FoldedKey && len(keys) == most+1 {
			break
		}
		at := len(keys) - 1
		if keys[at] == FoldedKey {
			at--
		} else {
			keys = append(keys, FoldedKey)
		}
		folded++
		members[FoldedKey] = append(members[FoldedKey], members[keys[at]]...)
		keys = slices.Delete(keys, at, at+1)
	}
	return keys, members, folded
}

// columns lists the columns of the table.
func (s slowTable) columns() (list []Column) {
	periods := 1
	for c := range s.log.Customers() {
		if _, ok := s.start(c); !ok {
			continue
		}
		n := 0
		for k := 0; s.begins(c, k).Before(s.tomorrow()) && n < 200; k++ {
			if s.opt.By != Attribute || !s.begins(c, k+1).After(s.tomorrow()) {
				n++
			}
		}
		periods = max(periods, n)
	}
	if s.opt.Method == Bracket {
		bounds := s.opt.Bounds
		if bounds == (Bounds{}) {
			bounds = Bounds{1, 2, 4, 7, 13}
		}
		if bounds[0] > 0 {
			list = append(list, Column{0, 1})
		}
		for i := 1; i < len(bounds) && bounds[i] > 0; i++ {
			if bounds[i-1] < periods {
				list = append(list, Column{bounds[i-1], bounds[i]})
			}
		}
		return list
	}
	for k := range periods {
		if k <= 60 && (s.opt.Periods == 0 || k <= s.opt.Periods) {
			list = append(list, Column{k, k + 1})
		}
	}
	return list
}

// cell counts one cell; false if it has begun for nobody.
func (s slowTable) cell(members []int, col Column) (cell Cell, active []int, begun bool) {
	cell.CompleteOn = analysis.NoDay
	last, seen := time.Time{}, true
	for _, c := range members {
		from, until := s.begins(c, col.From), s.begins(c, col.To)
		begun = begun || from.Before(s.tomorrow())
		if until.After(last) {
			last = until
		}
		first, _ := s.start(c)
		if over := shifted(s.opt.Grain, slowStart(s.opt.Grain, first), 1); over.After(last) {
			last = over // others can join the cohort until then
		}
		data := s.log.First().Time()
		if s.opt.Clock == Calendar {
			data = slowStart(s.opt.Grain, data)
		}
		seen = seen && (s.opt.By != SignUp || !from.Before(data))
		cell.Partial = cell.Partial || s.opt.By == SignUp && s.begins(c, 0).Before(data)
		if s.opt.By == Attribute && until.After(s.tomorrow()) {
			continue // has not had the whole column
		}
		cell.Size++
		if s.count(&cell, c, from, until) {
			active = append(active, c)
			cell.Active++
		}
	}
	switch {
	case s.opt.By == Attribute:
		begun, cell.Complete = cell.Size > 0, true
	case seen:
		cell.CompleteOn = analysis.Day(last.Unix() / 86400)
		cell.Complete = !last.After(s.tomorrow())
	}
	return cell, active, begun
}

// count adds a customer's purchases to a cell and reports whether it is active.
func (s slowTable) count(cell *Cell, c int, from, until time.Time) (active bool) {
	a, b := s.log.Rows(analysis.CustomerID(c))
	first, _ := s.start(c)
	for i := a; i < b; i++ {
		day := s.log.Day[i].Time()
		if day.Before(first) {
			continue
		}
		if day.Before(until) {
			cell.Total += s.log.Amount[i]
		}
		inside := !day.Before(from) && day.Before(until)
		if inside {
			cell.Orders += int(s.log.Orders[i])
			cell.Revenue += s.log.Amount[i]
		}
		active = active || inside || s.opt.Method == Unbounded && !day.Before(from)
	}
	return active
}

// smallLog has a few customers with few purchases, sign-ups before, within and
// after the data, and a text column; some know neither.
func smallLog(rng *rand.Rand) *analysis.Log {
	begin := analysis.Date(2022+rng.IntN(3), time.Month(1+rng.IntN(12)), 1+rng.IntN(28))
	span := []int{3, 20, 70, 200, 500}[rng.IntN(5)]
	customers := make([][]analysis.Day, 1+rng.IntN(9))
	for c := range customers {
		for range 1 + rng.IntN(5) {
			customers[c] = append(customers[c], begin+analysis.Day(rng.IntN(span)))
		}
		slices.Sort(customers[c])
		customers[c] = slices.Compact(customers[c])
	}
	log := logOf(begin+analysis.Day(span-1+rng.IntN(40)), customers...)
	for i := range log.Orders {
		log.Orders[i] = uint32(1 + rng.IntN(3))
		log.Amount[i] = analysis.Money(rng.IntN(9_000_000) - 500_000)
	}
	signUp := analysis.Column{Name: "joined", Kind: analysis.DayColumn}
	region := analysis.Column{Name: "region", Kind: analysis.TextColumn}
	for _, text := range []string{"north", "south", "east", "nobody's", "west"} {
		region.Texts.Append([]byte(text))
	}
	for range customers {
		signUp.Days = append(signUp.Days, begin+analysis.Day(rng.IntN(2*span)-span/2))
		region.Codes = append(region.Codes, []uint32{0, 0, 1, 2, 4, analysis.NoCode}[rng.IntN(6)])
	}
	signUp.Days[0] = []analysis.Day{analysis.NoDay, log.End, log.End + 1, log.First()}[rng.IntN(4)]
	log.Attributes = []analysis.Column{signUp, region}
	return log
}

// choices are all combinations of what can be chosen.
func choices() (list []Options) {
	for _, by := range []Options{{By: FirstPurchase}, {By: SignUp}, {By: Attribute, Column: 1}} {
		for _, grain := range []Grain{Day, Week, Month, Quarter, Year} {
			for _, clock := range []Clock{Calendar, Rolling} {
				for _, method := range []Method{Classic, Unbounded, Bracket} {
					opt := by
					opt.Grain, opt.Clock, opt.Method = grain, clock, method
					list = append(list, opt)
				}
			}
		}
	}
	return list
}

func TestMakeIsTheSlowTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 3))
	all := choices()
	logs := 500
	if testing.Short() {
		logs = 50
	}
	for n := range logs {
		log := smallLog(rng)
		for _, opt := range all {
			opt.Periods = []int{0, 0, 3}[rng.IntN(3)]
			opt.Values = []int{0, 1, 2}[rng.IntN(3)]
			opt.Bounds = []Bounds{{}, {1, 3}, {0, 2, 5}, {2, 3, 9}}[rng.IntN(4)]
			if err := compare(log, opt); err != nil {
				t.Fatalf("log %d of %d customers, %+v: %v", n, log.Customers(), opt, err)
			}
		}
	}
}

// compare makes a table both ways.
func compare(log *analysis.Log, opt Options) error {
	s := slowTable{log, opt}
	keys, members, folded := s.cohorts()
	r, err := Make(log, opt)
	if len(keys) == 0 && err != nil {
		return nil
	}
	if err != nil {
		return err
	}
	columns := s.columns()
	if !slices.Equal(r.Columns, columns) || r.Periods != len(columns) || len(r.Cohorts) != len(keys) {
		return fmt.Errorf("columns %v, cohorts %v; want %v, %v", r.Columns, r.Cohorts, columns, keys)
	}
	followed := 0
	for i, c := range r.Cohorts {
		if c.Key != keys[i] || c.Size != len(members[c.Key]) || c.Key == FoldedKey && c.Folded != folded {
			return fmt.Errorf("cohort %d is %+v, want %q of %d", i, c, keys[i], len(members[keys[i]]))
		}
		if err := s.compareCells(c, members[c.Key], columns); err != nil {
			return fmt.Errorf("cohort %s: %w", c.Key, err)
		}
		followed += c.Size
	}
	if followed != r.Followed || r.Customers != log.Customers() {
		return fmt.Errorf("%d of %d followed, want %d", r.Followed, r.Customers, followed)
	}
	return compareMeans(r)
}

func (s slowTable) compareCells(c Cohort, members []int, columns []Column) error {
	for j, col := range columns {
		want, active, begun := s.cell(members, col)
		if begun != (j < len(c.Cells)) {
			return fmt.Errorf("column %v begun: %v, %d cells", col, begun, len(c.Cells))
		}
		if !begun {
			continue
		}
		want.Rate = float64(want.Active) / float64(want.Size)
		want.Low, want.High = numeric.Wilson(want.Active, want.Size, numeric.Z95)
		if c.Cells[j] != want {
			return fmt.Errorf("column %v: %+v, want %+v", col, c.Cells[j], want)
		}
		if j == len(c.Cells)/2 { // one cell a cohort: each call counts from the start
			if err := s.compareMembers(c.Key, j, active); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s slowTable) compareMembers(key string, j int, want []int) error {
	got, err := Members(s.log, s.opt, key, j)
	slices.Sort(want)
	if err != nil || len(got) != len(want) {
		return fmt.Errorf("column %d: members %v, %v; want %v", j, got, err, want)
	}
	for i, id := range got {
		if int(id) != want[i] {
			return fmt.Errorf("column %d: members %v, want %v", j, got, want)
		}
	}
	return nil
}

// compareMeans adds the cells up again.
func compareMeans(r *Result) error {
	for j, mean := range r.Mean {
		var cells []Cell
		for _, c := range r.Cohorts {
			if j < len(c.Cells) && c.Cells[j].Complete {
				cells = append(cells, c.Cells[j])
			}
		}
		customers, active, rates, known, total := 0, 0, 0.0, 0, analysis.Money(0)
		for _, c := range cells {
			customers += c.Size
			active += c.Active
			rates += c.Rate
			if !c.Partial {
				known += c.Size
				total += c.Total
			}
		}
		if mean.Cohorts != len(cells) || mean.Customers != customers || mean.Active != active {
			return fmt.Errorf("mean %d: %+v of %v", j, mean, cells)
		}
		if len(cells) > 0 && (mean.Weighted != float64(active)/float64(customers) ||
			mean.Simple != rates/float64(len(cells)) || known > 0 && mean.Worth != total.Float()/float64(known)) {
			return fmt.Errorf("mean %d: %+v, want %d of %d, rates %v, total %v", j, mean, active, customers, rates, total)
		}
	}
	return nil
}
