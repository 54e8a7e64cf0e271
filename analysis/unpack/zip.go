package unpack

import (
	"archive/zip"
	"compress/gzip"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// maxMembers bounds how many tables an archive may hold: they are all shown.
const maxMembers = 1000

// encrypted is the bit of an entry's flags that says so.
const encrypted = 1

// zipMembers lists the tables of an archive, or the sheets of the workbook
// that it turns out to be.
func zipMembers(src ingest.Source, limit int64) ([]Member, error) {
	z, err := zip.NewReader(src, src.Size())
	if err != nil {
		return nil, explain(err, src.Name())
	}
	for _, f := range z.File {
		f.Name = strings.ReplaceAll(f.Name, `\`, "/") // as some programs write it
	}
	if entry(z, "xl/workbook.xml") != nil {
		return workbookMembers(src.Name(), z, nil, limit)
	}
	if what := document(z); what != "" {
		return nil, notTable(what, "ingest.workbook-remedy")
	}
	list, err := archiveMembers(z, limit)
	if err == nil && len(list) == 0 {
		return nil, analysis.Fail(analysis.BadInput, "unpack.no-table", analysis.Text("file", src.Name())).Or("unpack.no-table-remedy")
	}
	return list, err
}

// entry finds a file of an archive by its name, nil if there is none.
func entry(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

// document returns the message key of the kind of document that an archive is,
// "" if it is one of files.
func document(z *zip.Reader) string {
	for _, d := range []struct{ holds, what string }{
		{"xl/workbook.bin", "unpack.kind-xlsb"},
		{"word/document.xml", "ingest.kind-document"},
		{"ppt/presentation.xml", "ingest.kind-document"},
		{"Index/Document.iwa", "unpack.kind-numbers"},
		{"Index.zip", "unpack.kind-numbers"},
		{"META-INF/manifest.xml", "unpack.kind-ods"},
	} {
		if entry(z, d.holds) != nil {
			return d.what
		}
	}
	return ""
}

func archiveMembers(z *zip.Reader, limit int64) (list []Member, err error) {
	names := entryNames(z.File)
	taken := map[string]int{}
	for i, f := range z.File {
		if !couldBeTable(names[i]) {
			continue
		}
		if f.Flags&encrypted != 0 {
			return nil, analysis.Fail(analysis.BadInput, "unpack.encrypted", analysis.Text("file", names[i])).Or("unpack.encrypted-remedy")
		}
		more, err := entryMembers(unique(names[i], taken), f, limit)
		if err != nil {
			return nil, err
		}
		if list = append(list, more...); len(list) > maxMembers {
			return nil, analysis.Fail(analysis.TooLarge, "unpack.too-many", analysis.Count("limit", maxMembers)).Or("unpack.by-hand-remedy")
		}
	}
	return list, nil
}

// unique makes a name that no entry before has.
func unique(name string, taken map[string]int) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		return name + " (" + strconv.Itoa(n) + ")"
	}
	return name
}

// entryMembers returns an entry of an archive as a member, or what it holds in
// turn: the file in a .gz, the sheets of a workbook.
func entryMembers(name string, f *zip.File, limit int64) ([]Member, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xlsm":
		list, err := nestedWorkbook(name, f, limit)
		if err != nil { // say so when it is opened; the other files may be read
			return []Member{{Name: name, Path: name, source: func(int64) (ingest.Source, error) { return nil, err }}}, nil
		}
		return list, nil
	case ".gz":
		short := withoutSuffix(name, ".gz")
		return []Member{{Name: short, Path: name, source: func(limit int64) (ingest.Source, error) {
			return newFile(short, unknown, limit, func() (io.ReadCloser, error) { return openNested(f) })
		}}}, nil
	}
	size := clipSize(f.UncompressedSize64)
	return []Member{{Name: name, Path: name, Size: size, source: func(limit int64) (ingest.Source, error) {
		return newFile(name, size, limit, f.Open)
	}}}, nil
}

func clipSize(n uint64) int64 { return int64(min(n, 1<<62)) }

// nestedWorkbook unpacks a workbook, which can only be read from its end.
func nestedWorkbook(name string, f *zip.File, limit int64) ([]Member, error) {
	whole, err := newFile(name, clipSize(f.UncompressedSize64), limit, f.Open)
	if err != nil {
		return nil, err
	}
	defer whole.Release()
	z, err := zip.NewReader(whole, whole.Size())
	if err != nil {
		return nil, explain(err, name)
	}
	list, err := workbookMembers(name, z, whole, limit)
	for i := range list {
		list[i].Path = name + "/" + list[i].Path
		list[i].Name = list[i].Path
	}
	return list, err
}

// openNested reads a gzip stream in an archive.
func openNested(f *zip.File) (io.ReadCloser, error) {
	outer, err := f.Open()
	if err != nil {
		return nil, err
	}
	inner, err := gzip.NewReader(outer)
	if err != nil {
		outer.Close()
		return nil, err
	}
	return nested{inner, outer}, nil
}

type nested struct {
	io.Reader
	outer io.Closer
}

func (n nested) Close() error { return n.outer.Close() }

// entryNames returns the names of an archive's entries as text. Archives made
// on Chinese Windows hold them in GBK and do not say so; all together they
// tell better than each alone.
func entryNames(files []*zip.File) []string {
	var odd []byte
	for _, f := range files {
		if !utf8.ValidString(f.Name) {
			odd = append(append(odd, f.Name...), '\n')
		}
	}
	encoding := ingest.DetectEncoding(odd)
	names := make([]string, len(files))
	for i, f := range files {
		if names[i] = f.Name; !utf8.ValidString(f.Name) {
			names[i] = ingest.DecodeText([]byte(f.Name), encoding)
		}
	}
	return names
}

// couldBeTable judges by name: no folder, nothing hidden, no kind of file that
// is never a table. Files without a known name are given the chance.
func couldBeTable(name string) bool {
	if strings.HasSuffix(name, "/") {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return false
		}
	}
	return !slices.Contains(noTables, strings.ToLower(path.Ext(name)))
}

// noTables are what else lies in archives of exports. A workbook of the old
// kind is not among them: opening it says what to do.
var noTables = []string{
	".pdf", ".doc", ".docx", ".rtf", ".ppt", ".pptx", ".md", ".htm", ".html", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".webp",
	".mp3", ".mp4", ".mov", ".avi", ".exe", ".dll", ".js", ".css", ".py", ".sql", ".db", ".ini", ".log", ".xml", ".yml", ".yaml",
	".zip", ".7z", ".rar", ".tar", ".tgz",
}
