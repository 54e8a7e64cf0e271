package data

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// matches says how well each list fits the orders: a list that does not match
// is the commonest mistake, and the easiest to overlook.
func (v view) matches(d *engine.Dataset) app.UI {
	var cards []app.UI
	for i, f := range d.Files {
		if f.Match != nil {
			cards = append(cards, v.match(i, f))
		}
	}
	return app.If(len(cards) > 0, func() app.UI {
		return app.Section().ID("matches").Class("matches").Aria("label", v.T("data.match.title")).Body(cards...)
	})
}

// match shows one list: the rate first, then who is missing and what may help.
func (v view) match(i int, f engine.FileReport) app.UI {
	m := f.Match
	rate := ""
	if m.Listed > 0 {
		rate = v.Lang.Percent(share(m.Matched, m.Listed), 1)
	}
	return ui.Card(ui.CardProps{Class: "match"},
		screen.Stat(v.Host, "number.data.match", ui.StatProps{Label: v.T("data.match.rate", analysis.Text("name", f.Name), analysis.Word("kind", "kind."+string(kindOf(f)))),
			Value: rate, Note: v.T("data.match.note", analysis.Count("matched", m.Matched), analysis.Count("listed", m.Listed))}),
		app.P().Class("foot").Text(v.join(v.matchFacts(m))),
		v.unmatched(i, f),
		v.remedies(i, m))
}

func (v view) matchFacts(m *engine.Match) []string {
	facts := []string{v.T("data.match.buyers", analysis.Count("matched", m.Matched), analysis.Count("buyers", m.Buyers))}
	if m.Repeated > 0 {
		facts = append(facts, v.T("data.match.repeated", analysis.Count("n", m.Repeated)))
	}
	return facts
}

// unmatchedShown are enough to see what is different about the identifiers.
const unmatchedShown = 5

// unmatched shows the first customers of a list without orders.
func (v view) unmatched(i int, f engine.FileReport) app.UI {
	missing := f.Match.Listed - f.Match.Matched
	if missing == 0 || len(f.Match.Unmatched) == 0 {
		return nil
	}
	first := f.Match.Unmatched[:min(unmatchedShown, len(f.Match.Unmatched))]
	codes := make([]app.UI, len(first))
	for j, id := range first {
		codes[j] = app.Code().Class("id").Text(id)
	}
	return app.Div().Class("unmatched").Body(
		app.P().Text(v.T("data.match.unmatched", analysis.Count("n", missing))),
		app.Div().Class("ids").Body(codes...),
		ui.Button(ui.ButtonProps{ID: "unmatched-" + strconv.Itoa(i), Label: v.T("data.match.save"), Icon: ui.IconSave, Small: true,
			OnClick: func(app.Context) { v.Export(engine.ExportRequest{Table: engine.UnmatchedTable, File: i}) }}),
	)
}

// remedies offers each rule about identifiers that would match more customers,
// the most helpful first in reach: one press reads all files again by it.
func (v view) remedies(i int, m *engine.Match) app.UI {
	brings := map[string]int{"case": m.WithCase, "zeros": m.WithZeros, "width": m.WithWidth}
	var buttons []app.UI
	for _, rule := range idRules {
		if n := brings[rule.name]; n > 0 {
			buttons = append(buttons, ui.Button(ui.ButtonProps{ID: "remedy-" + rule.name + "-" + strconv.Itoa(i), Small: true,
				Label: v.T("data.match.remedy", analysis.Word("rule", "data.ids."+rule.name), analysis.Count("n", n)),
				OnClick: func(app.Context) {
					v.reload(func(r *ingest.Rules) { *rule.at(&r.IDs) = true })
				}}))
		}
	}
	if len(buttons) == 0 {
		return nil
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.CautionLevel, Title: v.T("data.match.written"), Text: v.T("data.match.written.text"), Actions: buttons})
}

