package app

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/data"
	"churnbench/app/i18n"
)

// Files that are read together, by number.
var together = []struct{ name, text string }{
	{"orders-jan.csv", "customer,order date,amount,product\n" + orderRows("01", 12)},
	{"orders-feb.csv", "customer,order date,amount,product\n" + orderRows("02", 12)},
	{"customers.csv", "customer,region,tier\n" + strings.Repeat("C1,North,Gold\nC2,South,Basic\nc3,North,Basic\n", 4)},
	{"empty.csv", ""},
}

// orderRows are orders whose dates could be day/month as well as month/day.
func orderRows(month string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("C" + strconv.Itoa(1+i%5) + ",0" + strconv.Itoa(1+i%9) + "/" + month + "/2024," + strconv.Itoa(10+i) + ".50,mug\n")
	}
	return b.String()
}

func togetherStage(lang i18n.Lang) *stage {
	var texts, names []string
	for _, f := range together {
		texts, names = append(texts, f.text), append(names, f.name)
	}
	s := newStage(lang, texts...)
	s.names = names
	return s
}

// TestBasket draws several files on their way to being read.
func TestBasket(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := togetherStage(lang)
		d := &data.State{}
		show := func(name string) string { return look(t, name, data.View(&s.Host, d)) }
		s.choose(d, engine.SourceRef{File: 1})
		html := show("undecided")
		if !strings.Contains(html, `id="question-dates"`) || !disabled(html, "read") {
			t.Error("an open question should be asked, and hold reading")
		}
		if strings.Contains(html, `id="files"`) {
			t.Error("a single file needs no list")
		}
		s.add(d, engine.SourceRef{File: 3}, engine.SourceRef{File: 4})
		html = show("three files")
		for _, f := range together[2:] {
			if !strings.Contains(html, f.name) {
				t.Errorf("%s is not listed", f.name)
			}
		}
		if d.Stand(d.Items[2]) != data.Failed {
			t.Error("the empty file is not marked")
		}
		for _, it := range d.Items {
			d.Shown = it.ID
			show("details of " + it.Name)
		}
		d.Items[1].Out = true
		show("left out")
		for _, kind := range ingest.Kinds {
			d.Items[1].Out, d.Items[1].Kind = false, kind
			show("as " + string(kind))
		}
		d.Rule(func(r *ingest.Rules) {
			r.Test, r.IDs = ingest.ExcludeTests, ingest.IDRules{Case: true, Zeros: true, Width: true}
			r.Duplicates = ingest.ExcludeDuplicates
		})
		show("every rule")
	})
}

// disabled reports whether the element with an id is disabled.
func disabled(html, id string) bool {
	_, after, _ := strings.Cut(html, `id="`+id+`"`)
	before, _, _ := strings.Cut(html, `id="`+id+`"`)
	open := before[strings.LastIndex(before, "<"):]
	rest, _, _ := strings.Cut(after, ">")
	return strings.Contains(open+rest, " disabled")
}

// TestSameHeaderSharesAnswers drops two files of one header: an answer about
// one holds for the other, whichever came first.
func TestSameHeaderSharesAnswers(t *testing.T) {
	s := togetherStage(i18n.English)
	d := &data.State{}
	s.choose(d, engine.SourceRef{File: 1})
	if len(d.Items[0].Open()) == 0 {
		t.Fatal("these dates should be asked")
	}
	data.Answer(&s.Host, d, d.Items[0], ingest.DatesProperty, "mdy")
	s.settle(d)
	s.add(d, engine.SourceRef{File: 2})
	for _, it := range d.Items {
		if it.Look.Answer.Format.Dates != ingest.DateMDY || len(it.Open()) > 0 {
			t.Errorf("%s is read as %q, %d questions open", it.Name, it.Look.Answer.Format.Dates, len(it.Open()))
		}
	}
}

