package sample

import (
	"time"

	"churnbench/analysis"
)

// The subscription service: everybody is charged on joining and then once a
// month until they cancel. Each subscriber cancels before a renewal with a
// probability of their own, beta distributed: the shifted beta-geometric model
// (Fader and Hardie 2007). Plans and means of payment have no influence.
const (
	subscriptionSeed = 2022
	subscribers      = 2500

	churnAlpha, churnBeta = 0.8, 5.0
)

// The window of charges, whole months.
var (
	chargesBegin = analysis.Date(2022, time.July, 1)
	chargesEnd   = analysis.Date(2024, time.December, 31)
)

var subscription = maker{
	key:   "subscription",
	write: writeSubscription,
	name:  func(w words) string { return w.subscribe.name },
	truth: []Truth{
		{"truth.churn-alpha", churnAlpha}, {"truth.churn-beta", churnBeta},
		{"truth.retention-1", retained(1)}, {"truth.retention-6", retained(6)}, {"truth.retention-12", retained(12)},
	},
}

// retained is the share of subscribers that renews at least n times,
// B(α, β+n)/B(α, β): what month n of every cohort estimates.
func retained(n int) float64 {
	s := 1.0
	for i := range n {
		s *= (churnBeta + float64(i)) / (churnAlpha + churnBeta + float64(i))
	}
	return s
}

// A charge is one row of the file.
type charge struct {
	day              analysis.Day
	customer         int
	plan, instrument int
}

func writeSubscription(w words) []byte {
	rng := newSource(subscriptionSeed)
	var charges []charge
	for _, id := range rng.Perm(subscribers) {
		charges = subscriber(rng, charges, firstOrder+id)
	}
	charges = byDay(charges, func(c charge) analysis.Day { return c.day }, chargesBegin, chargesEnd)
	s := newSheet(w, w.subscribe.header, 64*len(charges))
	for i, c := range charges {
		s.id(w.billPrefix, firstOrder+i)
		s.id("U", c.customer)
		s.on(c.day)
		s.text(w.plans[c.plan])
		s.text(w.payments[c.instrument])
		s.money(w.prices[c.plan])
		s.end()
	}
	return s.buf
}

// subscriber appends the charges of one subscriber, who joins on any day of the
// window with equal probability.
func subscriber(rng source, charges []charge, id int) []charge {
	joined := chargesBegin + analysis.Day(rng.IntN(int(chargesEnd-chargesBegin)+1))
	churn := rng.beta(churnAlpha, churnBeta)
	c := charge{joined, id, rng.IntN(3), rng.IntN(3)}
	for month := 1; c.day <= chargesEnd; month++ {
		charges = append(charges, c)
		if rng.chance(churn) {
			break
		}
		c.day = billingDay(joined, month)
	}
	return charges
}

// billingDay returns the day of a charge n months after joining: the same day
// of the month or, where the month is shorter, its last. Every calendar month
// thus has exactly one charge.
func billingDay(joined analysis.Day, n int) analysis.Day {
	t := joined.Time()
	year, month := t.Year(), t.Month()+time.Month(n)
	last := analysis.Date(year, month+1, 1) - 1
	return min(analysis.Date(year, month, t.Day()), last)
}
