package local

import (
	"cmp"
	"context"
	"slices"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// Preview implements engine.Engine. What the request wants goes before what the
// recipe says, and that before what was detected.
func (l *Local) Preview(_ context.Context, req engine.PreviewRequest) (ingest.Preview, error) {
	src, _, err := l.source(req.Source)
	if err != nil {
		return ingest.Preview{}, err
	}
	p, err := ingest.SniffAs(src, req.Want, req.Kind)
	p.Rules.Today = req.Today
	if err != nil || req.Recipe == nil {
		return p, err
	}
	return replayed(src, req, p)
}

// replayed applies the recipe to a preview. If that changes how the file is
// written, the file is looked at again.
func replayed(src ingest.Source, req engine.PreviewRequest, p ingest.Preview) (ingest.Preview, error) {
	recipe := ofKind(req.Recipe, req.Kind)
	out, fits := recipe.Apply(p)
	out.Format = overlaid(out.Format, req.Want)
	if !fits || out.Format == p.Format {
		return out, nil
	}
	again, err := ingest.SniffAs(src, out.Format, out.Kind)
	again.Rules.Today = req.Today
	if err != nil {
		return again, err
	}
	format := out.Format
	out, _ = recipe.Apply(again)
	out.Format = overlaid(out.Format, format)
	return out, nil
}

// ofKind leaves of a recipe the files of a kind that a person has chosen.
func ofKind(r *ingest.Recipe, kind ingest.Kind) *ingest.Recipe {
	if kind == "" {
		return r
	}
	only := *r
	only.Files = slices.DeleteFunc(slices.Clone(r.Files), func(f ingest.RecipeFile) bool { return f.Kind != kind && (f.Kind != "" || kind != ingest.Orders) })
	return &only
}

// overlaid is f with the fields of want that are set.
func overlaid(f, want ingest.Format) ingest.Format {
	return ingest.Format{
		Encoding:  cmp.Or(want.Encoding, f.Encoding),
		Delimiter: cmp.Or(want.Delimiter, f.Delimiter),
		Quoting:   cmp.Or(want.Quoting, f.Quoting),
		Skip:      cmp.Or(want.Skip, f.Skip),
		Header:    cmp.Or(want.Header, f.Header),
		Decimal:   cmp.Or(want.Decimal, f.Decimal),
		Dates:     cmp.Or(want.Dates, f.Dates),
		Unit:      cmp.Or(want.Unit, f.Unit),
	}
}
