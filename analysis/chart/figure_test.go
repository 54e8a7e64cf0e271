package chart

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
	"churnbench/analysis/rfm"
	"churnbench/analysis/survival"
)

var allWidths = []float64{300, 360, 480, 640, 720, 1100}

// Every figure is well-formed XML without anything that a strict policy
// blocks, and names only classes that the style sheet knows.
func TestSVG(t *testing.T) {
	each(t, allWidths, func(t *testing.T, _ string, fig figure.Figure) {
		decoder := xml.NewDecoder(strings.NewReader(fig.SVG))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if e, ok := token.(xml.StartElement); ok {
				checkElement(t, e)
			}
		}
		if strings.Contains(fig.SVG, "NaN") || strings.Contains(fig.SVG, "Inf") {
			t.Error("a coordinate is not a number")
		}
	})
}

func checkElement(t *testing.T, e xml.StartElement) {
	t.Helper()
	if e.Name.Local == "style" || e.Name.Local == "script" {
		t.Errorf("<%s> is blocked by the page's policy", e.Name.Local)
	}
	for _, a := range e.Attr {
		if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
			t.Errorf("%s=%q is blocked by the page's policy", a.Name.Local, a.Value)
		}
		if a.Name.Local == "class" && strings.HasPrefix(a.Value, "ink-") && figure.LightColour(a.Value) == "" {
			t.Errorf("class %q has no colour", a.Value)
		}
	}
}

var numberPattern = regexp.MustCompile(`\d\.\d{3}`)

func TestTwoDecimals(t *testing.T) {
	each(t, []float64{720}, func(t *testing.T, _ string, fig figure.Figure) {
		for _, attribute := range regexp.MustCompile(` (?:d|x|y|cx|cy|r|width|height)="[^"]*"`).FindAllString(fig.SVG, -1) {
			if numberPattern.MatchString(attribute) {
				t.Fatalf("more than two decimals: %.80s", attribute)
			}
		}
	})
}

// No two texts overlap and none leaves the sheet, in either language at any
// width. The boxes are those the layout measured, so a wrong measurement
// would hide: TestTextWidth holds the measuring.
func TestTextsApart(t *testing.T) {
	each(t, allWidths, func(t *testing.T, _ string, fig figure.Figure) {
		boxes := textBoxes(t, fig.SVG)
		for i, a := range boxes {
			if a.x < -0.5 || a.y < -0.5 || a.x+a.w > fig.Width+0.5 || a.y+a.h > fig.Height+0.5 {
				t.Errorf("%q leaves the sheet: %.0f,%.0f %.0f×%.0f in %.0f×%.0f", a.text, a.x, a.y, a.w, a.h, fig.Width, fig.Height)
			}
			for _, b := range boxes[:i] {
				if a.overlaps(b) {
					t.Errorf("%q overlaps %q", a.text, b.text)
				}
			}
		}
	})
}

func (a textBox) overlaps(b textBox) bool {
	const touch = 1.0 // lines are a little higher than their glyphs
	return a.x+a.w > b.x+touch && b.x+b.w > a.x+touch && a.y+a.h > b.y+touch && b.y+b.h > a.y+touch
}

// textBoxes measures the texts of a drawing from the drawing itself.
func textBoxes(t *testing.T, svg string) []textBox {
	t.Helper()
	var boxes []textBox
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := decoder.Token()
		if err != nil {
			return boxes
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "text" {
			inner, _ := decoder.Token()
			boxes = append(boxes, boxOf(e, string(inner.(xml.CharData))))
		}
	}
}

func boxOf(e xml.StartElement, txt string) textBox {
	attributes := map[string]string{}
	for _, a := range e.Attr {
		attributes[a.Name.Local] = a.Value
	}
	size := sizeText
	if s := attributes["font-size"]; s != "" {
		size = parse(s)
	}
	w := textWidth(txt, typeface(size, attributes["font-weight"] != ""))
	x := parse(attributes["x"]) + map[string]float64{"middle": -w / 2, "end": -w}[attributes["text-anchor"]]
	return textBox{text: txt, x: x, y: parse(attributes["y"]) - (lineHeight-baseline)*size, w: w, h: lineHeight * size}
}

