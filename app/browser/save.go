package browser

import (
	"errors"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
)

// A Saver puts things on the person's disk and clipboard; it is a ui.Saver.
// Nothing goes over a network: a download is made of the page's own memory.
type Saver struct {
	// OnError hears of what the browser refused.
	OnError func(*analysis.Error)
	// OnDone hears of what was handed over: the file's name, "" for the clipboard.
	OnDone func(name string)
}

// SaveBytes has the browser save a file.
func (s Saver) SaveBytes(name, mime string, data []byte) {
	save(name, construct("Blob", []any{toJS(data)}, map[string]any{"type": mime}))
	s.done(name)
}

// SavePNG saves a picture of a stand-alone SVG of w × h CSS pixels, scale
// pixels to each.
func (s Saver) SavePNG(name, svg string, w, h, scale float64) {
	go func() {
		blob, err := rasterize(svg, w, h, scale)
		if err != nil {
			s.fail(analysis.Fail(analysis.Unavailable, "browser.picture-failed", analysis.Text("cause", err.Error())))
			return
		}
		save(name, blob)
		s.done(name)
	}()
}

// CopyPNG puts a picture of a stand-alone SVG on the clipboard. The clipboard
// is given a promise at once, because some browsers only take it while the
// click that asked is being handled.
func (s Saver) CopyPNG(svg string, w, h, scale float64) {
	picture, settle := newPromise()
	written, err := catch(func() app.Value {
		item := construct("ClipboardItem", map[string]any{"image/png": picture})
		return app.Window().Get("navigator").Get("clipboard").Call("write", []any{item})
	})
	go func() {
		if err == nil {
			settle(rasterize(svg, w, h, scale))
			_, err = await(written)
		}
		if err != nil {
			s.fail(copyFailed(err))
			return
		}
		s.done("")
	}()
}

func (s Saver) done(name string) {
	if s.OnDone != nil {
		s.OnDone(name)
	}
}

func (s Saver) fail(err *analysis.Error) {
	if s.OnError != nil {
		s.OnError(err)
	}
}

func copyFailed(err error) *analysis.Error {
	return analysis.Fail(analysis.Unavailable, "browser.copy-failed", analysis.Text("cause", err.Error()))
}

// save clicks a link that no one sees. The browser reads the blob a moment
// later, so its URL is kept for a minute.
func save(name string, blob app.Value) {
	url := objectURL(blob)
	link := app.Window().Get("document").Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	revoke := app.Window().Get("URL").Get("revokeObjectURL").Call("bind", app.Null(), url)
	app.Window().Call("setTimeout", revoke, 60_000)
}

func objectURL(blob app.Value) string {
	return app.Window().Get("URL").Call("createObjectURL", blob).String()
}

// rasterize draws an SVG into a PNG. It waits.
func rasterize(svg string, w, h, scale float64) (app.Value, error) {
	blob := construct("Blob", []any{svg}, map[string]any{"type": "image/svg+xml"})
	url := objectURL(blob)
	defer app.Window().Get("URL").Call("revokeObjectURL", url)
	image := construct("Image")
	image.Set("src", url)
	if _, err := await(image.Call("decode")); err != nil {
		return nil, err
	}
	canvas := app.Window().Get("document").Call("createElement", "canvas")
	canvas.Set("width", int(math.Round(w*scale)))
	canvas.Set("height", int(math.Round(h*scale)))
	canvas.Call("getContext", "2d").Call("drawImage", image, 0, 0, canvas.Get("width"), canvas.Get("height"))
	return encodePNG(canvas)
}

// encodePNG turns canvas.toBlob's callback into a result. It waits.
func encodePNG(canvas app.Value) (app.Value, error) {
	encoded := make(chan app.Value, 1)
	callback := app.FuncOf(func(_ app.Value, args []app.Value) any {
		encoded <- first(args)
		return nil
	})
	defer callback.Release()
	canvas.Call("toBlob", callback, "image/png")
	blob := <-encoded
	if !blob.Truthy() {
		return nil, errors.New("the picture is too large")
	}
	return blob, nil
}

// newPromise returns a JavaScript promise and what settles it.
func newPromise() (promise app.Value, settle func(app.Value, error)) {
	var resolve, reject app.Value
	executor := app.FuncOf(func(_ app.Value, args []app.Value) any {
		resolve, reject = args[0], args[1]
		return nil
	})
	defer executor.Release()
	promise = construct("Promise", executor)
	return promise, func(v app.Value, err error) {
		if err != nil {
			reject.Invoke(construct("Error", err.Error()))
			return
		}
		resolve.Invoke(v)
	}
}
