package chart

import (
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
)

// emptyHeight is the height of a figure that has nothing to show, in pixels.
const emptyHeight = 160

// empty returns the figure of a result that cannot be drawn: it says that
// there is not enough data and what would be needed, instead of an axis that
// suggests zeros.
func (s *sheet) empty(need string) figure.Figure {
	s.heading, s.fig.Series = "", nil
	s.open(emptyHeight)
	s.label(aligned(s.style(inkText, sizeLarge, true), draw.XCenter, draw.YCenter), s.width/2, 100, string(s.words.Common.NotEnough))
	for i, row := range s.wrap(need, s.width-40) {
		s.label(aligned(s.soft(), draw.XCenter, draw.YCenter), s.width/2, 76-float64(i)*16, row)
	}
	s.describe(string(s.words.Common.NotEnough)+s.colon(), need)
	return s.finish()
}

func (s *sheet) colon() string {
	if s.lang == locale.Chinese {
		return "："
	}
	return ":"
}

// wrap breaks text into lines of a width: between words, or in Chinese
// between any two characters.
func (s *sheet) wrap(txt string, width float64) []string {
	unit := strings.SplitAfter(txt, " ")
	if s.lang == locale.Chinese {
		unit = strings.Split(txt, "")
	}
	var rows []string
	row := ""
	for _, u := range unit {
		if row != "" && s.widthOf(strings.TrimSpace(row+u), sizeText, false) > width {
			rows, row = append(rows, strings.TrimSpace(row)), ""
		}
		row += u
	}
	return append(rows, strings.TrimSpace(row))
}
