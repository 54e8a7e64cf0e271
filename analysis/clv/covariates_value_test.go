package clv

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// withSegment adds an attribute of two levels, "a" for those of whom is says so.
func withSegment(log *analysis.Log, is func(c int) bool) *analysis.Log {
	column := analysis.Column{Name: "segment", Kind: analysis.TextColumn}
	column.Texts.Append([]byte("a"))
	column.Texts.Append([]byte("b"))
	for c := range log.Customers() {
		code := uint32(1)
		if is(c) {
			code = 0
		}
		column.Codes = append(column.Codes, code)
	}
	log.Attributes = []analysis.Column{column}
	return log
}

// Each customer is valued by her own law; an attribute that says nothing changes little.
func TestValueWithCovariates(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	log := withSegment(cdnowSample(t), func(int) bool { return random.IntN(3) == 0 })
	for _, f := range Families() {
		a := mustAnalyze(t, log, Options{Model: f.Name, DiscountRate: 0.1, Margin: 0.4})
		v, err := a.WithCovariates(t.Context(), attributesAt(0))
		if err != nil {
			t.Fatal(err)
		}
		r := a.Result()
		t.Logf("%s: equity %.0f (%.0f to %.0f), without %.0f (%.0f to %.0f), p %.3f", f.Name, v.Equity, v.EquityLow, v.EquityHigh, r.Equity, r.EquityLow, r.EquityHigh, v.Test.P)
		width := math.Log(v.EquityHigh/v.EquityLow) / math.Log(r.EquityHigh/r.EquityLow)
		if math.Abs(v.Equity/r.Equity-1) > 0.01 || width < 0.95 || width > 1.2 || v.Test.P < 0.01 {
			t.Errorf("%s: equity %v, without %v, interval %v times as wide", f.Name, v.Equity, r.Equity, width)
		}
		sum := 0.0
		for i, c := range a.now.Customer {
			sum += v.CLV[c]
			if i%200 > 0 {
				continue
			}
			p, m := a.Prediction(c), v.Model(i)
			before, purchases := 0.0, 0.0
			for k := 1; k <= 12; k++ {
				now := m.ExpectedGiven(p.X, p.TX, p.T, after(k))
				purchases += (now - before) * math.Pow(1.1, -float64(k)/12)
				before = now
			}
			check(t, []row{{"CLV", v.CLV[c], 0.4 * purchases * p.Spend, 1e-11, "her law, month by month"},
				{"expected", v.Expected[c], before, 1e-12, "her law"}, {"alive", v.Alive[c], m.Alive(p.X, p.TX, p.T), 1e-14, "her law"}})
		}
		check(t, []row{{"equity", v.Equity, sum, 1e-12, "sum"}})
	}
}

// Heavy buyers told apart by an attribute are worth more beside the others with it.
func TestCovariatesTellCustomersApart(t *testing.T) {
	log := simulate(3000, 500, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	withSegment(log, func(c int) bool { from, to := log.Rows(analysis.CustomerID(c)); return (to-from > 3) != (c%5 == 0) })
	a := mustAnalyze(t, log, Options{})
	v, err := a.WithCovariates(t.Context(), attributesAt(0))
	if err != nil {
		t.Fatal(err)
	}
	var with, without [2]float64
	for c, code := range log.Attributes[0].Codes {
		with[code] += v.CLV[c]
		without[code] += a.CLV[c]
	}
	if !(with[0]/with[1] > 1.1*without[0]/without[1] && v.Test.P < 1e-9) {
		t.Errorf("with %v, without %v, p %v", with, without, v.Test.P)
	}
	clear(log.Amount)
	b := mustAnalyze(t, log, Options{})
	if v, err = b.WithCovariates(t.Context(), attributesAt(0)); err != nil || !math.IsNaN(v.Equity) || !math.IsNaN(v.EquityLow) || math.IsNaN(v.Expected[0]) {
		t.Errorf("without spend: %v, %v", v.Equity, err)
	}
	_, err = b.WithCovariates(t.Context(), nil)
	refused(t, err, analysis.BadInput, "clv.cov.none")
}

// BenchmarkCovariates fits 100,000 customers with two texts of three and two levels, and
// with a number besides that tells thousands of them apart:
//
//	go test ./analysis/clv -run '^$' -bench Covariates -benchtime 1x
func BenchmarkCovariates(b *testing.B) {
	for _, c := range covariateTruths[:2] {
		crowd := simulateCrowd(c.family, c.base, c.effects, 100_000, 5)
		for i := range crowd.summary.X { // days
			s := crowd.summary
			s.TX[i], s.T[i] = s.TX[i]*7/gridTicks, s.T[i]*7/gridTicks
			crowd.log.Attributes[1].Numbers[i] += analysis.Money(i * 7919 % 5000)
		}
		crowd.summary.Rows, crowd.summary.Row = group(crowd.summary.X, crowd.summary.TX, crowd.summary.T, 7)
		for name, attributes := range map[string][]int{"texts": {0, 2}, "number": {0, 1, 2}} {
			b.Run(c.family.Name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					mustCovariates(b, c.family, mustDesign(b, crowd, attributes...))
				}
			})
		}
	}
}
