package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Route returns the part of the address behind "#/", "" at the start page.
func Route() string {
	return strings.TrimPrefix(strings.TrimPrefix(app.Window().URL().Fragment, "/"), "#/")
}

// Go changes the route and adds it to the history.
func Go(route string) { app.Window().Get("location").Set("hash", "#/"+route) }

// Replace changes the route without a step in the history.
func Replace(route string) {
	app.Window().Get("history").Call("replaceState", nil, "", "#/"+route)
}

// OnRoute calls f after every change of the route, by a link, by Go or by the
// browser's buttons.
func OnRoute(f func(route string)) (stop func()) {
	return listen(app.Window(), "hashchange", func(app.Value) { f(Route()) })
}

// SetTitle names the page in the browser's tab and history.
func SetTitle(title string) { app.Window().Get("document").Set("title", title) }
