package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"churnbench/analysis/sample"
	"churnbench/internal/firefox"
)

// A fox is Firefox with one page.
type fox struct {
	t   *testing.T
	tab *firefox.Tab
}

// openFox starts Firefox with a fresh profile.
func openFox(t *testing.T) *fox {
	t.Helper()
	return openFoxIn(t, newProfile(t))
}

// openFoxIn starts Firefox with a profile, or skips the test where it is not installed.
func openFoxIn(t *testing.T, profile string) *fox {
	t.Helper()
	if _, err := firefox.Find(); errors.Is(err, firefox.ErrNone) {
		t.Skip(err)
	}
	session, stop, err := firefox.Start(context.Background(), profile)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	f := &fox{t: t}
	f.do(func(ctx context.Context) (err error) {
		if f.tab, err = session.Tab(ctx); err != nil {
			return err
		}
		return f.tab.Resize(ctx, 1440, 900)
	})
	return f
}

func (f *fox) do(step func(ctx context.Context) error) {
	f.t.Helper()
	ctx, cancel := context.WithTimeout(f.t.Context(), patience)
	defer cancel()
	if err := step(ctx); err != nil {
		f.t.Fatal(err)
	}
}

func (f *fox) text(selector string) (text string) {
	f.t.Helper()
	f.do(func(ctx context.Context) error {
		return f.tab.Evaluate(ctx, fmt.Sprintf(`document.querySelector(%q)?.innerText ?? ""`, selector), &text)
	})
	return text
}

// wait waits until an expression is true.
func (f *fox) wait(condition string) {
	f.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		ok := false
		if f.tab.Evaluate(f.t.Context(), "Boolean("+condition+")", &ok) == nil && ok {
			return
		}
	}
	f.t.Fatalf("not within %v: %s\n%.1500s", patience, condition, f.text("dialog[open], body:not(:has(dialog[open]))"))
}

// click presses with the pointer, as soon as the element is there and can be pressed.
func (f *fox) click(selector string) {
	f.t.Helper()
	f.wait(fmt.Sprintf(`(e => e && !e.disabled)(document.querySelector(%q))`, selector))
	f.again(func(ctx context.Context) error { return f.tab.Click(ctx, selector) })
}

// see opens a screen by its entry in the rail, or by its address if it has none.
func (f *fox) see(route string) {
	f.t.Helper()
	var listed bool
	entry := fmt.Sprintf(`a.rail-item[href$="#/%s"]`, route)
	f.do(func(ctx context.Context) error {
		return f.tab.Evaluate(ctx, fmt.Sprintf(`Boolean(document.querySelector(%q) || void (location.hash = "#/%s"))`, entry, route), &listed)
	})
	if listed {
		f.click(entry)
	}
}

// again repeats a step that fails because the page has drawn the element anew.
func (f *fox) again(step func(ctx context.Context) error) {
	f.t.Helper()
	ctx, cancel := context.WithTimeout(f.t.Context(), patience)
	defer cancel()
	var err error
	for range 5 {
		if err = step(ctx); err == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	f.t.Fatal(err)
}

// TestFirefox does the main job by pointer: a file, read, every screen, the language,
// with the lock on and nothing asked of the host; the self-test then tries every way
// out.
func TestFirefox(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	f := openFox(t)
	f.do(func(ctx context.Context) error { return f.tab.Visit(ctx, s.url("?lang=en")) })
	f.wait(`document.documentElement.dataset.engine === "ready"`)
	f.wait(`document.documentElement.dataset.lock === "locked"`)
	f.wait(`churnbench.registration()?.active && !churnbench.registration().installing`)
	s.requests()

	f.wait(`document.querySelector("#drop")`)
	f.again(func(ctx context.Context) error { return f.tab.Choose(ctx, "#drop", ordersFile(t)) })
	f.click("#read")
	f.wait(`document.querySelector("#ledger")`)
	f.wait(`document.querySelectorAll(".rail-item.busy").length === 0`)
	for range 2 {
		for _, screen := range screens {
			f.see(screen.route)
			f.wait(fmt.Sprintf(`document.querySelector(%q)`, screen.proof))
			if text := f.text("main"); strings.Contains(text, "«") || strings.Contains(text, "NaN") || strings.Contains(text, "undefined") {
				t.Errorf("#/%s shows:\n%s", screen.route, text)
			}
		}
		f.click("#language")
		f.wait(`document.querySelectorAll(".rail-item.busy").length === 0`)
	}
	elsewhere, hits := outside(t)
	f.lockHolds(s.url("self-test"))
	f.lockHolds(elsewhere)
	if n := hits.Load(); n > 0 {
		t.Errorf("another host was reached %d times", n)
	}
	// Firefox by itself looks whether there is a newer service worker, some seconds after
	// the page has loaded; the page has no part in it.
	asked := slices.DeleteFunc(s.requests(), func(path string) bool { return path == "/service-worker.js" })
	if len(asked) > 0 {
		t.Errorf("the host was asked for %q", asked)
	}
}

// unreported are the ways that Firefox refuses without telling the page why: its policy
// service reports no preload, because the load proper would be reported and a preload may
// not yet know its nonce (nsCSPContext::permitsInternal). The page sees them fail, and lists
// them as such; the hosts see nothing, which costs no more than that word.
var unreported = map[string]bool{"preload": true, "modulepreload": true}

// lockHolds runs the self-test in a page and tells what was not refused.
func (f *fox) lockHolds(address string) {
	f.t.Helper()
	var report string
	f.do(func(ctx context.Context) error {
		return f.tab.Evaluate(ctx, fmt.Sprintf(`(async () => {
			const all = []
			await selfTest(%q, (attempt) => all.push(attempt))
			return JSON.stringify(all)
		})()`, address), &report)
	})
	var all []attempt
	if err := json.Unmarshal([]byte(report), &all); err != nil {
		f.t.Fatal(err)
	}
	refused := 0
	for _, a := range all {
		switch {
		case a.Outcome == "blocked":
			refused++
		case a.Outcome == "absent", a.Outcome == "failed" && unreported[a.Way]:
		default:
			f.t.Errorf("to %s: %s %s (%s)", address, a.Way, a.Outcome, a.Detail)
		}
	}
	if refused < 10 {
		f.t.Errorf("to %s: only %d of %d ways were refused", address, refused, len(all))
	}
}

// ordersFile writes the sample shop's orders to a file.
func ordersFile(t *testing.T) string {
	t.Helper()
	src, _, err := sample.Open("shop", "en")
	if err != nil {
		t.Fatal(err)
	}
	body := make([]byte, src.Size())
	if _, err := src.ReadAt(body, 0); err != nil && err != io.EOF {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "orders.csv")
	if err := os.WriteFile(path, body, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
