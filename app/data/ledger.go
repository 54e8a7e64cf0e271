package data

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// SampleKeys are the samples that the page offers, by their key in package
// analysis/sample. The page does not import that package, whose generators
// belong to the engine; a test there and here holds the two lists together.
var SampleKeys = []string{"shop", "subscription"}

func (v view) loadedHead() app.UI {
	d := v.s.Load.Answer
	return ui.Head(ui.HeadProps{
		Title: v.T("screen.data"),
		Finding: v.T("data.finding.loaded",
			analysis.Count("used", d.Ledger.Used), analysis.Count("read", d.Ledger.Read), analysis.Count("customers", d.Customers),
			analysis.Text("revenue", v.CompactMoney(d.Ledger.Revenue.Float())), analysis.On("first", d.First), analysis.On("end", d.End)),
		Controls: []app.UI{v.reopen(), v.another()},
	})
}

func (v view) reopen() app.UI {
	return ui.Button(ui.ButtonProps{ID: "reopen", Label: v.T("data.reopen"), OnClick: func(app.Context) { v.s.Reopen() }})
}

// loaded shows the import ledger and the way on.
func (v view) loaded() app.UI {
	d := v.s.Load.Answer
	return ui.Stack(
		ui.Stats(
			v.stat("data.stat.orders", v.Lang.Int(d.Ledger.Used), v.T("data.stat.days", analysis.Count("days", d.Days))),
			v.stat("data.stat.customers", v.Lang.Int(d.Customers), ""),
			v.stat("data.stat.revenue", v.CompactMoney(d.Ledger.Revenue.Float()), ""),
			v.stat("data.stat.excluded", v.Lang.Int(d.Ledger.Read-d.Ledger.Used), v.T("data.stat.share",
				analysis.Percent("share", share(d.Ledger.Read-d.Ledger.Used, d.Ledger.Read)))),
		),
		ui.Warnings(v.Lang, d.Warnings),
		v.next(),
		ui.Columns(v.ledger(d), v.truth(d)),
	)
}

func (v view) stat(label i18n.Key, value, note string) app.UI {
	return ui.Stat(ui.StatProps{Lang: v.Lang, Label: v.T(label), Value: value, Note: note})
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// next leads on to what can be seen now.
func (v view) next() app.UI {
	return app.Nav().Class("choices").Aria("label", v.T("data.next")).Body(
		v.step("retention", ui.IconRetain), v.step("segments", ui.IconSegments),
		v.step("value", ui.IconValue), v.step("customers", ui.IconPeople))
}

func (v view) step(route string, icon ui.Icon) app.UI {
	return app.A().Class("step").Href("#/"+route).Body(
		icon.Draw(),
		app.Div().Body(
			app.Strong().Text(v.T(i18n.Key("screen."+route))),
			app.Span().Text(v.T(i18n.Key("data.next."+route))),
		),
		ui.IconRight.Draw(),
	)
}

// ledger accounts for every row that was read.
func (v view) ledger(d *engine.Dataset) app.UI {
	l := d.Ledger
	rows := [][]app.UI{
		v.line("data.ledger.read", l.Read, app.Text("")),
		v.line("data.ledger.used", l.Used, app.Strong().Text(v.Money(l.Revenue.Float()))),
		append(ui.Cells(v.T("data.ledger.merged"), v.Lang.Int(l.Merged)), app.Text(""), app.Text("")),
	}
	for _, x := range l.Excluded {
		if x.Rows > 0 {
			rows = append(rows, v.exclusion(x))
		}
	}
	return ui.Card(ui.CardProps{ID: "ledger", Title: v.T("data.ledger.title"), Lead: v.T("data.ledger.lead"),
		Foot: v.T("data.ledger.foot", analysis.Count("lines", l.Lines), analysis.Count("blank", l.Blank))},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("data.ledger.title"), Rows: rows, Columns: []ui.Column{
			{Title: v.T("data.ledger.what")},
			{Title: v.T("data.ledger.rows"), Numeric: true},
			{Title: v.T("data.ledger.amount"), Numeric: true},
			{Title: v.T("data.ledger.list"), Numeric: true},
		}}),
		v.firstLines(l),
	)
}

// line is a total of the ledger.
func (v view) line(label i18n.Key, rows int, amount app.UI) []app.UI {
	return []app.UI{app.Strong().Text(v.T(label)), app.Strong().Text(v.Lang.Int(rows)), amount, app.Text("")}
}

func (v view) exclusion(x ingest.Exclusion) []app.UI {
	name := v.T(i18n.Key("reason." + string(x.Reason)))
	return append(ui.Cells(name, v.Lang.Int(x.Rows), v.Money(x.Amount.Float())), ui.IconButton(ui.ButtonProps{
		Label: v.T("data.ledger.save", analysis.Text("reason", name)), Icon: ui.IconSave, Kind: ui.Quiet, Small: true,
		OnClick: func(app.Context) {
			v.Export(engine.ExportRequest{Table: engine.ExcludedTable, Reason: x.Reason})
		}}))
}

// firstLines shows the first rows of each reason as the file has them.
func (v view) firstLines(l ingest.Ledger) app.UI {
	var folds []app.UI
	for _, x := range l.Excluded {
		if len(x.First) == 0 {
			continue
		}
		folds = append(folds, ui.Disclosure(
			v.T("data.ledger.first", analysis.Text("reason", v.T(i18n.Key("reason."+string(x.Reason)))), analysis.Count("n", min(5, len(x.First)))),
			app.Ol().Class("rejected").Body(app.Range(x.First[:min(5, len(x.First))]).Slice(func(i int) app.UI {
				return v.rejected(x.First[i])
			}))))
	}
	return app.Div().Body(folds...)
}

func (v view) rejected(r ingest.Rejected) app.UI {
	args := []screen.Arg{analysis.Count("line", r.Line), analysis.Count("column", r.Column)}
	where := v.T("data.ledger.line", args...)
	if r.Column > 0 {
		where = v.T("data.ledger.place", args...)
	}
	return app.Li().Body(app.Span().Class("where").Text(where), app.Code().Text(r.Text))
}

// truth shows what a sample was generated with; for other data, what happens
// to them.
func (v view) truth(d *engine.Dataset) app.UI {
	if len(d.Truth) == 0 {
		return ui.Card(ui.CardProps{Title: v.T("data.stays.title")}, app.P().Body(ui.Rich(v.T("data.stays.text"))...))
	}
	rows := make([][]app.UI, len(d.Truth))
	for i, t := range d.Truth {
		rows[i] = ui.Cells(v.T(i18n.Key(t.Key)), v.Lang.Significant(t.Value, 4))
	}
	return ui.Card(ui.CardProps{Title: v.T("data.truth.title"), Lead: v.T("data.truth.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("data.truth.title"), Rows: rows, Compact: true,
			Columns: []ui.Column{{Title: v.T("data.truth.name")}, {Title: v.T("data.truth.value"), Numeric: true}}}))
}
