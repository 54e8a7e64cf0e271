package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A tab is a page under the hands of a program.
type tab struct{ ctx context.Context }

// do performs steps.
func (t tab) do(steps ...chromedp.Action[chromedp.Void]) error { return chromedp.Do(t.ctx, steps...) }

// run evaluates a statement for what it does.
func (t tab) run(expression string) error {
	_, err := chromedp.Run(t.ctx, chromedp.Evaluate[bool]("void ("+expression+") || true"))
	return err
}

// eval evaluates an expression; a promise is awaited.
func eval[T any](t tab, expression string) (T, error) {
	return chromedp.Run(t.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// patience is how long a page may take to show something.
const patience = 2 * time.Minute

// wait asks again and again until an expression is true.
func (t tab) wait(condition string) error {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		// While the page navigates there is nothing to evaluate in.
		ok, err := chromedp.Run(t.ctx, chromedp.Evaluate[bool]("Boolean("+condition+")"))
		if err == nil && ok {
			return nil
		}
		if t.ctx.Err() != nil {
			return t.ctx.Err()
		}
	}
	return fmt.Errorf("not within %v: %s", patience, condition)
}

// calm is true of a page that waits for nothing.
const calm = `!document.querySelector(".refreshing, .rail-item.busy, .figure[aria-busy=true], main .skeleton, main .progress")`

// ready waits until the engine answers.
func (t tab) ready() error { return t.wait(`document.documentElement.dataset.engine === "ready"`) }

// open goes to a screen.
func (t tab) open(route string) error {
	return inOrder(
		func() error { return t.run(fmt.Sprintf(`location.hash = "#/%s"`, route)) },
		func() error { return t.wait(calm) })
}

// A place is a screen, or one of its tabs.
type place struct {
	Route string `json:"route"`
	Tab   string `json:"tab,omitempty"` // the element's id, such as "retention-survival"; "" for the whole screen
	Name  string `json:"name"`          // as the page has it
}

// key names a place in file names: "overview", "segments-lifecycle".
func (p place) key() string {
	if p.Tab != "" {
		return p.Tab
	}
	return p.Route
}

// places lists the screens of the rail and the tabs of each, in the page's own words: a
// new screen is found without being named here.
func (t tab) places() (list []place, err error) {
	routes, err := eval[[]string](t, `Array.from(document.querySelectorAll("a.rail-item"), (a) => a.hash.slice(2))`)
	if err != nil {
		return nil, err
	}
	for _, route := range routes {
		if err := t.open(route); err != nil {
			return nil, err
		}
		title, err := eval[string](t, `document.querySelector("main h1")?.innerText ?? ""`)
		if err != nil {
			return nil, err
		}
		tabs, err := eval[[]string](t, `Array.from(document.querySelectorAll("main [role=tab]"), (b) => b.id + "\t" + b.innerText.split("\n")[0])`)
		if err != nil {
			return nil, err
		}
		if len(tabs) == 0 {
			list = append(list, place{Route: route, Name: title})
		}
		for _, said := range tabs {
			id, label, _ := strings.Cut(said, "\t")
			list = append(list, place{route, id, title + " · " + label})
		}
	}
	return list, nil
}

// show opens a place.
func (t tab) show(p place) error {
	if err := t.open(p.Route); err != nil || p.Tab == "" {
		return err
	}
	return inOrder(
		func() error { return t.wait(fmt.Sprintf(`document.getElementById(%q)`, p.Tab)) }, // a screen that is opened for the first time has no tabs yet
		func() error { return t.run(fmt.Sprintf(`document.getElementById(%q).click()`, p.Tab)) },
		func() error {
			return t.wait(fmt.Sprintf(`document.getElementById(%q)?.getAttribute("aria-selected") === "true" && `, p.Tab) + calm)
		})
}

// still asks pages not to move, in a theme, so that every picture of them is the same.
func (t tab) still(theme string) error {
	_, err := chromedp.Call(t.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-reduced-motion", Value: "reduce"}, {Name: "prefers-color-scheme", Value: theme}}})
	return err
}

// inOrder performs steps up to the first that fails.
func inOrder(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
