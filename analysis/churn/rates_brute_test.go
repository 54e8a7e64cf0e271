package churn

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// These tests count again, slowly and plainly: every customer, every cut, every row,
// nothing kept from one to the next.

// logOf builds a log of random purchases from each customer's days, ascending.
func randomRatesLog(rng *rand.Rand) *analysis.Log {
	begin, span := analysis.Date(2023, 11, 1+rng.IntN(28)), 60+rng.IntN(300)
	log := &analysis.Log{Start: []uint32{0}, End: begin + analysis.Day(span)}
	for c := range 1 + rng.IntN(25) {
		log.IDs.Append(fmt.Append(nil, c))
		every := 1 + rng.IntN(60)
		for at := begin + analysis.Day(rng.IntN(span)); at <= log.End; at += 1 + analysis.Day(rng.IntN(every)) {
			log.Day = append(log.Day, at)
			log.Amount = append(log.Amount, analysis.Money(rng.IntN(9)-1)*analysis.MoneyPerUnit/4)
			log.Orders = append(log.Orders, uint32(1+rng.IntN(3)))
			if rng.IntN(6) == 0 {
				at += analysis.Day(rng.IntN(150))
			}
			if rng.IntN(12) == 0 {
				break
			}
		}
		log.Start = append(log.Start, uint32(len(log.Day)))
	}
	return log
}

func randomOptions(rng *rand.Rand, first, end analysis.Day) RateOptions {
	opt := RateOptions{Grain: []Grain{Month, Month, Quarter, Year, ByDays, ByCuts}[rng.IntN(6)], Days: 1 + rng.IntN(40)}
	if rng.IntN(3) == 0 {
		opt.Trailing = 1 + rng.IntN(90)
	}
	for at := first - 20 + analysis.Day(rng.IntN(30)); at <= end+40; at += analysis.Day(1 + rng.IntN(50)) {
		opt.Cuts = append(opt.Cuts, at)
	}
	return opt
}

// A plainState is what one customer is at one cut, looked up.
type plainState struct {
	known, active bool
	level         analysis.Money
}

// plainLog looks up a customer of a log who is there unless lost.
func plainLog(log *analysis.Log, c int, cut, trailing analysis.Day, lost func(c int, t analysis.Day) bool) plainState {
	var s plainState
	for i := log.Start[c]; i < log.Start[c+1]; i++ {
		d := log.Day[i]
		if d < cut {
			s.known = true
		}
		if d < cut && d >= cut-trailing {
			s.level += log.Amount[i]
		}
	}
	s.active = s.known && !lost(c, cut-1)
	if !s.active {
		s.level = 0
	}
	return s
}

// plainFlows classifies all customers of a period.
func plainFlows(customers int, at, then func(c int) plainState) (f CustomerFlow, v RevenueFlow) {
	for c := range customers {
		a, b := at(c), then(c)
		v.Start, v.End = v.Start+a.level, v.End+b.level
		if a.active {
			f.Start++
		}
		if b.active {
			f.End++
		}
		if a.known && !a.active {
			f.Lapsed++
		}
		change := b.level - a.level
		switch {
		case a.active && !b.active:
			f.Churned++
			v.Churn += a.level
		case a.active && change > 0:
			f.Expanded++
			v.Expansion += change
		case a.active && change < 0:
			f.Contracted++
			v.Contraction -= change
		case a.active:
		case b.active && a.known:
			f.Reactivated++
			v.Reactivation += b.level
		case b.active:
			f.New++
			v.New += b.level
		case b.known && !a.known:
			f.Passing++
		}
	}
	return f, v
}

func checkFlows(t *testing.T, name string, p Period, f CustomerFlow, v RevenueFlow) {
	t.Helper()
	if p.Customers != f || p.Revenue != v {
		t.Fatalf("%s, %v to %v:\n got %+v %+v\nwant %+v %+v", name, p.From, p.To, p.Customers, p.Revenue, f, v)
	}
}

