package main

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// printedPeriods is how many periods are printed unless all are asked for.
const printedPeriods = 24

// printRates prints movements of customers, then of revenue, the rates of the last
// periods, and every doubt.
func printRates(w io.Writer, lang locale.Lang, v *engine.Rates, worth *churn.Worth, all bool) {
	r := &v.Result
	periods := r.Periods
	if !all {
		periods = periods[max(0, len(periods)-printedPeriods):]
	}
	if hidden := len(r.Periods) - len(periods); hidden > 0 {
		fmt.Fprintln(w, i18n.T(lang, "cli.rates.hidden", analysis.Count("periods", hidden)))
	}
	printCustomerFlow(w, lang, r, periods)
	printRevenueFlow(w, lang, r, periods)
	printRecent(w, lang, r)
	printSimpleWorth(w, lang, worth, r.Currency)
	printRepeat(w, lang, &v.Repeat)
	printSignals(w, lang, r)
	printWarnings(w, lang, r.Warnings)
}

// periodName names a period by its grain.
func periodName(lang locale.Lang, r *churn.Rates, p *churn.Period) string {
	switch r.Options.Grain {
	case churn.Month:
		return lang.Month(p.From)
	case churn.Quarter:
		return lang.Quarter(p.From)
	case churn.Year:
		return strconv.Itoa(p.From.Time().Year())
	}
	return p.From.String() + " … " + (p.To - 1).String()
}

func printCustomerFlow(w io.Writer, lang locale.Lang, r *churn.Rates, periods []churn.Period) {
	head := heads(lang, "rates.period", "rates.customers.start", "rates.customers.new", "rates.customers.back", "rates.customers.churned",
		"rates.customers.end", "rates.measure.churn")
	head = append(head, "95 %")
	var body [][]string
	for i := range periods {
		p := &periods[i]
		c := p.Customers
		body = append(body, []string{marked(p, periodName(lang, r, p)), lang.Int(c.Start), lang.Int(c.New), lang.Int(c.Reactivated), lang.Int(c.Churned), lang.Int(c.End),
			lang.Percent(p.Churn.Value, 2), interval(lang, p.Churn)})
	}
	printTable(w, head, body)
	if len(periods) > 0 && !periods[0].Settled {
		fmt.Fprintln(w, i18n.T(lang, "cli.rates.unsettled")+"\n")
	}
}

// marked sets apart a period that stays out of means.
func marked(p *churn.Period, name string) string {
	if p.Settled {
		return name
	}
	return name + " *"
}

func heads(lang locale.Lang, keys ...i18n.Key) (out []string) {
	for _, key := range keys {
		out = append(out, i18n.T(lang, key))
	}
	return out
}

func interval(lang locale.Lang, s churn.Share) string {
	if s.N == 0 {
		return locale.Missing
	}
	return lang.Percent(s.Low, 1) + " … " + lang.Percent(s.High, 1)
}

func printRevenueFlow(w io.Writer, lang locale.Lang, r *churn.Rates, periods []churn.Period) {
	if r.Recurring {
		fmt.Fprintln(w, i18n.T(lang, "rates.revenue.recurring"))
	} else {
		fmt.Fprintln(w, i18n.T(lang, "rates.revenue.trailing", analysis.Count("days", r.Trailing)))
	}
	head := heads(lang, "rates.period", "rates.revenue.start", "rates.revenue.new", "rates.revenue.back", "rates.revenue.expansion",
		"rates.revenue.contraction", "rates.revenue.churn", "rates.revenue.end")
	head = append(head, "GRR", "NRR")
	var body [][]string
	for i := range periods {
		p := &periods[i]
		line := []string{marked(p, periodName(lang, r, p))}
		v := p.Revenue
		for _, m := range []analysis.Money{v.Start, v.New, v.Reactivation, v.Expansion, v.Contraction, v.Churn, v.End} {
			line = append(line, lang.Number(m.Float(), 2))
		}
		body = append(body, append(line, lang.Percent(p.GRR, 1), lang.Percent(p.NRR, 1)))
	}
	printTable(w, head, body)
}

