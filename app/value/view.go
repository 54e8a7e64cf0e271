package value

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Ask puts the chosen questions to the engine. A bootstrap that they make
// pointless ends.
func Ask(h *screen.Host, s *State) {
	s.outdate()
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Value, func(engine.Value) {
		Compare(h, s)
		Examine(h, s)
	})
}

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	if !s.Asked() {
		return ui.Page(screen.NoData(h, "screen.value"))
	}
	if s.Answer == nil {
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.value")}), v.failedControls(), screen.Waiting(h, s.Progress, s.Err, func() { Ask(h, s) }))
	}
	r := &s.Answer.Result
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.value"), Finding: v.finding(r)}),
		screen.Failed(h, s.Err, func() { Ask(h, s) }),
		v.stats(r),
		v.controls(),
		ui.Warnings(h.Lang, v.doubts()),
		ui.Tabs(ui.TabsProps{ID: "value", Label: h.T("screen.value"), Selected: v.tab(), OnSelect: v.onTab, Items: v.tabs()}, v.panel(r)),
	)
}

type view struct {
	*screen.Host
	s *State
}

// doubts are all of them, but for those that the doctor's own tab shows below.
func (v view) doubts() []analysis.Warning {
	if v.s.Tab == TabDoctor {
		return v.s.Answer.Result.Warnings
	}
	return v.s.Answer.Doubts()
}

// worthKey is TabValue in ids, where it cannot be empty.
const worthKey = "worth"

func (v view) tabs() []ui.Tab {
	return []ui.Tab{
		{Key: worthKey, Label: v.T("value.tab.worth")},
		{Key: TabDrivers, Label: v.T("value.tab.drivers")},
		{Key: TabModels, Label: v.T("value.tab.models")},
		{Key: TabFit, Label: v.T("value.tab.fit")},
		{Key: TabDoctor, Label: v.T("value.tab.doctor"), Badge: v.ailments()},
	}
}

func (v view) tab() string {
	if v.s.Tab == TabValue {
		return worthKey
	}
	return v.s.Tab
}

// Places are the tabs.
func Places(h *screen.Host, s *State) (list []screen.Place) {
	v := view{h, s}
	for _, t := range v.tabs() {
		list = append(list, screen.Place{Label: t.Label, Tab: "value-" + t.Key, On: t.Key == v.tab(), Show: func() { v.onTab(app.Context{}, t.Key) }})
	}
	return list
}

func (v view) onTab(_ app.Context, chosen string) {
	if chosen == worthKey {
		chosen = TabValue
	}
	v.s.Tab = chosen
	Compare(v.Host, v.s)
	Examine(v.Host, v.s)
}

func (v view) panel(r *clv.Result) app.UI {
	switch v.s.Tab {
	case TabDrivers:
		return v.drivers()
	case TabModels:
		return v.models()
	case TabFit:
		return v.fit(r)
	case TabDoctor:
		return v.doctor()
	}
	return v.worth(r)
}

// finding says what the customers are expected to bring, and who brings it.
func (v view) finding(r *clv.Result) string {
	if math.IsNaN(r.Equity) {
		return v.T("value.finding.purchases", analysis.Count("customers", r.CurrentCustomers),
			analysis.Number("expected", math.Round(r.Expected)), analysis.Count("horizon", r.Options.Horizon))
	}
	return v.T("value.finding", analysis.Count("customers", r.CurrentCustomers), analysis.Text("equity", v.CompactMoney(r.Equity)),
		analysis.Word("what", what(r.Options.Margin)), analysis.Count("horizon", r.Options.Horizon), analysis.Percent("top", r.TopDecileShare))
}

// what names the money: with a margin of 1 it is revenue itself.
func what(margin float64) string {
	if margin < 1 {
		return "value.what.margin"
	}
	return "value.what.revenue"
}

