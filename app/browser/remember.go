package browser

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// What a person wants remembered is kept in an IndexedDB database of the page's origin, named
// by the folder that the page is in, so that two sites of one host stay apart. It has one
// store with three entries. Nothing makes the database but Remember.
const (
	keptStore   = "kept"
	aboutKey    = "about"   // {name, at, bytes, files}
	projectKey  = "project" // bytes of a .churn file
	keptDataKey = "data"    // the browser's Files
)

// A Remembered is what is kept from an earlier time.
type Remembered struct {
	Name  string // of the project
	At    time.Time
	Bytes int64    // of project and data
	Data  []string // names of the data files that are kept as well; nil if none are
}

// Folder is the address of the folder that the page is in; the service worker calls it its
// scope.
func Folder() string {
	return construct("URL", "./", app.Window().Get("document").Get("baseURI")).Get("href").String()
}

func databaseName() string { return Folder() + "|churnbench|kept" }

// openDatabase opens the database. If there is none it returns nil, unless it is to be made.
// An error says that the browser keeps nothing for this page. It waits.
func openDatabase(create bool) (app.Value, error) {
	request, err := catch(func() app.Value { return stores("indexedDB").Call("open", databaseName(), 1) })
	if err != nil {
		return nil, err
	}
	missing := false
	stop := listen(request, "upgradeneeded", func(app.Value) {
		if missing = !create; missing {
			request.Get("transaction").Call("abort") // leaves no database behind
			return
		}
		request.Get("result").Call("createObjectStore", keptStore)
	})
	defer stop()
	database, err := requested(request)
	if missing {
		return nil, nil
	}
	return database, err
}

// requested waits for what an IndexedDB request results in.
func requested(request app.Value) (app.Value, error) {
	_, err := settled(func(done, fail app.Func) {
		request.Call("addEventListener", "success", done)
		request.Call("addEventListener", "error", fail)
	})
	if err != nil {
		return nil, asError(request.Get("error"))
	}
	return request.Get("result"), nil
}

// write puts entries and takes others away, all or nothing. It waits until they are on disk.
func write(database app.Value, put map[string]any, remove ...string) error {
	transaction := database.Call("transaction", keptStore, "readwrite")
	store := transaction.Call("objectStore", keptStore)
	for _, key := range remove {
		store.Call("delete", key)
	}
	for key, value := range put {
		if _, err := catch(func() app.Value { return store.Call("put", value, key) }); err != nil {
			transaction.Call("abort")
			return err
		}
	}
	_, err := settled(func(done, fail app.Func) {
		transaction.Call("addEventListener", "complete", done)
		transaction.Call("addEventListener", "abort", fail)
	})
	if err != nil {
		return asError(transaction.Get("error"))
	}
	return nil
}

// read returns an entry, undefined if there is none. It waits.
func read(database app.Value, key string) (app.Value, error) {
	return requested(database.Call("transaction", keptStore).Call("objectStore", keptStore).Call("get", key))
}

// Recall says what is remembered, nil for nothing. An error says that this browser, or the
// way in which the page was opened, offers nowhere to keep anything. It makes nothing, and
// waits.
func Recall() (*Remembered, error) {
	database, err := openDatabase(false)
	if database == nil || err != nil {
		return nil, err
	}
	defer database.Call("close")
	about, err := read(database, aboutKey)
	if err != nil || !about.Truthy() {
		return nil, err
	}
	r := &Remembered{Name: about.Get("name").String(), At: time.UnixMilli(int64(about.Get("at").Float())), Bytes: int64(about.Get("bytes").Float())}
	for i := range about.Get("files").Length() {
		r.Data = append(r.Data, about.Get("files").Index(i).String())
	}
	return r, nil
}

// Remember keeps a project in place of what was kept before: the bytes of its file and,
// beside it, its data files, nil for none. Data files that are kept already, by an earlier
// call, are not written again if same. It waits.
func Remember(r Remembered, project []byte, data []File, same bool) error {
	database, err := openDatabase(true)
	if err != nil {
		return err
	}
	defer database.Call("close")
	names, handles := []any{}, []any{}
	r.Bytes = int64(len(project))
	for _, f := range data {
		names, handles = append(names, f.Name), append(handles, f.handle)
		r.Bytes += f.Size
	}
	put := map[string]any{
		aboutKey:   map[string]any{"name": r.Name, "at": float64(r.At.UnixMilli()), "bytes": float64(r.Bytes), "files": names},
		projectKey: toJS(project),
	}
	switch {
	case len(data) == 0:
		return write(database, put, keptDataKey)
	case !same:
		put[keptDataKey] = handles
	}
	return write(database, put)
}

// Reopen returns the remembered project's file and the data files kept with it, to be
// attached as if the person had chosen them. It waits.
func Reopen() ([]File, error) {
	database, err := openDatabase(false)
	if database == nil || err != nil {
		return nil, err
	}
	defer database.Call("close")
	about, err := read(database, aboutKey)
	if err != nil {
		return nil, err
	}
	project, err := read(database, projectKey)
	if err != nil {
		return nil, err
	}
	files := []File{newFile(construct("File", []any{project}, about.Get("name").String()+".churn"))}
	data, err := read(database, keptDataKey)
	if err != nil || !data.Truthy() {
		return files, err
	}
	for i := range data.Length() {
		files = append(files, newFile(data.Index(i)))
	}
	return files, nil
}

// Forget removes what is remembered, and its database. It waits.
func Forget() error {
	request, err := catch(func() app.Value { return stores("indexedDB").Call("deleteDatabase", databaseName()) })
	if err != nil {
		return err
	}
	_, err = requested(request)
	return err
}

// A Storage says what the browser promises about what it keeps.
type Storage struct {
	Persist Promise
	Usage   int64 // bytes that the page's origin takes, the offline copy included; 0 if unknown
	Quota   int64 // bytes that it may take; 0 if unknown
}

// A Promise is what the browser answered when it was asked not to clear up by itself.
type Promise string

// The answers.
const (
	Unasked   Promise = ""
	Persists  Promise = "yes"
	MayClear  Promise = "no"
	NoPromise Promise = "none" // it cannot be asked
)

// AskToPersist asks the browser not to clear away what is kept when space runs short, and
// how much space there is. Some browsers put the question to the person. It waits.
func AskToPersist() Storage {
	manager := app.Window().Get("navigator").Get("storage")
	if !manager.Truthy() || !manager.Get("persist").Truthy() {
		return Storage{Persist: NoPromise}
	}
	s := Storage{Persist: MayClear}
	if granted, err := await(manager.Call("persist")); err == nil && granted.Bool() {
		s.Persist = Persists
	}
	if estimate, err := await(manager.Call("estimate")); err == nil {
		s.Usage, s.Quota = wholeNumber(estimate.Get("usage")), wholeNumber(estimate.Get("quota"))
	}
	return s
}

func wholeNumber(v app.Value) int64 {
	if !v.Truthy() {
		return 0
	}
	return int64(v.Float())
}
