package retention

import (
	"math"
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

// survival is the second tab: how long customers stay, by group, and whether groups
// differ.
func (v view) survival() app.UI {
	r := v.s.Survival.Answer
	return ui.Stack(
		screen.Failed(v.Host, v.s.Survival.Err, func() { AskSurvival(v.Host, &v.s.Survival) }),
		v.survivalChoices(),
		ui.Warnings(v.Lang, r.Warnings),
		ui.Columns(
			screen.Figure(v.Host, &r.Curve, v.s.Survival.Busy, nil),
			ui.Stack(v.windowCard(), ui.Explain(v.explainStudy())),
		),
		v.groupTable(),
		v.testTable(),
		v.furtherFigures(),
		v.lawTable(),
	)
}

// windowCard lets the person choose the window where one is in force.
func (v view) windowCard() app.UI {
	if v.s.Survival.Answer.Lapse.Window == 0 {
		return nil
	}
	return v.window()
}

// furtherFigures shows causes where they are told apart.
func (v view) furtherFigures() app.UI {
	r := v.s.Survival.Answer
	if r.Causes.SVG == "" {
		return nil
	}
	return ui.Columns(screen.Figure(v.Host, &r.Causes, v.s.Survival.Busy, nil), ui.Explain(v.explainCauses()))
}

func (v view) explainCauses() ui.ExplainProps {
	study := &v.s.Survival.Answer.Study
	return ui.ExplainProps{Lang: v.Lang,
		Title: v.T("retention.explain.causes.title"), Text: v.T("retention.explain.causes"), Formula: v.T("retention.explain.causes.formula"),
		Inputs:      []string{v.T("retention.explain.survival.inputs", analysis.Count("customers", study.Customers), analysis.Count("lapsed", study.Lost))},
		Assumptions: []string{v.T("retention.explain.causes.assumes")}, Source: v.T("retention.explain.causes.source")}
}

// survivalChoices are what the person decides: whose durations, groups, intervals.
func (v view) survivalChoices() app.UI {
	s, r := &v.s.Survival, v.s.Survival.Answer
	fields := []app.UI{
		&ui.Select{ID: "survival-group", Label: v.T("retention.group"), Value: s.groupValue(), Options: v.groupOptions(r.Attributes, r.Tiered),
			OnChange: func(_ app.Context, value string) { s.SetGroup(value); AskSurvival(v.Host, s) }},
		&ui.Select{ID: "survival-interval", Label: v.T("retention.interval"), Value: "interval-" + string(s.Interval), Options: v.options("retention.interval", "interval-", "interval-log", "interval-plain"),
			OnChange: func(_ app.Context, value string) {
				s.Interval = survival.Interval(value[len("interval-"):])
				AskSurvival(v.Host, s)
			}},
		&ui.Field{ID: TauField, Kind: ui.NumberField, Label: v.T("retention.tau"), Unit: v.unit(r), Min: "0", Step: "any",
			Value: s.Typed.Text(TauField, strconv.FormatFloat(math.Round(100*r.Study.Comparison.Horizon)/100, 'f', -1, 64)), Error: s.Typed.Fault(v.Lang, TauField),
			OnChange: func(_ app.Context, text string) {
				if s.SetTau(text) {
					AskSurvival(v.Host, s)
				}
			}},
	}
	if len(r.Bases) > 1 {
		fields = append([]app.UI{v.basisChoice()}, fields...)
	}
	if r.Lifetimes.Basis == engine.OnContracts {
		fields = append(fields, v.bookFields()...)
	}
	return ui.Card(ui.CardProps{ID: "survival-choices", Title: v.T("retention.survival.title"), Lead: v.T(i18n.Key("survival.basis." + string(r.Lifetimes.Basis))),
		Tools: v.survivalSaves()}, ui.Form(fields...))
}

func (v view) basisChoice() app.UI {
	s, r := &v.s.Survival, v.s.Survival.Answer
	var options []ui.Option
	for _, b := range r.Bases {
		options = append(options, ui.Option{Value: string(b), Label: v.T(i18n.Key("retention.basis." + string(b)))})
	}
	return &ui.Select{ID: "survival-basis", Label: v.T("retention.basis"), Value: string(r.Lifetimes.Basis), Options: options,
		OnChange: func(_ app.Context, value string) {
			s.SetBasis(engine.Basis(value))
			v.s.Hazards.Renew()
			AskSurvival(v.Host, s)
		}}
}

// bookFields say how contracts become lifetimes.
func (v view) bookFields() []app.UI {
	s := &v.s.Survival
	since := ""
	if s.Rule.Since != 0 {
		since = s.Rule.Since.String()
	}
	return []app.UI{
		&ui.Field{ID: GapField, Kind: ui.NumberField, Label: v.T("retention.gap"), Hint: v.T("retention.gap.hint"), Unit: v.T("ui.unit.days"), Min: "0", Step: "1",
			Value: s.Typed.Text(GapField, strconv.Itoa(s.Rule.Gap)), Error: s.Typed.Fault(v.Lang, GapField),
			OnChange: func(_ app.Context, text string) {
				if s.SetGap(text) {
					AskSurvival(v.Host, s)
				}
			}},
		&ui.Field{ID: "survival-since", Kind: ui.DateField, Label: v.T("retention.since"), Hint: v.T("retention.since.hint"), Value: since,
			OnChange: func(_ app.Context, text string) { s.SetSince(text); AskSurvival(v.Host, s) }},
	}
}

// groupOptions are the ways to part customers.
func (v view) groupOptions(list []engine.Attribute, tiered bool) []ui.Option {
	options := []ui.Option{{Value: "", Label: v.T("retention.group.none")}}
	if tiered {
		options = append(options, ui.Option{Value: "tier", Label: v.T("retention.group.tier")})
	}
	for i, a := range list {
		if a.Groups {
			options = append(options, ui.Option{Value: "column-" + strconv.Itoa(i), Label: a.Name, Group: v.T("retention.group.attributes")})
		}
	}
	return options
}

func (v view) survivalSaves() []app.UI {
	saves := []app.UI{screen.SaveTable(v.Host, engine.SurvivalTable)}
	if len(v.s.Survival.Answer.Study.Causes) > 0 {
		saves = append(saves, screen.SaveTable(v.Host, engine.IncidenceTable))
	}
	return saves
}

// groupTable says how long each group stays.
func (v view) groupTable() app.UI {
	c := &v.s.Survival.Answer.Study.Comparison
	return ui.Card(ui.CardProps{ID: "survival-groups", Title: v.T("retention.groups"), Lead: v.T("retention.groups.lead", analysis.Word("unit", v.unitKey())),
		Foot: v.T("retention.groups.foot", analysis.Number("tau", c.Horizon), analysis.Word("unit", v.unitKey()))}, ui.PlainTable(v.stays()))
}

// stays is the table of the groups.
func (v view) stays() ui.PlainTableProps {
	c := &v.s.Survival.Answer.Study.Comparison
	var rows [][]app.UI
	for k := range c.Groups {
		g := &c.Groups[k]
		m := g.Median()
		rows = append(rows, append([]app.UI{v.groupLink(k)}, ui.Cells(v.Lang.Int(g.N), v.Lang.Int(g.Events), v.reached(m.Time), v.span(m),
			v.Lang.Number(g.RMST.Mean, 2), v.Lang.Number(g.RMST.Low, 2)+"–"+v.Lang.Number(g.RMST.High, 2))...))
	}
	level := v.T("retention.level", analysis.Text("level", v.Lang.Percent(c.Level, 0)))
	return ui.PlainTableProps{Label: v.T("retention.groups"), Rows: rows, Columns: []ui.Column{
		{Title: v.T("retention.group.head")}, {Title: v.T("retention.customers"), Numeric: true}, {Title: v.T("survival.lost"), Numeric: true},
		{Title: v.T("survival.median"), Numeric: true}, {Title: level, Numeric: true},
		{Title: v.T("survival.rmst"), Numeric: true}, {Title: level, Numeric: true}}}
}

// groupLink names group k, with the way to its customers where it is a value of a column
// of texts of the orders' customers.
func (v view) groupLink(k int) app.UI {
	name, by, lives := v.groupName(k), v.s.Survival.Question.Group, &v.s.Survival.Answer.Lifetimes
	if v.OpenGroups == nil || lives.Basis != engine.OnOrders || by.By != engine.ByColumn || by.Column >= len(v.Dataset.Kept) ||
		!slices.ContainsFunc(v.Dataset.Kept[by.Column].Groups, func(g engine.Group) bool { return g.Value == name }) {
		return app.Text(name)
	}
	return app.Span().Class("link").Body(ui.Button(ui.ButtonProps{ID: "customers-of-" + strconv.Itoa(k), Label: name, Kind: ui.Quiet, Small: true,
		OnClick: func(app.Context) {
			v.OpenGroups(engine.GroupRef{Segmentation: engine.Segmentation{By: engine.SegmentAttribute, Column: by.Column}, Key: "=" + name})
		}}))
}

// groupName is what the study calls group k.
func (v view) groupName(k int) string {
	if name := v.s.Survival.Answer.Study.Labels[k].Text; name != "" {
		return name
	}
	return v.T("survival.everybody")
}

// testTable says whether groups differ; a p is a number, never a word.
func (v view) testTable() app.UI {
	c := &v.s.Survival.Answer.Study.Comparison
	if c.LogRank == nil {
		return nil
	}
	line := func(name string, t survival.Test, p float64) []app.UI {
		return ui.Cells(name, v.Lang.Number(t.Statistic, 2), v.Lang.Int(t.DF), v.chance(p))
	}
	rows := [][]app.UI{line(v.T("survival.test.logrank"), *c.LogRank, c.LogRank.P), line(v.T("survival.test.peto"), *c.Peto, c.Peto.P)}
	for _, pair := range c.Pairs {
		rows = append(rows, line(v.T("retention.pair", analysis.Text("a", v.groupName(pair.A)), analysis.Text("b", v.groupName(pair.B))), pair.Test, pair.Adjusted))
	}
	foot := v.T("retention.tests.foot")
	if len(c.Pairs) > 0 {
		foot = v.Sentences(foot, v.T("survival.holm"))
	}
	return ui.Card(ui.CardProps{ID: "survival-tests", Title: v.T("survival.tests"), Lead: v.testFinding(), Foot: foot},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("survival.tests"), Rows: rows, Columns: []ui.Column{
			{Title: v.T("retention.test")}, {Title: "χ²", Numeric: true}, {Title: "df", Numeric: true}, {Title: "p", Numeric: true}}}))
}