// checkIdentities holds what must add up, in integers.
func checkIdentities(t *testing.T, r *Rates) {
	t.Helper()
	for k, p := range r.Periods {
		c, v := p.Customers, p.Revenue
		if c.Start+c.New+c.Reactivated-c.Churned != c.End {
			t.Fatalf("customers do not add up: %+v", c)
		}
		if v.Start+v.New+v.Reactivation+v.Expansion-v.Contraction-v.Churn != v.End {
			t.Fatalf("revenue does not add up: %+v", v)
		}
		if k == 0 {
			continue
		}
		before := r.Periods[k-1]
		if b := before.Customers; before.To != p.From || b.End != c.Start || before.Revenue.End != v.Start ||
			b.Lapsed+b.Churned+b.Passing-b.Reactivated != c.Lapsed {
			t.Fatalf("period %v does not begin where the one before it ends:\n%+v\n%+v", p.From, before, p)
		}
	}
}

func randomDefinition(rng *rand.Rand, log *analysis.Log) Definition {
	span := int(log.End - log.First())
	d := Definition{Window: 1 + rng.IntN(max(1, min(100, span)))}
	if rng.IntN(3) == 0 {
		d.Kind = Declined
		d.Decline = Decline{Recent: 1 + rng.IntN(max(1, span/3)), Prior: 1 + rng.IntN(max(1, span/3)), Spend: rng.IntN(2) == 0}
	}
	if rng.IntN(2) == 0 {
		d.Tiers = []Tier{{0.2, 3}, {0.3, float64(rng.IntN(2))}, {0.5, 1}}[rng.IntN(2):]
	}
	return d
}

// lostBy tells who is lost: by silence looked up in the purchases, else by the spells.
func lostBy(log *analysis.Log, s *Spells) func(c int, t analysis.Day) bool {
	if s.By.Kind != Silence {
		return func(c int, t analysis.Day) bool { return s.Lost(analysis.CustomerID(c), t) }
	}
	return func(c int, t analysis.Day) bool {
		from, to := log.Rows(analysis.CustomerID(c))
		return !slices.ContainsFunc(log.Day[from:to], func(d analysis.Day) bool { return d > t-analysis.Day(s.By.Window) && d <= t })
	}
}

func TestLogRatesCountedAgain(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	made := 0
	for round := range 500 {
		log := randomRatesLog(rng)
		spells, err := randomDefinition(rng, log).Spells(log)
		if err != nil {
			continue // too short for it
		}
		opt := randomOptions(rng, log.First(), log.End)
		r, err := LogRates(log, spells, opt)
		if err != nil {
			continue
		}
		made++
		checkIdentities(t, r)
		lost, trailing := lostBy(log, spells), analysis.Day(cmp.Or(opt.Trailing, spells.By.Window))
		for _, p := range r.Periods {
			name := fmt.Sprintf("round %d, %+v, %+v", round, spells.By, opt)
			f, v := plainFlows(log.Customers(),
				func(c int) plainState { return plainLog(log, c, p.From, trailing, lost) },
				func(c int) plainState { return plainLog(log, c, p.To, trailing, lost) })
			checkFlows(t, name, p, f, v)
			checkTaken(t, log, p)
			checkWeighted(t, log, spells.By, p, lost)
			if settled := p.From-analysis.Day(spells.By.lookback()) >= log.First(); p.Settled != settled || p.To > log.End+1 {
				t.Fatalf("%s: %+v", name, p)
			}
		}
	}
	if made < 350 {
		t.Errorf("only %d of 500 logs had periods", made)
	}
}

