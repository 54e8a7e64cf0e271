package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"sync"
	"syscall"
)

// files performs the browser's file operations on this machine. Descriptors 1
// and 2 are the program's output.
type files struct {
	mu   sync.Mutex
	open map[int]*os.File
	next int
}

func newFiles() *files {
	return &files{open: map[int]*os.File{1: os.Stdout, 2: os.Stderr}, next: 3}
}

// An operation is what harness.js asks for; each uses some of the fields.
type operation struct {
	Op       string `json:"op"`
	Path     string `json:"path"`
	To       string `json:"to"`
	FD       int    `json:"fd"`
	Flags    int    `json:"flags"`
	Mode     uint32 `json:"mode"`
	Length   int    `json:"length"`
	Position *int64 `json:"position"` // nil: where the last one ended
	Data     []byte `json:"data"`
}

// A result answers it.
type result struct {
	Error string   `json:"error,omitempty"` // such as "ENOENT"
	N     int      `json:"n"`               // bytes, or a descriptor
	Data  []byte   `json:"data,omitempty"`
	Names []string `json:"names,omitempty"`
	Stat  *stat    `json:"stat,omitempty"`
}

// A stat is what is known of a file.
type stat struct {
	Mode  uint32 `json:"mode"`
	Size  int64  `json:"size"`
	MTime int64  `json:"mtimeMs"`
	Dir   bool   `json:"dir"`
}

// ServeHTTP implements http.Handler.
func (f *files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var op operation
	if err := json.NewDecoder(r.Body).Decode(&op); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	f.mu.Lock()
	res, err := f.perform(op)
	f.mu.Unlock()
	if err != nil {
		res = result{Error: code(err)}
	}
	json.NewEncoder(w).Encode(res)
}

func (f *files) perform(op operation) (result, error) {
	switch op.Op {
	case "open":
		return f.opened(os.OpenFile(op.Path, op.Flags, fs.FileMode(op.Mode)))
	case "stat":
		return described(os.Stat(op.Path))
	case "lstat":
		return described(os.Lstat(op.Path))
	case "readdir":
		return names(os.ReadDir(op.Path))
	case "mkdir":
		return result{}, os.Mkdir(op.Path, fs.FileMode(op.Mode))
	case "unlink", "rmdir":
		return result{}, os.Remove(op.Path)
	case "rename":
		return result{}, os.Rename(op.Path, op.To)
	}
	file, ok := f.open[op.FD]
	if !ok {
		return result{}, syscall.EBADF
	}
	switch op.Op {
	case "close":
		delete(f.open, op.FD)
		return result{}, file.Close()
	case "fstat":
		return described(file.Stat())
	case "read":
		return read(file, op)
	case "write":
		return write(file, op)
	}
	return result{}, syscall.ENOSYS
}

func (f *files) opened(file *os.File, err error) (result, error) {
	if err != nil {
		return result{}, err
	}
	fd := f.next
	f.next++
	f.open[fd] = file
	return result{N: fd}, nil
}

func read(file *os.File, op operation) (result, error) {
	data := make([]byte, op.Length)
	n, err := 0, error(nil)
	if op.Position != nil {
		n, err = file.ReadAt(data, *op.Position)
	} else {
		n, err = file.Read(data)
	}
	if n == 0 && err != nil && !isEOF(err) {
		return result{}, err
	}
	return result{N: n, Data: data[:n]}, nil
}

func write(file *os.File, op operation) (result, error) {
	n, err := 0, error(nil)
	if op.Position != nil {
		n, err = file.WriteAt(op.Data, *op.Position)
	} else {
		n, err = file.Write(op.Data)
	}
	return result{N: n}, err
}

func described(info fs.FileInfo, err error) (result, error) {
	if err != nil {
		return result{}, err
	}
	mode := uint32(info.Mode().Perm()) | syscall.S_IFREG
	if info.IsDir() {
		mode = uint32(info.Mode().Perm()) | syscall.S_IFDIR
	}
	return result{Stat: &stat{Mode: mode, Size: info.Size(), MTime: info.ModTime().UnixMilli(), Dir: info.IsDir()}}, nil
}

func names(entries []fs.DirEntry, err error) (result, error) {
	var r result
	for _, e := range entries {
		r.Names = append(r.Names, e.Name())
	}
	return r, err
}

// code names an error the way Go's syscall package for js reads it.
func code(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "ENOENT"
	case errors.Is(err, fs.ErrExist):
		return "EEXIST"
	case errors.Is(err, fs.ErrPermission):
		return "EACCES"
	case errors.Is(err, syscall.ENOTDIR):
		return "ENOTDIR"
	case errors.Is(err, syscall.EISDIR):
		return "EISDIR"
	case errors.Is(err, syscall.EBADF):
		return "EBADF"
	default:
		return "ENOSYS"
	}
}

func isEOF(err error) bool { return errors.Is(err, io.EOF) }
