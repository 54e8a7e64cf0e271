package segments

import (
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/portfolio"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// AskPortfolio asks what customers bring beside what they could bring.
func AskPortfolio(h *screen.Host, s *State) {
	screen.Ask(h, &s.Portfolio.Request, s.askPortfolio(h.Definition, h.Layout()), h.Engine.Portfolio, nil)
}

// portfolio is the tab of the portfolio matrix and the value of relationships.
func (v view) portfolio() app.UI {
	s := &v.s.Portfolio
	again := func() { AskPortfolio(v.Host, v.s) }
	a := s.Answer
	if a == nil {
		return screen.Waiting(v.Host, s.Progress, s.Err, again)
	}
	return ui.Stack(
		screen.Failed(v.Host, s.Err, again),
		v.portfolioControls(a),
		v.portfolioMissing(a),
		ui.Warnings(v.Lang, a.Warnings),
		v.matrixPart(a),
		v.worthPart(a),
	)
}

// matrixPart is the map with its cells, where there is one.
func (v view) matrixPart(a *engine.Portfolio) app.UI {
	if a.Matrix == nil {
		return nil
	}
	return ui.Stack(ui.Columns(screen.Figure(v.Host, &a.Map, v.s.Portfolio.Busy, v.openPortfolio), ui.Explain(v.explainMatrix(a))), v.cells(a))
}

// worthPart is what relationships were worth, where profit is known.
func (v view) worthPart(a *engine.Portfolio) app.UI {
	if a.Worth == nil {
		return nil
	}
	return ui.Stack(v.worthStats(a), ui.Columns(screen.Figure(v.Host, &a.BreakEven, v.s.Portfolio.Busy, nil), ui.Explain(v.explainPayback(a))),
		v.worthGroups(a), v.verdicts(a), v.accounts(a))
}

// portfolioFinding says where profitable customers buy elsewhere, and when a customer
// pays back.
func (v view) portfolioFinding() string {
	a := v.s.Portfolio.Answer
	if a == nil {
		return ""
	}
	room, even := "", ""
	if a.Matrix != nil {
		customers, elsewhere := roomOf(a.Matrix)
		if customers > 0 {
			room = v.T("portfolio.finding.room", analysis.Count("customers", customers), analysis.Text("cut", v.cutText(a)), analysis.Text("room", v.CompactMoney(elsewhere)))
		}
	}
	if w := a.Worth; w != nil && w.Costs && w.Whole.Curve.BreakEven != 0 && len(w.Whole.Curve.Points) > 1 {
		even = v.T("portfolio.finding.never", analysis.Count("months", len(w.Whole.Curve.Points)-1))
		if k := w.Whole.Curve.BreakEven; k != portfolio.NoBreakEven {
			even = v.T("portfolio.finding.even", analysis.Count("month", k))
		}
	}
	return v.Sentences(room, even)
}

func (v view) cutText(a *engine.Portfolio) string {
	return v.Lang.Percent(a.Options.Matrix.Share.Cuts[0], 0)
}

// roomOf is who earns much and buys mostly elsewhere, and what they spend there a year.
func roomOf(m *portfolio.Matrix) (customers int, elsewhere float64) {
	for _, c := range m.Cells {
		if c.Key == "lh" {
			return c.Customers, c.Wallet.Float() - c.Revenue.Float()*365/float64(m.Days)
		}
	}
	return 0, 0
}

// openPortfolio follows a mark's key, "cell:lh", "group:=North" or "customer:C17".
func (v view) openPortfolio(key string) {
	kind, which, _ := strings.Cut(key, ":")
	switch kind {
	case "cell":
		v.openPart(engine.SegmentPortfolio, which)
	case "group":
		v.openPart(v.s.Portfolio.By, which)
	case "customer":
		v.OpenCustomer(which)
	}
}

func (v view) openPart(by engine.SegmentBy, key string) {
	if v.OpenGroups != nil {
		v.OpenGroups(engine.GroupRef{Segmentation: v.s.portfolioGroups(by, v.Definition), Key: key})
	}
}

// opener is a name that opens its customers; nobody opens nothing.
func (v view) opener(id, label string, customers int, by engine.SegmentBy, key string) app.UI {
	if customers == 0 || key == engine.NoGroup {
		return app.Span().Class("nobody").Text(label)
	}
	return link(id, label, func() { v.openPart(by, key) })
}

// portfolioMissing says which columns are missing and what they would show.
func (v view) portfolioMissing(a *engine.Portfolio) app.UI {
	var list []app.UI
	say := func(missing bool, key i18n.Key) {
		if missing {
			list = append(list, app.P().Body(ui.Rich(v.T(key))...))
		}
	}
	say(a.Wallet == "", "portfolio.missing.wallet")
	say(a.Profit.From == engine.ProfitUnknown, "portfolio.missing.profit")
	say(a.Worth != nil && !a.Worth.Costs, "portfolio.missing.costs")
	if len(list) == 0 {
		return nil
	}
	return ui.Card(ui.CardProps{ID: "portfolio-missing", Title: v.T("portfolio.missing")}, list...)
}

// known writes an amount, "—" for one that is not known.
func (v view) amount(x float64) string {
	if math.IsNaN(x) {
		return "—"
	}
	return v.CompactMoney(x)
}

func (v view) percentage(x float64) string {
	if math.IsNaN(x) {
		return "—"
	}
	return v.Lang.Percent(x, 0)
}

// month writes a month of break-even.
func (v view) month(k int) string {
	switch k {
	case portfolio.NoBreakEven:
		return v.T("portfolio.never")
	case 0:
		return v.T("portfolio.start")
	}
	return v.Lang.Int(k)
}

func (v view) heads(keys ...i18n.Key) (list []ui.Column) {
	for i, key := range keys {
		list = append(list, ui.Column{Title: v.T(key), Numeric: i > 0})
	}
	return list
}

// cells lists the cells with what to do there.
func (v view) cells(a *engine.Portfolio) app.UI {
	return ui.Card(ui.CardProps{ID: "portfolio-cells", Class: screen.Refreshing(v.s.Portfolio.Busy), Title: v.T("portfolio.cells"), Lead: v.T("portfolio.cells.lead"),
		Foot: v.T("portfolio.cells.foot", analysis.On("from", a.From), analysis.On("end", a.End))}, ui.PlainTable(v.cellTable(a)))
}

func (v view) cellTable(a *engine.Portfolio) ui.PlainTableProps {
	var rows [][]app.UI
	for i := len(a.Matrix.Cells) - 1; i >= 0; i-- {
		c := &a.Matrix.Cells[i]
		lost := "—"
		if c.Customers > 0 {
			lost = v.Lang.Percent(c.LostShare, 1) + " (" + v.Range(c.LostLow, c.LostHigh, 1) + ")"
		}
		share := c.Revenue.Float() * 365 / float64(a.Matrix.Days) / c.Wallet.Float() // NaN without customers
		rows = append(rows, append([]app.UI{app.Div().Class("advised").Body(
			v.opener("cell-"+c.Key, v.T(i18n.Key("groups.portfolio."+c.Key)), c.Customers, engine.SegmentPortfolio, c.Key),
			app.Span().Class("advice").Text(v.T(i18n.Key("portfolio.advice."+c.Key))))},
			ui.Cells(v.T(i18n.Key("portfolio.level."+c.Key[:1])), v.T(i18n.Key("portfolio.level."+c.Key[1:])), v.Lang.Int(c.Customers), v.CompactMoney(c.Revenue.Float()),
				v.percentage(c.RevenueShare), v.CompactMoney(c.Profit.Float()), v.percentage(share), lost)...))
	}
	return ui.PlainTableProps{Label: v.T("portfolio.cells"), Rows: rows, Columns: v.heads("portfolio.strategy", "portfolio.share", "portfolio.profit", "segments.customers",
		"portfolio.revenue", "segments.revenue", "portfolio.profit.sum", "portfolio.share.of", "spread.lost.share")}
}

func (v view) worthStats(a *engine.Portfolio) app.UI {
	w := a.Worth
	c := &w.Whole.Curve
	within := ""
	if c.Early != portfolio.NoBreakEven && c.Late != portfolio.NoBreakEven && c.Early < c.Late {
		within = v.Lang.Int(c.Early) + "–" + v.Lang.Int(c.Late)
	}
	ahead := i18n.Key("portfolio.ahead.model")
	if w.Model == "" {
		ahead = "portfolio.ahead.rate"
	}
	return ui.Stats(
		screen.Stat(v.Host, "number.portfolio.even", ui.StatProps{Label: v.T("portfolio.even"), Value: v.month(c.BreakEven), Interval: within, Note: v.T("portfolio.even.note")}),
		screen.Stat(v.Host, "number.portfolio.even-share", ui.StatProps{Label: v.T("portfolio.even.share"), Value: v.known100(w.Whole.EvenShare), Unit: "%", Note: v.T("portfolio.even.share.note", analysis.Count("customers", w.Known))}),
		screen.Stat(v.Host, "number.portfolio.value", ui.StatProps{Label: v.T("portfolio.value"), Value: v.amount(w.Whole.Value), Note: v.T("portfolio.value.note", analysis.On("end", a.End))}),
		screen.Stat(v.Host, "number.portfolio.ahead", ui.StatProps{Label: v.T("portfolio.ahead"), Value: v.amount(w.Whole.Ahead), Note: v.T(ahead, analysis.Count("months", w.Months), analysis.Text("model", w.Model))}),
	)
}

// verdict names one, "—" where there is none.
func (v view) verdict(k portfolio.Verdict) string {
	if k == portfolio.Unknown {
		return "—"
	}
	return v.T(i18n.Key("groups.verdict." + k.String()))
}

// worthGroups sets the groups side by side.
func (v view) worthGroups(a *engine.Portfolio) app.UI {
	if len(a.Worth.Groups) == 0 {
		return nil
	}
	by := v.s.portfolioGroups(v.s.Portfolio.Question.Groups.By, v.Definition)
	var rows [][]app.UI
	for i := range a.Worth.Groups {
		g := &a.Worth.Groups[i]
		n := float64(g.Customers)
		rows = append(rows, append([]app.UI{v.opener("worth-"+strconv.Itoa(i), screen.GroupName(v.Host, by, g.Key), g.Customers, by.By, g.Key)},
			ui.Cells(v.Lang.Int(g.Customers), v.percentage(g.ShareOfWallet), v.amount(g.Value/n), v.month(g.Curve.BreakEven), v.percentage(g.EvenShare),
				v.amount(g.Ahead/n), v.amount(g.Total/n), v.verdict(g.Verdict))...))
	}
	return ui.Card(ui.CardProps{ID: "portfolio-groups", Title: v.T("portfolio.groups"), Lead: v.T("portfolio.groups.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("portfolio.groups"), Rows: rows, Compact: true, Columns: v.heads("portfolio.group", "segments.customers", "portfolio.share.of",
			"portfolio.value.each", "portfolio.even", "portfolio.even.share", "portfolio.ahead.each", "portfolio.total.each", "portfolio.verdict")}))
}