func (v view) stats(r *clv.Result) app.UI {
	sure := v.intervals().Equity
	return ui.Stats(
		screen.Stat(v.Host, "number.value.equity", ui.StatProps{Label: v.T("value.stat.equity"), Value: v.money(r.Equity),
			Interval: v.interval(sure.Low, sure.High), Note: v.equityNote(r)}),
		screen.Stat(v.Host, "number.value.expected", ui.StatProps{Label: v.T("value.stat.expected"), Value: v.Lang.Number(r.Expected, 0),
			Note: v.T("value.stat.expected.note", analysis.Count("horizon", r.Options.Horizon))}),
		screen.Stat(v.Host, "number.value.alive", ui.StatProps{Label: v.T("value.stat.alive"), Value: v.Lang.Number(100*r.MeanAlive, 1), Unit: "%",
			Note: v.T("value.stat.alive.note", analysis.Number("alive", math.Round(r.SumAlive)), analysis.Count("customers", r.CurrentCustomers))}),
		screen.Stat(v.Host, "number.value.median", ui.StatProps{Label: v.T("value.stat.median"), Value: v.money(r.Median),
			Note: v.skew(r)}),
	)
}

// equityNote says what the interval is, where there is one, and what was added up.
func (v view) equityNote(r *clv.Result) string {
	rate := analysis.Text("rate", v.percent(r.Options.DiscountRate))
	i := v.intervals()
	if v.interval(i.Equity.Low, i.Equity.High) == "" {
		return v.T("value.stat.equity.note", rate)
	}
	return v.T("value.stat.equity.interval", analysis.Word("method", method(i)), rate)
}

// skew sets the median beside the mean, and says what a wide gap means.
func (v view) skew(r *clv.Result) string {
	mean := analysis.Text("mean", v.money(r.Mean))
	switch {
	case math.IsNaN(r.Mean):
		return ""
	case r.Mean > 1.5*r.Median:
		return v.T("value.stat.median.note", mean)
	}
	return v.T("value.stat.median.even", mean)
}

// money writes a short amount, nothing for one that is not known.
func (v view) money(amount float64) string {
	if math.IsNaN(amount) {
		return ""
	}
	return v.CompactMoney(amount)
}

func (v view) interval(low, high float64) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return ""
	}
	return v.CompactMoney(low) + "–" + v.CompactMoney(high)
}

// failedControls stay in reach when a choice made the question unanswerable.
func (v view) failedControls() app.UI {
	if v.s.Err == nil {
		return nil
	}
	return v.controls()
}

// controls are the assumptions that every amount on the screen stands on: as
// chosen, even while the answer to them is under way.
func (v view) controls() app.UI {
	o := v.s.Options
	return ui.Card(ui.CardProps{Class: "assumptions"}, ui.Form(
		v.field(HorizonField, ui.NumberField, strconv.Itoa(o.Horizon), v.T("ui.unit.months"), v.s.SetHorizon),
		v.field(DiscountField, ui.NumberField, decimal(100*o.DiscountRate), v.T("value.per-year"), v.s.SetDiscount),
		v.field(MarginField, ui.NumberField, decimal(100*o.Margin), "%", v.s.SetMargin),
		v.field(CalibrationField, ui.DateField, dayText(v.calibration()), "", func(text string) bool {
			return v.s.SetCalibrationEnd(text, v.Dataset.First, v.Dataset.End)
		}),
		v.picker(),
	))
}

// calibration is the chosen end of the calibration, else the proposed one.
func (v view) calibration() analysis.Day {
	if v.s.Options.CalibrationEnd == 0 && v.s.Answer != nil {
		return v.s.Answer.Result.CalibrationEnd
	}
	return v.s.Options.CalibrationEnd
}

// bounds are the attributes of a field that keep its little arrows in range.
var bounds = map[string][2]string{
	HorizonField:  {"1", strconv.Itoa(clv.MaxHorizon)},
	DiscountField: {"0", "100"},
	MarginField:   {"0", "100"},
}

func (v view) field(id string, kind ui.FieldKind, value, unit string, set func(string) bool) app.UI {
	return &ui.Field{ID: id, Kind: kind, Label: v.T("value." + key(id)), Hint: v.T("value." + key(id) + ".hint"), Unit: unit,
		Value: v.s.Typed.Text(id, value), Error: v.s.Typed.Fault(v.Lang, id),
		Min: bounds[id][0], Max: bounds[id][1], Step: "any",
		OnChange: func(_ app.Context, text string) {
			if set(text) {
				Ask(v.Host, v.s)
			}
		}}
}

func decimal(x float64) string { return strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64) }

// dayText is a date for an input; no date leaves it empty.
func dayText(d analysis.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}
