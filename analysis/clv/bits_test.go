package clv

import (
	"context"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis"
)

// The command line and the browser must print the same digits: this file's
// bits hold on every platform, and the tests run natively and as wasm.
// Write them anew with UPDATE_BITS=1.
const (
	bitsFile   = "testdata/bits.txt"
	modelsFile = "testdata/models.txt"
)

func TestSameBitsEverywhere(t *testing.T) {
	r := mustAnalyze(t, integerLog(6000), Options{DiscountRate: 0.1}).Result()
	checkBits(t, bitsFile, bitsOf(r))
}

// The same of every model: its fit and what it predicts.
func TestSameBitsOfEveryModel(t *testing.T) {
	rows := &Summarize(integerLog(3000), 400).Rows
	short := &Rows{PerWeek: 1}
	for i := 0; i < rows.Len(); i += 9 {
		short.X, short.TX = append(short.X, rows.X[i]), append(short.TX, rows.TX[i]/7+rows.X[i])
		short.T, short.N = append(short.T, rows.T[i]/7+rows.X[i]), append(short.N, rows.N[i])
	}
	var lines []string
	for _, f := range allFamilies() {
		data := rows
		if f.discrete() {
			data = short
		}
		m := fitModel(t, f, data)
		lines = append(lines, fitBits(m.Fit)...)
		lines = append(lines, bits("predicts", m.Model.Alive(2, 20, 40), m.Model.ExpectedGiven(2, 20, 40, 52),
			m.Model.DERT(2, 20, 40, 0.002), m.Model.Expected(30), m.Model.PMF(3, 30))...)
	}
	for _, f := range ContractFamilies() {
		m, err := f.Fit(context.Background(), tenures(t, regular, highEnd))
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fitBits(m.Fit)...)
		lines = append(lines, bits("predicts", m.Model.Survival(12), m.Model.Retention(7), m.Model.DERL(3, 0.1))...)
	}
	checkBits(t, modelsFile, lines)
}

func checkBits(t *testing.T, file string, lines []string) {
	t.Helper()
	got := strings.Join(lines, "\n") + "\n"
	if os.Getenv("UPDATE_BITS") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("bits differ from those of %s:\n%s", file, firstDifference(got, string(want)))
	}
}

// integerLog draws an order log without a single floating-point operation, so
// that only the models can differ between platforms.
func integerLog(n int) *analysis.Log {
	random := rand.New(rand.NewPCG(12, 12))
	log := &analysis.Log{End: 500}
	for c := range n {
		log.IDs.Append(strconv.AppendInt(nil, int64(c), 10))
		log.Start = append(log.Start, uint32(len(log.Day)))
		gap, stay, spend := 4+random.IntN(150), 1+random.IntN(9), 20_000+random.IntN(900_000)
		for day := random.IntN(160); day <= 500; day += 1 + random.IntN(2*gap) {
			log.Day = append(log.Day, analysis.Day(day))
			log.Amount = append(log.Amount, analysis.Money(spend/2+random.IntN(spend)))
			log.Orders = append(log.Orders, 1)
			if random.IntN(10) >= stay {
				break
			}
		}
	}
	log.Start = append(log.Start, uint32(len(log.Day)))
	return log
}

// bitsOf lists numbers from every part of a result.
func bitsOf(r Result) []string {
	var lines []string
	add := func(name string, values ...float64) { lines = append(lines, bits(name, values...)...) }
	for _, f := range []Fit{r.Fit, r.Current, r.Spend, r.CurrentSpend} {
		lines = append(lines, fitBits(f)...)
	}
	add("alive", r.SumAlive, r.MeanAlive)
	add("equity", r.Equity, r.EquityLow, r.EquityHigh, r.Expected, r.MeanSpend, r.SpendFrequencyCorrelation)
	add("clv", r.Median, r.Mean, r.TopDecileShare, r.Top[19].CLV)
	add("holdout", r.Holdout.Expected, r.Holdout.MAE, r.Holdout.RMSE, r.Holdout.SumAlive)
	add("tracking", r.Tracking[20].Expected, r.Tracking[len(r.Tracking)-1].Expected)
	for _, c := range r.Calibration {
		add("class", c.Expected, c.HoldoutExpected)
	}
	add("heat", r.Heat.Alive[1][9], r.Heat.Expected[2][20], r.Heat.Expected[0][0])
	return lines
}

func fitBits(f Fit) []string {
	lines := bits(f.Model, f.LogLik, f.AIC, f.BIC)
	for _, p := range f.Params {
		lines = append(lines, bits(p.Name, p.Value, p.SE)...)
	}
	return lines
}

func bits(name string, values ...float64) []string {
	var lines []string
	for _, v := range values {
		lines = append(lines, name+" "+strconv.FormatFloat(v, 'x', -1, 64))
	}
	return lines
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "the number of lines"
}
