package clv

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

func findingOf(findings []Finding, c Check) (Finding, bool) {
	i := slices.IndexFunc(findings, func(f Finding) bool { return f.Check == c })
	if i < 0 {
		return Finding{}, false
	}
	return findings[i], true
}

// On the textbook's data every model passes all checks but one: most of CDNOW's
// customers bought once, and only BG/NBD is blind to that.
func TestExamineCDNOW(t *testing.T) {
	log := cdnowSample(t)
	s := Summarize(log, cdnowCalibration)
	for _, f := range Families() {
		findings := Examine(fitModel(t, f, &s.Rows), s, log)
		if len(findings) != 8 {
			t.Errorf("%s: %d findings", f.Name, len(findings))
		}
		for _, x := range findings {
			wantFail := x.Check == CheckOneTimers
			if x.Passed == wantFail || x.Message.Key == "" || x.Passed != (x.Remedy.Key == "") {
				t.Errorf("%s: %+v", f.Name, x)
			}
		}
		x, _ := findingOf(findings, CheckOneTimers)
		if grave := x.Severity == analysis.Caution; grave != (f == BGNBDFamily) {
			t.Errorf("%s: one-timers are %v", f.Name, x.Severity)
		}
	}
}

// Each check can fail, with its numbers.
func TestExamineFindsWhatIsWrong(t *testing.T) {
	habits, spend := BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}
	random := rand.New(rand.NewPCG(31, 31))
	usual := simulate(600, 400, habits, spend, 8)
	monthly := logOfDays(300, 700, func(c int) []analysis.Day {
		return daysFrom(analysis.Day(c), 700, 9, random, func() int { return 30 + random.IntN(2) })
	}, func() analysis.Money { return 99_900 })
	costly := simulate(600, 400, habits, spend, 8)
	for c := range costly.Customers() {
		from, to := costly.Rows(analysis.CustomerID(c))
		for r := from; r < to; r++ {
			costly.Amount[r] *= analysis.Money(to - from)
		}
	}
	faithful := faithfulLog(500, 1000)
	for _, c := range []struct {
		check Check
		key   string
		log   *analysis.Log
		spoil func(m *Fitted)
	}{
		{CheckStarts, "clv.starts-disagree", usual, func(m *Fitted) { m.Verdict.StartsAgree = 1 }},
		{CheckStarts, "clv.doctor.some-starts", usual, func(m *Fitted) { m.Verdict.StartsAgree = 2 }},
		{CheckGradient, "clv.doctor.steep", usual, func(m *Fitted) { m.Verdict.Gradient = 1 }},
		{CheckHessian, "clv.doctor.ridge", usual, func(m *Fitted) { m.Params[1].SE = math.NaN() }},
		{CheckBoundary, "clv.boundary", faithful, nil},
		{CheckSpend, "clv.spend-frequency", costly, nil},
		{CheckOneTimers, "clv.doctor.one-timers-alive", simulate(900, 400, BGNBD{0.2, 10, 0.8, 2.4}, spend, 8), nil},
		{CheckWindow, "clv.short-window", simulate(4000, 20, BGNBD{6, 60, 0.2, 9}, spend, 8), nil},
		{CheckContract, "clv.doctor.contract", monthly, nil},
	} {
		s := Summarize(c.log, c.log.End)
		m := fitModel(t, BGNBDFamily, &s.Rows)
		if c.spoil != nil {
			c.spoil(m)
		}
		x, ok := findingOf(Examine(m, s, c.log), c.check)
		if !ok || x.Passed || x.Message.Key != c.key || x.Remedy.Key == "" {
			t.Errorf("%s: %+v", c.check, x)
		}
	}
}

// A search that is stopped on its way must not pass.
func TestExamineCatchesAFalseOptimum(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	s := Summarize(log, 400)
	l := BGNBDFamily.likelihood(&s.Rows)
	end := numeric.Newton{Bound: logBound, MaxIterations: 2}.Minimize(l.minus, logs(l.starts[2]))
	l.starts = l.starts[2:3]
	m, _ := BGNBDFamily.fitted(l.report([]climb{{math.NaN(), end}}, 0), nil)
	x, _ := findingOf(Examine(m, s, log), CheckGradient)
	if m.Verdict.Converged || x.Passed || x.Severity != analysis.Serious {
		t.Errorf("%+v, %+v", m.Verdict, x)
	}
}

// Buyers by chance have one gap in fourteen near the median.
func TestGapsByChanceAreIrregular(t *testing.T) {
	log := faithfulLog(4000, 3000)
	near, of := Summarize(log, 3000).regularGaps(log)
	if share := float64(near) / float64(of); of < 10_000 || share < 0.05 || share > 0.15 {
		t.Errorf("%d of %d gaps are regular", near, of)
	}
}

// What is said of one-time buyers names the model that was chosen, and no other.
func TestOneTimersNameTheModel(t *testing.T) {
	log := simulate(900, 400, BGNBD{0.2, 10, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	for model, want := range map[string]string{nameBGNBD: "clv.one-timers", nameNBD: "clv.one-timers.nbd", nameMBGNBD: "clv.one-timers.lapse", nameParetoNBD: "clv.one-timers.lapse"} {
		a := mustAnalyze(t, log, Options{Model: model})
		if !hasWarning(a.Result(), want) {
			t.Errorf("%s: no %s among %+v", model, want, a.Result().Warnings)
		}
		for _, w := range Beyond(a.Result().Warnings, a.Findings()) {
			if strings.HasPrefix(w.Message.Key, oneTimers) {
				t.Errorf("%s: %s is said twice", model, w.Message.Key)
			}
		}
	}
}
