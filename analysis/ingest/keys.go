package ingest

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"churnbench/analysis"
)

// A keyTable gives each distinct customer identifier, or each text of a kept
// column, a code, 0, 1, 2, … in order of appearance. It is an open-addressing hash table over bytes with
// linear probing: no string is made, and nothing in it is a pointer that the
// collector would have to follow.
//
// An identifier of up to eight bytes is its own signature and is compared as
// one word; of a longer one the signature is a hash, and its bytes are compared
// as well.
type keyTable struct {
	slots []keySlot // a power of two
	shift uint      // 64 − log2(len(slots))
	names analysis.Dict
	used  int // slots taken

	tests  matcher       // of keys that get no code of their own; may be nil
	others analysis.Dict // those keys; number i has the code firstTest + i
}

// A matcher tells the keys that are not what the others are: test customers,
// order states that are no sale. It is asked once for each key.
type matcher interface{ match(key []byte) bool }

// A keySlot is 16 bytes. Size 0 marks an empty one: no key is empty.
type keySlot struct {
	signature uint64
	code      uint32
	size      uint32
}

const (
	// noCustomer is the code of identifiers that stand for a missing value.
	noCustomer = ^uint32(0)

	// firstTest is the least of the codes of those that tests matches.
	firstTest = 1 << 31
)

func newKeyTable(expected int) *keyTable {
	t := &keyTable{names: analysis.Dict{Bytes: make([]byte, 0, 10*expected), Ends: make([]uint32, 0, expected)}}
	t.resize(1 << max(8, bits.Len(uint(2*expected))))
	return t
}

func (t *keyTable) resize(n int) {
	old := t.slots
	t.slots, t.shift = make([]keySlot, n), uint(64-bits.Len(uint(n-1)))
	for _, s := range old {
		if s.size > 0 {
			at := spread(s.signature, s.size) >> t.shift
			for t.slots[at].size > 0 {
				at = (at + 1) & uint64(n-1)
			}
			t.slots[at] = s
		}
	}
}

// spread is the hash of a slot's signature. Two multiplications carry every
// bit of a short identifier's digits into the high bits that choose the slot.
func spread(signature uint64, size uint32) uint64 {
	h := (signature ^ uint64(size)) * 0x9e3779b97f4a7c15
	return (h ^ h>>32) * 0xd6e8feb86659fd93
}

// signatureOf returns a key's signature.
func signatureOf(key []byte) uint64 {
	n := len(key)
	if n <= 8 {
		var room [8]byte
		copy(room[:], key)
		return binary.LittleEndian.Uint64(room[:])
	}
	h := uint64(0)
	for at := 0; at+8 < n; at += 8 {
		h = mix(h ^ binary.LittleEndian.Uint64(key[at:]))
	}
	return mix(h ^ binary.LittleEndian.Uint64(key[n-8:]))
}

func mix(h uint64) uint64 {
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// code returns a cleaned key's code, giving it the next one if it is new.
func (t *keyTable) code(key []byte) uint32 {
	return t.codeSigned(key, signatureOf(key))
}

// textCode returns a cleaned text's code, NoCode for none.
func (t *keyTable) textCode(text []byte) uint32 {
	if len(text) == 0 {
		return analysis.NoCode
	}
	return t.code(text)
}

func (t *keyTable) codeSigned(key []byte, signature uint64) uint32 {
	size := uint32(len(key))
	mask := uint64(len(t.slots) - 1)
	at := spread(signature, size) >> t.shift
	for ; t.slots[at].size > 0; at = (at + 1) & mask {
		s := &t.slots[at]
		if s.signature == signature && s.size == size && (size <= 8 || t.same(s.code, key)) {
			return s.code
		}
	}
	return t.insert(at, key, signature)
}

// same compares a long key with the one that has a code. A long key is never
// missing, so the code is one of a name.
func (t *keyTable) same(code uint32, key []byte) bool {
	if code >= firstTest {
		return bytes.Equal(t.others.Raw(int(code-firstTest)), key)
	}
	return bytes.Equal(t.names.Raw(int(code)), key)
}

// insert adds a key to the empty slot at.
func (t *keyTable) insert(at uint64, key []byte, signature uint64) uint32 {
	code := noCustomer
	switch {
	case isMissing(key):
	case t.tests != nil && t.tests.match(key):
		code = firstTest + uint32(t.others.Append(key))
	default:
		code = uint32(t.names.Append(key))
	}
	t.slots[at] = keySlot{signature, code, uint32(len(key))}
	if t.used++; 2*t.used > len(t.slots) {
		t.resize(2 * len(t.slots))
	}
	return code
}

// bytes returns how much memory the table takes.
func (t *keyTable) bytes() int64 {
	return int64(16*len(t.slots) + cap(t.names.Bytes) + 4*cap(t.names.Ends))
}
