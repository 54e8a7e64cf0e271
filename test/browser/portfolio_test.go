package browser

import (
	"fmt"
	"testing"
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
	tb := open(t)
	tb.inLooks(dusk, "accounts", func(name string) {
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
		tb.sane(name)
		customers := tb.text("#portfolio-cells tbody tr:first-child td:nth-child(4)")
		tb.press("#cell-hh")
		tb.wait(fmt.Sprintf(`document.querySelector("#customers [aria-rowcount], #customers[aria-rowcount]")?.getAttribute("aria-rowcount") === String(%s + 1)`, customers))
	})
}

// TestPortfolioWithoutColumns offers a typed margin where no column tells anything.
func TestPortfolioWithoutColumns(t *testing.T) {
	tb := open(t)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.see("segments", "#segments-portfolio")
	tb.press("#segments-portfolio")
	tb.wait(`document.querySelector("#portfolio-missing p:nth-of-type(2)")`)
	tb.set("#portfolio-margin", "30")
	tb.wait(`document.querySelector("#portfolio-accounts") && !document.querySelector("#portfolio-cells")`)
}
