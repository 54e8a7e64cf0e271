package browser

import (
	"fmt"
	"strings"
	"testing"
)

// TestLifecycleTab goes through the stages of customers' lives: both models, a number in
// the rules, the customers behind a stage and a cell, a page of alerts and a customer's
// card, with axe after each step, in both languages, themes and widths.
func TestLifecycleTab(t *testing.T) {
	tb := open(t)
	tb.inLooks(looks, "shop", func(name string) {
		tb.see("segments", "#segments-lifecycle")
		tb.press("#segments-lifecycle")
		tb.wait(`document.querySelector("#life-alerts table")`)
		tb.check(name + " relationship")
		tb.sane(name + " relationship")
		tb.ratio(name)
		tb.behindAlerts(name)
		tb.press(`input[name="life-model"][value="life-funnel"]`)
		tb.wait(`document.querySelector("#stage-repeat")`)
		tb.check(name + " funnel")
		tb.sane(name + " funnel")
		repeat := eval[string](tb, `document.querySelector(".stage-repeat strong").textContent`)
		tb.press("#stage-repeat")
		tb.wait(`location.hash === "#/customers" && document.querySelector("#customers")`)
		tb.wait(fmt.Sprintf(`document.querySelector("#finding").textContent.includes(%q)`, repeat))
	})
}

// sane holds that everything was said.
func (tb *tab) sane(name string) {
	tb.t.Helper()
	if text := tb.text("main"); strings.Contains(text, "«") || strings.Contains(text, "NaN") || strings.Contains(text, "{") {
		tb.t.Errorf("%s shows:\n%s", name, text)
	}
}

// ratio types another ratio of decline: more customers are then in decline, and the rule
// says so. A ratio that cannot be is refused and changes nothing.
func (tb *tab) ratio(name string) {
	tb.t.Helper()
	before := eval[string](tb, `document.querySelector(".stage-decline strong").textContent`)
	tb.enter("#decline", "80")
	tb.wait(fmt.Sprintf(`document.querySelector("#life-rules dl").textContent.includes("80") && document.querySelector(".stage-decline strong").textContent !== %q`, before))
	tb.enter("#decline", "180")
	tb.wait(`document.querySelector("#decline[aria-invalid]")`)
	tb.check(name + " refused")
	tb.press("#life-defaults")
	tb.wait(fmt.Sprintf(`document.querySelector("#decline").value === "50" && document.querySelector(".stage-decline strong").textContent === %q`, before))
}

// enter types into a field and leaves it.
func (tb *tab) enter(selector, text string) {
	tb.t.Helper()
	eval[any](tb, fmt.Sprintf(`(() => {
		const field = document.querySelector(%q)
		field.value = %q
		field.dispatchEvent(new Event("input", {bubbles: true}))
		field.dispatchEvent(new Event("change", {bubbles: true}))
	})()`, selector, text))
}

// behindAlerts turns a page and opens a customer's card.
func (tb *tab) behindAlerts(name string) {
	tb.t.Helper()
	first := `document.querySelector("#life-alerts tbody button").textContent`
	before := eval[string](tb, first)
	tb.press("#alerts-next")
	tb.wait(fmt.Sprintf(`%s !== %q`, first, before))
	tb.press("#alerts-back")
	tb.wait(fmt.Sprintf(`%s === %q`, first, before))
	tb.press("#life-alerts tbody button")
	tb.wait(`document.querySelector("#customer[open] .timeline")`)
	if title := tb.text("#customer"); !strings.Contains(title, before) {
		tb.t.Errorf("%s: the card of %s says %.200s", name, before, title)
	}
	eval[any](tb, `void document.querySelector("#customer").close()`)
	tb.see("segments", "#life-alerts table")
}
