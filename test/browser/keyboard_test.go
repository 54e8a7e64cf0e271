package browser

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A key is what a keyboard sends.
type key struct {
	name string // as the page sees it
	text string // what it types; "" for none
	code int64  // Windows' virtual key code, by which Chromium knows what Tab and Enter do
	mod  int64  // 2 is Ctrl, 8 is Shift
}

var (
	tabKey   = key{name: "Tab", code: 9}
	backTab  = key{name: "Tab", code: 9, mod: 8}
	enterKey = key{name: "Enter", text: "\r", code: 13}
	escape   = key{name: "Escape", code: 27}
	left     = key{name: "ArrowLeft", code: 37}
	right    = key{name: "ArrowRight", code: 39}
	down     = key{name: "ArrowDown", code: 40}
	palette  = key{name: "k", code: 75, mod: 2}
)

// stroke presses and releases keys as a keyboard does: pressing also types, unless the
// page has taken the press.
func (tb *tab) stroke(keys ...key) {
	tb.t.Helper()
	for _, k := range keys {
		send := func(kind input.DispatchKeyEventType, text string) {
			tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
				_, err := cdp.Call(ctx, target, input.DispatchKeyEvent, input.DispatchKeyEventParams{
					Type: kind, Key: k.name, Code: k.name, Text: text, Modifiers: k.mod, WindowsVirtualKeyCode: k.code, NativeVirtualKeyCode: k.code})
				return err
			}))
		}
		kind := input.DispatchKeyEventTypeRawKeyDown
		if k.text != "" {
			kind = input.DispatchKeyEventTypeKeyDown
		}
		send(kind, k.text)
		send(input.DispatchKeyEventTypeKeyUp, "")
	}
}

