package browser

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// OnDropAnywhere calls f with files that are dropped beside a drop zone. Left
// alone, the browser would open such a file in place of the page, and what the
// page holds would be lost; so it is kept from that even where f ignores them.
// A file input takes its own drops, except for folders, which it would ignore
// without a word.
func OnDropAnywhere(f func(files []File)) (stop func()) {
	stops := []func(){
		listen(app.Window(), "dragover", func(event app.Value) {
			if !onFileInput(event) {
				event.Call("preventDefault")
			}
		}),
		listen(app.Window(), "drop", func(event app.Value) {
			files := Files(app.Event{Value: event})
			folder := slices.ContainsFunc(files, func(f File) bool { return f.Folder })
			if onFileInput(event) && !folder {
				return
			}
			event.Call("preventDefault")
			if len(files) > 0 {
				f(files)
			}
		}),
	}
	return func() {
		for _, stop := range stops {
			stop()
		}
	}
}

// onFileInput reports whether an event happened on an input for files that can
// take them.
func onFileInput(event app.Value) bool {
	target := event.Get("target")
	return target.Get("type").Truthy() && target.Get("type").String() == "file" && !target.Get("disabled").Truthy()
}
