package chart

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
	"churnbench/analysis/profile"
)

// profileFixture is regions of a shop: one that loses more than the others, one of a
// handful of customers, small ones folded, and customers of whom nothing is known.
func profileFixture() *profile.Result {
	rng := random(7)
	f := &profile.Facts{Log: &analysis.Log{Start: []uint32{0}, End: 700}}
	sizes, lost := []int{900, 640, 410, 260, 28, 12, 9, 90}, []float64{.31, .30, .44, .33, .5, .3, .3, .25}
	var of []int32
	for g, n := range sizes {
		for range n {
			f.Log.Day, f.Log.Orders = append(f.Log.Day, 10), append(f.Log.Orders, 1)
			f.Log.Amount = append(f.Log.Amount, analysis.MoneyOf(float64(20+g*15)*(0.5+rng.Float64())))
			f.Log.Start = append(f.Log.Start, uint32(len(f.Log.Day)))
			f.Lost = append(f.Lost, rng.Float64() < lost[g])
			if of = append(of, int32(g)); g == 7 {
				of[len(of)-1] = -1
			}
		}
	}
	r := profile.Compare(f, profile.Single([]string{"=North", "=South", "=East", "=West", "=Isles", "=Far", "=Away"}, of).Fold(5))
	for g := range r.Rows {
		s := 0.9 - 0.07*float64(g)
		r.Rows[g].Stay, r.Rows[g].AtRisk = profile.Estimate{Value: s, Low: s - 0.05, High: s + 0.04}, 40
	}
	r.All.Stay = profile.Estimate{Value: 0.8, Low: 0.78, High: 0.82}
	return r
}

func profileDrawings() []drawing {
	r := profileFixture()
	names := map[string][]string{
		"en": {"North", "South", "East", "West", "Isles", "2 more groups", "not known"},
		"zh": {"北区", "南区", "东区", "西区", "岛屿", "其余 2 组", "未知"},
	}
	of := func(m profile.Measure) func(st figure.Style) *Profile {
		return func(st figure.Style) *Profile {
			return &Profile{Result: r, Names: names[st.Lang], By: map[string]string{"en": "Region", "zh": "地区"}[st.Lang], Measure: m, After: 365}
		}
	}
	dots := func(m profile.Measure) func(figure.Style) (figure.Figure, error) {
		return func(st figure.Style) (figure.Figure, error) { return ProfileDots(of(m)(st), st) }
	}
	return []drawing{
		{"profile-churn", dots(profile.Churn)}, {"profile-difference", dots(profile.Difference)},
		{"profile-stay", dots(profile.Stay)}, {"profile-revenue", dots(profile.Revenue)}, {"profile-spend", dots(profile.Spend)},
		{"profile-shares", func(st figure.Style) (figure.Figure, error) { return ProfileShares(of(profile.Churn)(st), st) }},
	}
}

// Groups that differ are filled, the others rings, and only groups that are one open.
func TestProfileMarks(t *testing.T) {
	r := profileFixture()
	fig, err := ProfileDots(&Profile{Result: r, Names: make([]string, len(r.Rows)), Measure: profile.Churn}, figure.Style{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range fig.Marks {
		if row := r.Rows[i]; (m.Series == 0) != row.Apart || (m.Key == "") != (row.Folded > 0) {
			t.Errorf("%+v is marked %+v", row, m)
		}
	}
	r.Overlap = true
	if fig, _ = ProfileDots(&Profile{Result: r, Names: make([]string, len(r.Rows)), Measure: profile.Churn}, figure.Style{}); len(fig.Series) > 0 || !strings.Contains(fig.Footer, "several groups") {
		t.Errorf("groups that share customers are held against others: %+v, %s", fig.Series, fig.Footer)
	}
	if r.Widest() != 2 || !r.Rows[2].Apart {
		t.Fatalf("the East does not differ: %+v", r.Rows[2])
	}
}

// What is not known is said so and drawn nowhere; refunds beyond revenue are drawn too.
func TestProfileHostile(t *testing.T) {
	none := profile.Estimate{Value: math.NaN(), Low: math.NaN(), High: math.NaN()}
	r := &profile.Result{Rows: []profile.Row{{Key: "=a", Customers: 3, Churn: none, Difference: none, Stay: none, Value: math.NaN(), Median: math.NaN(), Profit: analysis.NoNumber, Brings: math.NaN()},
		{Key: "=b", Customers: 5, Revenue: -90_000, Brings: -0.2, Profit: -5_000_000, Churn: profile.Estimate{Value: 1, Low: .6, High: 1}}}}
	for _, lang := range locale.Langs {
		for _, width := range []float64{300, 900} {
			for _, m := range []profile.Measure{profile.Customers, profile.Revenue, profile.Brings, profile.Churn, profile.Difference, profile.Stay, profile.Value, profile.Profit} {
				p := &Profile{Result: r, Names: []string{strings.Repeat("a long name ", 9), "b"}, Measure: m}
				for _, draw := range []func(*Profile, figure.Style) (figure.Figure, error){ProfileDots, ProfileShares} {
					fig, err := draw(p, figure.Style{Lang: string(lang), Width: width})
					if err != nil || strings.Contains(fig.SVG, "NaN") || strings.Contains(fig.SVG, "Inf") {
						t.Errorf("%s: %v\n%s", m, err, fig.SVG)
					}
				}
			}
		}
		for _, draw := range []func(*Profile, figure.Style) (figure.Figure, error){ProfileDots, ProfileShares} {
			fig, _ := draw(&Profile{Result: &profile.Result{}}, figure.Style{Lang: string(lang)})
			if !strings.Contains(fig.SVG, string(wordsIn(lang).Common.NotEnough)) {
				t.Errorf("%s does not say that there is not enough", fig.ID)
			}
		}
	}
}
