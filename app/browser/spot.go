package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

const spotClass = "spot"

// Spot points at the first element that a selector matches, now or once there is one,
// whatever redraws do to it, until stop is called.
func Spot(selector string) (stop func()) {
	s := &spotter{document: app.Window().Get("document"), selector: selector}
	callback := app.FuncOf(func(app.Value, []app.Value) any {
		s.mark()
		return nil
	})
	observer := construct("MutationObserver", callback)
	observer.Call("observe", s.document.Get("body"), map[string]any{
		"subtree": true, "childList": true, "attributes": true, "attributeFilter": []any{"class"},
	})
	s.mark()
	return func() {
		observer.Call("disconnect")
		callback.Release()
		if marked := s.document.Call("querySelector", "."+spotClass); marked.Truthy() {
			marked.Get("classList").Call("remove", spotClass)
		}
	}
}

type spotter struct {
	document app.Value
	selector string
	shown    bool
}

func (s *spotter) mark() {
	element := s.document.Call("querySelector", s.selector)
	if !element.Truthy() || element.Get("classList").Call("contains", spotClass).Bool() {
		return
	}
	element.Get("classList").Call("add", spotClass)
	if !s.shown { // once: the person may scroll away
		s.shown = true
		element.Call("scrollIntoView", map[string]any{"block": "start"})
	}
}
