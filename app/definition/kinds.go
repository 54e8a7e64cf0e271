package definition

import (
	"math"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// How a loss is told: one of four kinds, and what each needs to know. A definition
// that still lacks something is kept as a draft and changes nothing yet.

// chosen is the definition in the person's hands: the draft, else that in force.
func (v view) chosen() churn.Definition {
	if v.s.Draft != nil {
		return *v.s.Draft
	}
	return v.Definition
}

// choose takes a definition: into force if it says all it must, else as a draft.
func (v view) choose(d churn.Definition) {
	if missing(d, v.Dataset.Kept) {
		v.s.Draft = &d
		return
	}
	v.s.Draft = nil
	v.Define(d)
}

// kindNames are the values of the picker; go-app leaves an empty value out.
var kindNames = map[churn.Kind]string{churn.Silence: "silence", churn.Declined: "decline", churn.Explicit: "ended", churn.Combined: "combined"}

func kindOf(name string) churn.Kind {
	for kind, n := range kindNames {
		if n == name {
			return kind
		}
	}
	return churn.Silence
}

func (v view) kinds() app.UI {
	d := v.chosen()
	return ui.Card(ui.CardProps{ID: "kinds", Title: v.T("definition.kinds"), Lead: v.T("definition.kinds.lead")},
		ui.Pick(ui.PickProps{ID: "kind", Question: v.T("definition.kinds.question"), Value: kindNames[d.Kind],
			Options: []ui.PickOption{v.kindOption("silence"), v.kindOption("decline"), v.kindOption("ended"), v.kindOption("combined")},
			OnChange: func(_ app.Context, name string) {
				d := v.chosen()
				d.Kind = kindOf(name)
				v.choose(v.begun(d))
			}}),
		app.If(d.Kind == churn.Combined, v.parts),
		app.If(asks(d, churn.Declined), v.decline),
		app.If(asks(d, churn.Explicit), v.ended),
		app.If(v.s.Draft != nil, v.unfinished),
	)
}

func (v view) kindOption(name string) ui.PickOption {
	return ui.PickOption{Value: name, Label: v.T(i18n.Key("churn.kind." + name)), Note: v.T(i18n.Key("definition.kind." + name))}
}

// begun gives a kind what it can start from: two parts, a column that may tell of an
// end.
func (v view) begun(d churn.Definition) churn.Definition {
	if d.Kind == churn.Combined && len(d.Parts) == 0 {
		d.Parts = []churn.Kind{churn.Silence, churn.Declined}
	}
	if asks(d, churn.Explicit) && !v.endsBy(d.Ended.Column) {
		d.Ended = churn.Ended{Column: slices.IndexFunc(v.Dataset.Kept, endable)}
	}
	return d
}

func (v view) endsBy(column int) bool {
	return column >= 0 && column < len(v.Dataset.Kept) && endable(v.Dataset.Kept[column])
}

// unfinished says what a draft lacks.
func (v view) unfinished() app.UI {
	key := i18n.Key("definition.draft.states")
	switch {
	case len(v.s.Draft.Parts) < 2 && v.s.Draft.Kind == churn.Combined:
		key = "definition.draft.parts"
	case !v.endsBy(v.s.Draft.Ended.Column):
		key = "definition.draft.column"
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.CautionLevel, Title: v.T("definition.draft"), Text: v.T(key)})
}

// parts chooses what a combined definition is made of.
func (v view) parts() app.UI {
	return app.Div().Class("row parts").Body(
		v.partBox(churn.Silence), v.partBox(churn.Declined), v.partBox(churn.Explicit),
		ui.Segmented(ui.SegmentedProps{ID: "combine", Label: v.T("definition.combine"), Small: true, Value: allOrAny(v.chosen().All),
			Options: []ui.Option{{Value: "any", Label: v.T("definition.combine.any")}, {Value: "all", Label: v.T("definition.combine.all")}},
			OnChange: func(_ app.Context, value string) {
				d := v.chosen()
				d.All = value == "all"
				v.choose(d)
			}}),
	)
}

func allOrAny(all bool) string {
	if all {
		return "all"
	}
	return "any"
}

func (v view) partBox(kind churn.Kind) app.UI {
	return &ui.Checkbox{ID: "part-" + kindNames[kind], Label: v.T(i18n.Key("churn.kind." + kindNames[kind])), Checked: slices.Contains(v.chosen().Parts, kind),
		OnChange: func(_ app.Context, on bool) {
			d := v.chosen()
			d.Parts = slices.DeleteFunc(slices.Clone(d.Parts), func(k churn.Kind) bool { return k == kind })
			if on {
				d.Parts = append(d.Parts, kind)
			}
			v.choose(v.begun(d))
		}}
}

