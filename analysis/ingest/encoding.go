package ingest

import (
	"bytes"
	"unicode/utf8"
)

// detectEncoding names the encoding of a file by its head. A byte-order mark
// decides; without one, NULs betray UTF-16, text that is valid UTF-8 is UTF-8,
// and of the rest Chinese text stands out by bytes above 127 in pairs, Western
// text by single ones among letters.
func detectEncoding(head []byte) Encoding {
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			return m.encoding
		}
	}
	if e := utf16ByNULs(head); e != "" {
		return e
	}
	high, paired := highBytes(head)
	wrong := undecodable(withoutCutRune(head), UTF8)
	switch {
	case wrong == 0 || wrong*20 < high: // a few broken characters do not make it another encoding
		return UTF8
	case 2*paired > high:
		return GB18030
	}
	return Windows1252
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

// highBytes counts bytes above 127, and those of them that stand in runs of
// even length.
func highBytes(head []byte) (all, paired int) {
	run := 0
	for _, c := range head {
		if c >= utf8.RuneSelf {
			run++
			continue
		}
		all += run
		if run%2 == 0 {
			paired += run
		}
		run = 0
	}
	return all + run, paired
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
