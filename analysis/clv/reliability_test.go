package clv

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis/internal/numeric"
)

// The chance of no purchase, conditional on the past, from the likelihood alone: it is
// that of the same (x, t_x) at a later age over that of today.
func TestSilenceIsALongerLikelihood(t *testing.T) {
	for _, f := range allFamilies() {
		m := f.plausible()
		for _, c := range []struct {
			x      int
			tx, at float64
		}{{0, 0, 0}, {0, 0, 9}, {1, 5, 5}, {2, 3, 12}, {3, 20, 26}} {
			for _, ahead := range []float64{1, 7, 40} {
				want := 1 - math.Exp(m.LogLikelihood(c.x, c.tx, c.at+ahead)-m.LogLikelihood(c.x, c.tx, c.at))
				check(t, []row{{f.Name, ActiveWithin(m, c.x, c.tx, c.at, ahead), want, 1e-10, "likelihoods"}})
			}
			if v := ActiveWithin(m, c.x, c.tx, c.at, 0); !(math.Abs(v) < 1e-15) {
				t.Errorf("%s: %v within no time", f.Name, v)
			}
		}
	}
}

// Customers who buy just as the model says are on the diagonal: each bin's interval
// holds what was predicted, but for the one in twenty.
func TestAModelThatIsRightIsReliable(t *testing.T) {
	for _, f := range Families() {
		random := rand.New(rand.NewPCG(5, 5))
		var truth Model = ParetoNBD{0.6, 6, 0.7, 9}
		if f != ParetoNBDFamily {
			truth = f.plausible()
		}
		var x, tx, age, later []int32
		for range 20000 {
			p := drawHabit(random, truth).live(random, 30, 20)
			x, tx, age, later = append(x, p.x), append(tx, p.tx), append(age, p.t), append(later, int32(p.later))
		}
		s := &Summary{X: x, TX: tx, T: age}
		s.Rows, s.Row = group(x, tx, age, gridTicks)
		r := s.reliability(truth, later, 20)
		customers, missed := 0, 0
		for i, b := range r.Active {
			customers += b.Customers
			if b.Predicted < b.ShareLow || b.Predicted > b.ShareHigh {
				missed++
			}
			if math.Abs(b.Predicted-b.Share) > 0.06 || !(b.Low <= b.Predicted && b.Predicted <= b.High) || i > 0 && b.Low <= r.Active[i-1].High {
				t.Errorf("%s: %+v", f.Name, b)
			}
		}
		if customers != len(x) || missed > 2 || len(r.Active) < 3 {
			t.Errorf("%s: %d customers in %d bins, %d off", f.Name, customers, len(r.Active), missed)
		}
	}
}

// Ties stay together, and the order of rows does not matter.
func TestReliabilityBins(t *testing.T) {
	predicted := []float64{0.9, 0.1, 0.5, 0.1, 1, 0.2}
	bins := binned(predicted, []float64{10, 30, 5, 40, 10, 5}, []float64{9, 3, 2, 4, 10, 1})
	if len(bins) != 4 {
		t.Fatalf("%+v", bins)
	}
	b := bins[0]
	low, high := numeric.Wilson(7, 70, numeric.Z95)
	if b.Customers != 70 || b.Buyers != 7 || b.Low != 0.1 || b.High != 0.1 || b.Predicted != 0.1 || b.ShareLow != low || b.ShareHigh != high {
		t.Errorf("%+v", b)
	}
	last := bins[len(bins)-1]
	if last.Customers != 10 || last.Share != 1 || last.ShareHigh != 1 {
		t.Errorf("%+v", last)
	}
	if binned(nil, nil, nil) != nil {
		t.Error("bins of nobody")
	}
}

// What the screen shows is what the bake-off of the same model found, and both know all customers.
func TestReliabilityOfCDNOW(t *testing.T) {
	opt := Options{CalibrationEnd: cdnowCalibration}
	b := mustBake(t, cdnowSample(t), opt)
	for _, f := range Families() {
		opt.Model = f.Name
		r, s := mustAnalyze(t, cdnowSample(t), opt).Result(), b.score(t, f.Name).Reliability
		buyers, expected, customers := 0, 0.0, 0
		for i, bin := range r.Reliability.Active {
			if bin != s.Active[i] {
				t.Errorf("%s: %+v and %+v", f.Name, bin, s.Active[i])
			}
			t.Logf("%s: %4d customers, said %.3f (%.3f to %.3f), bought %.3f (%.3f to %.3f)", f.Name, bin.Customers, bin.Predicted, bin.Low,
				bin.High, bin.Share, bin.ShareLow, bin.ShareHigh)
			buyers, customers, expected = buyers+bin.Buyers, customers+bin.Customers, expected+bin.Predicted*float64(bin.Customers)
		}
		bought := 0
		for _, n := range Summarize(cdnowSample(t), cdnowCalibration).purchasesAfter(cdnowSample(t), cdnowEnd) {
			if n > 0 {
				bought++
			}
		}
		// Without lapse too much is promised: the diagram tells it.
		least, most := 0.75, 1.0
		if f == NBDFamily {
			least, most = 1.3, 1.6
		}
		if ratio := expected / float64(buyers); customers != 2357 || buyers != bought || ratio < least || ratio > most {
			t.Errorf("%s: %d customers, %d bought of %d, %v expected", f.Name, customers, buyers, bought, expected)
		}
	}
	if r := b.score(t, ruleSameRate).Reliability; r.Active != nil || r.Alive != nil {
		t.Errorf("a rule with probabilities: %+v", r)
	}
	if r := mustAnalyze(t, cdnowSample(t), Options{CalibrationEnd: cdnowEnd}).Result().Reliability; r.Active != nil {
		t.Errorf("without a holdout: %+v", r)
	}
}

// MSLE against the published run, and the same in both places.
func TestMSLEOfCDNOW(t *testing.T) {
	opt := Options{CalibrationEnd: cdnowCalibration}
	const source = "CLVTools and BTYDplus runs, at their own estimates"
	bg := mustBake(t, cdnowSample(t), opt).score(t, "BG/NBD").Holdout.MSLE
	check(t, []row{{"BG MSLE", bg, .2342679035, 1e-5, source},
		{"the same", mustAnalyze(t, cdnowSample(t), opt).Result().Holdout.MSLE, bg, 1e-12, "the bake-off"}})
}
