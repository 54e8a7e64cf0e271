package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestNothingIsReplacedUnasked opens a sample over work that is not saved, by the keyboard
// alone: cancels, goes on without saving, and saves first.
func TestNothingIsReplacedUnasked(t *testing.T) {
	tb, dir := open(t), t.TempDir()
	tb.download(dir)
	tb.inLooks(looks, "shop", func(name string) {
		tb.redefine()
		chosen := tb.text(lost)
		ask := func() {
			tb.see("data", "#title")
			if eval[bool](tb, `Boolean(document.querySelector("#another"))`) {
				tb.press("#another")
			}
			tb.wait(`document.querySelector("#sample-subscription")`)
			eval[any](tb, `void document.querySelector("#sample-subscription").focus()`)
			tb.key(kb.Enter)
			tb.modal("leave")
			tb.focused("#leave-title")
		}
		ask()
		tb.check(name + " leaving")
		tb.key(kb.Escape)
		tb.modal("")
		if got := tb.text(lost); got != chosen {
			t.Errorf("%s: cancelled, the definition is %q", name, got)
		}
		tb.focused("#sample-subscription")
		ask()
		tb.reach("#leave-save", tabKey)
		tb.key(kb.Enter)
		tb.modal("")
		tb.wait(`document.querySelector("#ledger") && !document.querySelector(".facts .warn")`)
		tb.settledScreens()
		if file := newest(t, dir); !strings.Contains(string(file), `"sample": "shop"`) {
			t.Errorf("%s: saved first was %.200s", name, file)
		}
		if got := tb.text(lost); got == chosen {
			t.Errorf("%s: the sample was not opened", name)
		}
	})
}

// TestOtherTabs hears what other tabs of the site do to what they share.
func TestOtherTabs(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url("?lang=en"))
	tb.ready()
	tb.load(monthlyExport(t, "orders.csv"))
	tb.see("privacy", "#keep-project")
	tb.press("#keep-project")
	tb.wait(`/Remembered/.test(document.querySelector(".rail-foot").textContent)`)
	for _, deed := range []struct{ word, says string }{{"kept", "remembers its own"}, {"erased", "Everything was erased"}, {"updated", "newer version"}} {
		eval[any](tb, `void new BroadcastChannel("`+s.url("")+`|churnbench|kept").postMessage("`+deed.word+`")`)
		tb.wait(`document.querySelector(".page-notices")?.innerText.includes("` + deed.says + `")`)
		tb.check("another tab: " + deed.word)
	}
	if eval[bool](tb, `document.querySelector("#keep-project").checked`) {
		t.Error("two tabs write in turn")
	}
	if tb.see("data", "#ledger"); tb.text("#ledger") == "" {
		t.Error("what another tab did has taken the data away")
	}
}

// TestRefusedStorage meets a browser that keeps nothing, and one whose space is full: work
// goes on, and the page says so. The names themselves throw, as in Chromium without cookies.
func TestRefusedStorage(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	for _, c := range []struct{ name, script, says string }{
		{"full", `IDBObjectStore.prototype.put = () => { throw new DOMException("no space left", "QuotaExceededError") }`, "no space left"},
		{"shut", `["indexedDB", "localStorage"].forEach((name) => Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } }))`, "denied"},
	} {
		tb.visit(s.url("?lang=en"))
		tb.ready()
		tb.load(monthlyExport(t, "orders.csv"))
		eval[any](tb, `void (`+c.script+`)`)
		tb.see("privacy", "#keep-project")
		tb.press("#keep-project")
		tb.wait(`document.querySelector("#keep").innerText.includes("` + c.says + `") && /Not remembered/.test(document.querySelector(".rail-foot").textContent)`)
		tb.check(c.name)
		if facts := tb.text(".facts"); !strings.Contains(facts, "orders") {
			t.Errorf("%s: the bar says %q", c.name, facts)
		}
		eval[any](tb, `void (BeforeUnloadEvent.prototype.preventDefault = () => {}, Object.defineProperty(BeforeUnloadEvent.prototype, "returnValue", {set() {}}))`)
		tb.redefine()
		if !strings.Contains(tb.text(".facts"), "Not saved") {
			t.Errorf("%s: work that nothing remembers is not called unsaved", c.name)
		}
		theme := eval[string](tb, "String(document.documentElement.dataset.theme)")
		tb.press("#theme")
		tb.wait(`String(document.documentElement.dataset.theme) !== "` + theme + `"`)
	}
}
