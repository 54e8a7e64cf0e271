package value

import (
	"math"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// fit is the second tab: may one believe the models?
func (v view) fit(r *clv.Result) app.UI {
	a := v.s.Answer
	return ui.Stack(
		ui.Halves(screen.Figure(v.Host, &a.Tracking, v.s.Busy, nil), screen.Figure(v.Host, &a.Calibration, v.s.Busy, nil)),
		v.tested(r),
		ui.Halves(v.parameters(r), ui.Explain(v.explainFit(r))),
	)
}

// tested is what became of the predictions in the holdout; without one there is
// nothing to draw.
func (v view) tested(r *clv.Result) app.UI {
	reliable := screen.Figure(v.Host, &v.s.Answer.Reliability, v.s.Busy, nil)
	if reliable == nil {
		return v.holdout(r)
	}
	return ui.Columns(reliable, v.holdout(r))
}

// parameters shows both pairs of fits: the one that is tested, and the one
// that predicts.
func (v view) parameters(r *clv.Result) app.UI {
	return ui.Card(ui.CardProps{Title: v.T("value.parameters.title"),
		Lead: v.T("value.parameters.lead", analysis.On("calibration", r.CalibrationEnd), analysis.On("end", r.End))},
		v.fits(v.T("value.fit.calibration", analysis.On("day", r.CalibrationEnd)), "calibration", r.Fit, r.Spend),
		v.fits(v.T("value.fit.current", analysis.On("day", r.End)), current, r.Current, r.CurrentSpend),
	)
}

// current names the fits that predict, whose parameters have intervals.
const current = "current"

func (v view) fits(title, id string, fits ...clv.Fit) app.UI {
	body := []app.UI{app.H3().Text(title)}
	for _, f := range fits {
		if f.N > 0 {
			body = append(body, v.model(f, id))
		}
	}
	return app.Div().ID("fit-" + id).Class("fits").Body(body...)
}

func (v view) model(f clv.Fit, id string) app.UI {
	columns := []ui.Column{{Title: f.Model}, {Title: v.T("value.estimate"), Numeric: true}, {Title: v.T("value.se"), Numeric: true}}
	if id == current {
		columns = append(columns, ui.Column{Title: v.T("value.between"), Hint: v.T(key(method(v.intervals()))), Numeric: true})
	}
	var rows [][]app.UI
	for _, p := range f.Params {
		row := ui.Cells(p.Name, v.estimate(p.Value), v.estimate(p.SE))
		if id == current {
			row = append(row, app.Text(v.between(v.intervalsOf(f), p.Name)))
		}
		rows = append(rows, row)
	}
	return app.Div().Class("fit").DataSet("model", f.Model).Body(
		ui.PlainTable(ui.PlainTableProps{Label: f.Model + " " + id, Rows: rows, Compact: true, Columns: columns}),
		app.P().Class("foot").Text(v.T("value.fit.foot", analysis.Text("loglik", v.Lang.Number(f.LogLik, 2)),
			analysis.Text("aic", v.Lang.Number(f.AIC, 1)), analysis.Text("bic", v.Lang.Number(f.BIC, 1)), analysis.Count("n", f.N))),
		v.verdict(f.Verdict),
	)
}

// intervalsOf are those of the parameters of one of the two models.
func (v view) intervalsOf(f clv.Fit) []clv.Interval {
	if f.Model == v.s.Answer.Result.CurrentSpend.Model {
		return v.intervals().Spend
	}
	return v.intervals().Params
}

// estimate writes a parameter with the four decimals that papers print. One
// that ran to its limit has no use for them: its size is what tells.
func (v view) estimate(x float64) string {
	if size := math.Abs(x); size >= 10_000 || size < 0.001 { // false for NaN
		return v.Lang.Significant(x, 3)
	}
	return v.Lang.Number(x, 4)
}

// verdict says how far the optimum can be trusted.
func (v view) verdict(d clv.Verdict) app.UI {
	if d.Converged && len(d.Boundary) == 0 {
		return app.P().Class("verdict").Body(ui.Badge(v.T("value.verdict.good"), ui.Accent),
			app.Span().Text(v.T("value.verdict.starts", analysis.Count("agree", d.StartsAgree), analysis.Count("starts", d.Starts))))
	}
	text := v.T("value.verdict.doubtful.text")
	if len(d.Boundary) > 0 {
		text = v.T("value.verdict.boundary", analysis.Text("names", strings.Join(d.Boundary, ", ")))
	}
	return app.P().Class("verdict").Body(ui.Badge(v.T("value.verdict.doubtful"), ui.Warn), app.Span().Text(text))
}

// holdout scores the calibration fit on what happened after it.
func (v view) holdout(r *clv.Result) app.UI {
	h := r.Holdout
	if h.Weeks == 0 {
		return ui.Notice(ui.NoticeProps{Lang: v.Lang, Text: v.T("value.holdout.none")})
	}
	rows := [][]app.UI{
		ui.Cells(v.T("value.holdout.actual"), v.Lang.Number(h.Actual, 0)),
		ui.Cells(v.T("value.holdout.expected"), v.Lang.Number(h.Expected, 1)),
		v.bias(h),
		ui.Cells(v.T("value.holdout.mae"), v.Lang.Number(h.MAE, 3)),
		ui.Cells(v.T("value.holdout.rmse"), v.Lang.Number(h.RMSE, 3)),
	}
	return ui.Card(ui.CardProps{Title: v.T("value.holdout.title"),
		Lead: v.T("value.holdout.lead", analysis.Number("weeks", math.Round(10*h.Weeks)/10), analysis.On("calibration", r.CalibrationEnd)),
		Foot: v.T("value.holdout.foot", analysis.Count("later", h.Later))},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("value.holdout.title"), Rows: rows, Compact: true,
			Columns: []ui.Column{{Title: v.T("value.holdout.measure")}, {Title: v.T("value.holdout.value"), Numeric: true}}}))
}

// bias is by how much the prediction missed the sum.
func (v view) bias(h clv.Holdout) []app.UI {
	above := (h.Expected - h.Actual) / math.Max(1, h.Actual)
	key := i18n.Key("value.holdout.bias")
	if above < 0 {
		key = "value.holdout.below"
	}
	return ui.Cells(v.T(key), v.Lang.Percent(math.Abs(above), 1))
}

func (v view) explainFit(r *clv.Result) ui.ExplainProps {
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("value.explain.fit"),
		Inputs:      []string{v.T("value.explain.fit.inputs", analysis.Count("customers", r.Customers), analysis.Count("repeaters", r.Repeaters), analysis.On("begin", r.Begin), analysis.On("calibration", r.CalibrationEnd))},
		Assumptions: []string{v.T("value.explain.fit.weeks"), v.T("value.explain.fit.first"), v.T("value.once." + v.word())},
		Source:      v.sources(),
	}
}
