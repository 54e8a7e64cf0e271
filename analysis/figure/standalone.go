package figure

import (
	"strconv"
	"strings"
)

// Fonts is the font stack of figures, in page and files alike. The Chinese
// fonts of every system stand in it, so that a saved figure shows its glyphs.
const Fonts = `system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif`

// Layout of a file, in pixels: title and legend above the drawing, the footer
// below.
const (
	margin      = 20.0
	titleSize   = 17.0
	titleRow    = 34.0
	legendBelow = 6.0
	footerSize  = 11.0
	footerRow   = 16.0
	footerAbove = 10.0
)

// A file is a figure laid out as an SVG file.
type file struct {
	f             Figure
	legend        []legendItem
	top           float64 // where the drawing starts
	footer        []string
	width, height float64
}

func layOut(f Figure) file {
	items, rows := legendItems(f.Series, f.Width)
	out := file{f: f, legend: items, footer: wrapWords(f.Footer, f.Width, footerSize), width: f.Width + 2*margin}
	out.top = margin + titleRow + float64(rows)*legendRow
	if rows > 0 {
		out.top += legendBelow
	}
	out.height = out.top + f.Height + footerAbove + footerRow*float64(len(out.footer)) + margin
	return out
}

// StandaloneSize returns the size of the file that Standalone makes, in CSS
// pixels, for whoever turns it into a picture.
func StandaloneSize(f Figure) (width, height float64) {
	out := layOut(f)
	return out.width, out.height
}

// Standalone returns the figure as an SVG file of its own: title, legend and
// footer written out, white ground, light colours, its fonts named. Colours
// are attributes of the elements, because many programs that take SVG (slides,
// word processors) know neither CSS variables nor currentColor.
func Standalone(f Figure) string {
	out := layOut(f)
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + number(out.width) + `" height="` + number(out.height) +
		`" viewBox="0 0 ` + number(out.width) + ` ` + number(out.height) + `"` + langOf(f.SVG) + ` role="img">`)
	b.WriteString("<title>" + escape(f.Title) + "</title><desc>" + escape(f.Description) + "</desc>")
	b.WriteString("<style>text{font-family:" + Fonts + ";font-variant-numeric:tabular-nums}</style>")
	b.WriteString(`<rect width="100%" height="100%" fill="` + LightColour("ink-surface") + `"/>`)
	writeText(&b, margin, margin+titleSize, titleSize, "ink-text", ` font-weight="600"`, f.Title)
	writeLegend(&b, out.legend, margin+titleRow)
	b.WriteString(out.drawing())
	for i, row := range out.footer {
		y := out.top + f.Height + footerAbove + footerRow*float64(i+1) - 4
		writeText(&b, margin, y, footerSize, "ink-soft", "", row)
	}
	return b.String() + "</svg>\n"
}

// drawing puts the drawing, as an SVG inside the file's, at its place.
func (o file) drawing() string {
	at := `<svg x="` + number(margin) + `" y="` + number(o.top) + `" width="` + number(o.f.Width) + `" height="` + number(o.f.Height) + `"`
	svg := resolve(o.f.SVG)
	if whole, _, ok := attribute(svg, "<svg xmlns"); ok && strings.HasPrefix(svg, whole) {
		return at + svg[len(whole):]
	}
	return svg
}

// resolve turns classes into colours.
func resolve(svg string) string {
	var b strings.Builder
	for {
		text, rest, ok := strings.Cut(svg, "<")
		b.WriteString(text)
		if !ok {
			return b.String()
		}
		tag, behind, closed := strings.Cut(rest, ">")
		b.WriteString("<" + resolveTag(tag))
		if closed {
			b.WriteString(">")
		}
		svg = behind
	}
}

// resolveTag gives a tag the colour that its class names.
func resolveTag(tag string) string {
	class, name, ok := attribute(tag, " class")
	if !ok || !strings.Contains(tag, "currentColor") || strings.Contains(name, " ") ||
		!strings.HasPrefix(name, "ink-") && !strings.HasPrefix(name, "heat-") {
		return tag
	}
	tag = strings.Replace(tag, class, "", 1)
	return strings.ReplaceAll(tag, "currentColor", LightColour(name))
}

// attribute finds the first name="value" in a text. Package regexp would say
// it shorter and weigh 0.1 MB in the page.
func attribute(text, name string) (whole, value string, ok bool) {
	from := strings.Index(text, name+`="`)
	if from < 0 {
		return "", "", false
	}
	value, _, ok = strings.Cut(text[from+len(name)+2:], `"`)
	return name + `="` + value + `"`, value, ok
}

// langOf repeats the drawing's language.
func langOf(svg string) string {
	whole, _, _ := attribute(svg, " lang")
	return whole
}

func writeText(b *strings.Builder, x, y, size float64, class, more, txt string) {
	b.WriteString(`<text x="` + number(x) + `" y="` + number(y) + `" font-size="` + number(size) + `" fill="` + LightColour(class) + `"` + more + ">" + escape(txt) + "</text>")
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return escaper.Replace(s) }

// wrapWords breaks text into rows of about a width.
func wrapWords(s string, width, size float64) []string {
	var rows []string
	row, used := "", 0.0
	for _, word := range words(s) {
		if row != "" && used+textWidth(strings.TrimRight(word, " "), size) > width {
			rows, row, used = append(rows, strings.TrimRight(row, " ")), "", 0
		}
		row += word
		used += textWidth(word, size)
	}
	if row == "" {
		return rows
	}
	return append(rows, row)
}

// textWidth estimates the width of text. Without the fonts at hand it counts
// a Chinese character as one em and any other as 0.56 em, which is wide for
// text, so that rows never run over.
func textWidth(s string, size float64) float64 {
	em := 0.0
	for _, r := range s {
		em += emWidth(r)
	}
	return em * size
}

func emWidth(r rune) float64 {
	if isWide(r) {
		return 1
	}
	return 0.56
}

func isWide(r rune) bool { return r >= 0x2e80 && r < 0xffe7 }

// noBreakBefore are marks that must not start a row.
const noBreakBefore = "，。；：、！？）”’》%"

// words cuts text where it may wrap: after spaces, and around Chinese
// characters, but not before punctuation that closes.
func words(s string) []string {
	var list []string
	start := 0
	runes := []rune(s)
	for i := 1; i < len(runes); i++ {
		wide := isWide(runes[i]) || isWide(runes[i-1])
		if runes[i-1] == ' ' || wide && !strings.ContainsRune(noBreakBefore, runes[i]) {
			list = append(list, string(runes[start:i]))
			start = i
		}
	}
	return append(list, string(runes[start:]))
}
