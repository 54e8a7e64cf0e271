package ui

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Meter is a small bar for a share in 0…1, beside the number that it shows;
// screen readers skip it.
func Meter(share float64) app.UI {
	share = math.Max(0, math.Min(1, share))
	return app.Raw(`<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">` +
		`<rect class="meter-track" width="100" height="8"/><rect class="meter-value" width="` + coord(100*share) + `" height="8"/></svg>`)
}