// checkTaken adds up the rows within the period.
func checkTaken(t *testing.T, log *analysis.Log, p Period) {
	t.Helper()
	var taken analysis.Money
	orders := 0
	for i, d := range log.Day {
		if d >= p.From && d < p.To {
			taken += log.Amount[i]
			orders += int(log.Orders[i])
		}
	}
	if p.Taken != taken || p.Orders != orders {
		t.Fatalf("%v to %v: took %v by %d orders, want %v by %d", p.From, p.To, p.Taken, p.Orders, taken, orders)
	}
}

// checkWeighted compares weighted churn with that of the definition ledger, which
// ranks and counts in a way of its own.
func checkWeighted(t *testing.T, log *analysis.Log, d Definition, p Period, lost func(c int, t analysis.Day) bool) {
	t.Helper()
	if len(d.Tiers) == 0 {
		if p.Weighted == p.Weighted {
			t.Fatalf("weighted churn of %v without tiers", p.Weighted)
		}
		return
	}
	start, gone := make([]bool, log.Customers()), make([]bool, log.Customers())
	for c := range start {
		start[c] = log.Day[log.Start[c]] < p.From && !lost(c, p.From-1)
		gone[c] = lost(c, p.To-1)
	}
	want := weighted(rankOn(log, p.From-1).tiers(d.Tiers, start, gone))
	if p.Weighted != want && (p.Weighted == p.Weighted || want == want) {
		t.Fatalf("%v to %v: weighted churn %v, want %v", p.From, p.To, p.Weighted, want)
	}
}

// plainBook spells out what one customer pays on each day from first to last.
func plainBook(book *analysis.Contracts, c int, first, last analysis.Day, gap int) (paid []plainState) {
	from, to := book.Rows(analysis.CustomerID(c))
	for d := first; d <= last; d++ {
		var s plainState
		for i := from; i < to; i++ {
			if book.From[i] > d || book.From[i] > book.End || book.To[i] != analysis.NoDay && book.To[i] <= min(d, book.End) {
				continue
			}
			if book.Recurring[i] == analysis.NoNumber {
				s.active = true
				continue
			}
			s.level += book.Recurring[i]
		}
		s.active = s.active || s.level > 0
		if s.level = max(0, s.level); !s.active {
			s.level = 0
		}
		s.known = s.active || len(paid) > 0 && paid[len(paid)-1].known
		paid = append(paid, s)
	}
	return paid
}

// bridged fills stretches of at most gap days between two days with a contract.
func bridged(paid []plainState, gap int) []plainState {
	out := slices.Clone(paid)
	last := -1
	for i, s := range paid {
		if !s.active {
			continue
		}
		if last >= 0 && i-last-1 <= gap {
			for j := last + 1; j < i; j++ {
				out[j] = paid[last]
			}
		}
		last = i
	}
	return out
}

func randomBook(rng *rand.Rand) *analysis.Contracts {
	begin, span := analysis.Date(2023, 11, 1+rng.IntN(28)), 60+rng.IntN(240)
	var customers [][]contract
	for range 1 + rng.IntN(20) {
		var list []contract
		at := begin + analysis.Day(rng.IntN(span))
		for range 1 + rng.IntN(5) {
			c := contract{from: at, to: analysis.NoDay, monthly: analysis.Money(rng.IntN(5)) * 7 * analysis.MoneyPerUnit / 4}
			if rng.IntN(15) == 0 {
				c.monthly = analysis.NoNumber
			}
			if rng.IntN(4) > 0 {
				c.to = at + analysis.Day(rng.IntN(90)) // of 0 days at times
			}
			list = append(list, c)
			at += analysis.Day(rng.IntN(100))
			if c.to != analysis.NoDay && rng.IntN(2) == 0 {
				at = c.to + analysis.Day(rng.IntN(12)) // a renewal, at once or soon
			}
		}
		customers = append(customers, list)
	}
	return bookOf(begin+analysis.Day(span), customers...)
}

