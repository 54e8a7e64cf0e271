package browser

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// A spot is a point of the window, in CSS pixels.
type spot struct{ x, y float64 }

// finger puts a finger down at the first spot, moves it by way of the others and lifts it
// from the last one: what the browser makes of it, scrolling included, is its own.
func (tb *tab) finger(way ...spot) {
	tb.t.Helper()
	touch := func(kind input.DispatchTouchEventType, at ...*input.TouchPoint) {
		tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: append([]*input.TouchPoint{}, at...)})
			return err
		}))
	}
	kind := input.DispatchTouchEventTypeTouchStart
	for _, s := range way {
		touch(kind, &input.TouchPoint{X: s.x, Y: s.y})
		kind = input.DispatchTouchEventTypeTouchMove
	}
	touch(input.DispatchTouchEventTypeTouchEnd)
}

// drag moves a finger by dx and dy, in steps that a browser takes for a movement.
func (tb *tab) drag(from spot, dx, dy float64) {
	tb.t.Helper()
	const steps = 12
	way := []spot{from}
	for i := 1; i <= steps; i++ {
		way = append(way, spot{from.x + dx*float64(i)/steps, from.y + dy*float64(i)/steps})
	}
	tb.finger(way...)
}

// spotOn brings an element into the middle of the window and returns a point of it, at
// shares of its width and height. Nothing else lies there.
func (tb *tab) spotOn(selector string, right, down float64) spot {
	tb.t.Helper()
	tb.wait(fmt.Sprintf(`document.querySelector(%q)`, selector))
	tb.quiet()
	at := eval[[]float64](tb, fmt.Sprintf(`(e => {
		e.scrollIntoView({block: "center", behavior: "instant"})
		const box = e.getBoundingClientRect(), x = box.x + box.width * %g, y = box.y + box.height * %g
		return [x, y, Number(e.contains(document.elementFromPoint(x, y)))]
	})(document.querySelector(%q))`, right, down, selector))
	if at[2] == 0 {
		tb.t.Fatalf("%s is covered", selector)
	}
	return spot{at[0], at[1]}
}

// scrolls drags a finger up from a spot and waits until the page has gone along.
func (tb *tab) scrolls(what string, from spot) {
	tb.t.Helper()
	before := eval[float64](tb, `scrollY`)
	tb.drag(from, 3, -160)
	tb.wait(fmt.Sprintf(`scrollY > %g`, before+80))
	if eval[bool](tb, `Boolean(document.querySelector(".brush, .figure-part"))`) {
		tb.t.Errorf("%s: scrolling past it marks a part of it", what)
	}
	tb.rests("main")
}

// kept holds that the browser leaves a finger to what it is upon: none that it takes for
// scrolling.
func (tb *tab) kept(what string, do func()) {
	tb.t.Helper()
	eval[any](tb, `void (window.taken = 0, window.listens ??= addEventListener("pointercancel", () => window.taken++, true) ?? true)`)
	do()
	if eval[int](tb, `window.taken`) > 0 {
		tb.t.Errorf("%s: the browser has taken the finger away", what)
	}
}

// rests waits until what was scrolled by a finger rolls no further: a tap would only stop it.
func (tb *tab) rests(selector string) {
	tb.t.Helper()
	eval[any](tb, `void (window.rested = 0)`)
	tb.wait(fmt.Sprintf(`(at => (window.rested = at === window.lastAt ? window.rested + 1 : 0, window.lastAt = at, window.rested > 5))(
		scrollY + document.querySelector(%[1]q).scrollTop + document.querySelector(%[1]q).scrollLeft / 1e6)`, selector))
}

// TestTouch uses a phone by real fingers: each is meant for what it is upon if it goes
// across, and for the page if it goes up or down.
func TestTouch(t *testing.T) {
	tb := open(t)
	tb.meet(singleFile(t), phone)
	tb.do(chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile, chromedp.EmulateTouch))
	tb.sample("shop")
	for _, part := range []struct {
		what string
		do   func(*tab)
	}{{"ruler", (*tab).touchRuler}, {"marks", (*tab).touchMarks}, {"zoom", (*tab).touchZoom}, {"tables", (*tab).touchTables}, {"slider", (*tab).touchSlider}} {
		t.Run(part.what, func(t *testing.T) {
			tb.t = t

			part.do(tb)
		})
	}
	tb.t = t
}

