package segments

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// scores is the tab of scores and named segments.
func (v view) scores() app.UI {
	r := &v.s.Answer.Result
	return ui.Stack(
		v.controls(),
		ui.Warnings(v.Lang, r.Warnings),
		ui.Columns(screen.Figure(v.Host, &v.s.Answer.Bars, v.s.Busy, v.openMark), v.explain(r)),
		v.table(r),
		ui.Halves(screen.Figure(v.Host, &v.s.Answer.Grid, v.s.Busy, v.openMark), v.cuts(r)),
	)
}

// openMark follows a mark's key, "segment:champions".
func (v view) openMark(key string) {
	if segment, ok := strings.CutPrefix(key, "segment:"); ok {
		v.open(segment)
	}
}

func (v view) name(segment string) string { return v.T(i18n.Key("segment." + segment)) }

// finding names the segment that brings most, and what is about to be lost.
func (v view) finding() string {
	r := &v.s.Answer.Result
	lead := Lead(r)
	if lead == nil {
		return ""
	}
	return v.Sentences(
		v.T("segments.finding.lead", analysis.Text("segment", v.name(lead.Key)),
			analysis.Percent("customers", share(lead.Customers, r.Customers)), analysis.Percent("revenue", part(lead.Revenue, r.Revenue))),
		v.lapsing(r))
}

// lapsing is what a win-back is about.
func (v view) lapsing(r *rfm.Result) string {
	customers, revenue := Lapsing(r)
	if customers == 0 {
		return ""
	}
	return v.T("segments.finding.lapsing", analysis.Count("customers", customers), analysis.Text("revenue", v.CompactMoney(revenue.Float())))
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func part(of, whole analysis.Money) float64 {
	if whole == 0 {
		return 0
	}
	return of.Float() / whole.Float()
}

// controls choose how customers are scored.
func (v view) controls() app.UI {
	o := &v.s.Options
	bins := make([]ui.Option, 0, rfm.MaxBins-rfm.MinBins+1)
	for n := rfm.MinBins; n <= rfm.MaxBins; n++ {
		bins = append(bins, ui.Option{Value: strconv.Itoa(n), Label: v.Lang.Int(n)})
	}
	return ui.Card(ui.CardProps{}, ui.Form(
		&ui.Select{ID: "rules", Label: v.T("segments.rules"), Value: "rfm.ruleset." + name(string(o.RuleSet), "classic"),
			Options: v.options("rfm.ruleset.classic", "rfm.ruleset.compact"),
			OnChange: func(_ app.Context, value string) {
				v.change(func() { o.RuleSet = map[string]rfm.RuleSet{"rfm.ruleset.compact": rfm.Compact}[value] })
			}},
		&ui.Select{ID: "bins", Label: v.T("segments.bins"), Value: strconv.Itoa(cmp.Or(o.Bins, v.s.Answer.Result.Options.Bins)), Options: bins,
			OnChange: func(_ app.Context, value string) {
				v.change(func() { o.Bins, _ = strconv.Atoi(value) })
			}},
		&ui.Select{ID: "spend", Label: v.T("segments.spend"), Value: "rfm.spend." + name(string(o.Spend), "total"),
			Options: v.options("rfm.spend.total", "rfm.spend.average"),
			OnChange: func(_ app.Context, value string) {
				v.change(func() { o.Spend = map[string]rfm.Spend{"rfm.spend.average": rfm.AverageSpend}[value] })
			}},
	))
}

// name is a choice's name in keys; the zero value of a choice has one, too.
func name(value, zero string) string {
	if value == "" {
		return zero
	}
	return value
}

func (v view) options(keys ...i18n.Key) []ui.Option {
	list := make([]ui.Option, len(keys))
	for i, key := range keys {
		list[i] = ui.Option{Value: string(key), Label: v.T(key)}
	}
	return list
}

func (v view) change(set func()) {
	set()
	Ask(v.Host, v.s)
}

// table lists the segments with their rule and what to do.
func (v view) table(r *rfm.Result) app.UI {
	var rows [][]app.UI
	for _, s := range r.Segments {
		rows = append(rows, v.row(r, s))
	}
	return ui.Card(ui.CardProps{Class: "ruled", Title: v.T("segments.table.title"), Lead: v.T("segments.table.lead"),
		Tools: []app.UI{screen.SaveTable(v.Host, engine.SegmentsTable)}, Foot: v.T("segments.table.foot")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("segments.table.title"), Rows: rows, Columns: []ui.Column{
			{Title: v.T("segments.advised")},
			{Title: v.T("segments.rule")},
			{Title: v.T("segments.customers"), Numeric: true},
			{Title: v.T("segments.share"), Numeric: true},
			{Title: v.T("segments.revenue"), Numeric: true},
			{Title: v.T("segments.recency"), Numeric: true},
			{Title: v.T("segments.frequency"), Numeric: true},
			{Title: v.T("segments.mean"), Numeric: true},
		}}))
}