// checkPaidTiers ranks the customers at the start by what they pay, one after the other.
func checkPaidTiers(t *testing.T, p Period, tiers []Tier, days [][]plainState, from, to int) {
	t.Helper()
	var there [][]plainState
	total := 0.0
	for _, c := range days {
		if c[from].active {
			there = append(there, c)
			total += float64(c[from].level)
		}
	}
	slices.SortStableFunc(there, func(a, b []plainState) int { return cmp.Compare(b[from].level, a[from].level) })
	lost, all, at, share := 0.0, 0.0, 0, 0.0
	for k, tier := range tiers {
		share += tier.Share
		until := int(math.Round(share * float64(len(there))))
		if k == len(tiers)-1 {
			until = len(there)
		}
		if at == until {
			continue
		}
		paid, gone := 0.0, 0.0
		for _, c := range there[at:until] {
			paid += float64(c[from].level)
			if !c[to].active {
				gone++
			}
		}
		n := float64(until - at)
		weight := tier.Weight
		if weight == 0 {
			weight = paid / total / (n / float64(len(there)))
		}
		lost, all, at = lost+weight*gone, all+weight*n, until
	}
	if want := lost / all; math.Abs(p.Weighted-want) > 1e-12 || math.IsNaN(p.Weighted) != math.IsNaN(want) {
		t.Fatalf("%v to %v: weighted churn %v, want %v", p.From, p.To, p.Weighted, want)
	}
}

func TestContractRatesCountedAgain(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 2))
	made := 0
	for round := range 500 {
		book := randomBook(rng)
		opt := randomOptions(rng, book.From[0], book.End)
		opt.Gap = []int{0, 0, 1, 5, 10, 40}[rng.IntN(6)]
		tiers := []Tier{{0.1, 4}, {0.3, float64(rng.IntN(2))}, {0.6, 1}}[rng.IntN(2):]
		r, err := ContractRates(book, Definition{Tiers: tiers}, opt)
		if err != nil {
			continue
		}
		made++
		checkIdentities(t, r)
		first := min(r.Begin, r.Periods[0].From)
		var raw, days [][]plainState
		for c := range book.Customers() {
			raw = append(raw, plainBook(book, c, first, book.End+100, opt.Gap))
			days = append(days, bridged(raw[c], opt.Gap))
		}
		for _, p := range r.Periods {
			f, v := plainFlows(book.Customers(),
				func(c int) plainState { return days[c][p.From-first] },
				func(c int) plainState { return days[c][p.To-first] })
			checkFlows(t, fmt.Sprintf("round %d, %+v", round, opt), p, f, v)
			checkPaidTiers(t, p, tiers, days, int(p.From-first), int(p.To-first))
			var sum analysis.Money
			for c := range raw {
				for d := p.From; d < p.To; d++ {
					sum += raw[c][d-first].level
				}
			}
			if p.Taken != ofMonths(sum) || p.To > book.End+1 || !p.Settled {
				t.Fatalf("round %d: %+v, taken %v", round, p, ofMonths(sum))
			}
		}
	}
	if made < 350 {
		t.Errorf("only %d of 500 books had periods", made)
	}
}

func BenchmarkContractRates(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	first := analysis.Date(2022, 1, 1)
	customers := make([][]contract, 100_000)
	for i := range customers {
		for at := first + analysis.Day(rng.IntN(1000)); at < first+1095 && rng.IntN(4) > 0; {
			c := contract{at, at + analysis.Day(30+rng.IntN(400)), analysis.Money(1+rng.IntN(9)) * 10 * analysis.MoneyPerUnit}
			customers[i] = append(customers[i], c)
			at = c.to + analysis.Day(rng.IntN(40))
		}
		if len(customers[i]) == 0 {
			customers[i] = []contract{{first, analysis.NoDay, analysis.MoneyPerUnit}}
		}
	}
	book := bookOf(first+1095, customers...)
	for b.Loop() {
		if _, err := ContractRates(book, Definition{}, RateOptions{Gap: 10}); err != nil {
			b.Fatal(err)
		}
	}
}
