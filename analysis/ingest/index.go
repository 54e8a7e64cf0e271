package ingest

import (
	"bytes"
	"math/bits"
)

// An index says where the fields and rows of a window end. Field j of row i
// lies between ends[rows[i]+j]+1 and ends[rows[i]+j+1]: the entry before a
// row's first is the line end before it.
type index struct {
	ends []uint32 // places of delimiters and line ends; ends[0] is the place before the window
	rows []uint32 // entries of ends that end a row; rows[0] is 0
	find findMode // what the windows so far have called for
}

// A findMode says what to look for beyond delimiters and LF.
type findMode struct {
	blanks bool // runs of the delimiter count as one, and as none at a line's beginning
	quotes bool // delimiters and line ends inside quotes are text
	crs    bool // line ends are CRLF
}

// A finding is what stands in a window besides delimiters and LF.
type finding struct {
	quote  bool // seen without having been looked for
	cr     bool // the same
	broken bool // quotes or CRs that only a splitter can judge
	inner  bool // line ends inside quotes
	high   bool // bytes above 127
}

// newIndex has room for a window in which every byte ends a field.
func newIndex(window int, blanks bool) index {
	return index{
		ends: make([]uint32, window+16),
		rows: make([]uint32, window+16),
		find: findMode{blanks: blanks},
	}
}

// scan finds the ends of fields and rows in w[from:to], where from begins a
// row, and returns the numbers of entries in ends and rows. Eight bytes behind
// to must be readable.
func (x *index) scan(w []byte, from, to int, delim byte) (ends, rows int, f finding) {
	x.ends[0], x.rows[0] = uint32(from-1), 0
	if x.find == (findMode{}) {
		return x.scanPlain(w, from, to, delim)
	}
	return x.scanQuoted(w, from, to, delim)
}

// scanPlain scans text without quotes whose lines end in LF.
//
// This is where much of a large file's time goes: a loop of turns of 32 bytes
// that hardly ever branches. Each makes a mask of the bytes that end a field, a
// bit a byte, and writes down more places than there are, as a rule: writing in vain
// costs less than a wrong guess of the processor, and in wasm less than a jump.
// What is rare stands behind a call, since the compiler then lays out the rest
// without jumps.
func (x *index) scanPlain(w []byte, from, to int, delim byte) (ends, rows int, f finding) {
	e, r := x.ends, x.rows
	n, m, at := 1, 1, from
	delims := ones * uint64(delim)
	var high, odd uint64
	for ; at+32 <= to; at += 32 {
		c := (*[32]byte)(w[at:])
		p, q, s, t := load(c[:], 0), load(c[:], 8), load(c[:], 16), load(c[:], 24)
		high |= p | q | s | t
		odd |= special(p) | special(q) | special(s) | special(t)
		lines := gathered(p, newlines) | gathered(q, newlines)<<8 | gathered(s, newlines)<<16 | gathered(t, newlines)<<24
		found := lines | gathered(p, delims) | gathered(q, delims)<<8 | gathered(s, delims)<<16 | gathered(t, delims)<<24
		d, rest := (*[8]uint32)(e[n:]), found
		rest = note(&d[0], at, rest)
		rest = note(&d[1], at, rest)
		rest = note(&d[2], at, rest)
		rest = note(&d[3], at, rest)
		rest = note(&d[4], at, rest)
		rest = note(&d[5], at, rest)
		rest = note(&d[6], at, rest)
		if rest = note(&d[7], at, rest); rest != 0 {
			noteAll(e[n+8:], at, rest)
		}
		r[m] = uint32(n + bits.OnesCount64(found&below(lines)))
		if rest = lines & (lines - 1); rest != 0 {
			noteRows(r[m+1:], n, found, rest)
		}
		n += bits.OnesCount64(found)
		m += bits.OnesCount64(lines)
	}
	for ; at < to; at += 8 {
		p := load(w, at)
		if at+8 > to {
			p &= 1<<(8*uint(to-at)) - 1
		}
		high |= p
		odd |= special(p)
		lines := gathered(p, newlines)
		found := lines | gathered(p, delims)
		noteAll(e[n:], at, found)
		noteRows(r[m:], n, found, lines)
		n += bits.OnesCount64(found)
		m += bits.OnesCount64(lines)
	}
	f.high = high&highs != 0
	if odd&highs != 0 {
		f.quote = bytes.IndexByte(w[from:to], '"') >= 0
		f.cr = bytes.IndexByte(w[from:to], '\r') >= 0
	}
	return n, m, f
}

