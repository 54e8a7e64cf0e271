package browser

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestCustomersTable filters by a group and a range, chooses a column, saves the list in
// sight, goes to a row by its number and from card to card by the keyboard, masked in the
// end; with axe on the way, in both languages and on a phone.
func TestCustomersTable(t *testing.T) {
	tb := open(t)
	dir := t.TempDir()
	tb.download(dir)
	tb.inLooks(looks, "shop", func(name string) {
		check := func(what string) {
			t.Helper()
			tb.check(name + " " + what)
			tb.sane(name + " " + what)
		}
		tb.see("customers", `#customers [data-row="2"] td`)
		tb.filter(check)
		tb.savedList(t, dir)
		tb.byKeyboard(check)
	})
}

// filter narrows to customers who are lost and have bought on three to five days.
func (tb *tab) filter(check func(string)) {
	tb.t.Helper()
	tb.pick("#filter-by", "state")
	tb.wait(`document.querySelector("#filter-group:not([disabled]) option:nth-child(3)")`)
	check("a filter by groups")
	tb.pick("#filter-group", "1")
	tb.wait(`document.querySelector("#drop-group-0")`)
	tb.pick("#filter-by", "days")
	tb.wait(`document.querySelector("#filter-add")`)
	tb.press("#filter-add")
	tb.wait(`document.querySelector("#filter-low-error")`)
	tb.enter("#filter-low", "3")
	tb.enter("#filter-high", "5")
	tb.press("#filter-add")
	tb.wait(`document.querySelector("#drop-range-0") && document.querySelector('#customers [data-row="2"] td:nth-child(4)')`)
	eval[any](tb, `void document.querySelector(".everyone details").setAttribute("open", "")`)
	tb.press("#column-tier")
	tb.wait(`document.querySelector('#customers th[data-sort="tier"]') && document.querySelector('#customers [data-row="2"] td:nth-child(4)')`)
	check("two filters")
}

// savedList holds that the file has the customers and columns of the table.
func (tb *tab) savedList(t *testing.T, dir string) {
	t.Helper()
	found := strings.ReplaceAll(eval[string](tb, `document.querySelector("#finding strong").innerText.match(/[0-9,]+/)[0]`), ",", "")
	tb.press("#save")
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(newest(t, dir), []byte("\ufeff")))).ReadAll()
	if err != nil || strconv.Itoa(len(rows)-1) != found || strings.Join(rows[0][:4], ",") != "customer,segment,segment_name,tier" {
		t.Fatalf("%d rows for %s customers, %q, %v", len(rows)-1, found, rows[0], err)
	}
	days := 0
	for i, name := range rows[0] {
		if name == "purchase_days" {
			days = i
		}
	}
	for _, row := range rows[1:] {
		if n, _ := strconv.Atoi(row[days]); n < 3 || n > 5 {
			t.Fatalf("%q was saved beside customers of three to five days", row)
		}
	}
}

// byKeyboard goes to a row by its number, opens it, goes on to the next customer, masks
// her, and takes the filters away.
func (tb *tab) byKeyboard(check func(string)) {
	tb.t.Helper()
	tb.keys("#customers", "1", "2", "0", kb.Enter)
	tb.wait(`document.querySelector('#customers [data-row="119"] td.active')`)
	id := tb.text(`#customers [data-row="119"] td`)
	tb.keys("#customers", kb.Enter)
	tb.wait(fmt.Sprintf(`document.querySelector("#customer[open] .timeline") && document.querySelector("#customer-title").innerText.includes(%q)`, id))
	// Enter comes as three events and repeats while it is held: those after the first meet the dialog.
	if at := eval[string](tb, `document.activeElement.id`); at != "customer-title" {
		tb.t.Errorf("in the card the keyboard is at %q first", at)
	}
	tb.do(chromedp.KeyEvent(kb.Enter))
	tb.wait(`document.querySelectorAll("#past li").length > 1`)
	check("card with its past")
	tb.do(chromedp.KeyEvent("n"))
	tb.wait(fmt.Sprintf(`document.querySelector("#customer[open] .timeline") && !document.querySelector("#customer-title").innerText.includes(%q)`, id))
	tb.do(chromedp.KeyEvent("p"))
	tb.wait(fmt.Sprintf(`document.querySelector("#customer[open] .timeline") && document.querySelector("#customer-title").innerText.includes(%q)`, id))
	tb.do(chromedp.KeyEvent(kb.Escape))
	tb.wait(`!document.querySelector("#customer[open]") && document.activeElement.id === "customers"`)
	tb.press("#mask")
	tb.wait(fmt.Sprintf(`!document.querySelector("main").innerText.includes(%q) && document.querySelector("main").innerText.includes("•••")`, id))
	tb.press("#drop-group-0")
	tb.wait(`document.querySelector("#drop-range-0") && !document.querySelector("#drop-group-0")`)
	tb.press("#all-customers")
	tb.wait(`!document.querySelector("#all-customers") && document.querySelector("#finding strong").innerText.includes("5,000")`)
	tb.enter("#search", "nobody at all")
	tb.wait(`document.querySelector(".table-empty")`)
	check("nobody found")
	tb.press("#mask")
}
