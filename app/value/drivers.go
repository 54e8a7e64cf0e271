package value

import (
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// maxCost bounds what winning a customer may cost: nobody pays more, and sums of it
// stay exact.
const maxCost = 1e9

// SetCost takes what winning one customer costs; nothing is 0.
func (s *State) SetCost(text string) bool {
	text = strings.TrimSpace(text)
	cost, err := 0., error(nil)
	if text != "" {
		cost, err = strconv.ParseFloat(text, 64)
	}
	good := err == nil && cost >= 0 && cost <= maxCost
	return s.take(CostField, text, good, func() { s.Cost = cost }, analysis.Say("value.wrong.cost"))
}

// Examine asks what moves the value, where it is looked at and not known yet.
func Examine(h *screen.Host, s *State) {
	if s.Tab == TabDrivers {
		askDrivers(h, s)
	}
}

func askDrivers(h *screen.Host, s *State) {
	want := engine.DriversRequest{Options: s.Options, Cost: s.Cost, Layout: h.Layout()}
	if !s.Moves.Asked() || s.Moves.Question != want {
		screen.Ask(h, &s.Moves, want, h.Engine.Drivers, nil)
	}
}

// drivers is the tab of what moves the value and what may explain it.
func (v view) drivers() app.UI {
	return ui.Stack(v.moves(), v.attributes())
}

// moves shows by how much retention, spend and acquisition change the value.
func (v view) moves() app.UI {
	m := &v.s.Moves
	switch {
	case m.Answer != nil:
		return ui.Columns(
			ui.Stack(screen.Failed(v.Host, m.Err, func() { Examine(v.Host, v.s) }), screen.Figure(v.Host, &m.Answer.Figure, m.Busy, nil)),
			v.elasticities(&m.Answer.Result))
	case m.Err != nil:
		return screen.Failed(v.Host, m.Err, func() { m.Forget(); Examine(v.Host, v.s) })
	}
	return ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("screen.waiting")}), ui.SkeletonFigure())
}

// elasticities says the same in numbers, with the one assumption that is the person's.
func (v view) elasticities(e *clv.Elasticities) app.UI {
	rows := [][]app.UI{
		v.elasticity("value.driver.retention", e, func(x *clv.Elasticity) float64 { return x.Retention }),
		v.elasticity("value.driver.spend", e, func(x *clv.Elasticity) float64 { return x.Spend }),
		v.elasticity("value.driver.acquisition", e, func(x *clv.Elasticity) float64 { return x.Acquisition }),
		ui.Cells(v.T("value.driver.worth"), v.money(e.Existing.Value), v.Money(e.Newcomer.Value), v.money(e.All.Value)),
	}
	return ui.Card(ui.CardProps{ID: "elasticities", Class: "contest", Title: v.T("value.drivers"), Lead: v.leadOfDrivers(e), Foot: v.T("value.drivers.foot")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("value.drivers"), Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("value.driver")},
			{Title: v.T("value.driver.existing"), Numeric: true},
			{Title: v.T("value.driver.newcomer"), Numeric: true},
			{Title: v.T("value.driver.all"), Numeric: true}}}),
		v.cost(),
		ui.ExplainFold(v.explainDrivers()),
	)
}

func (v view) elasticity(name key, e *clv.Elasticities, of func(*clv.Elasticity) float64) []app.UI {
	return ui.Cells(v.T(name), v.change(of(&e.Existing)), v.change(of(&e.Newcomer)), v.change(of(&e.All)))
}

// change writes an elasticity as what one per cent does.
func (v view) change(elasticity float64) string {
	return sign(elasticity) + v.Lang.Percent(elasticity/100, 2)
}

// clearly is how many times as strong a lever must be to be called the stronger one.
const clearly = 1.2

// leadOfDrivers says which lever is the stronger one, where both are known.
func (v view) leadOfDrivers(e *clv.Elasticities) string {
	keep, win := e.All.Retention, e.All.Acquisition
	if math.IsNaN(keep) || math.IsNaN(win) {
		return ""
	}
	said := i18n.Key("value.drivers.alike")
	switch {
	case math.Abs(keep) > clearly*math.Abs(win):
		said = "value.drivers.keep"
	case math.Abs(win) > clearly*math.Abs(keep):
		said = "value.drivers.win"
	}
	return v.T(said, analysis.Text("keep", v.change(keep)), analysis.Text("win", v.change(win)))
}

// cost is the field of what winning one customer costs.
func (v view) cost() app.UI {
	return &ui.Field{ID: CostField, Kind: ui.NumberField, Label: v.T("value.cost"), Hint: v.T("value.cost.hint"), Unit: v.Currency(),
		Value: v.s.Typed.Text(CostField, decimal(v.s.Cost)), Error: v.s.Typed.Fault(v.Lang, CostField), Min: "0", Step: "any",
		OnChange: func(_ app.Context, text string) {
			if v.s.SetCost(text) {
				Examine(v.Host, v.s)
			}
		}}
}

func (v view) explainDrivers() ui.ExplainProps {
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("value.explain.drivers"), Formula: v.T("value.explain.drivers.formula"),
		Inputs:      []string{v.T("value.explain.drivers.inputs", analysis.Number("newcomers", math.Round(v.s.Moves.Answer.Result.Newcomers)), analysis.Count("horizon", v.s.Options.Horizon))},
		Exclusions:  []string{v.T("value.explain.drivers.left")},
		Assumptions: []string{v.T("value.explain.drivers.retention"), v.T("value.explain.drivers.cost"), v.T("value.explain.drivers.rest")},
		Source:      v.T("value.source.drivers"),
	}
}
