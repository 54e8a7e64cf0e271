package chart

import (
	"image/color"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Strokes and radii, in pixels.
const (
	strokeMain  = 2.6
	strokePlain = 1.6
	strokeFine  = 1.0
	radiusDot   = 3.5
	radiusBox   = 4.0
)

// Dash patterns.
var (
	dashLoose = []vg.Length{5, 5} // less certain
	dashTight = []vg.Length{2, 3} // a ruler, not data
)

// typeface names the embedded font that widths are measured with.
func typeface(size float64, bold bool) font.Font {
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Size: vg.Length(size)}
	if bold {
		f.Weight = stdfont.WeightBold
	}
	return f
}

// style returns the style of text by its role.
func (s *sheet) style(ink Ink, size float64, bold bool) text.Style {
	return text.Style{
		Color: ink, Font: typeface(size, bold),
		XAlign: draw.XLeft, YAlign: draw.YCenter, Handler: handler{s.canvas},
	}
}

func (s *sheet) soft() text.Style  { return s.style(inkSoft, sizeText, false) }
func (s *sheet) plain() text.Style { return s.style(inkText, sizeText, false) }
func (s *sheet) small() text.Style { return s.style(inkSoft, sizeSmall, false) }
func (s *sheet) bold() text.Style  { return s.style(inkText, sizeText, true) }

// aligned returns the style with another anchor.
func aligned(sty text.Style, x draw.XAlignment, y draw.YAlignment) text.Style {
	sty.XAlign, sty.YAlign = x, y
	return sty
}

// line returns a line style.
func line(ink Ink, width float64, dash ...vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: ink, Width: vg.Length(width), Dashes: dash}
}

// newPlot returns a plot in the house style: a baseline, level grid lines and
// soft labels; no frame, no ticks, no background.
func (s *sheet) newPlot() *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.TextHandler = handler{s.canvas}
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.LineStyle = line(inkGrid, 0)
		axis.Tick.LineStyle = line(inkGrid, 0)
		axis.Tick.Length = 0
		axis.Padding = 0
		axis.Tick.Label = s.soft()
		axis.Label.TextStyle = s.soft()
		axis.Label.Padding = 4
	}
	p.X.Tick.Label.XAlign, p.X.Tick.Label.YAlign = draw.XCenter, draw.YTop
	p.X.Label.TextStyle.XAlign, p.X.Label.TextStyle.YAlign = draw.XCenter, draw.YBottom
	p.X.Padding = 8
	p.Y.Tick.Label.XAlign = draw.XRight
	p.Y.Padding = 4
	return p
}

// grid draws level lines at the ticks of the vertical axis.
func grid() plot.Plotter {
	g := plotter.NewGrid()
	g.Vertical.Color = nil
	g.Horizontal = line(inkGrid, strokeFine)
	return g
}

// plotFunc makes a function a plotter, for marks that gonum/plot has none for.
type plotFunc func(c draw.Canvas, p *plot.Plot)

// Plot draws.
func (f plotFunc) Plot(c draw.Canvas, p *plot.Plot) { f(c, p) }

// curve returns a line through points.
func curve(points plotter.XYs, sty draw.LineStyle, step plotter.StepKind) plot.Plotter {
	return &plotter.Line{XYs: points, LineStyle: sty, StepStyle: step}
}

// area returns a filled outline.
func area(outline plotter.XYs, fill color.Color) plot.Plotter {
	return &plotter.Polygon{XYs: []plotter.XYs{outline}, Color: fill}
}

// inSeries draws plotters within the group of a series.
func (s *sheet) inSeries(index int, parts ...plot.Plotter) plot.Plotter {
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		s.canvas.series(index, func() {
			for _, part := range parts {
				part.Plot(c, p)
			}
		})
	})
}
