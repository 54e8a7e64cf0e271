package segments

import (
	"math"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
	"churnbench/app/screen"
)

// Keys is what the tab of key customers knows and what the person chose.
type Keys struct {
	screen.Request[engine.KeyCustomersRequest, engine.KeyCustomers]

	Weights []engine.KeyWeight // 0 to 100; nil for the engine's
	Top     int                // 0 means segment.DefaultTop
}

// TabKeys is the key of its tab.
const TabKeys = "keys"

// keySeed draws the same random weights every time.
const keySeed = 1

// ask is the request for what is chosen.
func (k *Keys) ask(layout figure.Layout) engine.KeyCustomersRequest {
	return engine.KeyCustomersRequest{Weights: k.Weights, Options: segment.RankOptions{Top: k.Top, Seed: keySeed}, Layout: layout}
}

// weight is where the slider of a criterion stands.
func (k *Keys) weight(c engine.CriterionReport) float64 {
	if k.Weights == nil {
		return math.Round(100 * c.Weight)
	}
	for _, w := range k.Weights {
		if w.Criterion == c.Criterion {
			return w.Weight
		}
	}
	return 0
}

// share is the part of all weight that a slider stands for; 0 if all stand at 0.
func (k *Keys) share(c engine.CriterionReport) float64 {
	total := 0.0
	for _, other := range k.Answer.Criteria {
		total += k.weight(other)
	}
	if total == 0 {
		return 0
	}
	return k.weight(c) / total
}

// set moves one slider; the others stay where they stand.
func (k *Keys) set(c engine.Criterion, weight float64) {
	moved := make([]engine.KeyWeight, len(k.Answer.Criteria))
	for i, other := range k.Answer.Criteria {
		moved[i] = engine.KeyWeight{Criterion: other.Criterion, Weight: k.weight(other)}
		if other.Criterion == c {
			moved[i].Weight = weight
		}
	}
	k.Weights = moved
}

// renew forgets what was about another dataset.
func (k *Keys) renew() {
	k.Forget()
	k.Weights = nil
}

// leaning is the criterion without which most of the list would be others, and how many
// stay; ok is false where there is only one.
func leaning(a *engine.KeyCustomers) (c engine.CriterionReport, stay int, ok bool) {
	for j, n := range a.Ranking.Stay {
		if n >= 0 && (!ok || n < stay) {
			c, stay, ok = a.Criteria[j], n, true
		}
	}
	return c, stay, ok
}
