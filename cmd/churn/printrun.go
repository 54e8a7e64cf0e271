package main

import (
	"fmt"
	"io"
	"reflect"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// print says what came of every question beside what came of it when the project was
// saved. It returns false if the same data gave another digit.
func (r *rerun) print(w io.Writer) (same bool) {
	r.printData(w)
	fmt.Fprintln(w)
	before := map[string]engine.Receipt{}
	for _, was := range r.project.Receipts {
		before[was.Question] = was
	}
	same = true
	for _, now := range r.now {
		was, ok := before[now.Question]
		verdict := i18n.Key("cli.run-new")
		switch {
		case ok && alike(was, now):
			verdict = "cli.run-digits"
		case ok && r.sameData():
			verdict, same = "cli.run-differs", false
		case ok:
			verdict = "cli.run-changed"
		}
		fmt.Fprintf(w, "%s · %s\n", questionName(r.lang, now.Question), i18n.T(r.lang, verdict))
		printHeadlines(w, r.lang, r.read.dataset.Currency, now, was)
	}
	if !same && r.project.Program != program() {
		fmt.Fprintln(w, i18n.T(r.lang, "cli.run-programs", analysis.Text("then", r.project.Program), analysis.Text("now", program())))
	}
	return same
}

// printData says whether the data are those that the project was saved on, and what of the
// project they do not allow.
func (r *rerun) printData(w io.Writer) {
	for _, f := range r.files {
		key := i18n.Key("cli.run-other")
		if r.knows(f) {
			key = "cli.run-same"
		}
		fmt.Fprintf(w, "%s · %s\n", f.Name, i18n.T(r.lang, key))
	}
	printWarnings(w, r.lang, r.warnings)
}

// alike reports whether two receipts are of the same answer, or of the same reason why
// there is none.
func alike(a, b engine.Receipt) bool {
	if a.Err != nil && b.Err != nil {
		return reflect.DeepEqual(a.Err.Message, b.Err.Message)
	}
	return a.Err == nil && b.Err == nil && a.Digest == b.Digest
}

// printHeadlines prints the numbers of a receipt, each behind what it was where that is
// another, or why there are none.
func printHeadlines(w io.Writer, lang locale.Lang, currency string, now, was engine.Receipt) {
	var names, values []string
	for _, h := range now.Headlines {
		value := headlineText(lang, currency, h)
		if then := then(was, h.Key); then != nil && headlineText(lang, currency, *then) != value {
			value = headlineText(lang, currency, *then) + " → " + value
		}
		names, values = append(names, "  "+i18n.T(lang, i18n.Key(h.Key))), append(values, value)
	}
	if now.Err != nil {
		fmt.Fprintln(w, "  "+strings.ReplaceAll(explain(lang, now.Err), "\n", "\n  "))
	}
	printColumns(w, names, values)
	if len(names) == 0 {
		fmt.Fprintln(w)
	}
}

// then is what a headline was, nil if it was not there.
func then(was engine.Receipt, key string) *engine.Headline {
	for i := range was.Headlines {
		if was.Headlines[i].Key == key {
			return &was.Headlines[i]
		}
	}
	return nil
}

func headlineText(lang locale.Lang, currency string, h engine.Headline) string {
	switch h.Unit {
	case engine.ShareUnit:
		return lang.Percent(h.Value, 2)
	case engine.MoneyUnit:
		return lang.Money(h.Value, currency)
	case engine.DaysUnit:
		return lang.Days(h.Value)
	}
	if h.Value == float64(int64(h.Value)) {
		return lang.Int(int(h.Value))
	}
	return lang.Number(h.Value, 1)
}

// questionName names a field of engine.Questions.
func questionName(lang locale.Lang, question string) string {
	return i18n.T(lang, i18n.Key("question."+strings.ToLower(question)))
}

// askedIn lists the questions that are asked, by their fields.
func askedIn(q *engine.Questions) (names []string) {
	v := reflect.ValueOf(q).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Pointer && !f.IsNil() {
			names = append(names, v.Type().Field(i).Name)
		}
	}
	return names
}
