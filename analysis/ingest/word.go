package ingest

import "encoding/binary"

// The kernels look at eight bytes at a time, held in a uint64 whose lowest byte
// is the first. A mask has the high bit of a byte set where the byte was found.
const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
	lows  = 0x7f7f7f7f7f7f7f7f

	newlines   = ones * '\n'
	returns    = ones * '\r'
	quotes     = ones * '"'
	zeros      = ones * '0'
	digitLimit = ones * 0x76 // a byte above 9 plus this has its high bit set
)

// load returns the eight bytes at b[at]. The compiler makes one instruction of
// it, natively and in wasm.
func load(b []byte, at int) uint64 { return binary.LittleEndian.Uint64(b[at:]) }

// equal marks the bytes of a word that equal those of a pattern, exactly.
func equal(word, pattern uint64) uint64 {
	x := word ^ pattern
	return ^(x&lows + lows | x) & highs
}

// someZero is not 0 if a byte of x is. It costs less than equal, but cannot
// say which byte.
func someZero(x uint64) uint64 { return (x - ones) &^ x & highs }

// areDigits reports whether every byte of x, a word from which zeros were
// taken by exclusive or, is a digit's value.
func areDigits(x uint64) bool { return (x+digitLimit|x)&highs == 0 }

// pairs makes numbers below 100 of neighbouring digits: byte i of the result
// is 10·x[i] + x[i+1].
func pairs(x uint64) uint64 { return x*10 + x>>8 }

// eightDigits makes one number of eight digits' values.
func eightDigits(x uint64) uint64 {
	p := pairs(x) & 0x00ff00ff00ff00ff
	p = (p*100 + p>>16) & 0x0000ffff0000ffff
	return (p*10000 + p>>32) & 0xffffffff
}

// gathered is equal with a bit a byte: bit i is set where byte i equals the
// pattern's. The product moves bit 8·i to bit 56+i.
func gathered(word, pattern uint64) uint64 {
	return equal(word, pattern) >> 7 * 0x0102040810204080 >> 56
}
