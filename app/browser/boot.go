package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// boot is the object that web/boot.js leaves for the page's program. It is
// undefined in native programs.
func boot() app.Value { return app.Window().Get("churnbench") }

// Version returns the version of the build that is running.
func Version() string { return boot().Get("version").String() }

// Single reports whether the page is the single file.
func Single() bool { return boot().Get("single").Truthy() }

// Waiting is what the page shows while the program starts, as HTML; "" in native programs.
func Waiting() string {
	if app.IsServer {
		return ""
	}
	return app.Window().Get("document").Get("body").Get("firstElementChild").Get("outerHTML").String()
}
