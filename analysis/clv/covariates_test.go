package clv

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A crowd is simulated customers with what is known of them: a channel of three levels
// and an age, both of which may matter, and a colour, which does not.
type crowd struct {
	log     *analysis.Log // attributes only
	summary *Summary
}

// effects of the channel "shop", the channel "phone" and the age's standard deviation,
// on each link of a family.
type truth [][3]float64

func simulateCrowd(f *Family, base []float64, effects truth, n int, seed uint64) crowd {
	random := rand.New(rand.NewPCG(seed, 77))
	channel := analysis.Column{Name: "channel", Kind: analysis.TextColumn}
	colour := analysis.Column{Name: "colour", Kind: analysis.TextColumn}
	age := analysis.Column{Name: "age", Kind: analysis.NumberColumn}
	for _, level := range []string{"phone", "web", "shop"} {
		channel.Texts.Append([]byte(level))
	}
	for _, level := range []string{"red", "blue"} {
		colour.Texts.Append([]byte(level))
	}
	s := &Summary{}
	for i := range n {
		code := []uint32{1, 1, 1, 2, 2, 0}[random.IntN(6)]
		years := 40 + 10*random.IntN(3) - 10
		channel.Codes, colour.Codes = append(channel.Codes, code), append(colour.Codes, uint32(random.IntN(2)))
		age.Numbers = append(age.Numbers, analysis.Money(years)*analysis.MoneyPerUnit)
		z := [3]float64{0, 0, float64(years-40) / 10 / math.Sqrt(2./3)}
		if code == 0 {
			z[0] = 1
		} else if code == 2 {
			z[1] = 1
		}
		p := drawHabit(random, shiftedModel(f, base, effects, z)).live(random, 30+random.Float64()*50, 26)
		s.Customer = append(s.Customer, analysis.CustomerID(i))
		s.X, s.TX, s.T = append(s.X, p.x), append(s.TX, p.tx), append(s.T, p.t)
	}
	s.Rows, s.Row = group(s.X, s.TX, s.T, gridTicks)
	return crowd{&analysis.Log{Attributes: []analysis.Column{channel, age, colour}}, s}
}

// shiftedModel writes the covariates out parameter by parameter, as the note has them.
func shiftedModel(f *Family, base []float64, effects truth, z [3]float64) Model {
	p := append([]float64(nil), base...)
	scale := func(link int) float64 {
		return math.Exp(effects[link][0]*z[0] + effects[link][1]*z[1] + effects[link][2]*z[2])
	}
	p[1] /= scale(0)
	switch f {
	case ParetoNBDFamily:
		p[3] /= scale(1)
	case BGNBDFamily, MBGNBDFamily:
		p[2] *= scale(1)
		p[3] *= scale(2)
	}
	return f.Model(p...)
}

var covariateTruths = []struct {
	family  *Family
	base    []float64
	effects truth
}{
	{ParetoNBDFamily, []float64{0.8, 6, 0.7, 12}, truth{{0.5, -0.4, 0.25}, {-0.6, 0.5, 0.3}}},
	{BGNBDFamily, []float64{0.8, 6, 0.7, 2.5}, truth{{0.5, -0.4, 0.25}, {-0.5, 0.5, 0.3}, {0.3, -0.2, 0}}},
	{MBGNBDFamily, []float64{0.8, 6, 0.7, 2.5}, truth{{0.5, -0.4, 0.25}, {-0.5, 0.5, 0.3}, {0.3, -0.2, 0}}},
	{NBDFamily, []float64{0.8, 6}, truth{{0.5, -0.4, 0.25}}},
}

func attributesAt(positions ...int) []Attribute {
	var out []Attribute
	for _, at := range positions {
		out = append(out, Attribute{At: at})
	}
	return out
}

