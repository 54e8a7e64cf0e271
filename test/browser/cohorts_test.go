package browser

import (
	"fmt"
	"strings"
	"testing"
)

// choose an option of a list, as a person does.
func (tb *tab) pick(selector, value string) {
	tb.t.Helper()
	tb.wait(fmt.Sprintf(`(() => {
		const list = document.querySelector(%q)
		if (!list) return false
		list.value = %q
		list.dispatchEvent(new Event("change", {bubbles: true}))
		return list.value === %q
	})()`, selector, value, value))
}

// TestCohortTab picks a cohort out, changes what counts, and opens a cell's
// customers: as many as the cell says.
func TestCohortTab(t *testing.T) {
	tb := open(t)
	tb.inLooks([]look{desk, {"zh", "dark", 1440, 900}}, "shop", func(name string) {
		tb.see("retention", "table.cohort th.opens")

		tb.press("table.cohort tbody tr:nth-child(3) th")
		tb.wait(`document.querySelector("table.cohort tr.selected") && document.querySelector("#retention-curve .ink-3, .figure .ink-3")`)
		tb.pick("#method", "method-bracket")
		tb.wait(`document.querySelector("#bounds") && document.querySelector("table.cohort thead th:nth-child(5)")?.innerText.includes("–")`)
		tb.pick("#method", "method-")
		tb.wait(`!document.querySelector("#bounds")`)
		tb.pick("#clock", "clock-rolling")
		tb.wait(`document.querySelector("table.cohort td.open")`)
		tb.pick("#show", "show-count")
		tb.wait(`document.querySelectorAll("table.cohort tfoot").length === 0`)
		tb.check(name + " cohorts")

		const cell = `table.cohort [data-cell="0,3"]`
		active := strings.TrimSpace(tb.text(cell))
		tb.press(cell)
		tb.wait(`location.hash === "#/customers" && document.querySelector("#all-customers")`)
		tb.wait(fmt.Sprintf(`document.querySelector("#finding")?.innerText.match(/[0-9,]+/)?.[0] === %q || document.querySelectorAll("#finding strong")[0]?.innerText.startsWith(%q)`, active, active))
		tb.check(name + " customers of a cell")
		tb.press("#all-customers")
		tb.wait(`!document.querySelector("#all-customers") && document.querySelector("#finding")?.innerText.includes("5,000")`)
	})
}
