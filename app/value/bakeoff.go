package value

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Compare has the models tried on the holdout, once, when somebody looks.
func Compare(h *screen.Host, s *State) {
	if s.Tab == TabModels && !s.Trials.Asked() {
		askTrials(h, s)
	}
}

func askTrials(h *screen.Host, s *State) {
	screen.Ask(h, &s.Trials, engine.BakeoffRequest{Options: s.Options}, h.Engine.Bakeoff, nil)
}

// models is the tab that compares them.
func (v view) models() app.UI {
	t := &v.s.Trials
	again := func() { t.Forget(); Compare(v.Host, v.s) }
	switch {
	case t.Answer != nil:
		return v.compared(t.Answer)
	case t.Err != nil:
		return screen.Failed(v.Host, t.Err, again)
	case t.Busy:
		return ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("progress.bakeoff"),
			Step: t.Progress.Step, OfSteps: t.Progress.OfSteps}), ui.Skeleton(5))
	}
	return ui.Card(ui.CardProps{}, ui.Button(ui.ButtonProps{ID: "compare", Label: v.T("value.compare"), OnClick: func(app.Context) { again() }}))
}

func (v view) compared(a *engine.Bakeoff) app.UI {
	b := &a.Result
	return ui.Stack(
		v.advice(b),
		v.contest(b),
		ui.Halves(v.origins(b), v.oneTimers(a)),
		ui.Explain(v.explainContest(b)),
	)
}

// advice is the recommendation in words. A rule may win, but has no value to show:
// the screen then goes on with a model.
func (v view) advice(b *clv.BakeoffResult) app.UI {
	best := b.Scores[0]
	body := []app.UI{app.P().Body(ui.Rich(i18n.Say(v.Lang, b.Reason))...)}
	switch {
	case best.Naive:
		body = append(body, app.P().Class("foot").Text(v.T("value.advice.rule", analysis.Text("model", v.inUse()))))
	case best.Name == v.inUse():
		body = append(body, app.P().Class("foot").Text(v.T("value.advice.used")))
	default:
		body = append(body, ui.Button(ui.ButtonProps{ID: "use-recommended", Kind: ui.Primary, Busy: v.s.Busy,
			Label: v.T("value.use", analysis.Text("model", best.Name)), OnClick: func(app.Context) { v.use(best.Name) }}))
	}
	return ui.Card(ui.CardProps{ID: "advice", Class: "advised-model", Title: v.T("value.advice", analysis.Text("model", v.contender(best)))}, body...)
}

// inUse is the model that the screen has been asked for.
func (v view) inUse() string { return modelOr(v.s.Options.Model) }

// contender names a model or a rule.
func (v view) contender(s clv.Score) string {
	if s.Naive {
		return v.T(key(s.Name))
	}
	return s.Name
}

// A measure is a column of the contest.
type measure struct {
	name  key // of its heading; with ".hint" of its tooltip
	of    func(*clv.Score) float64
	cost  func(float64) float64 // the best has the least
	write func(view, float64) string
}

var measures = []measure{
	{"value.measure.rmse", func(s *clv.Score) float64 { return s.Holdout.RMSE }, same, decimals(3)},
	{"value.measure.mae", func(s *clv.Score) float64 { return s.Holdout.MAE }, same, decimals(3)},
	{"value.measure.bias", func(s *clv.Score) float64 { return s.Holdout.Bias }, math.Abs, signedDecimals},
	{"value.measure.total", func(s *clv.Score) float64 { return s.Holdout.Expected }, nil, decimals(0)},
	{"value.measure.miss", func(s *clv.Score) float64 { return s.Holdout.Miss() }, math.Abs, signedPercent},
	{"value.measure.lift", func(s *clv.Score) float64 { return s.Holdout.DecileLift }, minus, decimals(2)},
	{"value.measure.tracking", func(s *clv.Score) float64 { return s.Holdout.TrackingError }, same, percents},
	{"value.measure.aic", func(s *clv.Score) float64 { return ofModel(s, s.Fit.AIC) }, same, decimals(1)},
	{"value.measure.bic", func(s *clv.Score) float64 { return ofModel(s, s.Fit.BIC) }, same, decimals(1)},
}

func same(x float64) float64  { return x }
func minus(x float64) float64 { return -x }

func decimals(n int) func(view, float64) string {
	return func(v view, x float64) string { return v.Lang.Number(x, n) }
}

func percents(v view, x float64) string       { return v.Lang.Percent(x, 1) }
func signedPercent(v view, x float64) string  { return sign(x) + v.Lang.Percent(x, 1) }
func signedDecimals(v view, x float64) string { return sign(x) + v.Lang.Number(x, 3) }

// sign is the one that numbers above 0 do without elsewhere.
func sign(x float64) string {
	if x > 0 {
		return "+"
	}
	return ""
}

// ofModel is nothing for a rule, which has no likelihood.
func ofModel(s *clv.Score, x float64) float64 {
	if s.Naive {
		return math.NaN()
	}
	return x
}

// leastOf returns the least cost of n values; NaN if all are.
func leastOf(n int, cost func(i int) float64) float64 {
	least := math.NaN()
	for i := range n {
		if c := cost(i); !(c >= least) && !math.IsNaN(c) {
			least = c
		}
	}
	return least
}

// contest is the table of all contenders, the best of each column in bold.
func (v view) contest(b *clv.BakeoffResult) app.UI {
	h := b.Scores[0].Holdout
	return ui.Card(ui.CardProps{ID: "contest", Class: "contest", Title: v.T("value.contest"),
		Lead: v.T("value.contest.lead", analysis.On("calibration", b.CalibrationEnd), analysis.On("end", b.End),
			analysis.Number("actual", h.Actual), analysis.Count("customers", h.Customers)),
		Foot: v.missing(b)}, ui.PlainTable(v.contestTable(b)))
}

