package browser

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// An Attempt is one try to get something out of the page. web/selftest.js
// makes them and says what each is.
type Attempt struct {
	Way       string // "fetch", "image", …; "browser.way."+Way names it
	From      Origin
	To        Target
	Outcome   Outcome
	Directive string // of the policy that refused, such as "connect-src"
	Detail    string // the browser's words, when it failed for another reason
}

// An Origin is where an attempt was made.
type Origin string

// The origins.
const (
	FromPage   Origin = "page"
	FromEngine Origin = "engine" // in the worker that holds the data
)

// A Target is what an attempt tried to reach.
type Target string

// The targets.
const (
	ToHost    Target = "host"    // the host that the page came from
	ToOutside Target = "outside" // any other
)

// An Outcome is how an attempt ended.
type Outcome string

// The outcomes.
const (
	Blocked Outcome = "blocked" // refused by the browser
	Failed  Outcome = "failed"  // did not get through for another reason
	Out     Outcome = "out"     // got through
	Absent  Outcome = "absent"  // this browser does not have that way
)

// Unblockable are the ways out that no policy of a page can close, as keys of
// the catalogue: they take the person's own doing, or another program's.
var Unblockable = []string{
	"browser.unblockable.navigation",
	"browser.unblockable.window",
	"browser.unblockable.extensions",
	"browser.unblockable.names",
	"browser.unblockable.webrtc",
}

// outsideAddress can never be resolved: should a lock ever fail, the self-test
// still tells nobody anything.
const outsideAddress = "https://churnbench.invalid/self-test"

// SelfTest tries every way out, from the page and from the engine's worker, to
// the page's own host and to another, and calls each after every attempt (from
// the engine: after all of them). It waits; it takes some seconds.
func SelfTest(e *Engine, each func(Attempt)) {
	targets := []struct {
		to      Target
		address string
	}{{ToHost, ownAddress()}, {ToOutside, outsideAddress}}
	for _, t := range targets {
		tryWays(t.address, "", func(a Attempt) {
			a.From, a.To = FromPage, t.to
			each(a)
		})
	}
	for _, t := range targets {
		for _, a := range e.probe(t.address) {
			a.From, a.To = FromEngine, t.to
			each(a)
		}
	}
}

// ownAddress is a file on the page's own host that is not there.
func ownAddress() string {
	base := app.Window().Get("document").Get("baseURI").String()
	return construct("URL", "self-test", base).Get("href").String()
}

// tryWays makes the attempts of the page, or only that of one way. It waits.
func tryWays(address, only string, each func(Attempt)) {
	report := app.FuncOf(func(_ app.Value, args []app.Value) any {
		each(attemptOf(args[0]))
		return nil
	})
	defer report.Release()
	await(app.Window().Call("selfTest", address, report, only)) // it reports failures, and has none itself
}

// probe makes the attempts of the engine's worker. It waits; a worker that
// ends meanwhile has no attempts to tell.
func (e *Engine) probe(address string) []Attempt {
	e.mu.Lock()
	w := e.life.worker
	e.mu.Unlock()
	if w == nil {
		return nil
	}
	w.post("probe", address)
	var results app.Value
	select {
	case results = <-w.probes:
	case <-w.gone:
		return nil
	}
	attempts := make([]Attempt, results.Length())
	for i := range attempts {
		attempts[i] = attemptOf(results.Index(i))
	}
	return attempts
}

func attemptOf(v app.Value) Attempt {
	return Attempt{
		Way:       v.Get("way").String(),
		Outcome:   Outcome(v.Get("outcome").String()),
		Directive: v.Get("directive").String(),
		Detail:    v.Get("detail").String(),
	}
}
