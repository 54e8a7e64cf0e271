package browser

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// media makes the browser say that a person has asked for something, such as less motion.
func (tb *tab) media(feature, value string) {
	tb.t.Helper()
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: feature, Value: value}}})
		return err
	}))
}

// spilling lists what is cut off or hangs over: text that does not fit its element, and
// elements beyond the window. Tables, figures, lists of tabs and formulas may be wider
// than the window, in a part that scrolls by itself (WCAG 1.4.10).
const spilling = `(() => {
	const wide = document.documentElement.clientWidth, found = []
	if (document.documentElement.scrollWidth > wide) found.push("the page is " + document.documentElement.scrollWidth + " wide")
	const free = ".scroll, .virtual, .tab-list, .facts, .figure-drawing, .figure-overlay, .formula, .head-controls, .rail-items, .visually-hidden, .skip, svg, select, input, .handle"
	const say = (what, e) => found.push(what + ": " + e.tagName + "#" + e.id + "." + e.className + " " + (e.textContent || "").slice(0, 40))
	for (const e of document.querySelectorAll("body *")) {
		const box = e.getBoundingClientRect()
		if (!box.width || !box.height || e.closest(free)) continue
		const style = getComputedStyle(e)
		if (style.clipPath !== "none") continue // hidden from the eye, read aloud
		if (box.right > wide + 1 || box.left < -1) say("beyond the window", e)
		else if (style.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1 && style.textOverflow !== "ellipsis") say("cut off", e)
		else if (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1) say("cut off below", e)
		else if (!e.children.length && e.textContent.trim() && style.display !== "inline" && style.textOverflow !== "ellipsis" && e.clientWidth && e.scrollWidth > e.clientWidth + 1) say("does not fit", e)
	}
	return found.slice(0, 8)
})()`

// TestNarrowAndStill is a window of 1280 pixels zoomed to 400 %, which leaves 320 by 256,
// before somebody who has asked for less motion.
func TestNarrowAndStill(t *testing.T) {
	tb := open(t)
	tb.media("prefers-reduced-motion", "reduce")
	loaded(tb, singleFile(t), look{"zh", "light", 320, 256})
	tb.tour(func(place string) {
		tb.wait(`!document.querySelector("main progress, .refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
		if found := eval[[]string](tb, spilling); len(found) > 0 {
			t.Errorf("%s at 320 pixels:\n%s", place, strings.Join(found, "\n"))
		}
		if moving := eval[int](tb, `document.getAnimations().length`); moving > 0 {
			t.Errorf("%s: %d things move", place, moving)
		}
	})
}

// TestTextSpacing sets the spacing of text that a person may set (WCAG 1.4.12): nothing is
// lost by it.
func TestTextSpacing(t *testing.T) {
	tb := open(t)
	loaded(tb, singleFile(t), look{"en", "dark", 1280, 900})
	eval[any](tb, `void (() => {
		const sheet = new CSSStyleSheet()
		sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }")
		document.adoptedStyleSheets = [sheet]
	})()`)
	tb.tour(func(place string) {
		tb.wait(`!document.querySelector("main progress, .refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
		if found := eval[[]string](tb, spilling); len(found) > 0 {
			t.Errorf("%s with wider text:\n%s", place, strings.Join(found, "\n"))
		}
	})
}

// TestForcedColours sees the page in the system's own colours, where backgrounds and
// shadows are gone: what is chosen, where one is and what has the focus differ by more.
func TestForcedColours(t *testing.T) {
	tb := open(t)
	tb.media("forced-colors", "active")
	loaded(tb, singleFile(t), desk)
	differ := func(route, what, one, other string, properties ...string) {
		t.Helper()
		tb.see(route, one)
		tb.wait(`document.querySelector(` + quote(other) + `)`)
		same := eval[bool](tb, `((a, b) => ["`+strings.Join(properties, `", "`)+`"].every((p) => getComputedStyle(a)[p] === getComputedStyle(b)[p]))(
			document.querySelector(`+quote(one)+`), document.querySelector(`+quote(other)+`))`)
		if same {
			t.Errorf("%s: %s look alike", route, what)
		}
	}
	differ("overview", "the screen in sight and the others", ".rail-item.on", ".rail-item:not(.on)", "outlineStyle")
	differ("retention", "the chosen tab and the others", "[aria-selected=true][role=tab]", "[aria-selected=false][role=tab]", "borderBottomWidth")
	tb.see("retention", "#clock")
	tb.pick("#clock", "clock-rolling") // whose last cells are incomplete
	differ("retention", "what is incomplete and what is not", ".cohort .open", ".cohort td.level-5, .cohort td[class*=level-]", "outlineStyle")
	differ("retention", "large and small cells", ".cohort .level-20, .cohort .level-19, .cohort .level-18, .cohort .level-17", ".cohort .level-4, .cohort .level-5, .cohort .level-6", "backgroundColor")
	differ("segments", "the chosen segment and the others", ".segment input:checked + span", ".segment input:not(:checked) + span", "backgroundColor")
	differ("definition", "the chosen kind and the others", "#kinds .pick-option:has(:checked)", "#kinds .pick-option:not(:has(:checked))", "borderTopWidth")
	tb.wait(`document.querySelector(".handle")`)
	if ground := eval[string](tb, `getComputedStyle(document.querySelector(".handle"), "::before").backgroundColor + " on " + getComputedStyle(document.body).backgroundColor`); strings.Split(ground, " on ")[0] == strings.Split(ground, " on ")[1] {
		t.Errorf("the ruler has the colour of the page, %s", ground)
	}
}

func quote(selector string) string { return "`" + selector + "`" }
