package browser

import (
	"fmt"
	"strings"
	"testing"
)

// TestScoresTab types cut-offs, arranges segments and opens the customers of one, with axe
// after each step, in both languages, themes and widths.
func TestScoresTab(t *testing.T) {
	tb := open(t)
	tb.inLooks(dusk, "shop", func(name string) {
		tb.see("segments", "#segment-table")
		tb.typedCuts(name)
		tb.check(name + " typed cut-offs")
		tb.ownSegments(name)
		tb.check(name + " own segments")
		tb.sane(name)
		tb.membersOf(name, "champions")
	})
}

// value is what a field holds.
func (tb *tab) value(selector string) string {
	return eval[string](tb, fmt.Sprintf(`document.querySelector(%q)?.value ?? ""`, selector))
}

// still waits until no answer is under way.
func (tb *tab) still() {
	tb.t.Helper()
	tb.wait(`document.querySelectorAll(".rail-item.busy, .refreshing").length === 0`)
}

// write types into a field once no answer is under way.
func (tb *tab) write(selector, text string) {
	tb.t.Helper()
	tb.still()
	tb.enter(selector, text)
}

// typedCuts takes good cut-offs, refuses bad ones, and remembers them beyond quantiles.
func (tb *tab) typedCuts(name string) {
	tb.t.Helper()
	tb.pick("#cutting", "typed")
	tb.wait(`document.querySelector("#cuts-r")?.value.split(" ").length === 4`)
	tb.write("#cuts-r", "30 60 90 180")
	tb.wait(`[...document.querySelectorAll(".cuts tbody td")].some((cell) => /^0 . 30$/.test(cell.innerText))`)
	tb.write("#cuts-f", "4 3 2 1")
	tb.wait(`document.querySelector("#cuts-f-error")`)
	if got := tb.value("#cuts-f"); got != "4 3 2 1" {
		tb.t.Errorf("%s: what cannot be taken is shown as %q", name, got)
	}
	tb.pick("#cutting", "quantiles")
	tb.wait(`!document.querySelector("#cuts-r")`)
	tb.pick("#cutting", "typed")
	tb.wait(`document.querySelector("#cuts-r")?.value === "30 60 90 180"`)
	tb.still()
}

// ownSegments renames the first segment, widens it, moves it down and adds one.
func (tb *tab) ownSegments(name string) {
	tb.t.Helper()
	tb.press("#edit-rules")
	tb.wait(`document.querySelector("#rules-editor")`)
	tb.write("#rule-name-0", "VIP")
	tb.wait(`document.querySelector("#open-champions")?.innerText === "VIP" && document.querySelector("#rules").value === "own"`)
	tb.write("#rule-0-r", "4-")
	tb.wait(`document.querySelector("#segment-table").innerText.includes("R 4–5 · F 4–5")`)
	tb.wait(`document.querySelector(".notice")?.parentElement.innerText.includes("VIP")`)
	tb.write("#rule-0-f", "9")
	tb.wait(`document.querySelector("#rule-0-f-error")`)
	tb.press("#down-0")
	tb.wait(`document.querySelector("#rule-name-1").value === "VIP"`)
	tb.press("#add-segment")
	tb.wait(`document.querySelectorAll("#rules-editor tbody tr").length === 11`)
	tb.press("#remove-10")
	tb.wait(`document.querySelectorAll("#rules-editor tbody tr").length === 10`)
	tb.still()
}

// membersOf opens the customers of a segment: as many as the table says, under its name.
func (tb *tab) membersOf(name, key string) {
	tb.t.Helper()
	want := eval[string](tb, fmt.Sprintf(`document.querySelector("#open-%s").closest("tr").querySelectorAll("td")[1].innerText`, key))
	tb.press("#open-" + key)
	tb.wait(fmt.Sprintf(`location.hash.startsWith("#/customers") && document.querySelector("#finding")?.innerText.includes(%q)`, want))
	if text := tb.text("main"); !strings.Contains(text, "VIP") {
		tb.t.Errorf("%s: the customers of VIP are called otherwise: %.300s", name, text)
	}
}
