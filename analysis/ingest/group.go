package ingest

import (
	"runtime"

	"churnbench/analysis"
)

// A grouping turns the rows of an intake into a Log: rows by customer, customers
// in byte order of their identifiers and each one's rows in ascending order of
// days, rows of one day in file order. A shuffled file gives the same days and
// amounts, and thus the same digits everywhere behind them.
//
// What a row is called while it is grouped: its number is where it stands in
// the files, its place where it goes. Columns are moved one after the other, and
// what each leaves behind becomes room for the next.
type grouping struct {
	*intake
	order []uint32       // codes of the customers in order
	place column[uint32] // by number; takes the memory of rows.code
	start []uint32       // by customer: the first place; one more closes the last

	// By place.
	day    []analysis.Day
	amount []analysis.Money
	fate   []fate // nil while one file's rows are all used and stay what they are

	identical int // rows equal to one further up that are kept
	mergedIDs int
}

// A fate is what became of a row that was booked as an order.
type fate uint8

const (
	merged      fate = 1 << iota // into a purchase day that a row before had opened
	netted                       // a refund that was set against purchases
	undone                       // a purchase that refunds took back whole
	identical                    // to a row further up
	duplicate                    // the same, and left out
	unmatched                    // a refund that found no purchase
	excluded    = duplicate | unmatched
	notInTheLog = excluded | netted | undone
)

// group makes the grouping up to the point where every row has its fate.
func (g *intake) group() *grouping {
	s := &grouping{intake: g}
	rule := g.readers[0].refunds
	if len(g.readers) > 1 || rule.nets() {
		s.fate = make([]fate, g.rows.n)
	}
	s.assignPlaces()
	// The order is that in which one column leaves room for the next: days go
	// where the hash table was, hashes where days were, and the amounts, twice as
	// wide, where both were.
	g.keys.slots = nil
	s.day = moved(&s.place, &g.rows.day, g.rows.n)
	s.sortDays()
	s.findDuplicates(moved(&s.place, &g.rows.hash, g.rows.n))
	s.amount = moved(&s.place, &g.rows.amount, g.rows.n)
	if s.fate != nil {
		s.settle(rule)
	}
	return s
}

// assignPlaces gives each row the next place of its customer.
func (g *grouping) assignPlaces() {
	names := &g.keys.names
	remap, count := mergedIDs(names, g.opt.Rules.IDs)
	g.mergedIDs = count
	g.order = sortedCodes(names)
	if remap != nil {
		g.order = firstOnes(g.order, remap)
	}
	next := make([]uint32, names.Len()) // by code: how many rows, then where the next one goes
	g.place, g.rows.code = g.rows.code, column[uint32]{}
	for _, codes := range g.place.parts {
		for i, code := range codes {
			if remap != nil {
				code = remap[code]
				codes[i] = code
			}
			next[code]++
		}
	}
	g.start = make([]uint32, len(g.order)+1)
	sum := uint32(0)
	for i, code := range g.order {
		g.start[i] = sum
		sum, next[code] = sum+next[code], sum
	}
	g.start[len(g.order)] = sum
	for _, codes := range g.place.parts {
		for i, code := range codes {
			codes[i] = next[code]
			next[code]++
		}
	}
}

// firstOnes returns the codes that are not another's.
func firstOnes(order, remap []uint32) []uint32 {
	kept := order[:0]
	for _, code := range order {
		if remap[code] == code {
			kept = append(kept, code)
		}
	}
	return kept
}

// tight is from how many rows on a column's memory must be free before the next
// column asks for as much. The collector is quick about it: columns hold no
// pointers to follow.
const tight = 1 << 18

// moved moves a column's values to their places and gives its memory back.
func moved[T uint32 | analysis.Day | analysis.Money](place *column[uint32], from *column[T], n int) []T {
	if n > tight {
		runtime.GC()
	}
	to := make([]T, n)
	for p, values := range from.parts {
		places := place.parts[p][:len(values)]
		for i, v := range values {
			to[places[i]] = v
		}
	}
	from.parts = nil
	return to
}

// sortDays sorts each customer's rows by day and corrects the places.
func (g *grouping) sortDays() {
	var s daySorter
	var to []uint32 // by place: the place it should have been
	for c := range g.order {
		from, end := g.start[c], g.start[c+1]
		if ascending(g.day[from:end]) {
			continue
		}
		if to == nil {
			to = inOrder(len(g.day))
		}
		s.sort(g.day[from:end], to[from:end], from)
	}
	if to == nil {
		return
	}
	for _, places := range g.place.parts {
		for i, at := range places {
			places[i] = to[at]
		}
	}
}

// A daySorter sorts one customer's rows by day. Its room is reused.
type daySorter struct {
	dayRoom    []analysis.Day
	at, atRoom []uint32
}

// sort sorts days, equal ones staying in order, and writes down where each
// went, the first place being from. It is an insertion sort for the few rows of
// an ordinary customer, which mostly stand in order already, and a radix sort for
// many.
func (s *daySorter) sort(day []analysis.Day, to []uint32, from uint32) {
	n := len(day)
	s.at = resized(s.at, n)
	for i := range s.at {
		s.at[i] = uint32(i)
	}
	if n > 48 {
		s.radix(day)
	} else {
		insert(day, s.at)
	}
	for i, was := range s.at[:n] {
		to[was] = from + uint32(i)
	}
}

func insert(day []analysis.Day, at []uint32) {
	for i := 1; i < len(day); i++ {
		d, a := day[i], at[i]
		j := i
		for ; j > 0 && day[j-1] > d; j-- {
			day[j], at[j] = day[j-1], at[j-1]
		}
		day[j], at[j] = d, a
	}
}

// radix sorts by the two bytes that days between 1990 and 2100 differ in.
func (s *daySorter) radix(day []analysis.Day) {
	n := len(day)
	s.dayRoom, s.atRoom = resized(s.dayRoom, n), resized(s.atRoom, n)
	radixPass(s.dayRoom, s.atRoom, day, s.at, 0)
	radixPass(day, s.at, s.dayRoom, s.atRoom, 8)
}

func radixPass(toDay []analysis.Day, to []uint32, day []analysis.Day, at []uint32, shift uint) {
	var next [256]int
	for _, d := range day {
		next[uint8((d-earliest)>>shift)]++
	}
	sum := 0
	for i, n := range next {
		next[i], sum = sum, sum+n
	}
	for i, d := range day {
		p := &next[uint8((d-earliest)>>shift)]
		toDay[*p], to[*p] = d, at[i]
		*p++
	}
}

func ascending(day []analysis.Day) bool {
	for i := 1; i < len(day); i++ {
		if day[i] < day[i-1] {
			return false
		}
	}
	return true
}
