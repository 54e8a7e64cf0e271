//go:build js && wasm

// Package blob reads the browser's files from Go, in a worker.
package blob

import (
	"io"
	"syscall/js"

	"churnbench/analysis"
)

// blockSize is how much is asked of the browser at a time. A file of 38 MB took
// 0.37 s in blocks of 256 KB, 0.22 s of 1 MB and 0.19 s of 4 MB; FileReaderSync,
// which cannot read ahead, 0.38, 0.22 and 0.22 s.
const blockSize = 4 << 20

// peekSize is how much is read by itself when somebody looks at another place
// of a file, as for its encoding or its dates: a block there, and the one
// behind it, would be read for nothing.
const peekSize = 64 << 10

// A File is the browser's File as an ingest.Source. It is read in blocks, one
// block ahead: while Go works on block i, the browser reads block i+1. Bytes
// are copied once, from the browser's buffer to where the reader wants them.
type File struct {
	handle js.Value
	name   string
	size   int64

	current, ahead *block
	peeked         int64 // behind the last peek
}

// Of returns the Source that a File of JavaScript's is.
func Of(handle js.Value) *File {
	return &File{
		handle: handle,
		name:   handle.Get("name").String(),
		size:   int64(handle.Get("size").Float()),
	}
}

// Name implements ingest.Source.
func (f *File) Name() string { return f.name }

// Size implements ingest.Source.
func (f *File) Size() int64 { return f.size }

// ReadAt implements io.ReaderAt. It waits for the browser and must not be
// called from an event handler.
func (f *File) ReadAt(p []byte, off int64) (int, error) {
	if f.isPeek(p, off) {
		return f.peek(p, off)
	}
	n := 0
	for n < len(p) && off < f.size {
		data, err := f.block(off / blockSize)
		if err != nil {
			return n, err
		}
		k := js.CopyBytesToGo(p[n:], data.Call("subarray", off%blockSize))
		n, off = n+k, off+int64(k)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// isPeek reports whether a read is short and goes on from nothing: not from
// the block at hand, nor from the read before it.
func (f *File) isPeek(p []byte, off int64) bool {
	i := off / blockSize
	return len(p) <= peekSize && off < f.size && off != f.peeked &&
		f.current != nil && i != f.current.index && (f.ahead == nil || i != f.ahead.index)
}

// peek reads a part of the file by itself.
func (f *File) peek(p []byte, off int64) (int, error) {
	part := &block{promise: f.slice(off, off+int64(len(p)))}
	data, err := part.wait()
	if err != nil {
		return 0, unreadable(err)
	}
	n := js.CopyBytesToGo(p, data)
	f.peeked = off + int64(n)
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// block returns block i as a Uint8Array and has the browser read the next.
func (f *File) block(i int64) (js.Value, error) {
	if f.current == nil || f.current.index != i {
		if f.ahead == nil || f.ahead.index != i {
			f.ahead = f.read(i)
		}
		f.current, f.ahead = f.ahead, nil
		if (i+1)*blockSize < f.size {
			f.ahead = f.read(i + 1)
		}
	}
	data, err := f.current.wait()
	if err != nil {
		f.current = nil
		return js.Value{}, unreadable(err)
	}
	return data, nil
}

func unreadable(err error) error {
	return analysis.Fail(analysis.BadInput, "browser.unreadable", analysis.Text("cause", err.Error())).Or("browser.unreadable.remedy")
}

// uint8Array is JavaScript's view of bytes.
var uint8Array = js.Global().Get("Uint8Array")

// A block is a part of a file that has been read or is on its way.
type block struct {
	index   int64
	promise *promise
	data    js.Value
}

// read asks the browser for block i.
func (f *File) read(i int64) *block {
	return &block{index: i, promise: f.slice(i*blockSize, (i+1)*blockSize)}
}

// slice asks the browser for the bytes from ≤ i < to, as far as there are any.
func (f *File) slice(from, to int64) *promise {
	return follow(f.handle.Call("slice", from, min(to, f.size)).Call("arrayBuffer"))
}

// wait returns the block's bytes once they are there.
func (b *block) wait() (js.Value, error) {
	if b.promise != nil {
		buffer, err := b.promise.wait()
		if err != nil {
			return js.Value{}, err
		}
		b.data, b.promise = uint8Array.New(buffer), nil
	}
	return b.data, nil
}
