package value

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Ask puts the chosen questions to the engine.
func Ask(h *screen.Host, s *State) {
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Value, nil)
}

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	if !s.Asked() {
		return ui.Page(screen.NoData(h, "screen.value"))
	}
	if s.Answer == nil {
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.value")}), v.failedControls(), screen.Waiting(h, s.Err, func() { Ask(h, s) }))
	}
	r := &s.Answer.Result
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.value"), Finding: v.finding(r)}),
		v.stats(r),
		v.controls(r.Options),
		ui.Warnings(h.Lang, r.Warnings),
		ui.Tabs(ui.TabsProps{ID: "value", Label: h.T("screen.value"), Selected: v.tab(), OnSelect: v.onTab,
			Items: []ui.Tab{{Key: "worth", Label: h.T("value.tab.worth")}, {Key: TabFit, Label: h.T("value.tab.fit")}}},
			v.panel(r)),
	)
}

type view struct {
	*screen.Host
	s *State
}

func (v view) tab() string {
	if v.s.Tab == TabFit {
		return TabFit
	}
	return "worth"
}

func (v view) onTab(_ app.Context, key string) {
	v.s.Tab = TabValue
	if key == TabFit {
		v.s.Tab = TabFit
	}
}

func (v view) panel(r *clv.Result) app.UI {
	if v.s.Tab == TabFit {
		return v.fit(r)
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
		analysis.Count("horizon", r.Options.Horizon), analysis.Percent("top", r.TopDecileShare))
}

func (v view) stats(r *clv.Result) app.UI {
	return ui.Stats(
		ui.Stat(ui.StatProps{Lang: v.Lang, Label: v.T("value.stat.equity"), Value: v.money(r.Equity),
			Interval: v.interval(r.EquityLow, r.EquityHigh), Note: v.T("value.stat.equity.note")}),
		ui.Stat(ui.StatProps{Lang: v.Lang, Label: v.T("value.stat.expected"), Value: v.Lang.Number(r.Expected, 0),
			Note: v.T("value.stat.expected.note", analysis.Count("horizon", r.Options.Horizon))}),
		ui.Stat(ui.StatProps{Lang: v.Lang, Label: v.T("value.stat.alive"), Value: v.Lang.Number(100*r.MeanAlive, 1), Unit: "%",
			Note: v.T("value.stat.alive.note", analysis.Number("alive", math.Round(r.SumAlive)), analysis.Count("customers", r.CurrentCustomers))}),
		ui.Stat(ui.StatProps{Lang: v.Lang, Label: v.T("value.stat.median"), Value: v.money(r.Median),
			Note: v.T("value.stat.median.note", analysis.Text("mean", v.money(r.Mean)))}),
	)
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
	return v.controls(v.s.Options)
}

// controls are the assumptions that every amount on the screen stands on.
func (v view) controls(o clv.Options) app.UI {
	return ui.Card(ui.CardProps{Class: "assumptions"}, ui.Form(
		v.number("horizon", strconv.Itoa(o.Horizon), v.T("ui.unit.months"), "1", strconv.Itoa(clv.MaxHorizon), func(x float64) bool { return v.s.SetHorizon(int(x)) }),
		v.number("discount", decimal(100*o.DiscountRate), v.T("value.per-year"), "0", "100", v.s.SetDiscount),
		v.number("margin", decimal(100*o.Margin), "%", "0.1", "100", v.s.SetMargin),
		&ui.Field{ID: "calibration", Kind: ui.DateField, Label: v.T("value.calibration"), Hint: v.T("value.calibration.hint"), Value: dayText(o.CalibrationEnd),
			OnChange: func(_ app.Context, text string) {
				if v.s.SetCalibrationEnd(text) {
					Ask(v.Host, v.s)
				}
			}},
	))
}

func decimal(x float64) string { return strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64) }

// dayText is a date for an input; no date leaves it empty.
func dayText(d analysis.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

func (v view) number(id, value, unit, low, high string, set func(float64) bool) app.UI {
	return &ui.Field{ID: id, Kind: ui.NumberField, Label: v.T("value." + key(id)), Value: value, Unit: unit, Min: low, Max: high, Step: "any",
		OnChange: func(_ app.Context, text string) {
			if x, err := strconv.ParseFloat(text, 64); err == nil && set(x) {
				Ask(v.Host, v.s)
			}
		}}
}
