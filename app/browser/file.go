package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A File is a file that a person chose. The page holds the browser's handle
// and reads nothing; Engine.Attach hands it to the worker.
type File struct {
	Name string
	Size int64

	handle app.Value
}

// Files returns the files of an event: the change of a file input, a drop, or
// a paste.
func Files(event app.Event) []File {
	list := event.Get("target").Get("files")
	for _, transfer := range []string{"dataTransfer", "clipboardData"} {
		if t := event.Get(transfer); t.Truthy() {
			list = t.Get("files")
		}
	}
	if !list.Truthy() {
		return nil
	}
	files := make([]File, list.Length())
	for i := range files {
		files[i] = newFile(list.Index(i))
	}
	return files
}

func newFile(handle app.Value) File {
	return File{
		Name:   handle.Get("name").String(),
		Size:   int64(handle.Get("size").Float()),
		handle: handle,
	}
}
