package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// printDefinition prints what the data propose, what became of silences, the errors
// of windows, the ledger, and every doubt.
func printDefinition(w io.Writer, lang locale.Lang, about *engine.Dataset, v *engine.Definition) {
	bench := &v.Workbench
	printWindows(w, lang, bench)
	printReturns(w, lang, bench)
	printErrors(w, lang, bench)
	printCounts(w, lang, about, &v.Ledger)
	printWarnings(w, lang, bench.Warnings)
	for _, e := range v.Ledger.Entries {
		printWarnings(w, lang, e.Warnings)
	}
}

// printWindows prints quantiles of gaps, open gaps counted and not.
func printWindows(w io.Writer, lang locale.Lang, b *churn.Workbench) {
	fmt.Fprintln(w, i18n.T(lang, "cli.def.windows", analysis.Count("closed", b.Gaps.Closed), analysis.Count("open", b.Gaps.Open)))
	var body [][]string
	for _, q := range b.Quantiles {
		body = append(body, []string{lang.Percent(q.P, 0), reachedDays(lang, q.Days),
			reachedDays(lang, q.Low) + " … " + reachedDays(lang, q.High), reachedDays(lang, q.Naive)})
	}
	printTable(w, heads(lang, "cli.def.share", "cli.def.days", "cli.def.interval", "cli.def.naive"), body)
	row := rows(w, lang)
	row("cli.window", lang.Int(b.Window))
	row("", "")
}

// reachedDays writes a number of days, a dash where the data do not reach it.
func reachedDays(lang locale.Lang, days int) string {
	if days == 0 {
		return locale.Missing
	}
	return lang.Int(days)
}

// printReturns prints the verdict and the chances of a return that it rests on.
func printReturns(w io.Writer, lang locale.Lang, b *churn.Workbench) {
	fmt.Fprintln(w, i18n.Say(lang, b.Verdict.Message))
	head := []string{i18n.T(lang, "cli.def.silent")}
	for _, r := range b.Returns {
		within := r.Within
		if within == 0 {
			head = append(head, i18n.T(lang, "cli.def.until", analysis.Count("days", b.Reach)))
			continue
		}
		head = append(head, i18n.T(lang, "cli.def.within", analysis.Count("days", within)))
	}
	var body [][]string
	for i, p := range b.Returns[0].Points {
		if !printedDay(p.Silent, b.Window) {
			continue
		}
		line := []string{lang.Int(p.Silent)}
		for _, r := range b.Returns {
			line = append(line, returnChance(lang, r.Points[i]))
		}
		body = append(body, line)
	}
	printTable(w, head, body)
}

// printedDay picks a few days of a curve: powers of two from 8 on, and those asked for.
func printedDay(days int, asked ...int) bool {
	return days >= 8 && days&(days-1) == 0 || slices.Contains(asked, days)
}

func returnChance(lang locale.Lang, p churn.ReturnPoint) string {
	if p.Chance != p.Chance {
		return locale.Missing
	}
	return lang.Percent(p.Chance, 1) + " [" + lang.Percent(p.Low, 1) + " … " + lang.Percent(p.High, 1) + "]"
}

// printErrors prints both errors of a few windows, of the one asked about and of the
// one of least cost.
func printErrors(w io.Writer, lang locale.Lang, b *churn.Workbench) {
	t := &b.Trial
	if t.Best == 0 {
		return
	}
	fmt.Fprintln(w, i18n.T(lang, "cli.def.errors", analysis.On("day", t.Day), analysis.Count("followup", t.Followup),
		analysis.Count("customers", t.Customers), analysis.Count("gone", t.Gone)))
	var body [][]string
	for _, p := range t.Points {
		if !printedDay(p.Window, b.Window, t.Best) {
			continue
		}
		name := lang.Int(p.Window)
		if p.Window == t.Best {
			name += " *"
		}
		body = append(body, []string{name, wrong(lang, p.Returned), wrong(lang, p.Gone), lang.Percent(p.Cost, 1)})
	}
	printTable(w, heads(lang, "cli.def.window", "cli.def.returned", "cli.def.gone", "cli.def.cost"), body)
	fmt.Fprintln(w, i18n.T(lang, "cli.def.best", analysis.Count("days", t.Best),
		analysis.Number("returned", t.Weights.Returned), analysis.Number("gone", t.Weights.Gone))+"\n")
}

