package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// keys presses keys on an element, one after the other.
func (tb *tab) keys(selector string, keys ...string) {
	tb.t.Helper()
	tb.wait(fmt.Sprintf(`document.querySelector(%q)`, selector))
	eval[any](tb, fmt.Sprintf(`void document.querySelector(%q).focus()`, selector))
	for _, key := range keys {
		tb.do(chromedp.KeyEvent(key))
	}
}

// TestDefinitionByKeyboard moves the window by its handle, sees everything that
// depends on it follow, and explains the difference to another definition.
func TestDefinitionByKeyboard(t *testing.T) {
	tb := open(t)
	tb.inLooks([]look{desk, {"zh", "dark", 1280, 860}}, "shop", func(name string) {
		tb.see("definition", "#loss-days")
		shows := func(id, want string) {
			t.Helper()
			tb.wait(fmt.Sprintf(`document.querySelector(%q)?.innerText.includes(%q)`, id, want))
		}
		shows("#loss-days", "211")
		tb.wait(`document.querySelectorAll(".handle").length === 3`)

		// The handle and what follows it at once; the rest once it rests.
		tb.keys(".handle", kb.ArrowRight, kb.ArrowRight)
		shows("#loss-days", "213")
		for i := range 3 {
			tb.wait(fmt.Sprintf(`document.querySelectorAll(".handle")[%d].getAttribute("aria-valuenow") === "213"`, i))
		}
		shows("#definitions tbody tr:first-child th", "213")
		tb.wait(`document.querySelector("#loss-window").value === "213" && document.activeElement.classList.contains("handle")`)

		// A sector's window, and who makes the difference: the table sums.
		tb.press("#preset-retail")
		shows("#loss-days", "180")
		shows("#definitions tbody tr:first-child th", "180")
		if !eval[bool](tb, `[...document.querySelectorAll(".loss-steps table")].every((table) => {
			const count = (row) => Number(row.cells[1].innerText.replaceAll(",", "").replace("−", "-"))
			const rows = [...table.tBodies[0].rows]
			return rows.map(count).reduce((a, b) => a + b) === count(table.tFoot.rows[0])
		}) && document.querySelectorAll(".loss-steps table").length === 2`) {
			t.Errorf("%s: the ledger does not sum:\n%s", name, tb.text(".loss-steps"))
		}

		// The other screens follow.
		tb.see("overview", "#in-force")
		shows("#in-force", "180")
		rate := tb.text("#churn-rate")
		tb.see("retention", "#in-force")
		shows("#in-force", "180")
		tb.see("definition", "#propose")
		tb.press("#propose")
		shows("#loss-days", "211")
		tb.see("overview", "#in-force")
		shows("#in-force", "211")
		tb.wait(fmt.Sprintf(`document.querySelector("#churn-rate").innerText !== %q`, rate))

		// The bucket goes through its periods.
		last := tb.text(".stepper-label")
		tb.press(".stepper .button:first-child")
		tb.wait(fmt.Sprintf(`document.querySelector(".stepper-label").innerText !== %q`, last))

		tb.check(name + " #/overview")
		tb.see("definition", "#loss-days")
		tb.press(`#kinds input[value="combined"]`)
		tb.wait(`document.querySelector("#decline-recent")`)
		tb.press(`#tiers input[value="core"]`)
		tb.wait(`document.querySelector("#tier-share-0")`)
		tb.check(name + " #/definition")
	})
}
