package ingest

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

func isDigit(c byte) bool  { return c-'0' <= 9 }
func isLetter(c byte) bool { return (c|0x20)-'a' <= 'z'-'a' }

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// clean removes what programs put around a value: blanks of every width, tabs,
// zero-width marks, and the ="…" by which exports keep Excel from turning an
// identifier into a number.
func clean(b []byte) []byte {
	b = trim(b)
	if len(b) >= 3 && b[0] == '=' && b[1] == '"' && b[len(b)-1] == '"' {
		b = trim(b[2 : len(b)-1])
	}
	return b
}

func trim(b []byte) []byte {
	if len(b) > 0 && cleanEdge[b[0]] && cleanEdge[b[len(b)-1]] {
		return b
	}
	return bytes.TrimFunc(b, isFiller)
}

func isFiller(r rune) bool {
	return r <= ' ' || r == 0x7f || r == 0xa0 || r == 0x3000 || r == 0xfeff || 0x2000 <= r && r <= 0x200f || r == 0x202f
}

// cleanEdge marks the bytes which, at both ends of a value, promise that clean
// leaves it alone. Bytes that can begin or end a filler beyond ASCII are not
// among them.
var cleanEdge = func() (t [256]bool) {
	for c := 0x21; c < 256; c++ {
		t[c] = true
	}
	for _, c := range []byte{'=', '"', 0x7f, 0xc2, 0xe2, 0xe3, 0xef, 0x80, 0xa0, 0xbf} {
		t[c] = false
	}
	for c := 0x80; c <= 0x8f; c++ { // ends of U+2000…200F
		t[c] = false
	}
	t[0xaf] = false // end of U+202F
	return t
}()

// appendNarrow writes the plain form of a full-width character.
func appendNarrow(dst []byte, r rune) []byte {
	switch {
	case 0xff01 <= r && r <= 0xff5e:
		r -= 0xff01 - '!'
	case isFiller(r):
		r = ' '
	case r == '−' || 0x2010 <= r && r <= 0x2013 || r == '﹣':
		r = '-'
	}
	return utf8.AppendRune(dst, r)
}

// missingWords are what databases and programs write where a value is missing.
var missingWords = []string{"null", "(null)", "nan", "n/a", "#n/a", "na", "none", "nil", `\n`, "-", "--", "—", "空", "无"}

// isMissing reports whether a cleaned value stands for no value.
func isMissing(b []byte) bool {
	return len(b) == 0 || len(b) <= 6 && slices.Contains(missingWords, strings.ToLower(string(b)))
}

var totalsWords = []string{"total", "totals", "grandtotal", "subtotal", "sum", "summe", "gesamt", "gesamtsumme", "合计", "总计", "小计", "共计", "汇总", "总和"}

// isTotals reports whether a value names a line of totals, such as "合 计:".
func isTotals(b []byte) bool {
	if b = clean(b); len(b) == 0 || len(b) > 24 || isASCII(b[:1]) && strings.IndexByte("tgs", lower(b[0])) < 0 {
		return false
	}
	return slices.Contains(totalsWords, strings.Join(words(string(b)), ""))
}

// cut shortens a text to at most n bytes, between characters.
func cut(b []byte, n int) string {
	if len(b) > n {
		for n > 0 && !utf8.RuneStart(b[n]) {
			n--
		}
		b = b[:n]
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}
