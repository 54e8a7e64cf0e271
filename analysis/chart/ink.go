package chart

import (
	"math"
	"strconv"
)

// An Ink is a colour by its role: the class that web/css/figure.css colours.
// It goes through gonum/plot as any other color.Color does, and our canvas
// takes the role out again.
type Ink string

// The roles.
const (
	inkText    Ink = "ink-text"
	inkSoft    Ink = "ink-soft"
	inkGrid    Ink = "ink-grid"
	inkSurface Ink = "ink-surface"
	inkVeil    Ink = "ink-veil"  // behind text that crosses a line
	inkShade   Ink = "ink-shade" // a span of the axis that differs, such as the holdout
	inkFaint   Ink = "ink-faint" // one of many lines
	inkBand    Ink = "ink-band"  // an interval
	inkPale    Ink = "ink-pale"  // the lesser part of the main series
	inkWarn    Ink = "ink-warn"
	inkMain    Ink = "ink-1" // the main series
	inkPicked  Ink = "ink-3" // one of many lines, picked out
	inkBlack   Ink = "ink-black"
	inkOnMag   Ink = "ink-on-mag"
)

// RGBA makes Ink a color.Color. No drawing of ours shows it.
func (Ink) RGBA() (r, g, b, a uint32) { return 0, 0, 0, math.MaxUint16 }

// heatLevels is the number of steps from nothing to the whole scale.
const heatLevels = 11

// heatInk returns the colour of a share of the scale, 0 to 1.
func heatInk(share float64) Ink { return Ink("heat-" + strconv.Itoa(heatLevel(share))) }

func heatLevel(share float64) int {
	if math.IsNaN(share) {
		return 0
	}
	return int(math.Round(min(1, max(0, share)) * (heatLevels - 1)))
}

// onHeat returns the ink that reads best on a share of the scale. The steps
// hold in both themes; figure's test computes the contrasts.
func onHeat(share float64) Ink {
	switch level := heatLevel(share); {
	case level <= 5:
		return inkText
	case level <= 8:
		return inkBlack
	default:
		return inkOnMag
	}
}
