// Package markup reads the small markup in which findings, formulas and notes are written:
// **important** parts, _variables_ and ^(exponents). A screen makes elements of it and a
// report makes HTML; both read it here.
//
// Anything that is not closed is what it is: a lone star, or the underscore of a column's
// name such as order_date.
package markup

import "strings"

// The elements that a text may hold, by their HTML names. Strong may hold the others, and
// an exponent may hold variables.
const (
	Strong   = "strong"
	Exponent = "sup"
	Variable = "var"
)

// A Sink takes a text in pieces, in their order. Every Begin has its End.
type Sink interface {
	Begin(element string)
	Text(text string) // never ""
	End(element string)
}

// Read hands a text over to a sink.
func Read(text string, to Sink) {
	for i, part := range strings.Split(text, "**") {
		if i%2 == 0 {
			raised(part, to)
		} else if part != "" {
			to.Begin(Strong)
			raised(part, to)
			to.End(Strong)
		}
	}
}

// raised sets what stands in ^(…) as an exponent.
func raised(text string, to Sink) {
	for {
		before, rest, found := strings.Cut(text, "^(")
		inside, after, closed := strings.Cut(rest, ")")
		if !found || !closed {
			italics(text, to)
			return
		}
		italics(before, to)
		to.Begin(Exponent)
		italics(inside, to)
		to.End(Exponent)
		text = after
	}
}

// italics sets what stands between a pair of outer underscores.
func italics(text string, to Sink) {
	for {
		open, end := variable(text)
		if end == 0 {
			plain(text, to)
			return
		}
		plain(text[:open], to)
		to.Begin(Variable)
		plain(text[open+1:end-1], to)
		to.End(Variable)
		text = text[end:]
	}
}

func plain(text string, to Sink) {
	if text != "" {
		to.Text(text)
	}
}

// variable finds the first _variable_: text[open:end], underscores included; end is 0 if
// there is none.
func variable(text string) (open, end int) {
	open = -1
	for i := range len(text) {
		switch {
		case text[i] != '_':
		case open < 0 && !wordAt(text, i-1) && (wordAt(text, i+1) || i+1 < len(text) && text[i+1] >= 0x80): // it may be Greek
			open = i
		case open >= 0 && !wordAt(text, i+1):
			return open, i + 1
		}
	}
	return 0, 0
}

// wordAt reports whether there is an ASCII letter or digit at i. Chinese characters are
// none: a variable may stand between them.
func wordAt(text string, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	c := text[i]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
