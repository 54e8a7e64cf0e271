package ingest

import (
	"math"
	"testing"

	"churnbench/analysis"
)

func TestWeight(t *testing.T) {
	refunds := Exclusion{Reason: NegativeAmount, Amount: analysis.MoneyOf(-20)}
	tests := Exclusion{Reason: TestCustomer, Amount: analysis.MoneyOf(30)}
	totals := Exclusion{Reason: TotalsLine, Amount: analysis.MoneyOf(180)}
	l := Ledger{Revenue: analysis.MoneyOf(150), Excluded: []Exclusion{refunds, tests, totals}}
	if got, ok := l.Weight(refunds); !ok || math.Abs(got-.1) > 1e-12 {
		t.Errorf("refunds weigh %v, want 20 of 200", got)
	}
	if _, ok := l.Weight(totals); ok {
		t.Error("a line of totals counts as revenue of its own")
	}
	if _, ok := (&Ledger{Excluded: []Exclusion{{}}}).Weight(Exclusion{}); ok {
		t.Error("a share of no money is known")
	}
}
