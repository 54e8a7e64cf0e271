package ui

import "testing"

func TestCommandIsFound(t *testing.T) {
	c := Command{Label: "生存曲线", Area: "留存", Also: "Survival retention"}
	for query, want := range map[string]bool{
		"": true, "生存": true, "surv": true, "RETENTION surv": true, "留存 曲线": true, "value": false, "surv value": false,
	} {
		if c.found(query) != want {
			t.Errorf("%q finds it: %v", query, !want)
		}
	}
}
