package browser

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"churnbench/internal/site"
)

// An attempt is what web/selftest.js reports.
type attempt struct {
	Way, Outcome, Directive, Detail string
}

// attempts runs the self-test in the page, or in the engine's worker.
func attempts(run func(expression string) string, t *testing.T, address string) []attempt {
	t.Helper()
	report := run(`(async () => {
		const all = [];
		await selfTest("` + address + `", (attempt) => all.push(attempt));
		return JSON.stringify(all);
	})()`)
	var all []attempt
	if err := json.Unmarshal([]byte(report), &all); err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("only %d ways were tried", len(all))
	}
	return all
}

// outside is another host; it counts what reaches it.
func outside(t *testing.T) (address string, hits *atomic.Int32) {
	hits = new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	t.Cleanup(s.Close)
	return s.URL + "/self-test", hits
}

// TestLock tries every way out, from the page and from the engine's worker, to
// the page's own host and to another. The browser must refuse each, and
// neither host may see anything.
func TestLock(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	elsewhere, hits := outside(t)
	tb := open(t)
	tb.visit(s.url(""))
	tb.ready()
	tb.keptOffline()
	s.requests()
	for origin, run := range map[string]func(string) string{
		"page":   func(e string) string { return eval[string](tb, e) },
		"engine": func(e string) string { return inWorker[string](tb, e) },
	} {
		for _, address := range []string{s.url("self-test"), elsewhere} {
			refused := 0
			for _, a := range attempts(run, t, address) {
				switch a.Outcome {
				case "blocked":
					refused++
				case "absent":
				default:
					t.Errorf("from %s to %s: %s %s (%s)", origin, address, a.Way, a.Outcome, a.Detail)
				}
			}
			if refused == 0 {
				t.Errorf("from %s to %s: nothing was refused", origin, address)
			}
		}
	}
	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("the page's host was asked for %q", asked)
	}
	if n := hits.Load(); n > 0 {
		t.Errorf("the other host was reached %d times", n)
	}
}

// TestSelfTestSees runs the self-test in a page whose lock is not one: it must
// notice, or TestLock would prove nothing.
func TestSelfTestSees(t *testing.T) {
	files := filesOf(built)
	files["index.html"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(
		string(built.Body("index.html")), site.LockPolicy, "img-src *"))}
	s := serve(t, files, "/")
	tb := open(t)
	tb.visit(s.url(""))
	tb.wait(`document.documentElement.dataset.lock === "open"`)
	s.requests()
	out := 0
	for _, a := range attempts(func(e string) string { return eval[string](tb, e) }, t, s.url("self-test")) {
		if a.Outcome == "out" {
			out++
		}
	}
	if out < 10 {
		t.Errorf("only %d ways were seen to be open", out)
	}
	if len(s.requests()) < 10 {
		t.Error("the host was hardly reached: the attempts are not true ones")
	}
}
