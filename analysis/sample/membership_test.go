package sample

import (
	"bytes"
	"encoding/csv"
	"math"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/contract"
	"churnbench/analysis/ingest"
)

// members reads the sample the way any file takes.
func members(t *testing.T, lang string) (*analysis.Contracts, *ingest.List) {
	t.Helper()
	src, _, err := Open("membership", lang)
	if err != nil {
		t.Fatal(err)
	}
	p, err := ingest.Sniff(src, ingest.Format{})
	if err != nil {
		t.Fatal(err)
	}
	want := ingest.Mapping{ingest.Order, ingest.Customer, ingest.SignUp, ingest.End, ingest.Plan, ingest.Recurring, ingest.Region, ingest.LeaveReason}
	want[0] = p.Mapping[0] // a contract's number is nothing that is asked for
	if p.Kind != ingest.Subscriptions || !slices.Equal(p.Mapping, want) {
		t.Fatalf("%s: kind %q, roles %v", lang, p.Kind, p.Mapping)
	}
	l, err := ingest.ReadList(t.Context(), src, p.Kind, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	return contract.Book([]*ingest.List{l}, p.Rules), l
}

func TestMembershipIsRead(t *testing.T) {
	for _, lang := range languages {
		c, l := members(t, lang)
		if c.Customers() != memberships || c.End != membershipEnd || c.Reason.Len() != len(english.reasons) {
			t.Errorf("%s: %d members to %v, %d reasons", lang, c.Customers(), c.End, c.Reason.Len())
		}
		got := map[ingest.Reason]int{}
		for _, e := range l.Ledger().Excluded {
			got[e.Reason] = e.Rows
		}
		if len(got) != 2 || got[ingest.MissingCustomer] != namelessRows || got[ingest.EndBeforeStart] != wrongEnds {
			t.Errorf("%s: left out %v", lang, got)
		}
		if again := len(c.From) - c.Customers(); again < 30 {
			t.Errorf("%s: %d came back", lang, again)
		}
	}
}

func TestMembershipLanguagesAgree(t *testing.T) {
	var files [2][][]string
	for i, lang := range languages {
		records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(open(t, "membership", lang), []byte("\uFEFF")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		files[i] = records
	}
	if len(files[0]) != len(files[1]) {
		t.Fatalf("%d and %d rows", len(files[0]), len(files[1]))
	}
	for i := range files[0] {
		if i > 0 && files[0][i][1] != files[1][i][1] {
			t.Fatalf("row %d is of %s and %s", i, files[0][i][1], files[1][i][1])
		}
	}
}

// TestMembershipIsTrue compares the share of contracts that survive t months,
// among those that could be seen for as long, with the model, within four
// standard errors; and a fit on all of them with the parameters.
func TestMembershipIsTrue(t *testing.T) {
	c, _ := members(t, "en")
	months := func(i int) (age int, lost bool) {
		for c.To[i] == analysis.NoDay && billingDay(c.From[i], age+1) <= c.End || c.To[i] != analysis.NoDay && billingDay(c.From[i], age+1) <= c.To[i] {
			age++
		}
		return age, c.To[i] != analysis.NoDay
	}
	var seen clv.Tenures
	kept, asked := map[int]float64{}, map[int]float64{}
	for i := range c.From {
		age, lost := months(i)
		last := 0 // whole months that could be seen
		for billingDay(c.From[i], last+1) <= c.End {
			last++
		}
		for k := 1; k <= last; k++ {
			asked[k]++
			if !lost || k < age {
				kept[k]++
			}
		}
		cohort := make([]float64, age+1)
		for k := range cohort {
			cohort[k] = 1
		}
		if lost {
			cohort[age] = 0
		}
		if err := seen.AddCohort(cohort); err != nil {
			t.Fatal(err)
		}
	}
	for k := 1; k <= 36; k++ {
		want := remaining(k)
		if se := math.Sqrt(want * (1 - want) / asked[k]); math.Abs(kept[k]/asked[k]-want) > 4*se {
			t.Errorf("month %d: %.4f of %v remain, the truth is %.4f", k, kept[k]/asked[k], asked[k], want)
		}
	}
	fit, err := clv.BdWFamily.Fit(t.Context(), &seen)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range fit.Params {
		t.Logf("%s = %.3f ± %.3f, truth %.3f", p.Name, p.Value, p.SE, membership.truth[i].Value)
		if !(math.Abs(p.Value-membership.truth[i].Value) <= 4*p.SE) {
			t.Errorf("%s = %v ± %v, truth %v", p.Name, p.Value, p.SE, membership.truth[i].Value)
		}
	}
}