// typed writes text, as an input method does.
func (tb *tab) typed(text string) {
	tb.t.Helper()
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

// focusReport looks at what has the focus and says what is wrong with it, "" for nothing:
// WCAG 2.4.3, 2.4.7, 2.4.11 and, of its mark, 1.4.11.
const focusReport = `((from) => {
	const at = document.activeElement, name = (e) => e.tagName + "#" + e.id + "." + e.className
	if (!at || at === document.body) return "the focus is nowhere"
	const dialog = document.querySelector("dialog[open]")
	if (dialog && !dialog.contains(at)) return name(at) + " is behind a dialog"
	if (document.querySelector("[tabindex]:not([tabindex='0'], [tabindex='-1'])")) return "a tabindex forces an order"
	if (at.matches("main, h1, h2, .skip")) return "" // put there for reading on, not for use
	const ink = (() => {
		const c = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
		return (colour) => { c.clearRect(0, 0, 1, 1); c.fillStyle = colour; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data] }
	})()
	const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0)
	const ground = (e) => {
		for (; e; e = e.parentElement) { const c = ink(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c }
		return [255, 255, 255, 255]
	}
	// The mark may be on the label around a transparent input, on the cell inside of a grid, or on a knob.
	const marked = [[at], [at.closest(".field-box, .pick-option, .drop")], [at.nextElementSibling], [at.querySelector(".active")], [at, "::after"]]
		.filter(([e]) => e).map(([e, pseudo]) => [e, getComputedStyle(e, pseudo)])
		.find(([, s]) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2)
	if (!marked) return name(at) + " does not show that it has the focus"
	const [a, b] = [light(ink(marked[1].outlineColor)), light(ground(marked[0].parentElement))]
	const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
	if (contrast < 3) return name(at) + "'s mark has a contrast of " + contrast.toFixed(2)
	const box = marked[0].getBoundingClientRect()
	if (!box.width || !box.height) return name(at) + " has no size"
	// Some part of it can be seen: nothing lies upon all of these points.
	const seen = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(([x, y]) => {
		const top = document.elementFromPoint(box.x + x * box.width, box.y + y * box.height)
		return top && (marked[0].contains(top) || top.contains(marked[0]) && !top.matches("header, nav"))
	})
	return seen ? "" : name(at) + " is out of sight or covered"
})()`

// held fails the test if the keyboard has lost its place.
func (tb *tab) held(step string) {
	tb.t.Helper()
	fault := ""
	for range 40 { // a redraw may be under way
		if fault = eval[string](tb, focusReport); fault == "" {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	tb.t.Errorf("%s: %s", step, fault)
}

// reach walks with Tab, or backwards, until an element has the focus. At each stop the
// focus must be in order, and each stop must come after the one before it in the page.
func (tb *tab) reach(selector string, by key) {
	tb.t.Helper()
	tb.wait(fmt.Sprintf(`document.querySelector(%q)`, selector))
	eval[any](tb, `void (window.stop = document.activeElement)`)
	for n := range 250 {
		tb.stroke(by)
		tb.held("on the way to " + selector)
		if eval[bool](tb, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
		order := eval[string](tb, `(() => {
			const [before, now] = [window.stop, document.activeElement]
			window.stop = now
			return !before.isConnected || before === document.body || before === now ? "" : before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING ? "on" : "back"
		})()`)
		if want := map[bool]string{true: "back", false: "on"}[by.mod == 8]; order != "" && order != want && n > 0 && !eval[bool](tb, `Boolean(document.querySelector("dialog[open]"))`) {
			tb.t.Errorf("on the way to %s the keyboard went %s, to %s", selector, order, eval[string](tb, `document.activeElement.outerHTML.slice(0, 120)`))
		}
	}
	tb.t.Fatalf("%s cannot be reached by the keyboard\n%s", selector, eval[string](tb, `document.activeElement.outerHTML.slice(0, 200)`))
}

// command goes somewhere by the palette.
func (tb *tab) command(name, route string) {
	tb.t.Helper()
	tb.stroke(palette)
	const options = `document.querySelectorAll(".palette-option").length`
	tb.wait(`document.activeElement?.id === "palette-query" && ` + options)
	all := eval[int](tb, options)
	tb.typed(name)
	tb.wait(fmt.Sprintf(`document.querySelector("#palette-query").value === %q && %s < %d`, name, options, all)) // until then places are those in the whole list
	at := fmt.Sprintf(`[...document.querySelectorAll(".palette-option")].findIndex((o) => o.querySelector("span").innerText === %q)`, name)
	tb.wait(at + ` >= 0 && document.querySelector("#palette-list-0.on")`)
	for k := range eval[int](tb, at) { // others have the word in their names, too
		tb.stroke(down)
		tb.wait(fmt.Sprintf(`document.querySelector("#palette-list-%d.on")`, k+1))
	}
	tb.wait(fmt.Sprintf(`document.querySelector(".palette-option.on span").innerText === %q`, name))
	tb.stroke(enterKey)
	tb.wait(fmt.Sprintf(`location.hash === "#/%s" && !document.querySelector("dialog[open]")`, route))
	tb.wait(`document.activeElement?.id === "title" || document.activeElement?.role === "tab"`)
	tb.held("at " + route)
}

// chooser opens the dialog for files from the input that has the focus, and chooses one.
func (tb *tab) chooser(path string) {
	tb.t.Helper()
	intercept := func(on bool) {
		if _, err := chromedp.Call(tb.ctx, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: on}); err != nil {
			tb.t.Fatal(err)
		}
	}
	intercept(true)
	defer intercept(false)
	opened := make(chan cdp.BackendNodeID, 1)
	ctx, cancel := context.WithCancel(tb.ctx)
	defer cancel()
	if err := chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*page.EventFileChooserOpened); ok {
			opened <- e.BackendNodeID
		}
	}); err != nil {
		tb.t.Fatal(err)
	}
	tb.stroke(enterKey)
	select {
	case node := <-opened:
		if _, err := chromedp.Call(tb.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, BackendNodeID: node}); err != nil {
			tb.t.Fatal(err)
		}
	case <-time.After(patience):
		tb.t.Fatal("Enter opens no dialog for files")
	}
}