// decline asks over which days activity is compared, and how far it must have fallen.
func (v view) decline() app.UI {
	d, used := v.chosen(), v.s.Answer.Definition.Decline
	return app.Div().Class("form").Body(
		v.declineDays(RecentField, "definition.decline.recent", d.Decline.Recent, used.Recent, func(d *churn.Decline, days int) { d.Recent = days }),
		v.declineDays(PriorField, "definition.decline.prior", d.Decline.Prior, used.Prior, func(d *churn.Decline, days int) { d.Prior = days }),
		&ui.Field{ID: BelowField, Kind: ui.NumberField, Label: v.T("definition.decline.below"), Unit: "%", Min: "1", Max: "99", Step: "1",
			Value: v.s.Typed.Text(BelowField, v.percentage(d.Decline.Below, used.Below)), Error: v.s.Typed.Fault(v.Lang, BelowField),
			OnChange: func(_ app.Context, text string) {
				if share, ok := v.s.Part(BelowField, text, 0); ok {
					d := v.chosen()
					d.Decline.Below = share
					v.choose(d)
				}
			}},
		&ui.Select{ID: "decline-measure", Label: v.T("definition.decline.measure"), Value: measureOf(d.Decline.Spend),
			Options: []ui.Option{{Value: "days", Label: v.T("definition.decline.days")}, {Value: "spend", Label: v.T("definition.decline.spend")}},
			OnChange: func(_ app.Context, value string) {
				d := v.chosen()
				d.Decline.Spend = value == "spend"
				v.choose(d)
			}},
	)
}

func measureOf(spend bool) string {
	if spend {
		return "spend"
	}
	return "days"
}

func (v view) percentage(chosen, used float64) string {
	if chosen == 0 {
		chosen = used
	}
	if chosen == 0 {
		chosen = churn.DefaultBelow
	}
	return strconv.Itoa(int(math.Round(100 * chosen)))
}

// declineDays is a field for one of the two windows; what was left open shows what
// the engine took.
func (v view) declineDays(id string, label i18n.Key, chosen, used int, set func(*churn.Decline, int)) app.UI {
	shown := ""
	if days := max(chosen, used); chosen > 0 {
		shown = strconv.Itoa(chosen)
	} else if days > 0 {
		shown = strconv.Itoa(days)
	}
	span := v.s.Answer.Workbench.Span
	return &ui.Field{ID: id, Kind: ui.NumberField, Label: v.T(label), Unit: v.T("ui.unit.days"), Min: "1", Max: strconv.Itoa(span), Step: "1",
		Value: v.s.Typed.Text(id, shown), Error: v.s.Typed.Fault(v.Lang, id),
		OnChange: func(_ app.Context, text string) {
			if days, ok := v.s.Whole(id, text, span); ok {
				d := v.chosen()
				set(&d.Decline, days)
				v.choose(d)
			}
		}}
}

// ended asks which column tells of an end, and of a column of states, which of them.
func (v view) ended() app.UI {
	var options []ui.Option
	for i, k := range v.Dataset.Kept {
		if endable(k) {
			options = append(options, ui.Option{Value: strconv.Itoa(i), Label: k.Name})
		}
	}
	if len(options) == 0 {
		return ui.Notice(ui.NoticeProps{Lang: v.Lang, Title: v.T("definition.ended.none"), Text: v.T("definition.ended.none.text"),
			Actions: []app.UI{ui.LinkButton(ui.LinkProps{Label: v.T("screen.no-data.go"), Href: "#/data"})}})
	}
	d := v.chosen()
	return app.Div().Class("form").Body(
		&ui.Select{ID: "ended-column", Label: v.T("definition.ended.column"), Options: options, Value: strconv.Itoa(d.Ended.Column),
			OnChange: func(_ app.Context, value string) {
				d := v.chosen()
				column, _ := strconv.Atoi(value) // the options are all numbers
				d.Ended = churn.Ended{Column: column}
				v.choose(d)
			}},
		app.If(v.endsBy(d.Ended.Column) && !dated(v.Dataset.Kept[d.Ended.Column]), func() app.UI { return v.states(v.Dataset.Kept[d.Ended.Column]) }),
	)
}

// states asks which values of a column mean a loss.
func (v view) states(k engine.KeptReport) app.UI {
	var boxes []app.UI
	for i, g := range k.Groups {
		boxes = append(boxes, &ui.Checkbox{ID: "state-" + strconv.Itoa(i), Label: v.T("definition.ended.state", analysis.Text("state", g.Value), analysis.Count("customers", g.Customers)),
			Checked: slices.Contains(v.chosen().Ended.Lost, g.Value),
			OnChange: func(_ app.Context, on bool) {
				d := v.chosen()
				d.Ended.Lost = slices.DeleteFunc(slices.Clone(d.Ended.Lost), func(s string) bool { return s == g.Value })
				if on {
					d.Ended.Lost = append(d.Ended.Lost, g.Value)
				}
				v.choose(d)
			}})
	}
	return app.FieldSet().Class("states").Body(append([]app.UI{app.Legend().Text(v.T("definition.ended.states"))}, boxes...)...)
}
