package browser

import (
	"strings"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Lock is what is known of the network lock: the second policy that
// web/boot.js adds once everything is loaded. See docs/privacy.md.
type Lock struct {
	State    LockState
	Requests int // that went out since the lock; anything above 0 is a fault
	Refused  int // that the browser refused since the lock, self-tests included
}

// A LockState says whether the browser refuses requests.
type LockState uint8

// The states of the lock.
const (
	Loading  LockState = iota // not locked yet: the page is still fetching its own files
	Locked                    // tried, and refused by the browser
	Unproved                  // the policy is in place, but a request was not seen to be refused
	Open                      // tried, and a request went out
)

// String names a state, as the page's data-lock attribute does.
func (s LockState) String() string {
	return [...]string{"loading", "locked", "unproved", "open"}[s]
}

// WatchLock calls f with the lock's state now and after every change. It
// tests the lock once it closes, by asking the page's own host for something.
func WatchLock(f func(Lock)) (stop func()) {
	w := &lockWatch{tell: f, refused: map[string]bool{}}
	stops := []func(){
		listen(app.Window().Get("document"), "securitypolicyviolation", func(event app.Value) {
			w.change(func() { w.refuse(event) })
		}),
		observeRequests(func(addresses []string) {
			w.change(func() { w.requests = append(w.requests, addresses...) })
		}),
		listen(app.Window(), "churnbench-lock", func(app.Value) { go w.try() }),
	}
	f(w.lock)
	if lockedAt().Truthy() || Single() {
		go w.try()
	}
	return func() {
		for _, stop := range stops {
			stop()
		}
	}
}

// lockedAt is when the lock closed, in milliseconds since the page began; null
// while it is open.
func lockedAt() app.Value { return boot().Get("lockedAt") }

// A lockWatch counts. The browser lists refused requests among the requests,
// so those that were refused are known by their addresses.
type lockWatch struct {
	tell func(Lock)

	mu       sync.Mutex
	lock     Lock
	refused  map[string]bool // addresses
	requests []string        // addresses asked for since the lock
}

func (w *lockWatch) change(f func()) {
	w.mu.Lock()
	f()
	w.lock.Requests = w.passed()
	lock := w.lock
	w.mu.Unlock()
	root().Get("dataset").Set("lock", lock.State.String())
	w.tell(lock)
}

// passed counts the requests that were not refused.
func (w *lockWatch) passed() int {
	n := 0
	for _, address := range w.requests {
		if !w.refused[address] && !w.refused[hostOf(address)] {
			n++
		}
	}
	return n
}

// hostOf cuts an address behind its host, which is all that the browser tells
// of a frame that it refused to another site.
func hostOf(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(rest, "/")
	return scheme + "://" + host
}

func (w *lockWatch) refuse(event app.Value) {
	w.lock.Refused++
	w.refused[event.Get("blockedURI").String()] = true
}

// try asks for something and sees whether the browser refuses. It waits.
func (w *lockWatch) try() {
	var outcome Outcome
	tryWays(ownAddress(), "fetch", func(a Attempt) { outcome = a.Outcome })
	w.change(func() {
		switch outcome {
		case Blocked:
			w.lock.State = Locked
		case Out:
			w.lock.State = Open
		default:
			w.lock.State = Unproved
		}
	})
}

// observeRequests calls f with the addresses that were asked for over a
// network since the lock, as they come.
func observeRequests(f func(addresses []string)) (stop func()) {
	callback := app.FuncOf(func(_ app.Value, args []app.Value) any {
		if since := sinceLock(args[0].Call("getEntries")); len(since) > 0 {
			f(since)
		}
		return nil
	})
	observer := construct("PerformanceObserver", callback)
	observer.Call("observe", map[string]any{"type": "resource", "buffered": true})
	return func() {
		observer.Call("disconnect")
		callback.Release()
	}
}

// sinceLock returns the addresses of those resource entries that began after
// the lock. blob: and data: addresses never leave the page.
func sinceLock(entries app.Value) []string {
	at := lockedAt()
	if at.IsNull() {
		return nil
	}
	var addresses []string
	for i := range entries.Length() {
		entry := entries.Index(i)
		name := entry.Get("name").String()
		if entry.Get("startTime").Float() >= at.Float() && !strings.HasPrefix(name, "blob:") && !strings.HasPrefix(name, "data:") {
			addresses = append(addresses, name)
		}
	}
	return addresses
}
