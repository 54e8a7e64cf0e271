package unpack

import (
	"archive/zip"
	"io"
	"path"
	"strings"

	"churnbench/analysis/ingest"
)

// A workbook is what its sheets share.
type workbook struct {
	name     string
	zip      *zip.Reader
	under    *File // the member it lies in, nil if it is the source itself
	date1904 bool
	styles   []numberKind // by a cell's style
}

// A sheet is one table of a workbook.
type sheet struct {
	name string
	part string // its file in the archive
}

// workbookMembers lists the sheets that hold a value.
func workbookMembers(name string, z *zip.Reader, under *File, limit int64) ([]Member, error) {
	w := &workbook{name: name, zip: z, under: under}
	sheets, err := w.sheets()
	if err == nil {
		w.styles, err = readStyles(z)
	}
	if err != nil {
		return nil, explain(err, name)
	}
	var filled []sheet
	for _, s := range sheets {
		width, err := w.width(s, true, limit)
		if err != nil {
			return nil, explain(err, name)
		}
		if width > 0 {
			filled = append(filled, s)
		}
	}
	if len(filled) == 0 {
		return nil, notTable("unpack.kind-no-cells", "unpack.no-cells-remedy")
	}
	list := make([]Member, len(filled))
	for i, s := range filled {
		file := name
		if len(filled) > 1 {
			file = name + " · " + s.name
		}
		list[i] = Member{Name: s.name, Path: s.name, source: func(limit int64) (ingest.Source, error) { return w.open(s, file, limit) }}
	}
	return list, nil
}

// open writes a sheet out as text.
func (w *workbook) open(s sheet, file string, limit int64) (ingest.Source, error) {
	width, err := w.width(s, false, limit)
	if err != nil {
		return nil, explain(err, file)
	}
	f, err := newFile(file, unknown, limit, func() (io.ReadCloser, error) { return w.read(s, width, limit) })
	if err != nil {
		return nil, err // not f, which is no nil ingest.Source
	}
	f.under = w.under
	return f, nil
}

// sheets reads the list of sheets and where they lie. Sheets that hold only a
// chart are none.
func (w *workbook) sheets() (list []sheet, err error) {
	parts, err := w.relations()
	if err != nil {
		return nil, err
	}
	err = eachTag(w.zip, "xl/workbook.xml", func(t token) {
		switch {
		case t.is(openTag, "workbookPr"):
			on := t.value("date1904")
			w.date1904 = on == "1" || on == "true" || on == "on"
		case t.is(openTag, "sheet"):
			if part := parts[t.value("id")]; part != "" {
				list = append(list, sheet{t.value("name"), part})
			}
		}
	})
	return list, err
}

// relations maps the identifiers by which a workbook names its sheets to their
// files.
func (w *workbook) relations() (map[string]string, error) {
	parts := map[string]string{}
	return parts, eachTag(w.zip, "xl/_rels/workbook.xml.rels", func(t token) {
		if !t.is(openTag, "Relationship") || !strings.HasSuffix(t.value("Type"), "/worksheet") {
			return
		}
		target := t.value("Target")
		if !strings.HasPrefix(target, "/") {
			target = "/xl/" + target
		}
		parts[t.value("Id")] = path.Clean(target)[1:]
	})
}

// eachTag calls visit with all tags of a file in an archive.
func eachTag(z *zip.Reader, name string, visit func(token)) error {
	f := entry(z, name)
	if f == nil {
		return errMarkup
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	return eachToken(newScanner(in), visit)
}

func eachToken(x *scanner, visit func(token)) error {
	for {
		t, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		visit(t)
	}
}
