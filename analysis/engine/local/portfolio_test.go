package local_test

import (
	"encoding/csv"
	"math"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/figure"
	"churnbench/analysis/portfolio"
)

// accounts are five customers over 365 days, 2 January to 31 December 2024. Profit is
// what the column says, by order. Ann was bought from twice on a day.
const accounts = "customer,date,amount,profit,wallet,region\n" +
	"ann,2024-01-02,40,10,200,east\n" +
	"ann,2024-01-02,20,5,200,east\n" +
	"bob,2024-01-02,90,30,100,west\n" +
	"cyd,2024-02-01,10,1,0,west\n" +
	"dee,2024-03-01,30,3,,east\n" +
	"eve,2024-12-01,50,,40,east\n" +
	"bob,2024-12-31,30,10,100,west\n" +
	"ann,2024-12-31,20,5,200,east\n"

// silent is a definition under which whoever has bought within 90 days is not lost.
var silent = churn.Definition{Kind: churn.Silence, Window: 90}

func askPortfolio(t *testing.T, e engine.Engine, opt engine.PortfolioOptions, by engine.Segmentation) engine.Portfolio {
	t.Helper()
	p, err := e.Portfolio(t.Context(), engine.PortfolioRequest{Options: opt, Groups: by, Definition: silent, Layout: figure.Layout{Lang: "en"}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPortfolioByHand(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Text: []byte(accounts)})
		costs := engine.PortfolioOptions{Acquisition: engine.CostFrom{Typed: 25}, Serving: engine.CostFrom{Typed: 1}}
		p := askPortfolio(t, e, costs, engine.Segmentation{})
		if p.Matrix == nil || p.Worth == nil || p.Profit.From != engine.ProfitMarginRows || p.Profit.Missing != 1 || p.Wallet != "wallet" || p.From != analysis.Date(2024, 1, 2) {
			t.Fatalf("%+v", p)
		}
		m := p.Matrix
		// ann brings 80 of 200 and earns 20, bob 120 of 100 and 40; the median is 30
		if m.Customers != 2 || m.BadWallet.Customers != 1 || m.NoWallet.Customers != 1 || m.NoProfit.Customers != 1 || m.Above.Customers != 1 ||
			!slices.Equal(m.Options.Profit.Cuts, []float64{30}) || m.Cells[0].Customers != 1 || m.Cells[3].Customers != 1 {
			t.Errorf("%+v", m)
		}
		if len(p.Bubbles) != 2 || p.Bubbles[0].Key != "bob" || p.Bubbles[0].Share != 1.2 || p.Bubbles[1].Profit != 20 || p.Rest != 0 {
			t.Errorf("bubbles %+v", p.Bubbles)
		}
		s := p.Worth
		at := slices.IndexFunc(s.Top, func(a engine.Account) bool { return a.ID == "ann" })
		// 364 days after the first purchase the twelfth month has begun: 20 − 25 − 12
		if ann := s.Top[at]; ann.Value != -17 || ann.BreakEven != portfolio.NoBreakEven || ann.Cell != "ll" {
			t.Errorf("%+v", ann)
		}
		// bob: 30 − 25 − 1 at the end of month 1 …, 40 − 25 − 12 at the end of 12: zero stays from the last
		bob := s.Top[0]
		if bob.ID != "bob" || bob.Value != 3 || bob.BreakEven != 12 {
			t.Errorf("%+v", bob)
		}
		if s.Model != "" || s.Months != 12 || !s.Costs || s.Known != 4 || s.Unknown != 1 {
			t.Errorf("%+v", s)
		}
		// run rate without a discount: bob earns 40 a year on, serving takes 12
		if bob.Ahead != 28 || bob.Total != 31 || bob.Verdict != portfolio.Keep {
			t.Errorf("%+v", bob)
		}
		if ann := s.Top[at]; ann.Ahead != 8 || ann.Total != -9 || ann.Verdict != portfolio.ShortTerm {
			t.Errorf("%+v", ann)
		}
		if p.Map.SVG == "" || p.BreakEven.SVG == "" {
			t.Error("a figure is missing")
		}
	})
}

func TestPortfolioSaysWhatIsMissing(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		bare := askPortfolio(t, e, engine.PortfolioOptions{}, engine.Segmentation{})
		if bare.Matrix != nil || bare.Worth != nil || bare.Profit.From != engine.ProfitUnknown || bare.Wallet != "" || bare.Map.SVG != "" {
			t.Errorf("%+v", bare.Profit)
		}
		typed := askPortfolio(t, e, engine.PortfolioOptions{Margin: 0.3}, engine.Segmentation{})
		if typed.Matrix != nil || typed.Worth == nil || typed.Profit.From != engine.ProfitTyped || typed.BreakEven.SVG == "" || typed.Worth.Model == "" {
			t.Errorf("%+v", typed.Profit)
		}
		if s := typed.Worth; s.Costs || s.Verdicts[portfolio.Unknown].Customers != s.Known || s.Whole.EvenShare != 1 {
			t.Errorf("without costs %+v", s.Verdicts)
		}
	})
}

