package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Fullscreen asks the browser to give the page the whole screen, or to take it back. It may
// refuse, and some browsers cannot: the page then fills its window.
func Fullscreen(on bool) {
	document := app.Window().Get("document")
	if on == document.Get("fullscreenElement").Truthy() {
		return
	}
	of, method := document.Get("documentElement"), "requestFullscreen"
	if !on {
		of, method = document, "exitFullscreen"
	}
	if !of.Get(method).Truthy() {
		return
	}
	go func() {
		if promise, err := catch(func() app.Value { return of.Call(method) }); err == nil && promise.Truthy() {
			await(promise)
		}
	}()
}

// OnFullscreenEnd calls f when the page no longer has the whole screen, by whoever's doing:
// the browser keeps the Escape key that ends it to itself.
func OnFullscreenEnd(f func()) (stop func()) {
	document := app.Window().Get("document")
	return listen(document, "fullscreenchange", func(app.Value) {
		if !document.Get("fullscreenElement").Truthy() {
			f()
		}
	})
}
