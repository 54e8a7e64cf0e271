package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// kept is all that a page can leave in a browser.
type kept struct {
	Local, Session, Databases, Caches []string
	Worker                            bool
	Cookies                           string
}

// left looks for all of it, past the page's own program.
func (tb *tab) left() (k kept) {
	tb.t.Helper()
	report := eval[string](tb, `(async () => JSON.stringify({
		Local: Object.keys(localStorage), Session: Object.keys(sessionStorage),
		Databases: (await indexedDB.databases()).map((d) => d.name),
		Caches: await caches.keys(),
		Worker: Boolean(await navigator.serviceWorker.getRegistration()),
		Cookies: document.cookie,
	}))()`)
	if err := json.Unmarshal([]byte(report), &k); err != nil {
		tb.t.Fatal(err)
	}
	return k
}

// monthlyExport writes a small export and returns its path.
func monthlyExport(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(rows(400)), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// load reads a file and waits for every screen.
func (tb *tab) load(path string) {
	tb.t.Helper()
	tb.choose(path)
	tb.press("#read")
	tb.settled()
}

// TestNothingIsKeptUnasked reads a file, looks at every screen, turns language and theme,
// and finds nothing in the browser but those two and the program's own files.
func TestNothingIsKeptUnasked(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url(""))
	tb.ready()
	tb.keptOffline()
	tb.load(monthlyExport(t, "orders.csv"))
	for _, screen := range screens {
		tb.see(screen.route, "main h1")
	}
	tb.press("#language")
	tb.press("#theme")
	tb.settledScreens()
	k := tb.left()
	slices.Sort(k.Local)
	if !slices.Equal(k.Local, []string{"churnbench.lang", "churnbench.theme"}) {
		t.Errorf("local storage has %q", k.Local)
	}
	if len(k.Session) > 0 || len(k.Databases) > 0 || k.Cookies != "" {
		t.Errorf("the page left %+v", k)
	}
	if want := []string{s.url("") + "|churnbench|" + built.Version}; !slices.Equal(k.Caches, want) {
		t.Errorf("caches %q, want %q", k.Caches, want)
	}
	held := eval[string](tb, `caches.open("`+s.url("")+`|churnbench|`+built.Version+`").then((c) => c.keys()).then((all) => all.map((r) => r.url).join(" "))`)
	if strings.Contains(held, "orders") {
		t.Errorf("the cache holds %s", held)
	}
}

// settledScreens waits until no screen is busy.
func (tb *tab) settledScreens() {
	tb.t.Helper()
	tb.wait(`document.querySelectorAll(".rail-item.busy").length === 0`)
}

// TestRemember turns remembering on, finds the project and the file again in another
// session, opens them, and forgets them.
func TestRemember(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	neighbour := &server{t: t, prefix: "/b/", files: filesOf(built), addr: s.addr}
	s.neighbour = neighbour
	profile := newProfile(t)
	tb := openProfile(t, profile)
	tb.visit(s.url(""))
	tb.ready()
	tb.keptOffline()
	tb.load(monthlyExport(t, "orders.csv"))
	ledger := tb.text("#ledger")
	tb.see("privacy", "#keep-project")
	s.requests()
	tb.press("#keep-project")
	tb.wait(`document.querySelector("#keep .foot")`)
	tb.press("#keep-data:not([disabled])")
	tb.wait(`document.querySelector("#keep-data").checked && /KB|MB/.test(document.querySelector("#keep .foot")?.innerText)`)
	if k := tb.left(); !slices.Equal(k.Databases, []string{s.url("") + "|churnbench|kept"}) {
		t.Errorf("databases %q", k.Databases)
	}
	tb.redefine() // and what changes afterwards is remembered as well
	tb.wait(`/Remembering/.test(document.querySelector(".rail-foot").textContent)`)
	tb.wait(`/Remembered/.test(document.querySelector(".rail-foot").textContent)`)
	facts := tb.text(".facts")
	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("remembering asked the host for %q", asked)
	}
	tb.visit(neighbour.url(""))
	tb.ready()
	if eval[bool](tb, `Boolean(document.querySelector("#offer"))`) {
		t.Error("a neighbour on the same host offers what this site remembers")
	}
	tb.close()

	tb = openProfile(t, profile)
	tb.visit(s.url(""))
	tb.ready()
	tb.wait(`document.querySelector("#offer")`)
	if offer := tb.text("#offer"); !strings.Contains(offer, "orders") || eval[bool](tb, `Boolean(document.querySelector("#ledger"))`) {
		t.Errorf("offered: %s", offer)
	}
	tb.press("#offer-open")
	tb.settled()
	if got := tb.text("#ledger"); got != ledger {
		t.Errorf("the ledger of what was remembered is\n%s\nwant\n%s", got, ledger)
	}
	facts = strings.TrimSuffix(facts, "\nnot saved") // which it is now, and was not
	if got := tb.text(".facts"); got != facts {
		t.Errorf("what was remembered is %q, want %q", got, facts)
	}
	tb.see("privacy", "#keep-project")
	if !eval[bool](tb, `document.querySelector("#keep-project").checked && document.querySelector("#keep-data").checked`) {
		t.Error("what was opened is not remembered any longer")
	}
	tb.press("#keep-project")
	tb.wait(`!document.querySelector("#keep-project").checked`)
	tb.wait(`!document.querySelector("#keep .foot")`)
	for range 100 {
		if len(tb.left().Databases) == 0 {
			return
		}
	}
	t.Error("what was to be forgotten is still there")
}

