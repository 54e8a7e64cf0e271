package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"churnbench/app/tour"
)

// TestTour walks the tour by the keyboard: each step has its words, what it points at
// and the focus, and Escape ends it.
func TestTour(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url("?lang=en"))
	tb.ready()
	tb.press("#tour-start")
	for i, step := range tour.Steps {
		tb.wait(fmt.Sprintf(`document.querySelector(".tour-count")?.innerText.startsWith("%d ")`, i+1))
		if i > 0 { // the first points at the drop zone, which goes when the sample is there
			tb.wait(fmt.Sprintf(`document.querySelector(%q)?.classList.contains("spot")`, step.Spot))
		}
		tb.wait(`document.activeElement?.id === "tour-title"`)
		if i < len(tour.Steps)-1 {
			tb.press("#tour-next")
		}
	}
	tb.do(chromedp.KeyEvent(kb.Escape))
	tb.wait(`!document.querySelector("#tour") && !document.querySelector(".spot")`)
}
