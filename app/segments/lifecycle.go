package segments

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// AskLifecycle asks in which stage of their lives customers stand.
func AskLifecycle(h *screen.Host, s *State) {
	screen.Ask(h, &s.Lifecycle.Request, s.Lifecycle.ask(h.Definition, h.Layout()), h.Engine.Lifecycle, nil)
}

// lifecycle is the tab of the stages of a customer's life.
func (v view) lifecycle() app.UI {
	s := &v.s.Lifecycle
	again := func() { AskLifecycle(v.Host, v.s) }
	if s.Answer == nil {
		return ui.Stack(v.lifeModel(), screen.Waiting(v.Host, s.Progress, s.Err, again))
	}
	a := s.Answer
	return ui.Stack(
		v.lifeControls(a),
		screen.Failed(v.Host, s.Err, again),
		ui.Warnings(v.Lang, a.Result.Warnings),
		v.stages(a),
		ui.Columns(ui.Stack(v.lifeRules(a), screen.Figure(v.Host, &a.Course, s.Busy, nil)), ui.Explain(v.explainLife(a))),
		v.lifeMoves(a),
		v.lifeAlerts(a),
	)
}

// lifecycleFinding leads with what needs attention: decline, or buying once.
func (v view) lifecycleFinding() string {
	a := v.s.Lifecycle.Answer
	if a == nil || a.Result.Customers == 0 {
		return ""
	}
	r := &a.Result
	alarm := stageIn(r, a.Alarm)
	args := []screen.Arg{analysis.Count("customers", alarm.Now.Customers), analysis.Percent("share", alarm.Now.Share),
		analysis.Count("entered", a.Entered), analysis.On("before", r.Before), analysis.Text("stake", v.CompactMoney(a.AtStake.Float()))}
	if r.Options.Model == lifecycle.Funnel {
		again := ""
		if to := r.Moves[0].To[1]; to.N > 0 {
			again = v.T("lifecycle.finding.again", analysis.On("before", r.Before), analysis.Percent("share", to.Value), analysis.Count("customers", to.N))
		}
		return v.Sentences(v.T("lifecycle.finding.funnel", args...), again)
	}
	return v.Sentences(v.T("lifecycle.finding", args...), v.byChance(r))
}

// byChance says how many would be in decline if nobody had changed.
func (v view) byChance(r *lifecycle.Result) string {
	if math.IsNaN(r.Judged.Expected) {
		return ""
	}
	return v.T("lifecycle.chance", analysis.Count("judged", r.Judged.Judged), analysis.Count("declined", r.Judged.Declined), analysis.Count("expected", int(math.Round(r.Judged.Expected))))
}

// stageIn finds a stage of the model.
func stageIn(r *lifecycle.Result, stage lifecycle.Stage) *lifecycle.Report {
	for i := range r.Stages {
		if r.Stages[i].Stage == stage {
			return &r.Stages[i]
		}
	}
	return nil
}

func (v view) stageName(s lifecycle.Stage) string {
	return v.T(i18n.Key("groups.lifecycle." + s.Key()))
}

// live changes what is asked, and asks.
func (v view) live(set func()) {
	v.s.Lifecycle.change(set)
	AskLifecycle(v.Host, v.s)
}

// lifeModel chooses the model.
func (v view) lifeModel() app.UI {
	s := &v.s.Lifecycle
	return ui.Segmented(ui.SegmentedProps{ID: "life-model", Label: v.T("lifecycle.model"), Value: "life-" + string(s.Options.Model),
		Options: []ui.Option{{Value: "life-", Label: v.T("lifecycle.relationship")}, {Value: "life-" + string(lifecycle.Funnel), Label: v.T("lifecycle.funnel")}},
		OnChange: func(_ app.Context, chosen string) {
			v.live(func() { s.Options.Model = lifecycle.Model(chosen[len("life-"):]) })
		}})
}

// lifeControls choose the model and the days.
func (v view) lifeControls(a *engine.Lifecycle) app.UI {
	r := &a.Result
	return ui.Card(ui.CardProps{}, v.lifeModel(), ui.Form(
		v.lifeDay(lifeBefore, "lifecycle.before", r.Before, r.First, r.Day-1),
		v.lifeDay(lifeDay, "lifecycle.day", r.Day, r.Before+1, v.Dataset.End),
	))
}

