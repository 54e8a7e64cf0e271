package local

import (
	"context"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/sample"
)

// source finds what ref names, with the known truth if it is a sample.
func (l *Local) source(ref engine.SourceRef) (ingest.Source, []sample.Truth, error) {
	switch {
	case ref.Sample != "":
		return sample.Open(ref.Sample, ref.Lang)
	case ref.Text != nil:
		return ingest.Bytes("", ref.Text), nil, nil
	default:
		src, err := l.open(ref.File)
		return src, nil, err
	}
}

// Contents implements engine.Engine.
func (l *Local) Contents(_ context.Context, ref engine.SourceRef) ([]engine.Member, error) {
	src, _, err := l.source(ref)
	if err != nil {
		return nil, err
	}
	return []engine.Member{{Name: src.Name(), Size: src.Size()}}, nil
}
