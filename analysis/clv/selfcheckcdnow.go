package clv

import (
	"context"

	"churnbench/analysis"
)

// What tells the public sample of CDNOW from other logs, and how the literature
// cuts it: 39 weeks to learn from, 39 to foresee.
const cdnowCustomers = 2357

var (
	cdnowFirstDay = analysis.Date(1997, 1, 1)
	cdnowLastDay  = analysis.Date(1998, 6, 30)
	cdnowCutDay   = analysis.Date(1997, 9, 30)
)

// SelfCheckCDNOW recomputes what was published of the CDNOW sample, where the log is
// that: anybody may download it, but it is not ours to ship. It returns nil for any
// other log. Numbers of a program's run are rounded to the digits that its estimates,
// a hair off the optimum, carry. The error is Cancelled.
func SelfCheckCDNOW(ctx context.Context, log *analysis.Log) ([]CheckRow, error) {
	if !isCDNOW(log) {
		return nil, nil
	}
	a, err := Analyze(ctx, log, Options{CalibrationEnd: cdnowCutDay})
	if err != nil {
		return nil, err
	}
	r := a.Result()
	bg := checklist{source: "Fader, Hardie and Lee (2005), CDNOW", model: nameBGNBD}
	bg.fit(r.Fit, ".243", "4.414", ".793", "2.426")
	bg.row("ln L", "-9582.4", r.Fit.LogLik)
	tools := checklist{source: "CLVTools, CDNOW", model: nameBGNBD}
	tools.row("Σ E[Y(39)]", "1653.41", r.Holdout.Expected)
	tools.row("MAE", ".785454", r.Holdout.MAE)
	tools.row("RMSE", "1.607982", r.Holdout.RMSE)
	tools.row("Σ P(alive)", "1917.28", r.Holdout.SumAlive)
	spend := checklist{source: "Fader and Hardie, note 025, CDNOW", model: "Gamma-Gamma"}
	spend.fit(r.Spend, "6.25", "3.74", "15.44")
	rows := append(append(bg.rows, tools.rows...), spend.rows...)
	more, err := checkFamiliesOnCDNOW(ctx, &a.then.Rows)
	return append(rows, more...), err
}

// checkFamiliesOnCDNOW fits the other models to the calibration window.
func checkFamiliesOnCDNOW(ctx context.Context, rows *Rows) ([]CheckRow, error) {
	var out []CheckRow
	for _, t := range []struct {
		source    string
		family    *Family
		published []string
		logLik    string
	}{
		{"Fader, Hardie and Lee (2005), CDNOW", ParetoNBDFamily, []string{".553", "10.578", ".606", "11.669"}, "-9595.0"},
		{"BTYDplus, CDNOW", MBGNBDFamily, []string{".52484", "6.1831", ".8914", "1.6140"}, "-9582.1357"},
	} {
		m, err := t.family.Fit(ctx, rows)
		if err != nil {
			return nil, err
		}
		c := checklist{source: t.source, model: t.family.Name}
		c.fit(m.Fit, t.published...)
		c.row("ln L", t.logLik, m.LogLik)
		out = append(out, c.rows...)
	}
	return out, nil
}

// isCDNOW reports whether a log is the public sample.
func isCDNOW(log *analysis.Log) bool {
	return log.Customers() == cdnowCustomers && log.First() == cdnowFirstDay && log.End == cdnowLastDay
}
