package static

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

var files = fstest.MapFS{
	"index.html":     {Data: []byte("page")},
	"boot.js":        {Data: []byte("script")},
	"engine.wasm.gz": {Data: []byte("program")},
	"icons/logo.svg": {Data: []byte("logo")},
}

func TestHandler(t *testing.T) {
	for _, c := range []struct {
		prefix, method, path string
		code                 int
		kind                 string
	}{
		{"/", "GET", "/", 200, "text/html; charset=utf-8"},
		{"/", "GET", "/boot.js?v=1", 200, "text/javascript; charset=utf-8"},
		{"/", "HEAD", "/icons/logo.svg", 200, "image/svg+xml"},
		{"/", "GET", "/engine.wasm.gz", 200, "application/gzip"},
		{"/", "GET", "/nothing", 404, ""},
		{"/", "GET", "/icons/../../secret", 404, ""},
		{"/", "POST", "/", 404, ""},
		{"/a/b/", "GET", "/a/b/", 200, "text/html; charset=utf-8"},
		{"/a/b/", "GET", "/a/b", 301, ""},
		{"/a/b/", "GET", "/boot.js", 404, ""},
	} {
		w := httptest.NewRecorder()
		Handler(files, c.prefix).ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		if w.Code != c.code {
			t.Errorf("%s %s below %s: %d, want %d", c.method, c.path, c.prefix, w.Code, c.code)
		}
		if kind := w.Header().Get("Content-Type"); c.kind != "" && kind != c.kind {
			t.Errorf("%s: %q, want %q", c.path, kind, c.kind)
		}
		if w.Code == http.StatusOK && w.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: packed files are the page's to unpack", c.path)
		}
	}
}

func TestListenTakesAnotherPort(t *testing.T) {
	taken, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	other, err := Listen(taken.Addr().(*net.TCPAddr).Port)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if URL(other, "/") == URL(taken, "/") {
		t.Error("one port, two listeners")
	}
}
