package app

import (
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/retention"
)

// TestProjectionTab draws the projection of contracts, and what it says of orders.
func TestProjectionTab(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, broken)
		for _, ref := range []engine.SourceRef{sampleRef("membership", lang), {File: 1}} {
			d := s.load(t, ref).Load.Answer
			s.Dataset = d
			r := &retention.State{Tab: retention.TabProjection}
			retention.Ask(&s.Host, r)
			s.pumpWhile(r.Busy)
			html := look(t, "projection of "+d.Name, retention.View(&s.Host, r))
			if contracts := d.Has(engine.OnContracts); contracts != strings.Contains(html, s.T("retention.projection.ages")) || strings.Contains(html, "NaN") {
				t.Errorf("%s: contracts %v, and the page says\n%s", d.Name, contracts, html)
			}
		}
	})
}