// attributes is what the files say about customers: the columns that can be
// grouped by, with the largest groups.
func (v view) attributes(d *engine.Dataset) app.UI {
	if len(d.Kept) == 0 {
		return nil
	}
	var blocks, plain []app.UI
	for i := range d.Kept {
		if k := &d.Kept[i]; grouped(k) {
			blocks = append(blocks, v.attribute(d, k))
		} else {
			plain = append(plain, v.attribute(d, k))
		}
	}
	lead := i18n.Key("data.kept.lead")
	if !d.Has(engine.OnOrders) {
		lead = "data.kept.lead.book"
	}
	return ui.Card(ui.CardProps{ID: "attributes", Title: v.T("data.kept.title"), Lead: v.T(lead)},
		app.Div().Class("attributes").Body(append(blocks, plain...)...))
}

func (v view) attribute(d *engine.Dataset, k *engine.KeptReport) app.UI {
	return app.Section().Class("attribute").Body(
		app.H3().Text(v.keptName(k)),
		app.P().Class("attribute-facts").Text(v.join(v.keptFacts(d, k))),
		v.groups(d, k),
	)
}

func (v view) keptName(k *engine.KeptReport) string {
	if name := strings.TrimSpace(k.Name); name != "" {
		return name
	}
	return v.roleName(k.Role)
}

// keptFacts say what a column is, how full, and what range it has.
func (v view) keptFacts(d *engine.Dataset, k *engine.KeptReport) []string {
	facts := []string{v.roleName(k.Role), v.T("data.kept.filled", analysis.Percent("share", share(k.Filled, d.Customers)))}
	switch {
	case k.Filled == 0:
	case k.Role.Holds() == ingest.DateType && k.First != 0:
		facts = append(facts, v.T("data.kept.days", analysis.On("first", k.First), analysis.On("last", k.Last)))
	case k.Role.Holds() == ingest.NumberType:
		facts = append(facts, v.T("data.kept.numbers", analysis.Number("low", k.Low), analysis.Number("median", k.Median), analysis.Number("high", k.High)))
	default:
		facts = append(facts, v.T("data.kept.distinct", analysis.Count("n", k.Distinct)))
	}
	if k.Mixed > 0 {
		facts = append(facts, v.T("data.kept.mixed", analysis.Count("n", k.Mixed)))
	}
	return facts
}

// shownGroups are the groups in sight.
const shownGroups = 5

// grouped reports whether a column has groups worth a bar: where nearly every
// customer is a group of their own, none is.
func grouped(k *engine.KeptReport) bool {
	return len(k.Groups) > 0 && (k.Distinct <= 20 || k.Distinct*2 <= k.Filled)
}

func (v view) groups(d *engine.Dataset, k *engine.KeptReport) app.UI {
	if !grouped(k) {
		return nil
	}
	groups := k.Groups[:min(shownGroups, len(k.Groups))]
	rows := make([]app.UI, len(groups))
	for i, g := range groups {
		rows[i] = v.group(d, g)
	}
	return app.Ul().Class("groups").Aria("label", v.T("data.kept.groups", analysis.Text("name", v.keptName(k)))).Body(rows...)
}

// group is one value: how many customers, and what part of the revenue.
func (v view) group(d *engine.Dataset, g engine.Group) app.UI {
	part, words := v.groupPart(d, g)
	return app.Li().Body(
		app.Span().Class("group-name").Title(g.Value).Text(g.Value),
		app.Span().Class("group-size").Text(v.T("data.kept.customers", analysis.Count("n", g.Customers))),
		ui.Meter(part),
		app.Span().Class("group-share").Text(words),
	)
}

// groupPart is a group's part of the revenue or, where there is none, of the
// customers.
func (v view) groupPart(d *engine.Dataset, g engine.Group) (part float64, words string) {
	switch all := recurringOf(d); {
	case d.Ledger.Revenue > 0:
		part = g.Revenue.Float() / d.Ledger.Revenue.Float()
		return part, v.T("data.kept.revenue", analysis.Percent("share", part))
	case all > 0:
		part = g.Revenue.Float() / all.Float()
		return part, v.T("data.kept.recurring", analysis.Percent("share", part))
	}
	part = share(g.Customers, d.Customers)
	return part, v.T("data.kept.share", analysis.Percent("share", part))
}

// recurringOf is the recurring revenue of a dataset without orders.
func recurringOf(d *engine.Dataset) analysis.Money {
	switch {
	case d.Has(engine.OnOrders):
		return 0
	case d.Contracts != nil:
		return d.Contracts.Recurring
	case d.Tenures != nil:
		return d.Tenures.Recurring
	}
	return 0
}
