package retention

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// projection is the tab that says how long contracts will last.
func (v view) projection() app.UI {
	s := &v.s.Projection
	retry := func() { AskProjection(v.Host, s) }
	if s.Answer == nil {
		return screen.Waiting(v.Host, s.Progress, s.Err, retry)
	}
	a := s.Answer
	return ui.Stack(
		screen.Failed(v.Host, s.Err, retry),
		app.P().Class("lead").Body(ui.Rich(v.projectionFinding(&a.Result))...),
		v.projectionStats(&a.Result, a.Residual),
		ui.Warnings(v.Lang, a.Result.Warnings),
		ui.Columns(
			ui.Stack(screen.Figure(v.Host, &a.Survival, s.Busy, nil), screen.Figure(v.Host, &a.Retention, s.Busy, nil), v.ages(&a.Result)),
			ui.Stack(v.projectionForm(&a.Result), v.models(&a.Result), ui.Explain(v.explainProjection(&a.Result))),
		),
	)
}

// periods is the word for the periods of a projection.
func (v view) periods(r *clv.Projection) analysis.Arg {
	return analysis.Word("unit", "ingest.unit-"+string(r.Options.Period))
}

// projectionFinding says what a constant rate would miss.
func (v view) projectionFinding(r *clv.Projection) string {
	best, last := r.Models[r.Best], r.Options.Horizon
	first := best.Retention[0]
	later := best.Retention[min(len(best.Retention), max(2, len(r.Seen)))-1]
	args := []screen.Arg{analysis.Text("model", best.Fit.Model), analysis.Percent("first", first), analysis.Percent("later", later),
		analysis.Count("seen", len(r.Seen)), v.periods(r), analysis.Count("horizon", last),
		analysis.Percent("share", best.Survival[last].S), analysis.Percent("constant", r.Constant.Survival(last))}
	key := i18n.Key("retention.projection.rises")
	if later <= first {
		key = "retention.projection.falls"
	}
	return v.T(key, args...)
}

func (v view) projectionStats(r *clv.Projection, residual float64) app.UI {
	best, last := r.Models[r.Best], r.Options.Horizon
	b, interval, worth := best.Survival[last], "", "–"
	if !math.IsNaN(b.Low) {
		interval = v.Range(b.Low, b.High, 1)
	}
	if !math.IsNaN(residual) {
		worth = v.CompactMoney(residual)
	}
	note := i18n.Key("retention.projection.lifetime.note")
	if math.IsInf(best.Lifetime, 0) {
		note = "retention.projection.lifetime.infinite"
	}
	return ui.Stats(
		screen.Stat(v.Host, "number.projection.survival", ui.StatProps{Label: v.T("retention.projection.survival", analysis.Count("k", last), v.periods(r)), Value: v.Lang.Number(100*b.S, 1), Unit: "%",
			Interval: interval, Note: v.T("retention.projection.by", analysis.Text("model", best.Fit.Model))}),
		screen.Stat(v.Host, "number.projection.lifetime", ui.StatProps{Label: v.T("retention.projection.lifetime"), Value: v.Lang.Number(best.Lifetime, 1), Unit: v.T(i18n.Key("ingest.unit-" + string(r.Options.Period))),
			Note: v.T(note, analysis.Number("constant", r.Constant.Lifetime))}),
		screen.Stat(v.Host, "number.projection.error", ui.StatProps{Label: v.T("retention.projection.error"), Value: v.Lang.Number(100*best.Error, 1), Unit: v.T("retention.projection.points"),
			Note: v.T("retention.projection.error.note", analysis.Text("constant", v.Lang.Number(100*r.Constant.Error, 1)))}),
		screen.Stat(v.Host, "number.projection.residual", ui.StatProps{Label: v.T("retention.projection.residual"), Value: worth, Note: v.T("retention.projection.residual.note")}),
	)
}

