package ingest

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"churnbench/analysis"
)

// Any reports whether a rule is on.
func (r IDRules) Any() bool { return r.Case || r.Zeros || r.Width }

// Normalize appends to dst the form in which identifiers of the same customer
// are equal under the rules. It is for comparing; people see the spelling that
// a file has first. id is a cleaned value: blanks around it are gone.
//
//   - Width turns the full-width forms of ASCII (U+FF01…FF5E) and the
//     ideographic space into ASCII.
//   - Case folds letters of every script by Unicode's simple mappings, upper and
//     then lower, so that σ and ς, k and the Kelvin sign are one letter each. ß
//     stays different from ss.
//   - Zeros drops leading zeros if what Width has left is digits and nothing
//     else: 00123 is 123 and 000 is 0, but 0012-3 and K007 stay. Full-width digits
//     count as digits only with Width.
//
// Bytes that are no UTF-8 are kept as they are.
func Normalize(dst, id []byte, rules IDRules) []byte {
	from := len(dst)
	dst = rules.fold(dst, id)
	if rules.Zeros {
		dst = dropZeros(dst, from)
	}
	return dst
}

// fold appends an identifier, character by character.
func (r IDRules) fold(dst, id []byte) []byte {
	if !r.Case && !r.Width {
		return append(dst, id...)
	}
	for len(id) > 0 {
		c, n := utf8.DecodeRune(id)
		if c == utf8.RuneError && n == 1 {
			dst = append(dst, id[0])
		} else {
			dst = utf8.AppendRune(dst, r.rune(c))
		}
		id = id[n:]
	}
	return dst
}

func (r IDRules) rune(c rune) rune {
	switch {
	case r.Width && 0xff01 <= c && c <= 0xff5e:
		c -= 0xff01 - '!'
	case r.Width && c == 0x3000:
		c = ' '
	}
	switch {
	case !r.Case:
		return c
	case c < utf8.RuneSelf && 'A' <= c && c <= 'Z':
		return c + 'a' - 'A'
	case c < utf8.RuneSelf:
		return c
	}
	return unicode.ToLower(unicode.ToUpper(c))
}

// dropZeros takes the leading zeros off b[from:] if all of it is digits. One
// digit stays.
func dropZeros(b []byte, from int) []byte {
	id := b[from:]
	if len(id) < 2 || id[0] != '0' {
		return b
	}
	for _, c := range id {
		if !isDigit(c) {
			return b
		}
	}
	rest := bytes.TrimLeft(id[:len(id)-1], "0")
	zeros := len(id) - 1 - len(rest)
	return append(b[:from], id[zeros:]...)
}

// mergedIDs finds the identifiers that the rules hold for another's: names that
// normalize to the same text get the code of the first of them. remap has an
// entry for each name, or is nil if none is merged; merged counts those that
// were given another's code.
func mergedIDs(names *analysis.Dict, rules IDRules) (remap []uint32, merged int) {
	if !rules.Any() {
		return nil, 0
	}
	x := &IDIndex{forms: newIDForms(rules, names.Len())}
	remap = make([]uint32, names.Len())
	for i := range remap {
		remap[i] = x.add(names, i)
		if remap[i] != uint32(i) {
			merged++
		}
	}
	if merged == 0 {
		return nil, 0
	}
	return remap, merged
}

// An idForms gives codes to the normalized forms of identifiers, in order of
// appearance.
type idForms struct {
	rules IDRules
	keys  *keyTable
	room  []byte
}

func newIDForms(rules IDRules, expected int) *idForms {
	return &idForms{rules: rules, keys: newKeyTable(expected)}
}

// code returns the code of an identifier's form. The byte in front keeps a form
// like "null", made of a name that is not, from counting as missing.
func (f *idForms) code(id []byte) uint32 {
	f.room = Normalize(append(f.room[:0], '='), id, f.rules)
	return f.keys.code(f.room)
}

// An IDIndex finds identifiers by what they are under rules.
type IDIndex struct {
	forms *idForms
	first []uint32 // by code of a form: the first entry of that form
}

// NewIDIndex indexes the entries of a dictionary of cleaned identifiers.
func NewIDIndex(names *analysis.Dict, rules IDRules) *IDIndex {
	x := &IDIndex{forms: newIDForms(rules, names.Len())}
	for i := range names.Len() {
		x.add(names, i)
	}
	return x
}

// add indexes entry i and returns the first entry of its form.
func (x *IDIndex) add(names *analysis.Dict, i int) uint32 {
	form := x.forms.code(names.Raw(i))
	if int(form) == len(x.first) {
		x.first = append(x.first, uint32(i))
	}
	return x.first[form]
}

// Find returns the first entry that is the same customer as id under the
// rules, or false. It is not safe for concurrent use.
func (x *IDIndex) Find(id []byte) (uint32, bool) {
	f := x.forms
	f.room = Normalize(append(f.room[:0], '='), id, f.rules)
	code, ok := f.keys.find(f.room)
	if !ok {
		return 0, false
	}
	return x.first[code], true
}

// find returns the code of a key that has one.
func (t *keyTable) find(key []byte) (uint32, bool) {
	signature, size := signatureOf(key), uint32(len(key))
	mask := uint64(len(t.slots) - 1)
	for at := spread(signature, size) >> t.shift; t.slots[at].size > 0; at = (at + 1) & mask {
		s := &t.slots[at]
		if s.signature == signature && s.size == size && (size <= 8 || t.same(s.code, key)) {
			return s.code, true
		}
	}
	return 0, false
}
