package ingest

import (
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis"
)

// openShared opens a file of the shared data, or skips the test.
func openShared(t testing.TB, name string) Source {
	t.Helper()
	b, err := os.ReadFile("../../../shared/data/" + name)
	if err != nil {
		t.Skipf("%s is checked only where the shared data stands beside the repository", name)
	}
	return Bytes(name, b)
}

// readShared reads a file as Sniff proposes, with the refund rule given.
func readShared(t *testing.T, name string, rule RefundRule) (Preview, *Table) {
	t.Helper()
	src := openShared(t, name)
	p, err := SniffAs(src, Format{}, Orders)
	if err != nil {
		t.Fatal(err)
	}
	if rule != "" {
		p.Rules.Refunds = rule
	}
	table, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
	return p, table
}

// The whole CDNOW log, Fader and Hardie. Counts from its passport.
func TestCDNOWMaster(t *testing.T) {
	p, table := readShared(t, "cdnow/CDNOW_master.txt", "")
	if want := (Format{Encoding: UTF8, Delimiter: ' ', Quoting: Doubled, Skip: NoSkip, Header: HeaderYes, Decimal: '.', Dates: DateCompact}); p.Format != want {
		t.Errorf("format %+v", p.Format)
	}
	if got, want := p.Mapping, (Mapping{Customer, Date, Quantity, Amount}); !equalMapping(got, want) {
		t.Errorf("mapping %q, want %q", got, want)
	}
	if math.Abs(float64(p.RowsGuess)-69659) > 700 {
		t.Errorf("guessed %d rows", p.RowsGuess)
	}
	l := table.Ledger()
	if l.Read != 69659 || l.Used != 69659 || l.Merged != 2068 || table.Log().Customers() != 23570 {
		t.Errorf("%d customers, ledger %+v", table.Log().Customers(), l)
	}
	if l.Lines != 69660 || l.Revenue != 2500315_6300 {
		t.Errorf("lines %d, revenue %d", l.Lines, l.Revenue)
	}
}

// Without its 80 zero amounts the log has fewer repeats on one day, too.
func TestCDNOWMasterWithoutZeros(t *testing.T) {
	_, table := readShared(t, "cdnow/CDNOW_master.txt", ExcludeRefunds)
	l := table.Ledger()
	if len(l.Excluded) != 1 || l.Excluded[0].Reason != ZeroAmount || l.Excluded[0].Rows != 80 || len(l.Excluded[0].First) != 20 || l.Used != 69579 {
		t.Errorf("ledger %+v", l)
	}
	if first := l.Excluded[0].First[0]; first.Column != 4 || first.Text != "0.00" {
		t.Errorf("first excluded row %+v", first)
	}
}

// The sample has no header and two columns of identifiers.
func TestCDNOWSample(t *testing.T) {
	p, table := readShared(t, "cdnow/CDNOW_sample.txt", "")
	if want := (Format{Encoding: UTF8, Delimiter: ' ', Quoting: Doubled, Skip: NoSkip, Header: HeaderNo, Decimal: '.', Dates: DateCompact}); p.Format != want {
		t.Errorf("format %+v", p.Format)
	}
	if got, want := p.Mapping, (Mapping{Customer, Ignore, Date, Quantity, Amount}); !equalMapping(got, want) {
		t.Errorf("mapping %q, want %q", got, want)
	}
	if l := table.Ledger(); l.Read != 6919 || l.Used != 6919 || table.Log().Customers() != 2357 {
		t.Errorf("%d customers, ledger %+v", table.Log().Customers(), l)
	}
}

