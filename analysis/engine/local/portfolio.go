package local

import (
	"context"
	"math"
	"reflect"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/internal/numeric"
	"churnbench/analysis/portfolio"
)

// mostBubbles and mostAccounts bound what is shown of single customers.
const (
	mostBubbles  = 30
	mostAccounts = 20
)

// Portfolio implements engine.Engine.
func (l *Local) Portfolio(ctx context.Context, req engine.PortfolioRequest) (engine.Portfolio, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Portfolio{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.portfolio"})
	s, err := d.standing(ctx, req.Options, req.Definition)
	if err != nil {
		return engine.Portfolio{}, err
	}
	var g *groups
	if req.Groups.By != "" {
		if g, err = d.groups(req.Groups, 0); err != nil {
			return engine.Portfolio{}, err
		}
	}
	d.heldBy = req
	out := engine.Portfolio{Options: s.opt, From: s.from, End: d.log.End, Profit: s.source, Wallet: s.wallet, Matrix: s.matrix}
	out.Options.Profit = s.source.From
	if s.matrix != nil {
		out.Bubbles = s.bubbles(d, g)
		out.Rest = s.matrix.Customers
		for _, b := range out.Bubbles {
			out.Rest -= b.Customers
		}
	}
	if s.relations != nil {
		out.Worth = s.report(d, req.Groups, g)
	}
	out.Warnings = s.doubts()
	return out, l.drawPortfolio(d, &out, s, req)
}

// drawPortfolio draws what there is.
func (l *Local) drawPortfolio(d *dataset, out *engine.Portfolio, s *judged, req engine.PortfolioRequest) error {
	lang := req.Layout.Lang
	var list []func() error
	if out.Matrix != nil {
		list = append(list, into(&out.Map, func() (figure.Figure, error) {
			strategy := func(cell string) string { return l.words(lang, "groups.portfolio."+cell) }
			var name func(key string) string
			crowd := s.placing
			if req.Groups.By != "" {
				name, crowd = func(key string) string { return l.groupName(lang, req.Groups, key) }, nil
			}
			return chart.Portfolio(out.Matrix, crowd, out.Bubbles, strategy, name, d.styled(req.Layout.InColumn()))
		}))
	}
	if st := out.Worth; st != nil {
		list = append(list, d.keep(&out.BreakEven, d.styled(req.Layout.InColumn()), func(style figure.Style) (figure.Figure, error) {
			lines := []chart.PaybackLine{{Curve: &st.Whole.Curve}}
			for i := range st.Groups {
				lines = append(lines, chart.PaybackLine{Name: l.groupName(lang, req.Groups, st.Groups[i].Key), Curve: &st.Groups[i].Curve})
			}
			return chart.Payback(lines, out.Options.Rate, style)
		}))
	}
	return draw(list...)
}

// A judged portfolio is holdings with cut-offs and rules applied.
type judged struct {
	*holdings
	opt      engine.PortfolioOptions
	matrix   *portfolio.Matrix // nil without a wallet or a profit
	placing  *portfolio.Placing
	verdicts []portfolio.Verdict // by customer; nil without a profit
}

// standing applies cut-offs and rules.
func (d *dataset) standing(ctx context.Context, opt engine.PortfolioOptions, lost churn.Definition) (*judged, error) {
	opt, err := checkPortfolio(opt)
	if err != nil {
		return nil, err
	}
	h, err := d.holdings(ctx, opt, lost)
	if err != nil {
		return nil, err
	}
	s := &judged{holdings: h, opt: opt}
	matrix, placing, err := portfolio.Arrange(&h.accounts, opt.Matrix)
	if err != nil {
		return nil, err
	}
	s.placing = placing
	s.opt.Matrix = matrix.Options
	if cuts := matrix.Options.Share.Cuts; s.opt.Rules.Room == 0 {
		s.opt.Rules.Room = cuts[len(cuts)-1]
	}
	if h.accounts.Wallet != nil && h.relations != nil {
		s.matrix = matrix
	}
	if h.relations != nil {
		s.judge()
	}
	return s, nil
}

func (s *judged) judge() {
	s.verdicts = make([]portfolio.Verdict, len(s.ahead))
	if !s.costs {
		return
	}
	for c := range s.verdicts {
		s.verdicts[c] = s.opt.Rules.Judge(s.ahead[c], s.totals[c], s.placing.Share[c])
	}
}

func (s *judged) bubbles(d *dataset, g *groups) []portfolio.Bubble {
	if g != nil {
		return s.matrix.Groups(&s.accounts, s.placing, g.of, g.keys)
	}
	return s.matrix.Largest(&s.accounts, s.placing, mostBubbles, d.log.IDs.At)
}

// report adds up the relationships.
func (s *judged) report(d *dataset, by engine.Segmentation, g *groups) *engine.Worth {
	out := &engine.Worth{Costs: s.costs, Months: s.months, Stand: s.standIns, Top: s.top(d)}
	if s.byModel {
		out.Model = s.model.Result().Current.Model
	}
	for c, v := range s.values.Value {
		if math.IsNaN(v) {
			out.Unknown++
		} else {
			out.Known++
		}
		r := &out.Verdicts[s.verdicts[c]]
		r.Customers++
		r.Revenue += s.accounts.Revenue[c]
		if !math.IsNaN(s.totals[c]) {
			r.Total += s.totals[c]
		}
	}
	whole, groups := s.curvesOf(by, g)
	out.Whole = s.relationships(nil, 1)[0]
	out.Whole.Curve = whole
	if g != nil {
		out.Groups = s.relationships(g.of, len(g.keys))
		for i := range out.Groups {
			out.Groups[i].Key, out.Groups[i].Curve = g.keys[i], groups[i]
		}
	}
	return out
}

// curvesOf computes the curves of all and of each group, or takes them from memory.
func (h *holdings) curvesOf(by engine.Segmentation, g *groups) (portfolio.Curve, []portfolio.Curve) {
	m := &h.curves
	if m.whole == nil {
		m.whole = h.relations.Curves(nil, 1)
	}
	if g == nil {
		return m.whole[0], nil
	}
	forgetful := by.By == engine.SegmentClusters || by.By == engine.SegmentVerdict
	if m.groups == nil || forgetful || len(m.groups) != len(g.keys) || !reflect.DeepEqual(m.by, by) {
		m.by, m.groups = by, h.relations.Curves(g.of, len(g.keys))
	}
	return m.whole[0], m.groups
}

// adding is a Relationship in the making.
type adding struct {
	value, ahead, total numeric.Sum
	even                int
	revenue, wallet     analysis.Money
}

// relationships adds up n groups; of nil puts all customers into one.
func (s *judged) relationships(of []int32, n int) []engine.Relationship {
	list, sums := make([]engine.Relationship, n), make([]adding, n)
	for c, value := range s.values.Value {
		g := int32(0)
		if of != nil {
			g = of[c]
		}
		if g < 0 || math.IsNaN(value) {
			continue
		}
		list[g].Customers++
		sums[g].add(s, c)
	}
	for g := range list {
		s.finish(&list[g], &sums[g])
	}
	return list
}

func (a *adding) add(s *judged, c int) {
	a.value.Add(s.values.Value[c])
	a.ahead.Add(s.ahead[c])
	a.total.Add(s.totals[c])
	if s.values.BreakEven[c] != portfolio.NoBreakEven {
		a.even++
	}
	if !math.IsNaN(s.placing.Share[c]) {
		a.revenue += s.accounts.Revenue[c]
		a.wallet += s.accounts.Wallet[c]
	}
}

func (s *judged) finish(r *engine.Relationship, a *adding) {
	nan := math.NaN()
	r.EvenShare, r.Value, r.Ahead, r.Total, r.ShareOfWallet = nan, nan, nan, nan, nan
	if a.wallet > 0 {
		r.ShareOfWallet = a.revenue.Float() * 365 / float64(s.accounts.Days) / a.wallet.Float()
	}
	if r.Customers == 0 {
		return
	}
	n := float64(r.Customers)
	r.EvenShare = float64(a.even) / n
	r.Value, r.Ahead, r.Total = a.value.Value(), a.ahead.Value(), a.total.Value()
	if s.costs {
		r.Verdict = s.opt.Rules.Judge(r.Ahead/n, r.Total/n, r.ShareOfWallet)
	}
}

// top lists the customers with the most revenue in the window.
func (s *judged) top(d *dataset) []engine.Account {
	var list []engine.Account
	for _, c := range portfolio.Most(s.accounts.Revenue, mostAccounts, func(int) bool { return true }) {
		list = append(list, s.account(d, c))
	}
	return list
}

func (s *judged) account(d *dataset, c int) engine.Account {
	a := engine.Account{ID: d.log.IDs.At(c), Revenue: s.accounts.Revenue[c], Share: s.placing.Share[c], Profit: s.placing.Profit[c],
		Value: math.NaN(), Ahead: math.NaN(), Total: math.NaN(), BreakEven: portfolio.NoBreakEven}
	if cell := s.placing.Of[c]; cell >= 0 && s.matrix != nil {
		a.Cell = s.matrix.Cells[cell].Key
	}
	if s.relations != nil {
		a.Value, a.Ahead, a.Total = s.values.Value[c], s.ahead[c], s.totals[c]
		a.BreakEven, a.Verdict = int(s.values.BreakEven[c]), s.verdicts[c]
	}
	return a
}

// doubts are what has to be said of customers outside the matrix, or strangely within.
func (s *judged) doubts() []analysis.Warning {
	var list []analysis.Warning
	say := func(severity analysis.Severity, key string, r portfolio.Rest, args ...analysis.Arg) {
		if r.Customers > 0 {
			args = append(args, analysis.Count("customers", r.Customers), analysis.Amount("revenue", r.Revenue))
			list = append(list, analysis.Warning{Severity: severity, Message: analysis.Say(key, args...)})
		}
	}
	if s.accounts.Days < s.opt.Days {
		list = append(list, analysis.Warning{Severity: analysis.Caution,
			Message: analysis.Say("portfolio.short-window", analysis.Count("days", s.accounts.Days), analysis.Count("wanted", s.opt.Days))})
	}
	if m := s.matrix; m != nil {
		say(analysis.Caution, "portfolio.above", m.Above)
		say(analysis.Caution, "portfolio.bad-wallet", m.BadWallet)
		say(analysis.Note, "portfolio.no-wallet", m.NoWallet)
		say(analysis.Note, "portfolio.no-profit", m.NoProfit)
		say(analysis.Note, "portfolio.refunded", m.Refunded)
		say(analysis.Note, "portfolio.young", m.Young, analysis.Count("days", s.accounts.Days))
	}
	return list
}

// byPortfolio divides the customers by cell or verdict.
func (d *dataset) byPortfolio(by engine.Segmentation, at analysis.Day) (*groups, error) {
	if at != d.log.End {
		return nil, analysis.Fail(analysis.BadInput, "portfolio.past")
	}
	s, err := d.standing(context.Background(), by.Portfolio, by.Definition)
	if err != nil {
		return nil, err
	}
	if by.By == engine.SegmentVerdict {
		return s.byVerdict(d)
	}
	if s.matrix == nil {
		return nil, analysis.Fail(analysis.NotEnough, "portfolio.no-matrix")
	}
	g := d.notYet(s.matrix.Options.Keys())
	d.here(at, func(c analysis.CustomerID) { g.of[c] = max(noGroup, int32(s.placing.Of[c])) })
	return g, nil
}

func (s *judged) byVerdict(d *dataset) (*groups, error) {
	if s.relations == nil || !s.costs {
		return nil, analysis.Fail(analysis.NotEnough, "portfolio.no-verdicts")
	}
	var keys []string
	for v := portfolio.Exit; v < portfolio.Verdicts; v++ {
		keys = append(keys, v.String())
	}
	g := d.notYet(keys)
	d.here(d.log.End, func(c analysis.CustomerID) { g.of[c] = int32(s.verdicts[c]) - int32(portfolio.Exit) })
	return g, nil
}

// A portfolioRow is one customer of the export.
type portfolioRow struct {
	Customer  cell    `csv:"customer"`
	Wallet    decimal `csv:"wallet_a_year"`
	Revenue   decimal `csv:"revenue_in_window"`
	Share     decimal `csv:"share_of_wallet"`
	Profit    decimal `csv:"profit_a_year"`
	Cell      string  `csv:"cell"`
	Strategy  string  `csv:"strategy"`
	Value     decimal `csv:"npv_so_far"`
	BreakEven string  `csv:"break_even_month"`
	Ahead     decimal `csv:"expected_ahead"`
	Total     decimal `csv:"npv_total"`
	Verdict   string  `csv:"verdict"`
}

// portfolio writes every customer, as last asked for.
func (l *Local) portfolio(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	s, err := d.standing(ctx, d.heldBy.Options, d.heldBy.Definition)
	if err != nil {
		return nil, err
	}
	rows := make([]portfolioRow, d.log.Customers())
	for c := range rows {
		rows[c] = l.portfolioRow(s, s.account(d, c), c, req.Lang)
	}
	return table(rows)
}

func (l *Local) portfolioRow(s *judged, a engine.Account, c int, lang string) portfolioRow {
	row := portfolioRow{Customer: cell(a.ID), Wallet: decimal(math.NaN()), Revenue: decimal(a.Revenue.Float()),
		Share: decimal(a.Share), Profit: decimal(a.Profit), Cell: a.Cell,
		Value: decimal(a.Value), Ahead: decimal(a.Ahead), Total: decimal(a.Total)}
	if w := s.accounts.Wallet; w != nil && w[c] != analysis.NoNumber {
		row.Wallet = decimal(w[c].Float())
	}
	if a.Cell != "" {
		row.Strategy = l.words(lang, "groups.portfolio."+a.Cell)
	}
	if a.BreakEven != portfolio.NoBreakEven {
		row.BreakEven = strconv.Itoa(a.BreakEven)
	}
	if a.Verdict != portfolio.Unknown {
		row.Verdict = l.words(lang, "groups.verdict."+a.Verdict.String())
	}
	return row
}
