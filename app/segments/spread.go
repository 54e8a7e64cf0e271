package segments

import (
	"cmp"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// spread is the tab of concentration: who brings the revenue, and how many of them
// are lost.
func (v view) spread() app.UI {
	s := &v.s.Spread
	if s.Answer == nil {
		return screen.Waiting(v.Host, s.Progress, s.Err, func() { AskSpread(v.Host, v.s) })
	}
	v.knob(s.Answer)
	return ui.Stack(
		screen.Failed(v.Host, s.Err, func() { AskSpread(v.Host, v.s) }),
		v.spreadStats(s.Answer),
		ui.Columns(v.lorenz(s.Answer), ui.Explain(v.explainSpread(s.Answer))),
		v.tiers(s.Answer),
		v.profit(s.Answer),
	)
}

// spreadFinding is the sentence about twenty and eighty, with the client's own numbers.
func (v view) spreadFinding() string {
	a := v.s.Spread.Answer
	if a == nil || math.IsNaN(a.Brings) {
		return ""
	}
	return v.T("spread.finding", v.topText(a), analysis.Percent("share", a.Brings),
		analysis.Percent("reach", a.Result.Reach(0.8)))
}

// topText is the share of customers that is marked, in whole per cent as it is
// chosen.
func (v view) topText(a *engine.Concentration) screen.Arg {
	return analysis.Text("top", v.Lang.Percent(a.Top, 0))
}

func (v view) spreadStats(a *engine.Concentration) app.UI {
	best := a.Tiers[0]
	return ui.Stats(
		screen.Stat(v.Host, "number.spread.top", ui.StatProps{Label: v.T("spread.stat.top", v.topText(a)), Value: v.known100(a.Brings), Unit: "%",
			Note: v.T("spread.stat.top.note")}),
		screen.Stat(v.Host, "number.spread.gini", ui.StatProps{Label: v.T("spread.stat.gini"), Value: v.number(a.Result.Gini, 3), Note: v.T("spread.stat.gini.note")}),
		screen.Stat(v.Host, "number.spread.lost", ui.StatProps{Label: v.T("spread.stat.lost", analysis.Text("tier", v.tierName(best))), Value: v.known100(best.LostShare), Unit: "%",
			Interval: v.lostInterval(best), Note: v.T("spread.stat.lost.note", analysis.Count("lost", best.Lost), analysis.Count("customers", best.Customers))}),
		screen.Stat(v.Host, "number.spread.risk", ui.StatProps{Label: v.T("spread.risk"), Value: v.CompactMoney(a.Risk.Total), Note: v.riskNote(&a.Risk)}),
	)
}

// riskNote says what revenue at risk is made of.
func (v view) riskNote(r *engine.Risk) string {
	if r.Model == "" {
		return v.T("spread.risk.year", analysis.Count("days", r.Days))
	}
	return v.T("spread.risk.model", analysis.Count("months", r.Months), analysis.Text("model", r.Model))
}

// number writes a number, "" for one that is not known: a stat then says so.
func (v view) number(x float64, decimals int) string {
	if math.IsNaN(x) {
		return ""
	}
	return v.Lang.Number(x, decimals)
}

func (v view) known100(share float64) string { return v.number(100*share, 1) }

func (v view) lostInterval(t segment.Tier) string {
	if math.IsNaN(t.LostLow) {
		return ""
	}
	return v.Range(t.LostLow, t.LostHigh, 1)
}

// knob tells the ruler of the curve where it stands and what to do when a person has moved it.
func (v view) knob(a *engine.Concentration) {
	k := &v.s.TopKnob
	k.Rest(100 - math.Round(100*cmp.Or(v.s.Top, a.Top))) // what is chosen, though its answer may be on the way
	k.Say = func(at float64) string {
		top := 1 - at/100
		return v.T("spread.top", analysis.Text("top", v.Lang.Percent(top, 0)), analysis.Text("share", v.Lang.Percent(a.Result.Top(top), 0)))
	}
	k.OnSet = func(_ app.Context, at float64) {
		v.s.Top = 1 - at/100
		AskSpread(v.Host, v.s)
	}
}

// lorenz is the curve with the ruler that a person may move.
func (v view) lorenz(a *engine.Concentration) app.UI {
	if a.Lorenz.SVG == "" {
		return nil
	}
	return &ui.Figure{Lang: v.Lang, Figure: &a.Lorenz, Saver: v.Saver, Busy: v.s.Spread.Busy, Knob: &v.s.TopKnob, OnPresent: screen.Presents(v.Host, &a.Lorenz), OnReport: v.Reports(a.Lorenz.ID)}
}

// tiers lists who brings what, and how many of them are lost.
func (v view) tiers(a *engine.Concentration) app.UI {
	return ui.Card(ui.CardProps{ID: "tiers", Title: v.T("spread.tiers"), Lead: v.T("spread.tiers.lead"), Foot: v.T("spread.tiers.foot"),
		Tools: []app.UI{
			ui.Segmented(ui.SegmentedProps{ID: "cutting", Label: v.T("spread.cutting"), Small: true, Value: "cutting-" + string(v.s.Tiers),
				Options: []ui.Option{{Value: "cutting-", Label: v.T("spread.cutting.abc")}, {Value: "cutting-deciles", Label: v.T("spread.cutting.deciles")}},
				OnChange: func(_ app.Context, chosen string) {
					v.s.Tiers = segment.Cutting(chosen[len("cutting-"):])
					AskSpread(v.Host, v.s)
				}}),
			screen.SaveTable(v.Host, engine.TiersTable),
		}},
		ui.PlainTable(v.tierTable(a)))
}

func (v view) tierTable(a *engine.Concentration) ui.PlainTableProps {
	var rows [][]app.UI
	for i, t := range a.Tiers {
		rows = append(rows, v.tierRow(t, a.Risk.Tiers[i]))
	}
	return ui.PlainTableProps{Label: v.T("spread.tiers"), Rows: rows, Columns: []ui.Column{
		{Title: v.T("spread.tier")},
		{Title: v.T("segments.customers"), Numeric: true},
		{Title: v.T("segments.share"), Numeric: true},
		{Title: v.T("segments.revenue"), Numeric: true},
		{Title: v.T("spread.from"), Numeric: true},
		{Title: v.T("spread.lost"), Numeric: true},
		{Title: v.T("spread.lost.share"), Numeric: true},
		{Title: v.T("spread.gone"), Numeric: true},
		{Title: v.T("spread.risk"), Hint: v.riskNote(&a.Risk), Numeric: true},
	}}
}

func (v view) tierRow(t segment.Tier, risk float64) []app.UI {
	from := "—"
	if t.Customers > 0 {
		from = v.Lang.MoneyWhole(t.Low.Float(), v.Currency())
	}
	lost := "—"
	if !math.IsNaN(t.LostShare) {
		lost = v.Lang.Percent(t.LostShare, 1) + " (" + v.lostInterval(t) + ")"
	}
	return append([]app.UI{app.Span().Class("whole").Text(v.tierName(t))}, ui.Cells(v.Lang.Int(t.Customers), v.Lang.Percent(t.Share, 1), v.Lang.Percent(t.Brings, 1), from,
		v.Lang.Int(t.Lost), lost, v.CompactMoney(t.Gone.Float()), v.CompactMoney(risk))...)
}

// tierName names a tier: a letter stays a letter, a tenth gets its ordinal.
func (v view) tierName(t segment.Tier) string {
	switch t.Key {
	case "a", "b", "c":
		return v.T(i18n.Key("spread.tier." + t.Key))
	}
	return v.T("spread.tier.decile", analysis.Text("n", t.Key))
}

// profit shows the whale curve where a column tells of margin or cost, else which
// column would.
func (v view) profit(a *engine.Concentration) app.UI {
	if a.Profit == nil {
		return ui.Card(ui.CardProps{Title: v.T("spread.profit"), Lead: v.T("spread.profit.missing")})
	}
	return ui.Halves(screen.Figure(v.Host, &a.Whale, v.s.Spread.Busy, nil), ui.Explain(v.explainProfit(a)))
}

func (v view) explainProfit(a *engine.Concentration) ui.ExplainProps {
	if a.Profit == nil {
		return ui.ExplainProps{Lang: v.Lang, Title: v.T("spread.profit"), Text: v.T("spread.profit.missing")}
	}
	key := i18n.Key("spread.profit.margin")
	if a.Profit.Role == "cost" {
		key = "spread.profit.cost"
	}
	notes := []string{v.T(key, analysis.Text("column", a.Profit.Column))}
	if a.Profit.Missing > 0 {
		notes = append(notes, v.T("spread.profit.unknown", analysis.Count("rows", a.Profit.Missing)))
	}
	return ui.ExplainProps{Lang: v.Lang, Title: v.T("spread.profit.title"), Text: v.T("spread.profit.explain"), Inputs: notes, Source: v.T("spread.profit.source")}
}

func (v view) explainSpread(a *engine.Concentration) ui.ExplainProps {
	r := &a.Result
	var left []string
	if r.Below > 0 {
		left = append(left, v.T("spread.explain.below", analysis.Count("customers", r.Below), analysis.Text("sum", v.Money(r.BelowSum.Float()))))
	}
	if a.Risk.Unknown > 0 {
		left = append(left, v.T("spread.risk.unknown", analysis.Count("customers", a.Risk.Unknown)))
	}
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("spread.explain"), Formula: v.T("spread.explain.formula"),
		Inputs:      []string{v.T("spread.explain.inputs", analysis.Count("customers", r.Customers), analysis.Text("revenue", v.Money(r.Total.Float())))},
		Exclusions:  left,
		Assumptions: []string{v.T("spread.explain.tiers"), v.T("spread.explain.lost"), v.riskExplained(&a.Risk), v.T("spread.explain.few", analysis.Number("corrected", r.Corrected))},
		Source:      v.T("spread.explain.source"),
	}
}

func (v view) riskExplained(r *engine.Risk) string {
	if r.Model == "" {
		return v.T("spread.risk.explain.year", analysis.Count("days", r.Days))
	}
	return v.T("spread.risk.explain.model", analysis.Count("months", r.Months), analysis.Text("model", r.Model))
}
