package screen

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// ExplainNumber says how a headline number comes about, by the messages under a key such
// as "number.value.equity", see package i18n. inputs say what went in here.
func ExplainNumber(h *Host, key i18n.Key, label string, inputs ...string) ui.ExplainProps {
	p := ui.ExplainProps{Lang: h.Lang, Title: label, Text: h.T(key), Formula: h.T(key + ".formula"), Inputs: inputs}
	if except := key + ".except"; i18n.Has(except) {
		p.Exclusions = []string{h.T(except)}
	}
	if assumes := key + ".assumes"; i18n.Has(assumes) {
		p.Assumptions = []string{h.T(assumes)}
	}
	if source := key + ".source"; i18n.Has(source) {
		p.Source = h.T(source)
	}
	return p
}

// Stat shows a headline number with its explanation behind it. What the number is, its
// interval and its note go in.
func Stat(h *Host, key i18n.Key, p ui.StatProps, inputs ...string) app.UI {
	if p.Note != "" {
		inputs = append(inputs, p.Note)
	}
	return ExplainedStat(h, p, func() ui.ExplainProps { return ExplainNumber(h, key, p.Label, inputs...) })
}

// ExplainedStat shows a headline number with an explanation of its screen's own.
func ExplainedStat(h *Host, p ui.StatProps, explain func() ui.ExplainProps) app.UI {
	p.Lang = h.Lang
	if h.Explain != nil && p.Value != "" {
		p.OnExplain = func(app.Context) { h.Explain(explain()) }
	}
	return ui.Stat(p)
}