func (v view) row(r *rfm.Result, s rfm.Segment) []app.UI {
	cells := ui.Cells(v.Lang.Int(s.Customers),
		v.Lang.Percent(share(s.Customers, r.Customers), 1), v.Lang.Percent(part(s.Revenue, r.Revenue), 1),
		v.known(s, s.Recency, 0), v.known(s, s.Frequency, 1), v.money(s))
	name := app.Div().Class("advised").Body(v.link(s), app.Span().Class("advice").Text(v.T(i18n.Key("segment."+s.Key+".advice"))))
	return append([]app.UI{name, app.Span().Class("whole").Text(v.rule(s.Rule))}, cells...)
}

// link opens the customers of a segment, if it has any.
func (v view) link(s rfm.Segment) app.UI {
	if s.Customers == 0 {
		return app.Span().Class("nobody").Text(v.name(s.Key))
	}
	return app.Span().Class("link").Body(ui.Button(ui.ButtonProps{ID: "open-" + s.Key, Label: v.name(s.Key), Kind: ui.Quiet, Small: true,
		OnClick: func(app.Context) { v.open(s.Key) }}))
}

// known writes an average, which an empty segment does not have.
func (v view) known(s rfm.Segment, value float64, decimals int) string {
	if s.Customers == 0 {
		return "—"
	}
	return v.Lang.Number(value, decimals)
}

func (v view) money(s rfm.Segment) string {
	if s.Customers == 0 {
		return "—"
	}
	return v.CompactMoney(s.Spend)
}

// rule writes a rule as a person reads it: R 1–2 · F 5.
func (v view) rule(r rfm.Rule) string {
	bins := v.s.Answer.Result.Options.Bins
	var parts []string
	for _, side := range []struct {
		name     string
		min, max int
	}{{"R", r.RMin, r.RMax}, {"F", r.FMin, r.FMax}, {"M", r.MMin, r.MMax}} {
		if side.min > 0 || side.max > 0 {
			parts = append(parts, side.name+" "+span(max(side.min, 1), side.max, bins))
		}
	}
	return strings.Join(parts, " · ")
}

func span(low, high, bins int) string {
	if high == 0 {
		high = bins
	}
	if low == high {
		return strconv.Itoa(low)
	}
	return strconv.Itoa(low) + "–" + strconv.Itoa(high)
}

// cuts shows where the scores change and how even the bins are.
func (v view) cuts(r *rfm.Result) app.UI {
	columns := []ui.Column{{Title: v.T("segments.score")}}
	for _, key := range []i18n.Key{"segments.upto.r", "segments.upto.f", "segments.upto.m"} {
		columns = append(columns, ui.Column{Title: v.T(key), Numeric: true}, ui.Column{Title: v.T("segments.people"), Numeric: true})
	}
	var rows [][]app.UI
	for bin := range r.Options.Bins {
		texts := []string{strconv.Itoa(bin + 1)}
		for measure, c := range r.Cuts {
			texts = append(texts, v.cut(measure, c.Upper[bin]), v.Lang.Int(c.Size[bin]))
		}
		rows = append(rows, ui.Cells(texts...))
	}
	return ui.Card(ui.CardProps{Title: v.T("segments.cuts.title"), Lead: v.T("segments.cuts.lead"), Class: "cuts",
		Foot: v.T("segments.cuts.foot", analysis.Count("r", r.Cuts[0].Moved), analysis.Count("f", r.Cuts[1].Moved), analysis.Count("m", r.Cuts[2].Moved))},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("segments.cuts.title"), Columns: columns, Rows: rows, Compact: true}))
}

func (v view) cut(measure int, upper float64) string {
	switch {
	case measure == 2 && upper >= 1000:
		return v.Lang.MoneyWhole(upper, v.Currency())
	case measure == 2:
		return v.Money(upper)
	}
	return v.Lang.Number(upper, 0)
}

func (v view) explain(r *rfm.Result) app.UI {
	return ui.Explain(ui.ExplainProps{Lang: v.Lang, Text: v.T("segments.explain"),
		Inputs: []string{v.T("segments.explain.inputs", analysis.Count("customers", r.Customers), analysis.On("end", r.End)),
			v.T("segments.explain.r"), v.T("segments.explain.f"), v.T("segments.explain.m", analysis.Word("spend", "rfm.spend."+name(string(r.Options.Spend), "total")))},
		Assumptions: []string{v.T("segments.explain.ties"), v.T("segments.explain.advice")},
		Source:      v.T("segments.explain.source"),
	})
}
