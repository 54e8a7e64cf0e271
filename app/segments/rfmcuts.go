package segments

import (
	"cmp"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// cuts shows where the scores change and how even the bins are.
func (v view) cuts(r *rfm.Result) app.UI {
	columns := []ui.Column{{Title: v.T("segments.score")}}
	for m := range r.Cuts {
		columns = append(columns, ui.Column{Title: v.T(v.upTo(r, m)), Numeric: true}, ui.Column{Title: v.T("segments.people"), Numeric: true})
	}
	var rows [][]app.UI
	for bin := range r.Options.Bins {
		texts := []string{strconv.Itoa(bin + 1)}
		for m, c := range r.Cuts {
			texts = append(texts, v.values(m, c, bin), v.Lang.Int(c.Size[bin]))
		}
		rows = append(rows, ui.Cells(texts...))
	}
	body := []app.UI{ui.PlainTable(ui.PlainTableProps{Label: v.T("segments.cuts.title"), Columns: columns, Rows: rows, Compact: true})}
	foot := ""
	if within := r.Within[0]; within != nil {
		foot = v.T("segments.cuts.nested")
		body = append(body, app.H3().Text(v.T("segments.cuts.within")), v.within("segments.cuts.within", "RF", within, 1))
		body = append(body, v.spendWithin(r)...)
	}
	return ui.Card(ui.CardProps{Title: v.T("segments.cuts.title"), Lead: v.T("segments.cuts.lead"), Class: "cuts", Foot: foot}, body...)
}

// upTo heads the values of a measure.
func (v view) upTo(r *rfm.Result, m int) i18n.Key {
	if m == 1 && r.Options.Frequency == rfm.Orders {
		return "segments.values.orders"
	}
	return i18n.Key("segments.values." + string("rfm"[m]))
}

// values writes the smallest and largest value of a bin.
func (v view) values(m int, c rfm.Cuts, bin int) string {
	if c.Size[bin] == 0 {
		return "—"
	}
	low, high := v.cut(m, c.Lower[bin]), v.cut(m, c.Upper[bin])
	if low == high {
		return low
	}
	return low + " – " + high
}

// spendWithin shows where M changes within each F of one score of R, which can be chosen.
func (v view) spendWithin(r *rfm.Result) []app.UI {
	bins := r.Options.Bins
	at := min(max(v.s.Within, 1), bins)
	options := make([]ui.Option, bins)
	for i := range options {
		options[i] = ui.Option{Value: strconv.Itoa(i + 1), Label: "R " + strconv.Itoa(i+1)}
	}
	return []app.UI{app.H3().Text(v.T("segments.cuts.spend")),
		ui.Segmented(ui.SegmentedProps{ID: "within", Label: v.T("segments.cuts.of"), Small: true, Value: strconv.Itoa(at), Options: options,
			OnChange: func(_ app.Context, chosen string) { v.s.Within, _ = strconv.Atoi(chosen) }}),
		v.within("segments.cuts.spend", "FM", r.Within[1][(at-1)*bins:at*bins], 2)}
}

// within shows where measure m changes within each score of another; heads are the letters of both.
func (v view) within(label i18n.Key, heads string, list []rfm.Cuts, m int) app.UI {
	columns := []ui.Column{{Title: heads[:1]}}
	var rows [][]app.UI
	for i, c := range list {
		columns = append(columns, ui.Column{Title: heads[1:] + " " + strconv.Itoa(i+1), Numeric: true})
		texts := []string{strconv.Itoa(i + 1)}
		for bin := range c.Size {
			texts = append(texts, v.values(m, c, bin))
		}
		rows = append(rows, ui.Cells(texts...))
	}
	return ui.PlainTable(ui.PlainTableProps{Label: v.T(label), Columns: columns, Rows: rows, Compact: true})
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

// ties shows what each tie rule makes of a measure, and whom it would move.
func (v view) ties(r *rfm.Result) app.UI {
	m := v.s.Measure
	columns := []ui.Column{{Title: v.T("segments.ties")}}
	for bin := range r.Options.Bins {
		columns = append(columns, ui.Column{Title: v.T("segments.score.n", analysis.Count("n", bin+1)), Numeric: true})
	}
	columns = append(columns, ui.Column{Title: v.T("segments.moved"), Numeric: true})
	var rows [][]app.UI
	for i, t := range r.Ties {
		word := tieWords[i]
		row := []app.UI{app.Div().Class("advised").Body(
			app.Span().Body(app.Text(v.T(i18n.Key("rfm.ties."+word))+" "), app.If(t.Ties == r.Options.Ties, func() app.UI { return ui.Badge(v.T("segments.in-force"), ui.Accent) })),
			app.Span().Class("advice").Text(v.T(i18n.Key("rfm.ties."+word+".about"))))}
		var texts []string
		for _, size := range t.Size[m] {
			texts = append(texts, v.Lang.Int(size))
		}
		rows = append(rows, append(append(row, ui.Cells(texts...)...), v.movedBy(t, m)))
	}
	foot := v.T("segments.ties.foot")
	if r.Options.Typed[m].N > 0 {
		foot = v.T("segments.ties.typed")
	}
	return ui.Card(ui.CardProps{ID: "tie-rules", Title: v.T("segments.ties.title"), Lead: v.T("segments.ties.lead"), Foot: foot, Tools: []app.UI{v.measure()}},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("segments.ties.title"), Columns: columns, Rows: rows, Compact: true}))
}

