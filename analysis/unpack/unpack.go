package unpack

import (
	"bytes"
	"io"
	"path"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// A Member is a table inside a source.
type Member struct {
	Name string // of the file or sheet, for people
	Path string // tells it from the source's other members; "" if it is the source itself
	Size int64  // unpacked, as the archive declares it; 0 while unknown

	source func(limit int64) (ingest.Source, error)
}

// Open returns the member's content, of which at most limit bytes may take up
// memory at a time. Unless the member is the source itself, it is a *File.
func (m Member) Open(limit int64) (ingest.Source, error) { return m.source(limit) }

// Members lists the tables in a source: itself, unless it is an archive or a
// workbook. Of an archive, folders, hidden files and files whose names say
// that they are no tables are left out; of a workbook, sheets without a value.
// limit bounds what is unpacked in order to tell.
func Members(src ingest.Source, limit int64) ([]Member, error) {
	head := make([]byte, 4)
	n, err := src.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return nil, explain(err, src.Name())
	}
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return zipMembers(src, limit)
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return gzipMembers(src)
	}
	itself := func(int64) (ingest.Source, error) { return src, nil }
	return []Member{{Name: src.Name(), Size: src.Size(), source: itself}}, nil
}

// Find opens one member by its path. An empty path stands for the only member
// of a source that has one.
func Find(src ingest.Source, member string, limit int64) (ingest.Source, error) {
	list, err := Members(src, limit)
	if err != nil {
		return nil, err
	}
	if member == "" && len(list) == 1 {
		return list[0].Open(limit)
	}
	names := make([]string, len(list))
	for i, m := range list {
		if m.Path == member {
			return m.Open(limit)
		}
		names[i] = m.Name
	}
	if member == "" {
		return nil, analysis.Fail(analysis.BadInput, "unpack.several", analysis.Text("file", src.Name()), analysis.Count("tables", len(list)),
			analysis.Text("names", some(names))).Or("unpack.several-remedy")
	}
	return nil, analysis.Fail(analysis.BadInput, "unpack.missing", analysis.Text("file", src.Name()), analysis.Text("member", member)).
		Or("unpack.missing-remedy")
}

// some joins the first names of a list that may be long.
func some(names []string) string {
	const most = 5
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// withoutSuffix removes a suffix such as ".gz", in capitals or not.
func withoutSuffix(name, suffix string) string {
	if strings.EqualFold(path.Ext(name), suffix) {
		return name[:len(name)-len(suffix)]
	}
	return name
}