// loadedReport is a dataset with everything that a ledger can tell.
func loadedReport() engine.Dataset {
	ledger := ingest.Ledger{Read: 330, Used: 320, Merged: 12, Netted: 9, Undone: 4, Refunded: analysis.MoneyOf(-310), Identical: 3,
		Revenue: analysis.MoneyOf(12_400), Lines: 331}
	for _, r := range ingest.Reasons {
		ledger.Excluded = append(ledger.Excluded, ingest.Exclusion{Reason: r, Rows: 1, Amount: analysis.MoneyOf(-30),
			First: []ingest.Rejected{{File: 1, Line: 9, Column: 2, Text: "C1,soon"}}})
	}
	day := analysis.Date(2022, 3, 5)
	return engine.Dataset{Name: "orders.csv", Bases: []engine.Basis{engine.OnOrders}, Ledger: ledger, Customers: 312, Days: 300, First: day, End: day + 700, MergedIDs: 2,
		Files: []engine.FileReport{
			{Name: "orders-jan.csv", Kind: ingest.Orders, Ledger: ledger},
			{Name: "customers.csv", Kind: ingest.Customers, Ledger: ingest.Ledger{Read: 340, Used: 340},
				Match: &engine.Match{Listed: 330, Matched: 298, Buyers: 312, Repeated: 10, Unmatched: []string{"c7", "c14"}, WithCase: 14, WithZeros: 3}},
			{Name: "survey.csv", Kind: ingest.Surveys, Match: &engine.Match{}},
		},
		Kept: []engine.KeptReport{
			{Name: "Region", Role: ingest.Region, File: 1, Filled: 300, Distinct: 3, Mixed: 4,
				Groups: []engine.Group{{Value: "North", Customers: 200, Orders: 210, Revenue: analysis.MoneyOf(9000)}, {Value: "", Customers: 1}}},
			{Name: "", Role: ingest.NPS, File: 2, Filled: 80, Low: 2, Median: 9, High: 10},
			{Name: "Signed up", Role: ingest.SignUp, File: 1, Filled: 330, First: day, Last: day + 90},
			{Name: "Comment", Role: ingest.Comment, File: 2},
		}}
}

// TestLedgerOfSeveralFiles draws every part of a full ledger.
func TestLedgerOfSeveralFiles(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := togetherStage(lang)
		d := &data.State{}
		s.choose(d, engine.SourceRef{File: 1})
		data.Answer(&s.Host, d, d.Items[0], ingest.DatesProperty, "dmy")
		s.settle(d)
		s.Clock = func() time.Time { return time.Date(2024, 12, 31, 0, 0, 0, 0, time.UTC) }
		turn := d.Load.Begin(d.Confirmed(s.Now().Add(-20 * time.Second)))
		d.Load.Advance(turn, engine.Progress{Stage: "progress.read", Bytes: 25 << 20, OfBytes: 100 << 20, Rows: 300_000})
		if html := look(t, "reading", data.View(&s.Host, d)); !strings.Contains(html, "60") {
			t.Error("the time left, a minute, is not told")
		}
		report := loadedReport()
		d.Load.End(turn, report, nil)
		d.Took()
		s.Loaded(report)
		html := look(t, "ledger", data.View(&s.Host, d))
		for _, id := range []string{"matches", "unmatched-1", "remedy-case-1", "remedy-zeros-1", "attributes", "per-file", "exclude-identical", "save-recipe"} {
			if !strings.Contains(html, `id="`+id+`"`) {
				t.Errorf("the ledger has no %s", id)
			}
		}
		if strings.Contains(html, "remedy-width-1") {
			t.Error("a rule that brings nothing is offered")
		}
		s.choose(d, engine.SourceRef{File: 2})
		if html := look(t, "next month", data.View(&s.Host, d)); !strings.Contains(html, `id="recipe-stop"`) {
			t.Error("nothing says that the file is read as the one before")
		}
		d.Recipe = &data.Recipe{Name: "how.json", Recipe: &ingest.Recipe{}}
		look(t, "a recipe that does not fit", data.View(&s.Host, d))
		d.Start()
		look(t, "a recipe that waits", data.View(&s.Host, d))
	})
}