// testFinding reads the log-rank test in words, with its p.
func (v view) testFinding() string {
	p := analysis.Text("p", v.equals(v.s.Survival.Answer.Study.Comparison.LogRank.P))
	if v.s.Survival.Answer.Study.Comparison.LogRank.P < 0.05 {
		return v.T("retention.tests.differ", p)
	}
	return v.T("retention.tests.same", p)
}

// lawTable shows the distributions that were fitted to all customers.
func (v view) lawTable() app.UI {
	study := &v.s.Survival.Answer.Study
	if len(study.Laws.Laws) == 0 {
		return nil
	}
	var rows [][]app.UI
	for i, law := range study.Laws.Laws {
		name := v.T(i18n.Key("survival.law." + string(law.Name)))
		if i == study.Laws.Best {
			name += " *"
		}
		m := law.Quantile(0.5, study.Comparison.Level)
		rows = append(rows, ui.Cells(name, v.Lang.Number(law.Mu, 4), v.Lang.Number(law.Sigma, 4), v.Lang.Number(law.LogLik, 2), v.Lang.Number(law.AIC, 2),
			v.Lang.Significant(m.Time, 4), v.Lang.Significant(m.Low, 4)+"–"+v.Lang.Significant(m.High, 4)))
	}
	return ui.Disclosure(v.T("survival.laws"),
		ui.PlainTable(ui.PlainTableProps{Label: v.T("survival.laws"), Rows: rows, Columns: []ui.Column{
			{Title: v.T("retention.law")}, {Title: "μ", Numeric: true}, {Title: "σ", Numeric: true}, {Title: v.T("survival.loglik"), Numeric: true}, {Title: "AIC", Numeric: true},
			{Title: v.T("survival.median"), Numeric: true}, {Title: v.T("survival.interval"), Numeric: true}}}),
		app.P().Class("foot").Text(v.T("retention.laws.foot")))
}
