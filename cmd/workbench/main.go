// Command workbench is the program of the page. It is built for the browser
// only; elsewhere it does nothing.
package main

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app"
	"churnbench/app/browser"
)

func main() {
	browser.Breathe() // what the packages begin with has been a task of its own
	app.Register()
	goapp.RunWhenOnBrowser()
}
