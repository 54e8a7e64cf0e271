package ingest

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"churnbench/analysis"
)

// sortedCodes returns the codes of a dictionary's entries in byte order. The
// entries' common beginning ("CUST-000…") is skipped; the next eight bytes are
// sorted by radix, and only what is still equal is compared.
func sortedCodes(names *analysis.Dict) []uint32 {
	items := make([]prefixed, names.Len())
	skip := commonPrefix(names)
	sorted := true
	for i := range items {
		items[i] = prefixed{prefix(names.Raw(i)[skip:]), uint32(i)}
		sorted = sorted && (i == 0 || items[i-1].prefix < items[i].prefix)
	}
	if !sorted {
		items = radixSort(items)
		sortTies(items, names)
	}
	codes := make([]uint32, len(items))
	for i, it := range items {
		codes[i] = it.code
	}
	return codes
}

// prefixed is an entry's code with its first bytes as a big-endian number.
type prefixed struct {
	prefix uint64
	code   uint32
}

func prefix(b []byte) uint64 {
	if len(b) >= 8 {
		return binary.BigEndian.Uint64(b)
	}
	var room [8]byte
	copy(room[:], b)
	return binary.BigEndian.Uint64(room[:])
}

func commonPrefix(names *analysis.Dict) int {
	if names.Len() == 0 {
		return 0
	}
	first := names.Raw(0)
	n := len(first)
	for i := 1; i < names.Len() && n > 0; i++ {
		b := names.Raw(i)
		n = min(n, len(b))
		for j := 0; j < n; j++ {
			if b[j] != first[j] {
				n = j
			}
		}
	}
	return n
}

// radixSort sorts by prefix, byte by byte from the last; bytes that all items
// share are passed over. It returns the sorted items, reusing the room given.
func radixSort(items []prefixed) []prefixed {
	var differ uint64
	for _, it := range items {
		differ |= it.prefix ^ items[0].prefix
	}
	room := make([]prefixed, len(items))
	for shift := 0; shift < 64; shift += 8 {
		if uint8(differ>>shift) == 0 {
			continue
		}
		var next [256]int
		for _, it := range items {
			next[uint8(it.prefix>>shift)]++
		}
		sum := 0
		for i, n := range next {
			next[i], sum = sum, sum+n
		}
		for _, it := range items {
			at := &next[uint8(it.prefix>>shift)]
			room[*at] = it
			*at++
		}
		items, room = room, items
	}
	return items
}

// sortTies orders runs of equal prefixes by all their bytes.
func sortTies(items []prefixed, names *analysis.Dict) {
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && items[to].prefix == items[from].prefix {
			to++
		}
		if to-from > 1 {
			slices.SortFunc(items[from:to], func(a, b prefixed) int {
				return bytes.Compare(names.Raw(int(a.code)), names.Raw(int(b.code)))
			})
		}
		from = to
	}
}

// permuted returns a dictionary's entries in the order given, as valid UTF-8.
func permuted(names *analysis.Dict, order []uint32) analysis.Dict {
	d := analysis.Dict{Bytes: make([]byte, 0, len(names.Bytes)), Ends: make([]uint32, 0, len(order))}
	valid := utf8.Valid(names.Bytes)
	for _, code := range order {
		name := names.Raw(int(code))
		if !valid {
			name = bytes.ToValidUTF8(name, []byte("\uFFFD"))
		}
		d.Append(name)
	}
	return d
}
