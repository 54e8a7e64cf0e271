package clv

import (
	"cmp"
	"slices"

	"churnbench/analysis/internal/numeric"
)

// Reliability holds predictions about single customers against what they did in a
// stretch of days that the model did not know: of all who were given a chance of
// 30 %, did 30 % buy? It is the reliability diagram of forecasters, Murphy and
// Winkler (1977), "Reliability of subjective probability forecasts of precipitation
// and temperature", Applied Statistics 26(1).
//
// Active bins customers by the chance to buy at least once in the stretch,
// 1 − P(X(T, T+t) = 0 | x, t_x, T): a reliable model is on the diagonal. Alive bins
// them by P(alive), which is no forecast of the stretch: a living customer may well
// pause longer than it lasts, so that the observed shares stand below the diagonal,
// the further the shorter the stretch. They should rise all the same.
type Reliability struct{ Active, Alive []ReliabilityBin }

// A ReliabilityBin is about a tenth of the customers. Customers with the same
// prediction are never parted, so that bins differ in size, and may be fewer.
type ReliabilityBin struct {
	Low, High           float64 // the least and the greatest prediction
	Predicted           float64 // their mean
	Customers           int
	Buyers              int     // of these, who bought in the stretch
	Share               float64 // Buyers ÷ Customers
	ShareLow, ShareHigh float64 // Wilson's 95 % interval of it
}

// reliabilityBins is how many bins there are at most.
const reliabilityBins = 10

// ActiveWithin returns the probability that a customer with x repeat purchases, the
// last at age tx, now of the given age, buys at least once within the next t. Times
// are in the model's unit.
func ActiveWithin(m Model, x int, tx, age, t float64) float64 {
	return m.Alive(x, tx, age) * (1 - m.living(x).silence(age, t))
}

// activeWithin returns ActiveWithin for each row.
func (rows *Rows) activeWithin(m Model, alive []float64, t float64) []float64 {
	return rows.timesAlive(m, alive, func(f living, age float64) float64 { return 1 - f.silence(age, t) })
}

// reliability judges a model by what each customer of s bought in the weeks after;
// it is empty without any.
func (s *Summary) reliability(m Model, actual []int32, weeks float64) (r Reliability) {
	if weeks <= 0 {
		return r
	}
	buyers := make([]float64, s.Rows.Len())
	for i, n := range actual {
		if n > 0 {
			buyers[s.Row[i]]++
		}
	}
	alive := s.Rows.alive(m)
	r.Active = binned(s.Rows.activeWithin(m, alive, weeks), s.Rows.N, buyers)
	r.Alive = binned(alive, s.Rows.N, buyers)
	return r
}

// binned puts rows of customers into bins of equal count by prediction. All who
// share one go where the middle of them belongs.
func binned(predicted, customers, buyers []float64) []ReliabilityBin {
	rows := make([]int, len(predicted))
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(i, j int) int { return cmp.Compare(predicted[i], predicted[j]) })
	all, before := numeric.Total(customers), 0.0
	var bins [reliabilityBins]binSum
	for from := 0; from < len(rows); {
		value, tied := predicted[rows[from]], binSum{}
		for ; from < len(rows) && predicted[rows[from]] == value; from++ {
			tied.add(value, customers[rows[from]], buyers[rows[from]])
		}
		middle := before + float64(tied.customers/2)
		bins[min(int(reliabilityBins*middle/all), reliabilityBins-1)].join(tied)
		before += tied.customers
	}
	return finished(bins[:])
}

// A binSum collects what a bin is made of.
type binSum struct {
	low, high         float64
	predicted         numeric.Sum
	customers, buyers float64
}

func (b *binSum) add(value, customers, buyers float64) {
	b.low, b.high = value, value
	b.predicted.Add(float64(customers * value))
	b.customers += customers
	b.buyers += buyers
}

// join adds a group of higher predictions.
func (b *binSum) join(tied binSum) {
	if b.customers == 0 {
		b.low = tied.low
	}
	b.high = tied.high
	b.predicted.Add(tied.predicted.Value())
	b.customers += tied.customers
	b.buyers += tied.buyers
}

// finished leaves out bins without customers.
func finished(sums []binSum) []ReliabilityBin {
	var out []ReliabilityBin
	for _, b := range sums {
		if b.customers == 0 {
			continue
		}
		bin := ReliabilityBin{
			Low: b.low, High: b.high, Customers: int(b.customers), Buyers: int(b.buyers),
			Predicted: min(b.high, max(b.low, b.predicted.Value()/b.customers)), Share: b.buyers / b.customers,
		}
		bin.ShareLow, bin.ShareHigh = numeric.Wilson(bin.Buyers, bin.Customers, numeric.Z95)
		out = append(out, bin)
	}
	return out
}

// quiet returns E e^(−λt) for λ ~ Gamma(shape, rate), t ≥ 0: the chance of no
// purchase of a customer who does not lapse before one.
func quiet(shape, rate, t float64) float64 {
	return numeric.Exp(-float64(shape * numeric.Log1p(max(t, 0)/rate)))
}
