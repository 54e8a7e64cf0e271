package definition

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// ledger holds several definitions against the same data and explains, from each to
// the next, who makes the difference.
func (v view) ledger() app.UI {
	l := &v.s.Answer.Ledger
	return ui.Card(ui.CardProps{ID: "definitions", Title: v.T("definition.ledger"), Class: refreshing(v.s.Busy),
		Lead: v.T("definition.ledger.lead", analysis.On("from", l.From+1), analysis.On("day", l.Day))},
		v.entries(l),
		v.adding(),
		v.steps(l),
		ui.ExplainFold(v.explainLedger()),
	)
}

func (v view) explainLedger() ui.ExplainProps {
	l := &v.s.Answer.Ledger
	return ui.ExplainProps{Lang: v.Lang,
		Text: v.T("definition.ledger.explain"), Formula: v.T("definition.ledger.formula"),
		Inputs:      []string{v.T("definition.ledger.inputs", analysis.On("from", l.From), analysis.On("day", l.Day))},
		Exclusions:  []string{v.T("definition.ledger.passing")},
		Assumptions: []string{v.T("definition.ledger.assumes")},
		Source:      v.T("definition.ledger.source")}
}

func refreshing(on bool) string {
	if on {
		return "refreshing"
	}
	return ""
}

func (v view) entries(l *churn.Ledger) app.UI {
	return app.Div().Class("definitions").Body(ui.PlainTable(v.entryTable(l)))
}

func (v view) entryTable(l *churn.Ledger) ui.PlainTableProps {
	p := ui.PlainTableProps{Label: v.T("definition.ledger"), Columns: []ui.Column{
		{Title: v.T("definition.ledger.by")}, {Title: v.T("definition.ledger.lost"), Numeric: true}, {Title: v.T("definition.ledger.share"), Numeric: true},
		{Title: v.T("definition.ledger.churn"), Numeric: true}, {Title: v.T("definition.ledger.back"), Numeric: true},
		{Title: v.T("definition.ledger.wrong"), Numeric: true}, {Title: v.T("definition.ledger.do")}}}
	for i := range l.Entries {
		e := &l.Entries[i]
		p.Rows = append(p.Rows, []app.UI{v.entryName(i, e),
			app.Text(v.Lang.Int(e.Lost.K)), app.Text(v.share(e.Lost)), v.churn(e), app.Text(v.Lang.Int(e.Returned)), app.Text(v.wrong(e)), v.entryDo(i)})
	}
	return p
}

// entryName names a definition and says whether it is the one in force.
func (v view) entryName(i int, e *churn.Entry) app.UI {
	return app.Span().Class("entry-name").Body(
		app.Span().Text(capital(v.Loss(e.By))),
		app.If(i == 0, func() app.UI { return ui.Badge(v.T("definition.ledger.in-force"), ui.Accent) }))
}

// capital writes the first letter large, where the script has such letters.
func capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

func (v view) share(s churn.Share) string {
	if s.N == 0 {
		return "–"
	}
	return v.Lang.Percent(s.Value, 1)
}

// churn is the rate with its interval and what it is a share of.
func (v view) churn(e *churn.Entry) app.UI {
	if e.Churn.N == 0 {
		return app.Text("–")
	}
	return app.Span().Body(app.Text(v.share(e.Churn)),
		app.Span().Class("below quiet-text").Text(v.T("definition.ledger.of", analysis.Count("k", e.Churn.K), analysis.Count("n", e.Churn.N))))
}

// wrong is the share of all customers that the trial found called wrongly.
func (v view) wrong(e *churn.Entry) string {
	n := e.Calls.Returned.N + e.Calls.Gone.N
	if n == 0 {
		return "–"
	}
	return v.Lang.Percent(float64(e.Calls.Returned.K+e.Calls.Gone.K)/float64(n), 1)
}

// entryDo takes an entry into force or out of the ledger.
func (v view) entryDo(i int) app.UI {
	if i == 0 || i > len(v.s.Question.Compare) {
		return app.Text("")
	}
	d := v.s.Question.Compare[i-1]
	return app.Div().Class("entry-do").Body(
		ui.Button(ui.ButtonProps{ID: "use-" + strconv.Itoa(i), Label: v.T("definition.ledger.use"), Small: true, OnClick: func(app.Context) { v.use(i-1, d) }}),
		ui.IconButton(ui.ButtonProps{ID: "drop-" + strconv.Itoa(i), Label: v.T("definition.ledger.drop", analysis.Text("by", v.Loss(d))), Icon: ui.IconClose, Kind: ui.Quiet, Small: true,
			OnClick: func(app.Context) { v.drop(i - 1) }}),
	)
}

