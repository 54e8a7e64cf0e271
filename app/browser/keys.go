package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// OnShortcut calls f with keys pressed together with Ctrl, or with ⌘ on a Mac, by the
// key's name: "k", "/", with Shift "K". If f takes the press, the browser does nothing with it.
func OnShortcut(f func(key string) (taken bool)) (stop func()) {
	return listen(app.Window(), "keydown", func(event app.Value) {
		if !event.Get("ctrlKey").Truthy() && !event.Get("metaKey").Truthy() || event.Get("altKey").Truthy() {
			return
		}
		key := strings.ToLower(event.Get("key").String())
		if event.Get("shiftKey").Truthy() { // and not Caps Lock
			key = strings.ToUpper(key)
		}
		if f(key) {
			event.Call("preventDefault")
		}
	})
}

// Typing reports whether the keyboard is in a field, where undoing is the browser's own.
func Typing() bool {
	at := app.Window().Get("document").Get("activeElement")
	return at.Truthy() && at.Call("matches", "textarea,input:not([type=radio],[type=checkbox],[type=range],[type=button],[type=file])").Truthy()
}
