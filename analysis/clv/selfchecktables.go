package clv

import (
	"context"
	"strconv"
)

// The BG/NBD paper's parameters. The sheet's value for 78 weeks, 1.8576, is left
// out: at these parameters 40-digit arithmetic gives 1.85797.
func checkBGNBD(context.Context) ([]CheckRow, error) {
	m := BGNBD{0.2425929, 4.413532, 0.7928862, 2.425753}
	sheet := checklist{source: "Fader, Hardie and Lee, BG/NBD spreadsheet", model: nameBGNBD}
	for _, c := range []struct {
		t       float64
		printed string
	}{{0.1429, ".0078"}, {1, ".0532"}, {3, ".1506"}, {31.8571, "1.0405"}, {32, "1.0437"}} {
		sheet.row("E[X("+plain(c.t)+")]", c.printed, m.Expected(c.t))
	}
	paper := checklist{source: "Fader, Hardie and Lee (2005), p. 282", model: nameBGNBD}
	paper.row(atHistory("E[Y(39)]", 2, 30.43, 38.86), "1.226", m.ExpectedGiven(2, 30.43, 38.86, 39))

	rounded := BGNBD{.243, 4.414, .793, 2.426}
	btyd := checklist{source: "BTYD, as a test of lifetimes quotes it", model: nameBGNBD}
	btyd.row("P(X(2)=10)", "1.07869e-07", rounded.PMF(10, 2))
	btyd.series(func(n int) string { return "P(X(30)=" + strconv.Itoa(n) + ")" }, 11, []string{
		".0019995214", ".0015170236", ".0011633150", ".0009003148", ".0007023638",
		".0005517902", ".0004361913", ".0003467171", ".0002769613", ".0002222260",
	}, func(n int) float64 { return rounded.PMF(n, 30) })
	return append(append(sheet.rows, paper.rows...), btyd.rows...), nil
}

// BTYD's walkthrough at the estimates of its own run, and its example of DERT.
func checkPareto(context.Context) ([]CheckRow, error) {
	m := ParetoNBD{.5533710252, 10.57951963, .6059073818, 11.65811618}
	c := checklist{source: "BTYD, walkthrough", model: nameParetoNBD}
	c.row("E[X(52)]", "1.473434", m.Expected(52))
	c.row(atHistory("E[Y(52)]", 26, 30.857143, 31), "25.45647", m.ExpectedGiven(26, 30.857143, 31, 52))
	c.row(atHistory("P(alive)", 26, 30.857143, 31), ".997874", m.Alive(26, 30.857143, 31))
	for _, p := range []struct {
		x       int
		printed string
	}{{10, ".7062289"}, {15, ".1442396"}, {20, ".02250658"}, {25, ".00309267"}} {
		c.row(atHistory("E[Y(52)]", p.x, 20, 39), p.printed, m.ExpectedGiven(p.x, 20, 39, 52))
	}
	c.series(at("E X"), 1, []string{".05100575", ".09962436", ".14613086", ".19075229", ".23367855", ".27507033",
		".31506495", ".35378086", ".39132100"}, func(k int) float64 { return m.Expected(float64(k)) })

	dert := checklist{source: "BTYD, ?pnbd.DERT", model: nameParetoNBD}
	year := ParetoNBD{.5629966, 12.5590370, .4081095, 10.5148048}
	dert.row(atHistory("DERT", 7, 35, 77.86), "1.864183", year.DERT(7, 35, 77.86, .0027))
	dert.series(func(x int) string { return atHistory("DERT", x, 30, 77.86) }, 1, []string{"2.1991554", "2.8435344", "2.8671284",
		"2.4454101", "1.8405019", "1.2624165", ".8096181", ".4948036", ".2920247", ".1679275"},
		func(x int) float64 { return year.DERT(x, 30, 77.86, .0027) })
	return append(c.rows, dert.rows...), nil
}

// Frequent buyers at high ages, where hypergeometric forms lose their digits.
func checkParetoFar(context.Context) ([]CheckRow, error) {
	m := ParetoNBD{.5143, 2.8845, .2856, 14.1087}
	c := checklist{source: "CLVTools, test of numerical stability", model: nameParetoNBD}
	for _, h := range []struct {
		x       int
		tx, age float64
		printed string
	}{{221, 103.42857, 103.57143, ".99959605"}, {254, 97.14286, 97.28571, ".99955823"}, {161, 94.71429, 98, ".74948775"},
		{204, 98.57143, 99.42857, ".99425508"}} {
		c.row(atHistory("P(alive)", h.x, h.tx, h.age), h.printed, m.Alive(h.x, h.tx, h.age))
	}
	m = ParetoNBD{.55, 10.58, .61, 11.67}
	l := checklist{source: "lifetimes, test of continuity", model: nameParetoNBD}
	l.row(atHistory("E[Y(10)]", 132, 200, 200), "6.20605178896", m.ExpectedGiven(132, 200, 200, 10))
	l.row(atHistory("E[Y(10)]", 133, 200, 200), "6.25287224757", m.ExpectedGiven(133, 200, 200, 10))
	return append(c.rows, l.rows...), nil
}

