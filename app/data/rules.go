package data

import (
	"cmp"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// rules shows which rows will count, in all files.
func (v view) rules() app.UI {
	r := &v.s.Rules
	lead := i18n.Key("data.rules.lead")
	if len(v.s.Items) > 1 {
		lead = "data.rules.lead.several"
	}
	parts := append(v.orderRules(r), v.tests(r))
	parts = append(append(parts, v.noSale(r)...), v.contractRules(r)...)
	return ui.Card(ui.CardProps{ID: "rules", Title: v.T("data.rules.title"), Lead: v.T(lead), Class: "rules"},
		append(parts, v.ids(r))...)
}

// orderRules are those that no list has; the end of observation is everybody's.
func (v view) orderRules(r *ingest.Rules) []app.UI {
	switch {
	case v.s.any(func(it *Item) bool { return it.Kind == ingest.Orders }):
	case v.s.any(func(it *Item) bool { return v.s.MappingOf(it).Book(it.Kind) == ingest.TenureBook }):
		return nil // tenures have no dates
	default:
		return []app.UI{ui.Form(v.bound("to", &r.To))}
	}
	return []app.UI{v.refunds(r), v.duplicates(r), v.window(r)}
}

// any reports whether the test holds of an item that is not left out.
func (b *Basket) any(test func(*Item) bool) bool {
	return slices.ContainsFunc(b.Items, func(it *Item) bool { return !it.Out && test(it) })
}

// contractRules say how ends and recurring revenue are meant, where a file has
// them.
func (v view) contractRules(r *ingest.Rules) (parts []app.UI) {
	if v.s.any(func(it *Item) bool { return v.s.MappingOf(it).Book(it.Kind) == ingest.ContractBook }) {
		parts = append(parts, &ui.Checkbox{ID: "rule-last-day", Label: v.T("data.rules.last-day"), Hint: v.T("data.rules.last-day.hint"), Checked: r.LastDay,
			OnChange: func(_ app.Context, on bool) { v.s.Rules.LastDay = on }})
	}
	if v.s.any(func(it *Item) bool {
		m := v.s.MappingOf(it)
		return m.Book(it.Kind) != ingest.NoBook && m.Column(ingest.Recurring) >= 0
	}) {
		parts = append(parts, &ui.Checkbox{ID: "rule-yearly", Label: v.T("data.rules.yearly"), Hint: v.T("data.rules.yearly.hint"), Checked: r.Yearly,
			OnChange: func(_ app.Context, on bool) { v.s.Rules.Yearly = on }})
	}
	return parts
}

func (v view) refunds(r *ingest.Rules) app.UI {
	now := cmp.Or(r.Refunds, ingest.DefaultRefunds)
	values := make([]string, len(ingest.RefundRules))
	for i, rule := range ingest.RefundRules {
		values[i] = string(rule)
	}
	return &ui.Select{ID: "rule-refunds", Label: v.T("data.rules.refunds"), Hint: v.T(i18n.Key("data.refunds." + string(now) + ".hint")),
		Value: string(now), Options: v.labels("refunds", itself, values...),
		OnChange: func(_ app.Context, value string) {
			v.s.Rule(func(r *ingest.Rules) { r.Refunds = ingest.RefundRule(value) })
		}}
}

func (v view) duplicates(r *ingest.Rules) app.UI {
	now := cmp.Or(r.Duplicates, ingest.KeepDuplicates)
	return &ui.Select{ID: "rule-duplicates", Label: v.T("data.rules.duplicates"), Hint: v.T(i18n.Key("data.duplicates." + string(now) + ".hint")),
		Value: string(now), Options: v.labels("duplicates", itself, string(ingest.KeepDuplicates), string(ingest.ExcludeDuplicates)),
		OnChange: func(_ app.Context, value string) {
			v.s.Rule(func(r *ingest.Rules) { r.Duplicates = ingest.DuplicateRule(value) })
		}}
}

// window bounds the dates that count.
func (v view) window(r *ingest.Rules) app.UI {
	return ui.Form(v.bound("from", &r.From), v.bound("to", &r.To))
}

// bound is one end of the window of dates that count.
func (v view) bound(name string, day *analysis.Day) app.UI {
	value := ""
	if *day != 0 {
		value = day.String()
	}
	return &ui.Field{ID: "rule-" + name, Kind: ui.DateField, Label: v.T(i18n.Key("data.rules." + name)), Hint: v.T(i18n.Key("data.rules." + name + ".hint")),
		Value: value, OnChange: func(_ app.Context, text string) { v.s.Rule(func(*ingest.Rules) { SetDay(day, text) }) }}
}

// tests leaves out who is no customer, by patterns that can be edited.
func (v view) tests(r *ingest.Rules) app.UI {
	parts := []app.UI{&ui.Checkbox{ID: "rule-tests", Label: v.T("data.rules.tests"), Hint: v.T("data.rules.tests.hint"), Checked: len(r.Test) > 0,
		OnChange: func(_ app.Context, on bool) { v.s.Rule(func(r *ingest.Rules) { switchTests(r, on) }) }}}
	if len(r.Test) > 0 {
		parts = append(parts, &ui.TextArea{ID: "rule-patterns", Label: v.T("data.rules.patterns"), Hint: v.T("data.rules.patterns.hint"),
			Rows: min(8, len(r.Test)+1), Value: strings.Join(r.Test, "\n"),
			OnChange: func(_ app.Context, text string) {
				v.s.Rule(func(r *ingest.Rules) { r.Test = patterns(text) })
			}})
	}
	return app.Div().Class("rule-group").Body(parts...)
}

// switchTests puts the usual patterns in, or leaves nobody out.
func switchTests(r *ingest.Rules, on bool) {
	r.Test = nil
	if on {
		r.Test = slices.Clone(ingest.ExcludeTests)
	}
}

// patterns reads one pattern or state a line.
func patterns(text string) []string {
	var list []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !slices.Contains(list, line) {
			list = append(list, line)
		}
	}
	return list
}

