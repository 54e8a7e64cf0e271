// Command workbench is the program of the page. It is built for the browser
// only; elsewhere it does nothing.
package main

import "github.com/maxence-charriere/go-app/v10/pkg/app"

func main() {
	app.RouteWithRegexp(".*", func() app.Composer { return &placeholder{} })
	app.RunWhenOnBrowser()
}
