package retention

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// A LadderState is the tab of the next purchase: who buys once more after the first,
// the second, the third.
type LadderState struct {
	screen.Request[engine.LadderRequest, engine.Ladder]

	Within int // days; 0 for the silence that counts as a loss
}

// ladderDays are the choices of Within beside that silence.
var ladderDays = []int{30, 60, 90, 180, 365}

// AskLadder puts the tab's question to the engine.
func AskLadder(h *screen.Host, s *LadderState) {
	screen.Ask(h, &s.Request, s.Ask(h.Definition, h.Layout()), h.Engine.Ladder, nil)
}

// Ask is the request for what is chosen, under the definition in force.
func (s *LadderState) Ask(lost churn.Definition, layout figure.Layout) engine.LadderRequest {
	return engine.LadderRequest{Definition: lost, Within: s.Within, Layout: layout}
}

// Renew forgets the answer and the days, which another dataset may not span.
func (s *LadderState) Renew() {
	s.Forget()
	s.Within = 0
}

func (v view) askLadder() { AskLadder(v.Host, &v.s.Ladder) }

// ladder is the tab. The choice stays in sight when it led to an error, so that it can
// be taken back.
func (v view) ladder() app.UI {
	s := &v.s.Ladder
	if s.Answer == nil && s.Within == 0 {
		return ui.Stack(screen.Waiting(v.Host, s.Progress, s.Err, v.askLadder))
	}
	return ui.Stack(screen.Failed(v.Host, s.Err, v.askLadder), v.ladderChoice(), v.ladderAnswer())
}

func (v view) ladderChoice() app.UI {
	s := &v.s.Ladder
	options := []ui.Option{{Value: "0", Label: v.T("ladder.window")}}
	for _, days := range ladderDays {
		options = append(options, ui.Option{Value: strconv.Itoa(days), Label: v.Lang.Days(float64(days))})
	}
	return ui.Card(ui.CardProps{ID: "ladder-choices", Title: v.T("ladder.title"), Lead: v.ladderFinding()},
		ui.Form(&ui.Select{ID: "ladder-within", Label: v.T("ladder.within"), Value: strconv.Itoa(s.Within), Options: options,
			OnChange: func(_ app.Context, value string) { s.Within, _ = strconv.Atoi(value); v.askLadder() }}))
}

func (v view) ladderAnswer() app.UI {
	s := &v.s.Ladder
	if s.Answer == nil {
		return nil
	}
	return ui.Stack(ui.Columns(screen.Figure(v.Host, &s.Answer.Figure, s.Busy, nil), ui.Explain(v.explainLadder())), v.ladderTable())
}

// ladderFinding names the hurdle, or what the first purchase leads to.
func (v view) ladderFinding() string {
	a := v.s.Ladder.Answer
	if a == nil {
		return v.T("ladder.lead")
	}
	l := &a.Result
	first := v.T("ladder.finding", analysis.Text("share", v.Lang.Percent(l.Rungs[0].Again.Value, 0)), analysis.Count("days", l.Within))
	if l.Hurdle == 0 {
		return first
	}
	low, high := &l.Rungs[l.Hurdle-2], &l.Rungs[l.Hurdle-1]
	hurdle := v.T("ladder.hurdle", analysis.Count("k", l.Hurdle), analysis.Text("low", v.Lang.Percent(low.Again.Value, 0)), analysis.Text("high", v.Lang.Percent(high.Again.Value, 0)))
	if low.Purchases == 1 {
		return hurdle
	}
	return v.Sentences(first, hurdle)
}

func (v view) ladderTable() app.UI {
	p := v.rungs()
	return ui.Card(ui.CardProps{ID: "ladder-table", Title: p.Label}, ui.PlainTable(p))
}

// rungs are the numbers behind the bars.
func (v view) rungs() ui.PlainTableProps {
	p := ui.PlainTableProps{Label: v.T("ladder.table"), Compact: true}
	for _, key := range []i18n.Key{"ladder.purchases", "ladder.reached", "ladder.watched", "ladder.again", "ladder.share", "ladder.interval", "ladder.wait"} {
		p.Columns = append(p.Columns, ui.Column{Title: v.T(key), Numeric: true})
	}
	l := &v.s.Ladder.Answer.Result
	for i := range l.Rungs {
		r := &l.Rungs[i]
		p.Rows = append(p.Rows, ui.Cells(v.Lang.Int(r.Purchases), v.Lang.Int(r.Reached), v.Lang.Int(r.Again.N), v.Lang.Int(r.Again.K),
			v.Lang.Percent(r.Again.Value, 1), v.Lang.Percent(r.Again.Low, 1)+"–"+v.Lang.Percent(r.Again.High, 1), v.waited(r)))
	}
	return p
}

// waited writes the median days to the next purchase, if anybody made it.
func (v view) waited(r *churn.Rung) string {
	if math.IsNaN(r.Wait) {
		return "–"
	}
	return v.Lang.Number(r.Wait, 0)
}

func (v view) explainLadder() ui.ExplainProps {
	l := &v.s.Ladder.Answer.Result
	first := &l.Rungs[0]
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("ladder.explain"), Formula: v.T("ladder.explain.formula"),
		Inputs:      []string{v.T("ladder.explain.inputs", analysis.Count("customers", first.Reached), analysis.Count("days", l.Within))},
		Exclusions:  []string{v.T("ladder.explain.open", analysis.Count("customers", first.Open()), analysis.Count("days", l.Within))},
		Assumptions: []string{v.T("ladder.explain.both"), v.T("ladder.explain.merged")},
		Source:      v.T("ladder.explain.source")}
}
