package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// key presses a key where the focus is.
func (tb *tab) key(key string, modifiers ...chromedp.Modifier) {
	tb.t.Helper()
	if len(modifiers) > 0 {
		tb.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(modifiers...)))
		return
	}
	tb.do(chromedp.KeyEvent(key))
}

const ctrl = chromedp.ModifierCtrl

// focused waits until the element that a selector matches has the focus.
func (tb *tab) focused(selector string) {
	tb.t.Helper()
	tb.wait(fmt.Sprintf(`document.activeElement === document.querySelector(%q)`, selector))
}

// modal waits for the dialog with an id, or with "" until none is open.
func (tb *tab) modal(id string) {
	tb.t.Helper()
	tb.wait(fmt.Sprintf(`([...document.querySelectorAll("dialog[open]")].pop()?.id ?? "") === %q`, id))
}

// TestKeys opens the sheet by its key and goes by others to a screen and from tab to tab,
// then turns those without Ctrl off.
func TestKeys(t *testing.T) {
	tb := open(t)
	tb.inLooks(looks, "shop", func(name string) {
		tb.key("?")
		tb.modal("sheet")
		tb.check(name + " sheet of keys")
		tb.key(kb.Escape)
		tb.modal("")

		tb.key("g")
		tb.key("4")
		tb.wait(`location.hash === "#/retention"`)
		tb.wait(`document.querySelector("#retention-cohorts")?.getAttribute("aria-selected") === "true"`)
		before := tb.text("[role=tab][aria-selected=true]")
		tb.key("]")
		tb.wait(fmt.Sprintf(`document.activeElement.role === "tab" && document.activeElement.innerText !== %q`, before))
		tb.key("[")
		tb.focused("#retention-cohorts")

		tb.key("k", ctrl)
		tb.focused("#palette-query")
		tb.key("?") // is typed
		tb.wait(`document.querySelector("#palette-query").value === "?"`)
		tb.modal("palette")
		tb.key(kb.Escape)
		tb.modal("")
		tb.focused("#retention-cohorts") // back where it was

		tb.key("?")
		tb.modal("sheet")
		tb.press("#single-keys")
		tb.wait(`localStorage.getItem("churnbench.keys") === "off"`)
		tb.key(kb.Escape)
		tb.modal("")
		tb.key("?")
		tb.key("g")
		tb.key("1")
		tb.key(kb.F1) // no letter: it goes on working, and is the next thing that happens
		tb.modal("explanation")
		if at := eval[string](tb, "location.hash"); at != "#/retention" {
			t.Errorf("%s: G 1 went to %s though letters are off", name, at)
		}
		tb.key(kb.Escape)
		tb.modal("")
		eval[any](tb, `void localStorage.removeItem("churnbench.keys")`)
	})
}

// TestF1 explains a figure, a field, a number, and where there is nothing of the kind the
// screen; the focus comes back.
func TestF1(t *testing.T) {
	tb := open(t)
	tb.inLooks(looks, "shop", func(name string) {
		tb.see("definition", ".handle")
		for _, step := range []struct{ focus, title, says string }{
			{`[data-figure="purchase-gaps"] .figure-stage`, `document.querySelector('[data-figure="purchase-gaps"] h2').innerText`, ".formula"},
			{"main input[type=number]", `document.querySelector("main input[type=number]").labels[0].innerText`, ".dialog-body p"},
			{"#title", `document.querySelector("#title").innerText`, ".terms dt"},
		} {
			eval[any](tb, fmt.Sprintf(`void document.querySelector(%q).focus()`, step.focus))
			tb.focused(step.focus)
			want := eval[string](tb, step.title)
			tb.key(kb.F1)
			tb.modal("explanation")
			if got := tb.text("#explanation-title"); got != want {
				t.Errorf("%s: F1 on %s explains %q, want %q", name, step.focus, got, want)
			}
			if tb.text("#explanation "+step.says) == "" {
				t.Errorf("%s: F1 on %s does not say %s", name, step.focus, step.says)
			}
			tb.check(name + " F1 on " + step.focus)
			tb.key(kb.Escape)
			tb.modal("")
			tb.focused(step.focus)
		}
		// by the palette: what had the focus before
		eval[any](tb, `void document.querySelector('[data-figure="purchase-gaps"] .figure-stage').focus()`)
		tb.key("k", ctrl)
		tb.focused("#palette-query")
		tb.key("explain")
		tb.wait(`document.querySelectorAll(".palette-option").length === 1`)
		tb.key(kb.Enter)
		tb.modal("explanation")
		tb.wait(`document.querySelector("#explanation .formula")`)
		tb.key(kb.Escape)
		tb.modal("")

		tb.see("value", ".stat-head button")
		eval[any](tb, `void document.querySelector(".stat-head button").focus()`)
		tb.key(kb.F1)
		tb.modal("explanation")
		if got, want := tb.text("#explanation-title"), tb.text(".stat-label"); got != want {
			t.Errorf("%s: F1 on a number explains %q, want %q", name, got, want)
		}
		tb.key(kb.Escape)
		tb.focused(".stat-head button")
	})
}

