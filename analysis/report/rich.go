package report

import (
	"strings"

	"churnbench/analysis/markup"
)

// rich writes a text in the markup of package markup as HTML.
func rich(b *strings.Builder, text string) { markup.Read(text, page{b}) }

// A page is a markup.Sink.
type page struct{ *strings.Builder }

func (p page) Begin(element string) { p.WriteString("<" + element + ">") }
func (p page) Text(text string)     { p.WriteString(escape(text)) }
func (p page) End(element string)   { p.WriteString("</" + element + ">") }

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
