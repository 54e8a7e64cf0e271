package ingest

import (
	"fmt"
	"strings"
	"testing"

	"churnbench/analysis"
)

// readBook reads a list as a person would who accepts everything proposed.
func readBook(t *testing.T, text string, rules Rules) (*List, Preview) {
	t.Helper()
	src := Bytes("book.csv", []byte(text))
	p, err := Sniff(src, Format{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := ReadList(t.Context(), src, p.Kind, p.Format, p.Mapping, rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l, p
}

// leftOut lists the reasons of a ledger with the lines they took.
func leftOut(l *List) string {
	var list []string
	for _, e := range l.Ledger().Excluded {
		for _, r := range e.First {
			list = append(list, fmt.Sprintf("%s %d:%d %q", e.Reason, r.Line, r.Column, r.Text))
		}
	}
	return strings.Join(list, "; ")
}

const contractsText = "customer_id,start_date,end_date,mrr,cancel reason,status\n" +
	"a,2024-01-05,2024-03-01,10,price,canceled\n" +
	"b,2024-01-06,,20,,active\n" +
	"c,,2024-03-01,10,,active\n" +
	"d,2024-02-30,,10,,active\n" +
	"e,2024-03-01,2024-02-01,10,,active\n" +
	"f,2024-03-01,2024-03-01,10,,active\n" +
	"g,2024-03-01,,ten,,active\n" +
	"h,2024-03-01,,-5,,active\n" +
	"i,2024-03-01,,5,,canceled\n" +
	"j,2024-03-01,soon,5,,active\n" +
	"k,1985-03-01,9999-12-31,5,,active\n" +
	"l,2024-03-01,0000-00-00,5,,active\n" +
	"m,2031-03-01,,5,,active\n" +
	",2024-03-01,,5,,active\n"

func TestContractsAreJudged(t *testing.T) {
	today := analysis.Date(2024, 5, 1)
	l, p := readBook(t, contractsText, Rules{Today: today})
	if p.Kind != Subscriptions || l.Book != ContractBook {
		t.Fatalf("kind %q, book %q", p.Kind, l.Book)
	}
	want := `missing-customer 15:1 ""; bad-date 4:2 ""; bad-date 5:2 "2024-02-30"; bad-date 11:3 "soon"; outside-window 14:2 "2031-03-01"; ` +
		`end-before-start 6:3 "2024-02-01"; end-before-start 7:3 "2024-03-01"; no-end 10:3 ""; bad-amount 8:4 "ten"; negative-amount 9:4 "-5"`
	if got := leftOut(l); got != want {
		t.Errorf("left out\n%s\nwant\n%s", got, want)
	}
	if led := l.Ledger(); led.Read != 14 || led.Used != 4 {
		t.Errorf("ledger %+v", led)
	}
	n := 0
	l.Excluded("", func(r Rejected) bool {
		n++
		if r.Why.Key == "" {
			t.Errorf("line %d is left out without a word", r.Line)
		}
		return true
	})
	if n != 10 {
		t.Errorf("%d rows left out when read again, want 10", n)
	}
	if l, _ := readBook(t, contractsText, Rules{Today: today, LastDay: true}); strings.Contains(leftOut(l), "7:3") {
		t.Error("a contract of one day is left out although its end is its last day")
	}
	if l, _ := readBook(t, contractsText, Rules{To: analysis.Date(2024, 1, 31)}); l.Ledger().Used != 3 {
		t.Errorf("%d contracts began by the end of observation, want 3", l.Ledger().Used)
	}
}

func TestTenuresAreJudged(t *testing.T) {
	text := "id,tenure_months,churned\na,12,yes\nb,0,no\nc,-1,no\nd,,yes\ne,many,no\nf,3,maybe\ng,3.3333333,TRUE\nh,7,\n"
	l, p := readBook(t, text, Rules{})
	if p.Kind != Customers || l.Book != TenureBook || l.Unit != analysis.Months {
		t.Fatalf("kind %q, book %q, unit %q", p.Kind, l.Book, l.Unit)
	}
	want := `bad-tenure 4:2 "-1"; bad-tenure 5:2 ""; bad-tenure 6:2 "many"; unknown-status 7:3 "maybe"; unknown-status 9:3 ""`
	if got := leftOut(l); got != want {
		t.Errorf("left out\n%s\nwant\n%s", got, want)
	}
	if fmt.Sprint(l.Tenure, l.Left, l.Entry) != "[12 0 3.3333333] [true false true] []" {
		t.Errorf("tenures %v, left %v, entries %v", l.Tenure, l.Left, l.Entry)
	}
	if l, _ := readBook(t, text, Rules{Stays: []string{"Maybe"}}); l.Ledger().Used != 4 || l.Left[2] {
		t.Errorf("decided: %+v, left %v", l.Ledger(), l.Left)
	}
}

func TestEntriesAreJudged(t *testing.T) {
	l, _ := readBook(t, "id,tenure days,entry tenure,churn\na,12,3,1\nb,12,13,1\nc,12,,0\nd,12,x,0\ne,12,12,0\n", Rules{})
	if fmt.Sprint(l.Entry) != "[3 0 12]" || leftOut(l) != `bad-tenure 3:3 "13"; bad-tenure 5:3 "x"` {
		t.Errorf("entries %v, left out %s", l.Entry, leftOut(l))
	}
}

// TestListsThatKeepNoBook holds that a list is judged by its kind and columns:
// beside orders, a list of customers with half of a book keeps every row.
func TestListsThatKeepNoBook(t *testing.T) {
	for _, c := range []struct {
		kind  Kind
		m     Mapping
		book  Book
		lacks string
	}{
		{Subscriptions, Mapping{Customer, SignUp, End}, ContractBook, "[]"},
		{Customers, Mapping{Customer, Date, End}, ContractBook, "[]"},
		{Customers, Mapping{Customer, Tenure, Status}, TenureBook, "[]"},
		{Subscriptions, Mapping{Customer, SignUp, End, Tenure, Status}, ContractBook, "[]"},
		{Subscriptions, Mapping{Customer, SignUp}, NoBook, "[end]"},
		{Subscriptions, Mapping{Customer, End}, NoBook, "[sign-up]"},
		{Customers, Mapping{Customer, Tenure}, NoBook, "[status]"},
		{Customers, Mapping{Customer}, NoBook, "[tenure status]"},
		{Customers, Mapping{Customer, SignUp, Status}, NoBook, "[end]"},
		{Surveys, Mapping{Customer, Tenure, Status}, NoBook, "[]"},
		{Orders, Mapping{Customer, Date, End}, NoBook, "[]"},
		{Subscriptions, Mapping{SignUp, End}, NoBook, "[]"},
	} {
		if got := c.m.Book(c.kind); got != c.book {
			t.Errorf("%s %v: book %q, want %q", c.kind, c.m, got, c.book)
		}
		if got := fmt.Sprint(c.m.Lacks(c.kind)); got != c.lacks {
			t.Errorf("%s %v lacks %s, want %s", c.kind, c.m, got, c.lacks)
		}
	}
}

func TestStandings(t *testing.T) {
	for _, c := range []struct {
		column, value string
		want          Standing
	}{
		{"Churn", "Yes", HasLeft}, {"Churn", "No", Stays}, {"churned", "1", HasLeft}, {"churned", "0.0", Stays}, {"CHURN", "TRUE", HasLeft},
		{"is_active", "1", Stays}, {"is active", "no", HasLeft}, {"Inactive", "yes", HasLeft}, {"event", "1", HasLeft},
		{"status", "1", Unclear}, {"status", "yes", Unclear}, {"", "1", Unclear}, {"status", "2", Unclear}, {"status", "paused", Unclear},
		{"status", "Cancelled", HasLeft}, {"status", "active", Stays}, {"Attrition_Flag", "Attrited Customer", HasLeft}, {"Attrition_Flag", "Existing Customer", Stays},
		{"是否流失", "是", HasLeft}, {"是否流失", "否", Stays}, {"是否在网", "是", Stays}, {"是否在网", "否", HasLeft}, {"状态", "已退订", HasLeft}, {"状态", "正常", Stays},
		{"状态", "已注销", HasLeft}, {"流失标志", "１", HasLeft}, {"是否流失", "无", Stays}, {"状态", "冻结", Unclear}, {"客戶是否流失", "是", HasLeft},
		{"Churn", "", Unclear},
	} {
		if got := (&Column{Name: c.column}).Standing(c.value, Rules{}); got != c.want {
			t.Errorf("%q in %q: %d, want %d", c.value, c.column, got, c.want)
		}
	}
}

// TestDecidedStandings holds that a person's word goes before everything else,
// and may be taken back.
func TestDecidedStandings(t *testing.T) {
	c, r := &Column{Name: "churn"}, Rules{}
	r.Decide("Paused", HasLeft)
	r.Decide("no", HasLeft)
	if c.Standing("paused", r) != HasLeft || c.Standing("No", r) != HasLeft {
		t.Errorf("%+v", r)
	}
	r.Decide("PAUSED", Stays)
	if c.Standing("paused", r) != Stays || len(r.Left) != 1 || len(r.Stays) != 1 {
		t.Errorf("%+v", r)
	}
	r.Decide("paused", Unclear)
	if c.Standing("paused", r) != Unclear {
		t.Errorf("%+v", r)
	}
}

func TestUnitsAreReadOrAsked(t *testing.T) {
	for header, want := range map[string]analysis.Unit{
		"tenure_months": analysis.Months, "Tenure (days)": analysis.Days, "tenure in years": analysis.Years, "在网月数": analysis.Months, "合作年限": analysis.Years,
		"使用天数": analysis.Days, "weeks as customer": analysis.Weeks,
	} {
		p, err := Sniff(Bytes("t", []byte("id,"+header+",churn\na,12,yes\nb,30,no\nc,7,no\n")), Format{})
		if err != nil || p.Format.Unit != want || len(p.Undecided) != 0 {
			t.Errorf("%s: %v, unit %q, undecided %v, mapping %v", header, err, p.Format.Unit, p.Undecided, p.Mapping)
		}
	}
	for longest, first := range map[string]analysis.Unit{"72": analysis.Months, "900": analysis.Days, "9.5": analysis.Years} {
		src := Bytes("t", []byte("id,tenure,churn\na,1,yes\nb,"+longest+",no\nc,7,no\n"))
		p, err := Sniff(src, Format{})
		if err != nil || len(p.Undecided) != 1 || p.Undecided[0].Property != UnitProperty || p.Undecided[0].Sample != longest || p.Undecided[0].Readings[0].Value != string(first) {
			t.Errorf("%s: %v, undecided %+v", longest, err, p.Undecided)
		}
		if _, err := ReadList(t.Context(), src, p.Kind, p.Format, p.Mapping, Rules{}, nil); err == nil {
			t.Errorf("%s is read without a unit", longest)
		}
		p.Format.Unit = analysis.Years
		if l, err := ReadList(t.Context(), src, p.Kind, p.Format, p.Mapping, Rules{}, nil); err != nil || l.Unit != analysis.Years {
			t.Errorf("%s: %v", longest, err)
		}
	}
}

// TestRecipeKeepsBooks holds that what a person decided about contracts and
// tenures is written down and read again.
func TestRecipeKeepsBooks(t *testing.T) {
	r := &Recipe{Version: RecipeVersion, Files: []RecipeFile{{Kind: Customers, Format: Format{Unit: analysis.Weeks},
		Columns: []RecipeColumn{{Name: "id", Role: Customer}, {Name: "t", At: 1, Role: Tenure}, {Name: "s", At: 2, Role: Status}}}},
		Rules: Rules{LastDay: true, Yearly: true, Left: []string{"b"}, Stays: []string{"a"}, From: analysis.NoDay, To: analysis.NoDay}}
	got, err := ParseRecipe(r.JSON())
	if err != nil || fmt.Sprint(got) != fmt.Sprint(r) {
		t.Fatalf("%v\n%v\nwant\n%v", err, got, r)
	}
	p, err := Sniff(Bytes("next", []byte("id,t,s\na,1,a\nb,2,b\nc,4,a\n")), Format{})
	if err != nil {
		t.Fatal(err)
	}
	p, fits := got.Apply(p)
	if !fits || p.Format.Unit != analysis.Weeks || len(p.Undecided) != 0 || !p.Rules.LastDay || p.Rules.Left[0] != "b" {
		t.Errorf("fits %v, unit %q, undecided %v, rules %+v", fits, p.Format.Unit, p.Undecided, p.Rules)
	}
	bad := strings.Replace(string(r.JSON()), `"week"`, `"fortnight"`, 1)
	if _, err := ParseRecipe([]byte(bad)); err == nil {
		t.Error("a unit that is none is taken")
	}
}
