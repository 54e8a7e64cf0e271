package customers

import (
	"context"

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
		ui.Card(ui.CardProps{Class: "everyone", Foot: h.Sentences(h.T("customers.open"), h.T("customers.foot"))},
			v.filters(), v.chips(), v.chooser(), v.fitting(), v.table(), v.explain()),
		v.card(),
	)
}

type view struct {
	*screen.Host
	s *State
}

// save saves who is in the table, with the columns in sight.
func (v view) save() app.UI {
	key := i18n.Key("customers.save")
	if v.Masked {
		key = "customers.save.masked"
	}
	return ui.Button(ui.ButtonProps{ID: "save", Label: v.T(key, analysis.Count("shown", v.total())), Icon: ui.IconSave, Disabled: !v.s.Known || v.s.Total == 0,
		OnClick: func(app.Context) {
			q := v.s.Query
			q.Columns = append([]engine.CustomerColumn{engine.ColumnID}, q.Columns...)
			v.Export(engine.ExportRequest{Table: engine.CustomersTable, Customers: &q, Masked: v.Masked})
		}})
}

// finding says how many are shown and in which order.
func (v view) finding() string {
	if !v.s.Known {
		return v.T("ui.loading")
	}
	shown := v.T("customers.finding", analysis.Count("customers", v.Dataset.Customers))
	if v.s.Filtered() {
		shown = v.T("customers.finding.filtered", analysis.Count("shown", v.s.Total), analysis.Count("customers", v.Dataset.Customers))
	}
	return v.Sentences(shown, v.order())
}

func (v view) order() string {
	key := i18n.Key("customers.order.up")
	if v.s.Query.Down {
		key = "customers.order.down"
	}
	return v.T(key, analysis.Text("column", v.title(v.s.Query.Sort)))
}

func (v view) filters() app.UI {
	search := &ui.Field{ID: "search", Kind: ui.SearchField, Label: v.T("customers.search"), Hint: v.T("customers.search.hint"), Value: v.s.Query.Search,
		OnInput: func(_ app.Context, text string) {
			v.s.Rearrange(func(q *engine.CustomersRequest) { q.Search = text })
		}}
	mask := &ui.Checkbox{ID: "mask", Label: v.T("customers.mask"), Hint: v.T("customers.mask.hint"), Checked: v.Masked,
		OnChange: func(_ app.Context, on bool) { v.Masked = on }}
	return ui.Form(append(append([]app.UI{search}, v.add()...), mask)...)
}

// fitting tells how far the model has come that columns in sight wait for, or why there
// is none.
func (v view) fitting() app.UI {
	f := &v.s.Fit
	switch {
	case f.Busy:
		return ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("customers.fitting"), Step: f.Progress.Step, OfSteps: f.Progress.OfSteps})
	case f.Err != nil:
		return ui.Failure(v.Lang, f.Err)
	case v.s.NoValues != nil:
		return ui.Failure(v.Lang, v.s.NoValues)
	case f.Answer != nil && f.Answer.NoValues != nil:
		return ui.Failure(v.Lang, f.Answer.NoValues)
	}
	return nil
}

func (v view) table() app.UI {
	return &ui.Table{Lang: v.Lang, ID: "customers", Label: v.T("screen.customers"), Columns: v.heads(),
		Total: v.total(), Row: v.row, Need: v.need, Busy: !v.s.Known,
		Sort: string(v.s.Query.Sort), Down: v.s.Query.Down, Version: v.s.Version, Empty: v.T("customers.nobody"),
		OnOpen: func(_ app.Context, i int) { OpenCard(v.Host, v.s, i) },
		OnSort: func(_ app.Context, key string) { v.s.SortBy(engine.CustomerColumn(key)) },
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

// need fetches the rows that came into sight.
func (v view) need(_ app.Context, from, to int) { v.fetch(v.s.Want(from, to)) }

// fetch asks for a page, then for the next one in sight, then for the model that they
// want: rows come first.
func (v view) fetch(page int) {
	if page < 0 {
		if q, ok := v.s.Wanting(); ok {
			screen.Ask(v.Host, &v.s.Fit, q, v.Engine.Customers, func(engine.CustomersPage) { v.fetch(v.s.next()) })
		}
		return
	}
	version, req := v.s.Version, v.s.Request(page)
	go func() {
		answer, err := v.Engine.Customers(context.Background(), req)
		v.Redraw(func() {
			next := v.s.Got(version, page, answer, err)
			if version == v.s.Version {
				v.tellChange()
				v.opened()
				v.fetch(next)
			}
		})
	}()
}

// tellChange tells once of another order or filter: it can be undone.
func (v view) tellChange() {
	if v.s.told != v.s.Version && v.Asked != nil {
		v.s.told = v.s.Version
		v.Asked()
	}
}

func (v view) explain() app.UI {
	return ui.ExplainFold(ui.ExplainProps{Lang: v.Lang, Text: v.T("customers.explain"),
		Inputs:      []string{v.T("customers.explain.counts"), v.T("customers.explain.scores"), v.T("customers.explain.values")},
		Exclusions:  []string{v.T("customers.explain.unknown")},
		Assumptions: []string{v.T("customers.explain.filters"), v.T("customers.explain.order")}})
}
