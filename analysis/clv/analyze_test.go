package clv

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

func TestAnalyzeCDNOW(t *testing.T) {
	a := cdnowAnalysis(t)
	r := a.Result()
	check(t, []row{
		{"r", r.Fit.Params[0].Value, 0.2425945, 1e-6, "recomputed"}, {"α", r.Fit.Params[1].Value, 4.413602, 1e-6, "recomputed"},
		{"ln L", r.Fit.LogLik, -9582.429207, 1e-9, "recomputed"}, {"p", r.Spend.Params[0].Value, 6.25, 1e-3, "note 025"},
		{"r now", r.Current.Params[0].Value, 0.25356116, 1e-6, "recomputed"},
		{"ln L now", r.Current.LogLik, -17138.233965, 1e-9, "recomputed"},
	})
	if r.Customers != 2357 || r.Repeaters != 946 || r.Fit.N != 2357 || r.Spend.N != 946 || r.CurrentCustomers != 2357 {
		t.Errorf("counts: %+v", r)
	}
	if o := r.Options; o.Horizon != 12 || o.Margin != 1 || o.CalibrationEnd != cdnowCalibration || r.End != cdnowEnd {
		t.Errorf("options: %+v", o)
	}
	for _, w := range r.Warnings {
		if w.Severity > analysis.Note {
			t.Errorf("doubts a textbook fit: %+v", w)
		}
	}
}

// Totals are those of the columns, and each customer's numbers are the models'.
func TestTotalsAreThoseOfTheColumns(t *testing.T) {
	a := cdnowAnalysis(t)
	r := a.Result()
	var alive, expected, value float64
	for c := range a.CLV {
		alive += a.Alive[c]
		expected += a.Expected[c]
		value += a.CLV[c]
	}
	check(t, []row{
		{"Σ P(alive)", r.SumAlive, alive, 1e-12, "columns"}, {"mean P(alive)", r.MeanAlive, alive / 2357, 1e-12, "columns"},
		{"Σ purchases", r.Expected, expected, 1e-12, "columns"}, {"equity", r.Equity, value, 1e-12, "columns"},
		{"mean", r.Mean, value / 2357, 1e-12, "columns"},
	})
	m, spend := a.buying.law(), a.spend.gammaGamma()
	p := a.Prediction(0) // three purchases, the last on 1997-12-12
	want := m.ExpectedGiven(p.X, p.TX, p.T, 365./7)
	total := 0.0
	for _, amount := range a.Log.Amount[1:a.Log.Start[1]] {
		total += amount.Float()
	}
	check(t, []row{
		{"purchases", p.Expected, want, 1e-13, "the model"}, {"spend", p.Spend, spend.Expected(p.X, total), 1e-13, "the model"},
		{"T", p.T, 545. / 7, 0, "the log"},
	})
	if p.ID != "0001" || p.Expected != a.Expected[0] {
		t.Errorf("prediction of the first customer: %+v", p)
	}
}

func TestTopAndQuantiles(t *testing.T) {
	a := cdnowAnalysis(t)
	r := a.Result()
	sorted := slices.Clone(a.CLV)
	slices.Sort(sorted)
	if len(r.Top) != 20 {
		t.Fatalf("%d at the top", len(r.Top))
	}
	for i, p := range r.Top {
		if want := sorted[len(sorted)-1-i]; p.CLV != want {
			t.Errorf("top %d has %v, want %v", i+1, p.CLV, want)
		}
	}
	tenth := 0.0
	for _, v := range sorted[len(sorted)-236:] {
		tenth += v
	}
	check(t, []row{{"top decile", r.TopDecileShare, tenth / r.Equity, 1e-12, "columns"},
		{"median", r.Median, sorted[1178], 1e-12, "columns"}})
}

// Discounting by hand: every month's purchases at the month's end.
func TestDiscounting(t *testing.T) {
	m, h := BGNBD{0.25, 4.4, 0.8, 2.4}, horizon{24, 0.12}
	f, sum, before := m.future(3), 0.0, 0.0
	for k := 1; k <= h.months; k++ {
		now := f.purchases(30, after(k))
		sum += (now - before) / math.Pow(1.12, float64(k)/12)
		before = now
	}
	check(t, []row{{"discounted", discount(f, 30, h.weights()), sum, 1e-12, "month by month"}})
	plain := horizon{24, 0}
	check(t, []row{{"undiscounted", discount(f, 30, plain.weights()), before, 1e-14, "the end of month 24"}})
}

