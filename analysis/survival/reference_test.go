package survival

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis"
)

// telcoFile is too large to stand in testdata; tests that need it skip where it is
// absent.
const telcoFile = sharedData + "/telco/Telco-Customer-Churn.csv"

// sharedData is where larger data lie, seen from this package.
const sharedData = "../../../shared/data"

// A sampleOf names a data set and one of its groups, "all" or "column=value".
type sampleOf struct{ data, group string }

// layouts say how a file codes durations and events.
var layouts = map[string]struct{ file, time, event, yes string }{
	"lung":    {"testdata/lung.csv", "time", "status", "1"},
	"waltons": {"testdata/waltons.csv", "T", "E", "1"},
	"rossi":   {"testdata/rossi.csv", "week", "arrest", "1"},
	"telco":   {telcoFile, "tenure", "Churn", "Yes"},
}

// A table is a CSV file of the tests.
type table struct {
	names []string
	rows  [][]string
}

func readTable(t *testing.T, data string) table {
	t.Helper()
	f, err := os.Open(layouts[data].file)
	if err != nil {
		t.Skipf("the data are not here: %v", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return table{rows[0], rows[1:]}
}

// texts returns a column by name.
func (tab table) texts(t *testing.T, name string) []string {
	t.Helper()
	at := slices.Index(tab.names, name)
	if at < 0 {
		t.Fatalf("there is no column %q", name)
	}
	out := make([]string, len(tab.rows))
	for i, row := range tab.rows {
		out[i] = row[at]
	}
	return out
}

// numbers returns a column of numbers, NaN where missing.
func (tab table) numbers(t *testing.T, name string) []float64 {
	t.Helper()
	var out []float64
	for _, text := range tab.texts(t, name) {
		v, err := strconv.ParseFloat(text, 64)
		if text == "" {
			v, err = math.NaN(), nil
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// subjects returns everybody in a data set.
func subjects(t *testing.T, data string) *Subjects {
	t.Helper()
	tab, layout := readTable(t, data), layouts[data]
	s := &Subjects{Time: tab.numbers(t, layout.time), Causes: []string{layout.event}}
	for _, text := range tab.texts(t, layout.event) {
		s.Event = append(s.Event, 0)
		if text == layout.yes {
			s.Event[len(s.Event)-1] = 1
		}
	}
	return s
}

// textColumn makes a text column, missing where "".
func textColumn(name string, texts []string) analysis.Column {
	c := analysis.Column{Name: name}
	sorted := slices.Compact(slices.Sorted(slices.Values(texts)))
	sorted = slices.DeleteFunc(sorted, func(s string) bool { return s == "" })
	for _, s := range sorted {
		c.Texts.Append([]byte(s))
	}
	for _, s := range texts {
		code := analysis.NoCode
		if s != "" {
			code = uint32(slices.Index(sorted, s))
		}
		c.Codes = append(c.Codes, code)
	}
	return c
}

// numberColumn makes a column of numbers, missing where NaN.
func numberColumn(name string, values []float64) analysis.Column {
	c := analysis.Column{Name: name, Kind: analysis.NumberColumn}
	for _, v := range values {
		m := analysis.NoNumber
		if !math.IsNaN(v) {
			m = analysis.MoneyOf(v)
		}
		c.Numbers = append(c.Numbers, m)
	}
	return c
}

// groups groups a data set by a column.
func groups(t *testing.T, data, column string) *Groups {
	t.Helper()
	c := textColumn(column, readTable(t, data).texts(t, column))
	g, err := GroupBy(&c, len(c.Codes))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// curve estimates a group's curve.
func (s sampleOf) curve(t *testing.T, interval Interval) *Curve {
	t.Helper()
	all := subjects(t, s.data)
	var by *Groups
	at := 0
	if column, value, ok := strings.Cut(s.group, "="); ok {
		by = groups(t, s.data, column)
		at = slices.Index(by.Names, value)
	}
	curves, err := Curves(all, by, interval, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	return &curves[at]
}

// readRows returns the fields of a table of testdata, without its comments.
func readRows(t *testing.T, name string) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return rows
}

// number reads a field, NaN where it is "?".
func number(t *testing.T, text string) float64 {
	t.Helper()
	if text == "?" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
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
	rows := readRows(t, "kaplan-meier.tsv")
	for _, f := range rows {
		t.Run(strings.Join(f[:4], " "), func(t *testing.T) {
			p := sampleOf{f[0], f[1]}.curve(t, intervals[f[2]]).At(number(t, f[3]))
			got := []float64{float64(p.AtRisk), p.S, p.SE, p.Low, p.High}
			for i, name := range []string{"at risk", "S", "SE", "low", "high"} {
				if want := number(t, f[4+i]); !closeTo(got[i], want) {
					t.Errorf("%s = %.12g, want %.12g", name, got[i], want)
				}
			}
		})
	}
	if len(rows) < 100 {
		t.Errorf("only %d reference points were read", len(rows))
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
