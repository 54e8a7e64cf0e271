package contract

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// read reads a text as a person would who accepts everything proposed.
func read(t *testing.T, text string, rules ingest.Rules) *ingest.List {
	t.Helper()
	src := ingest.Bytes("list.csv", []byte(text))
	p, err := ingest.Sniff(src, ingest.Format{Dates: ingest.DateYMD})
	if err != nil {
		t.Fatal(err)
	}
	l, err := ingest.ReadList(t.Context(), src, p.Kind, p.Format, p.Mapping, rules, nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return l
}

// fixture reads a file of the shared data, or skips the test.
func fixture(t *testing.T, path string, rules ingest.Rules) *ingest.List {
	t.Helper()
	b, err := os.ReadFile("../../../shared/data/" + path)
	if err != nil {
		t.Skip("the shared data are not here: ", path)
	}
	return read(t, string(b), rules)
}

// contracts writes a book in the order of customers and their starts.
func contracts(c *analysis.Contracts) string {
	var b strings.Builder
	for id := range c.Customers() {
		from, to := c.Rows(analysis.CustomerID(id))
		for i := from; i < to; i++ {
			reason := ""
			if code := c.Reasons[i]; code != analysis.NoCode {
				reason = c.Reason.At(int(code))
			}
			amount := ""
			if c.Recurring[i] != analysis.NoNumber {
				amount = fmt.Sprint(c.Recurring[i].Float())
			}
			fmt.Fprintf(&b, "%s %v…%v %s %s\n", c.IDs.At(id), c.From[i], c.To[i], amount, reason)
		}
	}
	return b.String()
}

const two = "customer_id,start_date,end_date,mrr,plan,cancel_reason\n" +
	"b,2024-02-01,,20,basic,\n" +
	"a,2024-01-01,2024-03-01,12,basic,price\n" +
	"B,2023-06-01,2024-01-15,6,basic,moved\n" +
	"a,2024-03-01,2024-12-01,24,premium,\n"

func TestBook(t *testing.T) {
	for _, c := range []struct {
		name  string
		rules ingest.Rules
		end   string
		want  string
	}{
		{"as it is", ingest.Rules{}, "2024-12-01", "b 2024-02-01… 20 \na 2024-01-01…2024-03-01 12 price\na 2024-03-01…2024-12-01 24 \nB 2023-06-01…2024-01-15 6 moved\n"},
		{"known customers", ingest.Rules{IDs: ingest.IDRules{Case: true}}, "2024-12-01", "b 2023-06-01…2024-01-15 6 moved\nb 2024-02-01… 20 \na 2024-01-01…2024-03-01 12 price\na 2024-03-01…2024-12-01 24 \n"},
		{"read in April", ingest.Rules{Today: analysis.Date(2024, 4, 1)}, "2024-03-01", "b 2024-02-01… 20 \na 2024-01-01…2024-03-01 12 price\na 2024-03-01… 24 \nB 2023-06-01…2024-01-15 6 moved\n"},
		{"observed to February", ingest.Rules{To: analysis.Date(2024, 2, 15)}, "2024-02-15", "b 2024-02-01… 20 \na 2024-01-01… 12 price\nB 2023-06-01…2024-01-15 6 moved\n"},
		{"the end is the last day", ingest.Rules{LastDay: true}, "2024-12-02", "b 2024-02-01… 20 \na 2024-01-01…2024-03-02 12 price\na 2024-03-01…2024-12-02 24 \nB 2023-06-01…2024-01-16 6 moved\n"},
		{"by the year", ingest.Rules{Yearly: true}, "2024-12-01", "b 2024-02-01… 1.6667 \na 2024-01-01…2024-03-01 1 price\na 2024-03-01…2024-12-01 2 \nB 2023-06-01…2024-01-15 0.5 moved\n"},
	} {
		b := Book([]*ingest.List{read(t, two, c.rules)}, c.rules)
		if got := contracts(b); got != c.want || b.End.String() != c.end {
			t.Errorf("%s: to %v\n%swant to %s\n%s", c.name, b.End, got, c.end, c.want)
		}
	}
}

// TestBookSaysWhatIsKnown holds that a customer is what the contract says that
// began last, and that what makes a contract is no attribute.
func TestBookSaysWhatIsKnown(t *testing.T) {
	b := Book([]*ingest.List{read(t, two, ingest.Rules{})}, ingest.Rules{})
	if len(b.Attributes) != 1 || b.Attributes[0].Role != string(ingest.Plan) {
		t.Fatalf("attributes %v", b.Attributes)
	}
	plan := b.Attributes[0]
	var got []string
	for _, code := range plan.Codes {
		got = append(got, plan.Texts.At(int(code)))
	}
	if fmt.Sprint(got) != "[basic premium basic]" {
		t.Errorf("plans %v", got)
	}
}

func TestBookOfSeveralLists(t *testing.T) {
	other := "client id,start,end,region\nA,2024-05-01,2024-06-01,north\nz,2024-05-01,,south\n"
	rules := ingest.Rules{IDs: ingest.IDRules{Case: true}}
	b := Book([]*ingest.List{read(t, two, rules), read(t, other, rules)}, rules)
	want := "b 2023-06-01…2024-01-15 6 moved\nb 2024-02-01… 20 \na 2024-01-01…2024-03-01 12 price\na 2024-03-01…2024-12-01 24 \na 2024-05-01…2024-06-01  \nz 2024-05-01…  \n"
	if got := contracts(b); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	plan, region := b.Attributes[0], b.Attributes[1]
	if plan.Codes[1] != analysis.NoCode || region.Texts.At(int(region.Codes[1])) != "north" || region.Codes[0] != analysis.NoCode || region.Len() != 3 {
		t.Errorf("plans %v, regions %v", plan.Codes, region.Codes)
	}
}

// TestBookAgreesWithSorting compares random books with a slow, obvious making.
func TestBookAgreesWithSorting(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		type contract struct {
			id       string
			at       int
			from, to analysis.Day
		}
		var all []contract
		text := "customer_id,start_date,end_date\n"
		for i := range 1 + rng.IntN(20) {
			c := contract{id: string(rune('a' + rng.IntN(5))), at: i, from: analysis.Date(2024, 1, 1+rng.IntN(40)), to: analysis.NoDay}
			if i > 0 && rng.IntN(2) > 0 {
				c.to = c.from + 1 + analysis.Day(rng.IntN(60))
			}
			if i == 0 { // so that the column is one of dates
				c.to = c.from + 5
			}
			all = append(all, c)
			text += fmt.Sprintf("%s,%v,%v\n", c.id, c.from, c.to)
		}
		end := all[0].from
		var order []string
		for _, c := range all {
			end = max(end, c.from, c.to)
			if !slices.Contains(order, c.id) {
				order = append(order, c.id)
			}
		}
		sort.SliceStable(all, func(i, j int) bool {
			a, b := all[i], all[j]
			if a.id != b.id {
				return slices.Index(order, a.id) < slices.Index(order, b.id)
			}
			return a.from < b.from
		})
		want := ""
		for _, c := range all {
			want += fmt.Sprintf("%s %v…%v  \n", c.id, c.from, c.to)
		}
		b := Book([]*ingest.List{read(t, text, ingest.Rules{})}, ingest.Rules{})
		if got := contracts(b); got != want || b.End != end {
			t.Fatalf("to %v\n%swant to %v\n%s", b.End, got, end, want)
		}
	}
}

