package data

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// foundText says in a sentence what was read, by what the dataset rests on.
func (v view) foundText(d *engine.Dataset) string {
	rows := []screen.Arg{analysis.Count("used", d.Ledger.Used), analysis.Count("read", d.Ledger.Read), analysis.Count("customers", d.Customers)}
	switch {
	case d.Has(engine.OnOrders):
		key := i18n.Key("data.finding.loaded")
		if d.Ledger.Used == d.Ledger.Read {
			key = "data.finding.all"
		}
		return v.T(key, append(rows, analysis.Text("revenue", v.CompactMoney(d.Ledger.Revenue.Float())), analysis.On("first", d.First), analysis.On("end", d.End))...)
	case d.Has(engine.OnContracts):
		c := d.Contracts
		return v.T("data.finding.contracts", append(rows, analysis.Count("contracts", c.Contracts), analysis.Count("running", c.Running),
			analysis.Count("ended", c.Ended), analysis.On("first", c.First), analysis.On("end", c.End))...)
	}
	t := d.Tenures
	return v.T("data.finding.tenures", append(rows, analysis.Count("left", t.Left), analysis.Percent("share", share(t.Left, t.Customers)))...)
}

// contractStats sum up the contracts of a dataset.
func (v view) contractStats(d *engine.Dataset) app.UI {
	c := d.Contracts
	if c == nil {
		return nil
	}
	return ui.Stats(
		v.stat("data.stat.contracts", v.Lang.Int(c.Contracts), v.T("data.stat.contracts.note", analysis.Count("customers", c.Customers))),
		v.stat("data.stat.running", v.Lang.Int(c.Running), v.T("data.stat.running.note", analysis.On("end", c.End))),
		v.stat("data.stat.ended", v.Lang.Int(c.Ended), v.endedNote(c)),
		v.recurring("data.stat.recurring", c.Recurring, c.Priced, v.T("data.stat.recurring.note", analysis.Count("n", c.Priced))),
	)
}

func (v view) endedNote(c *engine.ContractsReport) string {
	dates := v.T("data.stat.ended.note", analysis.On("first", c.First), analysis.On("last", c.Last))
	if c.Reasons == 0 {
		return dates
	}
	return v.join([]string{dates, v.T("data.stat.reasons", analysis.Count("n", c.Reasons))})
}

// recurring is revenue of a month, or that the file names none.
func (v view) recurring(label i18n.Key, sum analysis.Money, priced int, note string) app.UI {
	if priced == 0 {
		return v.stat(label, "–", v.T("data.stat.recurring.none"))
	}
	if v.Currency() == "" {
		note += v.T("data.stat.no-currency")
	}
	return v.stat(label, v.CompactMoney(sum.Float()), note)
}

// tenureStats sum up the tenures of a dataset.
func (v view) tenureStats(d *engine.Dataset) app.UI {
	t := d.Tenures
	if t == nil {
		return nil
	}
	unit := v.T(i18n.Key("ingest.unit-" + string(t.Unit)))
	return ui.Stats(
		v.stat("data.stat.tenures", v.Lang.Int(t.Customers), v.T("data.stat.tenures.note")),
		screen.Stat(v.Host, "number.data.tenure", ui.StatProps{Label: v.T("data.stat.tenure"), Value: v.Lang.Number(t.Median, 1), Unit: unit,
			Note: v.T("data.stat.tenure.note", analysis.Number("longest", t.Longest), analysis.Text("unit", unit))}),
		screen.Stat(v.Host, "number.data.left", ui.StatProps{Label: v.T("data.stat.left"), Value: v.Lang.Number(100*share(t.Left, t.Customers), 1), Unit: "%",
			Note: v.T("data.stat.left.note", analysis.Count("left", t.Left), analysis.Count("here", t.Customers-t.Left))}),
		v.recurring("data.stat.recurring", t.Recurring, t.Priced, v.T("data.stat.recurring.here", analysis.Count("n", t.Priced))),
	)
}
