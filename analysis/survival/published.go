package survival

import (
	"math"

	"churnbench/analysis"
)

// A Published is a number that others published beside what this package makes of it.
type Published struct {
	Source   string
	Method   string
	Quantity string // in mathematical notation
	Printed  string // digit by digit
	Computed float64
}

// Remission times in weeks of children with leukaemia on 6-MP, whether a relapse ended
// them, and on placebo, where one ended all: Freireich and others (1963), Blood 21:699,
// the data on which Gehan (1965) and Cox (1972) showed their methods.
var (
	treatedWeeks = []float64{6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35}
	treatedEnds  = []uint8{1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0}
	placeboWeeks = []float64{1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}
)

// remissions returns the two groups: 0 on 6-MP, 1 on placebo.
func remissions() (*Subjects, *Groups) {
	s := &Subjects{Time: append(append([]float64(nil), treatedWeeks...), placeboWeeks...), Event: append([]uint8(nil), treatedEnds...)}
	g := &Groups{Code: make([]uint32, len(treatedWeeks)), Names: []string{"6-MP", "placebo"}}
	for range placeboWeeks {
		s.Event, g.Code = append(s.Event, 1), append(g.Code, 1)
	}
	return s, g
}

// SelfCheck recomputes what R's survival package prints for data that are printed in
// full: the curve of those on 6-MP, the medians, the log-rank test, and the
// likelihood-ratio test of a Cox regression. The error is nil unless the package is
// broken.
func SelfCheck() ([]Published, error) {
	s, g := remissions()
	c, err := Compare(s, g, Options{})
	if err != nil {
		return nil, err
	}
	const of = ", remissions of Freireich and others (1963)"
	var rows []Published
	add := func(source, method, quantity, printed string, computed float64) {
		rows = append(rows, Published{source + of, method, quantity, printed, computed})
	}
	for _, p := range []struct {
		quantity, printed string
		week              float64
	}{
		{"S(6)", "0.857142857142857", 6}, {"S(7)", "0.80672268907563", 7}, {"S(10)", "0.752941176470588", 10},
		{"S(13)", "0.690196078431372", 13}, {"S(16)", "0.627450980392157", 16}, {"S(22)", "0.53781512605042", 22}, {"S(23)", "0.448179271708683", 23},
	} {
		add("R survfit", "Kaplan–Meier", p.quantity, p.printed, c.Groups[0].Curve.At(p.week).S)
	}
	add("R survfit", "Kaplan–Meier", "median, 6-MP", "23", c.Groups[0].Quantiles[1].Time)
	add("R survfit", "Kaplan–Meier", "median, placebo", "8", c.Groups[1].Quantiles[1].Time)
	add("R survdiff", "log-rank", "E(6-MP)", "19.2505009480", c.LogRank.Expected[0])
	add("R survdiff", "log-rank", "E(placebo)", "10.7494990520", c.LogRank.Expected[1])
	add("R survdiff", "log-rank", "χ²", "16.7929409892165", c.LogRank.Statistic)
	add("R survdiff", "log-rank", "p", "4.168809e-05", c.LogRank.P)
	ratio, err := remissionRatio(s, g)
	add("R coxph", "Cox", "2 ln L ratio", "16.35", ratio)
	return rows, err
}

// remissionRatio regresses on the group and returns the likelihood-ratio statistic.
func remissionRatio(s *Subjects, g *Groups) (float64, error) {
	d, err := NewDesign(s, []analysis.Column{g.column("treatment")})
	if err != nil {
		return math.NaN(), err
	}
	f, err := Cox(d, CoxOptions{})
	if err != nil {
		return math.NaN(), err
	}
	return f.LRT.Statistic, nil
}

// column returns groups as a text column.
func (g *Groups) column(name string) analysis.Column {
	c := analysis.Column{Name: name, Codes: g.Code}
	for _, group := range g.Names {
		c.Texts.Append([]byte(group))
	}
	return c
}
