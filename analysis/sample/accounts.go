package sample

import (
	"math"
	"time"

	"churnbench/analysis"
)

// The supplier: companies that order about once a month from it and from others. Each
// spends a known sum in the category a year and gives the supplier a share of it that is
// either small or large; the margin on it is either thin or fat. The two are drawn apart.
// Those who give a small share leave more easily. Region and account manager have no
// influence.
const (
	accountsSeed = 77
	accountCount = 320

	loyalAccounts = 0.4  // give most of their wallet, 62 … 92 %; the others 8 … 38 %
	fatAccounts   = 0.5  // on whom 28 … 42 % are earned; on the others 8 … 16 %
	leaveLoyal    = 0.01 // chance to leave after each order
	leaveOther    = 0.03

	walletShape, walletMean = 2.0, 60_000.0 // gamma, main units a year
	leastWallet             = 4_000.0
	orderShape              = 16.0 // regularity of amounts, gamma

	walletless    = 0.04  // accounts whose wallet nobody knows
	emptyWallets  = 0.01  // whose wallet is written as 0
	thinnedWallet = 0.015 // of which a quarter is written: their share comes out above 100 %
)

// The supplier's window, both days inclusive.
var (
	accountsBegin = analysis.Date(2022, time.January, 1)
	accountsEnd   = analysis.Date(2024, time.December, 31)
)

// meanMargin is the expected margin of a unit of revenue.
const meanMargin = fatAccounts*0.35 + (1-fatAccounts)*0.12

var accounts = maker{
	key:   "accounts",
	write: writeAccounts,
	name:  func(w words) string { return w.supplier.name },
	truth: []Truth{
		{"truth.loyal", loyalAccounts}, {"truth.fat", fatAccounts}, {"truth.margin", meanMargin},
		{"truth.leave-loyal", leaveLoyal}, {"truth.leave-other", leaveOther},
	},
}

// An account is one company.
type account struct {
	id, manager, region int
	wallet              int64 // as the file has it, in cents a year; below 0 where unknown
	yearly              float64
	margin              float64
	leave               float64
}

// An accountOrder is one row of the file.
type accountOrder struct {
	day           analysis.Day
	of            *account
	cents, profit int64
}

func writeAccounts(w words) []byte {
	rng := newSource(accountsSeed)
	var list []accountOrder
	for _, id := range rng.Perm(accountCount) {
		list = newAccount(rng, firstOrder+id).order(rng, list)
	}
	list = byDay(list, func(o accountOrder) analysis.Day { return o.day }, accountsBegin, accountsEnd)
	s := newSheet(w, w.supplier.header, 80*len(list))
	for i, o := range list {
		s.id(w.orderPrefix, firstOrder+i)
		s.id("K", o.of.id)
		s.on(o.day)
		s.text(w.managers[o.of.manager])
		s.text(w.regions[o.of.region])
		if o.of.wallet < 0 {
			s.text("")
		} else {
			s.money(o.of.wallet)
		}
		s.money(o.profit)
		s.money(o.cents)
		s.end()
	}
	return s.buf
}

func newAccount(rng source, id int) *account {
	a := &account{id: id, manager: rng.IntN(len(english.managers)), region: rng.IntN(len(english.regions)), leave: leaveOther}
	wallet := max(leastWallet, math.Round(rng.gamma(walletShape, walletShape/walletMean)/100)*100)
	share, margin := between(rng, 0.08, 0.38), between(rng, 0.08, 0.16)
	if rng.chance(loyalAccounts) {
		share, a.leave = between(rng, 0.62, 0.92), leaveLoyal
	}
	if rng.chance(fatAccounts) {
		margin = between(rng, 0.28, 0.42)
	}
	a.yearly, a.margin, a.wallet = wallet*share, margin, int64(wallet)*100
	switch u := rng.Float64(); {
	case u < walletless:
		a.wallet = -1
	case u < walletless+emptyWallets:
		a.wallet = 0
	case u < walletless+emptyWallets+thinnedWallet:
		a.wallet /= 4
	}
	return a
}

// between draws with equal probability from low … high.
func between(rng source, low, high float64) float64 {
	return low + float64((high-low)*rng.Float64())
}

// order appends the orders of an account, which comes on any day of the first two and a
// half years with equal probability and orders every 20 to 41 days.
func (a *account) order(rng source, list []accountOrder) []accountOrder {
	day := accountsBegin + analysis.Day(rng.IntN(913))
	for day <= accountsEnd {
		amount := a.yearly * 30.5 / 365 * rng.gamma(orderShape, orderShape)
		o := accountOrder{day: day, of: a, cents: cents(amount)}
		o.profit = int64(math.Round(float64(o.cents) * (a.margin + between(rng, -0.01, 0.01))))
		list = append(list, o)
		if rng.chance(a.leave) {
			break
		}
		day += 20 + analysis.Day(rng.IntN(22))
	}
	return list
}
