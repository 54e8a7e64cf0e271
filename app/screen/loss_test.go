package screen

import (
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
)

func TestLoss(t *testing.T) {
	h := &Host{Lang: i18n.English, Dataset: &engine.Dataset{Kept: []engine.KeptReport{{Name: "state"}}}}
	decline := churn.Decline{Recent: 90, Prior: 180, Below: .5}
	for _, tt := range []struct {
		by   churn.Definition
		want string
	}{
		{churn.Definition{}, "silence of the length that the data propose"},
		{churn.Definition{Window: 1}, "1 day of silence"},
		{churn.Definition{Window: 131}, "131 days of silence"},
		{churn.Definition{Kind: churn.Declined}, "a fall in purchases"},
		{churn.Definition{Kind: churn.Declined, Decline: decline}, "purchases of 90 days below 50\u00a0% of the 180 days before"},
		{churn.Definition{Kind: churn.Explicit}, "an end by “state”"},
		{churn.Definition{Kind: churn.Combined, Window: 60, Decline: decline, Parts: []churn.Kind{churn.Silence, churn.Explicit}}, "60 days of silence or an end by “state”"},
		{churn.Definition{Kind: churn.Combined, All: true, Window: 60, Decline: decline, Parts: []churn.Kind{churn.Explicit, churn.Silence}}, "an end by “state” and 60 days of silence"},
	} {
		if got := h.Loss(tt.by); got != tt.want {
			t.Errorf("%+v is said as %q, want %q", tt.by, got, tt.want)
		}
	}
}
