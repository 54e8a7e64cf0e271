package report

import (
	"churnbench/analysis"
	"churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Document is the report with what its blocks show now.
func Document(h *screen.Host, s *State, exhibits []screen.Exhibit, facts []report.Fact, foot string) *report.Document {
	d := &report.Document{Report: s.Report, Lang: string(h.Lang), Facts: facts, Foot: foot, Parts: make([]report.Part, len(s.Report.Blocks)),
		Say: func(key string, args ...analysis.Arg) string { return i18n.T(h.Lang, i18n.Key(key), args...) }}
	if h.Dataset != nil {
		d.Doubts = h.Dataset.Warnings
	}
	for i, b := range s.Report.Blocks {
		d.Parts[i] = report.Part{Block: b}
		if b.Kind == report.Exhibit {
			d.Parts[i] = partOf(h, s, b, find(exhibits, b.Exhibit))
		}
	}
	if x := find(exhibits, "import-ledger"); x != nil && !s.Has(x.ID) {
		d.Ledger = []report.Part{partOf(h, s, report.Block{Kind: report.Exhibit, Exhibit: x.ID}, x)}
	}
	return d
}

func find(exhibits []screen.Exhibit, id string) *screen.Exhibit {
	for i := range exhibits {
		if exhibits[i].ID == id {
			return &exhibits[i]
		}
	}
	return nil
}

// partOf is a block with its exhibit, which is nil if the dataset cannot have it.
func partOf(h *screen.Host, s *State, b report.Block, x *screen.Exhibit) report.Part {
	p := report.Part{Block: b}
	if x == nil {
		p.Title, p.Missing = h.T(i18n.Key("exhibit."+b.Exhibit)), h.T("report.missing.data")
		return p
	}
	p.Title = x.Title
	if !x.Ready() || x.Stale() && x.Err != nil {
		p.Missing, p.Busy = why(h, x)
		return p
	}
	if x.Stale() {
		p.Earlier = h.T("report.earlier")
	}
	p.Finding, p.Doubts = x.Finding, x.Warnings
	if x.Table != nil {
		t := x.Table()
		p.Numbers = &t
	} else {
		p.Figure = s.figureOf(x)
	}
	if x.Explain != nil {
		p.Explain = explained(x.Explain())
	}
	return p
}

// why says why an exhibit cannot be shown.
func why(h *screen.Host, x *screen.Exhibit) (said string, busy bool) {
	switch {
	case x.Err != nil:
		return i18n.Say(h.Lang, x.Err.Message), false
	case x.Busy || !x.Asked:
		return h.T("report.busy"), true
	}
	return h.T("report.missing.enough"), false
}

func explained(p ui.ExplainProps) *report.Explain {
	return &report.Explain{Title: p.Title, Text: p.Text, Formula: p.Formula, Inputs: p.Inputs, Exclusions: p.Exclusions, Assumptions: p.Assumptions, Source: p.Source}
}
