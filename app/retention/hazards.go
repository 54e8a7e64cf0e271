package retention

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/survival"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// hazards is the third tab: Cox regression.
func (v view) hazards() app.UI {
	s := &v.s.Hazards
	if s.Answer == nil {
		return ui.Stack(screen.Waiting(v.Host, s.Progress, s.Err, v.askHazards))
	}
	return ui.Stack(
		screen.Failed(v.Host, s.Err, v.askHazards),
		v.hazardChoices(),
		ui.Warnings(v.Lang, s.Answer.Warnings),
		ui.Columns(screen.Figure(v.Host, &s.Answer.Forest, s.Busy, nil), ui.Explain(v.explainHazards())),
		ui.Halves(v.proportional(), v.fitTable()),
	)
}

func (v view) askHazards() { AskHazards(v.Host, v.s) }

// hazardChoices are the attributes that may matter, and how the fit is made.
func (v view) hazardChoices() app.UI {
	s := &v.s.Hazards
	var boxes []app.UI
	for i, a := range s.Answer.Attributes {
		boxes = append(boxes, &ui.Checkbox{ID: "hazard-" + strconv.Itoa(i), Label: a.Name, Checked: slices.Contains(s.chosen(), i), Disabled: !a.Groups && a.Kind != analysis.DayColumn,
			OnChange: func(_ app.Context, on bool) { s.Toggle(i, on); v.askHazards() }})
	}
	return ui.Card(ui.CardProps{ID: "hazard-choices", Title: v.T("hazards.title"), Lead: v.hazardFinding(), Tools: []app.UI{screen.SaveTable(v.Host, engine.HazardsTable)}},
		app.FieldSet().Class("row").Body(append([]app.UI{app.Legend().Class("field-label").Text(v.T("hazards.attributes"))}, boxes...)...),
		ui.Form(
			&ui.Select{ID: "hazard-strata", Label: v.T("hazards.strata"), Hint: v.T("hazards.strata.hint"), Value: strconv.Itoa(s.Strata), Options: v.strataOptions(),
				OnChange: func(_ app.Context, value string) { s.Strata, _ = strconv.Atoi(value); v.askHazards() }},
			&ui.Select{ID: "hazard-ties", Label: v.T("hazards.ties"), Value: "ties-" + string(s.Ties), Options: v.options("hazards.ties", "ties-", "ties-breslow", "ties-exact"),
				OnChange: func(_ app.Context, value string) {
					s.Ties = survival.Ties(value[len("ties-"):])
					v.askHazards()
				}},
		))
}

func (v view) strataOptions() []ui.Option {
	options := []ui.Option{{Value: "0", Label: v.T("retention.group.none")}}
	for i, a := range v.s.Hazards.Answer.Attributes {
		if a.Groups && a.Kind == analysis.TextColumn {
			options = append(options, ui.Option{Value: strconv.Itoa(i + 1), Label: a.Name})
		}
	}
	return options
}

// hazardFinding names the step that goes with the largest difference in risk.
func (v view) hazardFinding() string {
	var most *survival.Effect
	effects := v.s.Hazards.Answer.Fit.Effects
	for i := range effects {
		e := &effects[i]
		if e.Infinite || !e.Term.IsLevel() {
			continue
		}
		if most == nil || distance(e) > distance(most) {
			most = e
		}
	}
	if most == nil {
		return v.T("hazards.lead")
	}
	t := &most.Term
	level := t.Level
	if t.Missing {
		level = v.T("hazards.missing")
	}
	return v.T("hazards.finding", analysis.Text("column", t.Column), analysis.Text("level", level), analysis.Text("reference", t.Reference),
		analysis.Text("ratio", v.Lang.Significant(most.Ratio, 3)), analysis.Text("interval", v.Lang.Significant(most.Low, 3)+"–"+v.Lang.Significant(most.High, 3)),
		analysis.Text("p", v.equals(most.P)))
}

// distance is how many times a ratio is above or below 1.
func distance(e *survival.Effect) float64 { return max(e.Ratio, 1/e.Ratio) }

// proportional shows whether ratios change with age, which they must not.
func (v view) proportional() app.UI {
	f := &v.s.Hazards.Answer.Fit
	var rows [][]app.UI
	for _, t := range f.Proportional {
		rows = append(rows, ui.Cells(t.Column, v.Lang.Number(t.Statistic, 2), v.Lang.Int(t.DF), v.chance(t.P)))
	}
	all := f.ProportionalAll
	if len(rows) > 0 {
		rows = append(rows, ui.Cells(v.T("hazards.all"), v.Lang.Number(all.Statistic, 2), v.Lang.Int(all.DF), v.chance(all.P)))
	}
	return ui.Card(ui.CardProps{ID: "proportional", Title: v.T("hazards.proportional"), Lead: v.T("hazards.proportional.lead"), Foot: v.T("hazards.proportional.foot")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("hazards.proportional"), Rows: rows, Empty: v.T("hazards.proportional.none"), Compact: true, Columns: []ui.Column{
			{Title: v.T("hazards.attribute")}, {Title: "χ²", Numeric: true}, {Title: "df", Numeric: true}, {Title: "p", Numeric: true}}}))
}

// fitTable shows how good the regression is as a whole.
func (v view) fitTable() app.UI {
	f := &v.s.Hazards.Answer.Fit
	global := func(key i18n.Key, t survival.GlobalTest) []app.UI {
		return ui.Cells(v.T(key), "χ² "+v.Lang.Number(t.Statistic, 2)+", df "+v.Lang.Int(t.DF), "p "+v.chance(t.P))
	}
	rows := [][]app.UI{
		ui.Cells(v.T("hazards.used"), v.T("retention.cell.of", analysis.Count("active", f.Events), analysis.Count("size", f.N)), ""),
		ui.Cells(v.T("hazards.concordance"), v.Lang.Number(f.Concordance.C, 4), "± "+v.Lang.Number(f.Concordance.SE, 4)),
		global("hazards.lrt", f.LRT), global("hazards.wald", f.Wald), global("hazards.score", f.Score),
		ui.Cells("AIC", v.Lang.Number(f.AIC, 2), ""),
	}
	return ui.Card(ui.CardProps{ID: "hazard-fit", Title: v.T("hazards.whole"), Lead: v.T("hazards.whole.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("hazards.whole"), Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("hazards.quantity")}, {Title: v.T("hazards.value"), Numeric: true}, {Title: v.T("hazards.chance"), Numeric: true}}}))
}

func (v view) explainHazards() ui.ExplainProps {
	f := &v.s.Hazards.Answer.Fit
	p := ui.ExplainProps{Lang: v.Lang, Text: v.T("hazards.explain"), Formula: v.T("hazards.explain.formula"),
		Inputs:      []string{v.T("retention.explain.survival.inputs", analysis.Count("customers", f.N), analysis.Count("lapsed", f.Events))},
		Assumptions: []string{v.T("hazards.explain.proportional"), v.T("hazards.explain.associated")},
		Source:      v.T("hazards.explain.source")}
	if f.Missing > 0 {
		p.Exclusions = []string{v.T("hazards.explain.missing", analysis.Count("customers", f.Missing))}
	}
	return p
}
