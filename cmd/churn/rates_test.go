package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// book is a made list of subscriptions: bob leaves on 15 February, ann upgrades, dan
// joins.
const book = "customer_id,start_date,end_date,mrr\n" +
	"ann,2024-01-01,,100\n" +
	"ann,2024-02-10,,20\n" +
	"bob,2024-01-01,2024-02-15,50\n" +
	"dan,2024-03-01,,30\n"

func bookFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "subscriptions.csv")
	if err := os.WriteFile(path, []byte(book), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// flowFile is what tests look at in the JSON.
type flowFile struct {
	Rates struct {
		Recurring bool
		Periods   []struct {
			From, To  string
			Customers struct{ Start, New, Reactivated, Churned, End int }
			Churn     struct{ Value, Low, High *float64 }
			Quick     any
		}
	}
	Repeat struct {
		Customers int
		Within    []struct{ Value float64 }
	}
}

func readFlow(t *testing.T, path string) (f flowFile) {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(body, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestRatesOfABook(t *testing.T) {
	dir := t.TempDir()
	for lang, says := range map[string][]string{
		"en": {"Customers at the start", "of customers at the start", "Feb", "recurring revenue of a month"},
		"zh": {"期初客户", "占期初客户", "2024年2月", "月度经常性收入"},
	} {
		path, table := filepath.Join(dir, lang+".json"), filepath.Join(dir, lang+".csv")
		out, errs, code := call(t, "rates", bookFile(t), "--lang", lang, "--json", path, "--csv", table)
		if code != 0 || strings.Contains(out, "«") || strings.Contains(out, "{") {
			t.Fatalf("%s: exit %d: %s\n%s", lang, code, errs, out)
		}
		for _, want := range says {
			if !strings.Contains(out, want) {
				t.Errorf("%s: output lacks %q:\n%s", lang, want, out)
			}
		}
		f := readFlow(t, path)
		if len(f.Rates.Periods) != 2 || !f.Rates.Recurring || f.Repeat.Customers != 0 {
			t.Fatalf("%+v", f)
		}
		if p := f.Rates.Periods[1]; p.From != "2024-02-01" || p.Customers.Churned != 1 || *p.Churn.Value != 0.5 {
			t.Errorf("February: %+v", p)
		}
		if p := f.Rates.Periods[0]; p.Quick != "Infinity" {
			t.Errorf("January's quick ratio: %v", p.Quick)
		}
		if body, err := os.ReadFile(table); err != nil || strings.Count(string(body), "\n") != 3 {
			t.Errorf("%v\n%s", err, body)
		}
	}
}

func TestRatesOfOrders(t *testing.T) {
	shop := sampleFile(t, "shop")
	path := filepath.Join(t.TempDir(), "r.json")
	out, errs, code := call(t, "rates", shop, "--lang", "en", "--grain", "quarter", "--window", "90", "--tiers", "0.2:3,0.8:1", "--margin", "0.4", "--cac", "25", "--json", path)
	if code != 0 {
		t.Fatalf("exit %d: %s", code, errs)
	}
	for _, want := range []string{"Second purchase", "365\u00a0days", "weighed by their tiers", "Payback with churn", "in the 90 days before"} {
		if !strings.Contains(out, want) {
			t.Errorf("output lacks %q:\n%s", want, out)
		}
	}
	f := readFlow(t, path)
	if f.Rates.Recurring || len(f.Rates.Periods) != 8 || f.Rates.Periods[0].Churn.Value != nil || !(f.Repeat.Within[0].Value < f.Repeat.Within[2].Value) {
		t.Errorf("%+v", f)
	}
	for _, p := range f.Rates.Periods {
		if c := p.Customers; c.Start+c.New+c.Reactivated-c.Churned != c.End {
			t.Errorf("%+v", p)
		}
	}
}

func TestRatesByOwnPeriods(t *testing.T) {
	for args, want := range map[string]string{
		"--cuts 2024-01-15,2024-02-20": "2024-01-15 … 2024-02-19",
		"--days 20":                    "2024-02-11 … 2024-03-01",
	} {
		out, errs, code := call(t, append([]string{"rates", bookFile(t), "--lang", "en"}, strings.Fields(args)...)...)
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("%s: exit %d, %s\n%s", args, code, errs, out)
		}
	}
}

// A long series prints its latest periods, or all on request.
func TestRatesPrintsTheLatest(t *testing.T) {
	short, _, _ := call(t, "rates", bookFile(t), "--lang", "en", "--days", "1")
	long, errs, code := call(t, "rates", bookFile(t), "--lang", "en", "--days", "1", "--all")
	if code != 0 || strings.Contains(short, "2024-01-02 … ") || !strings.Contains(long, "2024-01-02 … ") || !strings.Contains(short, "--all prints them") {
		t.Errorf("exit %d, %s\n%s", code, errs, short)
	}
}

func TestRatesMisuse(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"rates"}, 2, "name a file"},
		{[]string{"rates", bookFile(t), "--basis", "stars"}, 2, "say one of"},
		{[]string{"rates", bookFile(t), "--basis", "orders", "--lang", "en"}, 1, "orders"},
		{[]string{"rates", bookFile(t), "--cuts", "yesterday"}, 2, "say dates"},
		{[]string{"rates", bookFile(t), "--cuts", "2024-02-01,2024-01-01", "--lang", "en"}, 1, "each after the one before"},
		{[]string{"rates", bookFile(t), "--tiers", "half"}, 2, "invalid"},
		{[]string{"rates", bookFile(t), "--margin", "40", "--lang", "en"}, 1, "at most 100"},
		{[]string{"rates", bookFile(t), "--gap", "-3", "--lang", "en"}, 1, "gap"},
		{[]string{"rates", sampleFile(t, "shop"), "--basis", "contracts", "--lang", "en"}, 1, "no contracts"},
	} {
		if _, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, %q; want %d and %q", c.args, code, errs, c.code, c.says)
		}
	}
}
