package main

import (
	"embed"
	"io/fs"
	"net/http"
	"os"
)

//go:embed web
var web embed.FS

// isolated is where the same page has the headers that shared memory, and so
// threads, need. Static hosts cannot send them.
const isolated = "/isolated/"

// handler serves page, peers and program. Nothing is kept by the browser:
// every worker starts as on a first visit.
func handler(npm string, wasm, script []byte) (http.Handler, error) {
	pages, err := fs.Sub(web, "web")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServerFS(pages))
	mux.Handle("/npm/", http.StripPrefix("/npm", http.FileServerFS(os.DirFS(npm))))
	mux.Handle("/engine.wasm", body("application/wasm", wasm))
	mux.Handle("/wasm_exec.js", body("text/javascript", script))
	all := http.NewServeMux()
	all.Handle("/", mux)
	all.Handle(isolated, isolate(http.StripPrefix(isolated[:len(isolated)-1], mux)))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		all.ServeHTTP(w, r)
	}), nil
}

func body(kind string, b []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Write(b)
	})
}

func isolate(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.ServeHTTP(w, r)
	})
}
