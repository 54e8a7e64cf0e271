package local

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/project"
	"churnbench/analysis/unpack"
)

// maxHeld is how many bytes of data a project holds at most: they are in memory twice
// while it crosses to the page.
const maxHeld = 512 << 20

// Project implements engine.Engine.
func (l *Local) Project(ctx context.Context, req engine.ProjectRequest) (engine.File, error) {
	defer l.unpacked.release()
	d, err := l.loaded()
	if err != nil {
		return engine.File{}, err
	}
	p := req.Project
	p.Version, p.Columns, p.First, p.End = engine.ProjectVersion, d.about.Columns, d.about.First, d.about.End
	held, err := l.describeFiles(ctx, d, &p, req.Data)
	if err != nil {
		return engine.File{}, err
	}
	if req.Compute {
		if p.Receipts, err = l.Receipts(ctx, engine.ReceiptsRequest{Questions: p.Questions}); err != nil {
			return engine.File{}, err
		}
	}
	out := engine.File{Name: fileName(p.Name, d.about.Name), MIME: project.MIME}
	if len(held) == 0 {
		out.Bytes = project.Write(&p)
		return out, nil
	}
	out.Bytes, err = project.Pack(&p, held, func(done int64) error {
		engine.Report(ctx, engine.Progress{Stage: "progress.pack", Bytes: done, OfBytes: sizeOf(held)})
		return ctx.Err()
	})
	if err != nil {
		return engine.File{}, notRead(ctx, err)
	}
	return out, nil
}

// describeFiles notes in p what the dataset was read from, and returns the files to be
// held. A sample needs no file: it is generated anew.
func (l *Local) describeFiles(ctx context.Context, d *dataset, p *engine.Project, hold bool) ([]project.Held, error) {
	p.Sample, p.Recipe, p.Files = "", nil, nil
	if files := d.read.Files; len(files) == 1 && files[0].Source.Sample != "" {
		p.Sample, p.Lang = files[0].Source.Sample, files[0].Source.Lang
		return nil, nil
	}
	recipe, err := l.recipeOf(d)
	if err != nil {
		return nil, err
	}
	p.Recipe = recipe
	h := holding{names: map[string]bool{}, of: map[memberKey]string{}}
	for i, f := range d.about.Files {
		file := engine.ProjectFile{Name: f.Name, Size: f.Size, Rows: f.Ledger.Read}
		src, within, key, err := l.whole(d.read.Files[i].Source)
		if err == nil {
			file.SHA256, err = l.hash(ctx, src, key)
		}
		if err == nil && hold {
			file.Held, err = h.add(src, within, key)
		}
		if err != nil {
			return nil, err
		}
		p.Files = append(p.Files, file)
	}
	return h.files, nil
}

// whole finds the file that a source is, or is part of, without an archive around it, and
// what to remember of it by.
func (l *Local) whole(ref engine.SourceRef) (src ingest.Source, within string, key memberKey, err error) {
	if ref.Sample != "" || ref.Text != nil {
		src, _, err = l.source(ref)
		if err == nil {
			key = memberKey{name: src.Name(), member: ref.Sample + string(ref.Text), size: src.Size()}
		}
		return src, "", key, err
	}
	attached, err := l.open(ref.File)
	if err != nil {
		return nil, "", key, err
	}
	src, within, err = unpack.Whole(attached, ref.Member, maxUnpacked)
	key = memberKey{file: ref.File, name: attached.Name(), size: attached.Size()}
	if src != attached {
		key.member = strings.TrimSuffix(ref.Member, "/"+within)
	}
	return src, within, key, err
}

// hash returns the SHA-256 of a file, from memory if it was computed before.
func (l *Local) hash(ctx context.Context, src ingest.Source, key memberKey) (string, error) {
	if known, ok := l.hashes[key]; ok {
		return known, nil
	}
	h := sha256.New()
	err := project.Slices(src, func(b []byte, done int64) error {
		engine.Report(ctx, engine.Progress{Stage: "progress.hash", Bytes: done, OfBytes: src.Size()})
		h.Write(b)
		return ctx.Err()
	})
	if f, ok := src.(*unpack.File); ok {
		f.Release()
	}
	if err != nil {
		return "", notRead(ctx, err)
	}
	if l.hashes == nil {
		l.hashes = map[memberKey]string{}
	}
	l.hashes[key] = hex.EncodeToString(h.Sum(nil))
	return l.hashes[key], nil
}

// notRead says that somebody stopped it, or why a file could not be read.
func notRead(ctx context.Context, err error) error {
	var said *analysis.Error
	switch {
	case errors.As(err, &said):
		return said
	case ctx.Err() != nil:
		return engine.AsError(ctx.Err())
	}
	return analysis.Fail(analysis.BadInput, "ingest.unreadable", analysis.Text("reason", err.Error())).Or("ingest.unreadable-remedy")
}

// A holding gathers the files that a project holds, each once.
type holding struct {
	files []project.Held
	names map[string]bool      // that are taken
	of    map[memberKey]string // names of those that are in already
	size  int64
}

// add takes a file in and returns the member that a part of it will be.
func (h *holding) add(src ingest.Source, within string, key memberKey) (string, error) {
	name, ok := h.of[key]
	if !ok {
		if h.size += src.Size(); h.size > maxHeld {
			return "", analysis.Fail(analysis.TooLarge, "project.held-large", analysis.Size("limit", maxHeld)).Or("project.held-large.remedy")
		}
		name = project.HeldName(src.Name(), within != "", h.names)
		h.of[key] = name
		h.files = append(h.files, project.Held{Name: name, Source: src})
	}
	if within == "" {
		return name, nil
	}
	return name + "/" + within, nil
}

func sizeOf(files []project.Held) (n int64) {
	for _, f := range files {
		n += f.Source.Size()
	}
	return n
}

// fileName is what a project is saved as.
func fileName(name, data string) string {
	if strings.TrimSpace(name) == "" {
		name, _, _ = strings.Cut(data, ".")
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(name))
	name = strings.Trim(name, " .")
	if name == "" {
		name = "project"
	}
	return name + project.Suffix
}