// The delta method against refitting: the spread of the equity over simulated
// replicates of the parameters, drawn from their covariance.
func TestEquityIntervalCoversParameterDraws(t *testing.T) {
	a := cdnowAnalysis(t)
	random := rand.New(rand.NewPCG(5, 5))
	draw := func(m *maximum) *maximum {
		l, ok := m.covariance.Cholesky()
		if !ok {
			t.Fatal("covariance is not positive definite")
		}
		moved := *m
		moved.params = slices.Clone(m.params)
		z := []float64{random.NormFloat64(), random.NormFloat64(), random.NormFloat64(), random.NormFloat64()}
		for i := range moved.params {
			shift := 0.0
			for k := range i + 1 {
				shift += l.At(i, k) * z[k]
			}
			moved.params[i] *= math.Exp(shift)
		}
		return &moved
	}
	const n = 300
	sum, square := 0.0, 0.0
	for range n {
		v := math.Log(a.now.valueWithoutInterval(draw(a.buying), draw(a.spend), a.Options).equity)
		sum += v
		square += v * v
	}
	spread := math.Sqrt(square/n - sum/n*sum/n)
	want := a.valuation.se / a.valuation.equity
	if math.Abs(spread/want-1) > 0.2 {
		t.Errorf("relative standard error %.4f, draws give %.4f", want, spread)
	}
}

func TestHeat(t *testing.T) {
	a := cdnowAnalysis(t)
	h := a.Result().Heat
	if len(h.X) != len(h.Alive) || len(h.Alive[0]) != len(h.Recency) || h.X[0] != 0 {
		t.Fatalf("shape: %d × %d", len(h.Alive), len(h.Recency))
	}
	for i, x := range h.X {
		for j, tx := range h.Recency {
			p := h.Alive[i][j]
			impossible := x == 0 && j > 0 || x > 0 && tx*7 < float64(x)
			if math.IsNaN(p) != impossible || !impossible && !(p > 0 && p <= 1) {
				t.Errorf("x %d, t_x %.1f: %v", x, tx, p)
			}
		}
	}
}

