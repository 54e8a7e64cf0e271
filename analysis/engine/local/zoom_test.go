package local_test

import (
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

func TestZoom(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		ctx := t.Context()
		if _, err := e.Zoom(ctx, engine.ZoomRequest{Figure: "movements"}); kindOf(err) != analysis.NoData {
			t.Errorf("without data: %v", err)
		}
		load(t, e, shop)
		if _, err := e.Zoom(ctx, engine.ZoomRequest{Figure: "movements"}); kindOf(err) != analysis.BadInput {
			t.Errorf("before anything was drawn: %v", err)
		}
		rates, err := e.Rates(ctx, engine.RatesRequest{Layout: figure.Layout{Lang: "en", Column: 560, Half: 430}})
		if err != nil {
			t.Fatal(err)
		}
		again, err := e.Zoom(ctx, engine.ZoomRequest{Figure: "movements"})
		if err != nil || again.SVG != rates.Movements.SVG || again.Width != 430 {
			t.Errorf("the whole is another drawing than the answer's: %v", err)
		}
		part, err := e.Zoom(ctx, engine.ZoomRequest{Figure: "movements", Part: figure.Zoom{From: 1.2, To: 3.9}})
		if err != nil || part.Span.Zoom != (figure.Zoom{From: 1, To: 4}) || len(part.Table.Rows) != 3 ||
			part.Table.Rows[0][0] != rates.Movements.Table.Rows[1][0] || !strings.HasPrefix(part.Description, "In sight: ") {
			t.Errorf("periods 1 to 3 are %+v with %d rows: %s (%v)", part.Span, len(part.Table.Rows), part.Description, err)
		}
		load(t, e, engine.SourceRef{File: 1})
		if _, err := e.Zoom(ctx, engine.ZoomRequest{Figure: "movements"}); kindOf(err) != analysis.BadInput {
			t.Errorf("a drawing of other data is kept: %v", err)
		}
	})
}