// TestPresenter walks the figures before an audience by a clicker's keys, masked, and
// comes back to where it began.
func TestPresenter(t *testing.T) {
	tb := open(t)
	tb.inLooks(looks, "shop", func(name string) {
		tb.see("retention", "table.cohort")
		tb.focused("#title")
		// the Escape key of a whole screen is the browser's: here the window is enough
		eval[any](tb, `void (document.documentElement.requestFullscreen = undefined)`)
		tb.key("p")
		tb.modal("presenter")
		tb.focused("#presented-title")
		tb.wait(`document.querySelector(".presenter-room .figure-drawing svg")`)
		tb.check(name + " presenter")
		first := tb.text(".presenter-caption")
		if tb.text("#presented-title") == "" || !strings.HasPrefix(tb.text(".presenter-count"), "1 / ") {
			t.Errorf("%s: it begins with %q at %q", name, tb.text("#presented-title"), tb.text(".presenter-count"))
		}
		if !eval[bool](tb, `document.querySelector("#presenter-mask").ariaPressed === "true"`) {
			t.Errorf("%s: identifiers are not masked", name)
		}
		fits := `(() => { const b = document.querySelector(".presenter-room .figure-stage").getBoundingClientRect()
			const r = document.querySelector(".presenter-room").getBoundingClientRect()
			return b.bottom <= r.bottom + 1 && b.right <= innerWidth && b.width > innerWidth / 2 })()`
		tb.wait(fits)
		for _, step := range []struct{ key, at string }{{kb.PageDown, "2"}, {" ", "3"}, {kb.ArrowRight, "4"}, {kb.PageUp, "3"}, {kb.ArrowLeft, "2"}, {kb.Home, "1"}} {
			tb.key(step.key)
			tb.wait(fmt.Sprintf(`document.querySelector(".presenter-count").innerText.startsWith("%s / ")`, step.at))
			tb.focused("#presented-title")
		}
		// arrows walk the marks of a figure that has the focus
		eval[any](tb, `void document.querySelector(".presenter-room .figure-stage").focus()`)
		tb.key(kb.ArrowRight)
		tb.wait(`document.querySelector(".presenter-room .tip")`)
		tb.key(kb.Escape) // lets go of the mark only
		tb.wait(`!document.querySelector(".presenter-room .tip")`)
		tb.modal("presenter")
		tb.key(kb.F1)
		tb.modal("explanation")
		tb.wait(fmt.Sprintf(`document.querySelector("#explanation-title").innerText === %q`, first))
		tb.key(kb.Escape)
		tb.modal("presenter")
		tb.key(kb.Escape)
		tb.modal("")
		tb.focused("#title")

		// from the menu of a figure: that one first
		tb.press("[data-figure=retention-curve] .menu-button")
		tb.press("[data-figure=retention-curve] .menu-list .button")
		tb.modal("presenter")
		tb.wait(`document.querySelector(".presenter-caption").innerText === document.querySelector("[data-figure=retention-curve] h2").textContent`)
		tb.key(kb.Escape)
		tb.modal("")
	})
}

// TestPhoneWidth opens every screen and tab on a phone: none is wider than the window,
// and nothing to be pressed is smaller than WCAG 2.5.8 wants.
func TestPhoneWidth(t *testing.T) {
	tb := open(t)
	page := singleFile(t)
	for _, lang := range []string{"en", "zh"} {
		tb.do(chromedp.EmulateViewport(390, 844))
		tb.visit(page + "?lang=" + lang)
		tb.ready()
		tb.narrow(lang + " empty")
		tb.press("#sample-shop")
		tb.settled()
		for _, screen := range screens {
			tb.see(screen.route, screen.proof)
			tb.quiet()
			tb.narrow(lang + " " + screen.route)
			for i := range eval[int](tb, `document.querySelectorAll("main [role=tab]").length`) {
				eval[any](tb, fmt.Sprintf(`void document.querySelectorAll("main [role=tab]")[%d].click()`, i))
				tb.quiet()
				tb.narrow(lang + " " + tb.text("main [role=tab][aria-selected=true]"))
			}
		}
	}
}

// narrow tells what is wider than the window, and what is too small for a finger.
func (tb *tab) narrow(what string) {
	tb.t.Helper()
	if wide := eval[int](tb, `document.documentElement.scrollWidth`); wide > 390 {
		tb.t.Errorf("%s is %d px wide on a phone of 390", what, wide)
	}
	small := eval[string](tb, `[...document.querySelectorAll("a[href],button,input,select,summary")]
		.map((e) => e.closest("label") ?? e)
		.filter((e) => { const r = e.getBoundingClientRect()
			return r.width > 0 && !e.closest(".visually-hidden,.skip") && getComputedStyle(e).display !== "inline" && (r.width < 24 || r.height < 24) })
		.map((e) => e.className + " " + e.innerText).join("; ")`)
	if small != "" {
		tb.t.Errorf("%s: too small for a finger: %s", what, small)
	}
}