// Marks lie inside the drawing, say something, and belong to a series.
func TestMarks(t *testing.T) {
	each(t, allWidths, func(t *testing.T, _ string, fig figure.Figure) {
		if len(fig.Marks) == 0 {
			t.Fatal("no marks")
		}
		for _, m := range fig.Marks {
			if m.X-m.W/2 < -1 || m.Y-m.H/2 < -1 || m.X+m.W/2 > fig.Width+1 || m.Y+m.H/2 > fig.Height+1 {
				t.Errorf("mark %q lies outside: %+v", m.Label, m)
			}
			if m.Label == "" || len(m.Values) == 0 || m.Series >= len(fig.Series) {
				t.Errorf("incomplete mark %+v", m)
			}
		}
	})
}

// What a figure says beside its drawing is whole: no gap is left unfilled.
func TestSaid(t *testing.T) {
	each(t, []float64{720}, func(t *testing.T, _ string, fig figure.Figure) {
		said := transcript(fig)
		if strings.ContainsAny(said, "{}") || strings.Contains(said, "NaN") {
			t.Errorf("unfilled:\n%s", said)
		}
		if fig.Title == "" || fig.Description == "" || fig.Footer == "" {
			t.Errorf("title, description or footer is missing:\n%s", said)
		}
		for i, row := range fig.Table.Rows {
			if len(row) != len(fig.Table.Columns) || len(fig.Table.Raw[i]) != len(row) {
				t.Fatalf("row %d is not as wide as its table", i)
			}
		}
		if len(fig.Table.Rows) == 0 {
			t.Error("no table")
		}
	})
}

// Results with nothing in them become figures that say so.
func TestEmpty(t *testing.T) {
	for _, lang := range locale.Langs {
		st := figure.Style{Lang: string(lang), Width: 360}
		for name, draw := range map[string]func() (figure.Figure, error){
			"retention":   func() (figure.Figure, error) { return RetentionCurve(&cohort.Result{}, "", st) },
			"survival":    func() (figure.Figure, error) { return Survival(&survival.Study{}, st) },
			"causes":      func() (figure.Figure, error) { return Causes(&survival.Study{}, &survival.Incidence{}, st) },
			"ladder":      func() (figure.Figure, error) { return Ladder(&churn.Ladder{}, st) },
			"forest":      func() (figure.Figure, error) { return Forest(&survival.CoxFit{}, st) },
			"grid":        func() (figure.Figure, error) { return RFMGrid(&rfm.Result{}, rfm.Customers, st) },
			"tree":        func() (figure.Figure, error) { return Treemap(&rfm.Result{}, nameIn("en"), rfm.Customers, st) },
			"segments":    func() (figure.Figure, error) { return SegmentBars(&rfm.Result{}, nameIn("en"), st) },
			"clv":         func() (figure.Figure, error) { return CLVDistribution(&clv.Result{}, NewHistogram(nil), st) },
			"tracking":    func() (figure.Figure, error) { return Tracking(&clv.Result{}, st) },
			"calibration": func() (figure.Figure, error) { return Calibration(&clv.Result{}, st) },
			"alive":       func() (figure.Figure, error) { return AliveHeat(&clv.Result{}, st) },
			"future":      func() (figure.Figure, error) { return FutureHeat(&clv.Result{}, st) },
			"reliability": func() (figure.Figure, error) { return Reliability(&clv.Result{}, st) },
			"history":     func() (figure.Figure, error) { return AliveHistory(historyFixture()[:1], "BG/NBD", st) },
			"drivers": func() (figure.Figure, error) {
				return Drivers(&clv.Elasticities{All: clv.Elasticity{Spend: math.NaN()}}, clv.Options{}, st)
			},
		} {
			fig, err := draw()
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if need := string(wordsIn(lang).Common.NotEnough); !strings.Contains(fig.SVG, need) || !strings.Contains(fig.Description, need) {
				t.Errorf("%s does not say %q", name, need)
			}
		}
	}
}