// The cells and verdicts are groups of the table of customers, and hold whom they say.
func TestPortfolioGroupsAreCells(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Sample: "accounts", Lang: "en"})
		opt := engine.PortfolioOptions{Acquisition: engine.CostFrom{Typed: 900}, Serving: engine.CostFrom{Typed: 150}, Rate: 0.1,
			Matrix: portfolio.MatrixOptions{Share: portfolio.Axis{Bands: 3}}}
		p := askPortfolio(t, e, opt, engine.Segmentation{})
		by := engine.Segmentation{By: engine.SegmentPortfolio, Portfolio: opt, Definition: silent}
		for _, c := range p.Matrix.Cells {
			page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: by, Key: c.Key}}})
			if err != nil || page.Total != c.Customers {
				t.Errorf("cell %s holds %d, the table shows %d, %v", c.Key, c.Customers, page.Total, err)
			}
		}
		by.By = engine.SegmentVerdict
		for v := portfolio.Exit; v < portfolio.Verdicts; v++ {
			page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: by, Key: v.String()}}})
			if want := p.Worth.Verdicts[v].Customers; err != nil || page.Total != want {
				t.Errorf("verdict %v is that of %d, the table shows %d, %v", v, want, page.Total, err)
			}
		}
		past := engine.GroupRef{Segmentation: by, Key: "exit", At: p.End - 10}
		if _, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{past}}); kindOf(err) != analysis.BadInput {
			t.Errorf("on another day: %v", err)
		}
	})
}

// Groups are parts of the whole.
func TestPortfolioGroupsAddUp(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, engine.SourceRef{Sample: "accounts", Lang: "en"})
		column := slices.IndexFunc(d.Kept, func(k engine.KeptReport) bool { return k.Role == "manager" })
		p := askPortfolio(t, e, engine.PortfolioOptions{Serving: engine.CostFrom{Typed: 100}, Rate: 0.08}, engine.Segmentation{By: engine.SegmentAttribute, Column: column})
		customers, value, placed := 0, 0.0, p.Rest
		for _, g := range p.Worth.Groups {
			customers += g.Customers
			value += g.Value
		}
		for _, b := range p.Bubbles {
			placed += b.Customers
		}
		if whole := p.Worth.Whole; customers != whole.Customers || math.Abs(value-whole.Value) > 1e-6*math.Abs(whole.Value) || placed != p.Matrix.Customers || len(p.Bubbles) < 3 {
			t.Errorf("%d customers worth %v and %d placed in groups, %+v and %d in all", customers, value, placed, whole, p.Matrix.Customers)
		}
	})
}

func TestPortfolioExport(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Text: []byte(accounts)})
		askPortfolio(t, e, engine.PortfolioOptions{Acquisition: engine.CostFrom{Typed: 25}, Serving: engine.CostFrom{Typed: 1}}, engine.Segmentation{})
		f, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.PortfolioTable, Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(f.Bytes), "\ufeff"))).ReadAll()
		if err != nil || len(rows) != 6 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		want := map[string]string{
			"ann": "ann,200,80,0.4,20,ll,en:groups.portfolio.ll,-17,,8,-9,en:groups.verdict.short",
			"bob": "bob,100,120,1.2,40,hh,en:groups.portfolio.hh,3,12,28,31,en:groups.verdict.keep",
			"eve": "eve,40,50,1.25,,,,,,,,",
		}
		for _, r := range rows[1:] {
			if w, ok := want[r[0]]; ok && strings.Join(r, ",") != w {
				t.Errorf("%s\nwant\n%s", strings.Join(r, ","), w)
			}
		}
	})
}

func TestPortfolioRefuses(t *testing.T) {
	e := local.New(open, words)
	if _, err := e.Portfolio(t.Context(), engine.PortfolioRequest{}); kindOf(err) != analysis.NoData {
		t.Errorf("before a load: %v", err)
	}
	load(t, e, engine.SourceRef{Text: []byte(accounts)})
	nan := math.NaN()
	for name, opt := range map[string]engine.PortfolioOptions{
		"window":  {Days: -1},
		"cost":    {Serving: engine.CostFrom{Typed: -1}},
		"nan":     {Acquisition: engine.CostFrom{Typed: nan}},
		"column":  {Acquisition: engine.CostFrom{FromColumn: true, Column: 99}},
		"rate":    {Rate: 1.5},
		"falling": {Falls: 1},
		"margin":  {Margin: nan},
		"floor":   {Rules: portfolio.Rules{Floor: nan}},
		"bands":   {Matrix: portfolio.MatrixOptions{Share: portfolio.Axis{Bands: 9}}},
	} {
		if _, err := e.Portfolio(t.Context(), engine.PortfolioRequest{Options: opt, Definition: silent}); kindOf(err) != analysis.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}