func (v view) projectionForm(r *clv.Projection) app.UI {
	o := r.Options
	unit := v.T(i18n.Key("ingest.unit-" + string(o.Period)))
	return ui.Card(ui.CardProps{Title: v.T("retention.projection.settings"), Lead: v.T("retention.projection.settings.lead", analysis.Count("seen", len(r.Seen)))},
		ui.Form(
			v.projectionField(KnownField, "retention.projection.known", strconv.Itoa(o.Calibration), unit),
			v.projectionField(HorizonField, "retention.projection.horizon", strconv.Itoa(o.Horizon), unit),
			v.projectionField(DiscountField, "retention.projection.discount", strconv.FormatFloat(100*o.Discount, 'g', 4, 64), "%"),
			v.projectionField(MarginField, "retention.projection.margin", strconv.FormatFloat(100*o.Margin, 'g', 4, 64), "%"),
		))
}

func (v view) projectionField(id string, label i18n.Key, now, unit string) app.UI {
	s := &v.s.Projection
	return &ui.Field{ID: id, Kind: ui.NumberField, Label: v.T(label), Unit: unit, Value: s.Typed.Text(id, now), Error: s.Typed.Fault(v.Lang, id), Min: "0", Step: "any",
		OnChange: func(_ app.Context, text string) {
			if s.Set(id, text) {
				AskProjection(v.Host, s)
			}
		}}
}

// models lists the parameters of each law with their standard errors.
func (v view) models(r *clv.Projection) app.UI {
	var rows [][]app.UI
	for i, m := range r.Models {
		name := m.Fit.Model
		if i == r.Best {
			name += " ✓"
		}
		for _, p := range m.Fit.Params {
			rows = append(rows, ui.Cells(name, p.Name, v.Lang.Significant(p.Value, 4), v.Lang.Significant(p.SE, 3)))
		}
		rows = append(rows, ui.Cells(name, "BIC", v.Lang.Number(m.Fit.BIC, 1), ""))
	}
	rows = append(rows, ui.Cells(v.T("retention.projection.constant"), "r", v.Lang.Percent(r.Constant.Retention, 1), ""))
	return ui.Card(ui.CardProps{Title: v.T("retention.projection.models"), Lead: v.T("retention.projection.models.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("retention.projection.models"), Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("retention.projection.model")}, {Title: v.T("retention.projection.parameter")},
			{Title: v.T("retention.projection.value"), Numeric: true}, {Title: v.T("retention.projection.se"), Numeric: true}}}))
}

// agesShown are the tenures whose value is shown.
var agesShown = []int{0, 1, 2, 3, 6, 12, 18, 24, 36, 48, 60}

func (v view) ages(r *clv.Projection) app.UI {
	return ui.Card(ui.CardProps{Title: v.T("retention.projection.ages"), Lead: v.T("retention.projection.ages.lead", analysis.Number("constant", r.Constant.DERL))},
		ui.PlainTable(v.ageTable(r)))
}

func (v view) ageTable(r *clv.Projection) ui.PlainTableProps {
	var rows [][]app.UI
	for _, age := range agesShown {
		if age >= len(r.Ages) {
			break
		}
		a, residual := r.Ages[age], "–"
		if !math.IsNaN(a.Residual) {
			residual = v.Money(a.Residual)
		}
		rows = append(rows, ui.Cells(v.Lang.Int(a.Age), v.Lang.Percent(a.Retention, 1), v.Lang.Number(a.DERL, 1), residual))
	}
	return ui.PlainTableProps{Label: v.T("retention.projection.ages"), Rows: rows, Columns: []ui.Column{
		{Title: v.T("retention.projection.age", v.periods(r)), Numeric: true}, {Title: v.T("retention.projection.next"), Numeric: true},
		{Title: v.T("retention.projection.derl", v.periods(r)), Numeric: true}, {Title: v.T("retention.projection.worth"), Numeric: true}}}
}

func (v view) explainProjection(r *clv.Projection) ui.ExplainProps {
	return ui.ExplainProps{Lang: v.Lang,
		Text:        v.T("retention.projection.explain"),
		Formula:     v.T("retention.projection.formula"),
		Inputs:      []string{v.T("retention.projection.inputs", analysis.Number("customers", r.Customers), analysis.Number("lost", r.Lost))},
		Exclusions:  []string{v.T("retention.projection.excluded", analysis.Number("new", r.New))},
		Assumptions: []string{v.T("retention.projection.assumes")},
		Source:      v.T("retention.projection.source"),
	}
}
