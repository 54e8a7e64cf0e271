package numeric

import (
	"math"
	"testing"
)

func TestLgamma(t *testing.T) {
	checkPoints(t, "Lgamma", Lgamma, 1e-15, []point{
		{1e-10, 23.02585092988273523727}, {0.1, 2.252712651734205902006}, {0.2426, 1.319785475090792193251},
		{0.5, 0.5723649429247000870717}, {0.999, 0.0005780385328913802381689}, {1, 0},
		{1.0001, -0.00005771334222047126800518}, {1.4616, -0.1214862900358973284194},
		{1.9999, -0.00004227520877215345801134}, {2, 0}, {2.0001, 0.00004228165811291994631743},
		{2.5, 0.2846828704729191596325}, {3, 0.6931471805599453094172}, {3.75, 1.486815578593417055541},
		{7.99, 8.505011606088481105728}, {8.01, 8.545324429747732933089}, {10, 12.80182748008146961121},
		{30.5, 72.95347118416940832384}, {172.5, 714.2877462975342368783}, {1e4, 82099.71749644237727265},
		{1e15, 33538776394910668.90982},
	})
	checkLimits(t, "Lgamma", Lgamma, []point{{0, math.Inf(1)}, {math.Inf(1), math.Inf(1)}})
}

func TestDigamma(t *testing.T) {
	checkPoints(t, "Digamma", Digamma, 1e-15, []point{
		{1e-10, -10000000000.57721530042}, {0.1, -10.4237549404110762321}, {0.2426, -4.358361853222514234967},
		{0.5, -1.963510026021423479441}, {1, -0.5772156649015328606065}, {2, 0.4227843350984671393935},
		{3.75, 1.182537388611796228642}, {9.99, 2.250700372831201121979}, {10.01, 2.252803700318135736738},
		{30.5, 3.401243668961661084435}, {1e4, 9.210290371142849403572}, {1e15, 34.53877639491068476027},
	})
	if v := Digamma(1.4616321449683622); math.Abs(v) > 1e-15 {
		t.Errorf("Digamma at its zero = %g", v)
	}
}

func TestTrigamma(t *testing.T) {
	relative(t, "ψ′(1)", Trigamma(1), math.Pi*math.Pi/6, 1e-15)
	relative(t, "ψ′(½)", Trigamma(0.5), math.Pi*math.Pi/2, 1e-15)
	relative(t, "ψ′(30)", Trigamma(30), Trigamma(31)+1./900, 1e-15)
}

func TestLogBeta(t *testing.T) {
	for _, c := range []struct{ a, b, want float64 }{
		{0.5, 0.5, 1.144729885849400174143}, {0.79, 2.4, -0.4967499714320574442117},
		{3, 4, -4.09434456222210068483}, {100.5, 0.01, 4.553427634537035186131},
		{1e6, 2e6, -1909548.290968532956511}, {1e10, 3.5, -79.38950465288202471577},
	} {
		relative(t, "LogBeta", LogBeta(c.a, c.b), c.want, 1e-15)
		relative(t, "LogBeta turned", LogBeta(c.b, c.a), c.want, 1e-15)
	}
}

// The moments of a beta law are known in closed form.
func TestBetaRule(t *testing.T) {
	for _, c := range []struct{ a, b float64 }{{0.5, 0.5}, {0.79, 28.4}, {3, 0.6}, {40, 70}, {2e4, 5e5}} {
		rule := NewBetaRule(c.a, c.b)
		n := c.a + c.b
		relative(t, "E p", rule.Mean(func(p, _ float64) float64 { return p }), c.a/n, 1e-12)
		relative(t, "E p(1−p)", rule.Mean(func(p, q float64) float64 { return p * q }), c.a*c.b/(n*(n+1)), 1e-12)
		// ψ(a) − ψ(a+b) is the mean of ln p.
		want := Digamma(c.a) - Digamma(n)
		relative(t, "E ln p", rule.Mean(func(p, _ float64) float64 { return Log(p) }), want, 1e-12)
	}
}