func TestBookOfTheFixture(t *testing.T) {
	b := Book([]*ingest.List{fixture(t, "fixtures/subscriptions.csv", ingest.Rules{})}, ingest.Rules{})
	running, mrr := 0, analysis.Money(0)
	for i, to := range b.To {
		if !to.Valid() {
			running++
			mrr += b.Recurring[i]
		}
	}
	// subscriptions_expected.csv: at 2024-05-01, 7 customers pay 595.
	if b.Customers() != 11 || len(b.From) != 17 || running != 9 || mrr != analysis.MoneyOf(595) || b.End != analysis.Date(2024, 5, 1) {
		t.Errorf("%d customers, %d contracts, %d running at %v, to %v", b.Customers(), len(b.From), running, mrr, b.End)
	}
}

func TestRoll(t *testing.T) {
	text := "id,tenure months,churn,monthly fee,plan\na,3,yes,10,x\nb,5.25,no,,y\na,4,no,30,y\n"
	r := Roll([]*ingest.List{read(t, text, ingest.Rules{})}, ingest.Rules{})
	if fmt.Sprint(r.Time, r.Left, r.Entry, r.Reasons) != "[4 5.25] [false false] [] []" || r.Unit != analysis.Months || r.Recurring[0] != analysis.MoneyOf(30) || r.Recurring[1] != analysis.NoNumber {
		t.Errorf("%+v", r)
	}
	if len(r.Attributes) != 1 || fmt.Sprint(r.Attributes[0].Codes) != "[1 1]" {
		t.Errorf("attributes %+v", r.Attributes)
	}
	years := "id,tenure years,entry tenure,churn reason,churned\nc,2,1,price,1\n"
	r = Roll([]*ingest.List{read(t, text, ingest.Rules{}), read(t, years, ingest.Rules{})}, ingest.Rules{})
	if fmt.Sprint(r.Time, r.Left, r.Entry, r.Reasons) != fmt.Sprint([]float64{4, 5.25, 24}, []bool{false, false, true}, []float64{0, 0, 12}, []uint32{analysis.NoCode, analysis.NoCode, 0}) {
		t.Errorf("%v %v %v %v", r.Time, r.Left, r.Entry, r.Reasons)
	}
}

func TestRollOfTelco(t *testing.T) {
	r := Roll([]*ingest.List{fixture(t, "telco/Telco-Customer-Churn.csv", ingest.Rules{})}, ingest.Rules{})
	left, sum := 0, 0.0
	for i, l := range r.Left {
		sum += r.Time[i]
		if l {
			left++
		}
	}
	// The passport: 7,043 customers; the file's own sums of tenure and Churn = Yes.
	if r.Customers() != 7043 || left != 1869 || sum != 227990 || r.Unit != analysis.Months || len(r.Attributes) != 16 {
		t.Errorf("%d customers, %d left, %v months, unit %s, %d attributes", r.Customers(), left, sum, r.Unit, len(r.Attributes))
	}
}

func TestNothingKept(t *testing.T) {
	l := read(t, "customer id,tier\na,gold\nb,silver\n", ingest.Rules{})
	if Book([]*ingest.List{l}, ingest.Rules{}) != nil || Roll([]*ingest.List{l}, ingest.Rules{}) != nil || Book(nil, ingest.Rules{}) != nil {
		t.Error("a list of tiers keeps a book")
	}
}
