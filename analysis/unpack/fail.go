package unpack

import (
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"

	"churnbench/analysis"
)

// explain says what an error of the standard library's readers means for the
// file. What the source itself said is kept.
func explain(err error, name string) error {
	var said *analysis.Error
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, &said):
		return said
	case errors.Is(err, zip.ErrAlgorithm):
		return analysis.Fail(analysis.BadInput, "unpack.method", analysis.Text("file", name)).Or("unpack.by-hand-remedy")
	case errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum),
		errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.As(err, &corrupt), errors.Is(err, errMarkup):
		return analysis.Fail(analysis.BadInput, "unpack.damaged", analysis.Text("file", name)).Or("unpack.damaged-remedy")
	}
	return analysis.Fail(analysis.BadInput, "ingest.unreadable", analysis.Text("reason", err.Error())).Or("ingest.unreadable-remedy")
}

// notTable says what a file is that holds no table we can read. what is the
// key of its kind, remedy that of the way on.
func notTable(what, remedy string) error {
	return analysis.Fail(analysis.BadInput, "ingest.not-table", analysis.Word("what", what)).Or(remedy)
}