// TestKeyboardInChinese does the main job by the keyboard alone, in Chinese: a file is
// chosen and read, the window of loss set by the figure's ruler, a figure saved, a cohort's
// customers listed, tabs changed, a model picked and that undone and done again, a customer's
// card opened and closed, a figure explained, a report written and the project saved.
func TestKeyboardInChinese(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	dir := t.TempDir()
	tb.download(dir)
	tb.meet(s.url(""), look{"zh", "light", 1280, 860})
	tb.keptOffline()
	s.requests()

	// The first stop leads past rail and bar; then the place for files.
	tb.stroke(tabKey)
	if at := eval[string](tb, `document.activeElement.innerText`); at != "跳到正文" {
		t.Errorf("the first stop is %q", at)
	}
	tb.stroke(enterKey)
	tb.wait(`document.activeElement.id === "main"`)
	tb.reach("#drop", tabKey)
	tb.chooser(ordersFile(t))
	tb.wait(`document.querySelector("#read:not([disabled])")`)
	tb.held("a file is chosen")
	tb.reach("#read", tabKey)
	tb.stroke(enterKey)
	tb.settled()
	tb.held("the file is read")

	// By the rail to the definition: the ruler of the figure sets the window.
	tb.reach(`a.rail-item[href$="#/definition"]`, backTab)
	tb.stroke(enterKey)
	tb.wait(`document.activeElement.id === "title" && document.querySelector(".handle")`)
	days := tb.text("#loss-days")
	tb.reach(".handle", tabKey)
	tb.stroke(right, right, right, left)
	tb.wait(fmt.Sprintf(`Number(document.querySelector("#loss-days").innerText) === %s + 2`, days))
	tb.wait(fmt.Sprintf(`document.activeElement.getAttribute("aria-valuetext").includes(%s + 2)`, days))
	tb.wait(fmt.Sprintf(`Number(document.querySelector("#loss-window").value) === %s + 2`, days))
	tb.still()
	tb.held("the window is moved")

	tb.command("总览", "overview")
	tb.wait(`document.querySelector("#churn-rate")`)
	tb.still()

	// A figure is saved by its menu, which gives the keyboard back.
	tb.command("留存", "retention")
	tb.reach("#retention-curve-menu", tabKey)
	tb.stroke(enterKey)
	tb.wait(`document.activeElement.closest("#retention-curve-menu-list")`)
	tb.held("the menu is open")
	for range 8 { // what is saved as SVG is the fourth or so
		if eval[bool](tb, `document.activeElement.innerText.includes("SVG")`) {
			break
		}
		tb.stroke(tabKey)
		tb.held("in the menu")
	}
	tb.stroke(enterKey)
	if got := newest(t, dir); !strings.Contains(string(got[:min(200, len(got))]), "<svg") {
		t.Errorf("%.60q was saved", got)
	}
	tb.wait(`document.activeElement.id === "retention-curve-menu"`)
	tb.held("the menu is done")

	// A cell of the cohort table leads to its customers.
	tb.reach("table.cohort", backTab)
	tb.stroke(down, right, right, right)
	tb.wait(`document.querySelector("table.cohort .active")?.dataset.cell === "1,3" && document.querySelector("table.cohort").getAttribute("aria-activedescendant") === document.querySelector("table.cohort .active").id`)
	tb.held("in the cohort table")
	want := strings.Fields(tb.text("table.cohort .active"))[0]
	if want == "" {
		t.Error("the cell is empty")
	}
	tb.stroke(enterKey)
	tb.wait(`location.hash === "#/customers" && document.querySelector("#all-customers")`)
	tb.still()
	tb.held("a cell's customers")

	// Tabs are walked by the arrows.
	tb.command("分群", "segments")
	tb.reach("[role=tab][aria-selected=true]", tabKey)
	tb.stroke(right)
	tb.wait(`document.activeElement.role === "tab" && document.activeElement.id === "segments-spread" && document.activeElement.getAttribute("aria-selected") === "true"`)
	tb.wait(`document.querySelector("#tiers")`)
	tb.held("on a tab")

	// A model is picked from its list.
	tb.command("客户价值", "value")
	tb.reach("#model", tabKey)
	before := tb.value("#model")
	tb.stroke(down)
	tb.wait(fmt.Sprintf(`document.querySelector("#model").value !== %q`, before))
	tb.still()
	tb.held("a model is picked")
	after := tb.value("#model")
	tb.command("总览", "overview")
	tb.turnBack("value", fmt.Sprintf(`document.querySelector("#model")?.value === %q`, after), fmt.Sprintf(`document.querySelector("#model")?.value === %q`, before))

	// A customer's card, and back.
	tb.command("客户", "customers")
	tb.reach("#customers", tabKey)
	tb.stroke(down, down)
	tb.wait(`document.querySelector('#customers [data-row="2"] td.active, #customers [data-row="1"] td.active')`)
	tb.stroke(enterKey)
	tb.wait(`document.querySelector("#customer[open] .timeline") && document.activeElement.id === "customer-title"`)
	for range 12 { // round and round inside of the dialog
		tb.stroke(tabKey)
		if !eval[bool](tb, `document.activeElement === document.body`) { // the browser's own bars
			tb.held("in the card")
		}
	}
	tb.stroke(escape)
	tb.wait(`!document.querySelector("#customer[open]") && document.activeElement.id === "customers"`)
	tb.held("the card is closed")

	tb.command("流失定义", "definition")
	tb.explains("purchase-gaps")
	tb.reports()
	tb.saves(t, dir)

	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("the host was asked for %q", asked)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("more was saved than asked for: %q", left)
	}
}
