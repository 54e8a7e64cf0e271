package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// KeepFocus sees to it that a redraw never takes the keyboard's place away. A
// button that disappears because it was pressed, or is disabled by it, leaves
// the focus nowhere, and the next Tab would start from the top of the page.
// The focus then goes to the element with the id fallback, unless the redraw
// itself has put it somewhere.
func KeepFocus(fallback string) (stop func()) {
	k := &focusKeeper{fallback: fallback, last: app.Null()}
	document := app.Window().Get("document")
	unlisten := listen(document, "focusin", func(event app.Value) { k.last = event.Get("target") })
	callback := app.FuncOf(func(app.Value, []app.Value) any {
		k.rescue(document)
		return nil
	})
	observer := construct("MutationObserver", callback)
	observer.Call("observe", document.Get("body"), map[string]any{
		"subtree": true, "childList": true, "attributes": true, "attributeFilter": []any{"disabled"},
	})
	return func() {
		observer.Call("disconnect")
		callback.Release()
		unlisten()
	}
}

// A focusKeeper remembers which element had the focus last.
type focusKeeper struct {
	fallback string
	last     app.Value
}

// rescue runs after every change of the page, so it looks at the common case
// first: nothing was lost.
func (k *focusKeeper) rescue(document app.Value) {
	if !k.last.Truthy() || k.last.Get("isConnected").Truthy() && !k.last.Get("disabled").Truthy() {
		return
	}
	active := document.Get("activeElement")
	if active.Truthy() && !active.Equal(document.Get("body")) && !active.Equal(k.last) {
		return
	}
	k.last = app.Null()
	focusStill(k.fallback)
}

// FocusTop moves the focus to an element and shows the page from its beginning.
func FocusTop(id string) {
	ScrollToTop()
	focusStill(id)
}

// focusStill moves the focus and leaves the page where it is scrolled to.
func focusStill(id string) {
	if element := app.Window().GetElementByID(id); element.Truthy() {
		element.Call("focus", map[string]any{"preventScroll": true})
	}
}

// Focus moves the keyboard's focus to an element, if it is there.
func Focus(id string) {
	if element := app.Window().GetElementByID(id); element.Truthy() {
		element.Call("focus")
	}
}
