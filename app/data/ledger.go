package data

import (
	"math"
	"slices"
	"strings"

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
var SampleKeys = []string{"shop", "subscription", "membership", "accounts"}

func (v view) loadedHead() app.UI {
	return ui.Head(ui.HeadProps{
		Title:    v.T("screen.data"),
		Finding:  v.foundText(v.s.Load.Answer),
		Controls: append(v.saveRecipe(), v.reopen(), v.another()),
	})
}

func (v view) reopen() app.UI {
	return ui.Button(ui.ButtonProps{ID: "reopen", Label: v.T("data.reopen"), OnClick: v.turn(v.s.Reopen)})
}

// saveRecipe keeps how the files were read, for next month's.
func (v view) saveRecipe() []app.UI {
	if v.s.sampled() {
		return []app.UI{v.toProject()}
	}
	return []app.UI{v.toProject(), ui.Button(ui.ButtonProps{ID: "save-recipe", Label: v.T("data.recipe.save"), Icon: ui.IconSave,
		OnClick: func(app.Context) { v.Export(engine.ExportRequest{Table: engine.RecipeFile}) }})}
}

// toProject leads to where all of it is saved.
func (v view) toProject() app.UI {
	return ui.LinkButton(ui.LinkProps{Label: v.T("screen.project"), Icon: ui.IconFile, Href: "#/project"})
}

// loaded shows the import ledger and the way on.
func (v view) loaded() app.UI {
	d := v.s.Load.Answer
	return ui.Stack(
		v.stats(d),
		v.contractStats(d),
		v.tenureStats(d),
		ui.Warnings(v.Lang, untold(d.Warnings)),
		v.next(d),
		v.matches(d),
		ui.Columns(v.ledger(d), ui.Stack(v.perFile(d), v.truth(d))),
		v.attributes(d),
		v.dropNext(),
	)
}

// untold are the warnings without those that the cards of the lists tell
// themselves, with what to press.
func untold(warnings []analysis.Warning) []analysis.Warning {
	return slices.DeleteFunc(slices.Clone(warnings), func(w analysis.Warning) bool { return w.Message.Key == "join.more" })
}

// dropNext takes other files; those like the ones before are read like them.
func (v view) dropNext() app.UI {
	if v.s.sampled() {
		return v.drop("data.drop.own", "data.drop.hint", true)
	}
	return v.drop("data.drop.next", "data.drop.next.hint", true)
}

func (v view) stats(d *engine.Dataset) app.UI {
	if !d.Has(engine.OnOrders) {
		return nil
	}
	l := d.Ledger
	return ui.Stats(
		v.stat("data.stat.orders", v.Lang.Int(l.Used), v.T("data.stat.days", analysis.Count("days", d.Days))),
		v.stat("data.stat.customers", v.Lang.Int(d.Customers), v.perCustomer(d)),
		v.stat("data.stat.revenue", v.CompactMoney(l.Revenue.Float()), v.perOrder(l)),
		v.stat("data.stat.excluded", v.Lang.Int(l.Read-l.Used), v.leftOut(l)),
	)
}

// perCustomer is the mean number of orders, and how many identifiers were
// found to be another's.
func (v view) perCustomer(d *engine.Dataset) string {
	text := v.T("data.stat.each", analysis.Text("orders", v.Lang.Number(share(d.Ledger.Used, d.Customers), 1)))
	if d.MergedIDs > 0 {
		text = v.join([]string{text, v.T("data.stat.merged-ids", analysis.Count("n", d.MergedIDs))})
	}
	return text
}

// perOrder is the mean amount of an order. A file that names no currency is
// said to, so that nobody takes the bare number for their own.
func (v view) perOrder(l ingest.Ledger) string {
	text := v.T("data.stat.per-order", analysis.Text("amount", v.Money(l.Revenue.Float()/math.Max(1, float64(l.Used)))))
	if v.Currency() == "" {
		text += v.T("data.stat.no-currency")
	}
	return text
}

func (v view) leftOut(l ingest.Ledger) string {
	if l.Read == l.Used {
		return v.T("data.stat.all")
	}
	return v.T("data.stat.share", analysis.Percent("share", share(l.Read-l.Used, l.Read)))
}

// stat shows a number of the data; label is a message under "data.stat".
func (v view) stat(label i18n.Key, value, note string) app.UI {
	number := "number.data" + label[len("data.stat"):]
	return screen.Stat(v.Host, number, ui.StatProps{Label: v.T(label), Value: value, Note: note})
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// next leads on to what can be seen now.
func (v view) next(d *engine.Dataset) app.UI {
	switch {
	case d.Has(engine.OnContracts) && !d.Has(engine.OnOrders):
		return app.Nav().Class("choices").Aria("label", v.T("data.next")).Body(v.step("overview", ui.IconOverview), v.step("retention", ui.IconRetain))
	case !d.Has(engine.OnOrders):
		return app.Nav().Class("choices").Aria("label", v.T("data.next")).Body(v.step("retention", ui.IconRetain))
	}
	return app.Nav().Class("choices thirds").Aria("label", v.T("data.next")).Body(
		v.step("definition", ui.IconDefine), v.step("overview", ui.IconOverview), v.step("retention", ui.IconRetain),
		v.step("segments", ui.IconSegments), v.step("value", ui.IconValue), v.step("customers", ui.IconPeople))
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
	note := ""
	if d.Has(engine.OnOrders) {
		note = v.T("data.ledger.share.hint")
	}
	return ui.Card(ui.CardProps{ID: "ledger", Title: v.T("data.ledger.title"), Lead: v.T("data.ledger.lead"), Foot: v.lines(l)},
		ui.PlainTable(v.accounts(d)),
		app.If(note != "", func() app.UI { return app.P().Class("foot").Text(note) }),
		v.identical(l),
		v.firstLines(l),
	)
}

// lines says how many lines the rows stand on.
func (v view) lines(l ingest.Ledger) string {
	return v.T("data.ledger.foot", analysis.Count("lines", l.Lines), analysis.Count("blank", l.Blank))
}

// accounts is the table of the ledger.
func (v view) accounts(d *engine.Dataset) ui.PlainTableProps {
	l := d.Ledger
	rows := [][]app.UI{
		v.total("data.ledger.read", l.Read, app.Text(""), nil),
		v.total("data.ledger.used", l.Used, v.usedAmount(d), nil),
	}
	if d.Has(engine.OnOrders) {
		rows = append(rows, v.part("data.ledger.merged", l.Merged))
	}
	rows = append(rows, v.settled(l)...)
	rows = append(rows, v.total("data.ledger.excluded", l.Read-l.Used, app.Text(""), l.Excluded))
	for _, x := range l.Excluded {
		if x.Rows > 0 {
			rows = append(rows, v.exclusion(l, x))
		}
	}
	columns := []ui.Column{
		{Title: v.T("data.ledger.what")},
		{Title: v.T("data.ledger.rows"), Numeric: true},
		{Title: v.T("data.ledger.amount"), Numeric: true},
		{Title: v.T("data.ledger.share"), Numeric: true, Hint: v.T("data.ledger.share.hint")},
		{Title: v.T("data.ledger.list"), Numeric: true},
	}
	if !d.Has(engine.OnOrders) {
		rows, columns = withoutMoney(rows), withoutMoney([][]ui.Column{columns})[0]
	}
	return ui.PlainTableProps{Label: v.T("data.ledger.title"), Rows: rows, Columns: columns}
}

// withoutMoney leaves out the columns about amounts, which lists have none of.
func withoutMoney[T any](rows [][]T) [][]T {
	for i, row := range rows {
		rows[i] = slices.Delete(slices.Clone(row), 2, 4)
	}
	return rows
}

// usedAmount is the revenue of the rows used; lists have none.
func (v view) usedAmount(d *engine.Dataset) app.UI {
	if !d.Has(engine.OnOrders) {
		return app.Text("")
	}
	return app.Strong().Text(v.Money(d.Ledger.Revenue.Float()))
}

// total is a line that others are part of; with parts, their rows can be saved
// together.
func (v view) total(label i18n.Key, rows int, amount app.UI, parts []ingest.Exclusion) []app.UI {
	save := app.UI(app.Text(""))
	if len(parts) > 0 && rows > 0 {
		save = v.saveExcluded(v.T("data.ledger.save-all"), "")
	}
	return []app.UI{app.Strong().Text(v.T(label)), app.Strong().Text(v.Lang.Int(rows)), amount, app.Text(""), save}
}

// part is a line of which only the number is known.
func (v view) part(label i18n.Key, rows int) []app.UI {
	return []app.UI{partName(v.T(label)), app.Text(v.Lang.Int(rows)), app.Text(""), app.Text(""), app.Text("")}
}

// partName names a line that is part of the total above it.
func partName(label string) app.UI { return app.Span().Class("part").Text(label) }

// settled are the used rows that are no plain orders: refunds, what they took
// back, and rows that occur twice.
func (v view) settled(l ingest.Ledger) [][]app.UI {
	var rows [][]app.UI
	if l.Netted > 0 {
		row := v.part("data.ledger.netted", l.Netted)
		row[2] = app.Text(v.Money(l.Refunded.Float()))
		rows = append(rows, row)
	}
	if l.Undone > 0 {
		rows = append(rows, v.part("data.ledger.undone", l.Undone))
	}
	if l.Identical > 0 {
		rows = append(rows, v.part("data.ledger.identical", l.Identical))
	}
	return rows
}

// identical offers the rule that leaves out what occurs twice.
func (v view) identical(l ingest.Ledger) app.UI {
	if l.Identical == 0 {
		return nil
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Title: v.T("data.identical.title", analysis.Count("n", l.Identical)), Text: v.T("data.identical.text"),
		Actions: []app.UI{ui.Button(ui.ButtonProps{ID: "exclude-identical", Label: v.T("data.identical.exclude"), Small: true,
			OnClick: func(app.Context) {
				v.reload(func(r *ingest.Rules) { r.Duplicates = ingest.ExcludeDuplicates })
			}})}})
}

func (v view) exclusion(l ingest.Ledger, x ingest.Exclusion) []app.UI {
	name := v.T(i18n.Key("reason." + string(x.Reason)))
	part := app.Text("")
	if s, ok := l.Weight(x); ok {
		part = app.Text(v.Lang.Percent(s, 1))
	}
	return []app.UI{partName(name), app.Text(v.Lang.Int(x.Rows)), app.Text(v.Money(x.Amount.Float())), part,
		v.saveExcluded(v.T("data.ledger.save", analysis.Text("reason", name)), x.Reason)}
}

func (v view) saveExcluded(label string, reason ingest.Reason) app.UI {
	return ui.IconButton(ui.ButtonProps{Label: label, Icon: ui.IconSave, Kind: ui.Quiet, Small: true,
		OnClick: func(app.Context) {
			v.Export(engine.ExportRequest{Table: engine.ExcludedTable, Reason: reason})
		}})
}

// shownRejects is how many rows of a reason are shown; the list to save has all.
const shownRejects = 5

// firstLines shows the first rows of each reason as the file has them.
func (v view) firstLines(l ingest.Ledger) app.UI {
	var folds []app.UI
	for _, x := range l.Excluded {
		if first := x.First[:min(shownRejects, len(x.First))]; len(first) > 0 {
			folds = append(folds, ui.Disclosure(v.firstTitle(x, len(first)),
				app.Ol().Class("rejected").Body(app.Range(first).Slice(func(i int) app.UI { return v.rejected(first[i]) }))))
		}
	}
	return app.Div().Class("folds").Body(folds...)
}

func (v view) firstTitle(x ingest.Exclusion, shown int) string {
	args := []screen.Arg{analysis.Text("reason", v.T(i18n.Key("reason."+string(x.Reason)))),
		analysis.Count("n", shown), analysis.Count("rows", x.Rows)}
	if shown == x.Rows {
		return v.T("data.ledger.all", args...)
	}
	return v.T("data.ledger.first", args...)
}

// rejected shows a row that was left out: where it stands, what it says and
// what is wrong with it.
func (v view) rejected(r ingest.Rejected) app.UI {
	args := []screen.Arg{analysis.Count("line", r.Line), analysis.Count("column", r.Column)}
	where := v.T("data.ledger.line", args...)
	if r.Column > 0 {
		where = v.T("data.ledger.place", args...)
	}
	if files := v.s.Load.Answer.Files; len(files) > 1 && r.File < len(files) {
		where = files[r.File].Name + " · " + where
	}
	return app.Li().Body(app.Span().Class("where").Text(where), app.Code().Text(r.Text),
		app.If(r.Why.Key != "", func() app.UI { return app.Span().Class("why").Text(i18n.Say(v.Lang, r.Why)) }))
}

// perFile accounts for each file where there are several.
func (v view) perFile(d *engine.Dataset) app.UI {
	if len(d.Files) < 2 {
		return nil
	}
	rows := make([][]app.UI, len(d.Files))
	for i, f := range d.Files {
		l := f.Ledger
		rows[i] = []app.UI{v.fileName(f), app.Text(v.Lang.Int(l.Read)), app.Text(v.Lang.Int(l.Used)), app.Text(v.Lang.Int(l.Read - l.Used))}
	}
	return ui.Card(ui.CardProps{ID: "per-file", Title: v.T("data.per-file.title"), Lead: v.T("data.per-file.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("data.per-file.title"), Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("data.per-file.file")},
			{Title: v.T("data.ledger.read"), Numeric: true}, {Title: v.T("data.ledger.used"), Numeric: true},
			{Title: v.T("data.ledger.excluded"), Numeric: true}}}))
}

