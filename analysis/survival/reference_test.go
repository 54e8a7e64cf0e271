package survival

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// sharedData is where the textbook data lie, seen from this package; tests
// that need them skip where they are absent.
const sharedData = "../../../shared/data"

// A sampleOf names a data set and one of its groups, "all" or "column=value".
type sampleOf struct{ data, group string }

// layouts say how a file codes durations and events.
var layouts = map[string]struct{ file, time, event, yes string }{
	"lung":    {"survival/lung.csv", "time", "status", "1"},
	"waltons": {"survival/waltons_dataset.csv", "T", "E", "1"},
	"telco":   {"telco/Telco-Customer-Churn.csv", "tenure", "Churn", "Yes"},
}

// read returns durations and events of a group.
func (s sampleOf) read(t *testing.T) (time []float64, event []bool) {
	t.Helper()
	layout := layouts[s.data]
	f, err := os.Open(filepath.Join(sharedData, layout.file))
	if err != nil {
		t.Skipf("the shared data are not here: %v", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[strings.ToLower(name)] = i
	}
	at := func(row []string, name string) string { return row[column[strings.ToLower(name)]] }
	name, value, grouped := strings.Cut(s.group, "=")
	for _, row := range rows[1:] {
		if grouped && at(row, name) != value {
			continue
		}
		v, err := strconv.ParseFloat(at(row, layout.time), 64)
		if err != nil {
			t.Fatal(err)
		}
		time = append(time, v)
		event = append(event, at(row, layout.event) == layout.yes)
	}
	return time, event
}

func (s sampleOf) curve(t *testing.T, interval Interval) *Curve {
	t.Helper()
	time, event := s.read(t)
	c, err := KaplanMeier(time, event, interval, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// closeTo reports equality within 1e-8 relatively, NaN equal to NaN.
func closeTo(got, want float64) bool {
	if math.IsNaN(want) || math.IsInf(want, 0) {
		return math.IsNaN(got) == math.IsNaN(want) && math.IsInf(got, 1) == math.IsInf(want, 1)
	}
	return math.Abs(got-want) <= 1e-8*max(math.Abs(want), 1e-300) || got == want
}

// TestKaplanMeierReference checks every published point of testdata, whose
// head names its source.
func TestKaplanMeierReference(t *testing.T) {
	intervals := map[string]Interval{"log-log": LogLog, "log": Log, "plain": Plain}
	b, err := os.ReadFile("testdata/kaplan-meier.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		rows++
		f := strings.Split(strings.TrimSpace(line), "\t")
		t.Run(strings.Join(f[:4], " "), func(t *testing.T) {
			number := make([]float64, 6)
			for i := range number {
				if number[i], err = strconv.ParseFloat(f[3+i], 64); err != nil {
					t.Fatal(err)
				}
			}
			p := sampleOf{f[0], f[1]}.curve(t, intervals[f[2]]).At(number[0])
			got := []float64{float64(p.AtRisk), p.S, p.SE, p.Low, p.High}
			for i, want := range number[1:] {
				if !closeTo(got[i], want) {
					t.Errorf("%s = %.12g, want %.12g", []string{"at risk", "S", "SE", "low", "high"}[i], got[i], want)
				}
			}
		})
	}
	if rows < 100 {
		t.Errorf("only %d reference points were read", rows)
	}
}

// TestQuantileReference: R's quantile() of the same fits, log-log intervals.
func TestQuantileReference(t *testing.T) {
	for _, c := range []struct {
		of            sampleOf
		t25, t50, t75 [3]float64 // quantile, lower, upper
	}{
		{sampleOf{"lung", "all"}, [3]float64{170, 144, 194}, [3]float64{310, 284, 361}, [3]float64{550, 457, 643}},
		{sampleOf{"lung", "sex=1"}, [3]float64{144, 105, 176}, [3]float64{270, 210, 306}, [3]float64{457, 371, 567}},
		{sampleOf{"lung", "sex=2"}, [3]float64{226, 167, 310}, [3]float64{426, 345, 524}, [3]float64{687, 524, 765}},
		{sampleOf{"waltons", "group=control"}, [3]float64{51, 48, 54}, [3]float64{58, 56, 60}, [3]float64{63, 61, 68}},
		{sampleOf{"waltons", "group=miR-137"}, [3]float64{15, 9, 22}, [3]float64{26, 19, 29}, [3]float64{29, 26, 36}},
	} {
		curve := c.of.curve(t, LogLog)
		for i, want := range [][3]float64{c.t25, c.t50, c.t75} {
			p := []float64{0.25, 0.5, 0.75}[i]
			v, low, high := curve.Quantile(p)
			if got := [3]float64{v, low, high}; got != want {
				t.Errorf("%v quantile %v = %v, want %v", c.of, p, got, want)
			}
		}
	}
}

// TestRMSTReference: rmean and its standard error from print(fit, rmean = tau).
func TestRMSTReference(t *testing.T) {
	for _, c := range []struct {
		of            sampleOf
		tau, mean, se float64
	}{
		{sampleOf{"lung", "all"}, 365, 263.221866482, 7.79885908631},
		{sampleOf{"lung", "sex=1"}, 365, 241.495085192, 10.3582264911},
		{sampleOf{"lung", "sex=2"}, 365, 297.465409532, 10.7913239788},
		{sampleOf{"lung", "all"}, 730, 357.073251610, 16.2193442355},
		{sampleOf{"lung", "sex=1"}, 730, 311.117765899, 19.3017187936},
		{sampleOf{"lung", "sex=2"}, 730, 434.705208027, 27.2475953219},
		{sampleOf{"waltons", "group=control"}, 40, 39.4160410181, 0.320106819879},
		{sampleOf{"waltons", "group=miR-137"}, 40, 24.1176470588, 1.67247444567},
		{sampleOf{"waltons", "group=control"}, 60, 54.3035568228, 0.767358947045},
		{sampleOf{"waltons", "group=miR-137"}, 60, 25.5882352941, 2.20219992518},
	} {
		mean, se := c.of.curve(t, LogLog).RMST(c.tau)
		if !closeTo(mean, c.mean) || !closeTo(se, c.se) {
			t.Errorf("%v RMST(%v) = %.12g ± %.12g, want %.12g ± %.12g", c.of, c.tau, mean, se, c.mean, c.se)
		}
	}
}
