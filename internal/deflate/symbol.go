package deflate

// A token is a literal (its byte) or a copy (length<<16 | distance).
type token uint32

func literal(b byte) token              { return token(b) }
func copyOf(length, distance int) token { return token(length<<16 | distance) }

func (t token) isCopy() bool  { return t >= 1<<16 }
func (t token) length() int   { return int(t >> 16) }
func (t token) distance() int { return int(t & 0xffff) }

// bytes is how much text a token stands for.
func (t token) bytes() int {
	if t.isCopy() {
		return t.length()
	}
	return 1
}

// tokens are a parsed text.
type tokens []token

// bytes is how long the text is.
func (ts tokens) bytes() int {
	n := 0
	for _, t := range ts {
		n += t.bytes()
	}
	return n
}

// The two alphabets of RFC 1951, 3.2.5: literals, the end of a block and
// lengths in one, distances in the other.
const (
	endOfBlock    = 256
	literalCount  = 286
	distanceCount = 30
)

// An interval is the values that share a symbol: base and extra bits.
type interval struct {
	base  int
	extra uint
}

var (
	lengths   = intervals(29, minMatch, 8, 4)     // symbol 257+i
	distances = intervals(distanceCount, 1, 4, 2) // symbol i
	lengthOf  = symbolsOf(lengths, maxMatch+1)    // index into lengths, by length
	distOf    = symbolsOf(distances, window+1)    // index into distances, by distance
)

// intervals starts with single values; then each step of so many symbols has
// one extra bit more.
func intervals(n, base, single, step int) []interval {
	all := make([]interval, n)
	for i := range all {
		if i >= single {
			all[i].extra = uint((i-single)/step) + 1
		}
		all[i].base = base
		base += 1 << all[i].extra
	}
	if single == 8 { // length 258 has a symbol of its own
		all[n-1] = interval{base: maxMatch}
	}
	return all
}

// symbolsOf inverts intervals.
func symbolsOf(all []interval, n int) []uint8 {
	symbols := make([]uint8, n)
	for i, s := range all {
		for v := s.base; v < n && v < s.base+1<<s.extra; v++ {
			symbols[v] = uint8(i)
		}
	}
	return symbols
}