// use takes an entry into force and leaves what was in its place to compare with.
func (v view) use(i int, d churn.Definition) {
	before := v.s.Answer.Definition
	if i < len(v.s.Compared) {
		v.s.Drop(i)
	}
	v.s.Compare(before)
	v.s.Draft = nil
	v.Focus("loss-add")
	v.Define(d)
}

func (v view) drop(i int) {
	if i < len(v.s.Compared) {
		v.s.Drop(i)
		v.Focus("loss-add")
		Ask(v.Host, v.s)
	}
}

// adding offers definitions to compare with.
func (v view) adding() app.UI {
	if len(v.s.Compared) >= engine.MaxCompared {
		return app.P().Class("quiet-text").Text(v.T("definition.ledger.full", analysis.Count("max", engine.MaxCompared)))
	}
	list := v.offers()
	options := []ui.Option{{Value: "", Label: v.T("definition.ledger.add.choose")}}
	for i, d := range list {
		options = append(options, ui.Option{Value: strconv.Itoa(i + 1), Label: v.offerName(d)})
	}
	return app.Div().Class("adding").Body(&ui.Select{ID: "loss-add", Label: v.T("definition.ledger.add"), Options: options,
		OnChange: func(_ app.Context, value string) {
			if i, err := strconv.Atoi(value); err == nil && v.s.Compare(list[i-1].by) {
				Ask(v.Host, v.s)
			}
		}})
}

// An offer is a definition to compare with and what proposes it.
type offer struct {
	by  churn.Definition
	who i18n.Key
}

func (v view) offers() []offer {
	w := &v.s.Answer.Workbench
	var list []offer
	add := func(d churn.Definition, who i18n.Key) {
		if d.Window <= w.Span && !same(d, v.Definition) {
			list = append(list, offer{d, who})
		}
	}
	add(churn.Definition{}, "definition.offer.proposal")
	if w.Trial.Best > 0 {
		add(churn.Definition{Window: w.Trial.Best}, "definition.offer.best")
	}
	for _, p := range churn.Presets() {
		if p.Definition.Kind == churn.Silence {
			add(p.Definition, i18n.Key("churn.preset."+p.Key+".name"))
		}
	}
	add(churn.Definition{Kind: churn.Declined}, "definition.offer.purchases")
	add(churn.Definition{Kind: churn.Declined, Decline: churn.Decline{Spend: true}}, "definition.offer.spend")
	add(churn.Definition{Kind: churn.Combined, All: true, Parts: []churn.Kind{churn.Silence, churn.Declined}}, "definition.offer.both")
	return list
}

func (v view) offerName(o offer) string {
	if o.by.Window > 0 {
		return v.T("definition.offer.days", analysis.Word("who", string(o.who)), analysis.Count("days", o.by.Window))
	}
	return v.T(o.who)
}

// steps explain the differences: each table sums.
func (v view) steps(l *churn.Ledger) app.UI {
	if len(l.Steps) == 0 {
		return nil
	}
	blocks := []app.UI{app.H3().Text(v.T("definition.steps"))}
	for i := range l.Steps {
		blocks = append(blocks, v.step(&l.Steps[i], v.Loss(l.Entries[i].By), v.Loss(l.Entries[i+1].By)))
	}
	return app.Div().Class("loss-steps").Body(blocks...)
}

func (v view) step(s *churn.Step, before, after string) app.UI {
	p := ui.PlainTableProps{Label: v.T("definition.step", analysis.Text("before", before), analysis.Text("after", after)), Compact: true,
		Columns: []ui.Column{{Title: v.T("definition.step.who")}, {Title: v.T("definition.step.customers"), Numeric: true}, {Title: v.T("definition.step.revenue"), Numeric: true}},
		Rows:    [][]app.UI{ui.Cells(v.T("definition.step.from", analysis.Text("by", before)), v.Lang.Int(s.Before), "")},
		Foot:    [][]app.UI{ui.Cells(v.T("definition.step.to", analysis.Text("by", after)), v.Lang.Int(s.After), "")}}
	for _, line := range s.Lines {
		sign := "+"
		if line.Change < 0 {
			sign = "−"
		}
		p.Rows = append(p.Rows, ui.Cells(i18n.Say(v.Lang, line.Reason), sign+v.Lang.Int(max(line.Change, -line.Change)), v.Money(line.Revenue.Float())))
	}
	return ui.PlainTable(p)
}
