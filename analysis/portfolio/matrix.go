package portfolio

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Accounts are what is known of customers, one element a customer. Nil stands for a
// column that nothing tells.
type Accounts struct {
	Wallet  []analysis.Money // what each spends in the category in a year, anywhere; NoNumber where unknown
	Revenue []analysis.Money // within the window
	Profit  []analysis.Money // within the window; NoNumber where unknown
	Lost    []bool           // who counts as lost on the last day
	Young   []bool           // whose first purchase lies within the window, so that it holds less than its length of them
	Days    int              // length of the window, at least 1
}

// annual is what an amount within the window makes in a year, in main units.
func (a *Accounts) annual(m analysis.Money) float64 { return m.Float() * 365 / float64(a.Days) }

// An Axis divides one measure into bands.
type Axis struct {
	Bands int       // 2 or 3; 0 means 2
	Cuts  []float64 // Bands − 1 of them, ascending; nil takes the proposal. Who is at a cut is above it
}

// MatrixOptions are where the bands of a Matrix lie. The proposals are equal parts of
// the wallet (one half, or thirds), and equal parts of the customers by profit (median,
// or thirds).
type MatrixOptions struct {
	Share  Axis // of wallet: 0.5 is half of it
	Profit Axis // a year, main units
}

// A Matrix counts customers by share of wallet and profit contribution.
//
// Share of wallet = revenue of the window × 365 ÷ days ÷ wallet. A share above 1 stays
// what it is, in the highest band: the wallet was understated, or the customer buys for
// others. It is counted in Above.
type Matrix struct {
	Options   MatrixOptions // with every proposal filled in
	Days      int
	Customers int    // placed
	Cells     []Cell // by profit from the lowest band up, within it by share likewise

	NoWallet  Rest // customers without a wallet
	BadWallet Rest // whose wallet is 0 or below it
	NoProfit  Rest // of the others, without a profit
	Above     Rest // placed, with a share above 1
	Refunded  Rest // placed, with revenue below 0 in the window
	Young     Rest // placed, who came within the window
}

// A Rest is customers of whom something has to be said.
type Rest struct {
	Customers int
	Revenue   analysis.Money
}

func (r *Rest) add(m analysis.Money) {
	r.Customers++
	r.Revenue += m
}

// A Cell is the customers of one band of each measure.
type Cell struct {
	Key       string // band of share and band of profit: "l", "m" or "h" each
	Customers int
	Revenue   analysis.Money // within the window
	Profit    analysis.Money
	Wallet    analysis.Money // a year

	CustomerShare     float64 // of all placed; NaN without any
	RevenueShare      float64 // NaN unless all placed bring more than 0
	ProfitShare       float64 // likewise
	Lost              int
	LostShare         float64 // Lost ÷ Customers with its Wilson 95 % interval; NaN without customers
	LostLow, LostHigh float64
}

// What Placing.Of says of customers outside the matrix.
const (
	WithoutWallet  int8 = -1
	WithBadWallet  int8 = -2
	WithoutProfit  int8 = -3
	lowestStanding      = WithoutProfit
)

// A Placing says where each customer stands.
type Placing struct {
	Of     []int8    // index into Matrix.Cells, or one of the constants below 0
	Share  []float64 // of wallet; NaN without a wallet above 0
	Profit []float64 // a year, main units; NaN where unknown
}

// Arrange places the customers. It returns BadInput for bands or cuts out of range.
func Arrange(a *Accounts, opt MatrixOptions) (*Matrix, *Placing, error) {
	p := measure(a)
	opt, err := opt.settled(p)
	if err != nil {
		return nil, nil, err
	}
	m := &Matrix{Options: opt, Days: a.Days, Cells: emptyCells(opt)}
	for c, revenue := range a.Revenue {
		if m.leaveOut(p.Of[c], revenue) {
			continue
		}
		p.Of[c] = int8(opt.Profit.band(p.Profit[c])*opt.Share.Bands + opt.Share.band(p.Share[c]))
		m.take(a, p, c)
	}
	m.finish()
	return m, p, nil
}

// measure computes both measures; Of is 0 for customers to be placed.
func measure(a *Accounts) *Placing {
	n := len(a.Revenue)
	p := &Placing{make([]int8, n), make([]float64, n), make([]float64, n)}
	for c, revenue := range a.Revenue {
		p.Share[c], p.Profit[c] = math.NaN(), math.NaN()
		if a.Profit != nil && a.Profit[c] != analysis.NoNumber {
			p.Profit[c] = a.annual(a.Profit[c])
		}
		switch {
		case a.Wallet == nil || a.Wallet[c] == analysis.NoNumber:
			p.Of[c] = WithoutWallet
			continue
		case a.Wallet[c] <= 0:
			p.Of[c] = WithBadWallet
			continue
		}
		p.Share[c] = a.annual(revenue) / a.Wallet[c].Float()
		if math.IsNaN(p.Profit[c]) {
			p.Of[c] = WithoutProfit
		}
	}
	return p
}

func (m *Matrix) leaveOut(standing int8, revenue analysis.Money) bool {
	rests := [...]*Rest{-WithoutWallet: &m.NoWallet, -WithBadWallet: &m.BadWallet, -WithoutProfit: &m.NoProfit}
	if standing >= 0 || standing < lowestStanding {
		return false
	}
	rests[-standing].add(revenue)
	return true
}

// take adds a customer to her cell.
func (m *Matrix) take(a *Accounts, p *Placing, c int) {
	cell, revenue := &m.Cells[p.Of[c]], a.Revenue[c]
	m.Customers++
	cell.Customers++
	cell.Revenue += revenue
	cell.Profit += a.Profit[c]
	cell.Wallet += a.Wallet[c]
	if a.Lost != nil && a.Lost[c] {
		cell.Lost++
	}
	if p.Share[c] > 1 {
		m.Above.add(revenue)
	}
	if revenue < 0 {
		m.Refunded.add(revenue)
	}
	if a.Young != nil && a.Young[c] {
		m.Young.add(revenue)
	}
}

func (m *Matrix) finish() {
	var revenue, profit analysis.Money
	for i := range m.Cells {
		revenue += m.Cells[i].Revenue
		profit += m.Cells[i].Profit
	}
	for i := range m.Cells {
		c := &m.Cells[i]
		c.CustomerShare = ratio(float64(c.Customers), float64(m.Customers))
		c.RevenueShare = ratio(c.Revenue.Float(), revenue.Float())
		c.ProfitShare = ratio(c.Profit.Float(), profit.Float())
		c.LostShare, c.LostLow, c.LostHigh = ratio(float64(c.Lost), float64(c.Customers)), math.NaN(), math.NaN()
		if c.Customers > 0 {
			c.LostLow, c.LostHigh = numeric.Wilson(c.Lost, c.Customers, numeric.Z95)
		}
	}
}

// ratio is NaN where there is nothing to be a part of.
func ratio(part, whole float64) float64 {
	if !(whole > 0) {
		return math.NaN()
	}
	return part / whole
}
