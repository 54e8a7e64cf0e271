package customers

import (
	"cmp"
	"math"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// OpenCard shows all that is known of one customer.
func OpenCard(h *screen.Host, s *State, id string) {
	s.Card.Forget()
	s.Open = id
	screen.Ask(h, &s.Card, engine.CustomerRequest{ID: id, Layout: h.Layout()}, h.Engine.Customer, nil)
}

// CloseCard goes back to the table.
func (s *State) CloseCard() {
	s.Open = ""
	s.Card.Forget()
}

// cardID is the dialog's, for tests and styles.
const cardID = "customer"

// card is one customer, in a dialog: the browser keeps the keyboard inside, closes it
// on Escape and takes the keyboard back to where it was.
func (v view) card() app.UI {
	return &ui.Dialog{Lang: v.Lang, ID: cardID, Wide: true, Open: v.s.Open != "",
		Title: v.T("card.title", analysis.Text("customer", v.Customer(v.s.Open))),
		Body:  v.cardBody, OnClose: func(app.Context) { v.s.CloseCard() }}
}

func (v view) cardBody() []app.UI {
	c := v.s.Card.Answer
	switch {
	case c != nil:
		return v.portrait(c)
	case v.s.Card.Err != nil:
		return []app.UI{screen.Failed(v.Host, v.s.Card.Err, func() { OpenCard(v.Host, v.s, v.s.Open) })}
	}
	return []app.UI{ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("screen.waiting")}), ui.SkeletonFigure()}
}

// portrait is the card of a customer who has been looked up.
func (v view) portrait(c *engine.Customer) []app.UI {
	return []app.UI{
		app.P().Class("finding").Body(ui.Rich(v.story(c))...),
		app.Div().Class("row").Body(ui.Badge(v.segment(c.Row.Segment), ui.Accent),
			app.Span().Class("quiet-text").Title(v.T("customers.rfm")).Text(v.T("card.rfm", analysis.Count("r", c.Row.R), analysis.Count("f", c.Row.F), analysis.Count("m", c.Row.M)))),
		ui.Failure(v.Lang, failure(c.NoOutlook)),
		v.outlook(c),
		screen.Figure(v.Host, &c.Figure, false, nil),
		ui.Halves(v.purchases(c), v.facts(c)),
		v.explainCard(c),
	}
}

// failure keeps a missing error from becoming an error without a message.
func failure(e *analysis.Error) error {
	if e == nil {
		return nil
	}
	return e
}

// story says in a sentence or two who this is.
func (v view) story(c *engine.Customer) string {
	r := c.Row
	first := v.T("card.story.once", analysis.On("first", r.First), analysis.Text("spend", v.Money(r.Spend.Float())))
	if r.Days > 1 {
		first = v.T("card.story", analysis.On("first", r.First), analysis.Count("days", r.Days), analysis.Text("spend", v.Money(r.Spend.Float())), analysis.On("last", r.Last))
	}
	silent := v.T("card.silent", analysis.Count("silent", int(v.Dataset.End-r.Last)), analysis.On("end", v.Dataset.End))
	return v.Sentences(first, silent)
}

// outlook is what the models expect, each number with its interval.
func (v view) outlook(c *engine.Customer) app.UI {
	o := c.Outlook
	if o == nil {
		return nil
	}
	months := analysis.Count("months", c.Options.Horizon)
	percent := func(x float64) string { return v.Lang.Percent(x, 1) }
	number := func(x float64) string { return v.Lang.Number(x, 2) }
	alive := ""
	if !math.IsNaN(o.AliveLow) && !math.IsNaN(o.AliveHigh) {
		alive = v.Range(o.AliveLow, o.AliveHigh, 1)
	}
	return ui.Stats(
		v.stat("customers.alive", o.Alive, percent, alive, v.T("card.alive.note", analysis.Text("model", c.Options.Model))),
		v.stat("card.buys", o.Buys, percent, "", v.T("card.buys.note", months)),
		v.stat("customers.expected", o.Expected, number, between(o.ExpectedLow, o.ExpectedHigh, number), v.T("card.expected.note", months)),
		v.stat("customers.clv", o.CLV, v.short, between(o.CLVLow, o.CLVHigh, v.short), v.spendNote(o)),
	)
}

