package browser

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// telcoPoints are S and its 95 % log-log interval for all customers of the telco file:
// R 4.2.2, survival 3.5-3, survfit(Surv(tenure, Churn) ~ 1), by month.
var telcoPoints = map[float64][3]float64{
	1:  {0.945961319681, 0.940418371316, 0.951002120957},
	3:  {0.913724521794, 0.906857085646, 0.920108178096},
	6:  {0.884826238933, 0.876991017569, 0.892193552602},
	12: {0.843199553816, 0.834168685811, 0.851783320693},
	24: {0.788736398371, 0.778312955530, 0.798735202136},
	36: {0.748545414876, 0.737078562121, 0.759597031294},
	48: {0.708840184346, 0.696245083071, 0.721022733210},
	60: {0.664403914375, 0.650226792853, 0.678156779187},
	72: {0.592790152052, 0.573062891004, 0.611936209193},
}

// TestTelcoSurvival drops the telco file on the page, accepts what it proposes, and holds
// the curve that the page then saves to R's within 1e-8; then it compares contracts, and
// looks at both tabs for what axe finds, in both languages.
func TestTelcoSurvival(t *testing.T) {
	path, err := filepath.Abs("../../../shared/data/telco/Telco-Customer-Churn.csv")
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		t.Skip("the telco data are not here:", err)
	}
	dir := t.TempDir()
	tb := open(t)
	tb.download(dir)
	tb.meet(singleFile(t), desk)
	tb.choose(path)
	tb.press("#read")
	tb.settled()
	tb.see("retention", "#save-survival")
	tb.press("#save-survival")
	all := curvesIn(t, newest(t, dir))[""]
	for at, want := range telcoPoints {
		got, ok := all[at]
		for i := range want {
			if !ok || math.Abs(got[i]-want[i]) > 1e-8*want[i] {
				t.Errorf("month %v: %v, want %v", at, got, want)
				break
			}
		}
	}

	eval[any](tb, `(() => {
		const group = document.querySelector("#survival-group")
		group.value = [...group.options].find(o => o.text === "Contract").value
		group.dispatchEvent(new Event("change", {bubbles: true}))
	})()`)
	tb.wait(`document.querySelector("#survival-tests")`)
	for _, want := range []string{"926.06", "1,550.51", "256.22"} { // R's survdiff of each pair
		if shown := tb.text("#survival-tests"); !strings.Contains(shown, want) {
			t.Errorf("the tests lack %q:\n%s", want, shown)
		}
	}
	tb.press("#save-survival")
	grouped := curvesIn(t, newest(t, dir))
	if len(grouped) != 3 || !(grouped["Two year"][60][0] > grouped["One year"][60][0]) || !(grouped["One year"][60][0] > grouped["Month-to-month"][60][0]) {
		t.Errorf("%d groups were saved", len(grouped))
	}
	for range 2 {
		tb.press("#retention-hazards")
		tb.wait(`document.querySelector("#proportional")`)
		tb.check("telco regression")
		tb.press("#retention-survival")
		tb.wait(`document.querySelector("#survival-tests")`)
		tb.check("telco survival")
		tb.press("#language")
		tb.wait(`document.querySelectorAll(".rail-item.busy").length === 0`)
	}
}

// curvesIn reads the CSV of curves: S, low and high by time, of each group.
func curvesIn(t *testing.T, body []byte) map[string]map[float64][3]float64 {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(body), "\ufeff"))).ReadAll()
	if err != nil || len(records) < 2 {
		t.Fatalf("the table of curves: %v, %.80q", err, body)
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	number := func(record []string, name string) float64 {
		v, err := strconv.ParseFloat(record[column[name]], 64)
		if err != nil {
			return math.NaN()
		}
		return v
	}
	curves := map[string]map[float64][3]float64{}
	for _, r := range records[1:] {
		group := r[column["group"]]
		if curves[group] == nil {
			curves[group] = map[float64][3]float64{}
		}
		curves[group][number(r, "time")] = [3]float64{number(r, "survival"), number(r, "low"), number(r, "high")}
	}
	return curves
}
