package main

import (
	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// printContracts sums up the contracts of a dataset that has any.
func printContracts(row func(i18n.Key, string), lang locale.Lang, d engine.Dataset) {
	c := d.Contracts
	if c == nil {
		return
	}
	row("cli.contracts", lang.Int(c.Contracts)+" · "+i18n.T(lang, "cli.contracts.state", analysis.Count("running", c.Running), analysis.Count("ended", c.Ended)))
	row("cli.period", lang.Date(c.First)+" – "+lang.Date(c.Last))
	row("cli.observed-to", lang.Date(c.End))
	if c.Priced > 0 {
		row("cli.recurring", lang.Money(c.Recurring.Float(), d.Currency))
	}
	row("", "")
}

// printTenures sums up the tenures of a dataset that has any.
func printTenures(row func(i18n.Key, string), lang locale.Lang, d engine.Dataset) {
	t := d.Tenures
	if t == nil {
		return
	}
	row("cli.tenures", lang.Int(t.Customers)+" · "+i18n.T(lang, "cli.tenures.left", analysis.Count("left", t.Left),
		analysis.Percent("share", float64(t.Left)/float64(t.Customers))))
	row("cli.tenure-median", lang.Number(t.Median, 1)+" "+i18n.T(lang, i18n.Key("ingest.unit-"+string(t.Unit))))
	if t.Priced > 0 {
		row("cli.recurring", lang.Money(t.Recurring.Float(), d.Currency))
	}
	row("", "")
}
