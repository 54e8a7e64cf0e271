package project

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strconv"
	"strings"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/unpack"
)

// Suffix ends the names of projects' files.
const Suffix = ".churn"

// MIME is the type of a project's file.
const MIME = "application/vnd.churnbench"

// member is the name of the project in an archive that holds data, too.
const member = "project.json"

// A Held is a file of data to be held in an archive.
type Held struct {
	Name   string // see HeldName
	Source ingest.Source
}

// Pack writes a project and its data into an archive. Equal ones are equal archives.
func Pack(p *engine.Project, files []Held, progress func(bytes int64) error) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := pack(z, Held{member, ingest.Bytes(member, Write(p))}, func(int64) error { return nil }); err != nil {
		return nil, err
	}
	done := int64(0)
	for _, f := range files {
		if err := pack(z, f, func(n int64) error { return progress(done + n) }); err != nil {
			return nil, err
		}
		done += f.Source.Size()
	}
	err := z.Close()
	return b.Bytes(), err
}

func pack(z *zip.Writer, f Held, progress func(bytes int64) error) error {
	to, err := z.Create(f.Name)
	if err != nil {
		return err
	}
	return Slices(f.Source, func(b []byte, done int64) error {
		if _, err := to.Write(b); err != nil {
			return err
		}
		return progress(done)
	})
}

// sliceSize is how much of a file is in memory at a time.
const sliceSize = 1 << 20

// Slices hands over a file from its beginning to its end, with how far each slice comes.
func Slices(src ingest.Source, visit func(b []byte, done int64) error) error {
	buffer := make([]byte, min(sliceSize, max(1, src.Size())))
	for at := int64(0); at < src.Size(); {
		n, err := src.ReadAt(buffer[:min(int64(len(buffer)), src.Size()-at)], at)
		if n == 0 && err == nil {
			err = io.ErrNoProgress
		}
		if err != nil && (err != io.EOF || n == 0) {
			return err
		}
		at += int64(n)
		if err := visit(buffer[:n], at); err != nil {
			return err
		}
	}
	return nil
}

// HeldName is the name that a file has in an archive in which others are taken: one by
// which unpack lists it and takes it for what it is, a workbook or a plain file, and that
// is not the project's.
func HeldName(name string, workbook bool, taken map[string]bool) string {
	name = strings.Trim(strings.ReplaceAll(name, `\`, "/"), "/. ")
	if name == "" || !unpack.Lists(name) {
		name = strings.TrimRight("data-"+strings.ReplaceAll(name, "/", "-"), "-")
	}
	switch {
	case workbook && !unpack.IsWorkbook(name):
		name += ".xlsx"
	case !workbook && (unpack.Nests(name) || !unpack.Lists(name)):
		name += ".csv"
	}
	ext := path.Ext(name)
	short := strings.TrimSuffix(name, ext)
	for n := 2; taken[strings.ToLower(name)] || strings.EqualFold(name, member); n++ {
		name = short + " (" + strconv.Itoa(n) + ")" + ext
	}
	taken[strings.ToLower(name)] = true
	return name
}
