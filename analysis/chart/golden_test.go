package chart

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
	"churnbench/analysis/rfm"
)

var update = flag.Bool("update", false, "write the golden figures anew")

// A drawing makes one figure.
type drawing struct {
	name string
	make func(figure.Style) (figure.Figure, error)
}

// drawings are the figures that have goldens.
func drawings() []drawing {
	value := clvFixture()
	values := clvValues()
	h := NewHistogram(values)
	describe(value.Customers, values, &value.Median, &value.Mean, &value.TopDecileShare)
	untested := clvFixture()
	untested.Holdout.Weeks = 0
	for i := range untested.Tracking {
		untested.Tracking[i].Holdout = false
	}
	retention, whole := retentionFixture(0.23), retentionFixture(0.7)
	lapse, thin := survivalFixture(23570, 131), survivalFixture(48, 31)
	plans, manyPlans := plansFixture(3, 2400), plansFixture(6, 300)
	fit := hazardsFixture()
	five, eight, typed := rfmFixture(5), rfmFixture(8), rfmFixture(5)
	typed.Options.Typed[0].N, typed.Options.Ties, typed.Options.Nested, typed.Options.Frequency = 4, rfm.ByRank, true, rfm.Orders
	typed.Within[0] = []rfm.Cuts{five.Cuts[1], five.Cuts[1], five.Cuts[1], five.Cuts[1], five.Cuts[1]}
	return append(slices.Concat(churnDrawings(), migrationDrawings(), profileDrawings(), portfolioDrawings()), []drawing{
		{"retention", func(st figure.Style) (figure.Figure, error) { return RetentionCurve(retention, "", st) }},
		{"retention-whole", func(st figure.Style) (figure.Figure, error) { return RetentionCurve(whole, "", st) }},
		{"retention-picked", func(st figure.Style) (figure.Figure, error) { return RetentionCurve(retention, "2024-03-01", st) }},
		{"retention-brackets", func(st figure.Style) (figure.Figure, error) { return RetentionCurve(bracketFixture(), "=east", st) }},
		{"survival", func(st figure.Style) (figure.Figure, error) { return Survival(lapse, st) }},
		{"survival-thin", func(st figure.Style) (figure.Figure, error) { return Survival(thin, st) }},
		{"survival-plans", func(st figure.Style) (figure.Figure, error) { return Survival(plans, st) }},
		{"survival-many", func(st figure.Style) (figure.Figure, error) { return Survival(manyPlans, st) }},
		{"causes", func(st figure.Style) (figure.Figure, error) { return Causes(plans, &plans.Incidence[0], st) }},
		{"forest", func(st figure.Style) (figure.Figure, error) { return Forest(fit, st) }},
		{"projection", func(st figure.Style) (figure.Figure, error) { return ProjectedSurvival(projectionFixture(), st) }},
		{"retention-rate", func(st figure.Style) (figure.Figure, error) { return ProjectedRetention(projectionFixture(), st) }},
		{"grid", func(st figure.Style) (figure.Figure, error) { return RFMGrid(five, rfm.Customers, st) }},
		{"grid-share", func(st figure.Style) (figure.Figure, error) { return RFMGrid(five, rfm.CustomerPart, st) }},
		{"grid-revenue", func(st figure.Style) (figure.Figure, error) { return RFMGrid(five, rfm.RevenuePart, st) }},
		{"grid-lost", func(st figure.Style) (figure.Figure, error) { return RFMGrid(typed, rfm.LossShare, st) }},
		{"grid-8", func(st figure.Style) (figure.Figure, error) { return RFMGrid(eight, rfm.Customers, st) }},
		{"tree", func(st figure.Style) (figure.Figure, error) { return Treemap(five, nameIn(st.Lang), rfm.Customers, st) }},
		{"tree-folded", func(st figure.Style) (figure.Figure, error) {
			return Treemap(manySegments(), nameIn(st.Lang), rfm.LossShare, st)
		}},
		{"segments", func(st figure.Style) (figure.Figure, error) { return SegmentBars(five, nameIn(st.Lang), st) }},
		{"clv", func(st figure.Style) (figure.Figure, error) { return CLVDistribution(value, h, st) }},
		{"tracking", func(st figure.Style) (figure.Figure, error) { return Tracking(value, st) }},
		{"calibration", func(st figure.Style) (figure.Figure, error) { return Calibration(value, st) }},
		{"calibration-alone", func(st figure.Style) (figure.Figure, error) { return Calibration(untested, st) }},
		{"alive", func(st figure.Style) (figure.Figure, error) { return AliveHeat(value, st) }},
		{"future", func(st figure.Style) (figure.Figure, error) { return FutureHeat(value, st) }},
		{"reliability", func(st figure.Style) (figure.Figure, error) { return Reliability(value, st) }},
		{"history", func(st figure.Style) (figure.Figure, error) { return AliveHistory(historyFixture(), "BG/NBD", st) }},
		{"drivers", func(st figure.Style) (figure.Figure, error) {
			return Drivers(driversFixture(), clv.Options{Horizon: 12, Model: "BG/NBD"}, st)
		}},
		{"lorenz", func(st figure.Style) (figure.Figure, error) { return Lorenz(concentrationFixture(), 0.2, st) }},
		{"clusters", func(st figure.Style) (figure.Figure, error) { return ClusterScan(scanFixture(), st) }},
		{"key-customers", func(st figure.Style) (figure.Figure, error) { return RankRanges(rankingFixture(), st) }},
		{"lifecycle", func(st figure.Style) (figure.Figure, error) { return LifecycleCourse(lifecycleFixture(), st) }},
		{"whale", func(st figure.Style) (figure.Figure, error) { return Whale(whaleFixture(), st) }},
	}...)
}

