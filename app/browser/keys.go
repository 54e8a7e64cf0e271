package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// OnShortcut calls f with keys pressed together with Ctrl, or with ⌘ on a Mac, by the
// key's name: "k", "/". If f takes the press, the browser does nothing with it.
func OnShortcut(f func(key string) (taken bool)) (stop func()) {
	return listen(app.Window(), "keydown", func(event app.Value) {
		if !event.Get("ctrlKey").Truthy() && !event.Get("metaKey").Truthy() || event.Get("altKey").Truthy() {
			return
		}
		if f(event.Get("key").String()) {
			event.Call("preventDefault")
		}
	})
}
