package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing/fstest"
	"time"

	"churnbench/internal/site"
	"churnbench/internal/static"
)

// dev serves the site from memory, rebuilds it when a source changes and has
// open pages reload.
func dev(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	port := flags.Int("port", 8080, "port on 127.0.0.1; a free one is taken if it is in use")
	if err := flags.Parse(args); err != nil {
		return err
	}
	l, err := static.Listen(*port)
	if err != nil {
		return err
	}
	var live liveSite
	go live.rebuildForever(ctx, w)
	fmt.Fprintf(w, "Churnbench will be at %s\n", static.URL(l, "/"))
	return static.Serve(ctx, l, &live)
}

// A liveSite is the site as last built, and the pages that wait for the next.
type liveSite struct {
	mu      sync.Mutex
	files   fs.FS
	changed chan struct{} // closed by the next build
}

// ServeHTTP implements http.Handler. Before the first build it waits.
func (l *liveSite) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	files, changed := l.current()
	if r.URL.Path == "/dev-changes" {
		announce(w, r, changed)
		return
	}
	for files == nil {
		select {
		case <-changed:
			files, changed = l.current()
		case <-r.Context().Done():
			return
		}
	}
	static.Handler(files, "/").ServeHTTP(w, r)
}

// announce tells one page of the next build, as a server-sent event.
func announce(w http.ResponseWriter, r *http.Request, changed <-chan struct{}) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	w.(http.Flusher).Flush()
	select {
	case <-changed:
		fmt.Fprint(w, "data: changed\n\n")
		w.(http.Flusher).Flush()
	case <-r.Context().Done():
	}
}

func (l *liveSite) current() (fs.FS, chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.changed == nil {
		l.changed = make(chan struct{})
	}
	return l.files, l.changed
}

func (l *liveSite) publish(s *site.Site) {
	files := fstest.MapFS{}
	for _, f := range s.Files {
		files[f.Path] = &fstest.MapFile{Data: f.Body}
	}
	_, changed := l.current()
	l.mu.Lock()
	l.files, l.changed = files, nil
	l.mu.Unlock()
	close(changed)
}

// rebuildForever builds whenever the newest source is newer than the build.
func (l *liveSite) rebuildForever(ctx context.Context, w io.Writer) {
	var built time.Time
	for ; ctx.Err() == nil; time.Sleep(300 * time.Millisecond) {
		newest := newestSource(".")
		if !newest.After(built) {
			continue
		}
		built = newest
		began := time.Now()
		s, err := site.Build(ctx, site.Options{Dev: true, Fast: true})
		if err != nil {
			fmt.Fprintln(w, err)
			continue
		}
		l.publish(s)
		fmt.Fprintf(w, "built %s in %.1f s\n", s.Version, time.Since(began).Seconds())
	}
}

// newestSource returns when a file that the site is made of last changed.
func newestSource(root string) time.Time {
	var newest time.Time
	for _, dir := range []string{"analysis", "app", "cmd", "internal", "web"} {
		filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
				return nil // a file that vanished meanwhile is seen by the next round
			}
			if info, err := d.Info(); err == nil && info.ModTime().After(newest) {
				newest = info.ModTime()
			}
			return nil
		})
	}
	return newest
}
