package privacy

import (
	"slices"
	"testing"

	"churnbench/app/browser"
)

func TestWaysGroupAttempts(t *testing.T) {
	attempt := func(way string, from browser.Origin, to browser.Target, o browser.Outcome, why string) browser.Attempt {
		return browser.Attempt{Way: way, From: from, To: to, Outcome: o, Directive: why}
	}
	s := State{Attempts: []browser.Attempt{
		attempt("fetch", browser.FromPage, browser.ToHost, browser.Blocked, "connect-src"),
		attempt("image", browser.FromPage, browser.ToHost, browser.Blocked, "img-src"),
		attempt("fetch", browser.FromEngine, browser.ToOutside, browser.Blocked, "connect-src"),
		{Way: "fetch", From: browser.FromPage, To: browser.ToOutside, Outcome: browser.Failed, Detail: "no route"},
	}}
	ways := s.Ways()
	if len(ways) != 2 || ways[0].Name != "fetch" || ways[1].Name != "image" {
		t.Fatalf("ways: %+v", ways)
	}
	fetch := ways[0].Tried
	if fetch[0] == nil || fetch[1].Outcome != browser.Failed || fetch[2] != nil || fetch[3] == nil {
		t.Errorf("fetch was tried as %v", fetch)
	}
	if got := ways[0].Why(); !slices.Equal(got, []string{"connect-src", "no route"}) {
		t.Errorf("refused by %v", got)
	}
	if s.Count(browser.Blocked) != 3 || s.Count(browser.Out) != 0 {
		t.Error("attempts are miscounted")
	}
}
