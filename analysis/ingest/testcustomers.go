package ingest

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// testPatterns are the patterns of Rules.Test, ready to be matched. They are
// compiled once a file and asked once for each new identifier, not for each row.
type testPatterns struct {
	list  []testPattern
	first [256]bool // bytes that what matches may begin with
	last  [256]bool // and, where a pattern begins with a star, end with
}

// A testPattern is the stretches between the stars of a pattern, folded. The
// first must stand at the beginning of an identifier, the last at its end.
type testPattern [][]byte

// newTestPatterns compiles patterns. A star matches any text, also none; what
// holds nothing else is left out, for it would take every customer away.
func newTestPatterns(list []string) testPatterns {
	var p testPatterns
	for _, text := range list {
		folded := foldID(nil, clean([]byte(text)))
		if len(bytes.Trim(folded, "*")) > 0 {
			p.add(bytes.Split(folded, []byte("*")))
		}
	}
	return p
}

// add notes which bytes could be the ends of an identifier that the pattern
// matches, so that most identifiers need not be folded. A byte that is not
// ASCII may be one after folding.
func (p *testPatterns) add(t testPattern) {
	p.list = append(p.list, t)
	edge, known := &p.first, t[0]
	if len(known) == 0 {
		if edge, known = &p.last, t[len(t)-1]; len(known) > 0 {
			known = known[len(known)-1:]
		}
	}
	for c := range 256 {
		if len(known) == 0 || c >= utf8.RuneSelf || unicode.ToLower(rune(c)) == rune(known[0]) {
			edge[c] = true
		}
	}
}

// match reports whether a cleaned identifier is that of a test customer. Case
// and the width of characters do not count.
func (p *testPatterns) match(id []byte) bool {
	if len(id) == 0 || !p.first[id[0]] && !p.last[id[len(id)-1]] {
		return false
	}
	var room [64]byte
	folded := foldID(room[:0], id)
	for _, pattern := range p.list {
		if pattern.match(folded) {
			return true
		}
	}
	return false
}

// match takes the earliest place for each stretch, which leaves the most for
// the ones behind: the time is that of a search, without going back.
func (p testPattern) match(id []byte) bool {
	first, last := p[0], p[len(p)-1]
	if len(p) == 1 {
		return bytes.Equal(id, first)
	}
	if len(id) < len(first)+len(last) || !bytes.HasPrefix(id, first) || !bytes.HasSuffix(id, last) {
		return false
	}
	id = id[len(first) : len(id)-len(last)]
	for _, part := range p[1 : len(p)-1] {
		at := bytes.Index(id, part)
		if at < 0 {
			return false
		}
		id = id[at+len(part):]
	}
	return true
}

// IsTest reports whether an identifier matches one of the patterns of test
// customers. In a pattern * stands for any text; upper and lower case, full and
// half width are the same.
func IsTest(patterns []string, id string) bool {
	tests := newTestPatterns(patterns)
	return tests.match(clean([]byte(id)))
}

// foldID appends an identifier in lower case and half width.
func foldID(dst, id []byte) []byte {
	for len(id) > 0 {
		r, n := rune(id[0]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(id)
		}
		dst, id = appendNarrow(dst, unicode.ToLower(r)), id[n:]
	}
	return dst
}
