package customers

import (
	"context"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	if h.Dataset == nil {
		return ui.Page(screen.NoData(h, "screen.customers"))
	}
	v := view{h, s}
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.customers"), Finding: v.finding(), Controls: []app.UI{v.save()}}),
		ui.Failure(h.Lang, s.Err),
		ui.Card(ui.CardProps{Class: "everyone", Foot: h.Sentences(h.T("customers.open"), h.T("customers.foot"))}, v.filters(), v.among(), v.table()),
		v.card(),
	)
}

type view struct {
	*screen.Host
	s *State
}

// save saves everyone, whatever the filter shows.
func (v view) save() app.UI {
	return ui.Button(ui.ButtonProps{ID: "save", Label: v.T("customers.save"), Icon: ui.IconSave,
		OnClick: func(app.Context) { v.Export(engine.ExportRequest{Table: engine.CustomersTable}) }})
}

// finding says how many are shown and in which order.
func (v view) finding() string {
	if !v.s.Known {
		return v.T("ui.loading")
	}
	return v.Sentences(v.shown(), v.order())
}

func (v view) shown() string {
	q := v.s.Query
	shown, all := analysis.Count("shown", v.s.Total), analysis.Count("customers", v.Dataset.Customers)
	switch {
	case q.Segment == "" && q.Search == "" && !v.filtered():
		return v.T("customers.finding", all)
	case q.Search == "" && !v.filtered():
		return v.T("customers.finding.segment", shown, all, analysis.Text("segment", v.segment(q.Segment)))
	}
	return v.T("customers.finding.filtered", shown, all)
}

func (v view) order() string {
	key := i18n.Key("customers.order.up")
	if v.s.Query.Down {
		key = "customers.order.down"
	}
	return v.T(key, analysis.Word("column", "customers."+string(v.s.Query.Sort)))
}

func (v view) filters() app.UI {
	return ui.Form(
		&ui.Field{ID: "search", Kind: ui.SearchField, Label: v.T("customers.search"), Hint: v.T("customers.search.hint"), Value: v.s.Query.Search,
			OnInput: func(_ app.Context, text string) {
				v.s.Rearrange(func(q *engine.CustomersRequest) { q.Search = text })
			}},
		&ui.Select{ID: "segment", Label: v.T("segments.segment"), Value: v.s.Query.Segment, Options: v.segments(),
			OnChange: func(_ app.Context, segment string) {
				v.s.Rearrange(func(q *engine.CustomersRequest) { q.Segment = segment })
			}},
		&ui.Checkbox{ID: "mask", Label: v.T("customers.mask"), Hint: v.T("customers.mask.hint"), Checked: v.Masked,
			OnChange: func(_ app.Context, on bool) { v.Masked = on }},
	)
}

func (v view) segments() []ui.Option {
	list := []ui.Option{{Value: "", Label: v.T("customers.all")}}
	for _, key := range v.s.Segments() {
		list = append(list, ui.Option{Value: key, Label: v.segment(key)})
	}
	return list
}

func (v view) segment(key string) string { return screen.SegmentName(v.Host, v.s.Basis.Scores, key) }

func (v view) table() app.UI {
	return &ui.Table{Lang: v.Lang, ID: "customers", Label: v.T("screen.customers"), Columns: v.columns(),
		Total: v.total(), Row: v.row, Need: v.need, Busy: !v.s.Known,
		Sort: string(v.s.Query.Sort), Down: v.s.Query.Down, Version: v.s.Version,
		OnOpen: v.open,
		OnSort: func(_ app.Context, key string) { v.s.SortBy(engine.CustomerSort(key)) },
	}
}

// open opens the card of row i, once it is loaded.
func (v view) open(_ app.Context, i int) {
	if r := v.s.Row(i); r != nil {
		OpenCard(v.Host, v.s, r.ID)
	}
}

// total is what the table scrolls over; before the first answer it asks for
// one page's worth.
func (v view) total() int {
	if !v.s.Known {
		return min(PageRows, v.Dataset.Customers)
	}
	return v.s.Total
}

func (v view) columns() []ui.Column {
	column := func(key engine.CustomerSort, numeric bool, width int) ui.Column {
		return ui.Column{Key: string(key), Title: v.T(i18n.Key("customers." + string(key))), Numeric: numeric, Sortable: true, Width: width}
	}
	return []ui.Column{
		column(engine.ByID, false, 120),
		column(engine.BySegment, false, 150),
		column(engine.ByLast, true, 124),
		column(engine.ByDays, true, 134),
		column(engine.BySpend, true, 112),
		{Key: "rfm", Title: "R F M", Hint: v.T("customers.rfm"), Numeric: true, Width: 76},
		column(engine.ByAlive, true, 96),
		column(engine.ByExpected, true, 166),
		column(engine.ByCLV, true, 124),
	}
}

func (v view) row(i int) []app.UI {
	r := v.s.Row(i)
	if r == nil {
		return nil
	}
	return ui.Cells(v.Customer(r.ID), v.segment(r.Segment), v.Lang.Date(r.Last), v.Lang.Int(r.Days), v.Money(r.Spend.Float()),
		v.Lang.Int(r.R)+" "+v.Lang.Int(r.F)+" "+v.Lang.Int(r.M),
		v.known(r.Alive, func(x float64) string { return v.Lang.Percent(x, 1) }),
		v.known(r.Expected, func(x float64) string { return v.Lang.Number(x, 2) }),
		v.known(r.CLV, v.Money))
}

func (v view) known(x float64, write func(float64) string) string {
	if math.IsNaN(x) {
		return "—"
	}
	return write(x)
}

// need fetches the rows that came into sight.
func (v view) need(_ app.Context, from, to int) {
	version := v.s.Version
	for _, page := range v.s.Want(from, to) {
		go func() {
			answer, err := v.Engine.Customers(context.Background(), v.s.Request(page))
			v.Redraw(func() { v.s.Got(version, page, answer, err) })
		}()
	}
}
