package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// ScrollToTop shows the page from its beginning, as after opening another
// screen.
func ScrollToTop() { app.Window().Call("scrollTo", 0, 0) }

// Reveal scrolls what is around the first element that a selector matches, as little as
// brings it into sight.
func Reveal(selector string) {
	if element := app.Window().Get("document").Call("querySelector", selector); element.Truthy() {
		element.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
	}
}
