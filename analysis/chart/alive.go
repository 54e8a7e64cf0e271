package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// AliveHeat draws P(alive) over frequency and recency for customers of full
// age, on one fixed scale from 0 to 100 %, with the line at which the odds
// turn. Fields in which no customer can be stay empty.
func AliveHeat(r *clv.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "alive", func(w *words) phrase { return w.Alive.Title })
	w := &s.words.Alive
	if !mapped(&r.Heat, r.Heat.Alive) {
		return s.empty(string(w.Need)), nil
	}
	d := &aliveHeat{heat{s, r, &r.Heat, r.Heat.Alive, string(w.Scale), s.lang.Percent(0, 0), s.lang.Percent(1, 0)}, w}
	d.draw(d.half)
	d.table()
	d.tell()
	return s.finish(), nil
}

// aliveHeat is an AliveHeat in the making.
type aliveHeat struct {
	heat
	w *aliveWords
}

// turn returns the first row of a column in which P(alive) is at least one
// half, and whether the column crosses it.
func (d *aliveHeat) turn(i int) (row int, ok bool) {
	values := d.h.Alive[i]
	for j := 1; j < len(values); j++ {
		if values[j-1] < 0.5 && values[j] >= 0.5 {
			return j, true
		}
	}
	return 0, false
}

// half draws the line at which P(alive) passes one half, and labels it at
// its right end.
func (d *aliveHeat) half(on panel) {
	var run []vg.Point
	for i := range d.h.X {
		if j, ok := d.turn(i); ok {
			run = append(run, on.at(float64(i)-0.5, d.edge(j)), on.at(float64(i)+0.5, d.edge(j)))
		}
	}
	if len(run) == 0 {
		return
	}
	d.stroke(line(inkText, strokePlain), run...)
	end := run[len(run)-1]
	d.note(aligned(d.bold(), draw.XRight, draw.YTop), vg.Point{X: end.X - 8, Y: end.Y - 5}, string(d.w.Half))
}

func (d *aliveHeat) table() {
	d.columns(numberColumn(d.w.X), numberColumn(d.w.Recency), numberColumn(d.w.Alive))
	for i, x := range d.h.X {
		for j, t := range d.h.Recency {
			if v := d.h.Alive[i][j]; !math.IsNaN(v) {
				d.row(d.count(x), d.measure(t, 1), d.share(v))
			}
		}
	}
}

// tell writes description and footer.
func (d *aliveHeat) tell() {
	i, j := len(d.h.X)-1, len(d.h.Recency)-1
	early := j / 2
	l := d.lang
	d.describe(d.w.Describe.with("x", l.Int(d.h.X[i]), "late", l.Number(d.h.Recency[j], 0), "early", l.Number(d.h.Recency[early], 0),
		"high", l.Percent(d.h.Alive[i][j], 0), "low", l.Percent(d.h.Alive[i][early], 0)))
	d.footer(d.w.Define.with("age", l.Weeks(d.h.T), "model", d.r.Current.Model))
}
