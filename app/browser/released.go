package browser

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A ReleasedFile is a file of this version as the browser holds it for offline use.
type ReleasedFile struct {
	Name   string
	Bytes  int64
	SHA256 string // in hexadecimal, computed here; "" if the file is not there
	Known  bool   // the page was built with a list that names this file
	Same   bool   // the list names this hash
}

// ReleasedFiles computes the hash of every file of this version, anew, from what the browser
// would start the page with. The page itself cannot hold its own hash. Without an offline
// copy there is nothing to compute. It waits.
func ReleasedFiles() []ReleasedFile {
	if Single() {
		return nil
	}
	cache, err := openCache(Folder())
	if err != nil || cache == nil {
		return nil
	}
	names := app.Window().Get("Object").Call("keys", boot().Get("files"))
	list := make([]ReleasedFile, names.Length())
	for i := range list {
		list[i] = released(cache, names.Index(i).String())
	}
	return list
}

func released(cache app.Value, name string) ReleasedFile {
	f := ReleasedFile{Name: name}
	body, err := cachedBytes(cache, name)
	if err != nil {
		return f
	}
	sum, err := await(app.Window().Get("crypto").Get("subtle").Call("digest", "SHA-256", body))
	if err != nil {
		return f
	}
	f.Bytes, f.SHA256 = int64(body.Get("byteLength").Int()), inHex(toGo(sum))
	if hashes := boot().Get("hashes").Get(name); hashes.Truthy() {
		f.Known, f.Same = true, hashes.Call("includes", f.SHA256).Bool()
	}
	return f
}

func inHex(b []byte) string {
	const digits = "0123456789abcdef"
	text := make([]byte, 0, 2*len(b))
	for _, c := range b {
		text = append(text, digits[c>>4], digits[c&15])
	}
	return string(text)
}

// errNotKept says that the offline copy lacks a file.
var errNotKept = errors.New("not kept")

// cachedBytes returns a kept file as an ArrayBuffer.
func cachedBytes(cache app.Value, name string) (app.Value, error) {
	response, err := await(cache.Call("match", name))
	if err != nil {
		return nil, err
	}
	if !response.Truthy() {
		return nil, errNotKept
	}
	return await(response.Call("arrayBuffer"))
}

// Licences returns the licences of everything that the program is made of: from the single
// file itself, or from the offline copy. ok is false where there is neither; then the file
// licences.txt stands beside the page. It waits.
func Licences() (text string, ok bool) {
	const name = "licences.txt"
	if here := app.Window().GetElementByID(name); here.Truthy() {
		return here.Get("textContent").String(), true
	}
	cache, err := openCache(Folder())
	if err != nil || cache == nil {
		return "", false
	}
	body, err := cachedBytes(cache, "./"+name)
	if err != nil {
		return "", false
	}
	return string(toGo(body)), true
}