func (v view) stat(label i18n.Key, x float64, write func(float64) string, interval, note string) app.UI {
	p := ui.StatProps{Lang: v.Lang, Label: v.T(label), Interval: interval, Note: note}
	if !math.IsNaN(x) {
		p.Value = write(x)
	}
	return ui.Stat(p)
}

// short writes an amount without cents where they do not matter.
func (v view) short(amount float64) string {
	if math.Abs(amount) >= 1000 {
		return v.Lang.MoneyWhole(amount, v.Currency())
	}
	return v.Money(amount)
}

// between writes an interval, nothing where there is none.
func between(low, high float64, write func(float64) string) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return ""
	}
	return write(low) + "–" + write(high)
}

func (v view) spendNote(o *clv.Outlook) string {
	if math.IsNaN(o.Spend) {
		return v.T("card.no-spend")
	}
	return v.T("card.spend.note", analysis.Text("spend", v.short(o.Spend)))
}

// shownPurchases is how many days stand in the card; the figure has them all.
const shownPurchases = 100

// purchases is the timeline, the latest first.
func (v view) purchases(c *engine.Customer) app.UI {
	var rows [][]app.UI
	for i, p := range slices.Backward(c.Purchases) {
		if len(rows) == shownPurchases {
			break
		}
		gap := ""
		if i > 0 {
			gap = v.Lang.Days(float64(p.Day - c.Purchases[i-1].Day))
		}
		rows = append(rows, ui.Cells(v.Lang.Date(p.Day), gap, v.Lang.Int(p.Orders), v.Money(p.Amount.Float())))
	}
	foot := ""
	if hidden := len(c.Purchases) - len(rows); hidden > 0 {
		foot = v.T("card.earlier", analysis.Count("hidden", hidden))
	}
	return ui.Card(ui.CardProps{Class: "timeline", Title: v.T("card.purchases"), Foot: foot},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("card.purchases"), Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("card.day")}, {Title: v.T("card.gap"), Hint: v.T("card.gap.hint"), Numeric: true},
			{Title: v.T("card.orders"), Numeric: true}, {Title: v.T("card.amount"), Numeric: true}}}))
}

// facts are the attributes, as the files have them.
func (v view) facts(c *engine.Customer) app.UI {
	if len(c.Attributes) == 0 {
		return ui.Card(ui.CardProps{Title: v.T("card.attributes")}, app.P().Class("quiet-text").Text(v.T("card.attributes.none")))
	}
	var rows [][]app.UI
	for _, f := range c.Attributes {
		rows = append(rows, ui.Cells(cmp.Or(f.Name, v.T(i18n.Key("role."+string(f.Role)))), v.fact(f)))
	}
	return ui.Card(ui.CardProps{Class: "facts-of", Title: v.T("card.attributes")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("card.attributes"), Rows: rows, Compact: true,
			Columns: []ui.Column{{Title: v.T("card.attribute")}, {Title: v.T("card.value")}}}))
}

func (v view) fact(f engine.Fact) string {
	switch {
	case !f.Known:
		return "—"
	case f.Kind == analysis.NumberColumn:
		return v.Lang.Significant(f.Number.Float(), 8)
	case f.Kind == analysis.DayColumn:
		return v.Lang.Date(f.Day)
	}
	return f.Text
}

func (v view) explainCard(c *engine.Customer) app.UI {
	if c.Outlook == nil {
		return nil
	}
	return ui.ExplainFold(ui.ExplainProps{Lang: v.Lang, Text: v.T("card.explain"),
		Inputs:      []string{v.T("card.explain.inputs", analysis.Count("x", c.Outlook.X), analysis.Text("tx", v.Lang.Number(c.Outlook.TX, 1)), analysis.Text("age", v.Lang.Number(c.Outlook.T, 1)))},
		Assumptions: []string{v.T("card.explain.interval"), v.T("card.explain.history")}})
}
