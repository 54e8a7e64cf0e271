package data

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/app/ui"
)

// statuses returns the column whose values say who has left, where an item's
// rows are read by it; nil for others.
func (b *Basket) statuses(it *Item) *ingest.Column {
	if it.Look.Answer == nil || b.MappingOf(it).Book(it.Kind) != ingest.TenureBook {
		return nil
	}
	at := b.MappingOf(it).Column(ingest.Status)
	if at >= len(it.Look.Answer.Columns) {
		return nil
	}
	return &it.Look.Answer.Columns[at]
}

// Unclear lists the statuses of an item of which nobody has said what they mean.
func (b *Basket) Unclear(it *Item) []string {
	column := b.statuses(it)
	if column == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(column.Values), func(v string) bool { return column.Standing(v, b.Rules) != ingest.Unclear })
}

// Decide has a status mean something from now on, in all files.
func (b *Basket) Decide(value string, means ingest.Standing) { b.Rules.Decide(value, means) }

// standingWords are how a choice of standing is written in the page.
var standingWords = map[ingest.Standing]string{ingest.Unclear: "ask", ingest.HasLeft: "left", ingest.Stays: "stays"}

// statusCard asks of each status whether it means that the customer has left.
// What is understood can be corrected; what is not must be said.
func (v view) statusCard(it *Item) app.UI {
	column := v.s.statuses(it)
	if column == nil {
		return nil
	}
	class, lead := "asked", v.T("data.status.lead")
	if len(v.s.Unclear(it)) > 0 {
		class, lead = "asks", v.T("data.status.ask")
	}
	if len(column.Values) == 0 {
		lead = v.T("data.status.many", analysis.Count("n", column.Distinct))
	}
	picks := make([]app.UI, len(column.Values))
	for i, value := range column.Values {
		picks[i] = v.statusOf(column, i, value)
	}
	return ui.Card(ui.CardProps{ID: "statuses", Title: v.T("data.status.title", analysis.Text("column", column.Name)), Lead: lead, Class: class},
		ui.Form(picks...))
}

func (v view) statusOf(column *ingest.Column, i int, value string) app.UI {
	means := column.Standing(value, v.s.Rules)
	options := v.labels("status", itself, "left", "stays")
	if means == ingest.Unclear {
		options = append([]ui.Option{{Value: "ask", Label: v.T("data.status.choose"), Disabled: true}}, options...)
	}
	return &ui.Select{ID: "status-" + strconv.Itoa(i), Label: v.T("data.status.of", analysis.Text("value", value)), Options: options, Value: standingWords[means],
		OnChange: func(_ app.Context, word string) {
			for means, w := range standingWords {
				if w == word {
					v.s.Decide(value, means)
				}
			}
		}}
}

// lacking says what a list lacks to be analysed by itself, where there are no
// orders.
func (v view) lacking(it *Item) app.UI {
	hold, _ := v.s.Hold()
	roles := v.s.MappingOf(it).Lacks(it.Kind)
	if hold != NoOrders || len(roles) == 0 {
		return nil
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.CautionLevel, Title: v.T("data.lacks.title"),
		Text: v.T("data.lacks.text", analysis.Text("roles", v.listRoles(roles))), Remedy: v.T("data.lacks.remedy")})
}
