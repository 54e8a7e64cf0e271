package report

import (
	"slices"
	"strings"

	"churnbench/analysis"
)

// A method is an explanation with the exhibits that rest on it.
type method struct {
	explain  *Explain
	exhibits []string // their numbers and titles
	doubts   []analysis.Warning
}

// remember keeps how an exhibit came about for the appendix. Exhibits of one answer
// share their explanation.
func (w *writer) remember(p *Part, number string) {
	if p.Explain == nil || p.Missing != "" {
		return
	}
	name := w.Say("report.numbered", analysis.Text("number", number), analysis.Text("title", p.Title))
	same := func(m method) bool { return m.explain.Text == p.Explain.Text && m.explain.Formula == p.Explain.Formula }
	if i := slices.IndexFunc(w.methods, same); i >= 0 {
		w.methods[i].exhibits = append(w.methods[i].exhibits, name)
		return
	}
	w.methods = append(w.methods, method{p.Explain, []string{name}, p.Doubts})
}

// appendix says how the numbers came about, accounts for the data, and names the doubts.
func (w *writer) appendix() {
	w.open("section", "r-appendix")
	w.headed = true
	if len(w.methods) > 0 {
		w.line("h2", "", w.Say("report.methods"))
		for i := range w.methods {
			w.method(&w.methods[i])
		}
	}
	for i := range w.Ledger {
		w.line("h2", "", w.Ledger[i].Title)
		w.table(w.Ledger[i].Numbers, w.Ledger[i].Title)
		if x := w.Ledger[i].Explain; x != nil {
			w.rich("p", "r-foot", x.Text)
		}
	}
	w.doubts()
	w.colophon()
	w.close("section")
}

func (w *writer) method(m *method) {
	w.open("div", "r-method")
	w.line("h3", "", strings.Join(m.exhibits, w.Say("report.and")))
	w.rich("p", "", m.explain.Text)
	w.rich("p", "r-formula", m.explain.Formula)
	w.open("dl", "r-terms")
	w.term("ui.explain.inputs", m.explain.Inputs...)
	w.term("ui.explain.exclusions", m.explain.Exclusions...)
	w.term("ui.explain.assumptions", m.explain.Assumptions...)
	if m.explain.Source != "" {
		w.term("ui.explain.source", m.explain.Source)
	}
	w.close("dl")
	w.close("div")
}

func (w *writer) term(name string, texts ...string) {
	if len(texts) == 0 {
		return
	}
	w.WriteString("<div>")
	w.line("dt", "", w.Say(name))
	for _, text := range texts {
		w.rich("dd", "", text)
	}
	w.WriteString("</div>")
}

// doubts lists every caveat once: those of the data, then those of the exhibits.
func (w *writer) doubts() {
	var said []string
	add := func(list []analysis.Warning) {
		for _, d := range list {
			if text := w.Say(d.Message.Key, d.Message.Args...); !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
	}
	add(w.Document.Doubts)
	for i := range w.Parts {
		add(w.Parts[i].Doubts)
	}
	if len(said) == 0 {
		return
	}
	w.line("h2", "", w.Say("report.doubts"))
	w.open("ul", "r-doubts")
	for _, text := range said {
		w.rich("li", "", text)
	}
	w.close("ul")
}

// colophon repeats what all rests on, for paper that a browser prints without margins
// of its own.
func (w *writer) colophon() { w.line("p", "r-colophon", w.Foot) }
