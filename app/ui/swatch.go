package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
)

// swatches draw what the marks of a series look like, on 20 × 12.
var swatches = map[figure.Shape]string{
	figure.Line:   `<path d="M1 6H19" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>`,
	figure.Dashed: `<path d="M1 6H19" stroke="currentColor" stroke-width="2.2" stroke-dasharray="4 3"/>`,
	figure.Band:   `<rect y="1" width="20" height="10" rx="2" fill="currentColor"/>`,
	figure.Dot:    `<circle cx="10" cy="6" r="4" fill="currentColor"/>`,
	figure.Ring:   `<circle cx="10" cy="6" r="3.5" fill="none" stroke="currentColor" stroke-width="2"/>`,
	figure.Bar:    `<rect x="4" y="0" width="12" height="12" rx="2.5" fill="currentColor"/>`,
}

// swatch shows a series' shape in the colour of the drawing, by the same class.
func swatch(s figure.Series) app.UI {
	shape, ok := swatches[s.Shape]
	if !ok {
		shape = swatches[figure.Bar]
	}
	opacity := ""
	if o := figure.Opacity(s.Ink); o != "" {
		opacity = ` opacity="` + o + `"`
	}
	return app.Raw(`<svg class="swatch ` + s.Ink + `" viewBox="0 0 20 12"` + opacity + ` aria-hidden="true">` + shape + `</svg>`)
}
