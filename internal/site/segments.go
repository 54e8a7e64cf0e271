package site

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// Go's linker leaves zeros out of a program's data where that makes the program
// smaller as it is: in 100,000 segments, each with its address. Packed, zeros cost nothing,
// and addresses a twelfth of the program. repack writes the zeros out again.
//
// Sections and segments are those of the WebAssembly Core Specification, 5.5.

const (
	dataSection = 11
	widestGap   = 1 << 10 // bytes of zeros between segments that are joined
)

// A dataSegment is what stands at an address when a program starts.
type dataSegment struct {
	at   uint64
	data []byte
}

var errProgram = errors.New("not a WebAssembly program as Go links it: see internal/site/segments.go")

// repack returns a program that does the same as the one given, and packs better. Without
// lines, its stack traces name functions only.
func repack(program []byte, lines bool) ([]byte, error) {
	const magic = "\x00asm\x01\x00\x00\x00"
	if !bytes.HasPrefix(program, []byte(magic)) {
		return nil, errProgram
	}
	out, rest := []byte(magic), program[len(magic):]
	for len(rest) > 0 {
		id := rest[0]
		body, after, ok := sized(rest[1:])
		if !ok {
			return nil, errProgram
		}
		if rest = after; id == dataSection {
			segments, err := readSegments(body)
			if err != nil {
				return nil, err
			}
			segments = joined(segments)
			if !lines {
				dropLines(segments)
			}
			body = appendSegments(nil, segments)
		}
		out = appendSized(append(out, id), body)
	}
	return out, nil
}

// joined fills the gaps that are not too wide.
func joined(segments []dataSegment) []dataSegment {
	slices.SortFunc(segments, func(a, b dataSegment) int { return cmp.Compare(a.at, b.at) })
	var all []dataSegment
	for _, s := range segments {
		if n := len(all); n > 0 {
			last := &all[n-1]
			// Segments do not overlap; if they did, the gap would wrap around.
			if gap := s.at - last.at - uint64(len(last.data)); gap <= widestGap {
				last.data = append(append(last.data, make([]byte, gap)...), s.data...)
				continue
			}
		}
		all = append(all, dataSegment{s.at, slices.Clone(s.data)})
	}
	return all
}

// A segment is: 0 for memory 0, its address as an expression, its bytes.
const (
	constant = 0x41 // i32.const
	end      = 0x0b
)

func readSegments(section []byte) ([]dataSegment, error) {
	n, rest, ok := number(section)
	segments := make([]dataSegment, 0, n)
	for range n {
		var s dataSegment
		if !ok || len(rest) < 2 || rest[0] != 0 || rest[1] != constant {
			return nil, errProgram
		}
		if s.at, rest, ok = number(rest[2:]); !ok || len(rest) == 0 || rest[0] != end {
			return nil, errProgram
		}
		s.data, rest, ok = sized(rest[1:])
		segments = append(segments, s)
	}
	if !ok || len(rest) > 0 {
		return nil, errProgram
	}
	return segments, nil
}

func appendSegments(b []byte, segments []dataSegment) []byte {
	b = binary.AppendUvarint(b, uint64(len(segments)))
	for _, s := range segments {
		b = append(appendAddress(append(b, 0, constant), s.at), end)
		b = appendSized(b, s.data)
	}
	return b
}

// number reads a number and returns what follows. Addresses are signed
// numbers, but none of Go's is negative.
func number(b []byte) (v uint64, rest []byte, ok bool) {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, false
	}
	return v, b[n:], true
}

// sized reads bytes that their number precedes.
func sized(b []byte) (data, rest []byte, ok bool) {
	n, rest, ok := number(b)
	if !ok || n > uint64(len(rest)) {
		return nil, nil, false
	}
	return rest[:n], rest[n:], true
}

func appendSized(b, data []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(data))), data...)
}

// appendAddress writes a signed number: bit 6 of its last byte is the sign.
func appendAddress(b []byte, v uint64) []byte {
	for ; v > 0x3f; v >>= 7 {
		b = append(b, byte(v)|0x80)
	}
	return append(b, byte(v))
}
