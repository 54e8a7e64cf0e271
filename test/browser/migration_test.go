package browser

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// number reads a count as the page writes it.
func number(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimSpace(text), ",", ""))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestMigrationTab walks the matrix by the keyboard, lists the customers of a cell, and
// finds as many in the table of customers; it mistypes a day, asks for the ribbons, and
// saves the list of all moves.
func TestMigrationTab(t *testing.T) {
	dir := t.TempDir()
	tb := open(t)
	tb.download(dir)
	tb.inLooks([]look{desk, {"zh", "dark", 1440, 900}}, "shop", func(name string) {
		check := func(what string) {
			t.Helper()
			tb.check(name + " migration " + what)
		}
		tb.see("segments", "#segments-migration")
		tb.press("#segments-migration")
		tb.wait(`document.querySelector("#movers tbody tr")`)
		check("at first")

		tb.pick("#migrate-by", "state")
		tb.wait(`document.querySelectorAll("#migration tbody tr").length === 3 && !document.querySelector(".refreshing")`)
		tb.pick("#migrate-show", "count")
		tb.do(chromedp.Focus("#migration"))
		for _, key := range []string{"ArrowRight", "ArrowRight", "Enter"} {
			eval[any](tb, fmt.Sprintf(`void document.querySelector("#migration").dispatchEvent(new KeyboardEvent("keydown", {key: %q, bubbles: true}))`, key))
		}
		tb.wait(`document.querySelector("#movers-open")`)
		tb.wait(`!document.querySelector(".refreshing")`)
		lost := number(t, tb.text(`#migration [data-cell="0,2"]`))
		if lead := tb.text("#movers .lead"); lost == 0 || !strings.Contains(strings.ReplaceAll(lead, ",", ""), strconv.Itoa(lost)) {
			t.Errorf("%d customers in the cell; the list says %q", lost, lead)
		}
		if row, all := number(t, tb.text(`#migration [data-cell="0,1"]`))+lost, tb.text(`#migration tbody tr:first-child td.size`); row != number(t, all) {
			t.Errorf("the first row adds up to %d, its size is %q", row, all)
		}
		tb.press("#migrate-sankey")
		tb.wait(`document.querySelector(".figure .chart")`)
		check("with ribbons")

		eval[any](tb, `(() => {
			const day = document.querySelector("#migrate-from")
			day.value = "1999-01-01"
			day.dispatchEvent(new Event("change", {bubbles: true}))
		})()`)
		tb.wait(`document.querySelector("#migrate-from-error")`)
		check("with a day beyond the data")
		tb.press(`[name="migrate-span"][value="90"]`)
		tb.wait(`!document.querySelector("#migrate-from-error") && !document.querySelector(".refreshing")`)

		lost = number(t, tb.text(`#migration [data-cell="0,2"]`))
		tb.press("#save-migration")
		if saved := string(newest(t, dir)); strings.Count(saved, ",down,1,") != lost {
			t.Errorf("%d customers were saved who moved down, want %d", strings.Count(saved, ",down,1,"), lost)
		}
		tb.press("#movers-open")
		tb.wait(`location.hash === "#/customers" && document.querySelector("#all-customers")`)
		tb.wait(fmt.Sprintf(`document.querySelector("#finding")?.innerText.replaceAll(",", "").includes("%d")`, lost))
		check("customers of a cell")
	})
	tb.do(chromedp.EmulateViewport(390, 844))
	tb.see("segments", "#migration")
	tb.wait(`!document.querySelector(".refreshing, .rail-item.busy")`)
	if wide := eval[bool](tb, `document.documentElement.scrollWidth > innerWidth`); wide {
		t.Error("on a narrow window the page scrolls sideways")
	}
	tb.check("narrow migration")
}
