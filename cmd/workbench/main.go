// Command workbench is the program of the page. It is built for the browser
// only; elsewhere it does nothing.
package main

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app"
)

func main() {
	app.Register()
	goapp.RunWhenOnBrowser()
}
