package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// printWorth prints the headline, how sure it is, what the models are and how they
// did, and every doubt.
func printWorth(w io.Writer, lang locale.Lang, v *worth) {
	printEquity(w, lang, v)
	printElasticities(w, lang, &v.Elasticities)
	printIntervals(w, lang, v)
	printBakeoff(w, lang, v)
	printCovariates(w, lang, v.Covariates)
	for _, f := range v.Findings {
		printFinding(w, lang, f)
	}
	printWarnings(w, lang, v.Value.Warnings)
}

// printEquity says what customers are worth, and by which assumptions.
func printEquity(w io.Writer, lang locale.Lang, v *worth) {
	row, currency, o := rows(w, lang), v.Dataset.Currency, v.Value.Options
	money := func(amount float64) string { return lang.Money(amount, currency) }
	row("cli.equity", within(v.intervals().Equity, money))
	row("cli.assumed", i18n.T(lang, "cli.assumptions", analysis.Count("months", o.Horizon),
		analysis.Percent("rate", o.DiscountRate), analysis.Percent("margin", o.Margin)))
	row("value.expected", lang.Number(v.Value.Expected, 1))
	row("value.stat.alive", lang.Percent(v.Value.MeanAlive, 1))
	row("cli.newcomer", money(v.Newcomer.CLV))
	row("", "")
}

// printElasticities prints by how many per cent the values change if a driver rises by
// one per cent.
func printElasticities(w io.Writer, lang locale.Lang, e *clv.Elasticities) {
	if math.IsNaN(e.All.Value) {
		return
	}
	fmt.Fprintln(w, i18n.T(lang, "value.drivers")+" (%)")
	head := []string{""}
	for _, key := range []i18n.Key{"value.driver.existing", "value.driver.newcomer", "value.driver.all"} {
		head = append(head, i18n.T(lang, key))
	}
	line := func(key i18n.Key, of func(*clv.Elasticity) float64) []string {
		return []string{i18n.T(lang, key), digits(of(&e.Existing)), digits(of(&e.Newcomer)), digits(of(&e.All))}
	}
	printTable(w, head, [][]string{
		line("value.driver.retention", func(x *clv.Elasticity) float64 { return x.Retention }),
		line("value.driver.spend", func(x *clv.Elasticity) float64 { return x.Spend }),
		line("value.driver.acquisition", func(x *clv.Elasticity) float64 { return x.Acquisition }),
	})
}

// within writes an estimate with its interval, if there is one.
func within(i clv.Interval, write func(float64) string) string {
	if math.IsNaN(i.Value) {
		return "–"
	}
	text := write(i.Value)
	if !math.IsNaN(i.Low) && !math.IsNaN(i.High) {
		text += "  [" + write(i.Low) + " … " + write(i.High) + "]"
	}
	return text
}

// printIntervals prints the parameters of the fits to all days.
func printIntervals(w io.Writer, lang locale.Lang, v *worth) {
	in := v.intervals()
	fmt.Fprintln(w, i18n.T(lang, "value.fit.current", analysis.On("day", v.Value.End)))
	if in.Bootstrap {
		fmt.Fprintln(w, i18n.T(lang, "cli.bootstrap", analysis.Count("replicates", in.Replicates), analysis.Count("failed", in.Failed)))
	} else {
		fmt.Fprintln(w, i18n.T(lang, "cli.delta"))
	}
	head := []string{"", i18n.T(lang, "value.estimate"), i18n.T(lang, "value.se"), "2.5 %", "97.5 %"}
	var body [][]string
	for _, m := range []struct {
		fit    clv.Fit
		params []clv.Interval
	}{{v.Value.Current, in.Params}, {v.Value.CurrentSpend, in.Spend}} {
		if m.fit.N == 0 {
			continue
		}
		body = append(body, []string{m.fit.Model, "", "", "", ""})
		for _, p := range m.params {
			body = append(body, []string{"  " + p.Name, digits(p.Value), digits(p.SE), digits(p.Low), digits(p.High)})
		}
		body = append(body, []string{"  " + i18n.T(lang, "survival.loglik"), fmt.Sprintf("%.4f", m.fit.LogLik), "", "", ""})
	}
	printTable(w, head, body)
}

// digits writes a number, a dash where there is none.
func digits(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return fmt.Sprintf("%.4f", v)
}

// printBakeoff prints how every model did on days that it had not seen, and which
// one to take.
func printBakeoff(w io.Writer, lang locale.Lang, v *worth) {
	if v.Bakeoff == nil {
		fmt.Fprintln(w, explain(lang, v.NoBakeoff)+"\n")
		return
	}
	b := &v.Bakeoff.Result
	fmt.Fprintln(w, i18n.T(lang, "cli.bakeoff", analysis.On("day", b.CalibrationEnd)))
	head := []string{""}
	for _, key := range []i18n.Key{"cli.mae", "cli.rmse", "cli.bias", "cli.sum", "cli.lift", "cli.tracking", "cli.bic"} {
		head = append(head, i18n.T(lang, key))
	}
	var body [][]string
	for _, s := range b.Scores {
		body = append(body, scoreCells(lang, s))
	}
	printTable(w, head, body)
	for _, m := range b.Missing {
		fmt.Fprintln(w, m.Name+": "+explain(lang, m.Why))
	}
	fmt.Fprintln(w, i18n.Say(lang, b.Reason)+"\n")
}

func scoreCells(lang locale.Lang, s clv.Score) []string {
	name, bic := s.Name, "–"
	if s.Naive {
		name = i18n.Word(string(lang), s.Name)
	} else {
		bic = fmt.Sprintf("%.1f", s.Fit.BIC)
	}
	a := s.Holdout
	return []string{name, digits(a.MAE), digits(a.RMSE), digits(a.Bias), fmt.Sprintf("%.1f / %.0f", a.Expected, a.Actual),
		digits(a.DecileLift), lang.Percent(a.TrackingError, 1), bic}
}

// printFinding says what the fit doctor saw: ✓ passed, ! not.
func printFinding(w io.Writer, lang locale.Lang, f clv.Finding) {
	mark := "✓"
	if !f.Passed {
		mark = "!"
	}
	fmt.Fprintln(w, mark, i18n.Say(lang, f.Message))
	if f.Remedy.Key != "" {
		fmt.Fprintln(w, " ", i18n.Say(lang, f.Remedy))
	}
}

// printTable aligns columns by what a terminal shows: the first to the left, numbers
// to the right.
func printTable(w io.Writer, head []string, body [][]string) {
	widths := make([]int, len(head))
	all := append([][]string{head}, body...)
	for _, line := range all {
		for i, text := range line {
			widths[i] = max(widths[i], cells(text))
		}
	}
	for _, line := range all {
		var b strings.Builder
		b.WriteString(line[0] + strings.Repeat(" ", widths[0]-cells(line[0])))
		for i, text := range line[1:] {
			b.WriteString(strings.Repeat(" ", 2+widths[i+1]-cells(text)) + text)
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
	fmt.Fprintln(w)
}
