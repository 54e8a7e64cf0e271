package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A File is a file that a person chose. The page holds the browser's handle
// and reads nothing; Engine.Attach hands it to the worker.
type File struct {
	Name   string
	Size   int64
	Folder bool // a folder was dropped: it can be named, not read

	handle app.Value
}

// Files returns the files of an event: the change of a file input, a drop, or
// a paste.
func Files(event app.Event) []File {
	list, items := event.Get("target").Get("files"), app.Undefined()
	for _, transfer := range []string{"dataTransfer", "clipboardData"} {
		if t := event.Get(transfer); t.Truthy() {
			list, items = t.Get("files"), t.Get("items")
		}
	}
	if !list.Truthy() {
		return nil
	}
	files := make([]File, list.Length())
	for i := range files {
		files[i] = newFile(list.Index(i))
		files[i].Folder = isFolder(items, i)
	}
	return files
}

// isFolder reports whether item i of a transfer is a folder. The browser hands
// those over as files that fail when they are read.
func isFolder(items app.Value, i int) bool {
	if !items.Truthy() || i >= items.Length() {
		return false
	}
	item := items.Index(i)
	if !item.Get("webkitGetAsEntry").Truthy() {
		return false
	}
	entry := item.Call("webkitGetAsEntry")
	return entry.Truthy() && entry.Get("isDirectory").Truthy()
}

func newFile(handle app.Value) File {
	return File{
		Name:   handle.Get("name").String(),
		Size:   int64(handle.Get("size").Float()),
		handle: handle,
	}
}