func (tb *tab) touchRuler() {
	tb.see("definition", ".handle")
	for n := range eval[int](tb, `document.querySelectorAll(".handle").length`) {
		eval[any](tb, fmt.Sprintf(`void document.querySelectorAll(".handle").forEach((h, i) => h.classList.toggle("meant", i === %d))`, n))
		handle := tb.spotOn(".handle.meant", .5, .7)
		days := tb.text("#loss-days")
		by := []float64{50, -50}[n%2] // there and back: it has an end
		tb.kept("the ruler", func() {
			tb.drag(handle, by, 12)
			tb.wait(fmt.Sprintf(`document.querySelector("#loss-days").innerText !== %q && document.querySelector("#loss-window").value === document.querySelector("#loss-days").innerText`, days))
		})
		tb.settledScreens()
	}
	tb.scrolls("the figure with the ruler", tb.spotOn(`[data-figure="purchase-gaps"] .figure-stage`, .15, .5))
}

// touchMarks taps: once shows, elsewhere lets go.
func (tb *tab) touchMarks() {
	tb.see("retention", `[data-figure="retention-curve"] .figure-stage`)
	const stage = `[data-figure="retention-curve"] .figure-stage`
	tb.finger(tb.spotOn(stage, .5, .7))
	tb.wait(`document.querySelector(".figure-stage .tip")`)
	first := tb.text(".figure-stage .tip")
	tb.finger(tb.spotOn(stage, .8, .7))
	tb.wait(fmt.Sprintf(`document.querySelector(".figure-stage .tip") && document.querySelector(".figure-stage .tip").innerText !== %q`, first))
	tb.finger(tb.spotOn("#title", .1, .5))
	tb.wait(`!document.querySelector(".figure-stage .tip")`)
}

// touchZoom marks a part of an axis of time across, and goes back by the button.
func (tb *tab) touchZoom() {
	const stage = `[data-figure="retention-curve"] .figure-stage`
	tb.see("retention", stage+".zooms")
	tb.kept("looking closer", func() {
		tb.drag(tb.spotOn(stage, .35, .5), 110, 10)
		tb.wait(`document.querySelector(".figure-part .button")`)
	})
	// The last button: the others lead along the axis. A browser makes no click of a tap that
	// follows a drag faster than any finger can.
	const part = `Boolean(document.querySelector(".figure-part"))`
	back := tb.spotOn(".figure-part .button:last-child", .5, .5)
	for n := 0; n < 20 && eval[bool](tb, part); n++ {
		tb.finger(back)
		time.Sleep(200 * time.Millisecond)
	}
	tb.wait("!" + part)
	tb.scrolls("a figure that can be looked closer at", tb.spotOn(stage, .5, .5))
}

// touchTables moves tables that are wider than the phone, and the page past them.
func (tb *tab) touchTables() {
	tb.see("retention", "table.cohort")
	const cohorts = ".scroll:has(table.cohort)"
	tb.drag(tb.spotOn(cohorts, .7, .5), -150, 0)
	tb.wait(fmt.Sprintf(`document.querySelector(%q).scrollLeft > 80`, cohorts))
	tb.rests(cohorts)
	tb.scrolls("a wide table", tb.spotOn(cohorts, .7, .5))

	tb.see("customers", `#customers [data-row="2"] td`)
	tb.drag(tb.spotOn("#customers", .5, .4), -150, 0)
	tb.wait(`document.querySelector("#customers").scrollLeft > 80`)
	tb.rests("#customers")
	tb.drag(tb.spotOn("#customers", .5, .6), 0, -150)
	tb.wait(`document.querySelector("#customers").scrollTop > 80`)
	tb.rests("#customers")
	tb.wait(`document.querySelectorAll("#customers .pending").length === 0`)
	tb.finger(tb.spotOn("#customers", .5, .5))
	tb.wait(`document.querySelector("#customer[open] .timeline")`)
	tb.finger(tb.spotOn("#customer .card-head .button:last-child", .5, .5))
	tb.wait(`!document.querySelector("dialog[open]")`)
}

func (tb *tab) touchSlider() {
	tb.see("segments", "#segments-keys")
	tb.press("#segments-keys")
	tb.wait(`document.querySelector("#weight-0")`)
	before := tb.value("#weight-0")
	tb.kept("a slider", func() {
		tb.drag(tb.spotOn("#weight-0", eval[float64](tb, `document.querySelector("#weight-0").value / 100`), .5), 70, 6)
		tb.wait(fmt.Sprintf(`document.querySelector("#weight-0").value !== %q`, before))
	})
	tb.quiet()
	tb.scrolls("a slider", tb.spotOn("#weight-1", .9, .5))
}
