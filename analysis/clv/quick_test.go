package clv

import (
	"context"
	"fmt"
	"testing"
)

func TestQuick(t *testing.T) {
	log := cdnowSample(t)
	a, err := Analyze(context.Background(), log, Options{DiscountRate: .1})
	if err != nil {
		t.Fatal(err)
	}
	r := a.Result()
	fmt.Printf("%+v\n", r.Holdout)
	for _, w := range []int{20, 21, 22, 23, 24, 25, 39, 78} {
		fmt.Printf("%+v\n", r.Tracking[w-1])
	}
	for _, c := range r.Calibration {
		fmt.Printf("%+v\n", c)
	}
	fmt.Println(r.Equity, r.EquityLow, r.EquityHigh, r.Mean, r.Median, r.TopDecileShare, r.MeanSpend, r.SumAlive, r.Expected, r.SpendFrequencyCorrelation)
	fmt.Println(r.Quantiles, r.Top[:3], r.Heat.X, r.Heat.Alive[3])
	fmt.Printf("%+v\n", r.Warnings)
}