// verdicts counts customers by verdict, with the rule of each.
func (v view) verdicts(a *engine.Portfolio) app.UI {
	if !a.Worth.Costs {
		return nil
	}
	rules := []screen.Arg{analysis.Text("floor", v.Money(a.Options.Rules.Floor)), analysis.Text("room", v.Lang.Percent(a.Options.Rules.Room, 0))}
	var rows [][]app.UI
	for k := portfolio.Exit; k < portfolio.Verdicts; k++ {
		r, key := a.Worth.Verdicts[k], k.String()
		rows = append(rows, append([]app.UI{app.Div().Class("advised").Body(
			v.opener("verdict-"+key, v.T(i18n.Key("groups.verdict."+key)), r.Customers, engine.SegmentVerdict, key),
			app.Span().Class("advice").Text(v.T(i18n.Key("portfolio.rule."+key), rules...)))},
			ui.Cells(v.Lang.Int(r.Customers), v.CompactMoney(r.Revenue.Float()), v.CompactMoney(r.Total))...))
	}
	return ui.Card(ui.CardProps{ID: "portfolio-verdicts", Title: v.T("portfolio.verdicts"), Lead: v.T("portfolio.verdicts.lead"), Foot: v.T("portfolio.verdicts.foot", analysis.Count("customers", a.Worth.Verdicts[portfolio.Unknown].Customers))},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("portfolio.verdicts"), Rows: rows, Columns: v.heads("portfolio.verdict", "segments.customers", "portfolio.revenue", "portfolio.total")}),
		ui.Form(v.amountFields(ruleFields, a)...))
}

