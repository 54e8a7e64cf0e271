package browser

import (
	"bytes"
	"context"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// TestOffline visits once, ends the browser, stops the server, and starts the
// browser again with its network off: the page must start as before, however
// it is asked for.
func TestOffline(t *testing.T) {
	for prefix, visits := range map[string][]struct{ ask, want string }{
		"/": {
			{"", ""},
			{"?lang=zh", "?lang=zh"},
			{"#/segments", "#/segments"},
			{"any/sub/path/?lang=zh#/segments", "?lang=zh#/segments"}, // not ours, so to the shell
		},
		"/any/sub/path/": {
			{"", ""},
			{"index.html", "index.html"},
		},
	} {
		t.Run(prefix, func(t *testing.T) {
			s := serve(t, filesOf(built), prefix)
			profile := newProfile(t)
			visitAndKeep(t, s, profile, "")
			s.stop()

			tb := openProfile(t, profile)
			tb.offline()
			for _, v := range visits {
				tb.visit("about:blank")
				tb.visit(s.url(v.ask))
				tb.ready()
				if got := eval[string](tb, `location.href`); got != s.url(v.want) {
					t.Errorf("opened %s, want %s", got, s.url(v.want))
				}
			}
			s.start()
		})
	}
}

// visitAndKeep opens the site and waits until it is kept for offline use.
func visitAndKeep(t *testing.T, s *server, profile, rest string) {
	t.Helper()
	tb := openProfile(t, profile)
	tb.visit(s.url(rest))
	tb.ready()
	tb.keptOffline()
	tb.close()
}

// offline turns the page's network off.
func (tb *tab) offline() {
	tb.t.Helper()
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		everything := network.EmulateNetworkConditionsByRuleParams{
			EmulateOfflineServiceWorker: new(true),
			MatchedNetworkConditions:    []*network.Conditions{{Offline: true}},
		}
		if _, err := cdp.Call(ctx, target, network.EmulateNetworkConditionsByRule, everything); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: true})
		return err
	}))
}

// TestFailedUpdate publishes a version of which one file is missing: the
// version before must go on working, offline too. Once the version is whole,
// it is announced, and comes when the person asks for it.
func TestFailedUpdate(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	profile := newProfile(t)
	visitAndKeep(t, s, profile, "")

	s.publish(without(filesOf(next), "app.css")) // the one file in which they differ
	tb := openProfile(t, profile)
	tb.visit(s.url(""))
	tb.ready()
	tb.wait(`churnbench.registration() && !churnbench.registration().installing && !churnbench.registration().waiting`)
	if got := eval[string](tb, `churnbench.version`); got != built.Version {
		t.Fatalf("version %s, want %s", got, built.Version)
	}
	tb.close()

	s.stop()
	tb = openProfile(t, profile)
	tb.offline()
	tb.visit(s.url(""))
	tb.ready()
	tb.close()

	s.publish(filesOf(next))
	s.start()
	tb = openProfile(t, profile)
	tb.visit(s.url(""))
	tb.ready()
	tb.wait(`churnbench.updateReady`)
	if got := eval[string](tb, `churnbench.version`); got != built.Version {
		t.Fatalf("version %s came without being asked for", got)
	}
	eval[any](tb, `churnbench.update()`)
	tb.wait(`window.churnbench && churnbench.version === "` + next.Version + `"`)
	tb.ready()
	var kept int
	for range 100 { // the older cache goes while the new version starts
		if kept = eval[int](tb, `caches.keys().then((names) => names.length)`); kept == 1 {
			break
		}
		time.Sleep(30 * time.Millisecond)
	}
	if kept != 1 {
		t.Errorf("%d caches are kept, want only the new version's", kept)
	}
}

// TestNeighbours updates one of two sites of one host: the other's files must
// stay.
func TestNeighbours(t *testing.T) {
	a := serve(t, filesOf(built), "/a/")
	b := &server{t: t, prefix: "/a/b/", files: filesOf(built)}
	a.neighbour = b
	b.addr = a.addr
	tb := open(t)
	tb.visit(b.url(""))
	tb.ready()
	tb.keptOffline()
	tb.visit(a.url(""))
	tb.ready()
	tb.keptOffline()
	a.publish(filesOf(next))
	tb.visit(a.url(""))
	tb.ready()
	tb.wait(`churnbench.updateReady`)
	eval[any](tb, `churnbench.update()`)
	tb.wait(`window.churnbench && churnbench.version === "` + next.Version + `"`)
	tb.ready()
	a.stop()
	defer a.start()
	tb.visit(b.url(""))
	tb.ready()
	if got := eval[string](tb, `churnbench.version`); got != built.Version {
		t.Errorf("the neighbour runs version %s, want %s", got, built.Version)
	}
}

// TestBrokenVersions publishes versions that are broken in one way each: what has been kept
// must go on working, with the host and without it.
func TestBrokenVersions(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url(""))
	tb.ready()
	tb.keptOffline()
	const program, worker = "workbench.wasm.gz", "service-worker.js"
	whole := filesOf(next)
	for _, broken := range []struct {
		what, file string
		body       string // "" removes the file
	}{
		{"a program cut short", program, string(whole[program].Data[:len(whole[program].Data)/2])},
		{"a program of the same size with one byte altered", program, altered(whole[program].Data)},
		{"an empty style sheet", "app.css", " "},
		{"the page of a hotel's network in place of a program", program, "<!doctype html><title>Welcome</title>"},
		{"no page", "index.html", ""},
		{"no service worker", worker, ""},
		{"a service worker that is no script", worker, "<!doctype html><title>Welcome</title>"},
		{"a service worker that fails at once", worker, "throw new Error('broken')"},
		{"a service worker that cannot be installed", worker,
			"addEventListener('install', (event) => event.waitUntil(Promise.reject(new Error('broken'))))"},
	} {
		files := filesOf(next)
		files[broken.file] = &fstest.MapFile{Data: []byte(broken.body)}
		if broken.body == "" {
			delete(files, broken.file)
		}
		s.publish(files)
		s.requests()
		tb.visit("about:blank")
		tb.visit(s.url(""))
		tb.runs(broken.what+", online", built.Version)
		s.awaitRequest(broken.file)
		tb.wait(`!churnbench.registration()?.installing`)
		if eval[bool](tb, `churnbench.updateReady || Boolean(churnbench.registration().waiting)`) {
			t.Errorf("%s: offered as an update", broken.what)
		}
		s.stop()
		tb.visit("about:blank")
		tb.visit(s.url("?lang=zh#/privacy"))
		tb.runs(broken.what+", offline", built.Version)
		s.start()
	}
	s.publish(whole)
	tb.visit("about:blank")
	tb.visit(s.url(""))
	tb.ready()
	tb.wait(`churnbench.updateReady`)
}

// runs waits until the page works and is of a version.
func (tb *tab) runs(what, version string) {
	tb.t.Helper()
	tb.ready()
	if got := eval[string](tb, `churnbench.version`); got != version {
		tb.t.Errorf("%s: version %s, want %s", what, got, version)
	}
}

// altered returns content with another byte in its middle.
func altered(body []byte) string {
	other := bytes.Clone(body)
	other[len(other)/2] ^= 1
	return string(other)
}
