package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"churnbench/analysis/ingest"
)

// chooseAll gives the page several files at once.
func (tb *tab) chooseAll(paths ...string) {
	tb.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		tb.wait(`document.querySelector("#drop")`)
		err := chromedp.Do(tb.ctx, chromedp.SetUploadFiles(chromedp.CSS("#drop"), paths))
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			tb.t.Fatalf("%v\n%s", err, tb.excerpt())
		}
	}
}

// write puts files into a folder and returns their paths.
func write(t *testing.T, files map[string]string) func(names ...string) []string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return func(names ...string) []string {
		paths := make([]string, len(names))
		for i, name := range names {
			paths[i] = filepath.Join(dir, name)
		}
		return paths
	}
}

// slashed is an export whose dates could be day/month as well as month/day.
func slashed(month int) string {
	var b strings.Builder
	b.WriteString("Order,Customer,Order Date,Product,Total\n")
	for i := range 120 {
		fmt.Fprintf(&b, "#%d,C%03d,%02d/%02d/2024,Mug,%d.50\n", 1000*month+i, 1+i%40, 1+i%12, month, 5+i%60)
	}
	return b.String()
}

// list is a list of customers, one of ten written in lower case.
func list() string {
	var b strings.Builder
	b.WriteString("Customer,Region,Tier,Signed up\n")
	for i := 1; i <= 50; i++ {
		c := 'C'
		if i%10 == 0 {
			c = 'c'
		}
		fmt.Fprintf(&b, "%c%03d,%s,%s,2022-%02d-%02d\n", c, i, []string{"North", "South"}[i%2], []string{"Gold", "Silver", "Basic"}[i%3], 1+i%12, 1+i%28)
	}
	return b.String()
}

// reading is the selector of an answer to the question about dates.
func reading(value string) string {
	return fmt.Sprintf(`#question-dates input[value=%q]`, value)
}

// TestUndecidedDatesAreAsked drops a file whose dates can be read two ways:
// nothing is read before somebody has said which.
func TestUndecidedDatesAreAsked(t *testing.T) {
	files := write(t, map[string]string{"orders.csv": slashed(4)})
	tb := open(t)
	tb.visit(singleFile(t) + "?lang=en")
	tb.ready()
	tb.chooseAll(files("orders.csv")...)
	tb.wait(`document.querySelector("#questions")`)
	if !eval[bool](tb, `document.querySelector("#read").disabled`) {
		t.Fatal("it can be read although the dates are undecided")
	}
	why := eval[string](tb, `document.getElementById(document.querySelector("#read").getAttribute("aria-describedby")).innerText`)
	if !strings.Contains(why, "question") {
		t.Errorf("the button says why it waits by %q", why)
	}
	tb.press(reading("mdy"))
	tb.press("#read")
	tb.settled()
	if text := strings.ReplaceAll(tb.text("main"), "\u00a0", " "); !strings.Contains(text, "between 4 Jan 2024 and 4 Dec 2024") {
		t.Errorf("read as month/day, the page says\n%s", text)
	}
}

// TestSeveralFiles drops two months of orders, a list and a wrong file at once:
// the list is joined, the wrong one spoils nothing, one answer serves both
// months, and the ledger offers what makes more customers match.
func TestSeveralFiles(t *testing.T) {
	files := write(t, map[string]string{"apr.csv": slashed(4), "may.csv": slashed(5), "customers.csv": list(), "notes.csv": ""})
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	dir := t.TempDir()
	tb.download(dir)
	tb.visit(s.url("?lang=en"))
	tb.ready()
	tb.keptOffline()
	s.requests()
	tb.chooseAll(files("apr.csv", "may.csv", "customers.csv", "notes.csv")...)
	tb.wait(`document.querySelectorAll(".file").length === 4`)
	tb.press(reading("dmy"))
	tb.press("#read")
	tb.settled()
	if got := tb.text("#matches"); !strings.Contains(got, "36 of 50") {
		t.Errorf("of 40 buyers and 50 listed, 36 match as they are written; the page says\n%s", got)
	}
	if got := tb.text("#attributes"); !strings.Contains(got, "Region") || !strings.Contains(got, "North") {
		t.Errorf("what the list says about customers is shown as\n%s", got)
	}
	tb.press("[id^=unmatched-]")
	if got := string(newest(t, dir)); !strings.Contains(got, "c010") || !strings.Contains(got, "C049") || strings.Contains(got, "C001") {
		t.Errorf("the unmatched were saved as %.200q", got)
	}
	tb.press("[id^=remedy-case]")
	tb.wait(`(document.querySelector("#matches")?.innerText ?? "").includes("40 of 50")`)
	tb.wait(`document.querySelectorAll(".rail-item.busy").length === 0`)
	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("the host was asked for %q", asked)
	}
}

// TestRecipe reads a file, saves how, and finds the next one read the same way:
// in the same session by itself, in another by the saved recipe.
func TestRecipe(t *testing.T) {
	files := write(t, map[string]string{"apr.csv": slashed(4), "may.csv": slashed(5)})
	tb := open(t)
	dir := t.TempDir()
	tb.download(dir)
	page := singleFile(t) + "?lang=en"
	tb.visit(page)
	tb.ready()
	tb.chooseAll(files("apr.csv")...)
	tb.press(reading("mdy"))
	tb.press("#read")
	tb.settled()
	tb.press("#save-recipe")
	saved := newest(t, dir)
	if recipe, err := ingest.ParseRecipe(saved); err != nil || len(recipe.Files) != 1 {
		t.Fatalf("saved %.200q: %v", saved, err)
	}
	tb.chooseAll(files("may.csv")...)
	tb.wait(`document.querySelector("#read:not([disabled])")`)
	if !eval[bool](tb, `Boolean(document.querySelector("#recipe-stop")) && !document.querySelector("#questions")`) {
		t.Error("next month's file is asked about again")
	}
	tb.visit("about:blank")
	tb.visit(page)
	tb.ready()
	path := filepath.Join(t.TempDir(), "how.json")
	if err := os.WriteFile(path, saved, 0o644); err != nil {
		t.Fatal(err)
	}
	tb.chooseAll(path)
	tb.wait(`document.querySelector("#recipe-stop")`)
	tb.chooseAll(files("may.csv")...)
	tb.wait(`document.querySelector("#read:not([disabled])")`)
	tb.press("#recipe-stop")
	tb.wait(`document.querySelector("#questions")`)
	if !eval[bool](tb, `document.querySelector("#read").disabled`) {
		t.Error("without the recipe, the dates are undecided again")
	}
}

// TestImportAccessibility checks by axe what a single sample does not show: a
// question, a basket with a wrong file, and a ledger with lists.
func TestImportAccessibility(t *testing.T) {
	files := write(t, map[string]string{"apr.csv": slashed(4), "customers.csv": list(), "notes.csv": ""})
	tb := open(t)
	page := singleFile(t)
	for _, l := range looks {
		tb.meet(page, l)
		tb.chooseAll(files("apr.csv", "customers.csv", "notes.csv")...)
		tb.wait(`document.querySelector("#questions") && document.querySelector(".badge.bad")`)
		tb.check(l.String() + " basket")
		tb.press(reading("dmy"))
		tb.wait(`document.querySelector("#read:not([disabled])")`)
		tb.wait(`document.querySelector("#rule-tests")?.checked && document.querySelector("#rule-patterns")`)
		tb.check(l.String() + " rules")
		tb.press("#read")
		tb.settled()
		tb.check(l.String() + " ledger with lists")
	}
}