func (v view) lifeDay(field string, label i18n.Key, day, lo, hi analysis.Day) app.UI {
	s := &v.s.Lifecycle
	return &ui.Field{ID: field, Kind: ui.DateField, Label: v.T(label), Min: lo.String(), Max: hi.String(),
		Value: s.Text(field, day.String()), Error: s.Fault(v.Lang, field),
		OnChange: func(_ app.Context, text string) {
			if s.setDay(field, text, lo, hi) {
				AskLifecycle(v.Host, v.s)
			}
		}}
}

// stages are cards in the order in which stages are passed.
func (v view) stages(a *engine.Lifecycle) app.UI {
	r := &a.Result
	var cards []app.UI
	if r.Options.Model == lifecycle.Funnel {
		cards = append(cards, v.potential(a))
	}
	for i := range r.Stages {
		cards = append(cards, v.stage(a, i))
	}
	return app.Ol().Class("stages "+screen.Refreshing(v.s.Lifecycle.Busy)).Aria("label", v.T("lifecycle.stages")).Body(cards...)
}

func (v view) stage(a *engine.Lifecycle, i int) app.UI {
	r := &a.Result
	s := &r.Stages[i]
	lines := []string{v.T("lifecycle.then", analysis.Count("customers", s.Before.Customers), analysis.Percent("share", s.Before.Share), analysis.On("before", r.Before)),
		v.T("lifecycle.revenue", analysis.Text("revenue", v.CompactMoney(s.Now.Revenue.Float())), analysis.Percent("share", s.Now.Brings), analysis.Count("days", r.Options.Recent))}
	if gone := r.Moves[i].To[len(r.Stages)-1]; s.Stage != lifecycle.Lapsed && gone.N > 0 {
		lines = append(lines, v.T("lifecycle.since", analysis.Percent("share", gone.Value), analysis.Text("interval", v.Range(gone.Low, gone.High, 1))))
	}
	if r.Options.Silence != 0 && s.Now.Customers > 0 {
		lines = append(lines, v.T("lifecycle.lost", analysis.Percent("share", s.Now.Lost.Value), analysis.Text("interval", v.Range(s.Now.Lost.Low, s.Now.Lost.High, 1))))
	}
	open := func(app.Context) { v.OpenGroups(v.s.Lifecycle.ref(s.Stage, r.Day, v.Definition)) }
	if s.Now.Customers == 0 || v.OpenGroups == nil {
		open = nil
	}
	return v.stageCard(s.Stage.Key(), v.Lang.Int(s.Now.Customers), v.Lang.Percent(s.Now.Share, 1), lines, open)
}

// stageCard is one card; its name opens the customers, if there are any.
func (v view) stageCard(key, count, share string, lines []string, open func(app.Context)) app.UI {
	var title app.UI = app.Span().Class("stage-name").Text(v.T(i18n.Key("groups.lifecycle." + key)))
	if open != nil {
		title = app.Span().Class("link stage-name").Body(ui.Button(ui.ButtonProps{ID: "stage-" + key, Label: v.T(i18n.Key("groups.lifecycle." + key)), Kind: ui.Quiet, Small: true, OnClick: open}))
	}
	body := []app.UI{title, app.P().Class("stage-count").Body(app.Strong().Text(count), app.Span().Text(share))}
	for _, line := range lines {
		body = append(body, app.P().Class("stage-line").Text(line))
	}
	return app.Li().Class("card stage stage-" + key).Body(body...)
}

// potential are those on a customer list who have not bought; without one the card says
// which file would show them.
func (v view) potential(a *engine.Lifecycle) app.UI {
	p := a.Potential
	if !p.Listed {
		return v.stageCard("potential", "—", "", []string{v.T("lifecycle.potential.none")}, nil)
	}
	lines := []string{v.T("lifecycle.potential.undated", analysis.On("before", a.Result.Before))}
	if p.Before != engine.NoCount {
		lines[0] = v.T("lifecycle.potential.then", analysis.Count("customers", p.Before), analysis.On("before", a.Result.Before))
	}
	count := "—"
	if p.Now != engine.NoCount {
		count = v.Lang.Int(p.Now)
	}
	return v.stageCard("potential", count, "", append(lines, v.T("lifecycle.potential.note")), nil)
}

