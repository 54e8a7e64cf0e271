package clv

import (
	"math"
	"testing"

	"churnbench/analysis"
)

func TestGammaGammaDerivatives(t *testing.T) {
	s := Summary{X: []int32{1, 1, 2, 9, 200}}
	for _, dollars := range []int{12, 300, 50, 1, 9000} {
		s.Total = append(s.Total, analysis.MoneyOf(float64(dollars)))
	}
	blocks, n := s.spendBlocks()
	for _, params := range [][]float64{{6, 4, 15}, {0.3, 40, 0.01}, {80, 0.5, 1e4}} {
		checkDerivatives(t, gammaGamma(blocks, n).minus, logs(params))
	}
}

func TestNoMeanIsNotPredicted(t *testing.T) {
	m := GammaGamma{6, 1, 15}
	if v := m.Mean(); v == v {
		t.Errorf("mean at q = 1 is %v", v)
	}
	if v := m.Expected(3, 90); v == v {
		t.Errorf("expected spend at q = 1 is %v", v)
	}
}

// A customer's prediction moves from everybody's mean to her own average as
// she buys more; the slopes are those of differences.
func TestSpendShrinksToTheMean(t *testing.T) {
	m := GammaGamma{6, 4, 15}
	if once, often := m.Expected(1, 100), m.Expected(1000, 100_000); once > 80 || math.Abs(often-100) > 0.5 {
		t.Errorf("average 100 predicts %.2f after one purchase and %.2f after 1000", once, often)
	}
	const step = 1e-6
	up := [3]GammaGamma{{6 * (1 + step), 4, 15}, {6, 4 * (1 + step), 15}, {6, 4, 15 * (1 + step)}}
	for k, slope := range m.logSlopes(3, 70) {
		got := (math.Log(up[k].Expected(3, 70)) - math.Log(m.Expected(3, 70))) / step
		if math.Abs(got-slope) > 1e-5 {
			t.Errorf("slope %d = %v, differences give %v", k, slope, got)
		}
	}
}