func mustDesign(t testing.TB, c crowd, attributes ...int) *Design {
	t.Helper()
	d, err := NewDesign(c.log, c.summary, attributesAt(attributes...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func mustCovariates(t testing.TB, f *Family, d *Design) *CovariateFit {
	t.Helper()
	c, err := f.FitCovariates(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What was put in comes out, within its standard errors, and the test says that it matters.
func TestCovariatesAreRecovered(t *testing.T) {
	var held coverage
	for _, c := range covariateTruths {
		d := mustDesign(t, simulateCrowd(c.family, c.base, c.effects, 6000, 3), 0, 1)
		m := mustCovariates(t, c.family, d)
		k := len(d.Terms)
		for i, odds := range m.Odds {
			if a, b := m.Effects[k+i], m.Effects[2*k+i]; math.Abs(odds.Coefficient-(a.Coefficient-b.Coefficient)) > 1e-12 || !(odds.SE < a.SE+b.SE) {
				t.Errorf("%s: odds %+v from %+v and %+v", c.family.Name, odds, a, b)
			}
		}
		if k != 3 || d.Terms[0].Level != "phone" || d.Terms[1].Level != "shop" || d.Terms[0].Reference != "web" || d.Terms[2].Column != "age" {
			t.Fatalf("terms %+v", d.Terms)
		}
		for i, e := range m.Effects {
			want := c.effects[i/k][i%k]
			held.add((e.Coefficient - want) / e.SE)
			t.Logf("%-10s %-9s %-6s %-6s γ %.3f ± %.3f, true %.2f, p %.2g", c.family.Name, e.On, e.Term.Column, e.Term.Level, e.Coefficient, e.SE, want, e.P)
			if !(math.Abs(e.Coefficient-want) < 4*e.SE && e.Low < e.Coefficient && e.Coefficient < e.High) || e.Ratio != numeric.Exp(e.Coefficient) {
				t.Errorf("%s: %+v, want %v", c.family.Name, e, want)
			}
		}
		for i, p := range m.Fit.Params {
			if z := math.Log(p.Value/c.base[i]) * p.Value / p.SE; !(math.Abs(z) < 4) {
				t.Errorf("%s: %s %v, want %v", c.family.Name, p.Name, p.Value, c.base[i])
			}
		}
		if !m.Fit.Verdict.Converged || m.Fit.Verdict.StartsAgree != 3 || !(m.Test.P < 1e-6) || m.Test.DF != len(m.Effects) || !(m.Fit.AIC < m.Without.AIC) {
			t.Errorf("%s: %+v, %+v", c.family.Name, m.Fit.Verdict, m.Test)
		}
	}
	if held.share() < 0.8 {
		t.Errorf("intervals hold %v of %d", held.share(), held.of)
	}
}

// Where nothing matters the p-values of the likelihood-ratio test are even: not more
// often small than chance has it.
func TestRatioTestOfWhatDoesNotMatter(t *testing.T) {
	for _, f := range []*Family{ParetoNBDFamily, BGNBDFamily} {
		small, low, sum := 0, 1.0, 0.0
		const times = 6
		for seed := range uint64(times) {
			c := simulateCrowd(f, []float64{0.8, 6, 0.7, 4}, truth{{}, {}, {}}, 1500, seed)
			p := mustCovariates(t, f, mustDesign(t, c, 2)).Test.P
			if p < 0.1 {
				small++
			}
			low, sum = min(low, p), sum+p
		}
		if small > 3 || low < 1e-4 || sum/times < 0.2 || sum/times > 0.8 {
			t.Errorf("%s: %d of %d p-values below 0.1, least %v, mean %v", f.Name, small, times, low, sum/times)
		}
	}
}

// The likelihood is that of each customer under her own law, and no number of the search's
// derivatives is left to trust.
func TestCovariateLikelihood(t *testing.T) {
	for _, c := range covariateTruths {
		crowd := simulateCrowd(c.family, c.base, c.effects, 900, 4)
		d := mustDesign(t, crowd, 0, 1)
		m := mustCovariates(t, c.family, d)
		var sum numeric.Sum
		s := crowd.summary
		alive, expected := m.Predict(26)
		for i := range s.X {
			law, x, tx, age := m.Model(i), int(s.X[i]), s.Rows.Weeks(s.TX[i]), s.Rows.Weeks(s.T[i])
			sum.Add(law.LogLikelihood(x, tx, age))
			if i%50 == 0 {
				check(t, []row{{"alive", alive[i], law.Alive(x, tx, age), 1e-14, "her law"},
					{"expected", expected[i], law.ExpectedGiven(x, tx, age, 26), 1e-12, "her law"}})
			}
		}
		check(t, []row{{c.family.Name + " ln L", m.Fit.LogLik, sum.Value(), 1e-11, "customer by customer"}})
		theta := logs(c.base)
		for i := range len(c.family.links()) * len(d.Terms) {
			theta = append(theta, 0.3-0.1*float64(i))
		}
		checkDerivatives(t, covariateMinus(c.family, d.groups(c.family, 1)), theta)
		k := float64(len(theta))
		check(t, []row{{"AIC", m.Fit.AIC, 2*k - 2*m.Fit.LogLik, 1e-14, "counted"},
			{"statistic", m.Test.Statistic, 2 * (m.Fit.LogLik - m.Without.LogLik), 1e-9, "difference"}})
	}
}

// A number that tells every customer apart: as many groups as customers.
func TestCovariateOfManyValues(t *testing.T) {
	f := covariateTruths[0]
	c := simulateCrowd(f.family, f.base, f.effects, 2000, 6)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range c.log.Attributes[1].Numbers {
		c.log.Attributes[1].Numbers[i] += analysis.Money(random.IntN(1000))
	}
	few := mustCovariates(t, f.family, mustDesign(t, simulateCrowd(f.family, f.base, f.effects, 2000, 6), 1))
	many := mustCovariates(t, f.family, mustDesign(t, c, 1))
	if len(many.groups) < 1000 {
		t.Fatalf("%d groups", len(many.groups))
	}
	for i, e := range many.Effects {
		if math.Abs(e.Coefficient-few.Effects[i].Coefficient) > 0.05*e.SE+0.01 {
			t.Errorf("%+v and %+v", e, few.Effects[i])
		}
	}
}

// Few missing values take the reference and the mean; many are a level; and where two
// attributes miss together it is said once.
func TestMissingAttributes(t *testing.T) {
	f := covariateTruths[0]
	c := simulateCrowd(f.family, f.base, f.effects, 2000, 6)
	for i := range 5 {
		c.log.Attributes[0].Codes[i] = analysis.NoCode
	}
	for i := range 200 {
		c.log.Attributes[1].Numbers[9*i] = analysis.NoNumber
		c.log.Attributes[2].Codes[9*i] = analysis.NoCode
	}
	d := mustDesign(t, c, 0, 1, 2)
	if len(d.Filled) != 1 || d.Filled[0] != (Filled{"channel", 5}) || len(d.Left) != 1 || d.Left[0].Column != "colour" || !d.Left[0].Missing {
		t.Errorf("filled %+v, left %+v", d.Filled, d.Left)
	}
	if len(d.Terms) != 5 || !d.Terms[3].Missing || d.Terms[3].Customers != 200 || d.Terms[2].Customers != 1800 {
		t.Errorf("terms %+v", d.Terms)
	}
	customers := 0
	for _, cell := range d.cells {
		customers += len(cell.members)
		if len(cell.z) != len(d.Terms) || cell.z[3] == 1 && cell.z[2] != 0 {
			t.Errorf("cell %v", cell.z)
		}
	}
	if customers != 2000 {
		t.Errorf("%d customers", customers)
	}
	mustCovariates(t, f.family, d)
}

func TestCovariatesRefuse(t *testing.T) {
	f := covariateTruths[0]
	c := simulateCrowd(f.family, f.base, f.effects, 1200, 6)
	many := analysis.Column{Name: "city", Kind: analysis.TextColumn}
	rare := analysis.Column{Name: "rank", Kind: analysis.TextColumn}
	same := analysis.Column{Name: "day", Kind: analysis.DayColumn}
	double := analysis.Column{Name: "months", Kind: analysis.NumberColumn}
	for i := range 1200 {
		if i < 30 {
			many.Texts.Append(fmt.Appendf(nil, "city %d", i))
			rare.Texts.Append(fmt.Appendf(nil, "rank %d", i))
		}
		many.Codes, rare.Codes = append(many.Codes, uint32(i%30)), append(rare.Codes, uint32(min(1, i/1190)))
		same.Days, double.Numbers = append(same.Days, 7), append(double.Numbers, 12*c.log.Attributes[1].Numbers[i])
	}
	c.log.Attributes = append(c.log.Attributes, many, rare, same, double)
	for _, r := range []struct {
		attributes []int
		kind       analysis.Kind
		key        string
	}{
		{nil, analysis.BadInput, "clv.cov.none"}, {[]int{9}, analysis.BadInput, "clv.cov.none"},
		{[]int{3}, analysis.BadInput, "clv.cov.levels"}, {[]int{4}, analysis.NotEnough, "clv.cov.rare"},
		{[]int{5}, analysis.BadInput, "clv.cov.constant"}, {[]int{1, 6}, analysis.BadInput, "clv.cov.collinear"},
		{[]int{0, 0}, analysis.BadInput, "clv.cov.collinear"},
	} {
		_, err := NewDesign(c.log, c.summary, attributesAt(r.attributes...))
		refused(t, err, r.kind, r.key)
	}
	d := mustDesign(t, c, 0)
	_, err := BGBBFamily.FitCovariates(t.Context(), d)
	refused(t, err, analysis.BadInput, "clv.cov.family")
	for i := range d.summary.X {
		d.summary.X[i] = min(d.summary.X[i], int32(max(0, 30-i)))
	}
	_, err = ParetoNBDFamily.FitCovariates(t.Context(), d)
	refused(t, err, analysis.NotEnough, "clv.cov.few")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = ParetoNBDFamily.FitCovariates(ctx, mustDesign(t, simulateCrowd(f.family, f.base, f.effects, 600, 6), 0))
	refused(t, err, analysis.Cancelled, "clv.cancelled")
}

func refused(t *testing.T, err error, kind analysis.Kind, key string) {
	t.Helper()
	var known *analysis.Error
	if !errors.As(err, &known) || known.Kind != kind || known.Message.Key != key {
		t.Errorf("err = %v, want %s", err, key)
	}
}

// The way found on a sample leads to the summit of all, a level of forty included.
func TestCovariatesOfMany(t *testing.T) {
	for _, f := range covariateTruths[:2] {
		c := simulateCrowd(f.family, f.base, f.effects, 20_000, 9)
		for i := range c.summary.X {
			c.log.Attributes[2].Codes[i] = uint32(min(1, i%500))
		}
		d := mustDesign(t, c, 0, 2)
		without := fitModel(t, f.family, &c.summary.Rows)
		l := d.likelihood(f.family, d.groups(f.family, 1), without)
		if l.rough == nil {
			t.Fatal("no sample")
		}
		sampled := mustFit(t, l)
		l.rough = nil
		l.starts = l.starts[:1]
		check(t, []row{{f.family.Name + " ln L", sampled.LogLik, mustFit(t, l).LogLik, 1e-11, "no sample"}})
		if v := sampled.Verdict; !v.Converged || v.StartsAgree != 3 {
			t.Errorf("%s: %+v", f.family.Name, v)
		}
	}
}
