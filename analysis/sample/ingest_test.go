package sample

import (
	"context"
	"slices"
	"testing"

	"churnbench/analysis/ingest"
)

// read takes a sample the way any file takes: everything is detected, nothing
// corrected by hand.
func read(t *testing.T, key, lang string) (ingest.Preview, *ingest.Table) {
	t.Helper()
	src, _, err := Open(key, lang)
	if err != nil {
		t.Fatal(err)
	}
	p, err := ingest.Sniff(src, ingest.Format{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := ingest.Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p, table
}

// TestIngestReadsSamples: the columns are recognised in both languages, and the
// ledger finds exactly the odd rows that were put there.
func TestIngestReadsSamples(t *testing.T) {
	roles := map[string]ingest.Mapping{
		"shop":         {ingest.Order, ingest.Customer, ingest.Date, ingest.Category, ingest.Quantity, ingest.Channel, ingest.Amount},
		"subscription": {ingest.Order, ingest.Customer, ingest.Date, ingest.Plan, ingest.Attribute, ingest.Amount},
		"accounts":     {ingest.Order, ingest.Customer, ingest.Date, ingest.Manager, ingest.Region, ingest.Wallet, ingest.Margin, ingest.Amount},
	}
	for _, key := range orderSamples {
		for _, lang := range languages {
			preview, table := read(t, key, lang)
			if !slices.Equal(preview.Mapping, roles[key]) {
				t.Errorf("%s %s: roles %v, want %v", key, lang, preview.Mapping, roles[key])
			}
			list, total := rows(t, key, lang)
			want := logOf(list)
			log := table.Log()
			if log.Customers() != want.Customers() || len(log.Day) != len(want.Day) || log.End != want.End || log.Revenue() != want.Revenue() {
				t.Errorf("%s %s: %d customers, %d days to %v, want %d, %d to %v", key, lang,
					log.Customers(), len(log.Day), log.End, want.Customers(), len(want.Day), want.End)
			}
			checkLedger(t, preview.Rules, table.Ledger(), list, total != nil)
		}
	}
}

func checkLedger(t *testing.T, rules ingest.Rules, ledger ingest.Ledger, list []row, totalsLine bool) {
	t.Helper()
	want := map[ingest.Reason]int{}
	for _, r := range list {
		switch {
		case r.customer == "":
			want[ingest.MissingCustomer]++
		case r.cents < 0:
			want[ingest.NegativeAmount]++
		case r.cents == 0 && rules.Refunds == ingest.ExcludeRefunds:
			want[ingest.ZeroAmount]++
		}
	}
	if totalsLine {
		want[ingest.TotalsLine]++
	}
	excluded := 0
	for _, x := range ledger.Excluded {
		if x.Rows != want[x.Reason] {
			t.Errorf("%d rows excluded as %s, want %d", x.Rows, x.Reason, want[x.Reason])
		}
		excluded += x.Rows
		delete(want, x.Reason)
	}
	if len(want) > 0 || ledger.Read != ledger.Used+excluded {
		t.Errorf("not excluded: %v; %d read, %d used, %d excluded", want, ledger.Read, ledger.Used, excluded)
	}
}
