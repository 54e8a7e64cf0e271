package definition

import (
	"cmp"
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Ask puts the definition in force to the engine.
func Ask(h *screen.Host, s *State) {
	screen.Ask(h, &s.Request, s.Ask(h.Definition, h.Layout()), h.Engine.Definition, nil)
}

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	if !s.Asked() {
		return ui.Page(screen.NoData(h, "screen.definition"))
	}
	if s.Answer == nil {
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.definition")}), screen.Waiting(h, s.Progress, s.Err, func() { Ask(h, s) }))
	}
	v.knob()
	a := s.Answer
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.definition"), Finding: i18n.Say(h.Lang, a.Workbench.Verdict.Message)}),
		screen.Failed(h, s.Err, func() { Ask(h, s) }),
		v.statement(),
		ui.Warnings(h.Lang, v.warnings()),
		ui.Columns(v.figure(&ui.Figure{Figure: &a.Gaps}), ui.Explain(v.explain())),
		ui.Halves(v.figure(&ui.Figure{Figure: &a.Return}), v.figure(&ui.Figure{Figure: &a.Errors})),
		v.kinds(),
		v.ledger(),
		v.tiers(),
	)
}

type view struct {
	*screen.Host
	s *State
}

// knob tells the knob where W stands, though the answer to that may be on its way, and what to
// do when a person has turned it.
func (v view) knob() {
	k := &v.s.knob
	k.Rest(float64(cmp.Or(v.Definition.Window, v.s.Answer.Workbench.Window)))
	k.Say = v.Lang.Days
	k.OnSet = func(_ app.Context, days float64) { v.window(int(days)) }
}

// window changes the days of silence of the definition in force; 0 takes the proposal.
func (v view) window(days int) {
	v.s.Typed.Accept(WindowField)
	d := v.Definition
	d.Window = days
	v.Define(d)
}

// silent reports whether W takes part in the definition in force.
func (v view) silent() bool { return asks(v.s.Answer.Definition, churn.Silence) }

// figure shows a figure with the knob, where W matters.
func (v view) figure(f *ui.Figure) app.UI {
	if f.Figure.SVG == "" {
		return nil
	}
	f.Lang, f.Saver, f.Busy = v.Lang, v.Saver, false // a new W changes nothing in them
	f.OnPresent = screen.Presents(v.Host, f.Figure)
	f.OnReport = v.Reports(f.Figure.ID)
	if v.silent() {
		f.Knob = &v.s.knob
	}
	return f
}

// warnings are those of the workbench and of the definition in force.
func (v view) warnings() []analysis.Warning {
	a := v.s.Answer
	list := append([]analysis.Warning{}, a.Workbench.Warnings...)
	if len(a.Ledger.Entries) > 0 {
		list = append(list, a.Ledger.Entries[0].Warnings...)
	}
	return list
}

// statement is the definition in force, the biggest thing on the page, with why it
// is what it is, how to change it, and what it costs.
func (v view) statement() app.UI {
	return app.Section().Class("card statement").Aria("label", v.T("definition.in-force")).Body(
		app.Div().Class("statement-words").Body(
			app.P().Class("statement-lead").Text(v.lead()),
			v.subject(),
			app.P().Class("statement-why").Body(ui.Rich(v.reason())...),
			app.If(v.silent(), v.setting),
		),
		app.Div().Class("statement-cost").Body(v.cost()),
	)
}

// lead begins the statement that the subject ends.
func (v view) lead() string {
	if v.s.Answer.Definition.Kind != churn.Silence {
		return v.T("definition.lost-by")
	}
	return v.T("definition.lost-after")
}

// subject is what the statement is about: W in large digits, or the other kinds in
// words.
func (v view) subject() app.UI {
	d := v.s.Answer.Definition
	if d.Kind != churn.Silence {
		return app.P().Class("statement-other").Text(v.Loss(d))
	}
	return &ui.Live{Knob: &v.s.knob, Body: func(at float64) app.UI {
		return app.P().Class("statement-number").Body(
			app.Strong().ID("loss-days").Text(v.Lang.Int(int(at))),
			app.Span().Text(v.T("definition.days-of-silence", analysis.Count("days", int(at)))))
	}}
}

// reason says where W comes from, and what the proposal stands on.
func (v view) reason() string {
	a := v.s.Answer
	p := a.Workbench.Proposed
	switch {
	case !v.silent():
		return v.T("definition.why.other")
	case p.Days == 0:
		return v.T("definition.why.none", analysis.Text("p", v.Lang.Percent(p.P, 0)), analysis.Percent("reached", p.Reached), analysis.Count("naive", p.Naive))
	}
	args := []screen.Arg{analysis.Text("p", v.Lang.Percent(p.P, 0)), analysis.Count("days", p.Days), analysis.Count("open", p.Open),
		analysis.Count("closed", p.Closed), analysis.Count("naive", p.Naive)}
	if v.Definition.Window == 0 && a.Workbench.Window != p.Days {
		return v.T("definition.why.beyond", args...)
	}
	return v.T("definition.why", args...)
}

