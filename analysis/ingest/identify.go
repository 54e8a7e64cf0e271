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
	switch {
	case isMarkup(head):
		return notTable("ingest.kind-html")
	case isJSON(head):
		return notTable("ingest.kind-json")
	case isEBCDIC(head):
		return notTable("ingest.kind-ebcdic")
	case isBinary(head):
		return notTable("ingest.kind-binary")
	}
	return nil
}

func notTable(what string) error {
	fail := analysis.Fail(analysis.BadInput, "ingest.not-table", analysis.Word("what", what))
	switch what {
	case "ingest.kind-xlsx", "ingest.kind-html":
		return fail.Or("ingest.workbook-remedy")
	case "ingest.kind-xls":
		return fail.Or("ingest.old-xls-remedy")
	case "ingest.kind-locked":
		return fail.Or("ingest.locked-remedy")
	case "ingest.kind-zip", "ingest.kind-archive":
		return fail.Or("ingest.archive-remedy")
	case "ingest.kind-json":
		return fail.Or("ingest.json-remedy")
	case "ingest.kind-ebcdic", "ingest.kind-utf32", "ingest.kind-utf7":
		return fail.Or("ingest.recoding-remedy")
	}
	return fail.Or("ingest.not-table-remedy")
}

// signature returns the message key for the kind of file whose first bytes
// these are, "" if they are no one's.
func signature(head []byte) string {
	for _, m := range signatures {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			switch {
			case m.what == "ingest.kind-zip" && bytes.Contains(head, []byte("xl/")):
				return "ingest.kind-xlsx"
			case m.what == "ingest.kind-xls" && bytes.Contains(head, []byte(encryptedPackage)):
				return "ingest.kind-locked"
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
	{"7z\xbc\xaf\x27\x1c", "ingest.kind-archive"},
	{"Rar!\x1a\x07", "ingest.kind-archive"},
	{"BZh91AY&SY", "ingest.kind-archive"},
	{"\xfd7zXZ\x00", "ingest.kind-archive"},
	{"\x28\xb5\x2f\xfd", "ingest.kind-archive"},
	{"\xff\xfe\x00\x00", "ingest.kind-utf32"},
	{"\x00\x00\xfe\xff", "ingest.kind-utf32"},
	{"+/v8", "ingest.kind-utf7"},
	{"+/v9", "ingest.kind-utf7"},
	{"SQLite format 3\x00", "ingest.kind-database"},
	{"PAR1", "ingest.kind-database"},
	{"{\\rtf", "ingest.kind-document"},
}

// encryptedPackage is, in UTF-16, the stream that holds a protected workbook.
const encryptedPackage = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"

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

// isJSON reports whether a text begins like an object with a named member, or
// a list of objects. Line by line, objects are exports of some programs too.
func isJSON(head []byte) bool {
	start := trim(bytes.TrimPrefix(head[:min(len(head), 512)], []byte("\ufeff")))
	if len(start) < 2 {
		return false
	}
	inner := bytes.TrimLeft(start[1:], " \t\r\n")
	switch start[0] {
	case '{':
		return bytes.HasPrefix(inner, []byte("\"")) || bytes.HasPrefix(inner, []byte("}"))
	case '[':
		return bytes.HasPrefix(inner, []byte("{"))
	}
	return false
}

// isEBCDIC reports whether nearly all bytes are letters, digits and blanks of
// mainframes, and none a line end of others.
func isEBCDIC(head []byte) bool {
	known := 0
	for _, c := range head {
		switch low := c & 0x0f; {
		case c == '\n':
			return false
		case c == 0x40, c == 0x4b, c == 0x6b, c == 0x60, c == 0x15, c == 0x25: // blank . , - and two line ends
			known++
		case c >= 0x81 && low >= 1 && low <= 9, c == 0xf0:
			known++
		}
	}
	return len(head) >= 32 && known*20 > len(head)*19
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