// special has the high bit of some byte set if the word holds a quote or a CR.
func special(p uint64) uint64 {
	q, c := p^quotes, p^returns
	return (q-ones)&^q | (c-ones)&^c
}

// below has all bits below the lowest of a mask.
func below(mask uint64) uint64 { return (mask - 1) &^ mask }

// note writes down the place of a mask's lowest bit and returns the others.
func note(d *uint32, at int, mask uint64) uint64 {
	*d = uint32(at + bits.TrailingZeros64(mask))
	return mask & (mask - 1)
}

// noteAll writes down the places of all bits.
//
//go:noinline
func noteAll(d []uint32, at int, mask uint64) {
	for i := 0; mask != 0; i++ {
		mask = note(&d[i], at, mask)
	}
}

// noteRows writes down which entries of ends, from n on, end a row.
//
//go:noinline
func noteRows(d []uint32, n int, found, lines uint64) {
	for i := 0; lines != 0; i++ {
		d[i] = uint32(n + bits.OnesCount64(found&below(lines)))
		lines &= lines - 1
	}
}

// scanQuoted is scanPlain for text of every kind that x.find names. It takes
// bytes inside quotes out of the mask, as in Langdale and Lemire, "Parsing
// Gigabytes of JSON per Second" (2019), section 3.1.1: the parity of the quotes
// up to a byte says whether it is inside. Doubled quotes leave and enter at
// once. That holds only if every quote opens a field, closes one, or is
// doubled; where it does not, and where a CR stands without its LF, the window
// is reported as broken.
func (x *index) scanQuoted(w []byte, from, to int, delim byte) (ends, rows int, f finding) {
	e, r, mode := x.ends, x.rows, x.find
	n, m := 1, 1
	delims := ones * uint64(delim)
	var high, anyQuote, anyCR, broken, inner uint64
	var insideBefore, closedBefore, crBefore uint64
	openerBefore := uint64(0x80) // the byte before the window allows a quote to open
	blankBefore := uint64(0x80)
	for at := from; at < to; at += 8 {
		word := load(w, at)
		if at+8 > to {
			word &= 1<<(8*uint(to-at)) - 1
		}
		high |= word
		lines := equal(word, newlines)
		found := equal(word, delims)
		if mode.blanks {
			gaps := found | lines
			found &^= gaps<<8 | blankBefore
			blankBefore = gaps >> 56
		}
		found |= lines
		if !mode.quotes {
			anyQuote |= someZero(word ^ quotes)
		}
		if !mode.crs {
			anyCR |= someZero(word ^ returns)
		} else {
			cr := equal(word, returns)
			broken |= (cr<<8 | crBefore) &^ lines
			crBefore = cr >> 56
		}
		if mode.quotes {
			q := equal(word, quotes)
			inside := q ^ q<<8
			inside ^= inside << 16
			inside ^= inside<<32 ^ insideBefore
			insideBefore = uint64(int64(inside)>>63) & highs
			border := found | q
			broken |= q & inside &^ (border<<8 | openerBefore)
			openerBefore = border >> 56
			closed := q &^ inside
			broken |= (closed<<8 | closedBefore) &^ (border | equal(word, returns))
			closedBefore = closed >> 56
			inner |= lines & inside
			found &^= inside
			lines &^= inside
		}
		if found != 0 {
			rest := found & (found - 1)
			e[n] = uint32(at + bits.TrailingZeros64(found)>>3)
			e[n+1] = uint32(at + bits.TrailingZeros64(rest)>>3)
			k := n + 2
			for rest &= rest - 1; rest != 0; rest &= rest - 1 {
				e[k] = uint32(at + bits.TrailingZeros64(rest)>>3)
				k++
			}
			for l := lines; l != 0; l &= l - 1 {
				r[m] = uint32(n + bits.OnesCount64(found&(l&-l-1)))
				m++
			}
			n += bits.OnesCount64(found)
		}
	}
	f = finding{quote: anyQuote != 0, cr: anyCR != 0, broken: broken != 0, inner: inner != 0, high: high&highs != 0}
	return n, m, f
}
