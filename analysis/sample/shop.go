package sample

import (
	"math"

	"churnbench/analysis"
)

// The shop: customers of BG/NBD (Fader, Hardie and Lee 2005), time in weeks,
// who spend by Gamma-Gamma (Fader and Hardie 2013) with shape q and scale γ.
// There is no season and no trend, so that nothing but the models is true.
const (
	shopSeed      = 4
	shopCustomers = 5000

	shopR, shopAlpha        = 1.0, 8.0 // purchase rates: gamma, mean r/α a week
	shopA, shopB            = 0.8, 2.5 // chance to drop out after each repeat purchase: beta
	shopP, shopQ, shopGamma = 5.0, 4.0, 90.0
)

// The shop's observation window, both days inclusive.
var (
	shopBegin = analysis.Date(2023, 1, 1)
	shopEnd   = analysis.Date(2024, 12, 31)
)

var shop = maker{
	key:   "shop",
	write: writeShop,
	name:  func(w words) string { return w.shop.name },
	truth: []Truth{
		{"truth.r", shopR}, {"truth.alpha", shopAlpha}, {"truth.a", shopA}, {"truth.b", shopB},
		{"truth.p", shopP}, {"truth.q", shopQ}, {"truth.gamma", shopGamma},
	},
}

// How the file differs from a clean one, as real exports do. None of it touches
// the truth: refunds and guests are left out of the analysis, gifts lie on
// purchase days and add nothing to them, and orders of one day add up to the one
// purchase that was drawn.
const (
	splitOrders = 0.03  // share of purchase days that are two orders
	refunds     = 0.02  // share of orders that are paid back, in rows of their own
	giftOrders  = 60    // orders of amount 0
	guestOrders = 12    // orders without a customer
	minCents    = 1     // an order is worth something
	firstOrder  = 10001 // number of the first order
)

// An order is one row of the shop's file.
type order struct {
	day      analysis.Day
	customer int // 0 for a guest
	cents    int64
}

// writeShop writes the orders by date and, below them, their total.
func writeShop(w words) []byte {
	rng := newSource(shopSeed)
	orders := byDay(shopOrders(rng), func(o order) analysis.Day { return o.day }, shopBegin, shopEnd)
	s := newSheet(w, w.shop.header, 64*len(orders))
	total := int64(0)
	for i, o := range orders {
		s.order(rng, i, o)
		total += o.cents
	}
	s.text(w.total)
	s.text(",,,,")
	s.money(total)
	s.end()
	return s.buf
}

func shopOrders(rng source) []order {
	var orders []order
	for _, id := range rng.Perm(shopCustomers) {
		for _, p := range shopper(rng) {
			p.customer = id + firstOrder
			orders = p.append(orders, rng)
		}
	}
	return append(orders, oddities(rng, orders)...)
}

// shopper draws one customer: the purchase days, and what each of them adds up
// to. The file knows no smaller unit than a day, so each day is a purchase day
// with the probability that a Poisson process has as its mean count. Drawing
// moments and merging those of one day would lose purchases of frequent buyers,
// and r and α would come out a few percent too large.
func shopper(rng source) []order {
	rate := min(0.99, rng.gamma(shopR, shopAlpha)/7) // a day
	drop := rng.beta(shopA, shopB)
	spend := rng.gamma(shopQ, shopGamma)
	var days []order
	for day := shopBegin + analysis.Day(rng.IntN(int(shopEnd-shopBegin)+1)); day <= shopEnd; day += rng.geometric(rate) {
		days = append(days, order{day: day, cents: cents(rng.gamma(shopP, spend))})
		// Whoever has bought once is still there: the first purchase is what made
		// them a customer.
		if len(days) > 1 && rng.chance(drop) {
			break
		}
	}
	return days
}

func cents(amount float64) int64 { return max(minCents, int64(math.Round(amount*100))) }

// append adds a purchase day as one order or two, and perhaps its refund.
func (o order) append(orders []order, rng source) []order {
	if o.cents > 100 && rng.chance(splitOrders) {
		part := o
		part.cents = o.cents * int64(20+rng.IntN(60)) / 100
		orders = append(orders, part)
		o.cents -= part.cents
	}
	orders = append(orders, o)
	if back := o.day + 1 + analysis.Day(rng.IntN(20)); back <= shopEnd && rng.chance(refunds) {
		orders = append(orders, order{back, o.customer, -o.cents})
	}
	return orders
}

// oddities are gifts to customers, each beside an order of that day, so that
// no purchase day is theirs alone, and orders of guests.
func oddities(rng source, orders []order) []order {
	var list []order
	for range giftOrders {
		o := purchase(rng, orders)
		list = append(list, order{o.day, o.customer, 0})
	}
	for range guestOrders {
		o := purchase(rng, orders)
		list = append(list, order{o.day, 0, o.cents})
	}
	return list
}

// purchase picks an order that is no refund.
func purchase(rng source, orders []order) order {
	for {
		if o := orders[rng.IntN(len(orders))]; o.cents > 0 {
			return o
		}
	}
}

// order writes row i.
func (s *sheet) order(rng source, i int, o order) {
	s.id(s.words.orderPrefix, firstOrder+i)
	if o.customer == 0 {
		s.text("")
	} else {
		s.id("C", o.customer)
	}
	s.on(o.day)
	s.text(pick(rng, s.words.categories))
	s.int(1 + int64(rng.IntN(3)))
	s.text(pick(rng, s.words.channels))
	s.money(o.cents)
	s.end()
}

func pick(rng source, list []string) string { return list[rng.IntN(len(list))] }
