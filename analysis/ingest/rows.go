package ingest

import (
	"math"

	"churnbench/analysis"
)

// blockRows is how many rows a block holds, in 128 KB.
const blockRows = 1 << 13

// A rowBlock holds the columns of some used rows. Nothing in it is a pointer.
type rowBlock struct {
	code   [blockRows]uint32
	day    [blockRows]analysis.Day
	amount [blockRows]analysis.Money
}

// rows are the used rows in file order. Blocks are never moved: appending a
// million rows copies nothing and leaves nothing to the collector.
type rows struct {
	blocks []*rowBlock
	n      int
}

// addAll appends columns of equal length.
func (r *rows) addAll(code []uint32, day []analysis.Day, amount []analysis.Money) {
	for len(code) > 0 {
		at := r.n % blockRows
		if at == 0 {
			r.blocks = append(r.blocks, new(rowBlock))
		}
		b := r.blocks[len(r.blocks)-1]
		n := copy(b.code[at:], code)
		copy(b.day[at:], day[:n])
		copy(b.amount[at:], amount[:n])
		code, day, amount = code[n:], day[n:], amount[n:]
		r.n += n
	}
}

func (r *rows) append(code uint32, day analysis.Day, amount analysis.Money) {
	at := r.n % blockRows
	if at == 0 {
		r.blocks = append(r.blocks, new(rowBlock))
	}
	b := r.blocks[len(r.blocks)-1]
	b.code[at], b.day[at], b.amount[at] = code, day, amount
	r.n++
}

// overflow reports whether the amounts add up to more than Money can hold: a
// sum of some of them, such as one customer's, might wrap around unseen.
func (r *rows) overflow() bool {
	sum := uint64(0)
	over := false
	r.each(func(b *rowBlock, n int) {
		for _, m := range b.amount[:n] {
			sum += magnitude(m)
			over = over || sum > math.MaxInt64
		}
	})
	return over
}

// each visits the blocks with the number of rows in each.
func (r *rows) each(visit func(b *rowBlock, n int)) {
	for i, b := range r.blocks {
		visit(b, min(blockRows, r.n-i*blockRows))
	}
}
