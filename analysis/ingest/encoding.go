package ingest

import (
	"bytes"
	"unicode/utf8"
)

// detectEncoding names the encoding of a file by a part of it. A byte-order
// mark decides; without one, NULs betray UTF-16, and text that is valid UTF-8
// is UTF-8. The rest is weighed: see likeliest.
func detectEncoding(part []byte) Encoding {
	if e := marked(part); e != "" {
		return e
	}
	if e := utf16ByNULs(part); e != "" {
		return e
	}
	wrong := undecodable(withoutCutRune(part), UTF8)
	if wrong == 0 || wrong*20 < countHigh(part) { // a few broken characters do not make it another encoding
		return UTF8
	}
	return likeliest(part)
}

// certain reports whether the bytes leave no doubt about their encoding, so
// that nobody need compare readings: a mark, UTF-16's NULs, or characters
// beyond ASCII that are all valid UTF-8, which no other encoding's text is by
// chance for long.
func certain(part []byte, e Encoding) bool {
	if m := marked(part); m != "" {
		return m == e
	}
	if u := utf16ByNULs(part); u != "" {
		return u == e
	}
	return e == UTF8 && undecodable(withoutCutRune(part), UTF8) == 0
}

// marked returns the encoding whose byte-order mark a file begins with.
func marked(head []byte) Encoding {
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			return m.encoding
		}
	}
	return ""
}

// utf16ByNULs recognises UTF-16 without a byte-order mark: delimiters, digits
// and line ends have a NUL on the same side.
func utf16ByNULs(head []byte) Encoding {
	var nul [2]int
	for i, c := range head {
		if c == 0 {
			nul[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case nul[1]*5 > half && nul[0]*20 < nul[1]:
		return UTF16LE
	case nul[0]*5 > half && nul[1]*20 < nul[0]:
		return UTF16BE
	}
	return ""
}

func countHigh(b []byte) int {
	n := 0
	for _, c := range b {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// withoutCutRune drops the beginning of a character at the end of a text that
// was cut at some byte.
func withoutCutRune(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}