// Unknown and extreme numbers neither panic nor reach the drawing.
func TestHostile(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	value := clvFixture()
	value.Median, value.Mean, value.TopDecileShare, value.Equity = nan, inf, nan, nan
	value.Calibration[7] = clv.FrequencyClass{X: 7, HoldoutActual: nan, HoldoutExpected: nan}
	value.Heat.Alive[3][5], value.Heat.Expected[3][5], value.Heat.Expected[4][5] = nan, nan, inf
	lapse := survivalFixture(40, 31)
	c := &lapse.Comparison.Groups[0].Curve
	last := len(c.S) - 1
	c.S[last], c.Low[last], c.High[last] = 0, nan, nan
	lapse.Comparison.Groups[0].Quantiles = []survival.Quantile{{P: 0.5, Time: inf, Low: inf, High: inf}}
	thin := retentionFixture(0)
	thin.Mean[5] = cohort.Average{Weighted: nan, Low: nan, High: nan, Simple: nan}
	score := rfmFixture(2)
	score.Revenue, score.Cuts[0].Size[1] = 0, 0
	score.Cuts[0].Lower[1], score.Cuts[0].Upper[1] = nan, nan
	st := figure.Style{Lang: "en"}
	for name, draw := range map[string]func() (figure.Figure, error){
		"retention": func() (figure.Figure, error) { return RetentionCurve(thin, "", st) },
		"survival":  func() (figure.Figure, error) { return Survival(lapse, st) },
		"grid":      func() (figure.Figure, error) { return RFMGrid(score, rfm.LossShare, st) },
		"tree":      func() (figure.Figure, error) { return Treemap(score, nameIn("en"), rfm.RevenuePart, st) },
		"segments":  func() (figure.Figure, error) { return SegmentBars(score, nameIn("en"), st) },
		"clv": func() (figure.Figure, error) {
			return CLVDistribution(value, NewHistogram([]float64{0, -1, nan, inf, 1e-9, 5, 5e12}), st)
		},
		"clv one":     func() (figure.Figure, error) { return CLVDistribution(value, NewHistogram([]float64{5}), st) },
		"calibration": func() (figure.Figure, error) { return Calibration(value, st) },
		"alive":       func() (figure.Figure, error) { return AliveHeat(value, st) },
		"future":      func() (figure.Figure, error) { return FutureHeat(value, st) },
	} {
		fig, err := draw()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.Contains(fig.SVG, "NaN") || strings.Contains(fig.SVG, "Inf") {
			t.Errorf("%s draws what is not a number", name)
		}
	}
}

// A cohort of a handful of customers is part of the mean, but neither drawn
// nor scaled for.
func TestSmallCohort(t *testing.T) {
	r := retentionFixture(0.2)
	r.Cohorts[3].Size = smallCohort - 1
	r.Cohorts[3].Cells[2].Rate = 0.97
	fig, err := RetentionCurve(r, "", figure.Style{})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(fig.SVG, ">100\u00a0%<") || !strings.Contains(fig.Footer, "fewer than 30") {
		t.Errorf("a small cohort rules the axis; footer %q", fig.Footer)
	}
	for _, m := range fig.Marks {
		if m.Key == "cohort:"+r.Cohorts[3].Key {
			t.Fatal("a small cohort has marks")
		}
	}
}

// Every phrase exists in both languages, with the same places to fill in.
func TestWordsComplete(t *testing.T) {
	walk(t, "words", reflect.ValueOf(english), reflect.ValueOf(chinese))
}

var placePattern = regexp.MustCompile(`\{\w+\}`)

func walk(t *testing.T, path string, en, zh reflect.Value) {
	if en.Kind() == reflect.Struct {
		for i := range en.NumField() {
			walk(t, path+"."+en.Type().Field(i).Name, en.Field(i), zh.Field(i))
		}
		return
	}
	if en.String() == "" || zh.String() == "" {
		t.Errorf("%s is missing in a language", path)
	}
	a, b := places(en.String()), places(zh.String())
	if !reflect.DeepEqual(a, b) {
		t.Errorf("%s: places %v in English, %v in Chinese", path, a, b)
	}
}

func places(s string) map[string]bool {
	set := map[string]bool{}
	for _, p := range placePattern.FindAllString(s, -1) {
		set[p] = true
	}
	return set
}
