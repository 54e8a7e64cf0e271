package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/sample"
)

// Warm implements engine.Engine: it takes a sample through the whole pipeline
// in an engine of its own. Between its steps it lets waiting calls in, and it
// stops there when ctx ends.
func (l *Local) Warm(ctx context.Context) error {
	w := New(func(uint32) (ingest.Source, error) {
		return nil, analysis.Fail(analysis.Internal, "engine.no-data")
	}, l.words)
	req := engine.LoadRequest{Files: []engine.FileRequest{{Source: engine.SourceRef{Sample: sample.Keys()[0], Lang: "en"}}}}
	for _, step := range []func() error{
		func() error { return w.warmPreview(ctx, &req) },
		func() error { _, err := w.Load(ctx, req); return err },
		func() error { _, err := w.Segments(ctx, engine.SegmentsRequest{}); return err },
		func() error { _, err := w.Cohorts(ctx, engine.CohortsRequest{}); return err },
		func() error { _, err := w.Survival(ctx, engine.SurvivalRequest{}); return err },
		func() error { _, err := w.Definition(ctx, engine.DefinitionRequest{}); return err },
		func() error { _, err := w.Value(ctx, engine.ValueRequest{}); return err },
	} {
		if err := rest(ctx); err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (l *Local) warmPreview(ctx context.Context, req *engine.LoadRequest) error {
	file := &req.Files[0]
	p, err := l.Preview(ctx, engine.PreviewRequest{Source: file.Source})
	file.Format, file.Mapping, req.Rules = p.Format, p.Mapping, p.Rules
	return err
}
