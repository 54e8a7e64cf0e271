package churn

import (
	"slices"

	"churnbench/analysis"
)

// Bounds of a Ladder.
const (
	// MostRungs is how many purchases are looked at: behind them the numbers hardly move.
	MostRungs = 12

	// FewOnRung is how many customers a rung needs before its share is spoken of.
	FewOnRung = 30
)

// A Ladder says how customers climb: of those who have bought k times, what share buys
// once more within so many days. Purchases are purchase days, as everywhere.
//
// The share rises from rung to rung for two reasons that a log cannot tell apart: buying
// makes a habit, and those who buy seldom have been left behind on the rungs before.
type Ladder struct {
	Within int    // days after a purchase in which the next one is looked for
	Rungs  []Rung // Rungs[i] is of i+1 purchases; at least one, at most MostRungs

	// Hurdle is the purchase that is hardest to win: 2 if the first rung keeps clearly
	// fewer than the second. 0 if no rung lies clearly below the one above it.
	Hurdle int
}

// A Rung is the customers who have bought at least Purchases times.
type Rung struct {
	Purchases int
	Reached   int // customers who got here

	// Again is how many of those who could be watched bought once more within the days:
	// N are the customers whose purchase on this rung lies that far before the observation
	// end, whatever they did since. Value, Low and High are NaN where there are none.
	Again Share

	// Wait is the median of the days that those of Again.K took; NaN where K is 0.
	Wait float64
}

// Open is how many customers have not had so many days yet: nothing is known of them.
func (r *Rung) Open() int { return r.Reached - r.Again.N }

// NewLadder counts the rungs of a log, from the first purchase up to the last of which
// anybody could be watched for so many days. The error is an *analysis.Error: an empty
// log, days below 1, or more of them than anybody was in view for.
func NewLadder(log *analysis.Log, within int) (*Ladder, error) {
	switch {
	case log == nil || log.Customers() == 0:
		return nil, analysis.Fail(analysis.NotEnough, "rates.empty")
	case within < 1:
		return nil, analysis.Fail(analysis.BadInput, "ladder.bad-days", analysis.Count("days", within)).Or("ladder.bad-days.remedy")
	}
	l := &Ladder{Within: within}
	for k := 1; k <= MostRungs; k++ {
		r := rungOf(log, k, within)
		if r.Again.N == 0 {
			break
		}
		l.Rungs = append(l.Rungs, r)
	}
	if len(l.Rungs) == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "ladder.beyond", analysis.Count("days", within)).Or("ladder.beyond.remedy")
	}
	l.Hurdle = hurdle(l.Rungs)
	return l, nil
}

// rungOf counts the customers with at least k purchases.
func rungOf(log *analysis.Log, k, within int) Rung {
	r := Rung{Purchases: k}
	var waits []int
	watched := 0
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		if to-from < k {
			continue
		}
		r.Reached++
		at := log.Day[from+k-1]
		if int(log.End-at) < within {
			continue
		}
		watched++
		if to-from > k && int(log.Day[from+k]-at) <= within {
			waits = append(waits, int(log.Day[from+k]-at))
		}
	}
	r.Again, r.Wait = shareOf(len(waits), watched), medianOf(waits)
	return r
}

// medianOf returns the middle of whole numbers, the mean of both where two are in the
// middle; NaN of none. It sorts them.
func medianOf(v []int) float64 {
	if len(v) == 0 {
		return nan
	}
	slices.Sort(v)
	return float64(v[(len(v)-1)/2]+v[len(v)/2]) / 2
}

// hurdle returns the purchase behind the rung that lies farthest below the next one, of
// those whose 95 % intervals are apart and that have FewOnRung customers each.
func hurdle(rungs []Rung) (purchase int) {
	widest := 0.0
	for i := 1; i < len(rungs); i++ {
		low, high := &rungs[i-1].Again, &rungs[i].Again
		if min(low.N, high.N) < FewOnRung || high.Low <= low.High {
			continue
		}
		if d := high.Value - low.Value; d > widest {
			widest, purchase = d, rungs[i].Purchases
		}
	}
	return purchase
}
