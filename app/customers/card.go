package customers

import (
	"cmp"
	"math"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// OpenCard shows all that is known of the customer in row i. A row that is not loaded is
// opened once it is.
func OpenCard(h *screen.Host, s *State, i int) {
	page, at := s.Row(i)
	if page == nil {
		s.opening = i + 1
		view{h, s}.fetch(s.Want(i, i+1))
		return
	}
	OpenID(h, s, page.IDs[at])
	s.At = i
}

// nowhere is the row of a customer whom another screen opened.
const nowhere = -1

// OpenID opens the card of a customer wherever in the list she is.
func OpenID(h *screen.Host, s *State, id string) {
	s.opening, s.At, s.Open = 0, nowhere, id
	s.Card.Forget()
	askCard(h, s, false)
}

// askCard asks for the card, then again with her past, which takes longer.
func askCard(h *screen.Host, s *State, past bool) {
	req := engine.CustomerRequest{ID: s.Open, Measures: s.Query.Measures, Layout: h.Layout(), Past: past}
	screen.Ask(h, &s.Card, req, h.Engine.Customer, func(engine.Customer) {
		if !past {
			s.Card.Busy = false
			askCard(h, s, true)
		}
	})
}

// opened opens the row that was waited for, if it is there by now.
func (v view) opened() {
	if i := v.s.opening - 1; i >= 0 {
		if page, _ := v.s.Row(i); page != nil {
			OpenCard(v.Host, v.s, i)
		}
	}
}

// step goes on to another customer of the list.
func (v view) step(by int) {
	if i := v.s.At + by; v.s.At != nowhere && i >= 0 && i < v.s.Total {
		OpenCard(v.Host, v.s, i)
	}
}

// cardID is the dialog's, for tests and styles.
const cardID = "customer"

// card is one customer, in a dialog: the browser keeps the keyboard inside, closes it
// on Escape and takes the keyboard back to where it was.
func (v view) card() app.UI {
	return &ui.Dialog{Lang: v.Lang, ID: cardID, Wide: true, Open: v.s.Open != "",
		Title: v.T("card.title", analysis.Text("customer", v.Customer(v.s.Open))),
		Body:  v.cardBody, OnClose: func(app.Context) { v.s.CloseCard() },
		OnKey: func(_ app.Context, key string) { v.step(map[string]int{"n": 1, "p": -1}[key]) }}
}

func (v view) cardBody() []app.UI {
	c := v.s.Card.Answer
	switch {
	case c != nil:
		return append([]app.UI{v.place()}, v.portrait(c)...)
	case v.s.Card.Err != nil:
		return []app.UI{v.place(), screen.Failed(v.Host, v.s.Card.Err, func() { askCard(v.Host, v.s, false) })}
	}
	return []app.UI{v.place(), ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("screen.waiting")}), ui.SkeletonFigure()}
}

// place says where in the list the customer is, between the ways to her neighbours.
func (v view) place() app.UI {
	if v.s.At == nowhere {
		return nil
	}
	return ui.Row(
		ui.Button(ui.ButtonProps{ID: "card-previous", Label: v.T("card.previous"), Icon: ui.IconLeft, Small: true, Disabled: v.s.At == 0, OnClick: func(app.Context) { v.step(-1) }}),
		ui.Button(ui.ButtonProps{ID: "card-next", Label: v.T("card.next"), Icon: ui.IconRight, Small: true, Disabled: v.s.At+1 >= v.s.Total, OnClick: func(app.Context) { v.step(1) }}),
		app.Span().Class("quiet-text").Role("status").Text(v.T("card.place", analysis.Count("row", v.s.At+1), analysis.Count("total", v.s.Total), analysis.Text("customer", v.Customer(v.s.Open)))))
}

// portrait is the card of a customer who has been looked up.
func (v view) portrait(c *engine.Customer) []app.UI {
	own := *v.Host // the figure is of whoever is looked at: no exhibit for a report or an audience
	own.AddToReport, own.Present = nil, nil
	return []app.UI{
		app.P().Class("finding").Body(ui.Rich(v.story(c))...),
		app.Div().Class("row").Body(v.badges(&c.Row)...),
		ui.Failure(v.Lang, failure(c.NoOutlook)),
		v.outlook(c),
		screen.Figure(&own, &c.Figure, false, nil),
		v.past(c),
		ui.Halves(v.purchases(c), ui.Stack(v.facts(c, false), v.facts(c, true))),
		v.explainCard(c),
	}
}

// badges are her groups.
func (v view) badges(r *engine.CustomerRow) []app.UI {
	tone := ui.Neutral
	if r.State == engine.StateLost {
		tone = ui.Bad
	}
	list := []app.UI{ui.Badge(v.word(engine.ColumnSegment, r.Segment), ui.Accent), ui.Badge(v.word(engine.ColumnState, r.State), tone),
		ui.Badge(v.word(engine.ColumnTier, r.Tier), ui.Neutral), ui.Badge(v.word(engine.ColumnStage, r.Stage), ui.Neutral)}
	if r.Cluster != engine.NoGroup {
		list = append(list, ui.Badge(v.word(engine.ColumnCluster, r.Cluster), ui.Neutral))
	}
	return append(list, app.Span().Class("quiet-text").Title(v.T("customers.rfm")).
		Text(v.T("card.rfm", analysis.Count("r", r.R), analysis.Count("f", r.F), analysis.Count("m", r.M))))
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
		v.stat("number.card.alive", "customers.alive", o.Alive, percent, alive, v.T("card.alive.note", analysis.Text("model", c.Options.Model))),
		v.stat("number.card.buys", "card.buys", o.Buys, percent, "", v.T("card.buys.note", months)),
		v.stat("number.card.expected", "customers.expected", o.Expected, number, between(o.ExpectedLow, o.ExpectedHigh, number), v.T("card.expected.note", months)),
		v.stat("number.card.clv", "customers.clv", o.CLV, v.short, between(o.CLVLow, o.CLVHigh, v.short), v.spendNote(o)),
	)
}

func (v view) stat(number, label i18n.Key, x float64, write func(float64) string, interval, note string) app.UI {
	p := ui.StatProps{Label: v.T(label), Interval: interval, Note: note}
	if !math.IsNaN(x) {
		p.Value = write(x)
	}
	return screen.Stat(v.Host, number, p)
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

// said are the roles of what customers said themselves: reasons and answers.
var said = []ingest.Role{ingest.LeaveReason, ingest.NPS, ingest.CSAT, ingest.Survey, ingest.Comment}

// facts are the attributes, as the files have them: what customers said, or the others.
// Of the others the card says if there are none.
func (v view) facts(c *engine.Customer, bySelf bool) app.UI {
	var rows [][]app.UI
	for _, f := range c.Attributes {
		if slices.Contains(said, f.Role) == bySelf {
			rows = append(rows, ui.Cells(cmp.Or(f.Name, v.T(i18n.Key("role."+string(f.Role)))), v.fact(f)))
		}
	}
	title := v.T("card.attributes")
	switch {
	case bySelf && len(rows) == 0:
		return nil
	case bySelf:
		title = v.T("card.said")
	}
	return ui.Card(ui.CardProps{Class: "facts-of", Title: title},
		ui.PlainTable(ui.PlainTableProps{Label: title, Rows: rows, Compact: true, Empty: v.T("card.attributes.none"),
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
