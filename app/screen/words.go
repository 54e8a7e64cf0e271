package screen

import (
	"strings"

	"churnbench/analysis"
	"churnbench/app/i18n"
)

// An Arg is a named value of a message.
type Arg = analysis.Arg

// Sentences puts sentences one behind the other; empty ones are left out.
// Chinese full stops bring their own space.
func (h *Host) Sentences(sentences ...string) string {
	space := " "
	if h.Lang == i18n.Chinese {
		space = ""
	}
	var said []string
	for _, s := range sentences {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, space)
}

// Range writes an interval of shares: 30.7–33.4 %.
func (h *Host) Range(low, high float64, decimals int) string {
	return h.Lang.Number(100*low, decimals) + "–" + h.Lang.Percent(high, decimals)
}
