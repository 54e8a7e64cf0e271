package unpack

import (
	"errors"
	"io"

	"churnbench/analysis"
)

// chunkSize is how much is unpacked at a time, and how memory grows.
const chunkSize = 1 << 20

// unknown is the size of a member whose archive does not say it.
const unknown = -1

// A File is an unpacked member. It unpacks as far as it is read and keeps what
// it has unpacked, so that it can be read in any order, until Release. It is an
// ingest.Source; use it from one goroutine.
type File struct {
	name  string
	size  int64
	limit int64
	start func() (io.ReadCloser, error) // begins to unpack

	in     io.ReadCloser // what is unpacked next; nil before the beginning and behind the end
	chunks [][]byte      // what has been unpacked, chunkSize bytes each but for the last
	have   int64         // sum of their lengths
	ended  bool
	under  *File // the archive it is unpacked from, if that is itself a member
}

// newFile makes a File of a declared size, or unpacks it whole to learn an
// unknown one.
func newFile(name string, size, limit int64, start func() (io.ReadCloser, error)) (*File, error) {
	f := &File{name: name, size: size, limit: limit, start: start}
	if size > limit {
		return nil, f.tooLarge(size)
	}
	if size == unknown {
		if err := f.unpack(limit + 1); err != nil {
			return nil, err
		}
		f.size = f.have
	}
	return f, nil
}

// Name implements ingest.Source.
func (f *File) Name() string { return f.name }

// Size implements ingest.Source.
func (f *File) Size() int64 { return f.size }

// Held returns how many bytes the file takes up.
func (f *File) Held() int64 { return f.have }

// Release gives the memory back. What is read afterwards is unpacked again.
func (f *File) Release() {
	if f.in != nil {
		f.in.Close()
	}
	f.in, f.chunks, f.have, f.ended = nil, nil, 0, false
	if f.under != nil {
		f.under.Release()
	}
}

// ReadAt implements io.ReaderAt. It fails with an *analysis.Error where the
// archive is damaged, before it returns bytes that it could not check by their
// number.
func (f *File) ReadAt(p []byte, at int64) (int, error) {
	if at < 0 {
		return 0, errors.New("negative offset")
	}
	if err := f.unpack(min(at+int64(len(p)), f.size)); err != nil {
		return 0, err
	}
	n := 0
	for n < len(p) && at+int64(n) < f.have {
		place := at + int64(n)
		n += copy(p[n:], f.chunks[place/chunkSize][place%chunkSize:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// unpack reads on until at least upto bytes are there or the member ends.
// Having all of a declared size, it also looks whether the end follows, which
// is where checksums are compared.
func (f *File) unpack(upto int64) error {
	if f.in == nil && !f.ended && f.have < upto {
		in, err := f.start()
		if err != nil {
			return explain(err, f.name)
		}
		f.in = in
	}
	for !f.ended && (f.have < upto || f.size >= 0 && f.have >= f.size && f.in != nil) {
		if err := f.more(); err != nil {
			f.Release()
			return explain(err, f.name)
		}
	}
	return nil
}

// more reads once into the last chunk.
func (f *File) more() error {
	if f.have > f.limit {
		return f.tooLarge(f.have)
	}
	last := len(f.chunks) - 1
	if last < 0 || len(f.chunks[last]) == cap(f.chunks[last]) {
		f.chunks, last = append(f.chunks, make([]byte, 0, f.nextChunk())), last+1
	}
	chunk := f.chunks[last]
	n, err := f.in.Read(chunk[len(chunk):cap(chunk)])
	f.chunks[last], f.have = chunk[:len(chunk)+n], f.have+int64(n)
	if f.size >= 0 && f.have > f.size {
		return io.ErrUnexpectedEOF // it declared less than it holds
	}
	if err == io.EOF {
		f.ended = true
		f.in.Close()
		f.in = nil
		if f.size >= 0 && f.have != f.size {
			return io.ErrUnexpectedEOF
		}
		return nil
	}
	return err
}

// nextChunk is chunkSize, or less for the end of a declared size: one byte more
// than that, so that its end is seen.
func (f *File) nextChunk() int64 {
	if f.size < 0 {
		return chunkSize
	}
	return min(chunkSize, f.size-f.have+1)
}

func (f *File) tooLarge(size int64) error { return tooLarge(f.name, size, f.limit) }

func tooLarge(name string, size, limit int64) error {
	return analysis.Fail(analysis.TooLarge, "unpack.too-large", analysis.Text("file", name), analysis.Size("size", size), analysis.Size("limit", limit)).
		Or("unpack.too-large-remedy")
}
