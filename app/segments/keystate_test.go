package segments

import (
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
)

func keysFixture() *engine.KeyCustomers {
	criterion := func(key engine.CriterionKey, w float64) engine.CriterionReport {
		return engine.CriterionReport{Criterion: engine.Criterion{Key: key}, Weight: w}
	}
	return &engine.KeyCustomers{
		Criteria: []engine.CriterionReport{criterion(engine.KeyRevenue, .5), criterion(engine.KeyDays, .5), criterion(engine.KeyAlive, 0)},
		Ranking:  segment.Ranking{Top: 3, Stay: []int{1, 2, -1}},
	}
}

// Moving one slider leaves the others where they stood, and asks with all of them.
func TestKeyWeights(t *testing.T) {
	k := Keys{}
	if req := k.ask(figure.Layout{}); req.Weights != nil {
		t.Errorf("the first question has weights %v", req.Weights)
	}
	k.Answer = keysFixture()
	k.set(engine.Criterion{Key: engine.KeyAlive}, 100)
	req := k.ask(figure.Layout{})
	if len(req.Weights) != 3 || req.Weights[0].Weight != 50 || req.Weights[1].Weight != 50 || req.Weights[2].Weight != 100 {
		t.Errorf("weights %v", req.Weights)
	}
	if got := k.share(k.Answer.Criteria[2]); got != .5 {
		t.Errorf("the slider moved has %v of all", got)
	}
	for _, c := range k.Answer.Criteria {
		k.set(c.Criterion, 0)
	}
	if got := k.share(k.Answer.Criteria[0]); got != 0 {
		t.Errorf("a slider among none has %v of all", got)
	}
	if k.renew(); k.Weights != nil || k.Answer != nil {
		t.Error("another dataset begins with old weights")
	}
}

func TestLeaning(t *testing.T) {
	if c, stay, ok := leaning(keysFixture()); !ok || c.Key != engine.KeyRevenue || stay != 1 {
		t.Errorf("%v, %d, %v", c, stay, ok)
	}
	if _, _, ok := leaning(&engine.KeyCustomers{Ranking: segment.Ranking{Stay: []int{-1}}}); ok {
		t.Error("one criterion leans on itself")
	}
}