// noSale leaves out orders by their state, by a list that can be edited. It is
// shown only where a file tells the state of its orders.
func (v view) noSale(r *ingest.Rules) []app.UI {
	if !v.s.tellsStates() {
		return nil
	}
	parts := []app.UI{&ui.Checkbox{ID: "rule-no-sale", Label: v.T("data.rules.nosale"), Hint: v.T("data.rules.nosale.hint"), Checked: len(r.NoSale) > 0,
		OnChange: func(_ app.Context, on bool) { v.s.Rule(func(r *ingest.Rules) { switchNoSale(r, on) }) }}}
	if len(r.NoSale) > 0 {
		parts = append(parts, &ui.TextArea{ID: "rule-states", Label: v.T("data.rules.nosale.states"), Hint: v.T("data.rules.nosale.states.hint"),
			Rows: min(8, len(r.NoSale)+1), Value: strings.Join(r.NoSale, "\n"),
			OnChange: func(_ app.Context, text string) {
				v.s.Rule(func(r *ingest.Rules) { r.NoSale = patterns(text) })
			}})
	}
	return []app.UI{app.Div().Class("rule-group").Body(parts...)}
}

// tellsStates reports whether a file of orders has a column with their states.
func (b *Basket) tellsStates() bool {
	return slices.ContainsFunc(b.Items, func(it *Item) bool {
		return it.Kind == ingest.Orders && b.MappingOf(it).Column(ingest.OrderStatus) >= 0
	})
}

// switchNoSale puts the usual states in, or has every order count.
func switchNoSale(r *ingest.Rules, on bool) {
	r.NoSale = nil
	if on {
		r.NoSale = slices.Clone(ingest.NoSaleStates)
	}
}

// An idRule is one of the switches that say which identifiers are the same.
type idRule struct {
	name string
	at   func(*ingest.IDRules) *bool
}

var idRules = []idRule{
	{"case", func(r *ingest.IDRules) *bool { return &r.Case }},
	{"zeros", func(r *ingest.IDRules) *bool { return &r.Zeros }},
	{"width", func(r *ingest.IDRules) *bool { return &r.Width }},
}

// ids says which identifiers mean one customer although they are written
// differently.
func (v view) ids(r *ingest.Rules) app.UI {
	boxes := []app.UI{app.Legend().Class("field-label").Text(v.T("data.rules.ids"))}
	for _, rule := range idRules {
		boxes = append(boxes, &ui.Checkbox{ID: "rule-id-" + rule.name, Label: v.T(i18n.Key("data.ids." + rule.name)),
			Hint: v.T(i18n.Key("data.ids." + rule.name + ".hint")), Checked: *rule.at(&r.IDs),
			OnChange: func(_ app.Context, on bool) { v.s.Rule(func(r *ingest.Rules) { *rule.at(&r.IDs) = on }) }})
	}
	return app.FieldSet().Class("rule-group").Body(boxes...)
}
