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

// WatchLock calls f with the lock's state now and after every change. It
// tests the lock once it closes, by asking the page's own host for something.
func WatchLock(f func(Lock)) (stop func()) {
	w := &lockWatch{tell: f}
	stops := []func(){
		listen(app.Window().Get("document"), "securitypolicyviolation", func(app.Value) { w.change(w.refuse) }),
		observeRequests(func(n int) { w.change(func() { w.lock.Requests += n }) }),
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

type lockWatch struct {
	tell func(Lock)

	mu   sync.Mutex
	lock Lock
}

func (w *lockWatch) change(f func()) {
	w.mu.Lock()
	f()
	lock := w.lock
	w.mu.Unlock()
	w.tell(lock)
}

func (w *lockWatch) refuse() { w.lock.Refused++ }

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

// observeRequests calls f with the number of requests that were made over a
// network since the lock, as they come.
func observeRequests(f func(n int)) (stop func()) {
	callback := app.FuncOf(func(_ app.Value, args []app.Value) any {
		entries := args[0].Call("getEntries")
		n := 0
		for i := range entries.Length() {
			if sinceLock(entries.Index(i)) {
				n++
			}
		}
		if n > 0 {
			f(n)
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

// sinceLock reports whether a resource entry is a request over a network that
// began after the lock. blob: and data: addresses never leave the page.
func sinceLock(entry app.Value) bool {
	at := lockedAt()
	if at.IsNull() || entry.Get("startTime").Float() < at.Float() {
		return false
	}
	name := entry.Get("name").String()
	return !strings.HasPrefix(name, "blob:") && !strings.HasPrefix(name, "data:")
}
