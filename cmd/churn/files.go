package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// A fileCall is what the person says about one file, or about all of them.
type fileCall struct {
	path    string
	member  string // of an archive or workbook
	kind    ingest.Kind
	want    ingest.Format
	columns []namedColumn
}

// A namedColumn gives a column, by name or by number from 1, a role.
type namedColumn struct {
	role ingest.Role
	name string
}

// A fileList holds the files of a call. Flags behind a file are about that
// file, those before the first about all.
type fileList struct {
	all   fileCall
	files []*fileCall
}

func (l *fileList) add(path string) { l.files = append(l.files, &fileCall{path: path}) }

// current is what the next flag is about.
func (l *fileList) current() *fileCall {
	if len(l.files) == 0 {
		return &l.all
	}
	return l.files[len(l.files)-1]
}

// settled puts what was said of all files behind what was said of each.
func (l *fileList) settled() {
	for _, f := range l.files {
		all := l.all
		f.member, f.kind = cmp.Or(f.member, all.member), cmp.Or(f.kind, all.kind)
		f.want = ingest.Format{
			Encoding:  cmp.Or(f.want.Encoding, all.want.Encoding),
			Delimiter: cmp.Or(f.want.Delimiter, all.want.Delimiter),
			Quoting:   cmp.Or(f.want.Quoting, all.want.Quoting),
			Skip:      cmp.Or(f.want.Skip, all.want.Skip),
			Header:    cmp.Or(f.want.Header, all.want.Header),
			Decimal:   cmp.Or(f.want.Decimal, all.want.Decimal),
			Dates:     cmp.Or(f.want.Dates, all.want.Dates),
			Unit:      cmp.Or(f.want.Unit, all.want.Unit),
		}
	}
}

// mapping puts the person's columns into the proposed mapping. A column that
// was named for all files need not be in each; the roles that were found are
// noted.
func (l *fileList) mapping(f *fileCall, p ingest.Preview, found map[ingest.Role]bool) (ingest.Mapping, error) {
	m := slices.Clone(p.Mapping)
	for _, c := range l.all.columns {
		if i, err := findColumn(p.Columns, c.name); err == nil {
			assign(m, i, c.role)
			found[c.role] = true
		}
	}
	for _, c := range f.columns {
		i, err := findColumn(p.Columns, c.name)
		if err != nil {
			return nil, err
		}
		assign(m, i, c.role)
	}
	return m, nil
}

// missing says which of the columns that were named for all files is in none.
func (l *fileList) missing(found map[ingest.Role]bool, p ingest.Preview) error {
	for _, c := range l.all.columns {
		if !found[c.role] {
			_, err := findColumn(p.Columns, c.name)
			return err
		}
	}
	return nil
}

// assign gives a column a role, and takes it from the one that had it.
func assign(m ingest.Mapping, at int, role ingest.Role) {
	for i, r := range m {
		if r == role && !role.Repeats() {
			m[i] = ingest.Ignore
		}
	}
	m[at] = role
}

func findColumn(columns []ingest.Column, name string) (int, error) {
	names := make([]string, len(columns))
	for i, c := range columns {
		if strings.EqualFold(strings.TrimSpace(c.Name), strings.TrimSpace(name)) {
			return i, nil
		}
		names[i] = c.Name
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(columns) {
		return n - 1, nil
	}
	return 0, fmt.Errorf("no column %q; the file has %s", name, strings.Join(names, ", "))
}

// openFile opens a file that can be read in any order. Pipes and devices cannot,
// and opening some of them would wait for ever.
func openFile(path string) (ingest.Source, io.Closer, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, err
	case info.IsDir():
		return nil, nil, analysis.Fail(analysis.BadInput, "cli.folder", analysis.Text("path", path)).Or("cli.folder.remedy")
	case !info.Mode().IsRegular():
		return nil, nil, analysis.Fail(analysis.BadInput, "cli.no-file", analysis.Text("path", path)).Or("cli.no-file.remedy")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return ingest.NewSource(filepath.Base(path), f, info.Size()), f, nil
}
