package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// drawings remember how the figures last drawn came about, by their IDs, so that a part of
// one can be drawn without computing anything anew. They hold on to the result behind each.
type drawings map[string]func(figure.Zoom) (figure.Figure, error)

// keep is into for a figure that may be looked at in part.
func (d *dataset) keep(to *figure.Figure, st figure.Style, f func(figure.Style) (figure.Figure, error)) func() error {
	return func() (err error) {
		if *to, err = f(st); err != nil || !to.Span.Exists() {
			return err
		}
		if d.drawings == nil {
			d.drawings = drawings{}
		}
		d.drawings[to.ID] = func(part figure.Zoom) (figure.Figure, error) {
			st := st
			st.Zoom = part
			return f(st)
		}
		return nil
	}
}

// Zoom implements engine.Engine.
func (l *Local) Zoom(_ context.Context, req engine.ZoomRequest) (figure.Figure, error) {
	d, err := l.loaded()
	if err != nil {
		return figure.Figure{}, err
	}
	draw, ok := d.drawings[req.Figure]
	if !ok {
		return figure.Figure{}, analysis.Fail(analysis.BadInput, "engine.no-drawing").Or("engine.no-drawing.remedy")
	}
	return draw(req.Part)
}
