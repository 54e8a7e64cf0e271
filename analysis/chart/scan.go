package chart

import (
	"math"

	"gonum.org/v1/plot/plotter"

	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
)

// ClusterScan draws what each number of clusters reaches: the share of differences
// that remains within clusters, whose bend ("elbow") is one counsel, and the mean
// silhouette, whose peak is the other.
func ClusterScan(c *segment.Clusters, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "clusters", func(w *words) phrase { return w.Scan.Title })
	d := &scan{sheet: s, c: c, w: &s.words.Scan}
	if len(c.Tried) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// scan is a ClusterScan figure in the making.
type scan struct {
	*sheet
	c              *segment.Clusters
	w              *scanWords
	within, widths int // series
}

func (d *scan) draw() {
	d.widths = d.series(d.w.Silhouette, inkMain, figure.Dot)
	d.within = d.series(d.w.Within, inkSoft, figure.Ring)
	d.heading = string(d.w.Heading)
	height := d.fit(min(320, max(240, d.width*0.5)), 0)
	within := d.open(height)
	within.Max.X -= 12
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	p.Y.Tick.Marker, p.Y.Max = d.shareTicks(1, height-46)
	first, last := d.c.Tried[0].K, d.c.Tried[len(d.c.Tried)-1].K
	p.X.Tick.Marker = wholeTicks(first, last, last-first+1, countSteps, d.lang.Int)
	p.X.Min, p.X.Max, p.Y.Min = float64(first)-0.4, float64(last)+0.4, 0
	var remains, widths plotter.XYs
	for _, s := range d.c.Tried {
		remains = append(remains, plotter.XY{X: float64(s.K), Y: s.Within})
		widths = append(widths, plotter.XY{X: float64(s.K), Y: max(0, s.Silhouette)})
	}
	p.Add(grid(), d.inSeries(d.within, curve(remains, line(inkSoft, strokePlain), plotter.NoStep)), d.inSeries(d.widths, curve(widths, line(inkMain, strokeMain), plotter.NoStep)))
	on := d.sheet.draw(p, within)
	on.nameCurves(d.named(d.widths, widths), d.named(d.within, remains))
	d.marks(on)
}

func (d *scan) marks(on panel) {
	for _, s := range d.c.Tried {
		x, y := float64(s.K), max(0, s.Silhouette)
		d.canvas.series(d.within, func() { d.ring(inkSoft, on.at(x, s.Within), radiusDot) })
		radius := radiusDot
		if s.K == d.c.K {
			radius *= 1.8
		}
		d.canvas.series(d.widths, func() { d.dot(inkMain, on.at(x, y), radius) })
		values := []figure.Value{value(d.w.Silhouette, d.lang.Number(s.Silhouette, 3)), value(d.w.Within, d.lang.Percent(s.Within, 1))}
		on.mark(x, y, figure.Mark{Series: -1, Label: d.w.Nth.with("k", d.lang.Int(s.K)), Values: values})
	}
}

func (d *scan) table() {
	d.columns(numberColumn(d.w.Axis), numberColumn(d.w.Silhouette), numberColumn(d.w.Within))
	for _, s := range d.c.Tried {
		d.row(d.count(s.K), d.measure(s.Silhouette, 3), d.share(s.Within))
	}
}

// tell writes description and footer.
func (d *scan) tell() {
	best := d.c.Tried[0]
	chosen := best
	for _, s := range d.c.Tried {
		if s.Silhouette > best.Silhouette || math.IsNaN(best.Silhouette) {
			best = s
		}
		if s.K == d.c.K {
			chosen = s
		}
	}
	l := d.lang
	d.describe(d.w.Describe.with("best", l.Int(best.K), "silhouette", l.Number(best.Silhouette, 2), "k", l.Int(chosen.K), "within", l.Percent(chosen.Within, 0)))
	customers := 0
	for _, cluster := range d.c.List {
		customers += cluster.Customers
	}
	sampled := d.w.Counted.with("customers", l.Int(customers))
	if d.c.Sampled {
		sampled = d.w.Sampled.with("customers", l.Int(d.c.Scan.Customers), "few", l.Int(d.c.SilhouetteOn))
	}
	d.footer(string(d.w.Define), sampled)
}
