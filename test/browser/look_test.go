package browser

import (
	"fmt"

	"github.com/chromedp/chromedp"
)

// A look is how a page is met: in which language and theme, in how large a window.
type look struct {
	lang, theme   string
	width, height int64
}

// Between them the two looks that most tests take have both languages and themes, a wide
// window and a phone's.
var (
	desk  = look{"en", "light", 1440, 900}
	phone = look{"zh", "dark", 390, 844}
	looks = []look{desk, phone}
	// dusk is the other half: who tests by it sees English in the dark and Chinese by day.
	dusk = []look{{"en", "dark", 1024, 768}, {"zh", "light", 390, 844}}
)

func (l look) String() string { return l.lang + " " + l.theme }

// meet opens an address in a look and waits until the page is ready; check then works.
// The address is singleFile's or a server's, without a query. A page that would ask whether
// to leave it, because of work that is not saved, is left without an answer.
func (tb *tab) meet(address string, l look) {
	tb.t.Helper()
	eval[any](tb, `void (BeforeUnloadEvent.prototype.preventDefault = () => {}, Object.defineProperty(BeforeUnloadEvent.prototype, "returnValue", {set() {}}))`)
	tb.do(chromedp.EmulateViewport(l.width, l.height))
	tb.visit(address + "?lang=" + l.lang)
	tb.ready()
	eval[any](tb, fmt.Sprintf(`void document.documentElement.setAttribute("data-theme", %q)`, l.theme))
}

// sample loads one of the samples and waits until every screen has its answer.
func (tb *tab) sample(name string) {
	tb.t.Helper()
	tb.press("#sample-" + name)
	tb.settled()
}

// inLooks goes through the same steps in each look, with a sample loaded.
func (tb *tab) inLooks(looks []look, sample string, steps func(name string)) {
	tb.t.Helper()
	page := singleFile(tb.t)
	for _, l := range looks {
		tb.meet(page, l)
		tb.sample(sample)
		steps(l.String())
	}
}
