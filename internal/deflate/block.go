package deflate

import "math"

// A block is tokens with the codes that suit them.
type block struct {
	tokens   tokens
	count    counts
	literal  code
	distance code
	header   header
}

func newBlock(ts tokens) block {
	b := block{tokens: ts}
	b.count.add(ts)
	b.count.literal[endOfBlock]++
	b.literal, b.distance = newCode(b.count.literal[:], 15), newCode(b.count.distance[:], 15)
	b.header = newHeader(b.literal.length, b.distance.length)
	return b
}

// bits is how long the block is.
func (b *block) bits() int {
	n := b.header.bits()
	for s, count := range b.count.literal {
		n += int(count) * int(b.literal.length[s])
		if s > endOfBlock {
			n += int(count) * int(lengths[s-257].extra)
		}
	}
	for s, count := range b.count.distance {
		n += int(count) * (int(b.distance.length[s]) + int(distances[s].extra))
	}
	return n
}

// costs are what the block's symbols would cost in the best of codes, whose
// words may have parts of bits. A symbol that does not occur costs what it
// would if it did once.
func (b *block) costs() *costs {
	var c costs
	literal, distance := information(b.count.literal[:]), information(b.count.distance[:])
	copy(c.literal[:], literal)
	for n := minMatch; n <= maxMatch; n++ {
		c.length[n] = literal[257+int(lengthOf[n])] + uint32(lengths[lengthOf[n]].extra)*costUnit
	}
	for i := range c.distance {
		c.distance[i] = distance[i] + uint32(distances[i].extra)*costUnit
	}
	return &c
}

func information(count []int32) []uint32 {
	total := 1.0
	for _, n := range count {
		total += float64(n)
	}
	c := make([]uint32, len(count))
	for i, n := range count {
		c[i] = uint32(math.Round(math.Log2(total/float64(max(n, 1))) * costUnit))
	}
	return c
}

// A header tells a block's codes by the lengths of their words, which are
// written in a code of their own (RFC 1951, 3.2.7).
type header struct {
	literals, distances int   // lengths given
	runs                []run // all lengths, in their order
	code                code  // of the runs
	order               int   // lengths of code given
}

// A run is a symbol of the code of lengths: a length, or how often the one
// before (16) or zero (17, 18) is repeated.
type run struct{ symbol, repeat uint8 }

// lengthOrder is the order of the lengths of the code of lengths.
var lengthOrder = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// repeats are, for symbols 16 to 18, the least repetition and its extra bits.
var repeats = [...]interval{{3, 2}, {3, 3}, {11, 7}}

func newHeader(literal, distance []uint8) header {
	h := header{literals: max(257, used(literal)), distances: max(1, used(distance))}
	all := append(append([]uint8{}, literal[:h.literals]...), distance[:h.distances]...)
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n] == all[0] {
			n++
		}
		h.add(all[0], n)
		all = all[n:]
	}
	var count [19]int32
	for _, r := range h.runs {
		count[r.symbol]++
	}
	h.code = newCode(count[:], 7)
	h.order = len(lengthOrder)
	for h.order > 4 && h.code.length[lengthOrder[h.order-1]] == 0 {
		h.order--
	}
	return h
}

// used is how many lengths there are before nothing but zeros.
func used(length []uint8) int {
	n := len(length)
	for n > 0 && length[n-1] == 0 {
		n--
	}
	return n
}

// add writes n equal lengths.
func (h *header) add(length uint8, n int) {
	if length != 0 {
		h.runs = append(h.runs, run{symbol: length})
		n--
	}
	for n > 0 {
		switch {
		case n < 3:
			h.runs = append(h.runs, run{symbol: length})
			n--
		case length != 0:
			n -= h.repeat(16, min(n, 6))
		case n < 11:
			n -= h.repeat(17, n)
		default:
			n -= h.repeat(18, min(n, 138))
		}
	}
}

func (h *header) repeat(symbol uint8, n int) int {
	h.runs = append(h.runs, run{symbol, uint8(n - repeats[symbol-16].base)})
	return n
}

func (h *header) bits() int {
	n := 17 + 3*h.order
	for _, r := range h.runs {
		n += int(h.code.length[r.symbol])
		if r.symbol >= 16 {
			n += int(repeats[r.symbol-16].extra)
		}
	}
	return n
}

// A bitWriter writes bits from the lowest of each byte on.
type bitWriter struct {
	out  []byte
	bits uint64
	n    uint // of bits, below 8 between calls
}

func (w *bitWriter) write(v int, n uint) {
	w.bits |= uint64(v) << w.n
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.out = append(w.out, byte(w.bits))
		w.bits >>= 8
	}
}

func (w *bitWriter) flush() { w.write(0, (8-w.n)%8) }

func (w *bitWriter) word(c code, symbol int) {
	w.write(int(c.bits[symbol]), uint(c.length[symbol]))
}

// block writes a block with codes of its own (RFC 1951, 3.2.3).
func (w *bitWriter) block(b block, last bool) {
	final := 0
	if last {
		final = 1
	}
	w.write(final|2<<1, 3)
	w.header(&b.header)
	for _, t := range b.tokens {
		w.token(&b, t)
	}
	w.word(b.literal, endOfBlock)
}

func (w *bitWriter) header(h *header) {
	w.write(h.literals-257, 5)
	w.write(h.distances-1, 5)
	w.write(h.order-4, 4)
	for _, s := range lengthOrder[:h.order] {
		w.write(int(h.code.length[s]), 3)
	}
	for _, r := range h.runs {
		w.word(h.code, int(r.symbol))
		if r.symbol >= 16 {
			w.write(int(r.repeat), repeats[r.symbol-16].extra)
		}
	}
}

func (w *bitWriter) token(b *block, t token) {
	if !t.isCopy() {
		w.word(b.literal, int(t))
		return
	}
	i, j := lengthOf[t.length()], distOf[t.distance()]
	w.word(b.literal, 257+int(i))
	w.write(t.length()-lengths[i].base, lengths[i].extra)
	w.word(b.distance, int(j))
	w.write(t.distance()-distances[j].base, distances[j].extra)
}
