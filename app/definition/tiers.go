package definition

import (
	"math"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/app/ui"
)

// coreTiers are where tiers start: a fifth of customers, the next three tenths, and
// the rest, each weighing what its customers bring.
var coreTiers = []churn.Tier{{Share: .2}, {Share: .3}, {Share: .5}}

// tiers let core customers count for more than others.
func (v view) tiers() app.UI {
	tiers := v.Definition.Tiers
	return ui.Card(ui.CardProps{ID: "tiers", Title: v.T("definition.tiers"), Lead: v.T("definition.tiers.lead"), Class: refreshing(v.s.Busy)},
		ui.Segmented(ui.SegmentedProps{ID: "weigh", Label: v.T("definition.tiers"), Small: true, Value: alikeOrCore(len(tiers) > 0),
			Options:  []ui.Option{{Value: "alike", Label: v.T("definition.tiers.alike")}, {Value: "core", Label: v.T("definition.tiers.core")}},
			OnChange: func(_ app.Context, value string) { v.weigh(value == "core") }}),
		app.If(len(tiers) > 0, v.tierTable),
		app.If(len(tiers) > 0, func() app.UI {
			return ui.ExplainFold(ui.ExplainProps{Lang: v.Lang, Text: v.T("definition.tiers.explain"), Formula: v.T("definition.tiers.formula"),
				Assumptions: []string{v.T("definition.tiers.assumes")}})
		}),
	)
}

func alikeOrCore(core bool) string {
	if core {
		return "core"
	}
	return "alike"
}

func (v view) weigh(core bool) {
	d := v.Definition
	d.Tiers = nil
	if core {
		d.Tiers = slices.Clone(coreTiers)
	}
	v.Define(d)
}

// tierTable shows what each tier loses, with its share and weight to be typed.
func (v view) tierTable() app.UI {
	if len(v.s.Answer.Ledger.Entries) == 0 {
		return nil
	}
	e := &v.s.Answer.Ledger.Entries[0]
	p := ui.PlainTableProps{Label: v.T("definition.tiers"), Columns: []ui.Column{
		{Title: v.T("definition.tiers.tier")}, {Title: v.T("definition.tiers.share")}, {Title: v.T("definition.tiers.weight")},
		{Title: v.T("definition.tiers.customers"), Numeric: true}, {Title: v.T("definition.tiers.revenue"), Numeric: true}, {Title: v.T("definition.ledger.churn"), Numeric: true}}}
	for i, row := range e.Tiers {
		p.Rows = append(p.Rows, []app.UI{app.Text(v.tierName(i, len(e.Tiers))), v.tierShare(i), v.tierWeight(i, row.Tier.Weight),
			app.Text(v.Lang.Int(row.Churn.N)), app.Text(v.known(row.RevenueShare)), app.Text(v.share(row.Churn))})
	}
	p.Foot = [][]app.UI{ui.Cells(v.T("definition.tiers.all"), "", "", v.Lang.Int(e.Churn.N), "", v.share(e.Churn)),
		ui.Cells(v.T("definition.tiers.weighted"), "", "", "", "", v.known(e.Weighted))}
	return app.Div().Class("tier-table").Body(ui.PlainTable(p))
}

func (v view) known(share float64) string {
	if math.IsNaN(share) {
		return "–"
	}
	return v.Lang.Percent(share, 1)
}

func (v view) tierName(i, of int) string {
	switch i {
	case 0:
		return v.T("definition.tiers.first")
	case of - 1:
		return v.T("definition.tiers.last")
	}
	return v.T("definition.tiers.middle")
}

// tierShare is the share of customers in a tier; the last takes the rest.
func (v view) tierShare(i int) app.UI {
	tiers := v.Definition.Tiers
	if i >= len(tiers)-1 {
		return app.Text(v.T("definition.tiers.rest"))
	}
	id := "tier-share-" + strconv.Itoa(i)
	return &ui.Field{ID: id, Kind: ui.NumberField, Label: v.T("definition.tiers.share-of", analysis.Count("tier", i+1)), HideLabel: true, Unit: "%", Min: "1", Max: "99", Step: "1",
		Value: v.s.Typed.Text(id, strconv.Itoa(int(math.Round(100*tiers[i].Share)))), Error: v.s.Typed.Fault(v.Lang, id),
		OnChange: func(_ app.Context, text string) {
			if share, ok := v.s.Part(id, text, 0); ok {
				v.tier(i, func(t *churn.Tier) { t.Share = share })
			}
		}}
}

// tierWeight is how much a customer of a tier counts; left empty, as much as one
// brings.
func (v view) tierWeight(i int, used float64) app.UI {
	id := "tier-weight-" + strconv.Itoa(i)
	shown := ""
	if i < len(v.Definition.Tiers) && v.Definition.Tiers[i].Weight > 0 {
		shown = strconv.FormatFloat(v.Definition.Tiers[i].Weight, 'g', 4, 64)
	}
	return &ui.Field{ID: id, Kind: ui.NumberField, Label: v.T("definition.tiers.weight-of", analysis.Count("tier", i+1)), HideLabel: true, Min: "0", Step: "any",
		Placeholder: v.Lang.Number(used, 2), Value: v.s.Typed.Text(id, shown), Error: v.s.Typed.Fault(v.Lang, id),
		OnChange: func(_ app.Context, text string) {
			if weight, ok := v.s.Weight(id, text); ok {
				v.tier(i, func(t *churn.Tier) { t.Weight = weight })
			}
		}}
}

// tier changes one tier; the last one's share is what the others leave.
func (v view) tier(i int, change func(*churn.Tier)) {
	d := v.Definition
	d.Tiers = slices.Clone(d.Tiers)
	if i >= len(d.Tiers) {
		return
	}
	change(&d.Tiers[i])
	left := 1.0
	for _, t := range d.Tiers[:len(d.Tiers)-1] {
		left -= t.Share
	}
	if left < .01 {
		v.s.Typed.Refuse("tier-share-"+strconv.Itoa(i), strconv.Itoa(int(math.Round(100*d.Tiers[i].Share))), analysis.Say("definition.tiers.over"))
		return
	}
	d.Tiers[len(d.Tiers)-1].Share = left
	v.Define(d)
}