// The published fits stand on x, t_x and T of cdnow_customers_summary…csv, to
// two decimals of weeks, up to 1997-09-30. They tell which refund rule was
// applied: the one that keeps zeros.
func TestRefundRuleOfThePublishedFits(t *testing.T) {
	want := publishedSummary(t)
	for _, c := range []struct {
		rule RefundRule
		miss int
	}{{KeepZero, 0}, {KeepRefunds, 0}, {ExcludeRefunds, 8}} {
		src := openShared(t, "cdnow/CDNOW_sample.txt")
		f := Format{Encoding: UTF8, Delimiter: ' ', Quoting: Doubled, Skip: NoSkip, Header: HeaderNo, Decimal: '.', Dates: DateCompact}
		bySampleID := Mapping{Ignore, Customer, Date, Ignore, Amount}
		table, err := Read(context.Background(), src, f, bySampleID, Rules{Refunds: c.rule}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := misses(table.Log(), want); got != c.miss {
			t.Errorf("%s: %d of %d customers differ, want %d", c.rule, got, len(want), c.miss)
		}
	}
	if DefaultRefunds != KeepZero {
		t.Error("the default is another rule")
	}
}

type summary struct{ x, tx, T, zbar float64 }

// publishedSummary returns the published customers by their number.
func publishedSummary(t *testing.T) map[string]summary {
	src := openShared(t, "cdnow/cdnow_customers_summary_with_transactions.csv")
	b := make([]byte, src.Size())
	src.ReadAt(b, 0)
	records, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]summary{}
	for _, r := range records[1:] {
		var v [5]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(strings.TrimSpace(r[i]), 64); err != nil {
				t.Fatal(err)
			}
		}
		list[fmt.Sprintf("%04.0f", v[0])] = summary{v[1], v[2], v[3], v[4]}
	}
	return list
}

// misses counts the customers whose summary differs from the published one.
func misses(log *analysis.Log, want map[string]summary) int {
	same := 0
	for c := range log.Customers() {
		got, w := summarise(log, analysis.CustomerID(c)), want[log.IDs.At(c)]
		if got.x == w.x && math.Abs(got.tx-w.tx) < .0051 && math.Abs(got.T-w.T) < .0051 && math.Abs(got.zbar-w.zbar) < .0051 {
			same++
		}
	}
	return len(want) - same
}

func summarise(log *analysis.Log, c analysis.CustomerID) (s summary) {
	end := analysis.Date(1997, 9, 30)
	from, to := log.Rows(c)
	for i := from; i < to && log.Day[i] <= end; i++ {
		if i > from {
			s.x++
			s.zbar += log.Amount[i].Float()
		}
		s.tx = float64(log.Day[i]-log.Day[from]) / 7
	}
	s.T = float64(end-log.Day[from]) / 7
	if s.x > 0 {
		s.zbar /= s.x
	}
	return s
}

func equalMapping(a, b Mapping) bool {
	for i := range b {
		if len(a) != len(b) || a[i] != b[i] {
			return false
		}
	}
	return true
}

// A file of customers is no log of orders, and is told so.
func TestTelcoHasNoDates(t *testing.T) {
	src := openShared(t, "telco/Telco-Customer-Churn.csv")
	p, err := SniffAs(src, Format{}, Orders)
	if err != nil {
		t.Fatal(err)
	}
	if p.Mapping.Column(Customer) != 0 || p.Mapping.Column(Date) >= 0 || len(p.Warnings) != 1 || p.Warnings[0].Message.Key != "ingest.role-unproposed" {
		t.Errorf("mapping %q, warnings %+v", p.Mapping, p.Warnings)
	}
	_, err = Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if _, key := failure(t, err); key != "ingest.role-missing" {
		t.Error(err)
	}
	p.Mapping[5] = Date // tenure
	_, err = Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
	if _, key := failure(t, err); key != "ingest.no-date" {
		t.Error(err)
	}
}

func TestSubscriptionsFixture(t *testing.T) {
	p, table := readShared(t, "fixtures/subscriptions.csv", "")
	if want := (Mapping{Customer, Date, End, Amount, Ignore}); !equalMapping(p.Mapping, want) {
		t.Errorf("mapping %q", p.Mapping)
	}
	if l := table.Ledger(); l.Used != 17 || table.Log().Customers() != 11 {
		t.Errorf("ledger %+v", l)
	}
}