func (v view) contestTable(b *clv.BakeoffResult) ui.PlainTableProps {
	columns := []ui.Column{{Title: v.T("value.contender")}}
	rows := make([][]app.UI, len(b.Scores))
	for i := range b.Scores {
		rows[i] = []app.UI{v.entry(b, &b.Scores[i])}
	}
	for _, m := range measures {
		columns = append(columns, ui.Column{Title: v.T(m.name), Hint: v.T(m.name + ".hint"), Numeric: true})
		v.score(m, b.Scores, rows)
	}
	for i := range b.Scores {
		rows[i] = append(rows[i], v.overrule(&b.Scores[i]))
	}
	return ui.PlainTableProps{Label: v.T("value.contest"), Columns: append(columns, ui.Column{Title: v.T("value.choice")}), Rows: rows, Compact: true}
}

// entry is a contender's name, with what there is to know at a glance.
func (v view) entry(b *clv.BakeoffResult, s *clv.Score) app.UI {
	body := []app.UI{app.Span().Text(v.contender(*s))}
	if s.Name == b.Recommended {
		body = append(body, ui.Badge(v.T("value.recommended"), ui.Accent))
	}
	return app.Div().Class("contender").Body(body...)
}

// score appends one measure to each row.
func (v view) score(m measure, scores []clv.Score, rows [][]app.UI) {
	best := math.NaN()
	if m.cost != nil {
		best = leastOf(len(scores), func(i int) float64 { return m.cost(m.of(&scores[i])) })
	}
	for i := range scores {
		x := m.of(&scores[i])
		rows[i] = append(rows[i], strongest(m.write(v, x), m.cost != nil && m.cost(x) == best))
	}
}

// strongest sets the best of a column bold.
func strongest(text string, best bool) app.UI {
	if best {
		return app.Strong().Text(text)
	}
	return app.Text(text)
}

// overrule lets a person choose otherwise.
func (v view) overrule(s *clv.Score) app.UI {
	switch {
	case s.Naive:
		return app.Text("")
	case s.Name == v.inUse():
		return ui.Badge(v.T("value.used"), ui.Neutral)
	}
	return ui.Button(ui.ButtonProps{ID: "use-" + string(wordOf(s.Name)), Small: true, Disabled: v.s.Busy,
		Label: v.T("value.use", analysis.Text("model", s.Name)), OnClick: func(app.Context) { v.use(s.Name) }})
}

// missing says who could not take part, and why.
func (v view) missing(b *clv.BakeoffResult) string {
	var said []string
	for _, m := range b.Missing {
		said = append(said, v.T("value.missing", analysis.Text("model", m.Name), analysis.Text("why", i18n.Say(v.Lang, m.Why.Message))))
	}
	return v.Sentences(said...)
}

// origins is how each did from later starting days.
func (v view) origins(b *clv.BakeoffResult) app.UI {
	columns := []ui.Column{{Title: v.T("value.contender")}}
	rows := make([][]app.UI, len(b.Scores))
	for i, s := range b.Scores {
		rows[i] = ui.Cells(v.contender(s))
	}
	for k, a := range b.Scores[0].Rolling {
		columns = append(columns, ui.Column{Title: v.Lang.Date(a.From), Numeric: true,
			Hint: v.T("value.origin", analysis.On("from", a.From), analysis.On("to", a.To))})
		rmse := func(i int) float64 { return b.Scores[i].Rolling[k].RMSE }
		best := leastOf(len(rows), rmse)
		for i := range rows {
			rows[i] = append(rows[i], strongest(v.Lang.Number(rmse(i), 3), rmse(i) == best))
		}
	}
	return ui.Card(ui.CardProps{Class: "contest", Title: v.T("value.origins"), Lead: v.T("value.origins.lead", analysis.Count("n", len(columns)-1))},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("value.origins"), Columns: columns, Rows: rows, Compact: true}))
}

// oneTimers sets the models side by side where they differ most.
func (v view) oneTimers(a *engine.Bakeoff) app.UI {
	o := &a.OneTimers
	if o.Customers == 0 {
		return nil
	}
	var rows [][]app.UI
	for _, m := range o.Models {
		rows = append(rows, ui.Cells(m.Model, v.Lang.Percent(m.Alive, 1), v.Lang.Number(m.Expected, 3)))
	}
	return ui.Card(ui.CardProps{ID: "one-timers", Class: "contest", Title: v.T("value.onetimers"),
		Lead: v.T("value.onetimers.lead", analysis.Count("customers", o.Customers), analysis.On("calibration", a.Result.CalibrationEnd)),
		Foot: v.T("value.onetimers.foot")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("value.onetimers"), Rows: rows, Compact: true,
			Foot: [][]app.UI{ui.Cells(v.T("value.onetimers.actual"), "", v.Lang.Number(o.Actual, 3))},
			Columns: []ui.Column{{Title: v.T("value.model")}, {Title: v.T("value.onetimers.alive"), Numeric: true},
				{Title: v.T("value.onetimers.expected"), Numeric: true}}}))
}

func (v view) explainContest(b *clv.BakeoffResult) ui.ExplainProps {
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("value.explain.contest"),
		Inputs:      []string{v.T("value.explain.contest.inputs", analysis.Count("customers", b.Scores[0].Holdout.Customers), analysis.On("calibration", b.CalibrationEnd))},
		Exclusions:  []string{v.T("value.explain.contest.left")},
		Assumptions: []string{v.T("value.explain.contest.rules"), v.T("value.explain.contest.draw"), v.T("value.explain.contest.tracking")},
	}
}
