package app

import (
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
	"churnbench/app/segments"
)

// The tabs of concentration, clusters and key customers show themselves in every state: waiting,
// not begun, answered, failed, with a column of margin and with hardly any customers.
func TestTierTabs(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, "customer,date,amount,margin\na,2024-01-01,30,9\na,2024-02-01,30,9\nb,2024-01-02,20,-4\nc,2024-02-02,10,1\n",
			"customer,date,amount\na,2024-01-01,3\n")
		s.OpenCustomer = func(string) {}
		g := &segments.State{}
		show := func(name string) string { return look(t, name, segments.View(&s.Host, g)) }
		says := func(name string, wants ...string) {
			t.Helper()
			html := show(name)
			for _, want := range wants {
				if !strings.Contains(html, want) {
					t.Errorf("%s: the page lacks %q", name, want)
				}
			}
		}
		s.load(t, sampleRef("shop", lang))
		segments.Ask(&s.Host, g)
		s.pump(&g.Busy)

		g.Tab = segments.TabSpread
		show("spread, waiting")
		segments.AskSpread(&s.Host, g)
		s.pump(&g.Spread.Busy)
		says("spread", `id="tiers"`, "BG/NBD")
		g.Tiers, g.Top = segment.Deciles, .33
		segments.AskSpread(&s.Host, g)
		s.pump(&g.Spread.Busy)
		says("tenths", "33")

		g.Tab = segments.TabClusters
		says("clusters, not begun", `id="search"`)
		segments.AskClusters(&s.Host, g)
		says("clusters, under way", `id="searching"`)
		s.pump(&g.Clusters.Busy)
		g.Call(0, "Regulars")
		s.ClusterNames = g.NamesInUse()
		says("clusters", `id="cluster-1"`, "Regulars")
		g.K = segment.MaxClusters + 1
		segments.AskClusters(&s.Host, g)
		s.pump(&g.Clusters.Busy)
		show("clusters, failed")

		g.Tab = segments.TabKeys
		show("key customers, waiting")
		segments.AskKeys(&s.Host, g)
		s.pump(&g.Keys.Busy)
		says("key customers", `id="key-19"`, `id="weight-4"`)
		g.Keys.Weights = []engine.KeyWeight{{Criterion: engine.Criterion{Key: engine.KeyRevenue}, Weight: 100}}
		segments.AskKeys(&s.Host, g)
		s.pump(&g.Keys.Busy)
		says("by revenue", `id="key-19"`)
		g.Keys.Weights = []engine.KeyWeight{{Criterion: engine.Criterion{Key: engine.KeyRevenue}}}
		segments.AskKeys(&s.Host, g)
		s.pump(&g.Keys.Busy)
		show("no weight")

		for file := range uint32(2) {
			s.load(t, engine.SourceRef{File: file + 1})
			g.Renew()
			segments.Ask(&s.Host, g)
			s.pump(&g.Busy)
			for tab, ask := range map[string]func(){segments.TabSpread: func() { segments.AskSpread(&s.Host, g); s.pump(&g.Spread.Busy) },
				segments.TabClusters: func() { segments.AskClusters(&s.Host, g); s.pump(&g.Clusters.Busy) },
				segments.TabKeys:     func() { segments.AskKeys(&s.Host, g); s.pump(&g.Keys.Busy) }} {
				g.Tab = tab
				ask()
				if html := show("few customers, " + tab); strings.Contains(html, "NaN") || strings.Contains(html, "«") {
					t.Errorf("%s shows what is no number or no word", tab)
				}
			}
		}
	})
}
