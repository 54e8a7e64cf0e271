package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestProfiles takes the tab of profiles through its views, divisions and a cross table,
// with axe after each step, sorts its table, and opens a group: as many customers as the
// row says.
func TestProfiles(t *testing.T) {
	page := singleFile(t)
	script, noAxe := axeScript()
	tb := open(t)
	for _, c := range []struct {
		lang, theme   string
		width, height int64
	}{{"en", "light", 1440, 900}, {"zh", "dark", 390, 844}} {
		tb.do(chromedp.EmulateViewport(c.width, c.height))
		tb.visit(page + "?lang=" + c.lang)
		tb.ready()
		eval[any](tb, fmt.Sprintf(`void document.documentElement.setAttribute("data-theme", %q)`, c.theme))
		if noAxe == nil {
			eval[any](tb, script+"; void 0")
		}
		tb.press("#sample-shop")
		tb.settled()
		tb.see("segments", "#segments-profiles")
		tb.press("#segments-profiles")
		check := func(step string) {
			t.Helper()
			tb.wait(`document.querySelector("#profiles-rows:not(.refreshing)")`)
			if noAxe == nil {
				tb.check(c.lang + " profiles " + step)
			}
			if text := tb.text("main"); strings.Contains(text, "«") || strings.Contains(text, "NaN") || strings.Contains(text, "{") {
				t.Errorf("%s %s shows:\n%s", c.lang, step, text)
			}
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
	}
}
