package ingest

import (
	"strings"
	"unicode"
)

// words splits a name into lower-case words: at anything that is neither letter
// nor digit, between "order" and "Date" in "orderDate", and between letters of
// an alphabet and Chinese characters. "Customer ID", "customer_id" and
// "CustomerID" are the same two words.
func words(name string) []string {
	var list []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			list = append(list, word.String())
			word.Reset()
		}
	}
	runes := []rune(name)
	for i, r := range runes {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			flush()
			continue
		}
		if i > 0 && beginsWord(runes, i) {
			flush()
		}
		word.WriteRune(unicode.ToLower(r))
	}
	flush()
	return list
}

// beginsWord reports whether the letter at i starts a word although one stands
// before it: a capital behind a small letter, the last capital of several
// before a small letter (the P in "USDPrice"), or a change of script.
func beginsWord(runes []rune, i int) bool {
	before, r := runes[i-1], runes[i]
	if unicode.Is(unicode.Han, before) != unicode.Is(unicode.Han, r) {
		return true
	}
	if !unicode.IsUpper(r) {
		return false
	}
	return unicode.IsLower(before) || unicode.IsUpper(before) && i+1 < len(runes) && unicode.IsLower(runes[i+1])
}