// lifeRules say the rules, and let the numbers in them be changed.
func (v view) lifeRules(a *engine.Lifecycle) app.UI {
	r := &a.Result
	s := &v.s.Lifecycle
	var rules []app.UI
	for _, stage := range r.Stages {
		rules = append(rules, app.Dt().Text(v.stageName(stage.Stage)), app.Dd().Text(v.lifeRule(a, stage.Stage)))
	}
	var fields []app.UI
	for i := range lifeFields {
		if f := &lifeFields[i]; f.funnel || r.Options.Model != lifecycle.Funnel {
			fields = append(fields, v.lifeField(f, a))
		}
	}
	body := []app.UI{app.Dl().Class("stage-rules").Body(rules...), ui.Form(fields...)}
	if r.Options.Model != lifecycle.Funnel {
		body = append(body, ui.Segmented(ui.SegmentedProps{ID: "life-trend", Label: v.T("lifecycle.trend"), Small: true, Value: "life-" + string(r.Options.Trend),
			Options: []ui.Option{{Value: "life-", Label: v.T("lifecycle.trend.purchases")}, {Value: "life-" + string(lifecycle.BySpend), Label: v.T("lifecycle.trend.spend")}},
			OnChange: func(_ app.Context, chosen string) {
				v.live(func() { s.Options.Trend = lifecycle.Trend(chosen[len("life-"):]) })
			}}))
	}
	lead := i18n.Key("lifecycle.rules.lead")
	if r.Options.Model == lifecycle.Funnel {
		lead = "lifecycle.rules.lead.funnel"
	}
	var tools []app.UI
	if s.Options != (lifecycle.Options{Model: s.Options.Model}) {
		tools = append(tools, ui.Button(ui.ButtonProps{ID: "life-defaults", Label: v.T("lifecycle.defaults"), Icon: ui.IconUndo, Small: true, OnClick: func(app.Context) {
			v.Focus("recent")
			v.live(func() { s.Options, s.Typed = lifecycle.Options{Model: s.Options.Model}, screen.Typed{} })
		}}))
	}
	return ui.Card(ui.CardProps{ID: "life-rules", Title: v.T("lifecycle.rules"), Lead: v.T(lead), Foot: v.T("lifecycle.rules.foot"), Tools: tools}, body...)
}

// lifeField shows the number in force, so that no rule hides one.
func (v view) lifeField(f *lifeField, a *engine.Lifecycle) app.UI {
	s := &v.s.Lifecycle
	return &ui.Field{ID: f.id, Label: v.T(i18n.Key("lifecycle." + f.id)), Hint: v.T(i18n.Key("lifecycle." + f.id + ".hint")), Kind: ui.NumberField, Unit: v.T(i18n.Key(f.unit)),
		Value: s.Text(f.id, f.text(&a.Result.Options)), Error: s.Fault(v.Lang, f.id), Step: "any",
		OnChange: func(_ app.Context, text string) {
			if s.set(f, text, int(v.Dataset.End-v.Dataset.First)) {
				AskLifecycle(v.Host, v.s)
			}
		}}
}

// lifeRule is the rule of a stage with its numbers.
func (v view) lifeRule(a *engine.Lifecycle, stage lifecycle.Stage) string {
	o := &a.Result.Options
	if stage == lifecycle.Lapsed {
		return v.T("lifecycle.rule.lapsed", analysis.Text("loss", v.Loss(a.Result.By)))
	}
	measure := analysis.Word("measure", "lifecycle.trend.purchases.in")
	if o.Trend == lifecycle.BySpend {
		measure = analysis.Word("measure", "lifecycle.trend.spend.in")
	}
	return v.T(i18n.Key("lifecycle.rule."+stage.Key()), measure, analysis.Count("recent", o.Recent), analysis.Count("exploring", o.Exploring),
		analysis.Count("tenure", o.Tenure), analysis.Text("growth", v.ratio(o.Growth)), analysis.Text("decline", v.ratio(o.Decline)))
}

// ratio writes a ratio of the rules with the digits that it has.
func (v view) ratio(x float64) string { return v.Lang.Percent(x, decimalsFor(100*x)) }
