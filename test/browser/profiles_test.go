package browser

import (
	"fmt"
	"testing"
)

// TestProfiles takes the tab of profiles through its views, divisions and a cross table,
// with axe after each step, sorts its table, and opens a group: as many customers as the
// row says.
func TestProfiles(t *testing.T) {
	tb := open(t)
	tb.inLooks(looks, "shop", func(name string) {
		tb.see("segments", "#segments-profiles")
		tb.press("#segments-profiles")
		check := func(step string) {
			t.Helper()
			tb.wait(`document.querySelector("#profiles-rows:not(.refreshing)")`)
			tb.check(name + " profiles " + step)
			tb.sane(name + " profiles " + step)
		}
		check("first")
		tb.pick("#profiles-view", "persistency")
		tb.wait(`document.querySelector("#profiles-measure")?.value === "stay"`)
		tb.pick("#profiles-measure", "churn")
		tb.wait(`document.querySelectorAll(".legend button, .legend li, .legend span").length > 0`)
		check("persistency by churn")
		tb.pick("#profiles-by", "1") // by orders
		tb.wait(`document.querySelector("#profiles-view")?.value === "own"`)
		tb.pick("#profiles-across", "0")
		tb.wait(`document.querySelector("#profiles-heat td")`)
		check("by orders across")

		tb.press(`#profiles-table th[data-sort="churn"]`)
		tb.wait(`document.querySelector('#profiles-table th[data-sort="churn"]').getAttribute("aria-sort") === "descending"`)
		row := eval[string](tb, `document.querySelector('#profiles-table [data-row="0"] td:nth-child(2)').innerText`)
		tb.press(`#profiles-table [data-row="0"] td`)
		tb.wait(`location.hash === "#/customers" && document.querySelector("#finding")`)
		tb.wait(fmt.Sprintf(`document.querySelector("main").innerText.includes(%q)`, row))
	})
}
