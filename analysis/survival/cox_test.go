package survival

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis"
)

// design codes number columns of a data set.
func design(t *testing.T, data string, columns ...string) *Design {
	t.Helper()
	tab := readTable(t, data)
	var attributes []analysis.Column
	for _, name := range columns {
		attributes = append(attributes, numberColumn(name, tab.numbers(t, name)))
	}
	d, err := NewDesign(subjects(t, data), attributes)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func fitCox(t *testing.T, d *Design, o CoxOptions) *CoxFit {
	t.Helper()
	f, err := Cox(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var rossiColumns = []string{"fin", "age", "race", "wexp", "mar", "paro", "prio"}

// referenceFits are the regressions of testdata/cox.tsv.
var referenceFits = map[string]func(*testing.T) *CoxFit{
	"rossi all 7, efron": func(t *testing.T) *CoxFit { return fitCox(t, design(t, "rossi", rossiColumns...), CoxOptions{}) },
	"rossi all 7, breslow": func(t *testing.T) *CoxFit {
		return fitCox(t, design(t, "rossi", rossiColumns...), CoxOptions{Ties: Breslow})
	},
	"rossi all 7, exact": func(t *testing.T) *CoxFit {
		return fitCox(t, design(t, "rossi", rossiColumns...), CoxOptions{Ties: Exact})
	},
	"rossi strat(wexp)": func(t *testing.T) *CoxFit {
		return fitCox(t, design(t, "rossi", "fin", "age", "race", "mar", "paro", "prio"), CoxOptions{Strata: groups(t, "rossi", "wexp")})
	},
	"lung age+sex+ph.ecog (complete cases)": func(t *testing.T) *CoxFit { return fitCox(t, design(t, "lung", "age", "sex", "ph.ecog"), CoxOptions{}) },
}

// quantities reads a fit by the names of testdata/cox.tsv.
func (f *CoxFit) quantities() map[string]float64 {
	q := map[string]float64{
		"n": float64(f.N), "events": float64(f.Events), "null": f.Null, "loglik": f.LogLik, "aic": f.AIC,
		"concordance": f.Concordance.C, "concordance se": f.Concordance.SE, "zph GLOBAL": f.ProportionalAll.Statistic, "zph p GLOBAL": f.ProportionalAll.P,
	}
	for name, test := range map[string]GlobalTest{"lrt": f.LRT, "wald": f.Wald, "score": f.Score} {
		q[name], q[name+" df"], q[name+" p"] = test.Statistic, float64(test.DF), test.P
	}
	for _, e := range f.Effects {
		c := e.Term.Column
		q["coef "+c], q["se "+c], q["z "+c], q["p "+c] = e.Coefficient, e.SE, e.Z, e.P
		q["ratio "+c], q["low "+c], q["high "+c] = e.Ratio, e.Low, e.High
	}
	for _, h := range f.Proportional {
		q["zph "+h.Column], q["zph p "+h.Column] = h.Statistic, h.P
	}
	return q
}

// TestCoxReference checks every number of testdata/cox.tsv within 1e-6. Wald's
// statistic is printed with two decimals there.
func TestCoxReference(t *testing.T) {
	found := map[string]map[string]float64{}
	for _, f := range readRows(t, "cox.tsv") {
		if found[f[0]] == nil {
			found[f[0]] = referenceFits[f[0]](t).quantities()
		}
		name := strings.TrimSpace(f[1] + " " + f[2])
		got, ok := found[f[0]][name]
		want, tolerance := number(t, f[3]), 1e-6
		switch f[1] {
		case "wald":
			got = math.Round(100*got) / 100
		case "wald p":
			tolerance = 3e-3 // p of the rounded statistic
		}
		if !ok || !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
			t.Errorf("%s: %s = %.11g, want %.11g", f[0], name, got, want)
		}
	}
}

// TestCoxPredictionReference: basehaz(fit, centered = FALSE), survfit with newdata,
// predict and residuals of the fit with Efron's ties. R leaves terms of 0 and 1
// uncentred in its linear predictors.
func TestCoxPredictionReference(t *testing.T) {
	f := referenceFits["rossi all 7, efron"](t)
	near := func(what string, got, want float64) {
		t.Helper()
		if !(math.Abs(got-want) <= 1e-6*math.Abs(want)) {
			t.Errorf("%s = %.12g, want %.12g", what, got, want)
		}
	}
	base, err := f.Predict(make([]float64, 7), 0)
	if err != nil {
		t.Fatal(err)
	}
	for i, at := range []float64{10, 20, 30, 40, 52} {
		s, _, _ := base.At(at)
		near("baseline", -math.Log(s), []float64{0.10403841209, 0.29189820359, 0.45367543212, 0.67441460640, 0.95649921907}[i])
	}
	for fin, want := range [][]float64{
		{0.959877722077436, 0.853013327063272, 0.686275057562863},
		{0.972369032251202, 0.896924848815477, 0.772899116951754},
	} {
		p, err := f.Predict([]float64{float64(fin), 25, 1, 0, 0, 1, 3}, 0)
		if err != nil {
			t.Fatal(err)
		}
		for i, at := range []float64{10, 26, 52} {
			s, low, high := p.At(at)
			near("predicted survival", s, want[i])
			if !(low < s && s < high) {
				t.Errorf("%v is not within %v … %v", s, low, high)
			}
		}
	}
	uncentred := 0.0
	for _, e := range f.Effects {
		if e.Term.Column != "age" && e.Term.Column != "prio" {
			uncentred += e.Coefficient * e.Term.Mean
		}
	}
	predictors, residuals := f.Predictors(), f.Residuals()
	for i := range 5 {
		near("predictor", predictors[i]+uncentred, []float64{0.092501165205, 1.0669262543, 1.0032784310, -0.82366376812, 0.088307621169}[i])
		near("residual", residuals[i], []float64{0.90305578039, 0.80750844560, 0.67611313251, -0.13426506390, -0.33421594442}[i])
	}
}