// TestErase erases everything, without and with the offline copy, and looks past the page's
// own receipt whether it is gone.
func TestErase(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	for _, offline := range []bool{false, true} {
		tb := open(t)
		dir := t.TempDir()
		tb.download(dir)
		tb.visit(s.url("?lang=en"))
		tb.ready()
		tb.keptOffline()
		tb.load(monthlyExport(t, "orders.csv"))
		tb.press("#theme")
		tb.see("privacy", "#keep-project")
		tb.press("#keep-project")
		tb.wait(`document.querySelector("#keep .foot")`)
		tb.press("#keep-data:not([disabled])")
		tb.wait(`document.querySelector("#keep-data").checked && document.querySelector("#keep .foot")`)
		tb.press("#erase")
		tb.wait(`document.querySelector("#erase-dialog td")`)
		if offline {
			tb.press("#erase-offline")
		}
		tb.press("#erase-now")
		tb.wait(`document.querySelector("#receipt")`)
		k := tb.left()
		if len(k.Local)+len(k.Session)+len(k.Databases) > 0 {
			t.Errorf("left behind: %+v", k)
		}
		if (len(k.Caches) > 0 || k.Worker) == offline {
			t.Errorf("offline copy to go: %v; there are %q, service worker: %v", offline, k.Caches, k.Worker)
		}
		if n := tb.workers(); n > 0 {
			t.Errorf("%d workers go on", n)
		}
		if fates := tb.text("#receipt"); strings.Contains(fates, "still there") || !strings.Contains(fates, "gone") {
			t.Errorf("the receipt says\n%s", fates)
		}
		tb.press("#save-receipt")
		if text := string(newest(t, dir)); !strings.Contains(text, built.Version) || !strings.Contains(text, s.url("")) {
			t.Errorf("the receipt was saved as\n%s", text)
		}
		tb.press("#anew") // and nobody is asked whether to leave
		tb.wait(`document.querySelector("#drop")`)
		tb.ready()
		if eval[bool](tb, `Boolean(document.querySelector("#offer, #ledger"))`) {
			t.Error("the page did not begin anew")
		}
		tb.close()
	}
}

// workers counts the page's workers.
func (tb *tab) workers() (n int) {
	tb.t.Helper()
	targets, err := chromedp.Targets(tb.ctx)
	if err != nil {
		tb.t.Fatal(err)
	}
	for _, target := range targets {
		if string(target.Type) == "worker" {
			n++
		}
	}
	return n
}

// TestSingleRemembers does what the browser lets a file do: Chromium keeps things for it,
// too, and nothing before it is asked.
func TestSingleRemembers(t *testing.T) {
	profile := newProfile(t)
	address := singleFile(t)
	tb := openProfile(t, profile)
	tb.visit(address)
	tb.ready()
	tb.load(monthlyExport(t, "orders.csv"))
	if got := eval[string](tb, `indexedDB.databases().then((all) => JSON.stringify(all))`); got != "[]" {
		t.Errorf("databases %s", got)
	}
	tb.see("privacy", "#keep-project")
	tb.press("#keep-project")
	tb.wait(`document.querySelector("#keep .foot")`)
	tb.close()
	tb = openProfile(t, profile)
	tb.visit(address)
	tb.ready()
	tb.wait(`document.querySelector("#offer")`)
	tb.press("#offer-forget")
	tb.wait(`!document.querySelector("#offer")`)
}

// TestLeaving reloads pages: one that would lose something asks first, others do not.
func TestLeaving(t *testing.T) {
	tb := open(t)
	asked := tb.stay()
	address := singleFile(t)
	tb.visit(address)
	tb.ready()
	for _, c := range []struct {
		what string
		do   func()
		asks bool
	}{
		{"an empty page", func() {}, false},
		{"a sample", func() { tb.press("#sample-shop"); tb.settled() }, false},
		{"a file that was only read", func() { tb.load(monthlyExport(t, "orders.csv")) }, false},
		{"a definition that was changed", func() { tb.load(monthlyExport(t, "orders.csv")); tb.redefine() }, true},
		{"one that is remembered", func() {
			tb.see("privacy", "#keep-project")
			tb.press("#keep-project")
			tb.wait(`document.querySelector("#keep .foot")`)
		}, false},
	} {
		c.do()
		tb.do(chromedp.MouseClickXY(700, 5)) // who has touched nothing is never asked
		eval[any](tb, `window.here = true, setTimeout(() => location.reload(), 0), null`)
		if c.asks {
			select {
			case <-asked:
			case <-time.After(patience):
				t.Fatalf("%s: nobody is asked", c.what)
			}
			tb.wait(`window.here && document.documentElement.dataset.engine === "ready"`) // still the same page
			continue
		}
		tb.wait(`!window.here && document.documentElement.dataset.engine === "ready"`)
		if len(asked) > 0 {
			t.Errorf("%s: somebody is asked, and nothing would be lost", c.what)
		}
	}
}

// redefine has customers count as lost after another time of silence.
func (tb *tab) redefine() {
	tb.t.Helper()
	before := tb.text(".facts")
	tb.see("definition", "#preset-retail")
	tb.press("#preset-retail")
	tb.wait(fmt.Sprintf(`document.querySelector(".facts").innerText !== %q`, before))
	tb.settledScreens()
}

// stay answers every question whether to leave with no, and tells of each.
func (tb *tab) stay() (asked chan struct{}) {
	asked = make(chan struct{}, 9)
	dialogs := chromedp.Events(tb.ctx, page.JavascriptDialogOpening)
	go func() {
		for _, err := range dialogs {
			if err != nil {
				return
			}
			chromedp.Call(tb.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: false})
			asked <- struct{}{}
		}
	}()
	return asked
}
