package chart

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
)

// The handle stands where the drawing has its mark, on either axis.
func TestHandleStandsOnItsMark(t *testing.T) {
	w := workbenchFixture()
	for name, draw := range map[string]func(*churn.Workbench, figure.Style) (figure.Figure, error){"gaps": Gaps, "returns": Returns, "errors": WindowErrors} {
		fig, err := draw(w, figure.Style{Lang: "en"})
		if err != nil || !fig.Handle.Exists() {
			t.Fatalf("%s: %v, handle %v", name, err, fig.Handle)
		}
		h := &fig.Handle
		_, mark, ok := strings.Cut(fig.SVG, `<g class="handle-mark">`)
		if at := "M" + number(h.At(131)) + ","; !ok || !strings.Contains(mark[:min(len(mark), 200)], at) {
			t.Errorf("%s: the mark is not at %s: %.200s", name, at, mark)
		}
		if h.Value != 131 || h.Max != 545 || !(h.Left >= 0 && h.Right <= fig.Width && h.Top >= 0 && h.Bottom <= fig.Height && h.Top < h.Bottom) {
			t.Errorf("%s: %+v", name, *h)
		}
	}
}

// No texts of any period's picture overlap or leave it, and its marks lie inside.
func TestBucketSteps(t *testing.T) {
	for _, lang := range locale.Langs {
		for _, w := range []float64{300, 360, 480, 700} {
			fig, err := Bucket(ratesFixture(24), figure.Style{Lang: string(lang), Width: w})
			if err != nil || len(fig.Steps) != 24 || fig.Steps[23].SVG != fig.SVG {
				t.Fatalf("%d steps, %v", len(fig.Steps), err)
			}
			for _, step := range fig.Steps {
				boxes := textBoxes(t, step.SVG)
				for i, a := range boxes {
					if a.x < -0.5 || a.x+a.w > fig.Width+0.5 || a.y < -0.5 || a.y+a.h > fig.Height+0.5 {
						t.Errorf("%s %v %s: %q leaves the picture", lang, w, step.Label, a.text)
					}
					for _, b := range boxes[:i] {
						if a.overlaps(b) {
							t.Errorf("%s %v %s: %q overlaps %q", lang, w, step.Label, a.text, b.text)
						}
					}
				}
				for _, m := range step.Marks {
					if m.X-m.W/2 < -1 || m.X+m.W/2 > fig.Width+1 || m.Y-m.H/2 < -1 || m.Y+m.H/2 > fig.Height+1 {
						t.Errorf("%s %v %s: mark %+v lies outside", lang, w, step.Label, m)
					}
				}
			}
		}
	}
}

func TestChurnFiguresEmpty(t *testing.T) {
	for _, lang := range locale.Langs {
		st := figure.Style{Lang: string(lang), Width: 360}
		need := string(wordsIn(lang).Common.NotEnough)
		for name, draw := range map[string]func() (figure.Figure, error){
			"gaps":      func() (figure.Figure, error) { return Gaps(&churn.Workbench{}, st) },
			"returns":   func() (figure.Figure, error) { return Returns(&churn.Workbench{}, st) },
			"errors":    func() (figure.Figure, error) { return WindowErrors(&churn.Workbench{}, st) },
			"movements": func() (figure.Figure, error) { return Movements(&churn.Rates{}, st) },
			"revenue":   func() (figure.Figure, error) { return RevenueMovements(&churn.Rates{}, st) },
			"control":   func() (figure.Figure, error) { return ControlChart(&churn.Rates{}, st) },
			"bucket":    func() (figure.Figure, error) { return Bucket(&churn.Rates{}, st) },
		} {
			fig, err := draw()
			if err != nil || !strings.Contains(fig.SVG, need) || !strings.Contains(fig.Description, need) || fig.Handle.Exists() || fig.Steps != nil {
				t.Errorf("%s: %v does not say %q", name, err, need)
			}
		}
	}
}

// Unknown and extreme numbers neither panic nor reach the drawing.
func TestChurnFiguresHostile(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	w := workbenchFixture()
	w.Window, w.Quantiles[1].Days = 5000, 0
	w.Returns[0].Points[3].Low, w.Returns[0].Points[3].High = nan, nan
	w.Verdict.Chance = nan
	w.Trial.Points[0].Returned, w.Trial.Points[1].Gone.Value, w.Trial.Points[2].Cost = churn.Share{Value: nan, Low: nan, High: nan}, nan, inf
	r := ratesFixture(24)
	r.Periods[3].Customers = churn.CustomerFlow{}
	r.Periods[23].Churn.Value = nan
	r.Control.Dispersion = nan
	one := ratesFixture(3)
	one.Periods = one.Periods[:1]
	one.Control.Points = nil
	st := figure.Style{Lang: "zh", Width: 300}
	for name, draw := range map[string]func() (figure.Figure, error){
		"gaps":         func() (figure.Figure, error) { return Gaps(w, st) },
		"returns":      func() (figure.Figure, error) { return Returns(w, st) },
		"errors":       func() (figure.Figure, error) { return WindowErrors(w, st) },
		"movements":    func() (figure.Figure, error) { return Movements(r, st) },
		"revenue":      func() (figure.Figure, error) { return RevenueMovements(r, st) },
		"control":      func() (figure.Figure, error) { return ControlChart(r, st) },
		"bucket":       func() (figure.Figure, error) { return Bucket(r, st) },
		"bucket alone": func() (figure.Figure, error) { return Bucket(one, st) },
	} {
		fig, err := draw()
		if said := fig.SVG + transcript(fig); err != nil || strings.Contains(said, "NaN") || strings.Contains(said, "Inf") || strings.Contains(said, "∞") {
			t.Errorf("%s draws or says what is not a number: %v", name, err)
		}
	}
}