// setting changes W: typed, proposed, or as a sector is used to.
func (v view) setting() app.UI {
	span := v.s.Answer.Workbench.Span
	return app.Div().Class("setting").Body(
		app.Div().Class("row").Body(
			&ui.Field{ID: WindowField, Kind: ui.NumberField, Label: v.T("definition.window"), Unit: v.T("ui.unit.days"),
				Value: v.s.Typed.Text(WindowField, strconv.Itoa(v.s.Answer.Workbench.Window)), Error: v.s.Typed.Fault(v.Lang, WindowField),
				Min: "1", Max: strconv.Itoa(span), Step: "1",
				OnChange: func(_ app.Context, text string) {
					if days, ok := v.s.Whole(WindowField, text, span); ok {
						v.window(days)
					}
				}},
			app.Div().Class("slot").Body(app.If(v.Definition.Window != 0, v.propose)),
		),
		v.presets(span),
	)
}

// propose goes back to what the data propose. The button then goes, and the keyboard
// with it to the field.
func (v view) propose() app.UI {
	return ui.Button(ui.ButtonProps{ID: "propose", Label: v.T("definition.propose"), Icon: ui.IconUndo, OnClick: func(app.Context) {
		v.Focus(WindowField)
		v.window(0)
	}})
}

// presets are what sectors commonly start from: labelled assumptions.
func (v view) presets(span int) app.UI {
	var list []app.UI
	for _, p := range churn.Presets() {
		w := p.Definition.Window
		if p.Definition.Kind != churn.Silence || w > span {
			continue
		}
		list = append(list, app.Button().Type("button").Class("preset").ID("preset-"+p.Key).
			Aria("pressed", v.Definition.Window == w).Title(v.T(i18n.Key("churn.preset."+p.Key+".why"))).
			OnClick(func(app.Context, app.Event) { v.window(w) }, app.EventScope(p.Key, v.Lang, v.Definition)).
			Body(app.Span().Text(v.T(i18n.Key("churn.preset."+p.Key+".name"))), app.Strong().Text(v.Lang.Int(w))))
	}
	return app.Div().Class("presets").Role("group").Aria("label", v.T("definition.presets")).Body(
		append([]app.UI{app.Span().Class("presets-label").Text(v.T("definition.presets"))}, list...)...)
}

// cost says what the W in hand gets wrong, and follows it.
func (v view) cost() app.UI {
	w := &v.s.Answer.Workbench
	if !v.silent() {
		return v.costOf(v.entryReading())
	}
	return &ui.Live{Knob: &v.s.knob, Body: func(at float64) app.UI { return v.costOf(Read(w, at)) }}
}

// entryReading is the reading of a definition that no W tells of.
func (v view) entryReading() Reading {
	r := Reading{Chance: math.NaN()}
	if e := v.s.Answer.Ledger.Entries; len(e) > 0 {
		r.Calls, r.Tried = e[0].Calls, 1
	}
	return r
}

func (v view) costOf(r Reading) app.UI {
	return app.Dl().Class("costs").Body(
		v.costRow("definition.cost.returned", "definition.cost.returned.note", r.Calls.Returned),
		v.costRow("definition.cost.gone", "definition.cost.gone.note", r.Calls.Gone),
		app.If(!math.IsNaN(r.Chance), func() app.UI { return v.chanceRow(r) }),
	)
}

func (v view) costRow(key, note i18n.Key, s churn.Share) app.UI {
	if s.N == 0 {
		return v.costLine(v.T(key), "–", v.T("definition.cost.none"), 0)
	}
	return v.costLine(v.T(key), v.Lang.Percent(s.Value, 1), v.T(note, analysis.Count("k", s.K), analysis.Count("n", s.N)), s.Value)
}

func (v view) chanceRow(r Reading) app.UI {
	label := v.T("definition.cost.ever")
	if r.Within > 0 {
		label = v.T("definition.cost.chance", analysis.Count("within", r.Within))
	}
	return v.costLine(label, v.Lang.Percent(r.Chance, 1), v.Range(r.Low, r.High, 1), r.Chance)
}

func (v view) costLine(label, value, note string, share float64) app.UI {
	return app.Div().Class("cost").Body(
		app.Dt().Text(label),
		app.Dd().Body(app.Strong().Text(value), app.Span().Text(note), ui.Meter(share)),
	)
}

// explain says how the proposal and the figures came about.
func (v view) explain() ui.ExplainProps {
	w := &v.s.Answer.Workbench
	trial := v.T("definition.explain.no-trial")
	if w.Trial.Customers > 0 {
		trial = v.T("definition.explain.trial", analysis.Count("customers", w.Trial.Customers), analysis.On("day", w.Trial.Day), analysis.Count("followup", w.Trial.Followup))
	}
	return ui.ExplainProps{Lang: v.Lang,
		Text:        v.T("definition.explain"),
		Formula:     v.T("definition.explain.formula"),
		Inputs:      []string{v.T("definition.explain.gaps", analysis.Count("closed", w.Gaps.Closed), analysis.Count("open", w.Gaps.Open)), trial},
		Exclusions:  []string{v.T("definition.explain.same-day")},
		Assumptions: []string{v.T("definition.explain.pooled"), v.T("definition.explain.alike")},
		Source:      v.T("definition.explain.source"),
	}
}
