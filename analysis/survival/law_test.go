package survival

import (
	"math"
	"testing"
)

// TestLawReference: R's survreg with ~ 1.
func TestLawReference(t *testing.T) {
	fits := map[string]*Laws{}
	for _, f := range readRows(t, "laws.tsv") {
		if fits[f[0]] == nil {
			laws, err := FitLaws(subjects(t, f[0]))
			if err != nil {
				t.Fatal(err)
			}
			fits[f[0]] = laws
		}
		var l *Law
		for i := range fits[f[0]].Laws {
			if fits[f[0]].Laws[i].Name == LawName(f[1]) {
				l = &fits[f[0]].Laws[i]
			}
		}
		got := []float64{l.Mu, l.MuSE, l.Sigma, l.LogLik, l.AIC, l.Scale, l.Shape, l.Quantile(0.5, 0).Time}
		for i, v := range got {
			if want := number(t, f[2+i]); !math.IsNaN(want) && !(math.Abs(v-want) <= 1e-6*math.Abs(want)) {
				t.Errorf("%s %s, column %d: %.11g, want %.11g", f[0], f[1], 2+i, v, want)
			}
		}
	}
	for data, best := range map[string]LawName{"lung": Weibull, "waltons": Weibull, "rossi": Weibull} {
		if l := fits[data]; l.Laws[l.Best].Name != best {
			t.Errorf("%s: best is %s, want %s", data, l.Laws[l.Best].Name, best)
		}
	}
}
