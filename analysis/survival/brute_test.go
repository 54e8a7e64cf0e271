package survival

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis/internal/numeric"
)

// A slow, obvious implementation of the estimators: everybody is looked at for each
// time, and nothing is kept from one time to the next.

// randomSubjects draws up to 40 customers with ties, causes, groups and, in half of
// the sets, late entries.
func randomSubjects(rng *rand.Rand) (*Subjects, *Groups) {
	n, k := 1+rng.IntN(40), 1+rng.IntN(4)
	s := &Subjects{Causes: []string{"price", "service", "moved"}[:1+rng.IntN(3)]}
	g := &Groups{}
	for range k {
		g.Names = append(g.Names, fmt.Sprint("group ", len(g.Names)))
	}
	late := rng.IntN(2) == 0
	for range n {
		t := float64(rng.IntN(15))
		if rng.IntN(2) == 0 {
			t = 15 * rng.Float64()
		}
		s.Time = append(s.Time, t)
		s.Event = append(s.Event, uint8(rng.IntN(len(s.Causes)+1)))
		g.Code = append(g.Code, uint32(rng.IntN(k)))
		if late {
			s.Entry = append(s.Entry, float64(rng.IntN(2)*rng.IntN(1+int(t))))
		}
	}
	return s, g
}

// atRisk counts who of a group (-1 for all) is under watch just before t.
func (s *Subjects) atRisk(g *Groups, group int, t float64) int {
	n := 0
	for i, seen := range s.Time {
		if s.in(g, group, i) && seen >= t && (s.entry(i) < t || s.entry(i) == 0) {
			n++
		}
	}
	return n
}

// leaving counts who of a group leaves at t by a cause (0 for any).
func (s *Subjects) leaving(g *Groups, group, cause int, t float64) int {
	n := 0
	for i, seen := range s.Time {
		if s.in(g, group, i) && seen == t && s.Event[i] != 0 && (cause == 0 || int(s.Event[i]) == cause) {
			n++
		}
	}
	return n
}

func (s *Subjects) in(g *Groups, group, i int) bool {
	return s.watched(i) && (group < 0 || int(g.Code[i]) == group)
}

// eventTimes lists the distinct times up to t at which anybody in the groups left.
func (s *Subjects) eventTimes(g *Groups, group int, t float64) []float64 {
	seen := map[float64]bool{}
	var out []float64
	for i, at := range s.Time {
		if at <= t && s.Event[i] != 0 && s.in(g, group, i) && !seen[at] {
			seen[at] = true
			out = append(out, at)
		}
	}
	return out
}

// stay is S(t), or S(t−), with Σ d/(n(n−d)).
func (s *Subjects) stay(g *Groups, group int, t float64, before bool) (v, greenwood float64) {
	v = 1
	for _, at := range s.eventTimes(g, group, t) {
		if before && at == t {
			continue
		}
		n, d := float64(s.atRisk(g, group, at)), float64(s.leaving(g, group, 0, at))
		v *= 1 - d/n
		greenwood += d / (n * (n - d))
	}
	return v, greenwood
}

// lost is the share who left by a cause, with its variance after Marubini and
// Valsecchi (1995), equation 10.12: another way to the same number as the recursion.
func (s *Subjects) lost(g *Groups, group, cause int, t float64) (v, variance float64) {
	times := s.eventTimes(g, group, t)
	share := func(until float64) float64 {
		total := 0.0
		for _, at := range s.eventTimes(g, group, until) {
			before, _ := s.stay(g, group, at, true)
			total += before * float64(s.leaving(g, group, cause, at)) / float64(s.atRisk(g, group, at))
		}
		return total
	}
	v = share(t)
	for _, at := range times {
		n, d, own := float64(s.atRisk(g, group, at)), float64(s.leaving(g, group, 0, at)), float64(s.leaving(g, group, cause, at))
		before, _ := s.stay(g, group, at, true)
		more := v - share(at)
		if n > d {
			variance += more * more * d / (n * (n - d))
		}
		variance += before * before * own * (n - own) / (n * n * n)
		variance -= 2 * more * before * own / (n * n)
	}
	return v, variance
}

