package unpack

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"

	"churnbench/analysis/ingest"
)

// gzipMembers returns the one file in a gzip stream. Its size is not known
// before it is unpacked: what the stream says of it at its end holds for the
// last of several parts only, and up to 4 GB.
func gzipMembers(src ingest.Source) ([]Member, error) {
	start := func() (io.ReadCloser, error) { return gzip.NewReader(io.NewSectionReader(src, 0, src.Size())) }
	in, err := start()
	if err != nil {
		return nil, explain(err, src.Name())
	}
	defer in.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(in, head)
	if err != nil && err != io.EOF && (err != io.ErrUnexpectedEOF || n == 0) {
		return nil, explain(err, src.Name())
	}
	if isTar(head[:n]) {
		return nil, notTable("unpack.kind-tar", "unpack.by-hand-remedy")
	}
	name := gzipName(src.Name())
	return []Member{{Name: name, Path: name, source: func(limit int64) (ingest.Source, error) {
		return newFile(name, unknown, limit, start)
	}}}, nil
}

// isTar recognises a tape archive by its first header.
func isTar(head []byte) bool { return len(head) >= 262 && bytes.Equal(head[257:262], []byte("ustar")) }

// gzipName is the name of what a stream of this name holds. The name inside,
// if there is one, is of no known encoding.
func gzipName(name string) string {
	if short := withoutSuffix(name, ".gz"); short != "" {
		return short
	}
	return strings.TrimPrefix(name, ".")
}
