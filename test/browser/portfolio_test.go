package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// set changes a field or a list as a person does.
func (tb *tab) set(selector, value string) {
	tb.t.Helper()
	tb.wait(fmt.Sprintf(`document.querySelector(%q)`, selector))
	eval[any](tb, fmt.Sprintf(`(() => {
		const field = document.querySelector(%q)
		field.value = %q
		field.dispatchEvent(new Event("change", {bubbles: true}))
	})()`, selector, value))
}

// quiet waits until no figure is dimmed because a newer one is on its way.
func (tb *tab) quiet() {
	tb.t.Helper()
	tb.wait(`!document.querySelector("main [aria-busy=true], main .stale, main .refreshing")`)
}

// TestPortfolio types costs, divides by account manager and opens a cell's customers, with
// axe after each step, in both languages, themes and widths.
func TestPortfolio(t *testing.T) {
	script, err := axeScript()
	if err != nil {
		t.Skip(err)
	}
	page := singleFile(t)
	tb := open(t)
	for _, c := range []struct {
		lang, theme   string
		width, height int64
	}{{"en", "dark", 1024, 768}, {"zh", "light", 390, 844}} {
		name := c.lang + " " + c.theme
		tb.do(chromedp.EmulateViewport(c.width, c.height))
		tb.visit(page + "?lang=" + c.lang)
		tb.ready()
		eval[any](tb, fmt.Sprintf(`void document.documentElement.setAttribute("data-theme", %q)`, c.theme))
		eval[any](tb, script+"; void 0")
		tb.press("#sample-accounts")
		tb.settled()
		tb.see("segments", "#segments-portfolio")
		tb.press("#segments-portfolio")
		tb.wait(`document.querySelector("#portfolio-cells") && document.querySelector("#portfolio-missing")`)
		tb.quiet()
		tb.check(name + " portfolio")
		tb.set("#portfolio-acquisition", "4000")
		tb.set("#portfolio-serving", "200")
		tb.wait(`document.querySelector("#portfolio-verdicts") && !document.querySelector("#portfolio-missing")`)
		tb.quiet()
		tb.check(name + " verdicts")
		tb.set("#portfolio-by", "tiers")
		tb.wait(`document.querySelector("#portfolio-groups")`)
		tb.quiet()
		tb.check(name + " groups")
		tb.set("#portfolio-rate", "-3")
		tb.wait(`document.querySelector("#portfolio-rate-error")`)
		if text := tb.text("main"); strings.Contains(text, "«") || strings.Contains(text, "NaN") {
			t.Errorf("%s shows:\n%s", name, text)
		}
		customers := tb.text("#portfolio-cells tbody tr:first-child td:nth-child(4)")
		tb.press("#cell-hh")
		tb.wait(fmt.Sprintf(`document.querySelector("#customers [aria-rowcount], #customers[aria-rowcount]")?.getAttribute("aria-rowcount") === String(%s + 1)`, customers))
	}
}

// TestPortfolioWithoutColumns offers a typed margin where no column tells anything.
func TestPortfolioWithoutColumns(t *testing.T) {
	tb := open(t)
	tb.visit(singleFile(t) + "?lang=en")
	tb.ready()
	tb.press("#sample-shop")
	tb.settled()
	tb.see("segments", "#segments-portfolio")
	tb.press("#segments-portfolio")
	tb.wait(`document.querySelector("#portfolio-missing p:nth-of-type(2)")`)
	tb.set("#portfolio-margin", "30")
	tb.wait(`document.querySelector("#portfolio-accounts") && !document.querySelector("#portfolio-cells")`)
}
