package value

import (
	"math"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Bounds of what may be a covariate: package clv has the same ones and says why.
const maxLevels = 20

// usable reports whether an attribute can tell customers apart, and not too finely.
func usable(k *engine.KeptReport) bool {
	switch {
	case k.Filled == 0:
		return false
	case len(k.Groups) > 0:
		return k.Distinct >= 2 && k.Distinct <= maxLevels
	}
	return k.Low < k.High || k.First < k.Last
}

// Toggle takes an attribute in as a covariate, or out.
func (s *State) Toggle(at int) {
	i := slices.IndexFunc(s.Chosen, func(a clv.Attribute) bool { return a.At == at })
	if i >= 0 {
		s.Chosen = slices.Delete(slices.Clone(s.Chosen), i, i+1)
		return
	}
	s.Chosen = append(slices.Clone(s.Chosen), clv.Attribute{At: at})
	slices.SortFunc(s.Chosen, func(a, b clv.Attribute) int { return a.At - b.At })
}

// SetBase chooses the level that the others of an attribute are compared to; "" is the
// most frequent one.
func (s *State) SetBase(at int, base string) {
	s.Chosen = slices.Clone(s.Chosen)
	for i := range s.Chosen {
		if s.Chosen[i].At == at {
			s.Chosen[i].Base = base
		}
	}
}

// chosen returns an attribute as it was chosen.
func (s *State) chosen(at int) (clv.Attribute, bool) {
	for _, a := range s.Chosen {
		if a.At == at {
			return a, true
		}
	}
	return clv.Attribute{}, false
}

// Regress asks whether the chosen attributes matter.
func Regress(h *screen.Host, s *State) {
	screen.Ask(h, &s.Matter, engine.CovariatesRequest{Options: s.Options, Attributes: s.Chosen}, h.Engine.Covariates, nil)
}

// attributes is the part of what is known of customers: which of it, and what it does.
func (v view) attributes() app.UI {
	var offered []app.UI
	for at := range v.Dataset.Kept {
		if k := &v.Dataset.Kept[at]; usable(k) {
			offered = append(offered, v.attribute(at, k))
		}
	}
	if len(offered) == 0 {
		return ui.Card(ui.CardProps{ID: "attributes", Title: v.T("value.attributes")},
			ui.Empty(ui.EmptyProps{Icon: ui.IconPeople, Title: v.T("value.attributes.none"), Text: v.T("value.attributes.none.text"),
				Actions: []app.UI{ui.LinkButton(ui.LinkProps{Label: v.T("value.attributes.add"), Href: "#/data"})}}))
	}
	return ui.Stack(
		ui.Card(ui.CardProps{ID: "attributes", Title: v.T("value.attributes"), Lead: v.T("value.attributes.lead", analysis.Text("model", v.inUse()))},
			app.Div().Class("covariates").Role("group").Aria("label", v.T("value.attributes")).Body(offered...),
			v.regressing(),
		),
		screen.Failed(v.Host, v.s.Matter.Err, func() { Regress(v.Host, v.s) }),
		v.regression(),
	)
}

// attribute offers one, and where it is a text the level to compare with.
func (v view) attribute(at int, k *engine.KeptReport) app.UI {
	chosen, on := v.s.chosen(at)
	body := []app.UI{&ui.Checkbox{ID: "covariate-" + strconv.Itoa(at), Label: v.nameOf(k), Hint: v.hintOf(k), Checked: on, Disabled: v.s.Matter.Busy,
		OnChange: func(app.Context, bool) { v.s.Toggle(at) }}}
	if on && len(k.Groups) > 0 {
		body = append(body, &ui.Select{ID: "base-" + strconv.Itoa(at), Label: v.T("value.base"), Value: chosen.Base, Options: v.bases(k), Disabled: v.s.Matter.Busy,
			OnChange: func(_ app.Context, base string) { v.s.SetBase(at, base) }})
	}
	return app.Div().Class("covariate").Body(body...)
}

// nameOf is the column's heading, or what it is about.
func (v view) nameOf(k *engine.KeptReport) string {
	if k.Name != "" {
		return k.Name
	}
	return v.T(i18n.Key("role." + string(k.Role)))
}

func (v view) hintOf(k *engine.KeptReport) string {
	missing := v.Dataset.Customers - k.Filled
	kind := v.T("value.attribute.number")
	switch {
	case len(k.Groups) > 0:
		kind = v.T("value.attribute.levels", analysis.Count("levels", k.Distinct))
	case k.First < k.Last:
		kind = v.T("value.attribute.date")
	}
	if missing > 0 {
		kind += v.T("value.attribute.missing", analysis.Count("missing", missing))
	}
	return kind
}

// bases are the levels that others can be compared to.
func (v view) bases(k *engine.KeptReport) []ui.Option {
	list := []ui.Option{{Value: "", Label: v.T("value.base.usual")}}
	for _, g := range k.Groups {
		if g.Value != "" {
			list = append(list, ui.Option{Value: g.Value, Label: g.Value})
		}
	}
	return list
}

func (v view) regressing() app.UI {
	m := &v.s.Matter
	if m.Busy {
		return ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("progress.covariates")})
	}
	return ui.Row(
		ui.Button(ui.ButtonProps{ID: "regress", Kind: ui.Primary, Label: v.T("value.regress"), Disabled: len(v.s.Chosen) == 0 || v.s.Busy,
			OnClick: func(app.Context) { Regress(v.Host, v.s) }}),
		app.P().Class("quiet-text").Text(v.T("value.regress.why")))
}

