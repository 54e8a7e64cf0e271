package segments

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// table lists the segments with their rule, their losses and what to do.
func (v view) table(r *rfm.Result) app.UI {
	edit := ui.Button(ui.ButtonProps{ID: "edit-rules", Label: v.T("segments.edit"), Small: true, Pressed: ui.TriOf(v.s.Editing),
		OnClick: func(app.Context) { v.s.Editing = !v.s.Editing }})
	return ui.Card(ui.CardProps{ID: "segment-table", Class: "ruled " + screen.Refreshing(v.s.Busy), Title: v.T("segments.table.title"), Lead: v.T("segments.table.lead"),
		Tools: []app.UI{edit, screen.SaveTable(v.Host, engine.SegmentsTable)}, Foot: v.T("segments.table.foot")}, ui.PlainTable(v.segmentTable(r)))
}

func (v view) segmentTable(r *rfm.Result) ui.PlainTableProps {
	var rows [][]app.UI
	for _, s := range r.Segments {
		rows = append(rows, v.row(r, s))
	}
	return ui.PlainTableProps{Label: v.T("segments.table.title"), Rows: rows, Columns: []ui.Column{
		{Title: v.T("segments.advised")},
		{Title: v.T("segments.rule")},
		{Title: v.T("segments.customers"), Numeric: true},
		{Title: v.T("segments.share"), Numeric: true},
		{Title: v.T("segments.revenue"), Numeric: true},
		{Title: v.T("segments.lost"), Numeric: true},
		{Title: v.T("segments.recency"), Numeric: true},
		{Title: v.T(v.counted(r)), Numeric: true},
		{Title: v.T("segments.mean"), Numeric: true},
	}}
}

// counted is what F counts, as a heading.
func (v view) counted(r *rfm.Result) i18n.Key {
	if r.Options.Frequency == rfm.Orders {
		return "segments.orders"
	}
	return "segments.frequency"
}

func (v view) row(r *rfm.Result, s rfm.Segment) []app.UI {
	cells := ui.Cells(v.Lang.Int(s.Customers),
		v.Lang.Percent(share(s.Customers, r.Customers), 1), v.Lang.Percent(part(s.Revenue, r.Revenue), 1), "",
		v.known(s, s.Recency, 0), v.known(s, s.Frequency, 1), v.money(s))
	cells[3] = v.lost(s.Loss)
	name := app.Div().Class("advised").Body(v.link(s), app.Span().Class("advice").Text(v.advice(r, s)))
	return append([]app.UI{name, app.Span().Class("whole").Text(v.ruleText(r, s))}, cells...)
}

// advice is what we would do. A segment of the person's own has that of the classic
// segment in the middle of its rule.
func (v view) advice(r *rfm.Result, s rfm.Segment) string {
	key := i18n.Key("segment." + s.Key + ".advice")
	if !i18n.Has(key) {
		key = i18n.Key("segment." + rfm.Like(s.Rule, r.Options.Bins) + ".advice")
	}
	if s.Key == rfm.Other {
		return v.T("segments.other.why")
	}
	return v.T(key)
}

func (v view) ruleText(r *rfm.Result, s rfm.Segment) string {
	text := s.Rule.Text(r.Options.Bins)
	switch {
	case s.Key == rfm.Other:
		return v.T("segments.rule.other")
	case text == "":
		return v.T("segments.rule.all")
	}
	return text
}

// lost writes a churn rate with its interval below it.
func (v view) lost(l rfm.Loss) app.UI {
	if math.IsNaN(l.Share) {
		return app.Text("—")
	}
	return app.Div().Class("whole").Body(app.Text(v.Lang.Percent(l.Share, 1)),
		app.Div().Class("advice").Text(v.Range(l.Low, l.High, 1)))
}

// link opens the customers of a segment, if it has any.
func (v view) link(s rfm.Segment) app.UI {
	if s.Customers == 0 {
		return app.Span().Class("nobody").Text(v.name(s.Key))
	}
	return link("open-"+s.Key, v.name(s.Key), func() { v.openGroup(engine.SegmentRFM, s.Key) })
}

// link is a text that opens the customers it tells of.
func link(id, label string, open func()) app.UI {
	return app.Span().Class("link").Body(ui.Button(ui.ButtonProps{ID: id, Label: label, Kind: ui.Quiet, Small: true, OnClick: func(app.Context) { open() }}))
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

// coverage says where the person's own rules overlap and leave gaps.
func (v view) coverage(r *rfm.Result) app.UI {
	var said []string
	c := r.Coverage
	if c.Open > 0 {
		bins := r.Options.Bins
		said = append(said, v.T("segments.gaps", analysis.Count("n", c.Open), analysis.Count("all", bins*bins*bins), analysis.Text("other", v.name(rfm.Other))))
	}
	for _, key := range c.Hidden {
		said = append(said, v.T("segments.hidden", analysis.Text("segment", v.name(key))))
	}
	for i, o := range c.Overlaps {
		if i == shownOverlaps {
			said = append(said, v.T("segments.overlaps.more", analysis.Count("n", len(c.Overlaps)-i)))
			break
		}
		said = append(said, v.T("segments.overlap", analysis.Text("first", v.name(o.First)), analysis.Text("second", v.name(o.Second)), analysis.Count("n", o.Triples)))
	}
	if len(said) == 0 {
		return nil
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Title: v.T("segments.coverage"), Text: v.Sentences(said...)})
}

// shownOverlaps bounds the pairs that are told one by one.
const shownOverlaps = 4
