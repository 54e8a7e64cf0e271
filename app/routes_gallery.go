//go:build gallery

package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/gallery"
)

// The gallery is for those who make the page; what people download is without it.
func init() {
	routes = append(routes, route{path: "gallery", view: func(w *Workbench) app.UI { return &gallery.Gallery{Lang: w.host.Lang} }})
}
