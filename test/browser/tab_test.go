package browser

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"churnbench/internal/chrome"
)

// patience is how long a page may take to show something. It is generous: CI
// shares two cores with whatever else runs.
const patience = 60 * time.Second

// A tab is a browser with one tab.
type tab struct {
	t     *testing.T
	ctx   context.Context
	close func()

	withoutAxe sync.Once
}

// open starts a browser with a fresh profile. It ends with the test.
func open(t *testing.T) *tab {
	t.Helper()
	return openProfile(t, newProfile(t))
}

// newProfile returns an empty profile. The browser may still be writing there
// when the test ends, so failing to remove it is no failure.
func newProfile(t *testing.T) string {
	dir, err := os.MkdirTemp("", "churnbench-profile")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// openProfile starts a browser with a profile that an earlier one may have
// used.
func openProfile(t *testing.T, profile string) *tab {
	t.Helper()
	ctx, stop, err := chrome.Start(context.Background(), profile)
	if err != nil {
		t.Fatal(err)
	}
	tb := &tab{t: t, ctx: ctx}
	closed := false
	tb.close = func() {
		if !closed {
			closed = true
			chromedp.Cancel(ctx) // lets the browser write its profile
			stop()
		}
	}
	t.Cleanup(tb.close)
	// A headless window has no focus by itself; clipboard and focus rings want it.
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	return tb
}

// do runs steps and fails the test if one fails.
func (tb *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		tb.t.Fatalf("%v\n%s", err, tb.excerpt())
	}
}

// visit opens an address.
func (tb *tab) visit(url string) {
	tb.t.Helper()
	tb.do(chromedp.Navigate(url))
}

// eval evaluates an expression in the page; a promise is awaited.
func eval[T any](tb *tab, expression string) T {
	tb.t.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.t.Fatalf("%s: %v\n%s", expression, err, tb.excerpt())
	}
	return v
}

// wait waits until an expression is true. It asks again and again from here:
// inside the page, the policy would not let a test's code be evaluated later.
func (tb *tab) wait(condition string) {
	tb.t.Helper()
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		// While the page navigates there is nothing to evaluate in.
		ok, err := chromedp.Run(tb.ctx, chromedp.Evaluate[bool]("Boolean("+condition+")"))
		if err == nil && ok {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	tb.t.Fatalf("not within %v: %s\n%s", patience, condition, tb.excerpt())
}

// ready waits until the engine answers and the lock has been tried.
func (tb *tab) ready() {
	tb.t.Helper()
	tb.wait(`document.documentElement.dataset.engine === "ready"`)
	tb.wait(`document.documentElement.dataset.lock === "locked"`)
}

// keptOffline waits until the service worker holds every file.
func (tb *tab) keptOffline() {
	tb.t.Helper()
	tb.wait(`churnbench.registration() && churnbench.registration().active && !churnbench.registration().installing`)
}

// excerpt returns what the page shows, for a failure's message.
func (tb *tab) excerpt() string {
	ctx, cancel := context.WithTimeout(tb.ctx, 5*time.Second)
	defer cancel()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](
		`location.href + "\n" + JSON.stringify({...document.documentElement.dataset}) + "\n" + (document.body ? document.body.innerText : "")`))
	if err != nil {
		return err.Error()
	}
	if runes := []rune(text); len(runes) > 1500 {
		text = string(runes[:1500]) + "…"
	}
	return "the page shows:\n" + text
}

// inWorker evaluates an expression in the engine's worker.
func inWorker[T any](tb *tab, expression string) T {
	tb.t.Helper()
	targets, err := chromedp.Targets(tb.ctx)
	if err != nil {
		tb.t.Fatal(err)
	}
	for _, target := range targets {
		if string(target.Type) == "worker" && strings.HasPrefix(target.URL, "blob:") {
			ctx, cancel := chromedp.NewContext(tb.ctx, chromedp.WithTargetID(target.TargetID))
			defer cancel()
			v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
			if err != nil {
				tb.t.Fatal(err)
			}
			return v
		}
	}
	tb.t.Fatal("the page has no worker")
	panic("unreachable")
}