// printRecent prints each rate of the last whole period with what it is a share of,
// and the means of the last twelve.
func printRecent(w io.Writer, lang locale.Lang, r *churn.Rates) {
	last := &r.Periods[len(r.Periods)-1]
	fmt.Fprintln(w, i18n.T(lang, "cli.rates.last", analysis.Text("period", periodName(lang, r, last))))
	row := rows(w, lang)
	for _, m := range churn.Measures {
		if v := m.Value(last); !math.IsNaN(v) {
			row(i18n.Key(m.Key()), formed(lang, m.Form, v, r.Currency)+"  "+i18n.T(lang, i18n.Key(m.Of.Key())))
		}
	}
	row("", "")
	if r.Recent.Periods == 0 {
		return
	}
	fmt.Fprintln(w, i18n.T(lang, "cli.rates.recent", analysis.Count("periods", r.Recent.Periods), analysis.On("from", r.Recent.From), analysis.On("to", r.Recent.To-1)))
	row("rates.measure.churn", lang.Percent(r.Recent.Churn.Value, 2)+"  "+interval(lang, r.Recent.Churn))
	row("cli.rates.mean", lang.Percent(r.Recent.Mean, 2))
	row("rates.measure.monthly", lang.Percent(r.Recent.Monthly, 2))
	row("rates.measure.yearly", lang.Percent(r.Recent.Yearly, 1))
	row("rates.measure.reactivation", lang.Percent(r.Recent.Reactivation.Value, 2))
	row("rates.measure.grr", lang.Percent(r.Recent.GRR, 1))
	row("rates.measure.nrr", lang.Percent(r.Recent.NRR, 1))
	row("rates.measure.arpu", lang.Money(r.Recent.ARPU, r.Currency))
	row("", "")
}

// formed writes the value of a measure.
func formed(lang locale.Lang, f churn.Form, v float64, currency string) string {
	switch {
	case math.IsInf(v, 1):
		return "∞"
	case f == churn.AmountForm:
		return lang.Money(v, currency)
	case f == churn.TimesForm:
		return lang.Number(v, 2)
	}
	return lang.Percent(v, 2)
}

// printSimpleWorth prints the simple formulas where the last periods have something to
// put into them.
func printSimpleWorth(w io.Writer, lang locale.Lang, v *churn.Worth, currency string) {
	if math.IsNaN(v.LTV) {
		return
	}
	fmt.Fprintln(w, i18n.T(lang, "rates.worth.about"))
	row := rows(w, lang)
	row("rates.worth.margin", lang.Money(v.Margin, currency))
	row("rates.worth.ltv", lang.Money(v.LTV, currency))
	row("rates.worth.now", lang.Money(v.Now, currency))
	row("rates.worth.later", lang.Money(v.Later, currency))
	if v.Options.Cost > 0 {
		row("rates.worth.payback", paidBack(lang, v.Payback))
		row("rates.worth.churning", paidBack(lang, v.WithChurn))
	}
	row("", "")
}

func paidBack(lang locale.Lang, months float64) string {
	if math.IsInf(months, 1) {
		return i18n.T(lang, "rates.worth.never")
	}
	return lang.Months(months)
}

func printRepeat(w io.Writer, lang locale.Lang, r *churn.Repeat) {
	if r.Customers == 0 {
		return
	}
	fmt.Fprintln(w, i18n.T(lang, "rates.repeat.about"))
	head := heads(lang, "rates.repeat.within", "rates.repeat.rate")
	head = append(head, "95 %", i18n.T(lang, "rates.repeat.raw"))
	var body [][]string
	for _, p := range r.Within {
		body = append(body, []string{lang.Days(float64(p.Days)), lang.Percent(p.Value, 1),
			interval(lang, churn.Share{N: p.AtRisk + p.Count, Low: p.Low, High: p.High}), lang.Percent(p.Raw, 1)})
	}
	body = append(body, []string{i18n.T(lang, "rates.repeat.ever"), "", "", lang.Percent(r.Ratio, 1)})
	printTable(w, head, body)
}

// printSignals prints the centre line and every period that is unlike chance.
func printSignals(w io.Writer, lang locale.Lang, r *churn.Rates) {
	if len(r.Control.Points) < churn.FewPoints {
		return
	}
	fmt.Fprintln(w, i18n.T(lang, "cli.rates.control", analysis.Percent("centre", r.Control.Centre), analysis.Count("periods", len(r.Control.Points)),
		analysis.Count("signals", len(r.Control.Signalling()))))
	for _, p := range r.Control.Signalling() {
		for _, s := range p.Signals {
			fmt.Fprintln(w, " ", i18n.T(lang, "cli.rates.signal", analysis.Text("period", periodName(lang, r, &r.Periods[p.Period])),
				analysis.Percent("rate", p.Value), analysis.Word("signal", s.Key())))
		}
	}
	fmt.Fprintln(w)
}
