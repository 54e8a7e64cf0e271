package browser

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Offline says whether the page would start without a network.
type Offline struct {
	State   OfflineState
	Files   int      // that were checked
	Bytes   int64    // that they hold
	Missing []string // files that are not there, or not whole
}

// An OfflineState sums an Offline up.
type OfflineState uint8

// The states.
const (
	OfflineUnknown     OfflineState = iota // not checked yet
	OfflineReady                           // every file is in the cache, with its size
	OfflineIncomplete                      // some are not (yet)
	OfflineSingle                          // the single file needs no cache
	OfflineUnsupported                     // the browser or the way the page was opened has no service worker
)

// CheckOffline looks into the browser's cache for every file of this version.
// It waits.
func CheckOffline() Offline {
	if Single() {
		return Offline{State: OfflineSingle}
	}
	registration := boot().Call("registration")
	if !registration.Truthy() {
		return Offline{State: OfflineUnsupported}
	}
	files := boot().Get("files")
	names := app.Window().Get("Object").Call("keys", files)
	cache, err := openCache(registration.Get("scope").String())
	if err != nil {
		return Offline{State: OfflineUnsupported}
	}
	var o Offline
	for i := range names.Length() {
		name := names.Index(i).String()
		size, err := cachedSize(cache, name)
		if want := int64(files.Get(name).Float()); err != nil || size < 0 || want > 0 && size != want {
			o.Missing = append(o.Missing, name)
			continue
		}
		o.Files++
		o.Bytes += size
	}
	o.State = OfflineReady
	if len(o.Missing) > 0 || !registration.Get("active").Truthy() {
		o.State = OfflineIncomplete
	}
	return o
}

// openCache opens the cache of the running version; web/service-worker.js
// names it in the same way. Asking for a cache makes one, so it is only asked
// for once it is there.
func openCache(scope string) (app.Value, error) {
	name := scope + "|churnbench|" + Version()
	caches := app.Window().Get("caches")
	there, err := await(caches.Call("has", name))
	if err != nil {
		return nil, err
	}
	if !there.Bool() {
		return nil, nil
	}
	return await(caches.Call("open", name))
}

// cachedSize returns the size of a kept file, -1 if it is not there.
func cachedSize(cache app.Value, name any) (int64, error) {
	if cache == nil {
		return -1, nil
	}
	response, err := await(cache.Call("match", name))
	if err != nil || !response.Truthy() {
		return -1, err
	}
	blob, err := await(response.Call("blob"))
	if err != nil {
		return -1, err
	}
	return int64(blob.Get("size").Float()), nil
}

// OnOfflineChange calls f when CheckOffline may have another answer.
func OnOfflineChange(f func()) (stop func()) {
	return listen(app.Window(), "churnbench-offline", func(app.Value) { f() })
}

// OnUpdate calls f once a newer version is complete and waits, perhaps at
// once. It waits for the person: Update is theirs to call.
func OnUpdate(f func()) (stop func()) {
	if boot().Get("updateReady").Truthy() {
		f()
	}
	return listen(app.Window(), "churnbench-update", func(app.Value) { f() })
}

// Update reloads the page into the version that waits. What is on the page is
// lost; the person has to choose the file again.
func Update() { boot().Call("update") }
