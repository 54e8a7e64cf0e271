package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Trace is something that the page holds, or has left in the browser.
type Trace struct {
	Kind  TraceKind
	Count int   // 0 if there is none
	Bytes int64 // as far as the page can tell
}

// A TraceKind says what it is; "erase.what."+kind names it.
type TraceKind string

// The kinds: all that this program ever puts anywhere.
const (
	MemoryTrace      TraceKind = "memory"      // files that the engine was handed
	RememberedTrace  TraceKind = "remembered"  // files of the project kept by choice
	PreferencesTrace TraceKind = "preferences" // entries in the storage of language and theme
	OfflineTrace     TraceKind = "offline"     // files of the offline copy, of all versions
	WorkerTrace      TraceKind = "worker"      // the service worker that hands them out
)

// ofOffline reports whether a kind is part of the offline copy, which is the program's own
// files and nobody's data.
func (k TraceKind) OfOffline() bool { return k == OfflineTrace || k == WorkerTrace }

// Traces looks for everything that the page holds or has left in the browser. It waits.
func Traces(e *Engine) []Trace {
	memory := Trace{Kind: MemoryTrace}
	memory.Count, memory.Bytes = e.held()
	return []Trace{memory, rememberedTrace(), preferencesTrace(), offlineTrace(), workerTrace()}
}

// held counts the files that the engine was handed. Once it has ended for good there are
// none.
func (e *Engine) held() (files int, bytes int64) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, f := range e.files {
		bytes += int64(f.Get("size").Float())
	}
	files = len(e.files)
	if files == 0 && e.loaded != nil { // a sample, or pasted text
		files = len(e.loaded.Files)
		for _, f := range e.loaded.Files {
			bytes += int64(len(f.Source.Text))
		}
	}
	return files, bytes
}

func rememberedTrace() Trace {
	t := Trace{Kind: RememberedTrace}
	if r, err := Recall(); err == nil && r != nil {
		t.Count, t.Bytes = 1+len(r.Data), r.Bytes
	}
	return t
}

// ownKeys are the keys of this program in the local storage.
func ownKeys(storage app.Value) (keys []string) {
	for i := range storage.Length() {
		if key := storage.Call("key", i).String(); strings.HasPrefix(key, "churnbench.") {
			keys = append(keys, key)
		}
	}
	return keys
}

func preferencesTrace() Trace {
	t := Trace{Kind: PreferencesTrace}
	catch(func() app.Value {
		storage := stores("localStorage")
		for _, key := range ownKeys(storage) {
			t.Count++
			t.Bytes += int64(len(key) + len(storage.Call("getItem", key).String()))
		}
		return nil
	}) // denied storage holds nothing
	return t
}

// ownCaches are the names of this site's caches. It waits.
func ownCaches() (names []string) {
	caches := app.Window().Get("caches")
	if !caches.Truthy() {
		return nil
	}
	all, err := await(caches.Call("keys"))
	if err != nil {
		return nil
	}
	for i := range all.Length() {
		if name := all.Index(i).String(); strings.HasPrefix(name, Folder()+"|churnbench|") {
			names = append(names, name)
		}
	}
	return names
}

func offlineTrace() Trace {
	t := Trace{Kind: OfflineTrace}
	for _, name := range ownCaches() {
		cache, err := await(app.Window().Get("caches").Call("open", name))
		if err != nil {
			continue
		}
		kept, err := await(cache.Call("keys"))
		if err != nil {
			continue
		}
		for i := range kept.Length() {
			size, _ := cachedSize(cache, kept.Index(i))
			t.Count++
			t.Bytes += max(0, size)
		}
	}
	return t
}

// registration returns this folder's service worker, nil if there is none. It waits.
func registration() app.Value {
	workers := app.Window().Get("navigator").Get("serviceWorker")
	if !workers.Truthy() {
		return nil
	}
	asked, err := catch(func() app.Value { return workers.Call("getRegistration", Folder()) })
	if err != nil {
		return nil
	}
	found, err := await(asked)
	if err != nil || !found.Truthy() || found.Get("scope").String() != Folder() {
		return nil
	}
	return found
}

func workerTrace() Trace {
	t := Trace{Kind: WorkerTrace}
	if registration() != nil {
		t.Count = 1
	}
	return t
}

// Erase ends the engine for good and removes everything that the page has left in the
// browser, the offline copy only if that is wanted. What could not be removed Traces still
// finds. It waits.
func Erase(e *Engine, offline bool) {
	e.End()
	Forget()
	catch(func() app.Value {
		storage := stores("localStorage")
		for _, key := range ownKeys(storage) {
			storage.Call("removeItem", key)
		}
		return nil
	})
	if !offline {
		return
	}
	if r := registration(); r != nil {
		await(r.Call("unregister"))
	}
	for _, name := range ownCaches() {
		await(app.Window().Get("caches").Call("delete", name))
	}
}
