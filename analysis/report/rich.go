package report

import "strings"

// rich writes a text with **important** parts, _variables_ and ^(exponents) as HTML. An
// underscore inside a word, as in a column's name, stays what it is.
func rich(b *strings.Builder, text string) {
	for i, part := range strings.Split(text, "**") {
		if i%2 == 0 {
			raised(b, part)
			continue
		}
		b.WriteString("<strong>")
		raised(b, part)
		b.WriteString("</strong>")
	}
}

// raised sets what stands in ^(…) as an exponent.
func raised(b *strings.Builder, text string) {
	for {
		before, rest, found := strings.Cut(text, "^(")
		inside, after, closed := strings.Cut(rest, ")")
		if !found || !closed {
			italics(b, text)
			return
		}
		italics(b, before)
		b.WriteString("<sup>")
		italics(b, inside)
		b.WriteString("</sup>")
		text = after
	}
}

// italics sets what stands between a pair of outer underscores.
func italics(b *strings.Builder, text string) {
	for {
		open, end := variable(text)
		if end == 0 {
			b.WriteString(escape(text))
			return
		}
		b.WriteString(escape(text[:open]) + "<var>" + escape(text[open+1:end-1]) + "</var>")
		text = text[end:]
	}
}

// variable finds the first _variable_: text[open:end], underscores included; end is 0 if
// there is none.
func variable(text string) (open, end int) {
	open = -1
	for i := range len(text) {
		switch {
		case text[i] != '_':
		case open < 0 && !wordAt(text, i-1) && (wordAt(text, i+1) || i+1 < len(text) && text[i+1] >= 0x80):
			open = i
		case open >= 0 && !wordAt(text, i+1):
			return open, i + 1
		}
	}
	return 0, 0
}

// wordAt reports whether there is an ASCII letter or digit at i.
func wordAt(text string, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	c := text[i]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// note writes what a person typed: an empty line begins a paragraph, and lines that
// begin with a dash are a list.
func note(b *strings.Builder, text string) {
	for _, paragraph := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		lines := strings.Split(strings.Trim(paragraph, "\n"), "\n")
		if len(lines) > 0 && strings.HasPrefix(lines[0], "- ") {
			b.WriteString("<ul>")
			for _, line := range lines {
				b.WriteString(`<li dir="auto">`)
				rich(b, strings.TrimPrefix(line, "- "))
				b.WriteString("</li>")
			}
			b.WriteString("</ul>")
			continue
		}
		b.WriteString(`<p dir="auto">`)
		for i, line := range lines {
			if i > 0 {
				b.WriteString("<br>")
			}
			rich(b, line)
		}
		b.WriteString("</p>")
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape makes a text safe between tags and in quoted attributes.
func escape(s string) string { return escaper.Replace(s) }