func TestAnalyzeRefuses(t *testing.T) {
	log := simulate(300, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 7)
	once := simulate(300, 400, BGNBD{0.6, 6000, 0.8, 2.4}, GammaGamma{5, 4, 20}, 7)
	for _, c := range []struct {
		name string
		log  *analysis.Log
		opt  Options
		kind analysis.Kind
		key  string
	}{
		{"no customers", &analysis.Log{}, Options{}, analysis.NotEnough, "clv.no-customers"},
		{"only one-timers", once, Options{}, analysis.NotEnough, "clv.not-enough"},
		{"calibration after the end", log, Options{CalibrationEnd: 401}, analysis.BadInput, "clv.calibration-outside"},
		{"calibration before the data", log, Options{CalibrationEnd: -5}, analysis.BadInput, "clv.calibration-outside"},
		{"negative horizon", log, Options{Horizon: -1}, analysis.BadInput, "clv.bad-horizon"},
		{"endless horizon", log, Options{Horizon: 601}, analysis.BadInput, "clv.bad-horizon"},
		{"negative discount", log, Options{DiscountRate: -0.1}, analysis.BadInput, "clv.bad-discount"},
		{"discount not a number", log, Options{DiscountRate: math.NaN()}, analysis.BadInput, "clv.bad-discount"},
		{"margin above all", log, Options{Margin: 1.2}, analysis.BadInput, "clv.bad-margin"},
	} {
		_, err := Analyze(context.Background(), c.log, c.opt)
		var known *analysis.Error
		if !errors.As(err, &known) || known.Kind != c.kind || known.Message.Key != c.key {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// hasWarning reports whether a result carries a message.
func hasWarning(r Result, key string) bool {
	return slices.ContainsFunc(r.Warnings, func(w analysis.Warning) bool { return w.Message.Key == key })
}

func mustAnalyze(t *testing.T, log *analysis.Log, opt Options) *Analysis {
	t.Helper()
	a, err := Analyze(context.Background(), log, opt)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestDoubtsAreRaised(t *testing.T) {
	habits, spend := BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}
	change := func(f func(log *analysis.Log)) *analysis.Log {
		log := simulate(600, 400, habits, spend, 8)
		f(log)
		return log
	}
	eachRow := func(f func(log *analysis.Log, x int, row uint32)) *analysis.Log {
		return change(func(log *analysis.Log) {
			for c := range log.Customers() {
				for row := log.Start[c]; row < log.Start[c+1]; row++ {
					f(log, int(log.Start[c+1]-log.Start[c]-1), row)
				}
			}
		})
	}
	random := rand.New(rand.NewPCG(6, 6))
	for _, c := range []struct {
		key string
		log *analysis.Log
		opt Options
	}{
		{"clv.spend-frequency", eachRow(func(l *analysis.Log, x int, row uint32) { l.Amount[row] *= 1 + analysis.Money(x) }), Options{}},
		{"clv.same-spend", eachRow(func(l *analysis.Log, _ int, row uint32) { l.Amount[row] = 90_000 }), Options{}},
		{"clv.few-spenders", eachRow(func(l *analysis.Log, _ int, row uint32) { l.Amount[row] = 0 }), Options{}},
		{"clv.free-repeaters", change(func(l *analysis.Log) {
			for row := l.Start[2]; row < l.Start[40]; row++ {
				l.Amount[row] = -1
			}
		}), Options{}},
		{"clv.no-mean-spend", change(func(l *analysis.Log) {
			for c := range l.Customers() {
				scale := math.Exp(4 * random.NormFloat64())
				for row := l.Start[c]; row < l.Start[c+1]; row++ {
					l.Amount[row] = max(1, analysis.MoneyOf(l.Amount[row].Float()*scale))
				}
			}
		}), Options{}},
		{"clv.no-holdout", simulate(600, 400, habits, spend, 8), Options{CalibrationEnd: 400}},
		{"clv.no-calibration", simulate(600, 400, habits, spend, 8), Options{CalibrationEnd: 2}},
		{"clv.long-horizon", simulate(600, 400, habits, spend, 8), Options{Horizon: 36}},
		{"clv.few-repeaters", simulate(60, 400, habits, spend, 8), Options{}},
		{"clv.one-timers", simulate(600, 400, BGNBD{0.2, 10, 0.8, 2.4}, spend, 8), Options{}},
		{"clv.short-window", simulate(4000, 20, BGNBD{6, 60, 0.2, 9}, spend, 8), Options{}},
		{"clv.holdout-off", change(func(l *analysis.Log) { l.End = 1200 }), Options{CalibrationEnd: 380}},
	} {
		r := mustAnalyze(t, c.log, c.opt).Result()
		if !hasWarning(r, c.key) {
			t.Errorf("%s is missing among %+v", c.key, r.Warnings)
		}
	}
}

// Without a model of spend there are still P(alive) and purchases, and no CLV.
func TestWithoutSpend(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	clear(log.Amount)
	a := mustAnalyze(t, log, Options{})
	r := a.Result()
	if r.CurrentSpend.N != 0 || !math.IsNaN(r.Equity) || !math.IsNaN(a.CLV[0]) || !(a.Expected[0] > 0) {
		t.Errorf("spend %+v, equity %v, CLV %v, purchases %v", r.CurrentSpend, r.Equity, a.CLV[0], a.Expected[0])
	}
	if len(r.Top) != 20 || r.Top[0].Expected < r.Top[19].Expected {
		t.Errorf("without CLV the top is by purchases: %+v", r.Top)
	}
}

// Customers who came after the calibration window are predicted, not scored.
func TestLaterCustomers(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 9)
	a := mustAnalyze(t, log, Options{CalibrationEnd: 60})
	r := a.Result()
	if r.Holdout.Later != 600-r.Customers || r.Holdout.Later == 0 || r.CurrentCustomers != 600 {
		t.Errorf("%d customers, %d later", r.Customers, r.Holdout.Later)
	}
	if slices.ContainsFunc(a.CLV, math.IsNaN) {
		t.Error("a customer has no prediction")
	}
}

// An observation end within the log hides what came after it.
func TestEarlierEnd(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 9)
	log.End = 80
	a := mustAnalyze(t, log, Options{})
	for c := range log.Customers() {
		if came := log.Day[log.Start[c]] <= 80; came == math.IsNaN(a.Alive[c]) {
			t.Fatalf("customer %d: came %v, P(alive) %v", c, came, a.Alive[c])
		}
	}
	if p := a.Prediction(analysis.CustomerID(slices.IndexFunc(a.Alive, math.IsNaN))); p.X != 0 || !math.IsNaN(p.T) {
		t.Errorf("a customer of the future: %+v", p)
	}
}

// The order of customers in the file changes no total.
func TestOrderOfCustomersDoesNotMatter(t *testing.T) {
	log := simulate(3000, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 10)
	turned := &analysis.Log{End: log.End}
	for c := log.Customers() - 1; c >= 0; c-- {
		turned.IDs.Append(log.IDs.Raw(c))
		turned.Start = append(turned.Start, uint32(len(turned.Day)))
		from, to := log.Rows(analysis.CustomerID(c))
		turned.Day = append(turned.Day, log.Day[from:to]...)
		turned.Amount = append(turned.Amount, log.Amount[from:to]...)
	}
	turned.Start = append(turned.Start, uint32(len(turned.Day)))
	a, b := mustAnalyze(t, log, Options{}).Result(), mustAnalyze(t, turned, Options{}).Result()
	if a.Equity != b.Equity || a.Fit.LogLik != b.Fit.LogLik || a.EquityLow != b.EquityLow || a.Holdout != b.Holdout {
		t.Errorf("%v and %v, %v and %v", a.Equity, b.Equity, a.Holdout, b.Holdout)
	}
}

// Small and strange logs end in a result or in an *analysis.Error.
func TestStrangeLogs(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 11))
	fits := 0
	for i := range 80 {
		m := BGNBD{math.Exp(3 * random.NormFloat64()), math.Exp(3 * random.NormFloat64()),
			math.Exp(2 * random.NormFloat64()), math.Exp(2 * random.NormFloat64())}
		log := simulate(1+random.IntN(120), 3+random.IntN(900), m, GammaGamma{math.Exp(random.NormFloat64()), 1.5, 10}, uint64(i))
		a, err := Analyze(context.Background(), log, Options{})
		var known *analysis.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("log %d: %v", i, err)
		}
		if err != nil {
			continue
		}
		fits++
		for c, p := range a.Alive {
			if !(p >= 0 && p <= 1) || !(a.Expected[c] >= 0) {
				t.Fatalf("log %d, customer %d: P(alive) %v, purchases %v, %+v", i, c, p, a.Expected[c], a.buying.Fit)
			}
		}
		if err := gob.NewEncoder(new(bytes.Buffer)).Encode(a.Result()); err != nil {
			t.Fatal(err)
		}
	}
	if fits < 20 {
		t.Errorf("only %d of 80 logs could be fitted", fits)
	}
}

// Every step is announced once, in order, and a cancelled context stops at the
// next one.
func TestProgressAndCancellation(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	var seen []int
	ctx := WithProgress(context.Background(), func(done, of int) { seen = append(seen, done, of) })
	if _, err := Analyze(ctx, log, Options{}); err != nil || !slices.Equal(seen, []int{0, 5, 1, 5, 2, 5, 3, 5, 4, 5, 5, 5}) {
		t.Errorf("%v, steps %v", err, seen)
	}
	for stop := range steps {
		ctx, cancel := context.WithCancel(context.Background())
		last := -1
		_, err := Analyze(WithProgress(ctx, func(done, _ int) {
			if last = done; done == stop {
				cancel()
			}
		}), log, Options{})
		var known *analysis.Error
		if !errors.As(err, &known) || known.Kind != analysis.Cancelled || last != stop {
			t.Errorf("cancelled before step %d: %v after %d", stop, err, last)
		}
	}
}
