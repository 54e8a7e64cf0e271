package clv

import (
	"context"
	"math"
	"strconv"
	"testing"

	"churnbench/analysis"
)

// Published figures come with their source: FHL is Fader, Hardie and Lee (2005),
// note 025 Fader and Hardie (2013); CLVTools, BTYD and BTYDplus are runs of these
// R packages, lifetimes of the Python one. "Recomputed" figures come from an
// independent implementation. Two flavours of the CDNOW sample exist: exact
// days ÷ 7, and the paper's spreadsheet, whose weeks have two decimals.

// A row is a reference value; tol is relative.
type row struct {
	name      string
	got, want float64
	tol       float64
	source    string
}

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		if !(math.Abs(r.got-r.want) <= r.tol*math.Abs(r.want)) {
			t.Errorf("%s = %.10g, want %.10g ± %.0e of it (%s)", r.name, r.got, r.want, r.tol, r.source)
		}
	}
}

// checkFit compares estimates, standard errors (where given) and ln L.
func checkFit(t *testing.T, m maximum, params, errors []float64, logLik, tol float64, source string) {
	t.Helper()
	var rows []row
	for i, p := range m.Params {
		rows = append(rows, row{p.Name, p.Value, params[i], tol, source})
		if errors != nil {
			rows = append(rows, row{"SE of " + p.Name, p.SE, errors[i], 2e-3, source})
		}
	}
	check(t, rows)
	if math.Abs(m.LogLik-logLik) > 1e-4 {
		t.Errorf("ln L = %.6f, want %.6f (%s)", m.LogLik, logLik, source)
	}
	if v := m.Verdict; !v.Converged || v.StartsAgree != v.Starts || v.Gradient > 1e-6 || v.Boundary != nil {
		t.Errorf("verdict %+v", v)
	}
}

