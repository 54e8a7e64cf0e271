package survival

import (
	"math"
	"math/rand/v2"
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

// slowLogLik is ln of the likelihood from the laws' densities, customer by customer.
func slowLogLik(s *Subjects, name LawName, mu, sigma float64) float64 {
	total := 0.0
	for i, t := range s.Time {
		if t == 0 || !s.watched(i) {
			continue
		}
		if s.Event[i] != 0 {
			total += math.Log(slowDensity(name, t, mu, sigma))
		} else {
			total += math.Log(slowTail(name, t, mu, sigma))
		}
		if e := s.entry(i); e > 0 {
			total -= math.Log(slowTail(name, e, mu, sigma))
		}
	}
	return total
}

func slowTail(name LawName, t, mu, sigma float64) float64 {
	switch u := (math.Log(t) - mu) / sigma; name {
	case LogNormal:
		return math.Erfc(u/math.Sqrt2) / 2
	case LogLogistic:
		return 1 / (1 + math.Exp(u))
	default:
		return math.Exp(-math.Exp(u))
	}
}

// slowDensity differentiates the tail.
func slowDensity(name LawName, t, mu, sigma float64) float64 {
	h := 1e-6 * t
	return (slowTail(name, t-h, mu, sigma) - slowTail(name, t+h, mu, sigma)) / (2 * h)
}

// TestLawsAreAtTheirSummit: with late entries too, no step aside has a higher
// likelihood, and standard errors are its curvature.
func TestLawsAreAtTheirSummit(t *testing.T) {
	rng := rand.New(rand.NewPCG(61, 62))
	s := &Subjects{}
	for s.N() < 120 {
		life, entry, seen := 20*math.Pow(rng.ExpFloat64(), 0.7), float64(rng.IntN(3)*rng.IntN(10)), 40*rng.Float64()
		if t := math.Ceil(min(life, seen)); t > entry {
			s.Time, s.Entry, s.Event = append(s.Time, t), append(s.Entry, entry), append(s.Event, 0)
			if life <= seen {
				s.Event[s.N()-1] = 1
			}
		}
	}
	laws, err := FitLaws(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range laws.Laws {
		top := slowLogLik(s, l.Name, l.Mu, l.Sigma)
		if math.Abs(top-l.LogLik) > 1e-6 {
			t.Errorf("%s: ln L = %v, want %v", l.Name, l.LogLik, top)
		}
		const h = 1e-3
		up, down := slowLogLik(s, l.Name, l.Mu+h, l.Sigma), slowLogLik(s, l.Name, l.Mu-h, l.Sigma)
		if up > top || down > top {
			t.Errorf("%s: Mu aside is better", l.Name)
		}
		if l.Name == Exponential {
			continue
		}
		wide, narrow := slowLogLik(s, l.Name, l.Mu, l.Sigma*(1+h)), slowLogLik(s, l.Name, l.Mu, l.Sigma/(1+h))
		if wide > top || narrow > top {
			t.Errorf("%s: Sigma aside is better", l.Name)
		}
		v := l.MuSE*l.MuSE*l.LogSigmaSE*l.LogSigmaSE - l.Covariance*l.Covariance
		if curvature := (2*top - up - down) / (h * h); math.Abs(l.LogSigmaSE*l.LogSigmaSE/v/curvature-1) > 1e-3 {
			t.Errorf("%s: curvature %v, by the covariance %v", l.Name, curvature, l.LogSigmaSE*l.LogSigmaSE/v)
		}
	}
}

// TestLawReads: quantiles and shares are inverse, the hazard is the density over the
// tail, and Weibull's scale and shape say the same.
func TestLawReads(t *testing.T) {
	laws, err := FitLaws(subjects(t, "lung"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range laws.Laws {
		for _, p := range []float64{0.01, 0.5, 0.99} {
			q := l.Quantile(p, 0)
			s, low, high := l.Survival(q.Time, 0)
			if math.Abs(s-(1-p)) > 1e-12 || !(low < s && s < high) || !(q.Low < q.Time && q.Time < q.High) {
				t.Errorf("%s: S(%v) = %v within %v … %v, want %v", l.Name, q, s, low, high, 1-p)
			}
			want := slowDensity(l.Name, q.Time, l.Mu, l.Sigma) / slowTail(l.Name, q.Time, l.Mu, l.Sigma)
			if got := l.Hazard(q.Time); math.Abs(got/want-1) > 1e-6 {
				t.Errorf("%s: hazard %v, want %v", l.Name, got, want)
			}
		}
	}
	if l := laws.Laws[1]; math.Abs(math.Exp(-math.Pow(300/l.Scale, l.Shape))-slowTail(Weibull, 300, l.Mu, l.Sigma)) > 1e-12 {
		t.Error("scale and shape do not say what Mu and Sigma say")
	}
}

// TestLawRefusals are in words.
func TestLawRefusals(t *testing.T) {
	for key, s := range map[string]*Subjects{
		"survival.law-zero": {Time: []float64{0, 1, 2}, Event: []uint8{1, 1, 1}},
		"survival.law-few":  {Time: []float64{3, 3, 5}, Event: []uint8{1, 1, 0}},
		"survival.empty":    {},
	} {
		_, err := FitLaws(s)
		wantError(t, err, key)
	}
}
