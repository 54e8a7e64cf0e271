package lifecycle

import (
	"math"

	"churnbench/analysis/churn"
)

// Chance sets the customers in decline beside how many there would be if nobody's pace
// had changed, for small counts go up and down by themselves.
//
// Judged are the customers whose trend is read: neither lapsed nor in an earlier stage
// by their number of purchases or tenure. Given that one of them bought on n days in
// the two windows together and that the pace is the same in both, the recent days K are
// binomial(n, ½), and the chance of decline is P(K < Decline·(n−K)). Purchases are
// taken for independent (a Poisson process): of customers who buy like clockwork fewer
// decline by chance, of those who buy in bursts more. Where lapsing by silence implies
// that whoever has not lapsed bought in the recent window, P is given K ≥ 1.
//
// Expected is NaN for a trend by spend, of which the counts say too little, and for the
// funnel.
type Chance struct {
	Judged   int
	Declined int
	Expected float64
}

// judged counts those whose trend is read by n, the purchase days in both windows.
type judged struct {
	*Options
	alive    bool // K ≥ 1 is given
	declined int
	by       []int // n → customers
}

func judgedBy(l *Life) judged {
	by := &l.spells.By
	return judged{Options: &l.Options, alive: by.Kind == churn.Silence && by.Window <= l.Options.Recent}
}

// add takes a customer in who has not lapsed.
func (j *judged) add(w *walk) {
	if j.Model == Funnel || w.seen < j.Exploring || int(w.at-w.day[0])+1 < j.Tenure {
		return
	}
	n := w.recent.Days + w.prior.Days
	for len(j.by) <= n {
		j.by = append(j.by, 0)
	}
	j.by[n]++
	if w.trend() == Decline {
		j.declined++
	}
}

func (j *judged) chance() Chance {
	out := Chance{Declined: j.declined}
	for n, customers := range j.by {
		out.Judged += customers
		if customers > 0 {
			out.Expected += float64(customers) * declineOf(n, j.Decline, j.alive)
		}
	}
	if out.Judged == 0 || j.Trend == BySpend {
		out.Expected = math.NaN()
	}
	return out
}

// declineOf is P(K < ratio·(n−K)), K ~ binomial(n, ½), given K ≥ 1 if alive is set. The
// weights C(n, k) are relative to the middle one, so that none overflows.
func declineOf(n int, ratio float64, alive bool) float64 {
	if n == 0 {
		return 1
	}
	weight := make([]float64, n+1)
	middle := n / 2
	weight[middle] = 1
	for k := middle; k < n; k++ {
		weight[k+1] = weight[k] * float64(n-k) / float64(k+1)
	}
	for k := middle; k > 0; k-- {
		weight[k-1] = weight[k] * float64(k) / float64(n-k+1)
	}
	low, all := 0.0, 0.0
	for k, w := range weight {
		if k == 0 && alive {
			continue
		}
		all += w
		if float64(k) < ratio*float64(n-k) {
			low += w
		}
	}
	return low / all
}