func mustFit(t testing.TB, l likelihood) maximum {
	t.Helper()
	m, err := l.fit(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// roundedRows groups the spreadsheet's customers in hundredths of a week.
func roundedRows(t testing.TB) Rows {
	var x, tx, age []int32
	for _, c := range cdnowRounded(t) {
		x = append(x, int32(c.x))
		tx = append(tx, int32(math.Round(c.tx*100)))
		age = append(age, int32(math.Round(c.t*100)))
	}
	rows, _ := group(x, tx, age, 100)
	return rows
}

func TestBGNBDEstimates(t *testing.T) {
	log := cdnowSample(t)
	for _, c := range []struct {
		name           string
		rows           Rows
		params, errors []float64
		logLik, tol    float64
		source         string
	}{
		{"rounded weeks", roundedRows(t), []float64{0.243, 4.414, 0.793, 2.426}, nil, -9582.425561, 2e-3, "FHL table 2"},
		{"rounded weeks", roundedRows(t), []float64{0.2425929, 4.413532, 0.7928862, 2.425753},
			[]float64{0.0125573, 0.378222, 0.185706, 0.705297}, -9582.425561, 1e-6, "recomputed"},
		{"exact weeks", Summarize(log, cdnowCalibration).Rows, []float64{0.2425945, 4.4136019, 0.7929199, 2.4258881},
			nil, -9582.429207, 1e-5, "CLVTools test_correctness_bgnbd.R"},
		{"exact weeks", Summarize(log, cdnowCalibration).Rows, []float64{0.2425945, 4.413602, 0.792922, 2.4259068},
			[]float64{0.012557, 0.37822, 0.185735, 0.705422}, -9582.429207, 1e-6, "recomputed"},
		{"78 weeks", Summarize(log, cdnowEnd).Rows, []float64{0.25356116, 5.44725751, 0.60736543, 2.64723448},
			nil, -17138.233965, 1e-6, "recomputed"},
	} {
		t.Run(c.name+", "+c.source, func(t *testing.T) {
			m := mustFit(t, BGNBDFamily.likelihood(&c.rows))
			checkFit(t, m, c.params, c.errors, c.logLik, c.tol, c.source)
		})
	}
}

func TestGammaGammaEstimates(t *testing.T) {
	log := cdnowSample(t)
	exact, n := Summarize(log, cdnowCalibration).spendBlocks()
	if n != 946 {
		t.Fatalf("%d repeat buyers, want 946 (note 025)", n)
	}
	m := mustFit(t, gammaGamma(exact, n))
	checkFit(t, m, []float64{6.25, 3.74, 15.44}, nil, -4055.9177, 2e-3, "note 025; ln L: CLVTools test_correctness_gg.R")
	// CLVTools stops a hair off the optimum: p differs by 4e-5, ln L by 1e-8.
	checkFit(t, m, []float64{6.24934918, 3.74425633, 15.44430668}, nil, -4055.917695, 6e-5, "CLVTools run")

	rounded := Summary{}
	for _, c := range cdnowRounded(t) {
		rounded.X = append(rounded.X, int32(c.x))
		rounded.Total = append(rounded.Total, analysis.MoneyOf(c.mean*float64(c.x)))
	}
	blocks, n := rounded.spendBlocks()
	m = mustFit(t, gammaGamma(blocks, n))
	checkFit(t, m, []float64{6.248802, 3.744588, 15.44775}, []float64{1.18965, 0.29016, 4.15985}, -4055.923244, 1e-6, "recomputed")
	check(t, []row{
		{"mean spend", m.gammaGamma().Mean(), 35.1710, 2e-6, "recomputed"},
		{"correlation", rounded.spendFrequencyCorrelation(), 0.1139, 5e-4, "recomputed"},
	})
}

// Including the first purchase gives another, published, fit: proof that it is
// left out elsewhere.
func TestGammaGammaWithTheFirstPurchase(t *testing.T) {
	log := cdnowSample(t)
	s := Summarize(log, cdnowCalibration)
	for i, c := range s.Customer {
		from, _ := log.Rows(c)
		s.Total[i] += log.Amount[from]
		s.X[i]++
	}
	blocks, n := s.spendBlocks()
	m := mustFit(t, gammaGamma(blocks, n))
	check(t, []row{
		{"p", m.Params[0].Value, 9.88124, 1e-3, "CLVTools run"}, {"q", m.Params[1].Value, 3.39875, 1e-3, "CLVTools run"},
		{"γ", m.Params[2].Value, 7.92859, 1e-3, "CLVTools run"}, {"ln L", m.LogLik, -9898.450937, 1e-8, "CLVTools run"},
	})
}

func TestBGNBDPredictions(t *testing.T) {
	m := BGNBD{0.2425929, 4.413532, 0.7928862, 2.425753} // the optimum on rounded weeks
	const source = "recomputed; lifetimes 0.11.3"
	check(t, []row{
		{"CET(2, 30.43, 38.86, 39)", m.ExpectedGiven(2, 30.43, 38.86, 39), 1.226, 2e-4, "FHL p. 282"},
		{"CET(2, 30.43, 38.86, 39)", m.ExpectedGiven(2, 30.43, 38.86, 39), 1.225910440, 1e-6, source},
		{"CET(0, 0, 38.86, 39)", m.ExpectedGiven(0, 0, 38.86, 39), 0.194780847, 1e-6, source},
		{"CET(26, 30.86, 31, 52)", m.ExpectedGiven(26, 30.86, 31, 52), 25.759472987, 1e-6, source},
		{"CET(7, 35, 38.86, 39)", m.ExpectedGiven(7, 35, 38.86, 39), 4.387529138, 1e-6, source},
		{"alive(2, 30.43, 38.86)", m.Alive(2, 30.43, 38.86), 0.726609146, 1e-6, source},
		{"alive(0, 0, 38.86)", m.Alive(0, 0, 38.86), 1, 0, source},
		{"alive(26, 30.86, 31)", m.Alive(26, 30.86, 31), 0.968919710, 1e-6, source},
		{"alive(7, 35, 38.86)", m.Alive(7, 35, 38.86), 0.843786890, 1e-6, source},
		{"E X(1)", m.Expected(1), 0.053184741, 1e-6, "recomputed"},
		{"E X(52)", m.Expected(52), 1.444020838, 1e-6, "recomputed"},
	})
	// The sheet's last value is off by 4e-4: at these parameters, and by 40-digit
	// arithmetic, E X(78) is 1.857971.
	for _, c := range []struct{ t, want, tol float64 }{
		{0.1429, 0.0078, 6e-5}, {1, 0.0532, 6e-5}, {3, 0.1506, 6e-5}, {31.8571, 1.0405, 6e-5}, {32, 1.0437, 6e-5},
		{78, 1.8576, 4e-4}, {78, 1.857971433, 1e-9},
	} {
		if got := m.Expected(c.t); math.Abs(got-c.want) > c.tol {
			t.Errorf("E X(%v) = %.5f, want %v (Hardie's sheet, lifetimes test)", c.t, got, c.want)
		}
	}
}

// Among customers who have been silent since week 20, those who used to buy
// more are expected to buy less.
func TestIncreasingFrequencyParadox(t *testing.T) {
	m := BGNBD{0.2425945, 4.4136019, 0.7929199, 2.4258881}
	for _, c := range []struct {
		x    int
		want float64
	}{{10, 0.3474602656}, {15, 0.04283395667}, {20, 0.00415898597}, {25, 0.0003583704591}} {
		check(t, []row{{"CET(52) at x " + strconv.Itoa(c.x), m.ExpectedGiven(c.x, 20, 39, 52), c.want, 1e-4,
			"BTYD run, at its own estimates"}})
	}
}

func TestBGNBDProbabilities(t *testing.T) {
	m := BGNBD{0.243, 4.414, 0.793, 2.426}
	const source = "recomputed"
	check(t, []row{
		{"P(X(39) = 0)", m.PMF(0, 39), 0.5737863521, 1e-9, source},
		{"P(X(2) = 10)", m.PMF(10, 2), 1.07868964e-07, 1e-8, source},
		{"P(X(0) = 0)", m.PMF(0, 0), 1, 0, "definition"}, {"P(X(0) = 1)", m.PMF(1, 0), 0, 0, "definition"},
	})
	for i, want := range []float64{.0019995214475, .0015170236300, .0011633150067, .0009003147896, .0007023637659,
		.0005517902426, .0004361912809, .0003467171396, .0002769612648, .0002222260480} {
		check(t, []row{{"P(X(30) = " + strconv.Itoa(11+i) + ")", m.PMF(11+i, 30), want, 1e-9, source}})
	}
	sum := 0.0
	for n := range 2000 {
		sum += m.PMF(n, 39)
	}
	check(t, []row{{"Σ P(X(39) = n)", sum, 1, 1e-8, "a probability"}})
}

func TestGammaGammaPredictions(t *testing.T) {
	customers := cdnowRounded(t)
	m := GammaGamma{6.248802, 3.744588, 15.44775}
	published := []float64{24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17}
	own := []float64{24.6586, 18.9115, 35.171, 35.171, 35.171, 71.4629, 18.9115, 35.171, 27.2824, 35.171}
	for i, c := range customers[:10] {
		got := m.Expected(c.x, c.mean*float64(c.x))
		name := "E M of customer " + strconv.Itoa(i+1)
		check(t, []row{{name, got, published[i], 5e-4, "note 025"}, {name, got, own[i], 3e-6, "recomputed"}})
	}
}

// The paper's summary, for every customer of the sample.
func TestSummaryOfCDNOW(t *testing.T) {
	s := Summarize(cdnowSample(t), cdnowCalibration)
	want := cdnowRounded(t)
	if len(s.X) != len(want) || len(want) != 2357 {
		t.Fatalf("%d customers, want %d", len(s.X), len(want))
	}
	for i, w := range want {
		tx, age := s.Rows.Weeks(s.TX[i]), s.Rows.Weeks(s.T[i])
		if int(s.X[i]) != w.x || math.Abs(tx-w.tx) > 0.00501 || math.Abs(age-w.t) > 0.00501 {
			t.Fatalf("customer %d: %d, %.3f, %.3f, want %+v", i+1, s.X[i], tx, age, w)
		}
		if w.x > 0 && math.Abs(s.Total[i].Float()/float64(w.x)-w.mean) > 0.00501 {
			t.Fatalf("customer %d spends %.4f, want %+v", i+1, s.Total[i].Float()/float64(w.x), w)
		}
		r := s.Row[i]
		if s.Rows.X[r] != s.X[i] || s.Rows.TX[r] != s.TX[i] || s.Rows.T[r] != s.T[i] {
			t.Fatalf("customer %d is in the wrong row", i+1)
		}
	}
}

// cdnowAnalysis is what the Value screen does with the sample.
func cdnowAnalysis(t testing.TB) *Analysis {
	a, err := Analyze(context.Background(), cdnowSample(t), Options{CalibrationEnd: cdnowCalibration, DiscountRate: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestHoldoutOfCDNOW(t *testing.T) {
	h := cdnowAnalysis(t).Result().Holdout
	const source = "CLVTools run, at its own estimates"
	check(t, []row{
		{"weeks", h.Weeks, 39, 0, "definition"}, {"actual", h.Actual, 1882, 0, "counted"},
		{"Σ CET", h.Expected, 1653.40784, 1e-6, source}, {"MAE", h.MAE, 0.785454145, 1e-6, source},
		{"RMSE", h.RMSE, 1.60798209, 1e-6, source}, {"Σ P(alive)", h.SumAlive, 1917.27704, 1e-6, source},
		{"Σ CET", h.Expected, 1653.392036, 2e-5, "BTYDplus run"},
	})
}

func TestTrackingOfCDNOW(t *testing.T) {
	points := cdnowAnalysis(t).Result().Tracking
	if len(points) != 78 {
		t.Fatalf("%d weeks, want 78", len(points))
	}
	const source = "BTYD run, at its own estimates"
	for _, c := range []struct {
		week             int
		actual, expected float64
	}{
		{20, 1359, 1312.458}, {21, 1414, 1387.347}, {22, 1484, 1460.392}, {23, 1517, 1531.714}, {24, 1573, 1601.418},
		{25, 1672, 1669.600}, {39, 2457, 2501.520}, {78, 4339, 4165.629},
	} {
		p := points[c.week-1]
		name := "week " + strconv.Itoa(c.week)
		check(t, []row{{name, p.Actual, c.actual, 0, "counted"}, {name, p.Expected, c.expected, 1e-5, source}})
		if p.Week != c.week || p.Holdout != (c.week > 39) {
			t.Errorf("%+v stands for week %d", p, c.week)
		}
	}
	actual := []float64{73, 55, 70, 33, 56, 99}
	expected := []float64{76.865, 74.888, 73.046, 71.322, 69.704, 68.182}
	for i := range actual {
		p := points[19+i]
		name := "in week " + strconv.Itoa(p.Week)
		check(t, []row{{name, p.WeekActual, actual[i], 0, "counted"}, {name, p.WeekExpected, expected[i], 1e-5, source}})
	}
}

func TestCalibrationByFrequencyOfCDNOW(t *testing.T) {
	a := cdnowAnalysis(t)
	const source = "BTYD run, at its own estimates"
	customers := []int{1411, 439, 214, 100, 62, 38, 29, 64}
	expected := []float64{1407.679, 460.324, 192.464, 101.166, 59.848, 38.120, 25.549}
	actual := []float64{.23671, .69704, 1.39252, 1.56, 2.53226, 2.94737, 3.86207, 6.35938}
	forecast := []float64{.22509, .52314, 1.04412, 1.52025, 2.16382, 2.65378, 3.50395, 6.15703}
	classes := a.Result().Calibration
	total := 0.0
	for x, c := range classes {
		name := "class " + strconv.Itoa(x)
		if c.X != x || c.Customers != customers[x] {
			t.Errorf("%s holds %d customers, want %d", name, c.Customers, customers[x])
		}
		if x < lastClass {
			check(t, []row{{name, c.Expected, expected[x], 2e-5, source}})
		}
		check(t, []row{
			{name + " in the holdout", c.HoldoutActual, actual[x], 1e-5, "counted"},
			{name + " forecast", c.HoldoutExpected, forecast[x], 5e-5, source},
		})
		total += c.Expected
	}
	check(t, []row{{"Σ expected customers", total, 2357, 1e-12, "all of them"}})

	// BTYD's last class, 71.226, ends at the largest x observed, 29; ours does not end.
	m, last := a.pastBuy.law(), 0.0
	for _, age := range a.then.T {
		for x := lastClass; x <= 29; x++ {
			last += m.PMF(x, float64(age)/daysPerWeek)
		}
	}
	check(t, []row{{"classes 7 to 29", last, 71.226, 5e-5, source}})
}

// The proposal halves the observation, which on CDNOW is the published split.
func TestProposeHalvesTheObservation(t *testing.T) {
	if got := Propose(cdnowSample(t)); got != cdnowCalibration {
		t.Errorf("proposed %v, want %v", got, cdnowCalibration)
	}
}
