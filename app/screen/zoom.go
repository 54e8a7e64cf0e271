package screen

import (
	"context"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// Zoom implements ui.Zoomer: the engine draws the part. It is no question of the screen's:
// what was asked, and what undo and a project know, stays as it is.
func (h *Host) Zoom(id string, part figure.Zoom, show func(*figure.Figure)) {
	go func() {
		f, err := h.Engine.Zoom(context.Background(), engine.ZoomRequest{Figure: id, Part: part})
		if err != nil {
			h.Redraw(func() { h.Tell(i18n.Say(h.Lang, engine.AsError(err).Message), ui.ErrorLevel) })
			show(nil)
			return
		}
		show(&f)
	}()
}
