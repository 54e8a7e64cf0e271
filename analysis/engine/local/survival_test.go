package local_test

import (
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/survival"
)

// tenureFile is months as a customer, by plan; basic ones leave sooner.
func tenureFile() []byte {
	var b strings.Builder
	b.WriteString("customerID,tenure,Contract,MonthlyCharges,Churn\n")
	for i := range 60 {
		id := "c" + string(rune('A'+i/26)) + string(rune('a'+i%26))
		if i%2 == 0 {
			b.WriteString(id + "," + string(rune('1'+i%9)) + ",Month-to-month,70.5," + []string{"Yes", "No", "Yes"}[i%3] + "\n")
		} else {
			b.WriteString(id + ",4" + string(rune('1'+i%9)) + ",Two year,40.25," + []string{"No", "No", "Yes"}[i%3] + "\n")
		}
	}
	return []byte(b.String())
}

func loadTenures(t *testing.T, e engine.Engine) engine.Survival {
	t.Helper()
	ref := engine.SourceRef{Text: tenureFile()}
	p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
		t.Fatal(err)
	}
	s, err := e.Survival(t.Context(), engine.SurvivalRequest{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// column finds an attribute by name.
func column(t *testing.T, list []engine.Attribute, name string) int {
	t.Helper()
	i := slices.IndexFunc(list, func(a engine.Attribute) bool { return a.Name == name })
	if i < 0 {
		t.Fatalf("no attribute %q among %v", name, list)
	}
	return i
}

func TestSurvivalOfTenures(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		s := loadTenures(t, e)
		if s.Lifetimes.Basis != engine.OnTenures || s.Study.Customers != 60 || s.Study.Comparison.Unit != analysis.Months || s.Lapse.Window != 0 {
			t.Errorf("%+v of %d customers", s.Lifetimes, s.Study.Customers)
		}
		plan := column(t, s.Attributes, "Contract")
		grouped, err := e.Survival(t.Context(), engine.SurvivalRequest{Group: engine.Grouping{By: engine.ByColumn, Column: plan}})
		if err != nil {
			t.Fatal(err)
		}
		if len(grouped.Study.Labels) != 2 || grouped.Study.Column != "Contract" || grouped.Study.Comparison.LogRank == nil || grouped.Curve.SVG == "" {
			t.Errorf("groups %v of %q", grouped.Study.Labels, grouped.Study.Column)
		}
		f, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.SurvivalTable, Lang: "en"})
		if err != nil || !strings.Contains(string(f.Bytes), "\nTwo year,") {
			t.Errorf("the export is not of what was last asked: %v, %.90q", err, f.Bytes)
		}
		tiers, err := e.Survival(t.Context(), engine.SurvivalRequest{Group: engine.Grouping{By: engine.ByTier}})
		if err != nil || len(tiers.Study.Labels) != 2 {
			t.Errorf("tiers of two charges: %v, %v", tiers.Study.Labels, err)
		}
	})
}

// A definition other than silence is followed too: fewer days of decline lose more.
func TestSurvivalUnderDecline(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		lost := func(recent int) int {
			d := churn.Definition{Kind: churn.Declined, Decline: churn.Decline{Recent: recent, Prior: 2 * recent}}
			s, err := e.Survival(t.Context(), engine.SurvivalRequest{Lifetimes: engine.Lifetimes{Definition: d}})
			if err != nil {
				t.Fatal(err)
			}
			if s.Lapse.Window != 0 || s.Curve.SVG == "" {
				t.Errorf("a decline has a window of %d days of silence", s.Lapse.Window)
			}
			return s.Study.Lost
		}
		if soon, late := lost(30), lost(120); soon <= late || late == 0 {
			t.Errorf("%d are lost by a decline over 30 days, %d over 120", soon, late)
		}
	})
}

func TestHazardsOfTenures(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		s := loadTenures(t, e)
		plan := column(t, s.Attributes, "Contract")
		h, err := e.Hazards(t.Context(), engine.HazardsRequest{Columns: []int{plan}, Ties: survival.Breslow})
		if err != nil {
			t.Fatal(err)
		}
		if len(h.Fit.Effects) != 1 || h.Fit.Ties != survival.Breslow || h.Forest.SVG == "" || h.Fit.N != 60 {
			t.Errorf("effects %+v of %d customers", h.Fit.Effects, h.Fit.N)
		}
		f, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.HazardsTable, Lang: "en"})
		if err != nil || !strings.Contains(string(f.Bytes), "Contract,") {
			t.Errorf("the export: %v, %.90q", err, f.Bytes)
		}
	})
}

func TestSurvivalRefuses(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		loadTenures(t, e)
		for _, req := range []engine.SurvivalRequest{
			{Lifetimes: engine.Lifetimes{Basis: engine.OnOrders}},
			{Group: engine.Grouping{By: engine.ByColumn, Column: 99}},
			{Level: 2},
			{Interval: "wide"},
			{Horizon: -1},
		} {
			if _, err := e.Survival(t.Context(), req); kindOf(err) != analysis.BadInput {
				t.Errorf("%+v: %v, want kind BadInput", req, err)
			}
		}
		if _, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.IncidenceTable}); kindOf(err) != analysis.NotEnough {
			t.Errorf("causes that nobody gave are exported: %v", err)
		}
	})
}
