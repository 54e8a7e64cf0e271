package clv

import (
	"math"

	"churnbench/analysis"
)

// AddLife adds one customer: lost in period `periods` ≥ 1, or still there after
// `periods` ≥ 0 of them. entered is after how many periods the customer came
// under watch: those who had left before could not be seen, so that nothing is
// known of the periods up to then. A life that was not watched for a single
// period is left out, and AddLife reports false.
func (t *Tenures) AddLife(periods, entered int, lost bool) bool {
	if lost && periods <= entered || !lost && periods < entered || periods < 0 {
		return false
	}
	if !lost && periods == entered {
		if periods == 0 {
			t.New++
		}
		return periods == 0
	}
	t.grow(periods)
	if entered > 0 {
		t.grow(entered)
		t.Entered[entered-1]++
	}
	if lost {
		t.Lost[periods-1]++
	} else {
		t.Kept[periods-1]++
	}
	return true
}

// AtRisk returns how many customers were under watch in period k+1 for each k.
func (t *Tenures) AtRisk() []float64 {
	risk := make([]float64, len(t.Lost))
	still := 0.0
	for k := len(risk) - 1; k >= 0; k-- {
		still += t.Lost[k] + t.Kept[k] - t.Entered[k] // who came under watch later is not seen yet
		risk[k] = still
	}
	return risk
}

// Until is what was known after n periods, as if observation had ended then for
// everybody: whoever lived on was still there, and who came under watch later is
// not known of.
func (t *Tenures) Until(n int) *Tenures {
	out := &Tenures{New: t.New}
	if n >= len(t.Lost) {
		out.Lost, out.Kept, out.Entered = t.Lost, t.Kept, t.Entered
		return out
	}
	out.grow(n)
	copy(out.Lost, t.Lost[:n])
	copy(out.Kept, t.Kept[:n])
	copy(out.Entered, t.Entered[:n])
	for k := n; k < len(t.Lost); k++ {
		out.Kept[n-1] += t.Lost[k] + t.Kept[k] - t.Entered[k]
	}
	// Those who came under watch exactly then were watched for no period.
	out.Kept[n-1] -= out.Entered[n-1]
	out.Entered[n-1] = 0
	return out
}

// PerYear is how many periods of a unit a year has.
func PerYear(u analysis.Unit) float64 {
	switch u {
	case analysis.Days:
		return 365
	case analysis.Weeks:
		return 365. / 7
	case analysis.Quarters:
		return 4
	case analysis.Years:
		return 1
	}
	return 12
}

// LivesOfTenures counts a roll in periods of a unit. A customer of tenure t who
// left is lost in period ⌈t⌉, at least the first; one who is still there has
// stayed for ⌊t⌋ whole periods.
func LivesOfTenures(roll *analysis.Tenures, period analysis.Unit) *Tenures {
	scale := PerYear(period) / PerYear(roll.Unit)
	t := &Tenures{}
	for i, time := range roll.Time {
		entered := 0
		if roll.Entry != nil {
			entered = int(math.Floor(float64(roll.Entry[i]*scale) + whole))
		}
		if roll.Left[i] {
			t.AddLife(max(1, int(math.Ceil(float64(time*scale)-whole))), entered, true)
		} else {
			t.AddLife(int(math.Floor(float64(time*scale)+whole)), entered, false)
		}
	}
	return t
}

// whole is by how much a number of periods may miss a whole one and still be it.
const whole = 1e-9

// LivesOfContracts counts contracts in calendar periods from their start: after
// how many a customer was still under contract. A contract that begins when or
// before the last one ended goes on with it; one that begins later is another
// life. A life that ends within period k, or at its end, is lost in it.
func LivesOfContracts(book *analysis.Contracts, period analysis.Unit) *Tenures {
	t := &Tenures{}
	for id := range book.Customers() {
		from, to := book.Rows(analysis.CustomerID(id))
		for i := from; i < to; {
			begin, end := book.From[i], book.To[i]
			for i++; i < to && (end == analysis.NoDay || book.From[i] <= end); i++ {
				end = later(end, book.To[i])
			}
			if end == analysis.NoDay {
				t.AddLife(periodsBetween(begin, book.End, period), 0, false)
			} else {
				t.AddLife(periodsBetween(begin, end-1, period)+1, 0, true)
			}
		}
	}
	return t
}

// later is the later of two ends, none being the latest.
func later(a, b analysis.Day) analysis.Day {
	if a == analysis.NoDay || b == analysis.NoDay {
		return analysis.NoDay
	}
	return max(a, b)
}

// periodsBetween counts the whole periods from a day to another: months end on
// the same day of the month, or on its last where it is shorter.
func periodsBetween(from, to analysis.Day, period analysis.Unit) int {
	switch period {
	case analysis.Days:
		return int(to - from)
	case analysis.Weeks:
		return int(to-from) / 7
	}
	a, b := from.Time(), to.Time()
	months := 12*(b.Year()-a.Year()) + int(b.Month()) - int(a.Month())
	if next := to + 1; b.Day() < a.Day() && next.Time().Day() != 1 {
		months--
	}
	switch period {
	case analysis.Quarters:
		return months / 3
	case analysis.Years:
		return months / 12
	}
	return months
}
