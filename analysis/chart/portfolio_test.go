package chart

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
	"churnbench/analysis/portfolio"
)

func plainName(key string) string { return key }

func TestPortfolioOfNobody(t *testing.T) {
	for _, lang := range locale.Langs {
		st := figure.Style{Lang: string(lang), Width: 360}
		m, p, err := portfolio.Arrange(&portfolio.Accounts{Days: 365}, portfolio.MatrixOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for name, draw := range map[string]func() (figure.Figure, error){
			"portfolio": func() (figure.Figure, error) { return Portfolio(m, p, nil, plainName, nil, st) },
			"payback":   func() (figure.Figure, error) { return Payback(nil, 0, st) },
			"one point": func() (figure.Figure, error) {
				return Payback([]PaybackLine{{Curve: &portfolio.Curve{Points: make([]portfolio.Point, 1)}}}, 0, st)
			},
		} {
			fig, err := draw()
			if need := string(wordsIn(lang).Common.NotEnough); err != nil || !strings.Contains(fig.SVG, need) {
				t.Errorf("%s does not say %q, %v", name, need, err)
			}
		}
	}
}

// Losses, nothing at all and the largest amounts are drawn where they can be.
func TestPortfolioHostile(t *testing.T) {
	for name, profits := range map[string][]float64{
		"zero": {0, 0, 0}, "losses": {-5, -1e9, -3}, "huge": {1e12, 1, -1e12}, "one": {7},
	} {
		a := &portfolio.Accounts{Days: 1}
		for i, profit := range profits {
			a.Wallet, a.Revenue = append(a.Wallet, 1), append(a.Revenue, analysis.Money(i*1000-1000))
			a.Profit = append(a.Profit, analysis.MoneyOf(profit))
		}
		for bands := 2; bands <= 3; bands++ {
			x := portfolio.Axis{Bands: bands}
			m, p, err := portfolio.Arrange(a, portfolio.MatrixOptions{Share: x, Profit: x})
			if err != nil {
				t.Fatal(err)
			}
			fig, err := Portfolio(m, p, m.Largest(a, p, 2, func(int) string { return "x" }), plainName, nil, figure.Style{Width: 320})
			if err != nil || strings.Contains(fig.SVG, "NaN") || strings.Contains(fig.SVG, "Inf") {
				t.Errorf("%s in %d bands: %v", name, bands, err)
			}
		}
	}
}

// TestPortfolioKeepsNames: what a projector shows of single customers are ranks.
func TestPortfolioKeepsNames(t *testing.T) {
	a := accountsFixture(50)
	m, p, err := portfolio.Arrange(a, portfolio.MatrixOptions{})
	if err != nil {
		t.Fatal(err)
	}
	fig, err := Portfolio(m, p, m.Largest(a, p, 30, func(int) string { return "Secretive Ltd" }), plainName, nil, figure.Style{})
	if err != nil {
		t.Fatal(err)
	}
	said := fig.SVG + fig.Description + fig.Footer
	for _, mark := range fig.Marks {
		said += mark.Label + values(mark.Values)
	}
	for _, row := range fig.Table.Rows {
		said += strings.Join(row, " ")
	}
	if strings.Contains(said, "Secretive") || !strings.Contains(fig.Marks[0].Key, "Secretive") {
		t.Errorf("the map names a customer, or opens none: %v", fig.Marks[0])
	}
}

// TestPaybackMarksTheMonth: the dot stands at the first month that stays above zero.
func TestPaybackMarksTheMonth(t *testing.T) {
	fig, err := Payback([]PaybackLine{{Curve: paybackFixture(35, 9)}}, 0.1, figure.Style{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(fig.SVG, "Break-even: month 9") || !strings.Contains(fig.Description, "month 9 (8–11)") {
		t.Errorf("%s", fig.Description)
	}
	if len(fig.Table.Rows) != 36 || math.IsNaN(fig.Marks[0].X) {
		t.Errorf("%d rows", len(fig.Table.Rows))
	}
}
