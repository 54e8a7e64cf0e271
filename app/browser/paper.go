package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// sheet is the style sheet that SetSheet gave the page.
var sheet app.Value

// SetSheet gives the page one more style sheet, in place of the one given before; ""
// takes it away. A sheet made by code is no inline style: the policy has nothing to say
// against it, and it can fetch nothing.
func SetSheet(css string) {
	catch(func() app.Value {
		document := app.Window().Get("document")
		if sheet == nil {
			sheet = construct("CSSStyleSheet")
			document.Get("adoptedStyleSheets").Call("push", sheet)
		}
		sheet.Call("replaceSync", css)
		return nil
	}) // without it the preview is plain
}

// Print opens the browser's print dialog once the page is drawn.
func Print() {
	app.Window().Call("setTimeout", app.Window().Get("print").Call("bind", app.Window()), 50)
}
