package chart

import (
	"math"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// FutureHeat draws the purchases to expect within the horizon over frequency and
// recency, beside AliveHeat: who bought often long ago is not who will buy often.
// The scale ends at the largest value.
func FutureHeat(r *clv.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "future", func(w *words) phrase { return w.Future.Title })
	w := &s.words.Future
	most := largest(r.Heat.Expected)
	if !mapped(&r.Heat, r.Heat.Expected) || !(most > 0) {
		return s.empty(string(s.words.Alive.Need)), nil
	}
	full := s.lang.Number(most, 1)
	d := &futureHeat{heat{s, r, &r.Heat, sharesOf(r.Heat.Expected, most), string(w.Scale), s.lang.Number(0, 0), full}, w}
	d.draw(func(panel) {})
	d.table()
	d.tell()
	return s.finish(), nil
}

// futureHeat is a FutureHeat in the making.
type futureHeat struct {
	heat
	w *futureWords
}

// largest returns the largest value of a map, 0 if there is none above.
func largest(values [][]float64) float64 {
	most := 0.0
	for _, column := range values {
		for _, v := range column {
			if v > most && !math.IsInf(v, 0) {
				most = v
			}
		}
	}
	return most
}

// sharesOf relates the values of a map to the largest.
func sharesOf(values [][]float64, most float64) [][]float64 {
	out := make([][]float64, len(values))
	for i, column := range values {
		out[i] = make([]float64, len(column))
		for j, v := range column {
			out[i][j] = v / most
		}
	}
	return out
}

func (d *futureHeat) table() {
	a := &d.words.Alive
	d.columns(numberColumn(a.X), numberColumn(a.Recency), numberColumn(a.Future))
	for i, x := range d.h.X {
		for j, t := range d.h.Recency {
			if v := d.h.Expected[i][j]; !math.IsNaN(v) {
				d.row(d.count(x), d.measure(t, 1), d.measure(v, 2))
			}
		}
	}
}

// tell writes description and footer.
func (d *futureHeat) tell() {
	l, i, j := d.lang, len(d.h.X)-1, len(d.h.Recency)-1
	early := j / 2
	d.describe(d.w.Describe.with("x", l.Int(d.h.X[i]), "late", l.Number(d.h.Recency[j], 0), "early", l.Number(d.h.Recency[early], 0),
		"high", l.Number(d.h.Expected[i][j], 1), "low", l.Number(d.h.Expected[i][early], 1)))
	d.footer(d.w.Define.with("age", l.Weeks(d.h.T), "model", d.r.Current.Model, "months", l.Months(float64(d.r.Options.Horizon))))
}
