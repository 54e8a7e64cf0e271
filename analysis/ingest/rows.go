package ingest

import (
	"math"

	"churnbench/analysis"
)

// blockRows is how many rows a part of a column holds at least.
const blockRows = 1 << 11

// A column is a list that grows without moving what it holds, in parts. The
// columns of all rows are appended to together, so that their parts are of equal
// lengths.
type column[T any] struct{ parts [][]T }

// add appends values. Where a new part is needed, it gets the given room.
func (c *column[T]) add(values []T, room int) {
	for len(values) > 0 {
		p := c.last(room)
		n := min(len(values), cap(*p)-len(*p))
		*p = append(*p, values[:n]...)
		values = values[n:]
	}
}

// fill appends a value n times.
func (c *column[T]) fill(value T, n, room int) {
	for n > 0 {
		p := c.last(room)
		from := len(*p)
		*p = (*p)[:min(from+n, cap(*p))]
		for i := from; i < len(*p); i++ {
			(*p)[i] = value
		}
		n -= len(*p) - from
	}
}

func (c *column[T]) append(value T, room int) {
	p := c.last(room)
	*p = append(*p, value)
}

// last returns the part that has room for more.
func (c *column[T]) last(room int) *[]T {
	if n := len(c.parts); n == 0 || len(c.parts[n-1]) == cap(c.parts[n-1]) {
		c.parts = append(c.parts, make([]T, 0, room))
	}
	return &c.parts[len(c.parts)-1]
}

// like makes a column of the same shape as another, all of one value.
func like[T, U any](other *column[U], value T) (c column[T]) {
	for _, p := range other.parts {
		part := make([]T, len(p), cap(p))
		for i := range part {
			part[i] = value
		}
		c.parts = append(c.parts, part)
	}
	return c
}

// rows are the used rows in file order. Nothing in them is a pointer, and
// nothing is moved: appending a million rows copies nothing and leaves nothing
// to the collector.
type rows struct {
	code     column[uint32] // of the customer
	day      column[analysis.Day]
	amount   column[analysis.Money]
	hash     column[uint32] // of the row's bytes
	n        int
	expected int // rows in all, as far as can be told
	size     uint64
	over     bool
}

// addAll appends columns of equal length, and returns what the amounts add up to.
func (r *rows) addAll(code []uint32, day []analysis.Day, amount []analysis.Money, hash []uint32) (sum analysis.Money) {
	room := r.room()
	r.code.add(code, room)
	r.day.add(day, room)
	r.hash.add(hash, room)
	r.amount.add(amount, room)
	r.n += len(code)
	size, top := r.size, uint64(0)
	for _, m := range amount {
		sum += m
		size += magnitude(m)
		top |= size
	}
	r.size, r.over = size, r.over || top > math.MaxInt64
	return sum
}

func (r *rows) append(code uint32, day analysis.Day, amount analysis.Money, hash uint32) {
	room := r.room()
	r.code.append(code, room)
	r.day.append(day, room)
	r.hash.append(hash, room)
	r.amount.append(amount, room)
	r.n++
	r.weigh(amount)
}

// weigh watches whether the amounts add up to more than Money can hold: a sum
// of some of them, such as one customer's, might wrap around unseen.
func (r *rows) weigh(m analysis.Money) {
	r.size += magnitude(m)
	r.over = r.over || r.size > math.MaxInt64
}

// room is how many rows the next part of each column should hold: all that are
// still expected, so that a large file's columns are of one piece.
func (r *rows) room() int { return max(blockRows, r.n/4, r.expected-r.n) }
