package churn

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"churnbench/analysis"
)

const fixtures = "../../../shared/data/fixtures/"

// readCSV returns the rows of a file below its header; it skips the test where the
// file is absent.
func readCSV(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(fixtures + name)
	if err != nil {
		t.Skip("the fixtures are not here:", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func dayOf(t *testing.T, text string) analysis.Day {
	t.Helper()
	if text == "" {
		return analysis.NoDay
	}
	d, err := analysis.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func floatOf(t *testing.T, text string) float64 {
	t.Helper()
	if text == "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A contract is a row of a book.
type contract struct {
	from, to analysis.Day
	monthly  analysis.Money
}

// bookOf builds a book of one list of contracts a customer.
func bookOf(end analysis.Day, customers ...[]contract) *analysis.Contracts {
	b := &analysis.Contracts{Start: []uint32{0}, End: end}
	for i, list := range customers {
		b.IDs.Append(strconv.AppendInt(nil, int64(i), 10))
		slices.SortStableFunc(list, func(x, y contract) int { return int(x.from - y.from) })
		for _, c := range list {
			b.From, b.To, b.Recurring = append(b.From, c.from), append(b.To, c.to), append(b.Recurring, c.monthly)
		}
		b.Start = append(b.Start, uint32(len(b.From)))
	}
	return b
}

// readBook reads the made subscriptions: customer, start, end, amount of a month.
func readBook(t *testing.T, end analysis.Day) *analysis.Contracts {
	var customers [][]contract
	at := map[string]int{}
	for _, row := range readCSV(t, "subscriptions.csv") {
		i, known := at[row[0]]
		if !known {
			i = len(customers)
			at[row[0]], customers = i, append(customers, nil)
		}
		customers[i] = append(customers[i], contract{dayOf(t, row[1]), dayOf(t, row[2]), analysis.MoneyOf(floatOf(t, row[3]))})
	}
	return bookOf(end, customers...)
}

// TestSubscriptions compares every column of the made table of movements, to the last
// bit. Its quick ratio is empty where nothing was lost, which here is +Inf.
func TestSubscriptions(t *testing.T) {
	r, err := ContractRates(readBook(t, analysis.Date(2024, 7, 1)), Definition{}, RateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, "subscriptions_expected.csv")
	for _, row := range rows {
		i := slices.IndexFunc(r.Periods, func(p Period) bool { return p.From == dayOf(t, row[0]) })
		if i < 0 {
			t.Fatalf("no period from %s", row[0])
		}
		p := r.Periods[i]
		c, v := p.Customers, p.Revenue
		quick := p.Quick
		if math.IsInf(quick, 1) {
			quick = math.NaN()
		}
		got := []float64{float64(c.Start), float64(c.End), float64(c.New), float64(c.Reactivated), float64(c.Churned),
			v.Start.Float(), v.New.Float(), v.Reactivation.Float(), v.Expansion.Float(), v.Contraction.Float(), v.Churn.Float(), v.End.Float(),
			p.Churn.Value, p.GRR, p.NRR, p.NRRWith, p.GrossChurn, p.NetChurn, quick, p.ARPAEnd}
		if p.To != dayOf(t, row[1]) || len(row) != len(got)+2 {
			t.Fatalf("period %v to %v of %d columns, want %v", p.From, p.To, len(got), row)
		}
		for j, text := range row[2:] {
			if want := floatOf(t, text); got[j] != want && !(math.IsNaN(got[j]) && math.IsNaN(want)) {
				t.Errorf("%s, column %d: %v, want %s", row[0], j+2, got[j], text)
			}
		}
	}
	if last := r.Periods[len(r.Periods)-1]; len(rows) != 6 || last.To != analysis.Date(2024, 7, 1) {
		t.Errorf("%d rows compared, the last period ends on %v", len(rows), last.To)
	}
}

// The last period is whole once its last day is over, and the same with more data:
// nothing happens on 1 July.
func TestLastPeriodIsWholeOnItsLastDay(t *testing.T) {
	for end, want := range map[analysis.Day]analysis.Day{
		analysis.Date(2024, 6, 29): analysis.Date(2024, 6, 1),
		analysis.Date(2024, 6, 30): analysis.Date(2024, 7, 1),
		analysis.Date(2024, 7, 1):  analysis.Date(2024, 7, 1),
	} {
		r, err := ContractRates(readBook(t, end), Definition{}, RateOptions{})
		if err != nil {
			t.Fatal(err)
		}
		last := r.Periods[len(r.Periods)-1]
		if last.To != want || has(r.Warnings, "rates.edge") != (want == end+1) || has(r.Warnings, "rates.unfinished") != (want <= end) {
			t.Errorf("data to %v: the last period ends on %v, want %v; %v", end, last.To, want, r.Warnings)
		}
		if last.To == analysis.Date(2024, 7, 1) && (last.Customers != CustomerFlow{Start: 7, End: 7, Lapsed: 3}) {
			t.Errorf("data to %v: %+v", end, last.Customers)
		}
	}
}

// What ends on the day after the data has not ended yet: I's renewal of 1 May is not
// known on 30 April.
func TestEndAfterTheData(t *testing.T) {
	r, err := ContractRates(readBook(t, analysis.Date(2024, 4, 30)), Definition{}, RateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if last := r.Periods[len(r.Periods)-1]; last.To != analysis.Date(2024, 5, 1) || last.Customers.Churned != 0 || last.Revenue.End != 595*analysis.MoneyPerUnit {
		t.Errorf("%+v", last)
	}
}

// The gap of J from 20 February to 1 March shows in periods of ten days and is bridged
// by ten days and no fewer.
func TestGapBridgesRenewal(t *testing.T) {
	for gap, churned := range map[int]int{0: 1, 9: 1, 10: 0} {
		book := readBook(t, analysis.Date(2024, 7, 1))
		cuts := []analysis.Day{analysis.Date(2024, 2, 19), analysis.Date(2024, 2, 24), analysis.Date(2024, 3, 1)}
		r, err := ContractRates(book, Definition{}, RateOptions{Grain: ByCuts, Cuts: cuts, Gap: gap})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Periods[0].Customers.Churned; got != churned {
			t.Errorf("gap %d: %d churned, want %d", gap, got, churned)
		}
		if got := r.Periods[1].Customers.Reactivated; got != churned {
			t.Errorf("gap %d: %d reactivated, want %d", gap, got, churned)
		}
	}
}

// H joined on 5 February and left on the 25th.
func TestPassing(t *testing.T) {
	r, err := ContractRates(readBook(t, analysis.Date(2024, 7, 1)), Definition{}, RateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Periods {
		want := 0
		if p.From == analysis.Date(2024, 2, 1) {
			want = 1
		}
		if p.Customers.Passing != want {
			t.Errorf("%v: %d passing, want %d", p.From, p.Customers.Passing, want)
		}
	}
	if !slices.ContainsFunc(r.Warnings, func(w analysis.Warning) bool { return w.Message.Key == "rates.passing" }) {
		t.Error("nobody is told of them")
	}
}
