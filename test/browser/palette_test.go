package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestPalette goes to a tab of another screen by the keyboard alone, found by a word of
// the other language's name of its screen.
func TestPalette(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url("?lang=zh"))
	tb.ready()
	tb.sample("shop")
	tb.do(chromedp.KeyEvent("k", chromedp.KeyModifiers(2))) // Ctrl
	tb.wait(`document.activeElement?.id === "palette-query"`)
	tb.do(chromedp.KeyEvent("segments"))
	tb.wait(`document.querySelectorAll(".palette-option").length === 1`)
	for range len("segments") {
		tb.do(chromedp.KeyEvent(kb.Backspace))
	}
	tb.do(chromedp.KeyEvent("聚类"))
	tb.wait(`document.querySelector(".palette-option.on")?.innerText.includes("聚类")`)
	tb.do(chromedp.KeyEvent(kb.Enter))
	tb.wait(`location.hash === "#/segments" && !document.querySelector("dialog[open]")`)
	tb.wait(`document.querySelector("#segments-clusters")?.getAttribute("aria-selected") === "true"`)
	tb.do(chromedp.KeyEvent("k", chromedp.KeyModifiers(2)))
	tb.wait(`document.querySelector("dialog.palette[open]")`)
	tb.do(chromedp.KeyEvent(kb.Escape))
	tb.wait(`!document.querySelector("dialog[open]")`)
}