// regression is what came of it.
func (v view) regression() app.UI {
	c := v.s.Matter.Answer
	if c == nil {
		return nil
	}
	return ui.Columns(ui.Stack(
		ui.Card(ui.CardProps{ID: "effects", Class: "contest", Title: v.mattering(c), Lead: v.likelihoodRatio(c), Foot: v.coded(c)},
			v.multipliers(c),
			ui.Disclosure(v.T("value.effects.words"), v.sayings(c)),
			ui.Disclosure(v.T("value.effects.all"), v.coefficients(c)),
			v.explainRegression(c),
		)), v.worthWith(c))
}

// significant is where chance alone would do as much once in twenty times.
const significant = 0.05

func (v view) mattering(c *engine.Covariates) string {
	if c.Test.P < significant {
		return v.T("value.matter.yes")
	}
	return v.T("value.matter.no")
}

// likelihoodRatio is the likelihood-ratio test in words.
func (v view) likelihoodRatio(c *engine.Covariates) string {
	return v.T("value.matter.test", analysis.Text("statistic", v.Lang.Number(c.Test.Statistic, 1)), analysis.Count("df", c.Test.DF), analysis.Text("p", v.pValue(c.Test.P)),
		analysis.Text("aic", sign(c.Fit.AIC-c.Without.AIC)+v.Lang.Number(c.Fit.AIC-c.Without.AIC, 1)))
}

func (v view) pValue(p float64) string {
	if p < 0.001 {
		return "p < " + v.Lang.Number(0.001, 3)
	}
	return "p = " + v.Lang.Number(p, 3)
}

// coded tells of values that were missing.
func (v view) coded(c *engine.Covariates) string {
	var said []string
	for _, f := range c.Filled {
		said = append(said, v.T("value.filled", analysis.Text("column", f.Column), analysis.Count("missing", f.Missing)))
	}
	for _, l := range c.Left {
		said = append(said, v.T("value.left", analysis.Text("column", l.Column)))
	}
	return v.Sentences(said...)
}

// A term's effects: on how often customers buy, and on whether they leave.
type termEffects struct {
	term         clv.Term
	buys, leaves *clv.Effect // leaves nil for NBD, which knows none
}

// effectsOf pairs the effects by term.
func effectsOf(c *engine.Covariates) []termEffects {
	var out []termEffects
	for i := range c.Effects {
		switch e := &c.Effects[i]; e.On {
		case clv.OnPurchases:
			out = append(out, termEffects{term: e.Term, buys: e})
		case clv.OnLapse:
			out[i-len(out)].leaves = e
		}
	}
	for i := range c.Odds {
		out[i].leaves = &c.Odds[i]
	}
	return out
}

// multipliers is the table of what each term does.
func (v view) multipliers(c *engine.Covariates) app.UI {
	columns := []ui.Column{{Title: v.T("value.term")}, {Title: v.T("value.effect.buys"), Hint: v.T("value.effect.buys.hint"), Numeric: true}}
	effects := effectsOf(c)
	if effects[0].leaves != nil {
		columns = append(columns, ui.Column{Title: v.T("value.effect.leaves." + onWhat(effects[0].leaves)), Hint: v.T("value.effect.leaves.hint"), Numeric: true})
	}
	var rows [][]app.UI
	for _, e := range effects {
		row := []app.UI{app.Text(v.term(e.term)), v.multiplier(e.buys)}
		if e.leaves != nil {
			row = append(row, v.multiplier(e.leaves))
		}
		rows = append(rows, row)
	}
	return ui.PlainTable(ui.PlainTableProps{Label: v.T("value.effects"), Columns: columns, Rows: rows, Compact: true})
}

func onWhat(e *clv.Effect) key { return key(e.On) }

// term names what is compared with what.
func (v view) term(t clv.Term) string {
	switch {
	case t.Missing && t.Reference != "":
		return v.T("value.term.missing", analysis.Text("column", t.Column), analysis.Text("reference", t.Reference))
	case t.Missing:
		return v.T("value.term.unknown", analysis.Text("column", t.Column))
	case t.Level != "":
		return v.T("value.term.level", analysis.Text("column", t.Column), analysis.Text("level", t.Level), analysis.Text("reference", t.Reference))
	}
	return v.T("value.term.number", analysis.Text("column", t.Column), analysis.Text("deviation", v.Lang.Significant(t.Deviation, 3)))
}

