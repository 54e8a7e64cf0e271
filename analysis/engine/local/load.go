package local

import (
	"context"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// Preview implements engine.Engine.
func (l *Local) Preview(ctx context.Context, req engine.PreviewRequest) (ingest.Preview, error) {
	src, _, err := l.source(req.Source)
	if err != nil {
		return ingest.Preview{}, err
	}
	return ingest.SniffAs(src, req.Want, req.Kind)
}

// Load implements engine.Engine.
func (l *Local) Load(ctx context.Context, req engine.LoadRequest) (engine.Dataset, error) {
	if len(req.Files) == 0 {
		return engine.Dataset{}, analysis.Fail(analysis.NoData, "engine.no-data").Or("engine.no-data.remedy")
	}
	defer l.unpacked.release()
	file := req.Files[0]
	src, truth, err := l.source(file.Source)
	if err != nil {
		return engine.Dataset{}, err
	}
	table, err := ingest.Read(ctx, src, file.Format, file.Mapping, req.Rules, func(read, rows int64) {
		engine.Report(ctx, engine.Progress{Stage: "progress.read", Bytes: read, OfBytes: src.Size(), Rows: int(rows)})
	})
	if err != nil {
		return engine.Dataset{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.group", Bytes: src.Size(), OfBytes: src.Size(), Rows: table.Ledger().Read})
	d := &dataset{table: table, log: table.Log()}
	l.version++
	d.about = describe(src, d, l.version)
	d.about.Warnings = slices.Concat(req.Doubts, doubtEnd(d.log), d.about.Warnings)
	for _, t := range truth {
		d.about.Truth = append(d.about.Truth, engine.TruthRow{Key: t.Key, Value: t.Value})
	}
	l.data = d
	return d.about, nil
}

func describe(src ingest.Source, d *dataset, version uint32) engine.Dataset {
	return engine.Dataset{
		Version:   version,
		Name:      src.Name(),
		Size:      src.Size(),
		Ledger:    d.table.Ledger(),
		Customers: d.log.Customers(),
		Days:      len(d.log.Day),
		First:     d.log.First(),
		End:       d.log.End,
		Currency:  d.log.Currency,
		Warnings:  d.table.Warnings(),
	}
}