// movedBy counts whom a tie rule would move, and opens them.
func (v view) movedBy(t rfm.TieCuts, m int) app.UI {
	count := v.Lang.Int(t.Moved[m])
	if t.Moved[m] == 0 || v.OpenGroups == nil {
		return app.Text(count)
	}
	by := engine.Segmentation{By: engine.SegmentTies, Scores: v.s.Question.Options, Versus: t.Ties, Measure: m}
	return link("moved-"+string(t.Ties), count, func() { v.OpenGroups(engine.GroupRef{Segmentation: by, Key: engine.Moved}) })
}

// measure chooses whose bins are compared.
func (v view) measure() app.UI {
	options := make([]ui.Option, 3)
	for m := range options {
		options[m] = ui.Option{Value: strconv.Itoa(m), Label: string("RFM"[m])}
	}
	return ui.Segmented(ui.SegmentedProps{ID: "measure", Label: v.T("segments.measure"), Small: true, Value: strconv.Itoa(v.s.Measure), Options: options,
		OnChange: func(_ app.Context, chosen string) { v.s.Measure, _ = strconv.Atoi(chosen) }})
}

// explain states what R, F and M are, and how they are cut.
func (v view) explain(r *rfm.Result) ui.ExplainProps {
	o := r.Options
	assumes := []string{v.T(i18n.Key("rfm.ties." + cmp.Or(string(o.Ties), "low") + ".about"))}
	if o.Nested {
		assumes = append(assumes, v.T("segments.explain.nested"))
	}
	if v.s.Question.Definition.Kind == churn.Silence {
		assumes = append(assumes, v.T("segments.explain.silence"))
	}
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("segments.explain"), Formula: v.T("segments.explain.formula"),
		Inputs: []string{v.T("segments.explain.inputs", analysis.Count("customers", r.Customers), analysis.On("end", r.End)),
			v.T("segments.explain.r"), v.T(i18n.Key("segments.explain.f." + cmp.Or(string(o.Frequency), "days"))),
			v.T(i18n.Key("segments.explain.m." + cmp.Or(string(o.Spend), "total")))},
		Assumptions: append(assumes, v.T("segments.explain.loss"), v.T("segments.explain.first"), v.T("segments.explain.advice")),
		Source:      v.T("segments.explain.source"),
	}
}
