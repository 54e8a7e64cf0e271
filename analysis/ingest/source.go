package ingest

import (
	"bytes"
	"io"
)

// Bytes is a Source in memory, such as a sample or pasted text.
func Bytes(name string, b []byte) Source { return memory{bytes.NewReader(b), name} }

type memory struct {
	*bytes.Reader
	name string
}

func (m memory) Name() string { return m.name }

// NewSource makes a Source of anything that can be read at any place.
func NewSource(name string, r io.ReaderAt, size int64) Source { return section{r, name, size} }

type section struct {
	io.ReaderAt
	name string
	size int64
}

func (s section) Name() string { return s.name }
func (s section) Size() int64  { return s.size }
