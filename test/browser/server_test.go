package browser

import (
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"churnbench/internal/static"
)

// A server serves a site on loopback and remembers what it was asked for. It
// can be stopped and started again at the same address, and its files can be
// exchanged.
type server struct {
	t      *testing.T
	prefix string
	addr   string
	http   *httptest.Server

	mu    sync.Mutex
	files fs.FS
	asked []string // addresses below the host, in order

	neighbour *server // answers below its own prefix, at the same host; may be nil
}

// serve starts a server for files below prefix. It stops with the test.
func serve(t *testing.T, files fs.FS, prefix string) *server {
	t.Helper()
	s := &server{t: t, prefix: prefix, files: files, addr: "127.0.0.1:0"}
	s.start()
	t.Cleanup(s.stop)
	return s
}

func (s *server) start() {
	s.t.Helper()
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		s.t.Fatal(err)
	}
	s.addr = l.Addr().String()
	s.http = &httptest.Server{Listener: l, Config: &http.Server{Handler: s}}
	s.http.Start()
}

// stop really stops it: nothing listens at its address any more.
func (s *server) stop() {
	s.http.CloseClientConnections()
	s.http.Close()
}

// url returns the address of the page, with what follows it.
func (s *server) url(rest string) string { return "http://" + s.addr + s.prefix + rest }

// publish exchanges the files.
func (s *server) publish(files fs.FS) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = files
}

// requests returns what was asked for since the last call.
func (s *server) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

// awaitRequest waits until a file has been asked for, whatever follows its name; the page by
// its own name or as the folder.
func (s *server) awaitRequest(file string) {
	s.t.Helper()
	path := s.prefix + strings.TrimSuffix(file, "index.html")
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		s.mu.Lock()
		asked := slices.ContainsFunc(s.asked, func(address string) bool {
			name, _, _ := strings.Cut(address, "?")
			return name == path
		})
		s.mu.Unlock()
		if asked {
			return
		}
	}
	s.t.Fatalf("nobody asks for %s", file)
}

// ServeHTTP implements http.Handler.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.String())
	files := s.files
	s.mu.Unlock()
	if n := s.neighbour; n != nil && strings.HasPrefix(r.URL.Path, n.prefix) {
		n.ServeHTTP(w, r)
		return
	}
	static.Handler(files, s.prefix).ServeHTTP(w, r)
}
