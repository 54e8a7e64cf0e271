// Package static serves a built site on this machine: for a look at it, for
// development and for the browser tests. Any other static server does as well.
package static

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"
	"time"
)

// types are the media types of a site's files. The system's table is not
// asked: it differs from machine to machine, and a wrong type for a script
// stops the page.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".gz":   "application/gzip",
	".wasm": "application/wasm",
	".txt":  "text/plain; charset=utf-8",
	".zip":  "application/zip",
}

// Handler serves the files of site below a prefix that starts and ends with a
// slash, such as "/" or "/any/sub/path/". There is no fallback for unknown
// paths: a site must not need one.
func Handler(site fs.FS, prefix string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, prefix)
		if r.URL.Path+"/" == prefix {
			http.Redirect(w, r, prefix, http.StatusMovedPermanently)
			return
		}
		if !ok || r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.NotFound(w, r)
			return
		}
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		serveFile(w, r, site, name)
	})
}

func serveFile(w http.ResponseWriter, r *http.Request, site fs.FS, name string) {
	body, err := fs.ReadFile(site, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	header := w.Header()
	if t := types[path.Ext(name)]; t != "" {
		header.Set("Content-Type", t)
	}
	header.Set("Cache-Control", "no-cache") // ask again; the tag below makes that cheap
	header.Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(body)))
	header.Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// Listen opens a loopback port: the one asked for, or a free one if that is
// taken.
func Listen(port int) (net.Listener, error) {
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err == nil {
		return l, nil
	}
	return net.Listen("tcp", "127.0.0.1:0")
}

// URL returns the address of a site behind l.
func URL(l net.Listener, prefix string) string {
	return "http://" + l.Addr().String() + prefix
}

// Serve answers on l until ctx ends.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
