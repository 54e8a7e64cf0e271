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
		keyboard := app.Window().Get("navigator").Get("keyboard")
		if granted(of, method) && on && keyboard.Truthy() {
			await(keyboard.Call("lock", []any{"Escape"})) // which first closes what lies on top; held down it ends this, too
		}
	}()
}

// granted asks for something that the browser promises, and reports whether it keeps it.
func granted(of app.Value, method string) bool {
	promise, err := catch(func() app.Value { return of.Call(method) })
	if err != nil || !promise.Truthy() {
		return false
	}
	_, err = await(promise)
	return err == nil
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