// accounts lists the customers with the most revenue; their numbers are those of the map.
func (v view) accounts(a *engine.Portfolio) app.UI {
	var rows [][]app.UI
	placed, numbered := 0, v.s.Portfolio.Question.Groups.By == ""
	for i, c := range a.Worth.Top {
		cell, label := "—", v.Customer(c.ID)
		if c.Cell != "" {
			cell = v.T(i18n.Key("groups.portfolio." + c.Cell))
			if placed++; numbered {
				label = v.Lang.Int(placed) + " · " + label
			}
		}
		name := link("account-"+strconv.Itoa(i), label, func() { v.OpenCustomer(c.ID) })
		rows = append(rows, append([]app.UI{name}, ui.Cells(v.CompactMoney(c.Revenue.Float()), v.percentage(c.Share), v.amount(c.Profit), v.amount(c.Value),
			v.month(c.BreakEven), v.amount(c.Ahead), v.amount(c.Total), cell, v.verdict(c.Verdict))...))
	}
	return ui.Card(ui.CardProps{ID: "portfolio-accounts", Title: v.T("portfolio.accounts"), Lead: v.T("portfolio.accounts.lead"), Tools: []app.UI{screen.SaveTable(v.Host, engine.PortfolioTable)}},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("portfolio.accounts"), Rows: rows, Compact: true, Columns: v.heads("portfolio.customer", "portfolio.revenue", "portfolio.share", "portfolio.profit",
			"portfolio.value", "portfolio.even", "portfolio.ahead", "portfolio.total", "portfolio.strategy", "portfolio.verdict")}))
}

