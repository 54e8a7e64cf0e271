package local

import (
	"bytes"
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/project"
	"churnbench/analysis/sample"
	"churnbench/analysis/unpack"
)

// source finds what ref names, with the known truth if it is a sample. Of an
// archive with several members, ref must name one.
func (l *Local) source(ref engine.SourceRef) (ingest.Source, []sample.Truth, error) {
	switch {
	case ref.Sample != "":
		return sample.Open(ref.Sample, ref.Lang)
	case ref.Text != nil:
		return ingest.Bytes("", ref.Text), nil, nil
	}
	src, err := l.open(ref.File)
	if err != nil {
		return nil, nil, err
	}
	src, err = l.unpacked.open(src, ref)
	return src, nil, err
}

// Contents implements engine.Engine.
func (l *Local) Contents(_ context.Context, ref engine.SourceRef) ([]engine.Member, error) {
	if ref.Sample != "" || ref.Text != nil {
		src, _, err := l.source(ref)
		if err != nil {
			return nil, err
		}
		m := engine.Member{Name: src.Name(), Size: src.Size()}
		if project.Looks(ref.Text) {
			m.Project, err = project.Read(ref.Text)
		}
		return []engine.Member{m}, err
	}
	src, err := l.open(ref.File)
	if err != nil {
		return nil, err
	}
	members, err := unpack.Members(src, maxUnpacked)
	if err != nil {
		return nil, err
	}
	list := make([]engine.Member, len(members))
	for i, m := range members {
		list[i] = engine.Member{Name: m.Name, Member: m.Path, Size: m.Size}
		if err = recognise(&list[i], m); err != nil && (m.Path == "" || isProject(src.Name())) {
			return nil, err
		}
	}
	if err := projectsOf(src.Name(), list); err != nil {
		return nil, err
	}
	slices.SortStableFunc(list, func(a, b engine.Member) int { return projectFirst(a) - projectFirst(b) })
	return list, nil
}

// projectsOf refuses a file that calls itself a project and has none, and one that has
// several: each would take the place of the one before.
func projectsOf(name string, list []engine.Member) error {
	n := 0
	for _, m := range list {
		n += 1 - projectFirst(m)
	}
	switch {
	case n == 0 && isProject(name):
		return analysis.Fail(analysis.BadInput, "project.foreign").Or("project.remedy")
	case n > 1:
		return analysis.Fail(analysis.BadInput, "project.several", analysis.Text("file", name), analysis.Count("n", n)).Or("project.several.remedy")
	}
	return nil
}

// projectFirst puts the project of an archive before the files that it holds.
func projectFirst(m engine.Member) int { return one(m.Project == nil) }

// recognise finds out whether a member is a recipe or a project, or why it cannot be used
// as one. A member that cannot be opened is neither: whoever previews it learns why.
func recognise(to *engine.Member, m unpack.Member) (err error) {
	if m.Size > project.MaxSize || m.Size <= 0 && !isJSON(m.Name) {
		return nil
	}
	src, err := m.Open(project.MaxSize)
	if err != nil || src.Size() > project.MaxSize {
		return nil
	}
	if f, ok := src.(*unpack.File); ok {
		defer f.Release()
	}
	head := make([]byte, min(src.Size(), 1<<10))
	n, _ := src.ReadAt(head, 0)
	switch head = head[:n]; {
	case project.Looks(head), isProject(m.Name):
		to.Project, err = project.Read(whole(src))
	case src.Size() <= ingest.MaxRecipe && bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("{")):
		to.Recipe, err = ingest.ParseRecipe(whole(src))
	}
	var said *analysis.Error
	if errors.As(err, &said) && said.Message.Key == "ingest.recipe-foreign" {
		return nil // other JSON
	}
	return err
}

func isJSON(name string) bool {
	return strings.EqualFold(path.Ext(name), ".json") || isProject(name)
}

func isProject(name string) bool { return strings.EqualFold(path.Ext(name), project.Suffix) }

// whole reads all of a small source; what cannot be read is missing at its end.
func whole(src ingest.Source) []byte {
	text := make([]byte, src.Size())
	n, _ := src.ReadAt(text, 0)
	return text[:n]
}
