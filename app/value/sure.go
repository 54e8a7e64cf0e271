package value

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// seed makes every bootstrap of the same data give the same digits.
const seed = 1

// Resample asks for intervals by the bootstrap, of what the screen shows.
func Resample(h *screen.Host, s *State) {
	screen.Ask(h, &s.Sure, s.askSure(), h.Engine.Bootstrap, nil)
}

// askSure is the request for intervals of what is chosen.
func (s *State) askSure() engine.BootstrapRequest {
	return engine.BootstrapRequest{Options: s.Options, Replicates: clv.DefaultReplicates, Seed: seed}
}

// intervals are the best there are: by the bootstrap once it has run.
func (v view) intervals() *clv.Intervals {
	if v.s.Sure.Answer != nil {
		return v.s.Sure.Answer
	}
	return &v.s.Answer.Intervals
}

// method names how intervals came about.
func method(i *clv.Intervals) string {
	if i.Bootstrap {
		return "value.method.bootstrap"
	}
	return "value.method.delta"
}

// sure is the card that says how sure the headline is.
func (v view) sure(r *clv.Result) app.UI {
	if math.IsNaN(r.Equity) {
		return nil
	}
	rows := [][]app.UI{v.sureRow(&v.s.Answer.Intervals)}
	if b := v.s.Sure.Answer; b != nil {
		rows = append(rows, v.sureRow(b))
	}
	return ui.Card(ui.CardProps{ID: "sure", Title: v.T("value.sure"), Lead: v.T("value.sure.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("value.sure"), Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("value.method")},
			{Title: v.T("value.low"), Numeric: true},
			{Title: v.T("value.high"), Numeric: true},
			{Title: v.T("value.se"), Numeric: true}}}),
		screen.Failed(v.Host, v.s.Sure.Err, func() { Resample(v.Host, v.s) }),
		v.resampling(),
	)
}

func (v view) sureRow(i *clv.Intervals) []app.UI {
	whole := func(amount float64) string { return v.Lang.MoneyWhole(amount, v.Currency()) }
	return ui.Cells(v.T(key(method(i))), whole(i.Equity.Low), whole(i.Equity.High), whole(i.Equity.SE))
}

// resampling offers the bootstrap, shows how far it is, or what came of it.
func (v view) resampling() app.UI {
	s := &v.s.Sure
	switch {
	case s.Busy:
		return ui.Progress(ui.ProgressProps{Lang: v.Lang, Step: s.Progress.Step, OfSteps: s.Progress.OfSteps,
			Label:    v.T("value.resampling", analysis.Count("done", s.Progress.Step), analysis.Count("of", clv.DefaultReplicates)),
			OnCancel: func(app.Context) { v.s.Sure.Stop() }})
	case s.Answer != nil:
		return app.P().Class("foot").Role("status").Text(v.T("value.resampled", analysis.Count("replicates", s.Answer.Replicates), analysis.Count("failed", s.Answer.Failed)))
	}
	return ui.Row(
		ui.Button(ui.ButtonProps{ID: "bootstrap", Label: v.T("value.resample", analysis.Count("replicates", clv.DefaultReplicates)),
			Disabled: v.s.Busy, OnClick: func(app.Context) { Resample(v.Host, v.s) }}),
		app.P().Class("quiet-text").Text(v.T("value.resample.why")))
}

// between writes the interval of a parameter, as good as there is one.
func (v view) between(list []clv.Interval, name string) string {
	for _, i := range list {
		if i.Name == name && !math.IsNaN(i.Low) && !math.IsNaN(i.High) {
			return v.estimate(i.Low) + "–" + v.estimate(i.High)
		}
	}
	return v.Lang.Number(math.NaN(), 0)
}

// newcomer is what one more customer would bring.
func (v view) newcomer(r *clv.Result) app.UI {
	n := &v.s.Answer.Newcomer
	rows := [][]app.UI{
		ui.Cells(v.T("value.newcomer.purchases"), v.Lang.Number(n.Purchases, 2)),
		ui.Cells(v.T("value.spend"), v.Money(n.Spend)),
		ui.Cells(v.T("value.clv"), v.Money(n.CLV)),
	}
	return ui.Card(ui.CardProps{ID: "newcomer", Title: v.T("value.newcomer"),
		Lead: v.T("value.newcomer.lead", analysis.Count("horizon", r.Options.Horizon)), Foot: v.T("value.newcomer.foot")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("value.newcomer"), Rows: rows, Compact: true,
			Columns: []ui.Column{{Title: v.T("value.newcomer.of")}, {Title: v.T("value.holdout.value"), Numeric: true}}}))
}