func (v view) explainMatrix(a *engine.Portfolio) ui.ExplainProps {
	return ui.ExplainProps{Lang: v.Lang, Title: v.T("portfolio.explain.title"), Text: v.T("portfolio.explain"), Formula: v.T("portfolio.explain.formula", analysis.Count("days", a.Matrix.Days)),
		Inputs: []string{v.T("portfolio.explain.wallet", analysis.Text("column", a.Wallet)), v.profitFrom(a)},
		Exclusions: []string{v.T("portfolio.explain.left", analysis.Count("nowallet", a.Matrix.NoWallet.Customers), analysis.Count("badwallet", a.Matrix.BadWallet.Customers),
			analysis.Count("noprofit", a.Matrix.NoProfit.Customers))},
		Assumptions: []string{v.T("portfolio.explain.cuts"), v.T("portfolio.explain.scale"), v.T("portfolio.explain.ours")},
		Source:      v.T("portfolio.explain.source"),
	}
}

// profitFrom says where profit is from.
func (v view) profitFrom(a *engine.Portfolio) string {
	said := v.T(i18n.Key("portfolio.from."+string(a.Profit.From)), analysis.Text("column", a.Profit.Column), analysis.Percent("margin", a.Options.Margin))
	if a.Profit.Missing == 0 {
		return said
	}
	return v.Sentences(said, v.T("portfolio.from.missing", analysis.Count("rows", a.Profit.Missing)))
}

func (v view) explainPayback(a *engine.Portfolio) ui.ExplainProps {
	w := a.Worth
	left := []string{v.T("portfolio.payback.left", analysis.Count("unknown", w.Unknown))}
	if w.Stand > 0 {
		left = append(left, v.T("portfolio.payback.stand", analysis.Count("customers", w.Stand)))
	}
	ahead := i18n.Key("portfolio.payback.model")
	if w.Model == "" {
		ahead = "portfolio.payback.rate"
	}
	return ui.ExplainProps{Lang: v.Lang, Title: v.T("portfolio.payback.title"), Text: v.T("portfolio.payback"), Formula: v.T("portfolio.payback.formula"),
		Inputs:      []string{v.profitFrom(a), v.T("portfolio.payback.lost", analysis.Text("by", v.Loss(v.Definition)))},
		Exclusions:  left,
		Assumptions: []string{v.T("portfolio.payback.even"), v.T(ahead, analysis.Text("model", w.Model), analysis.Count("months", w.Months)), v.T("portfolio.payback.serving")},
		Source:      v.T("portfolio.payback.source"),
	}
}
