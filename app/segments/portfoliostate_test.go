package segments

import (
	"slices"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/portfolio"
	"churnbench/app/i18n"
)

func TestPortfolioFields(t *testing.T) {
	var p Portfolio
	p.begin()
	for _, c := range []struct {
		field amountField
		text  string
		good  bool
		want  float64
	}{
		{marginField, "30", true, 0.3},
		{marginField, "130", false, 0.3},
		{relationship[0], "500", true, 500},
		{relationship[0], "-1", false, 500},
		{relationship[1], "", true, 0},
		{relationship[3], "ten", false, 0.1},
		{ruleFields[0], "-20", true, -20},
		{ruleFields[1], "40", true, 0.4},
	} {
		if got := p.Set(c.field, c.text); got != c.good || *c.field.of(&p.Options) != c.want {
			t.Errorf("%s takes %q: %v, and stands at %v, want %v", c.field.id, c.text, got, *c.field.of(&p.Options), c.want)
		}
		if fault := p.Typed.Fault(i18n.English, c.field.id); (fault == "") != c.good {
			t.Errorf("%s says %q of %q", c.field.id, fault, c.text)
		}
	}
	if p.SetDays("0.5") || p.SetDays("0") || !p.SetDays("90") || p.Options.Days != 90 {
		t.Errorf("days %v", p.Options.Days)
	}
}

func TestPortfolioCuts(t *testing.T) {
	var p Portfolio
	x := &p.Options.Matrix.Share
	if !p.SetCut(x, ShareCutField, 0, "40", []float64{0.5}, 100) || !slices.Equal(x.Cuts, []float64{0.4}) || x.Bands != 2 {
		t.Errorf("%+v", x)
	}
	p.SetBands(x, 3)
	if x.Cuts != nil || x.Bands != 3 {
		t.Errorf("other bands keep the cuts: %+v", x)
	}
	if p.SetCut(x, ShareCutField, 0, "80", []float64{0.3, 0.7}, 100) || x.Cuts != nil {
		t.Errorf("cuts that cross: %+v", x)
	}
	if !p.SetCut(x, ShareCutField, 1, "80", []float64{0.3, 0.7}, 100) || !slices.Equal(x.Cuts, []float64{0.3, 0.8}) {
		t.Errorf("%+v", x)
	}
	if !p.SetCut(x, ShareCutField, 1, " ", x.Cuts, 100) || x.Cuts != nil {
		t.Errorf("an empty field asks for the proposal: %+v", x)
	}
}

func TestPortfolioBy(t *testing.T) {
	var s State
	p := &s.Portfolio
	p.SetBy("attribute:3")
	if p.By != engine.SegmentAttribute || p.Column != 3 || p.choice() != "attribute:3" {
		t.Errorf("%+v", p)
	}
	q := s.askPortfolio(churn.Definition{}, figure.Layout{})
	if q.Groups.By != engine.SegmentAttribute || q.Groups.Column != 3 || q.Options.Rate != 0.1 {
		t.Errorf("%+v", q)
	}
	p.SetBy("")
	if q = s.askPortfolio(churn.Definition{}, figure.Layout{}); q.Groups.By != "" || p.choice() != "" {
		t.Errorf("%+v", q.Groups)
	}
	p.Options.Serving.Typed, p.Options.Profit = 7, engine.ProfitTyped
	s.Renew()
	if p.Options.Serving.Typed != 7 || p.Options.Profit != "" || p.Options.Matrix.Share.Bands != 0 {
		t.Errorf("after another dataset %+v", p.Options)
	}
}

func TestRoomOf(t *testing.T) {
	m := &portfolio.Matrix{Days: 73, Cells: []portfolio.Cell{{Key: "ll"}, {Key: "lh", Customers: 4, Wallet: 1_000_000, Revenue: 100_000}}}
	if n, elsewhere := roomOf(m); n != 4 || elsewhere != 50 {
		t.Errorf("%d customers spend %v elsewhere, want 4 and 50", n, elsewhere)
	}
	if n, _ := roomOf(&portfolio.Matrix{}); n != 0 {
		t.Errorf("%d without cells", n)
	}
}
