package local

import (
	"bytes"
	"context"
	"errors"
	"path"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
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
		return []engine.Member{{Name: src.Name(), Size: src.Size()}}, nil
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
		if m.Size > 0 && m.Size <= ingest.MaxRecipe || strings.EqualFold(path.Ext(m.Name), ".json") {
			if list[i].Recipe, err = recipeIn(m); err != nil && m.Path == "" {
				return nil, err
			}
		}
	}
	return list, nil
}

// recipeIn returns the recipe that a member is, nil if it is anything else, or
// why it cannot be replayed. A member that cannot be opened is none: whoever
// previews it learns why.
func recipeIn(m unpack.Member) (*ingest.Recipe, error) {
	src, err := m.Open(ingest.MaxRecipe)
	if err != nil || src.Size() > ingest.MaxRecipe {
		return nil, nil
	}
	if f, ok := src.(*unpack.File); ok {
		defer f.Release()
	}
	text := make([]byte, src.Size())
	n, _ := src.ReadAt(text[:min(len(text), 4)], 0)
	if !bytes.HasPrefix(bytes.TrimPrefix(text[:n], []byte("\ufeff")), []byte("{")) {
		return nil, nil
	}
	n, _ = src.ReadAt(text, 0)
	recipe, err := ingest.ParseRecipe(text[:n])
	var said *analysis.Error
	if errors.As(err, &said) && said.Message.Key == "ingest.recipe-foreign" {
		return nil, nil
	}
	return recipe, err
}