// describe computes what a clv.Result says about its values.
func describe(n int, values []float64, median, mean, top *float64) {
	sorted := append([]float64(nil), values...)
	sort.Float64s(sorted)
	sum, tenth := 0.0, 0.0
	for i, v := range sorted {
		sum += v
		if i >= n-n/10 {
			tenth += v
		}
	}
	*median, *mean, *top = sorted[n/2], sum/float64(n), tenth/sum
}

var widths = []float64{360, 720}

// each draws every figure in every language and width.
func each(t *testing.T, widths []float64, f func(t *testing.T, name string, fig figure.Figure)) {
	for _, d := range drawings() {
		for _, lang := range locale.Langs {
			for _, w := range widths {
				name := d.name + "-" + string(lang) + "-" + strconv.Itoa(int(w))
				t.Run(name, func(t *testing.T) {
					fig, err := d.make(figure.Style{Lang: string(lang), Width: w, Currency: "USD"})
					if err != nil {
						t.Fatal(err)
					}
					f(t, name, fig)
				})
			}
		}
	}
}

// The goldens are the same bytes natively and as wasm: this test runs as both.
func TestGoldens(t *testing.T) {
	each(t, widths, func(t *testing.T, name string, fig figure.Figure) {
		compare(t, name+".svg", strings.ReplaceAll(fig.SVG, "><", ">\n<")+"\n")
		if strings.HasSuffix(name, "-720") {
			compare(t, strings.TrimSuffix(name, "-720")+".txt", transcript(fig))
		}
	})
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs at %q; if the change is meant, run go test ./analysis/chart -update and review the difference", name, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return a[i]
		}
	}
	return "its end"
}

// transcript writes what a figure says without its drawing.
func transcript(f figure.Figure) string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, " | ") + "\n") }
	line(f.ID, f.Title)
	line("description:", f.Description)
	line("footer:", f.Footer)
	for i, s := range f.Series {
		line("series "+strconv.Itoa(i), s.Label, s.Ink)
	}
	for i, m := range f.Marks {
		if i < 4 || i == len(f.Marks)-1 {
			line("mark "+strconv.Itoa(i), m.Label, m.Key, values(m.Values))
		}
	}
	for _, c := range f.Table.Columns {
		line("column", c.Name, strconv.FormatBool(c.Numeric))
	}
	for i, row := range f.Table.Rows {
		if i < 4 || i == len(f.Table.Rows)-1 {
			line(row...)
			line(f.Table.Raw[i]...)
		}
	}
	return b.String()
}

func values(list []figure.Value) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = v.Name + " " + v.Text
	}
	return strings.Join(parts, "; ")
}
