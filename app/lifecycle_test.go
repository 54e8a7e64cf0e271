package app

import (
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
	"churnbench/app/i18n"
	"churnbench/app/segments"
)

// The tab of the stages shows every model in every state: waiting, answered, failed, by
// spend, on an earlier day, with hardly any customers, and with a customer list.
func TestLifecycleTab(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, "customer,date,amount\na,2024-01-01,3\nb,2024-01-02,4\n")
		s.OpenGroups, s.OpenCustomer = func(...engine.GroupRef) {}, func(string) {}
		g := &segments.State{Tab: segments.TabLifecycle}
		show := func(name string) string { return look(t, name, segments.View(&s.Host, g)) }
		ask := func() { segments.AskLifecycle(&s.Host, g); s.pump(&g.Lifecycle.Busy) }
		s.load(t, sampleRef("shop", lang))
		segments.Ask(&s.Host, g)
		s.pump(&g.Busy)
		show("waiting")
		l := &g.Lifecycle
		for name, opt := range map[string]lifecycle.Options{"relationship": {}, "by spend": {Trend: lifecycle.BySpend, Silence: 60}, "funnel": {Model: lifecycle.Funnel}} {
			l.Options = opt
			ask()
			html := show(name)
			if l.Err != nil || strings.Contains(html, "NaN") || !strings.Contains(html, `id="stage-lapsed"`) || !strings.Contains(html, "alert-") {
				t.Errorf("%s: %v; no stages, no alerts, or a number that is none", name, l.Err)
			}
			for _, hole := range []string{"{", "lifecycle."} {
				if at := strings.Index(html, hole); at >= 0 {
					t.Errorf("%s: something was not said: %.80q", name, html[max(0, at-30):])
				}
			}
		}
		l.Options = lifecycle.Options{Recent: 36_500}
		ask()
		if l.Err == nil {
			t.Error("a window longer than the data was taken")
		}
		show("failed")
		l.Options, l.Day = lifecycle.Options{}, s.Dataset.First+40
		ask()
		show("an early day")
		s.load(t, engine.SourceRef{File: 1})
		g.Renew()
		segments.Ask(&s.Host, g)
		s.pump(&g.Busy)
		ask()
		show("two customers")
	})
}
