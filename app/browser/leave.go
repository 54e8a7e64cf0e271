package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// AskBeforeLeaving has the browser ask the person before the page is closed, reloaded or
// left, while unsaved reports true. The words are the browser's own.
func AskBeforeLeaving(unsaved func() bool) (stop func()) {
	return listen(app.Window(), "beforeunload", func(event app.Value) {
		if unsaved() {
			event.Call("preventDefault")
			event.Set("returnValue", true) // what older browsers go by
		}
	})
}

// Reload begins anew: nothing of what is in the page's memory is left.
func Reload() {
	location := app.Window().Get("location")
	app.Window().Get("history").Call("replaceState", nil, "", "#/")
	location.Call("reload")
}
