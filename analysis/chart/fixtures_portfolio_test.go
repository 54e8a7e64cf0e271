package chart

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/portfolio"
)

// accountsFixture are companies with wallets and margins of two kinds each, a few of whom
// lose money or buy more than their wallet says.
func accountsFixture(n int) *portfolio.Accounts {
	rng := random(21)
	a := &portfolio.Accounts{Days: 365}
	for range n {
		wallet := 4000 + 90_000*rng.Float64()*rng.Float64()
		share, margin := 0.1+0.3*rng.Float64(), -0.04+0.2*rng.Float64()
		if rng.Float64() < 0.4 {
			share = 0.6 + 0.32*rng.Float64()
		}
		if rng.Float64() < 0.5 {
			margin = 0.25 + 0.2*rng.Float64()
		}
		if rng.Float64() < 0.02 {
			share *= 3
		}
		a.Wallet = append(a.Wallet, analysis.MoneyOf(wallet))
		a.Revenue = append(a.Revenue, analysis.MoneyOf(wallet*share))
		a.Profit = append(a.Profit, analysis.MoneyOf(wallet*share*margin))
		a.Lost = append(a.Lost, rng.Float64() < 0.2)
	}
	return a
}

func mapDrawing(n, bands int, grouped bool) func(figure.Style) (figure.Figure, error) {
	a := accountsFixture(n)
	opt := portfolio.MatrixOptions{Share: portfolio.Axis{Bands: bands}, Profit: portfolio.Axis{Bands: bands}}
	m, p, err := portfolio.Arrange(a, opt)
	if err != nil {
		panic(err)
	}
	bubbles, name := m.Largest(a, p, 30, func(int) string { return "c" }), (func(string) string)(nil)
	if grouped {
		of := make([]int32, n)
		for c := range of {
			of[c] = int32(c * c % 5)
		}
		bubbles, name = m.Groups(a, p, of, []string{"Adler", "Bianchi", "Castro", "Dubois", "Evans"}), func(key string) string { return key }
		p = nil
	}
	return func(st figure.Style) (figure.Figure, error) {
		return Portfolio(m, p, bubbles, func(cell string) string {
			return map[bool]string{true: "保护与深化 ", false: "Win more of the wallet "}[st.Lang == "zh"] + cell
		}, name, st)
	}
}

// paybackFixture loses at first and earns from month 9 on.
func paybackFixture(months, even int) *portfolio.Curve {
	c := &portfolio.Curve{Customers: 300, BreakEven: even, Early: max(-1, even-1), Late: even + 2}
	if even < 0 {
		c.Early, c.Late = -1, -1
	}
	for k := range months + 1 {
		v := -900 + 100*float64(k)
		if even < 0 {
			v = -900 + 20*float64(k)
		}
		half := 12 * math.Sqrt(float64(k))
		c.Points = append(c.Points, portfolio.Point{AtRisk: 300 - 5*k, Mean: v, Low: v - half, High: v + half})
	}
	return c
}

func portfolioDrawings() []drawing {
	lines := []PaybackLine{{Curve: paybackFixture(35, 9)}}
	groups := append(lines[:1:1], PaybackLine{"North", paybackFixture(35, 9)}, PaybackLine{"South", paybackFixture(24, -1)})
	return []drawing{
		{"portfolio", mapDrawing(600, 2, false)},
		{"portfolio-few", mapDrawing(12, 3, false)},
		{"portfolio-groups", mapDrawing(200, 2, true)},
		{"payback", func(st figure.Style) (figure.Figure, error) { return Payback(lines, 0.1, st) }},
		{"payback-groups", func(st figure.Style) (figure.Figure, error) { return Payback(groups, 0.1, st) }},
	}
}
