package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// WindowWidth returns the width of the window, in CSS pixels.
func WindowWidth() float64 {
	width, _ := app.Window().Size()
	return float64(width)
}

// ObserveSize calls f with the width and height of element's content, in CSS
// pixels, now and whenever they change.
func ObserveSize(element app.Value, f func(width, height float64)) (stop func()) {
	callback := app.FuncOf(func(_ app.Value, args []app.Value) any {
		entries := args[0]
		box := entries.Index(entries.Length() - 1).Get("contentRect")
		f(box.Get("width").Float(), box.Get("height").Float())
		return nil
	})
	observer := construct("ResizeObserver", callback)
	observer.Call("observe", element)
	return func() {
		observer.Call("disconnect")
		callback.Release()
	}
}

// OnSystemTheme calls f when the system turns dark or light.
func OnSystemTheme(f func(dark bool)) (stop func()) {
	return listen(darkQuery(), "change", func(event app.Value) { f(event.Get("matches").Bool()) })
}

func darkQuery() app.Value {
	return app.Window().Call("matchMedia", "(prefers-color-scheme: dark)")
}

// OnKey calls f for every key pressed anywhere on the page. f reports whether
// it used the key; the browser then does not.
func OnKey(f func(k Key) (used bool)) (stop func()) {
	return listen(app.Window(), "keydown", func(event app.Value) {
		if f(keyOf(event)) {
			event.Call("preventDefault")
		}
	})
}

// A Key is a key with what is held beside it.
type Key struct {
	Name   string // as KeyboardEvent.key: "a", "Escape", "ArrowDown"
	Ctrl   bool   // Control, or Command on a Mac
	Alt    bool
	Shift  bool
	Typing bool // the focus is where text is typed
}

func keyOf(event app.Value) Key {
	return Key{
		Name:   event.Get("key").String(),
		Ctrl:   event.Get("ctrlKey").Truthy() || event.Get("metaKey").Truthy(),
		Alt:    event.Get("altKey").Truthy(),
		Shift:  event.Get("shiftKey").Truthy(),
		Typing: typing(event.Get("target")),
	}
}

func typing(target app.Value) bool {
	switch target.Get("tagName").String() {
	case "INPUT", "TEXTAREA", "SELECT":
		return true
	default:
		return target.Get("isContentEditable").Truthy()
	}
}

// Focus moves the keyboard's focus to an element, if it is there.
func Focus(id string) {
	if element := app.Window().GetElementByID(id); element.Truthy() {
		element.Call("focus")
	}
}
