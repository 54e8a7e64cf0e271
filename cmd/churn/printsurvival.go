package main

import (
	"fmt"
	"io"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/locale"
	"churnbench/analysis/survival"
	"churnbench/app/i18n"
)

// printLived prints how long customers stay, whether groups differ, what goes with
// leaving, and every doubt.
func printLived(w io.Writer, lang locale.Lang, l *lived) {
	s := &l.Study
	row := rows(w, lang)
	row("cli.lifetimes", i18n.T(lang, i18n.Key("survival.basis."+string(l.Lifetimes.Basis))))
	if s.Window > 0 {
		row("cli.window", lang.Int(s.Window))
	}
	row("", "")
	printGroups(w, lang, s)
	printCourse(w, lang, s)
	printTests(w, lang, s)
	printLaws(w, lang, s)
	if l.Hazards != nil {
		printHazards(w, lang, l.Hazards)
		printWarnings(w, lang, l.Hazards.Warnings)
	}
	printWarnings(w, lang, l.Warnings)
}

// survivalHeads are the texts of keys, with room for the first column's.
func survivalHeads(lang locale.Lang, keys ...i18n.Key) []string {
	out := []string{""}
	for _, key := range keys {
		out = append(out, i18n.T(lang, key))
	}
	return out
}

// groupName is what a group is called in a table.
func groupName(lang locale.Lang, l survival.Label) string {
	if l.Text == "" {
		return i18n.T(lang, "survival.everybody")
	}
	return l.Text
}

func printGroups(w io.Writer, lang locale.Lang, s *survival.Study) {
	var body [][]string
	for k, g := range s.Comparison.Groups {
		m := g.Median()
		body = append(body, []string{groupName(lang, s.Labels[k]), lang.Int(g.N), lang.Int(g.Events),
			brief(m.Time), brief(m.Low) + " … " + brief(m.High), digits(g.RMST.Mean), digits(g.RMST.SE)})
	}
	fmt.Fprintln(w, i18n.T(lang, "cli.durations", analysis.Word("unit", survivalUnit(s)), analysis.Number("tau", s.Comparison.Horizon),
		analysis.Percent("level", s.Comparison.Level)))
	printTable(w, survivalHeads(lang, "cli.customers", "survival.lost", "survival.median", "survival.interval", "survival.rmst", "value.se"), body)
}

func survivalUnit(s *survival.Study) string { return "survival.in." + string(s.Comparison.Unit) }

// brief writes a time: whole where it is, a dash where it is not reached.
func brief(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	return fmt.Sprintf("%g", math.Round(v*100)/100)
}

// printCourse prints the share still here, with its interval, at round times.
func printCourse(w io.Writer, lang locale.Lang, s *survival.Study) {
	times := roundTimes(s.Last())
	head := []string{i18n.T(lang, "survival.here")}
	for _, t := range times {
		head = append(head, brief(t))
	}
	var body [][]string
	for k, g := range s.Comparison.Groups {
		line := []string{groupName(lang, s.Labels[k])}
		risk := []string{"  " + i18n.T(lang, "survival.at-risk")}
		for _, t := range times {
			p := g.Curve.At(t)
			line, risk = append(line, percent(lang, p.S)), append(risk, lang.Int(p.AtRisk))
		}
		body = append(body, line, risk)
	}
	printTable(w, head, body)
}

// roundTimes are at most eight times up to the last, at a round distance.
func roundTimes(last float64) []float64 {
	step := 1.0
	for _, v := range []float64{1, 2, 3, 6, 12, 30, 60, 90, 180, 365, 730, 1825, 3650} {
		if step = v; last/v <= 8 {
			break
		}
	}
	var out []float64
	for t := step; t <= last && len(out) < 8; t += step {
		out = append(out, t)
	}
	return out
}

func percent(lang locale.Lang, v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return lang.Percent(v, 1)
}

// printTests prints whether groups differ: all together, and each pair.
func printTests(w io.Writer, lang locale.Lang, s *survival.Study) {
	c := &s.Comparison
	if c.LogRank == nil {
		return
	}
	line := func(name string, t survival.Test, p float64) []string {
		return []string{name, chi(t.Statistic), lang.Int(t.DF), chance(p)}
	}
	body := [][]string{line(i18n.T(lang, "survival.test.logrank"), *c.LogRank, c.LogRank.P), line(i18n.T(lang, "survival.test.peto"), *c.Peto, c.Peto.P)}
	for _, pair := range c.Pairs {
		body = append(body, line("  "+s.Labels[pair.A].Text+" / "+s.Labels[pair.B].Text, pair.Test, pair.Adjusted))
	}
	printTable(w, append([]string{i18n.T(lang, "survival.tests")}, "χ²", "df", "p"), body)
	if len(c.Pairs) > 0 {
		fmt.Fprintln(w, i18n.T(lang, "survival.holm")+"\n")
	}
}

func chi(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return fmt.Sprintf("%.2f", v)
}

// chance writes a p-value.
func chance(p float64) string {
	switch {
	case math.IsNaN(p):
		return "–"
	case p < 0.0001:
		return "< 0.0001"
	}
	return fmt.Sprintf("%.4f", p)
}

// printLaws prints distributions fitted to the durations of all groups.
func printLaws(w io.Writer, lang locale.Lang, s *survival.Study) {
	var body [][]string
	for i, law := range s.Laws.Laws {
		name := i18n.T(lang, i18n.Key("survival.law."+string(law.Name)))
		if i == s.Laws.Best {
			name += " *"
		}
		m := law.Quantile(0.5, s.Comparison.Level)
		body = append(body, []string{name, digits(law.Mu), digits(law.Sigma), fmt.Sprintf("%.2f", law.LogLik), fmt.Sprintf("%.2f", law.AIC),
			brief(m.Time), brief(m.Low) + " … " + brief(m.High)})
	}
	if len(body) == 0 {
		return
	}
	printTable(w, []string{i18n.T(lang, "survival.laws"), "μ", "σ", i18n.T(lang, "survival.loglik"), "AIC", i18n.T(lang, "survival.median"), i18n.T(lang, "survival.interval")}, body)
}

// printHazards prints a Cox regression with its tests.
func printHazards(w io.Writer, lang locale.Lang, f *survival.CoxFit) {
	var body [][]string
	for _, e := range f.Effects {
		t := e.Term
		name := t.Column
		switch {
		case t.Missing:
			name += " = " + i18n.T(lang, "hazards.missing")
		case t.Level != "":
			name += " = " + t.Level
		}
		body = append(body, []string{name, lang.Int(t.Customers), digits(e.Ratio), digits(e.Low), digits(e.High), chance(e.P)})
	}
	printTable(w, append(survivalHeads(lang, "cli.customers", "hazards.ratio"), percent(lang, (1-f.Level)/2), percent(lang, (1+f.Level)/2), "p"), body)
	var tests [][]string
	for _, h := range append(f.Proportional, f.ProportionalAll) {
		name := h.Column
		if name == "" {
			name = i18n.T(lang, "hazards.all")
		}
		tests = append(tests, []string{name, chi(h.Statistic), lang.Int(h.DF), chance(h.P)})
	}
	if len(f.Proportional) > 0 {
		printTable(w, []string{i18n.T(lang, "hazards.proportional"), "χ²", "df", "p"}, tests)
	}
	fmt.Fprintln(w, i18n.T(lang, "hazards.fit", analysis.Count("customers", f.N), analysis.Count("lost", f.Events), analysis.Number("concordance", f.Concordance.C), analysis.Text("p", chance(f.LRT.P)))+"\n")
}
