package unpack

import (
	"archive/zip"
	"path"
	"strings"

	"churnbench/analysis/ingest"
)

// Whole returns the file that a member is, or is part of, without the archive around it:
// a workbook as it was saved, not its sheet. within is the member's path in that file, ""
// if it is all of it. Of an archive with several members, member must name one.
func Whole(src ingest.Source, member string, limit int64) (whole ingest.Source, within string, err error) {
	found, err := Find(src, member, limit)
	if err != nil || found == src {
		return src, "", err
	}
	z, err := zip.NewReader(src, src.Size())
	if err != nil { // a gzip stream: what it unpacks to is the file
		return found, "", nil
	}
	if entry(z, "xl/workbook.xml") != nil {
		return src, onlyMember(src, member, limit), nil
	}
	names := entryNames(z.File)
	for i, f := range z.File {
		name := strings.ReplaceAll(names[i], `\`, "/")
		if sheet, ok := strings.CutPrefix(member, name+"/"); ok && IsWorkbook(name) {
			whole, err := newFile(name, clipSize(f.UncompressedSize64), limit, f.Open)
			return whole, sheet, err
		}
	}
	return found, "", nil
}

// onlyMember is the path of a member, named or the only one.
func onlyMember(src ingest.Source, member string, limit int64) string {
	if list, err := Members(src, limit); err == nil && member == "" && len(list) == 1 {
		return list[0].Path
	}
	return member
}

// IsWorkbook reports whether a file of this name that lies in an archive is taken for a workbook.
func IsWorkbook(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".xlsx" || ext == ".xlsm"
}

// Nests reports whether Members looks into a file of this name that lies in an archive: a
// file of another name would be found as it is, or not at all.
func Nests(name string) bool { return IsWorkbook(name) || strings.EqualFold(path.Ext(name), ".gz") }

// Lists reports whether Members lists a file of this name that lies in an archive.
func Lists(name string) bool { return couldBeTable(name) }