func same(a, b float64) bool {
	return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a)) || math.IsNaN(a) && math.IsNaN(b) || math.IsInf(a, 1) && math.IsInf(b, 1)
}

const bruteRounds = 300

func TestCurvesAreTheirDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for round := range bruteRounds {
		s, g := randomSubjects(rng)
		curves, err := Curves(s, g, LogLog, 0)
		if err != nil {
			t.Fatal(err)
		}
		for k := range curves {
			c := &curves[k]
			for i, at := range c.Time {
				v, greenwood := s.stay(g, k, at, false)
				if c.AtRisk[i] != s.atRisk(g, k, at) || c.Events[i] != s.leaving(g, k, 0, at) || !same(c.S[i], v) {
					t.Fatalf("round %d, group %d at %v: %d at risk, %d events, S %v, want %d, %d, %v", round, k, at,
						c.AtRisk[i], c.Events[i], c.S[i], s.atRisk(g, k, at), s.leaving(g, k, 0, at), v)
				}
				if v > 0 && !same(c.SE[i], v*math.Sqrt(greenwood)) {
					t.Fatalf("round %d, group %d at %v: SE %v, want %v", round, k, at, c.SE[i], v*math.Sqrt(greenwood))
				}
			}
			checkStandings(t, s, g, k, c)
		}
	}
}

// checkStandings holds the counts at any time, and that they add up.
func checkStandings(t *testing.T, s *Subjects, g *Groups, k int, c *Curve) {
	t.Helper()
	for _, st := range c.Standings([]float64{0, 0.5, 3, 7.25, 11, 14, 20}) {
		lost, censored, here, later := 0, 0, 0, 0
		for i, seen := range s.Time {
			switch {
			case !s.in(g, k, i):
			case s.entry(i) > st.Time:
				later++
			case seen > st.Time:
				here++
			case s.Event[i] != 0:
				lost++
			default:
				censored++
			}
		}
		if want := (Standing{st.Time, s.atRisk(g, k, st.Time), lost, censored, here}); st != want {
			t.Fatalf("standing %+v, want %+v", st, want)
		}
		if st.Lost+st.Censored+st.Here+later != c.N {
			t.Fatalf("%+v and %d later ones are not %d", st, later, c.N)
		}
	}
}

func TestRankTestsAreTheirDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	compared := 0
	for round := range bruteRounds {
		s, g := randomSubjects(rng)
		for _, w := range []Weighting{LogRank, Peto} {
			test, err := RankTest(s, g, w)
			if err != nil {
				t.Fatal(err)
			}
			want := bruteRankTest(s, g, w)
			for k := range g.Names {
				if !same(test.Observed[k], want.Observed[k]) || !same(test.Expected[k], want.Expected[k]) {
					t.Fatalf("round %d, %q: %+v, want %+v", round, w, test, want)
				}
			}
			if !math.IsNaN(want.Statistic) {
				compared++
				if math.Abs(test.Statistic-want.Statistic) > 1e-10*max(1, want.Statistic) {
					t.Fatalf("round %d, %q: χ² %v, want %v", round, w, test.Statistic, want.Statistic)
				}
			}
		}
	}
	if compared < bruteRounds {
		t.Errorf("only %d statistics were compared", compared)
	}
}

