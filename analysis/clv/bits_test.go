package clv

import (
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
const bitsFile = "testdata/bits.txt"

func TestSameBitsEverywhere(t *testing.T) {
	r := mustAnalyze(t, integerLog(6000), Options{DiscountRate: 0.1}).Result()
	got := strings.Join(bitsOf(r), "\n") + "\n"
	if os.Getenv("UPDATE_BITS") != "" {
		if err := os.WriteFile(bitsFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(bitsFile)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("bits differ from those of %s:\n%s", bitsFile, firstDifference(got, string(want)))
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
	add := func(name string, values ...float64) {
		for _, v := range values {
			lines = append(lines, name+" "+strconv.FormatFloat(v, 'x', -1, 64))
		}
	}
	for _, f := range []Fit{r.Fit, r.Current, r.Spend, r.CurrentSpend} {
		add(f.Model, f.LogLik, f.AIC, f.BIC)
		for _, p := range f.Params {
			add(p.Name, p.Value, p.SE)
		}
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

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "the number of lines"
}
