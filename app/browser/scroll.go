package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// ScrollToTop shows the page from its beginning, as after opening another
// screen.
func ScrollToTop() { app.Window().Call("scrollTo", 0, 0) }
