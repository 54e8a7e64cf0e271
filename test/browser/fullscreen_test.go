package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestFullscreen presents on the whole screen. Escape closes what lies on top, one press
// each: the mark of a figure, the explanation, the presentation, which gives the screen
// back. However it ends, the page is where it was.
func TestFullscreen(t *testing.T) {
	const whole = `document.fullscreenElement === document.documentElement`
	tb := open(t)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.see("retention", "table.cohort")
	tb.focused("#title")
	begin := func() {
		t.Helper()
		tb.key("p")
		tb.modal("presenter")
		tb.wait(whole)
		tb.focused("#presented-title")
	}
	over := func(back string) {
		t.Helper()
		tb.modal("")
		tb.wait(`!document.fullscreenElement`)
		tb.focused(back)
	}

	begin()
	tb.wait(`document.querySelector(".presenter-room .figure-stage")`)
	eval[any](tb, `void document.querySelector(".presenter-room .figure-stage").focus()`)
	tb.key(kb.ArrowRight)
	tb.wait(`document.querySelector(".presenter-room .tip")`)
	top := func(closed string) {
		t.Helper()
		tb.key(kb.Escape)
		tb.wait(closed)
		tb.modal("presenter")
		if !eval[bool](tb, whole) {
			t.Fatal("Escape has given the screen back before what lies on top was closed")
		}
	}
	top(`!document.querySelector(".presenter-room .tip")`)
	tb.key(kb.F1)
	tb.modal("explanation")
	top(`!document.querySelector("#explanation[open]")`)
	tb.key(kb.Escape)
	over("#title")

	begin() // and the browser takes the screen back by itself
	eval[any](tb, `document.exitFullscreen()`)
	over("#title")

	begin() // even while something is explained: that was meant
	tb.key(kb.F1)
	tb.modal("explanation")
	eval[any](tb, `document.exitFullscreen()`)
	tb.modal("presenter")
	tb.wait(`!document.fullscreenElement`)
	tb.key(kb.PageDown)
	tb.wait(`document.querySelector(".presenter-count").innerText.startsWith("2 / ")`)
	tb.key(kb.Escape)
	over("#title")

	// from a figure's menu, left by the button
	tb.press("[data-figure=retention-curve] .menu-button")
	tb.press("[data-figure=retention-curve] .menu-list .button")
	tb.modal("presenter")
	tb.press(".presenter-foot .actions .button:last-child")
	over("#retention-curve-menu")
}
