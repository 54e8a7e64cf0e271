package clv

import (
	"context"
	"math"
	"math/rand/v2"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A BootstrapTask is all that replicates need, and no more of the data: plain columns,
// so that it can be handed to others who compute some of them. It names no customer and
// no day.
type BootstrapTask struct {
	Options Options
	Seed    uint64
	Rows    Rows             // the distinct (x, t_x, T)
	Row     []uint32         // by customer
	Total   []analysis.Money // of repeat purchases, by customer
	Buying  Summit
	Spend   *Summit // nil without a model of spend
	Equity  float64 // of the fits to all customers
}

// A Summit is where a fit to all customers ended, and the searches of replicates start.
type Summit struct {
	Model     string
	Names     []string
	Params    []float64
	Converged bool
}

// BootstrapTask prepares replicates of the fits to all days.
func (a *Analysis) BootstrapTask(seed uint64) *BootstrapTask {
	t := &BootstrapTask{Options: a.Options, Seed: seed, Rows: a.now.Rows, Row: a.now.Row, Total: a.now.Total,
		Buying: *a.buying.summit(), Equity: a.valuation.equity}
	if a.spend != nil {
		t.Spend = a.spend.summit()
	}
	return t
}

func (m *maximum) summit() *Summit {
	s := &Summit{Model: m.Model, Params: m.params, Converged: m.Verdict.Converged}
	for _, p := range m.Params {
		s.Names = append(s.Names, p.Name)
	}
	return s
}

// A Bootstrap draws as many customers as there are, with replacement, fits both
// models to them, and values the customers that there are with what came out:
// Efron (1979), "Bootstrap methods: another look at the jackknife". It assumes
// nothing about the likelihood's shape. Each replicate has random numbers of its own,
// so that workers may share them out and the digits stay the same.
type Bootstrap struct {
	task   *BootstrapTask
	family *Family
	spend  *spendPool // nil without a model of spend
	valuer *valuer
}

// NewBootstrap gets ready for a task. The error is BadInput for one without customers
// or of an unknown model.
func NewBootstrap(t *BootstrapTask) (*Bootstrap, error) {
	b := &Bootstrap{task: t, family: familyOf(t.Buying.Model)}
	if b.family == nil || len(t.Buying.Params) != len(b.family.Names) {
		return nil, analysis.Fail(analysis.BadInput, "clv.unknown-model", analysis.Text("model", t.Buying.Model))
	}
	if len(t.Row) == 0 || len(t.Row) != len(t.Total) {
		return nil, analysis.Fail(analysis.BadInput, "clv.no-customers")
	}
	if t.Spend != nil {
		b.spend, b.valuer = newSpendPool(t), newValuer(t)
	}
	return b, nil
}

// A Replicate is what one drawing of customers gave. Params is nil where no
// optimum was found, Spend where there is no model of spend.
type Replicate struct {
	Params, Spend []float64
	Equity        float64
}

// Run computes the replicates from ≤ k < to, each a step that WithProgress hears of.
// The error is Cancelled. Several goroutines may run parts of one Bootstrap.
func (b *Bootstrap) Run(ctx context.Context, from, to int) ([]Replicate, error) {
	out := make([]Replicate, 0, max(0, to-from))
	for k := from; k < to; k++ {
		if err := begin(ctx, k-from, to-from); err != nil {
			return nil, err
		}
		r, err := b.replicate(ctx, k)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	tell(ctx, to-from, to-from)
	return out, nil
}

// replicate fits one drawing. Both searches start where the fits to all customers
// ended, which is near: a handful of steps.
func (b *Bootstrap) replicate(ctx context.Context, k int) (Replicate, error) {
	drawn := b.draw(k)
	buying, err := climbFrom(ctx, b.family.likelihood(b.rows(drawn)), &b.task.Buying)
	if err != nil || buying == nil {
		return Replicate{}, err
	}
	r := Replicate{Params: buying.params, Equity: math.NaN()}
	if b.spend == nil {
		return r, nil
	}
	blocks, n := b.spend.drawn(drawn)
	if n < minSpenders || sameSpend(blocks) {
		return Replicate{}, nil
	}
	spend, err := climbFrom(ctx, gammaGamma(blocks, n), b.task.Spend)
	if err != nil || spend == nil {
		return Replicate{}, err
	}
	r.Spend = spend.params
	r.Equity = b.valuer.equity(buying.law(), spend.gammaGamma())
	return r, nil
}

// climbFrom returns nil where the search fails.
func climbFrom(ctx context.Context, l likelihood, from *Summit) (*maximum, error) {
	l.rough, l.starts = nil, [][]float64{from.Params}
	m, err := l.fit(ctx)
	if missing, failed := excuse(err); failed != nil || missing != nil {
		return nil, failed
	}
	if !m.Verdict.Converged && from.Converged {
		return nil, nil
	}
	return &m, nil
}

// draw returns how many times each customer is drawn for replicate k.
func (b *Bootstrap) draw(k int) []int32 {
	random := rand.New(rand.NewPCG(b.task.Seed, uint64(k)))
	n := len(b.task.Row)
	times := make([]int32, n)
	for range n {
		times[random.IntN(n)]++
	}
	return times
}

// rows are the task's rows with as many customers as were drawn.
func (b *Bootstrap) rows(times []int32) *Rows {
	all := &b.task.Rows
	n := make([]float64, all.Len())
	for i, k := range times {
		n[b.task.Row[i]] += float64(k)
	}
	out := &Rows{PerWeek: all.PerWeek}
	for i, k := range n {
		if k > 0 {
			out.X, out.TX = append(out.X, all.X[i]), append(out.TX, all.TX[i])
			out.T, out.N = append(out.T, all.T[i]), append(out.N, k)
		}
	}
	return out
}

// A spendPool is the repeat buyers in the order of spendBlocks, each with her logarithm.
type spendPool struct {
	customer []uint32
	x        []int32
	total    []float64
	log      []float64
}

func newSpendPool(t *BootstrapTask) *spendPool {
	p := &spendPool{}
	x := make([]int32, len(t.Row))
	for i, row := range t.Row {
		x[i] = t.Rows.X[row]
	}
	for _, i := range order(x) {
		if x[i] > 0 && t.Total[i] > 0 {
			p.customer, p.x = append(p.customer, i), append(p.x, x[i])
			p.total, p.log = append(p.total, t.Total[i].Float()), append(p.log, numeric.Log(t.Total[i].Float()))
		}
	}
	return p
}

// drawn returns the spend of those who were drawn, and their number.
func (p *spendPool) drawn(times []int32) (blocks []spendBlock, n int) {
	for i, c := range p.customer {
		if times[c] == 0 {
			continue
		}
		if len(blocks) == 0 || blocks[len(blocks)-1].x != int(p.x[i]) {
			blocks = append(blocks, spendBlock{x: int(p.x[i])})
		}
		blocks[len(blocks)-1].add(p.total[i], p.log[i], float64(times[c]))
		n += int(times[c])
	}
	for i := range blocks {
		blocks[i].settle()
	}
	return blocks, n
}
