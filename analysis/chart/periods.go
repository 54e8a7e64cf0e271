package chart

import (
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/churn"
)

// Figures over the periods of a churn.Rates put period i between i and i + 1 of the
// horizontal axis.

// periodName writes a period as people call it.
func (s *sheet) periodName(r *churn.Rates, p *churn.Period) string {
	switch r.Options.Grain {
	case churn.Month:
		return s.lang.Month(p.From)
	case churn.Quarter:
		return s.lang.Quarter(p.From)
	case churn.Year:
		return strconv.Itoa(p.From.Time().Year())
	}
	return s.between(s.lang.Date(p.From), s.lang.Date(p.To-1))
}

// periodTick is the same short enough for an axis.
func (s *sheet) periodTick(r *churn.Rates, p *churn.Period) string {
	switch r.Options.Grain {
	case churn.Month, churn.Quarter, churn.Year:
		return s.periodName(r, p)
	}
	return s.lang.Date(p.From)
}

// periodTicks marks as many periods as have room, the last one always.
func (s *sheet) periodTicks(r *churn.Rates) plot.ConstantTicks {
	width := 0.0
	for i := range r.Periods {
		width = max(width, s.widthOf(s.periodTick(r, &r.Periods[i]), sizeText, false))
	}
	n := len(r.Periods)
	step := (n + fitting(s.width-90, width) - 1) / fitting(s.width-90, width)
	var ticks plot.ConstantTicks
	for i := n - 1; i >= 0; i -= max(1, step) {
		ticks = append(ticks, plot.Tick{Value: float64(i) + 0.5, Label: s.periodTick(r, &r.Periods[i])})
	}
	return ticks
}

// unsettled shades the periods that begin too early to tell of everybody. It
// returns nil if there are none.
func (s *sheet) unsettled(r *churn.Rates) plot.Plotter {
	n := 0
	for n < len(r.Periods) && !r.Periods[n].Settled {
		n++
	}
	if n == 0 {
		return nil
	}
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		lo, hi := p.Y.Min, p.Y.Max
		area(plotter.XYs{{X: 0, Y: lo}, {X: float64(n), Y: lo}, {X: float64(n), Y: hi}, {X: 0, Y: hi}}, inkShade).Plot(c, p)
	})
}

// signed writes a change with its sign.
func (s *sheet) signed(n int) string {
	if n > 0 {
		return "+" + s.lang.Int(n)
	}
	return s.lang.Int(n)
}