// bruteRankTest inverts the covariance of all groups but the last by Cramer's rule
// over minors; NaN where a group has no variance.
func bruteRankTest(s *Subjects, g *Groups, w Weighting) Test {
	k := len(g.Names)
	test := Test{Observed: make([]float64, k), Expected: make([]float64, k), Statistic: math.NaN()}
	v := numeric.NewMatrix(k)
	for _, at := range s.eventTimes(g, -1, math.Inf(1)) {
		n, d, weight := float64(s.atRisk(g, -1, at)), float64(s.leaving(g, -1, 0, at)), 1.0
		if w == Peto {
			weight, _ = s.stay(g, -1, at, true)
		}
		for a := range k {
			na := float64(s.atRisk(g, a, at))
			test.Observed[a] += weight * float64(s.leaving(g, a, 0, at))
			test.Expected[a] += weight * d * na / n
			for b := range k {
				nb, own := float64(s.atRisk(g, b, at)), 0.0
				if a == b {
					own = 1
				}
				if n > 1 {
					v.Set(a, b, v.At(a, b)+weight*weight*d*(n-d)/(n-1)*na/n*(own-nb/n))
				}
			}
		}
	}
	for a := range k {
		if !(v.At(a, a) > 0) {
			return test
		}
	}
	if k < 2 {
		return test
	}
	test.Statistic = quadraticForm(v, test.Observed, test.Expected)
	return test
}

// quadraticForm is xᵀV⁻¹x over all but the last group, as a ratio of determinants:
// 1 + xᵀV⁻¹x = det(V + x·xᵀ) ÷ det V.
func quadraticForm(v numeric.Matrix, observed, expected []float64) float64 {
	k := v.N - 1
	plain, plus := make([][]float64, k), make([][]float64, k)
	for a := range k {
		plain[a], plus[a] = make([]float64, k), make([]float64, k)
		for b := range k {
			plain[a][b] = v.At(a, b)
			plus[a][b] = v.At(a, b) + (observed[a]-expected[a])*(observed[b]-expected[b])
		}
	}
	return determinant(plus)/determinant(plain) - 1
}

// determinant expands along the first row.
func determinant(m [][]float64) float64 {
	if len(m) == 0 {
		return 1
	}
	total, sign := 0.0, 1.0
	for j, v := range m[0] {
		var minor [][]float64
		for _, row := range m[1:] {
			minor = append(minor, append(append([]float64{}, row[:j]...), row[j+1:]...))
		}
		total += sign * v * determinant(minor)
		sign = -sign
	}
	return total
}

func TestIncidenceIsItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	for round := range bruteRounds {
		s, g := randomSubjects(rng)
		all, err := CumulativeIncidence(s, g, LogLog, 0)
		if err != nil {
			t.Fatal(err)
		}
		for k := range all {
			in := &all[k]
			for i, at := range in.Time {
				total := in.S[i]
				for c := range in.Causes {
					v, variance := s.lost(g, k, c+1, at)
					total += in.Share[c][i]
					if !same(in.Share[c][i], v) || math.Abs(in.SE[c][i]-math.Sqrt(max(0, variance))) > 1e-7 || math.Abs(in.SE[c][i]*in.SE[c][i]-variance) > 1e-13 {
						t.Fatalf("round %d, group %d, cause %d at %v: %v ± %v, want %v ± %v", round, k, c, at, in.Share[c][i], in.SE[c][i], v, math.Sqrt(variance))
					}
				}
				if !same(total, 1) {
					t.Fatalf("round %d, group %d at %v: S and shares add up to %v", round, k, at, total)
				}
			}
		}
	}
}

// TestConcordanceIsItsDefinition counts every pair.
func TestConcordanceIsItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	for round := range 100 {
		f, s := randomCox(t, rng)
		if f == nil {
			continue
		}
		eta := f.Predictors()
		var want Concordance
		for i := range s.Time {
			for j := range s.Time {
				stays := s.Time[j] > s.Time[i] || s.Time[j] == s.Time[i] && s.Event[j] == 0
				watched := s.entry(j) < s.Time[i] || s.entry(j) == 0
				if s.Event[i] == 0 || !stays || !watched || !s.watched(i) || !s.watched(j) || i == j {
					continue
				}
				switch {
				case eta[i] > eta[j]:
					want.Concordant++
				case eta[i] < eta[j]:
					want.Discordant++
				default:
					want.Tied++
				}
			}
		}
		got := f.Concordance
		if got.Concordant != want.Concordant || got.Discordant != want.Discordant || got.Tied != want.Tied {
			t.Fatalf("round %d: %+v, want %+v", round, got, want)
		}
	}
}