// fileName is a file with what its rows are.
func (v view) fileName(f engine.FileReport) app.UI {
	return app.Div().Class("breakable").Body(app.Text(f.Name),
		app.Span().Class("where below").Text(v.T(i18n.Key("kind."+string(kindOf(f))))))
}

func kindOf(f engine.FileReport) ingest.Kind {
	if f.Kind == "" {
		return ingest.Orders
	}
	return f.Kind
}

// truth shows what a sample was generated with; for other data, what happens
// to them.
func (v view) truth(d *engine.Dataset) app.UI {
	if len(d.Truth) == 0 {
		return ui.Card(ui.CardProps{Title: v.T("data.stays.title")}, app.P().Body(ui.Rich(v.T("data.stays.text"))...))
	}
	rows := make([][]app.UI, len(d.Truth))
	for i, t := range d.Truth {
		rows[i] = ui.Cells(v.T(i18n.Key(t.Key)), v.truthValue(t))
	}
	return ui.Card(ui.CardProps{Title: v.T("data.truth.title"), Lead: v.T("data.truth.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("data.truth.title"), Rows: rows, Compact: true,
			Columns: []ui.Column{{Title: v.T("data.truth.name")}, {Title: v.T("data.truth.value"), Numeric: true}}}))
}

// truthValue writes shares as the other screens do.
func (v view) truthValue(t engine.TruthRow) string {
	if strings.HasPrefix(t.Key, "truth.retention") {
		return v.Lang.Percent(t.Value, 1)
	}
	return v.Lang.Significant(t.Value, 4)
}