// donors are the cells of Fader, Hardie and Shang (2010), table 1: those who first
// gave in 1995, by gifts x of six opportunities and the last one taken.
var donors = []struct{ x, tx, n int32 }{
	{0, 0, 3464},
	{1, 1, 1091}, {1, 2, 277}, {1, 3, 129}, {1, 4, 78}, {1, 5, 119}, {1, 6, 129},
	{2, 2, 613}, {2, 3, 255}, {2, 4, 155}, {2, 5, 173}, {2, 6, 234},
	{3, 3, 322}, {3, 4, 181}, {3, 5, 225}, {3, 6, 357},
	{4, 4, 240}, {4, 5, 284}, {4, 6, 512},
	{5, 5, 335}, {5, 6, 728},
	{6, 6, 1203},
}

func donorRows() *Rows {
	rows := &Rows{PerWeek: 1}
	for _, d := range donors {
		rows.X, rows.TX, rows.T = append(rows.X, d.x), append(rows.TX, d.tx), append(rows.T, 6)
		rows.N = append(rows.N, float64(d.n))
	}
	return rows
}

func checkDonations(ctx context.Context) ([]CheckRow, error) {
	rows := donorRows()
	m, err := BGBBFamily.Fit(ctx, rows)
	if err != nil {
		return nil, err
	}
	c := checklist{source: "Fader, Hardie and Shang (2010), donations", model: nameBGBB}
	c.fit(m.Fit, "1.204", ".750", ".657", "2.783")
	c.row("ln L", "-33225.6", m.LogLik)
	for _, d := range []struct {
		x       int
		tx      float64
		printed string
	}{{0, 0, ".11"}, {2, 4, ".59"}, {6, 6, ".93"}} {
		c.row(atHistory("P(alive)", d.x, d.tx, 6), d.printed, m.Model.Alive(d.x, d.tx, 6))
	}
	total := 0.0
	for i, v := range rows.expectedWithin(m.Model, 5) {
		total += float64(rows.N[i] * v)
	}
	c.row("Σ E[Y(5)]", "12884.2", total)

	note := checklist{source: "Fader and Hardie, note 010, tracking plot", model: nameBGBB}
	note.series(at("E X"), 1, []string{".4985", ".9233", "1.2969", "1.6323", "1.9381", "2.2202", "2.4826", "2.7285", "2.9603",
		"3.1798", "3.3887"}, func(k int) float64 { return m.Model.Expected(float64(k)) })
	return append(c.rows, note.rows...), nil
}

// Fader and Hardie (2007), table 1: survivors of 1,000 customers over the years
// that were fitted.
var (
	regularSurvivors = []float64{1000, 631, 468, 382, 326, 289, 262, 241}
	highEndSurvivors = []float64{1000, 869, 743, 653, 593, 551, 517, 491}
)

func checkContracts(ctx context.Context) ([]CheckRow, error) {
	const (
		paper    = "Fader and Hardie (2007), "
		notebook = "notebook after Fader and others (2018), "
	)
	var rows []CheckRow
	for _, t := range []struct {
		source    string
		family    *ContractFamily
		survivors []float64
		params    []string
		survival  []string // in per cent, from year 1
	}{
		{paper + "Regular", SBGFamily, regularSurvivors, []string{".704", "1.182"}, []string{"62.67", "47.38", "38.80", "33.21",
			"29.23", "26.25", "23.90", "22.01", "20.44", "19.12", "17.99", "17.00"}},
		{paper + "High End", SBGFamily, highEndSurvivors, []string{".668", "3.806"}, []string{"85.07", "74.69", "66.98", "60.99",
			"56.18", "52.22", "48.89", "46.04", "43.58", "41.42", "39.51", "37.80"}},
		{notebook + "Regular", BdWFamily, regularSurvivors[:5], []string{".523", ".894", "1.196"}, nil},
		{notebook + "High End", BdWFamily, highEndSurvivors[:5], []string{".2593", "1.723", "1.584"}, nil},
	} {
		var tenures Tenures
		if err := tenures.AddCohort(t.survivors); err != nil {
			return nil, err
		}
		m, err := t.family.Fit(ctx, &tenures)
		if err != nil {
			return nil, err
		}
		c := checklist{source: t.source, model: t.family.Name}
		c.fit(m.Fit, t.params...)
		c.series(at("100·S"), 1, t.survival, func(k int) float64 { return 100 * m.Model.Survival(k) })
		rows = append(rows, c.rows...)
	}
	return rows, nil
}

// Fader and Hardie (2010), table 3. The second pair of parameters is 1/15 and
// 4/15; its printed form, .067 and .267, gives 7.67 in the first column.
func checkLifetimes(context.Context) ([]CheckRow, error) {
	const rate = 0.10
	c := checklist{source: "Fader and Hardie (2010), table 3", model: SBGFamily.Name}
	for _, t := range []struct {
		model   SBG
		name    string
		printed []string
	}{
		{SBG{3.8, 15.2}, "DERL(α=3.8, β=15.2, n=", []string{"3.31", "3.45", "3.59", "3.72", "3.84"}},
		{SBG{1. / 15, 4. / 15}, "DERL(α=1/15, β=4/15, n=", []string{"7.68", "9.46", "9.86", "10.06", "10.19"}},
	} {
		c.series(func(n int) string { return t.name + strconv.Itoa(n) + ")" }, 1, t.printed,
			func(n int) float64 { return t.model.DERL(n, rate) })
	}
	return c.rows, nil
}