// wrong writes an error: how many of how many, and the share.
func wrong(lang locale.Lang, s churn.Share) string {
	return lang.Int(s.K) + " / " + lang.Int(s.N) + "  " + lang.Percent(s.Value, 1)
}

// printCounts prints what each definition counts, and each difference line by line.
func printCounts(w io.Writer, lang locale.Lang, about *engine.Dataset, l *churn.Ledger) {
	fmt.Fprintln(w, i18n.T(lang, "cli.def.ledger", analysis.On("from", l.From), analysis.On("day", l.Day)))
	tiers := slices.ContainsFunc(l.Entries, func(e churn.Entry) bool { return len(e.Tiers) > 0 })
	head := heads(lang, "cli.def.definition", "cli.customers", "cli.def.lost", "cli.def.lost-share", "cli.def.churn", "cli.def.interval")
	if tiers {
		head = append(head, i18n.T(lang, "cli.def.weighted"))
	}
	var names []string
	var body [][]string
	for i, e := range l.Entries {
		names = append(names, fmt.Sprintf("%c  %s", 'A'+i, definitionName(lang, about, &e.By)))
		line := []string{names[i], lang.Int(e.Customers), lang.Int(e.Lost.K), lang.Percent(e.Lost.Value, 1), lang.Percent(e.Churn.Value, 1), interval(lang, e.Churn)}
		if tiers {
			line = append(line, lang.Percent(e.Weighted, 1))
		}
		body = append(body, line)
	}
	printTable(w, head, body)
	for i, s := range l.Steps {
		printStep(w, lang, i, s)
	}
}

func printStep(w io.Writer, lang locale.Lang, i int, s churn.Step) {
	body := [][]string{{i18n.T(lang, "cli.def.lost-by", analysis.Text("name", string(rune('A'+i)))), lang.Int(s.Before)}}
	for _, line := range s.Lines {
		sign := "+"
		if line.Change < 0 {
			sign = "" // the number has one
		}
		body = append(body, []string{"  " + i18n.Say(lang, line.Reason), sign + lang.Int(line.Change)})
	}
	last := []string{i18n.T(lang, "cli.def.lost-by", analysis.Text("name", string(rune('B'+i)))), lang.Int(s.After)}
	printTable(w, body[0], append(body[1:], last))
}

// definitionName says a definition in a few words.
func definitionName(lang locale.Lang, about *engine.Dataset, d *churn.Definition) string {
	if d.Kind != churn.Combined {
		return partName(lang, about, d, d.Kind)
	}
	var parts []string
	for _, kind := range d.Parts {
		parts = append(parts, partName(lang, about, d, kind))
	}
	joint := i18n.T(lang, "cli.def.or")
	if d.All {
		joint = i18n.T(lang, "cli.def.and")
	}
	return strings.Join(parts, " "+joint+" ")
}

func partName(lang locale.Lang, about *engine.Dataset, d *churn.Definition, kind churn.Kind) string {
	switch kind {
	case churn.Declined:
		measure := i18n.Key("cli.def.days-bought")
		if d.Decline.Spend {
			measure = "cli.def.spend"
		}
		return i18n.T(lang, "cli.def.decline", analysis.Percent("below", d.Decline.Below), analysis.Count("recent", d.Decline.Recent),
			analysis.Count("prior", d.Decline.Prior), analysis.Word("measure", string(measure)))
	case churn.Explicit:
		return i18n.T(lang, "cli.def.ended", analysis.Text("column", about.Kept[d.Ended.Column].Name))
	}
	return i18n.T(lang, "cli.def.silence", analysis.Count("days", d.Window))
}
