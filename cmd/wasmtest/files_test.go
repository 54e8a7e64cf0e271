package main

import (
	"bytes"
	"encoding/json"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// do performs one operation as the browser would.
func do(t *testing.T, f *files, op operation) result {
	t.Helper()
	body, err := json.Marshal(op)
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	f.ServeHTTP(w, httptest.NewRequest("POST", "/files", bytes.NewReader(body)))
	var r result
	if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestFiles(t *testing.T) {
	dir, f := t.TempDir(), newFiles()
	path := filepath.Join(dir, "a.txt")
	if r := do(t, f, operation{Op: "open", Path: path}); r.Error != "ENOENT" {
		t.Errorf("opening nothing: %+v", r)
	}
	fd := do(t, f, operation{Op: "open", Path: path, Flags: os.O_CREATE | os.O_RDWR, Mode: 0o644}).N
	if n := do(t, f, operation{Op: "write", FD: fd, Data: []byte("hello")}).N; n != 5 {
		t.Errorf("wrote %d bytes", n)
	}
	if r := do(t, f, operation{Op: "read", FD: fd, Length: 9, Position: new(int64(1))}); string(r.Data) != "ello" {
		t.Errorf("read %q", r.Data)
	}
	if r := do(t, f, operation{Op: "read", FD: fd, Length: 9}); r.N != 0 || r.Error != "" {
		t.Errorf("at the end: %+v", r)
	}
	if s := do(t, f, operation{Op: "fstat", FD: fd}).Stat; s == nil || s.Size != 5 || s.Dir {
		t.Errorf("stat: %+v", s)
	}
	if names := do(t, f, operation{Op: "readdir", Path: dir}).Names; len(names) != 1 || names[0] != "a.txt" {
		t.Errorf("names: %q", names)
	}
	do(t, f, operation{Op: "close", FD: fd})
	if r := do(t, f, operation{Op: "read", FD: fd, Length: 1}); r.Error != "EBADF" {
		t.Errorf("reading a closed file: %+v", r)
	}
	if r := do(t, f, operation{Op: "unlink", Path: path}); r.Error != "" {
		t.Errorf("unlink: %+v", r)
	}
}
