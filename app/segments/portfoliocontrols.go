package segments

import (
	"cmp"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/portfolio"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// portfolioControls are what the answer stands on: what is shown, and what it costs.
func (v view) portfolioControls(a *engine.Portfolio) app.UI {
	o := &v.s.Portfolio.Options
	shown := []app.UI{v.bubblePicker(), v.portfolioField(DaysField, typedNumber(float64(a.Options.Days)), v.T("ui.unit.days"), 1, engine.MaxWindow, v.s.Portfolio.SetDays)}
	if a.Matrix != nil {
		shown = append(shown, v.axisFields(&o.Matrix.Share, &a.Options.Matrix.Share, ShareCutField, 100, "%")...)
		shown = append(shown, v.axisFields(&o.Matrix.Profit, &a.Options.Matrix.Profit, ProfitCutField, 1, v.Currency())...)
	}
	costs := []app.UI{v.profitPicker(a)}
	if a.Profit.From == engine.ProfitTyped || a.Profit.From == engine.ProfitUnknown {
		costs = append(costs, v.amountFields([]amountField{marginField}, a)...)
	}
	costs = append(costs, v.costPicker("portfolio-acquisition-from", &o.Acquisition), v.costPicker("portfolio-serving-from", &o.Serving))
	costs = append(costs, v.amountFields(relationship, a)...)
	return ui.Halves(ui.Card(ui.CardProps{Title: v.T("portfolio.shown")}, ui.Form(shown...)), ui.Card(ui.CardProps{Title: v.T("portfolio.costs")}, ui.Form(costs...)))
}

func (v view) askPortfolio() { AskPortfolio(v.Host, v.s) }

// portfolioField is a field for a number.
func (v view) portfolioField(id, value, unit string, low, top float64, set func(string) bool) app.UI {
	typed := &v.s.Portfolio.Typed
	key := i18n.Key(id)
	for key[len(key)-1] >= '0' && key[len(key)-1] <= '9' { // cut-offs are numbered
		key = key[:len(key)-1]
	}
	return &ui.Field{ID: id, Kind: ui.NumberField, Label: v.T("portfolio.field." + key), Unit: unit, Value: typed.Text(id, value), Error: typed.Fault(v.Lang, id),
		Min: typedNumber(low), Max: typedNumber(top), Step: "any",
		OnChange: func(_ app.Context, text string) {
			if set(text) {
				v.askPortfolio()
			}
		}}
}

func (v view) amountFields(fields []amountField, a *engine.Portfolio) (list []app.UI) {
	for _, f := range fields {
		unit := v.Currency()
		if f.percent {
			unit = "%"
		}
		list = append(list, v.portfolioField(f.id, f.text(&a.Options), unit, f.low, f.top, func(text string) bool { return v.s.Portfolio.Set(f, text) }))
	}
	return list
}

// bubblePicker chooses what bubbles and curves are.
func (v view) bubblePicker() app.UI {
	options := []ui.Option{{Value: "", Label: v.T("portfolio.by.each")}}
	for _, by := range []engine.SegmentBy{engine.SegmentRFM, engine.SegmentTiers, engine.SegmentState, engine.SegmentVerdict} {
		if by != engine.SegmentVerdict || v.s.Portfolio.Answer.Worth != nil && v.s.Portfolio.Answer.Worth.Costs {
			options = append(options, ui.Option{Value: string(by), Label: v.T(i18n.Key("groups.by." + string(by)))})
		}
	}
	for i, k := range v.Dataset.Kept {
		if dividing(k) {
			options = append(options, ui.Option{Value: string(engine.SegmentAttribute) + ":" + strconv.Itoa(i), Label: k.Name})
		}
	}
	return v.chooser("portfolio-by", v.s.Portfolio.choice(), options, v.s.Portfolio.SetBy)
}

func (v view) chooser(id, value string, options []ui.Option, set func(string)) app.UI {
	return &ui.Select{ID: id, Label: v.T("portfolio.field." + i18n.Key(id)), Value: value, Options: options, OnChange: func(_ app.Context, chosen string) {
		set(chosen)
		v.askPortfolio()
	}}
}

// axisFields are the number of bands of an axis and its cut-offs.
func (v view) axisFields(x, inForce *portfolio.Axis, stem string, scale float64, unit string) []app.UI {
	bands := []ui.Option{{Value: "2", Label: v.Lang.Int(2)}, {Value: "3", Label: v.Lang.Int(3)}}
	list := []app.UI{v.chooser(stem+"bands", strconv.Itoa(cmp.Or(x.Bands, 2)), bands, func(chosen string) {
		n, _ := strconv.Atoi(chosen)
		v.s.Portfolio.SetBands(x, n)
	})}
	for i, cut := range inForce.Cuts {
		list = append(list, v.portfolioField(stem+strconv.Itoa(i), typedNumber(cut*scale), unit, -engine.MaxCost, engine.MaxCost, func(text string) bool {
			return v.s.Portfolio.SetCut(x, stem, i, text, inForce.Cuts, scale)
		}))
	}
	return list
}

// profitPicker chooses among the columns that tell profit, and a typed share.
func (v view) profitPicker(a *engine.Portfolio) app.UI {
	if len(a.Profit.Available) == 0 {
		return nil
	}
	var options []ui.Option
	for _, from := range append(a.Profit.Available[:len(a.Profit.Available):len(a.Profit.Available)], engine.ProfitTyped) {
		options = append(options, ui.Option{Value: string(from), Label: v.T(i18n.Key("portfolio.source." + string(from)))})
	}
	value := a.Profit.From
	if v.s.Portfolio.Options.Profit == engine.ProfitTyped {
		value = engine.ProfitTyped
	}
	return v.chooser("portfolio-profit", string(value), options, func(chosen string) { v.s.Portfolio.Options.Profit = engine.ProfitFrom(chosen) })
}

// costPicker chooses a column that tells a cost, where there are columns of numbers.
func (v view) costPicker(id string, from *engine.CostFrom) app.UI {
	options := []ui.Option{{Value: "", Label: v.T("portfolio.cost.typed")}}
	for i, k := range v.Dataset.Kept {
		if numeric(k) && k.Role != ingest.Wallet {
			options = append(options, ui.Option{Value: strconv.Itoa(i), Label: k.Name})
		}
	}
	if len(options) == 1 {
		return nil
	}
	value := ""
	if from.FromColumn {
		value = strconv.Itoa(from.Column)
	}
	return v.chooser(id, value, options, func(chosen string) {
		from.FromColumn = chosen != ""
		from.Column, _ = strconv.Atoi(chosen)
	})
}
