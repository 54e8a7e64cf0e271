package report

import (
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/figure"
)

// Write returns the document as one HTML page, which needs nothing but itself: its
// policy forbids scripts and every request.
func Write(d *Document) string {
	lang := "en"
	if d.Lang == "zh" {
		lang = "zh-CN"
	}
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="` + lang + `"><head><meta charset="utf-8">` +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">` +
		`<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="Churnbench">` +
		`<title>` + escape(d.title()) + `</title><style>` + pageStyle + Style(d) + `</style></head><body><main>`)
	b.WriteString(Body(d))
	b.WriteString("</main></body></html>\n")
	return b.String()
}

func (d *Document) title() string {
	if d.Title == "" {
		return d.Say("report.untitled")
	}
	return d.Title
}

// Body returns the document as one element of class "report", for a page that has its
// Style.
func Body(d *Document) string {
	return `<div class="` + Class(d) + `">` + strings.Join(Pieces(d), "") + "</div>"
}

// Class is the class of that element.
func Class(d *Document) string {
	if d.Paper == Letter {
		return "report letter"
	}
	return "report"
}

// Pieces are the elements in that element: the cover, the blocks and the appendix. A
// page that shows a document replaces those that have changed.
func Pieces(d *Document) []string {
	w := writer{Document: d, said: map[string]bool{}}
	w.line("p", "r-running", d.Foot)
	w.cut()
	w.count()
	w.cover()
	w.cut()
	for i := range d.Parts {
		w.part(i, &d.Parts[i])
		w.cut()
	}
	w.appendix()
	w.cut()
	return w.pieces
}

// cut ends a piece.
func (w *writer) cut() {
	if w.Len() > 0 {
		w.pieces = append(w.pieces, w.String())
		w.Reset()
	}
}

// A writer writes a document.
type writer struct {
	*Document
	strings.Builder // the piece being written
	pieces          []string

	numbers []string        // "Figure 3", for each part
	headed  bool            // a heading stands above
	said    map[string]bool // findings so far: one sentence may go for several exhibits
	methods []method
}

func (w *writer) open(tag, class string) { w.WriteString("<" + tag + ` class="` + class + `">`) }
func (w *writer) close(tag string)       { w.WriteString("</" + tag + ">") }

// line writes an element with words that come from a person or from data.
func (w *writer) line(tag, class, text string) {
	if text == "" {
		return
	}
	w.WriteString("<" + tag)
	if class != "" {
		w.WriteString(` class="` + class + `"`)
	}
	w.WriteString(` dir="auto">` + escape(text) + "</" + tag + ">")
}

// rich writes an element with marked-up words.
func (w *writer) rich(tag, class, text string) {
	if text == "" {
		return
	}
	w.open(tag, class)
	rich(&w.Builder, text)
	w.close(tag)
}

// cover is the title block, with what all numbers rest on.
func (w *writer) cover() {
	w.open("header", "r-cover")
	w.line("p", "r-client", w.Client)
	w.line("h1", "", w.title())
	w.line("p", "r-author", w.Author)
	w.facts()
	w.close("header")
}

func (w *writer) facts() {
	w.open("dl", "r-facts")
	for _, f := range w.Facts {
		w.WriteString("<div>")
		w.line("dt", "", f.Name)
		w.line("dd", "", f.Text)
		w.WriteString("</div>")
	}
	w.close("dl")
}

func (w *writer) part(i int, p *Part) {
	switch p.Kind {
	case Heading:
		w.headed = true
		w.line("h2", "", p.Text)
	case Note:
		w.open("div", "r-note")
		note(&w.Builder, p.Text)
		w.close("div")
	case PageBreak:
		w.open("div", "r-break")
		w.close("div")
	case Exhibit:
		w.exhibit(p, w.numbers[i])
	case Summary:
		w.summary()
	}
}

// summary lists what the exhibits say, in their order.
func (w *writer) summary() {
	said := map[string]bool{"": true}
	for i := range w.Parts {
		p := &w.Parts[i]
		if p.Missing != "" || said[p.Finding] {
			continue
		}
		if len(said) == 1 {
			w.headed = true
			w.line("h2", "", w.Say("report.summary"))
			w.cut()
			w.open("ul", "r-summary")
		}
		said[p.Finding] = true
		w.WriteString("<li>")
		rich(&w.Builder, p.Finding)
		w.line("span", "r-see", w.numbers[i])
		w.close("li")
	}
	if len(said) > 1 {
		w.close("ul")
	}
}

// exhibit is a figure or a table with its number, title, finding and caption.
func (w *writer) exhibit(p *Part, number string) {
	class := "r-exhibit"
	if p.Numbers != nil {
		class += " r-tabled"
	}
	w.open("figure", class)
	w.open("figcaption", "r-head")
	w.line("p", "r-number", number)
	w.line(w.level(), "r-title", p.Title)
	if !w.said[p.Finding] {
		w.rich("p", "r-finding", p.Finding)
		w.said[p.Finding] = true
	}
	w.close("figcaption")
	w.line("p", "r-earlier", p.Earlier)
	w.shown(p)
	w.line("p", "r-caption", p.Caption)
	w.close("figure")
	w.remember(p, number)
}

// level keeps headings without gaps: under a person's own they are one lower.
func (w *writer) level() string {
	if w.headed {
		return "h3"
	}
	return "h2"
}

// count numbers figures and tables, each by themselves; what is missing has none.
func (w *writer) count() {
	figures, tables := 0, 0
	w.numbers = make([]string, len(w.Parts))
	for i := range w.Parts {
		switch p := &w.Parts[i]; {
		case p.Kind != Exhibit || p.Missing != "":
		case p.Numbers != nil:
			tables++
			w.numbers[i] = w.Say("report.table", analysis.Count("n", tables))
		default:
			figures++
			w.numbers[i] = w.Say("report.figure", analysis.Count("n", figures))
		}
	}
}

func (w *writer) shown(p *Part) {
	switch {
	case p.Busy:
		w.line("p", "r-busy", p.Missing)
	case p.Missing != "":
		w.line("p", "r-missing", p.Missing)
	case p.Numbers != nil:
		w.table(p.Numbers, p.Title)
	default:
		w.figure(p.Figure)
		if p.Table {
			w.table(&p.Figure.Table, p.Title)
		}
	}
}

func (w *writer) figure(f *figure.Figure) {
	if len(f.Series) > 1 {
		w.open("ul", "r-legend")
		for _, s := range f.Series {
			w.WriteString("<li>" + figure.Swatch(s))
			w.line("span", "", s.Label)
			w.WriteString("</li>")
		}
		w.close("ul")
	}
	w.WriteString(`<div class="r-drawing" role="img" aria-label="` + escape(f.Title+". "+f.Description) + `">`)
	w.WriteString(figure.Light(*f))
	w.close("div")
	w.line("p", "r-foot", f.Footer)
}
