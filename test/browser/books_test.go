package browser

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis/sample"
)

// tenureList is a list whose unit and one of whose statuses must be asked.
func tenureList() string {
	var b strings.Builder
	b.WriteString("member,tenure,status,region\n")
	for i := range 90 {
		b.WriteString("M" + strings.Repeat("1", 1+i%9) + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "," + []string{"3", "14", "28"}[i%3] + "," +
			[]string{"active", "cancelled", "paused"}[i%3] + "," + []string{"north", "south"}[i%2] + "\n")
	}
	return b.String()
}

// TestListsWithoutOrders drops contracts and tenures alone: they are read, and
// the screens that need orders say so. The shared files are dropped where they
// are there; what is generated always is.
func TestListsWithoutOrders(t *testing.T) {
	src, _, err := sample.Open("membership", "en")
	if err != nil {
		t.Fatal(err)
	}
	club := make([]byte, src.Size())
	if _, err := src.ReadAt(club, 0); err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	path := write(t, map[string]string{"club.csv": string(club), "tenures.csv": tenureList()})
	files := path("club.csv")
	for _, shared := range []string{"telco/Telco-Customer-Churn.csv", "fixtures/subscriptions.csv"} {
		if p, err := filepath.Abs(filepath.Join("../../../shared/data", shared)); err == nil {
			if _, err := os.Stat(p); err != nil {
				t.Log("not here, so not dropped: ", shared)
				continue
			}
			files = append(files, p)
		}
	}
	tb := open(t)
	for _, file := range files {
		tb.visit(singleFile(t) + "?lang=en")
		tb.ready()
		tb.chooseAll(file)
		tb.press("#read")
		tb.settled()
		if text := tb.text("main"); !strings.Contains(text, "rows are used") {
			t.Errorf("%s: the page says\n%s", filepath.Base(file), text)
		}
		tb.see("segments", ".empty")
		if text := tb.text("main"); !strings.Contains(text, "needs orders") {
			t.Errorf("%s: the segments say\n%s", filepath.Base(file), text)
		}
	}
}

// TestTenuresAreAsked drops a list that says neither what tenures are counted in
// nor what one of its statuses means: nothing is read before both are said.
func TestTenuresAreAsked(t *testing.T) {
	tb := open(t)
	tb.visit(singleFile(t) + "?lang=en")
	tb.ready()
	tb.chooseAll(write(t, map[string]string{"tenures.csv": tenureList()})("tenures.csv")...)
	tb.press(`#question-unit input[value="month"]`)
	tb.wait(`document.querySelector("#question-unit input[value=month]")?.checked && document.querySelector("#read")?.disabled`)
	// The file is looked at again with the unit; the list of statuses is away meanwhile.
	tb.wait(`(() => {
		const list = document.querySelector("#status-2"), read = document.querySelector("#read")
		if (list && list.value != "left") {
			list.value = "left"
			list.dispatchEvent(new Event("change", {bubbles: true}))
			return false
		}
		return list && read && !read.disabled
	})()`)
	tb.press("#read")
	tb.settled()
	if text := tb.text("main"); !strings.Contains(text, "60 (66.7") {
		t.Errorf("30 cancelled and 30 paused of 90 have left; the page says\n%s", text)
	}
}
