package clv

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Fader and Hardie (2007), table 1: survivors of 1,000 (Regular, High End) over
// the renewals they fitted and those they projected.
var (
	regular = []float64{1000, 631, 468, 382, 326, 289, 262, 241}
	highEnd = []float64{1000, 869, 743, 653, 593, 551, 517, 491}
)

func tenures(t testing.TB, cohorts ...[]float64) *Tenures {
	out := new(Tenures)
	for _, c := range cohorts {
		if err := out.AddCohort(c); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestContractEstimates(t *testing.T) {
	for _, c := range []struct {
		family         *ContractFamily
		data           string
		survivors      []float64
		params, errors []float64
		logLik, tol    float64
		source         string
	}{
		{SBGFamily, "high end, 8", highEnd, []float64{.668, 3.806}, nil, -1611.158147, 3e-4, "Fader and Hardie 2007, p. 7"},
		{SBGFamily, "high end, 8", highEnd, []float64{.6680886, 3.806097}, []float64{.103735, .785533}, -1611.158147, 1e-6, "recomputed"},
		{SBGFamily, "regular, 8", regular, []float64{.704, 1.182}, nil, -1680.265188, 3e-4, "Fader and Hardie 2007, p. 7"},
		{SBGFamily, "regular, 8", regular, []float64{.7040773, 1.182043}, []float64{.065599, .152476}, -1680.265188, 1e-6, "recomputed"},
		{SBGFamily, "high end, 5", highEnd[:5], []float64{1.280974, 7.790367}, nil, -1225.134907, 3e-6, "recomputed"},
		{SBGFamily, "regular, 5", regular[:5], []float64{.763665, 1.29583}, nil, -1401.559424, 1e-6, "recomputed"},
		{BdWFamily, "high end, 5", highEnd[:5], []float64{.2593, 1.7225, 1.5844}, nil, -1222.749318, 2e-4, "notebook after Fader and others 2018"},
		{BdWFamily, "high end, 5", highEnd[:5], []float64{.2593358, 1.722552, 1.584361}, nil, -1222.749318, 3e-6, "recomputed"},
		{BdWFamily, "regular, 5", regular[:5], []float64{.5231, .8944, 1.1963}, nil, -1401.383052, 2e-4, "notebook after Fader and others 2018"},
		{BdWFamily, "regular, 5", regular[:5], []float64{.5230299, .8942835, 1.196398}, nil, -1401.383052, 3e-6, "recomputed"},
		{BdWFamily, "high end, 8", highEnd, []float64{.2142534, 1.426575, 1.723565}, nil, -1605.314213, 3e-6, "recomputed"},
		{BdWFamily, "regular, 8", regular, []float64{.4556139, .7793253, 1.283452}, nil, -1679.602833, 3e-6, "recomputed"},
	} {
		t.Run(c.family.Name+", "+c.data+", "+c.source, func(t *testing.T) {
			m, err := c.family.Fit(context.Background(), tenures(t, c.survivors))
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range m.Params {
				check(t, []row{{p.Name, p.Value, c.params[i], c.tol, c.source}})
				if c.errors != nil {
					check(t, []row{{"SE of " + p.Name, p.SE, c.errors[i], 2e-3, c.source}})
				}
			}
			if math.Abs(m.LogLik-c.logLik) > 1e-4 {
				t.Errorf("ln L = %.6f, want %.6f", m.LogLik, c.logLik)
			}
			if v := m.Verdict; !v.Converged || v.StartsAgree != v.Starts || v.Gradient > 1e-6 {
				t.Errorf("verdict %+v", v)
			}
		})
	}
}

// The curves in per cent, fitted on 8 points and projected.
func TestContractSurvival(t *testing.T) {
	for _, c := range []struct {
		survivors []float64
		want      []float64
	}{
		{regular, []float64{100, 62.67, 47.38, 38.80, 33.21, 29.23, 26.25, 23.90, 22.01, 20.44, 19.12, 17.99, 17.00}},
		{highEnd, []float64{100, 85.07, 74.69, 66.98, 60.99, 56.18, 52.22, 48.89, 46.04, 43.58, 41.42, 39.51, 37.80}},
	} {
		m, err := SBGFamily.Fit(context.Background(), tenures(t, c.survivors))
		if err != nil {
			t.Fatal(err)
		}
		for k, want := range c.want {
			if got := 100 * m.Model.Survival(k); math.Abs(got-want) > 0.00501 {
				t.Errorf("S(%d) = %.4f %%, want %v", k, got, want)
			}
		}
	}
}

// Fader and Hardie (2010), table 3.
func TestResidualLifetimes(t *testing.T) {
	for _, c := range []struct {
		model                 SBG
		published, recomputed []float64
	}{
		{SBG{3.8, 15.2}, []float64{3.31, 3.45, 3.59, 3.72, 3.84}, []float64{3.3098, 3.4510, 3.5865, 3.7168, 3.8421}},
		{SBG{1. / 15, 4. / 15}, []float64{7.68, 9.46, 9.86, 10.06, 10.19}, []float64{7.6815, 9.4620, 9.8560, 10.0605, 10.1924}},
	} {
		for i := range c.published {
			got := c.model.DERL(i+1, 0.1)
			if math.Abs(got-c.published[i]) > 0.00501 || math.Abs(got-c.recomputed[i]) > 0.0000501 {
				t.Errorf("%+v: DERL(%d) = %.5f, want %v, %v", c.model, i+1, got, c.published[i], c.recomputed[i])
			}
			check(t, []row{{"DERL", got, expectedResidual(c.model, i+1, 0.1), 1e-11, "period by period"}})
		}
	}
	if got := (SBG{.067, .267}).DERL(1, 0.1); math.Abs(got-7.6708) > 0.0000501 {
		t.Errorf("DERL with the printed parameters = %.5f, want 7.6708", got)
	}
}

// With c = 1 the one model is the other.
func TestBdWContainsSBG(t *testing.T) {
	a, b := SBG{.7, 1.2}, BdW{.7, 1.2, 1}
	for k := range 40 {
		check(t, []row{
			{"survival", b.Survival(k), a.Survival(k), 1e-13, "sBG"}, {"retention", b.Retention(k + 1), a.Retention(k + 1), 1e-13, "sBG"},
			{"DERL", b.DERL(k+1, 0.1), a.DERL(k+1, 0.1), 1e-11, "sBG"},
		})
	}
}

func TestContractDerivatives(t *testing.T) {
	data := tenures(t, regular, highEnd[:4], []float64{50, 50, 20})
	for _, f := range ContractFamilies() {
		for _, p := range [][]float64{{.7, 1.2, 1.3}, {20, .1, .4}, {.05, 30, 2}} {
			checkDerivatives(t, f.minus(data), logs(p[:len(f.Names)]))
		}
	}
}

// Cohorts that are cut off at different ages add up, and are no other than one
// observed customer by customer.
func TestCohortsAddUp(t *testing.T) {
	both := tenures(t, []float64{10, 8, 7}, []float64{5, 4}, []float64{3})
	if fmt.Sprint(both.Lost, both.Kept) != "[3 1] [4 7]" || both.Customers() != 15 {
		t.Errorf("%+v", both)
	}
	p := numeric.NewPoint(logs([]float64{.7, 1.2}))
	sbgMinus(both)(p)
	m := SBG{.7, 1.2}
	want := 3*math.Log(1-m.Survival(1)) + math.Log(m.Survival(1)-m.Survival(2)) + 4*math.Log(m.Survival(1)) + 7*math.Log(m.Survival(2))
	check(t, []row{{"ln L", -p.Value, want, 1e-13, "survivals"}})
}

func TestContractsRefuse(t *testing.T) {
	var known *analysis.Error
	if err := new(Tenures).AddCohort([]float64{10, 12}); !errors.As(err, &known) || known.Kind != analysis.BadInput {
		t.Errorf("a cohort that grows: %v", err)
	}
	for _, survivors := range [][]float64{{10}, {10, 4}, {10, 10, 10, 10}} {
		if _, err := BdWFamily.Fit(context.Background(), tenures(t, survivors)); !errors.As(err, &known) || known.Kind != analysis.NotEnough {
			t.Errorf("%v: %v", survivors, err)
		}
	}
}

// Where everybody leaves there is nothing to add up, and no endless sum either.
func TestResidualOfNobody(t *testing.T) {
	if v := expectedResidual(BdW{1e6, 1e-6, 20}, 3, 0.1); !(v >= 0 && v < 1e-3) {
		t.Errorf("DERL = %v", v)
	}
}
