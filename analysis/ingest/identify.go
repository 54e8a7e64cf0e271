package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// identify says by name what a file is if it is no delimited text. Reading it
// anyway would fill the ledger with nonsense.
func identify(head []byte, size int64) error {
	if size == 0 || len(trim(head[bom(head, UTF8):])) == 0 && int64(len(head)) == size {
		return analysis.Fail(analysis.BadInput, "ingest.empty").Or("ingest.empty-remedy")
	}
	if what := signature(head); what != "" {
		return notTable(what)
	}
	if isMarkup(head) {
		return notTable("ingest.kind-html")
	}
	if isBinary(head) {
		return notTable("ingest.kind-binary")
	}
	return nil
}

func notTable(what string) error {
	remedy := "ingest.not-table-remedy"
	if what == "ingest.kind-xlsx" || what == "ingest.kind-xls" || what == "ingest.kind-html" {
		remedy = "ingest.workbook-remedy"
	}
	return analysis.Fail(analysis.BadInput, "ingest.not-table", analysis.Word("what", what)).Or(remedy)
}

// signature returns the message key for the kind of file whose first bytes
// these are, "" if they are no one's.
func signature(head []byte) string {
	for _, m := range signatures {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			if m.what == "ingest.kind-zip" && bytes.Contains(head, []byte("xl/")) {
				return "ingest.kind-xlsx"
			}
			return m.what
		}
	}
	return ""
}

var signatures = []struct{ bytes, what string }{
	{"%PDF-", "ingest.kind-pdf"},
	{"PK\x03\x04", "ingest.kind-zip"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ingest.kind-xls"},
	{"\x89PNG", "ingest.kind-image"},
	{"GIF8", "ingest.kind-image"},
	{"\xff\xd8\xff", "ingest.kind-image"},
	{"\x1f\x8b", "ingest.kind-zip"},
	{"7z\xbc\xaf\x27\x1c", "ingest.kind-zip"},
	{"Rar!\x1a\x07", "ingest.kind-zip"},
	{"SQLite format 3\x00", "ingest.kind-database"},
	{"PAR1", "ingest.kind-database"},
	{"{\\rtf", "ingest.kind-document"},
}

// isMarkup reports whether a text begins like a page, as the ".xls" files of
// many web systems do.
func isMarkup(head []byte) bool {
	start := bytes.ToLower(trim(head[:min(len(head), 512)]))
	for _, tag := range []string{"<!doctype", "<html", "<table", "<?xml", "<meta", "<head", "<body", "<div", "<script"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return true
		}
	}
	return false
}

// isBinary reports whether bytes that no text holds are frequent. NUL bytes
// are left to UTF-16, where every second byte of plain text is one.
func isBinary(head []byte) bool {
	if bom(head, UTF16LE)+bom(head, UTF16BE) > 0 || utf16ByNULs(head) != "" {
		return false
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a {
			odd++
		}
	}
	return odd*25 > len(head) // random bytes: one in nine
}