// multiplier writes × 1.32 (1.10–1.58), bold where it is not 1 but for chance.
func (v view) multiplier(e *clv.Effect) app.UI {
	text := "× " + v.Lang.Number(e.Ratio, 2)
	if low, high := math.Exp(e.Low), math.Exp(e.High); !math.IsNaN(low) && !math.IsNaN(high) {
		text += " (" + v.Lang.Number(low, 2) + unbroken + v.Lang.Number(high, 2) + ")"
	}
	return strongest(text, telling(e))
}

// unbroken is a dash at which no line ends.
const unbroken = "\u2060–\u2060"

// telling reports whether an effect's interval leaves 1 out.
func telling(e *clv.Effect) bool { return e.Low > 0 || e.High < 0 }

// sayings say the clear effects as one would.
func (v view) sayings(c *engine.Covariates) app.UI {
	var said []app.UI
	for _, e := range effectsOf(c) {
		for _, one := range []*clv.Effect{e.buys, e.leaves} {
			if one != nil && telling(one) {
				said = append(said, app.Li().Body(ui.Rich(v.saying(one))...))
			}
		}
	}
	if len(said) == 0 {
		return app.P().Text(v.T("value.say.nothing"))
	}
	return app.Ul().Class("plain-list").Body(said...)
}

// saying says one effect: "… buy 1.32 times as often as …".
func (v view) saying(e *clv.Effect) string {
	who := "level"
	switch {
	case e.Term.Missing:
		who = "missing"
	case e.Term.Level == "":
		who = "number"
	}
	return v.T("value.say."+onWhat(e), analysis.Text("who", v.T(key("value.say.who."+who), analysis.Text("column", e.Term.Column), analysis.Text("level", e.Term.Level),
		analysis.Text("deviation", v.Lang.Significant(e.Term.Deviation, 3)))),
		analysis.Text("than", v.than(e.Term)), analysis.Text("times", v.Lang.Number(e.Ratio, 2)),
		analysis.Text("low", v.Lang.Number(math.Exp(e.Low), 2)), analysis.Text("high", v.Lang.Number(math.Exp(e.High), 2)))
}

// than is who they are compared with.
func (v view) than(t clv.Term) string {
	if t.Reference != "" {
		return v.T("value.say.than", analysis.Text("reference", t.Reference))
	}
	return v.T("value.say.than.mean")
}

// coefficients is the table for those who write it up.
func (v view) coefficients(c *engine.Covariates) app.UI {
	var rows [][]app.UI
	for _, e := range slices.Concat(c.Effects, c.Odds) {
		rows = append(rows, ui.Cells(v.T("value.on."+onWhat(&e)), v.term(e.Term), v.estimate(e.Coefficient), v.estimate(e.SE),
			v.estimate(e.Low)+" … "+v.estimate(e.High), v.Lang.Number(e.Ratio, 3), v.pValue(e.P)))
	}
	return ui.PlainTable(ui.PlainTableProps{Label: v.T("value.effects.all"), Rows: rows, Compact: true, Columns: []ui.Column{
		{Title: v.T("value.on")}, {Title: v.T("value.term")}, {Title: "γ", Numeric: true}, {Title: v.T("value.se"), Numeric: true},
		{Title: v.T("value.between"), Numeric: true}, {Title: "e^γ", Numeric: true}, {Title: "p", Numeric: true}}})
}

// worthWith sets the equity with attributes beside that without.
func (v view) worthWith(c *engine.Covariates) app.UI {
	rows := [][]app.UI{
		ui.Cells(v.T("value.with"), v.money(c.Equity.Value), v.interval(c.Equity.Low, c.Equity.High)),
		ui.Cells(v.T("value.without"), v.money(c.EquityBare), ""),
		ui.Cells(v.T("value.measure.aic"), v.Lang.Number(c.Fit.AIC, 1), v.T("value.aic.without", analysis.Text("aic", v.Lang.Number(c.Without.AIC, 1)))),
	}
	return ui.Card(ui.CardProps{ID: "equity-with", Title: v.T("value.stat.equity")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("value.stat.equity"), Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("value.model")}, {Title: v.T("value.holdout.value"), Numeric: true}, {Title: v.T("value.between"), Numeric: true}}}))
}

func (v view) explainRegression(c *engine.Covariates) app.UI {
	return ui.ExplainFold(ui.ExplainProps{Lang: v.Lang, Text: v.T("value.explain.matter"), Formula: v.T("value.explain.matter.formula." + v.word()),
		Inputs:      []string{v.T("value.explain.matter.inputs", analysis.Count("customers", c.Fit.N), analysis.Count("effects", c.Test.DF))},
		Assumptions: []string{v.T("value.explain.matter.before"), v.T("value.explain.matter.associated"), v.T("value.explain.matter.coded"), v.T("value.explain.matter.test")},
		Source:      v.T("value.source.matter"),
	})
}
