package deflate

import (
	"math"
	"slices"
)

// A parser knows the copies that are possible in one segment.
type parser struct {
	raw   []byte
	from  int     // the segment's start
	list  []token // possible copies, place after place
	start []int32 // where those of a place begin; one more for the end
}

func newParser(raw []byte, from, to int) *parser {
	p := &parser{raw: raw, from: from, start: make([]int32, 0, to-from+1)}
	f := newFinder(raw, from)
	for at := from; at < to; at++ {
		n := len(p.list)
		p.start = append(p.start, int32(n))
		p.list = f.copies(p.list, at, to)
		// Within the longest of copies no other is looked for: it would save
		// little, and in a text that repeats itself the search would never end.
		if len(p.list) > n && p.list[len(p.list)-1].length() == maxMatch {
			for range maxMatch - 1 {
				at++
				p.start = append(p.start, int32(len(p.list)))
				f.enter(at)
			}
		}
	}
	p.start = append(p.start, int32(len(p.list)))
	return p
}

// costs are what symbols cost with their extra bits, in bits/costUnit.
type costs struct {
	literal  [256]uint32
	length   [maxMatch + 1]uint32
	distance [distanceCount]uint32
}

const costUnit = 32

// firstCosts are for a text of which nothing is known.
var firstCosts = func() *costs {
	var c costs
	for i := range c.literal {
		c.literal[i] = 8 * costUnit
	}
	for n := minMatch; n <= maxMatch; n++ {
		c.length[n] = (7 + uint32(lengths[lengthOf[n]].extra)) * costUnit
	}
	for i, d := range distances {
		c.distance[i] = (5 + uint32(d.extra)) * costUnit
	}
	return &c
}()

// A step is the last token of the cheapest way to a place.
type step struct {
	cost uint32
	by   token
}

// parse finds the cheapest way through raw[from:to]: shortest paths, from left
// to right.
func (p *parser) parse(from, to int, c *costs) tokens {
	way := make([]step, to-from+1)
	for i := range way[1:] {
		way[i+1].cost = math.MaxUint32
	}
	for at := from; at < to; at++ {
		here := way[at-from:]
		here[1].take(here[0].cost+c.literal[p.raw[at]], literal(p.raw[at]))
		next := minMatch
		for _, copy := range p.list[p.start[at-p.from]:p.start[at-p.from+1]] {
			base := here[0].cost + c.distance[distOf[copy.distance()]]
			for ; next <= min(copy.length(), to-at); next++ {
				here[next].take(base+c.length[next], copyOf(next, copy.distance()))
			}
		}
	}
	return walkBack(way)
}

func (s *step) take(cost uint32, by token) {
	if cost < s.cost {
		*s = step{cost, by}
	}
}

// walkBack returns the tokens of the way to the last place.
func walkBack(way []step) tokens {
	var found tokens
	for i := len(way) - 1; i > 0; {
		t := way[i].by
		found = append(found, t)
		i -= t.bytes()
	}
	slices.Reverse(found)
	return found
}
