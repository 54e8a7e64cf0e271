package app

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/value"
)

// onPaper maps each figure of an answer to the exhibit that shows it.
var onPaper = map[string]string{
	"Rates.Bucket": "leaky-bucket", "Rates.Movements": "movements", "Rates.Revenue": "revenue-movements", "Rates.Control": "control-chart",
	"Definition.Gaps": "purchase-gaps", "Definition.Return": "return-chance", "Definition.Errors": "window-errors",
	"Cohorts.Curve": "retention-curve", "Survival.Curve": "survival", "Survival.Causes": "causes", "Hazards.Forest": "hazard-ratios",
	"Ladder.Figure": "next-purchase", "Projection.Survival": "projection", "Projection.Retention": "retention-rate",
	"Segments.Grid": "rfm-grid", "Segments.Tree": "segment-map", "Segments.Bars": "segments",
	"Concentration.Lorenz": "lorenz", "Concentration.Whale": "whale", "KeyCustomers.Ranges": "key-customers", "Clusters.Scan": "clusters",
	"Lifecycle.Course": "lifecycle", "Migration.Sankey": "migration", "Profiles.Dots": "profile", "Profiles.Shares": "profile-shares",
	"Portfolio.Map": "portfolio", "Portfolio.BreakEven": "payback",
	"Value.Distribution": "clv-distribution", "Value.Alive": "alive", "Value.Future": "future", "Value.Tracking": "tracking",
	"Value.Calibration": "calibration", "Value.Reliability": "reliability", "Drivers.Figure": "drivers",
	"Customer.Figure": "", // of one customer, see exhibits
}

// figuresOf lists the figures of the engine's answers, as "Answer.Field".
func figuresOf() (list []string) {
	contract := reflect.TypeFor[engine.Engine]()
	for i := range contract.NumMethod() {
		answer := contract.Method(i).Type.Out(0)
		if answer.Kind() != reflect.Struct {
			continue
		}
		for j := range answer.NumField() {
			if answer.Field(j).Type == reflect.TypeFor[figure.Figure]() {
				list = append(list, answer.Name()+"."+answer.Field(j).Name)
			}
		}
	}
	return list
}

// benches are samples that have, between them, an answer to every question.
var benches = []string{"shop", "subscription", "membership", "accounts"}

// bench is a workbench whose every exhibit has been asked for, one question after the
// other: the engine in the page's stead takes them as they come.
func bench(t *testing.T, sample string, lang i18n.Lang) *Workbench {
	w, _ := benched(t, sample, lang)
	return w
}

func benched(t *testing.T, sample string, lang i18n.Lang) (*Workbench, *stage) {
	t.Helper()
	s := newStage(lang)
	s.load(t, sampleRef(sample, lang))
	w := &Workbench{host: s.Host}
	w.definition.Renew(int(s.Dataset.End - s.Dataset.First))
	w.value.Options = value.Defaults()
	busy := func() bool {
		return w.segments.Migration.Movers.Busy || slices.ContainsFunc(w.exhibits(), func(x screen.Exhibit) bool { return x.Busy })
	}
	for i := range w.exhibits() {
		w.exhibits()[i].Ask()
		s.pumpWhile(busy)
	}
	return w, s
}

// Every figure that the engine draws is an exhibit, with how it came about.
func TestEveryFigureIsAnExhibit(t *testing.T) {
	for _, f := range figuresOf() {
		if _, ok := onPaper[f]; !ok {
			t.Errorf("%s is nobody's exhibit: list it with its screen's Exhibits, and here", f)
		}
	}
	missing := map[string]bool{}
	for _, id := range onPaper {
		missing[id] = id != ""
	}
	for _, sample := range benches {
		for _, x := range bench(t, sample, i18n.English).exhibits() {
			if x.Ready() {
				missing[x.ID] = false
			}
		}
	}
	maps.DeleteFunc(missing, func(_ string, still bool) bool { return !still })
	for id := range missing {
		t.Errorf("no sample shows exhibit %q", id)
	}
}

func TestExhibits(t *testing.T) {
	for _, sample := range benches {
		eachLang(t, func(t *testing.T, lang i18n.Lang) {
			seen := map[string]bool{}
			for _, x := range bench(t, sample, lang).exhibits() {
				if seen[x.ID] {
					t.Errorf("%s: two exhibits are called %s", sample, x.ID)
				}
				seen[x.ID] = true
				checkExhibit(t, sample+" "+x.ID, &x)
			}
		})
	}
}

func checkExhibit(t *testing.T, name string, x *screen.Exhibit) {
	t.Helper()
	if x.Title == "" || strings.Contains(x.Title+x.Area+x.Finding, "«") {
		t.Errorf("%s lacks a word: %q, %q, %q", name, x.Area, x.Title, x.Finding)
	}
	if !x.Ready() {
		return
	}
	if x.Figure != nil && x.Figure.ID != x.ID {
		t.Errorf("%s shows the figure %s", name, x.Figure.ID)
	}
	if x.Explain == nil || x.Explain().Text == "" {
		t.Errorf("%s does not say how it came about", name)
	}
	if x.Table == nil {
		return
	}
	table := x.Table()
	if len(table.Rows) == 0 || len(table.Columns) < 2 {
		t.Errorf("%s is an empty table", name)
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) || row[0] == "" || strings.ContainsAny(strings.Join(row, ""), "<«") && !strings.Contains(strings.Join(row, ""), "< ") {
			t.Errorf("%s has the row %q under %d columns", name, row, len(table.Columns))
		}
	}
}
