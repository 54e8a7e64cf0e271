package chart

import (
	"math"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
)

// A cell of a table: what a person reads and what a machine reads.
type cell struct{ text, raw string }

func textColumn(name phrase) figure.Column { return figure.Column{Name: string(name)} }

func numberColumn(name phrase) figure.Column { return figure.Column{Name: string(name), Numeric: true} }

// columns heads the table.
func (s *sheet) columns(list ...figure.Column) { s.fig.Table.Columns = list }

// row adds a row to the table.
func (s *sheet) row(cells ...cell) {
	shown, raw := make([]string, len(cells)), make([]string, len(cells))
	for i, c := range cells {
		shown[i], raw[i] = c.text, c.raw
	}
	s.fig.Table.Rows = append(s.fig.Table.Rows, shown)
	s.fig.Table.Raw = append(s.fig.Table.Raw, raw)
}

func word(txt string) cell { return cell{txt, txt} }

func (s *sheet) count(n int) cell { return cell{s.lang.Int(n), strconv.Itoa(n)} }

func (s *sheet) share(v float64) cell { return cell{s.lang.Percent(v, 1), machine(v)} }

func (s *sheet) measure(v float64, decimals int) cell {
	return cell{s.lang.Number(v, decimals), machine(v)}
}

func (s *sheet) amount(v float64) cell { return cell{s.lang.Money(v, s.currency), machine(v)} }

// machine writes a value for machines in plain digits, twelve of them
// significant: cents of any sum, and nothing of what rounding leaves behind.
// One that is not known is empty.
func machine(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64) // its own output is always a number
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// shareRange writes an interval of shares with one percent sign.
func (s *sheet) shareRange(lo, hi float64) string {
	return s.between(s.lang.Number(lo*100, 1), s.lang.Percent(hi, 1))
}

// between writes a range of two formatted values.
func (s *sheet) between(lo, hi string) string {
	return s.words.Common.Range.with("lo", lo, "hi", hi)
}

// countOf writes "724 of 2,974".
func (s *sheet) countOf(k, n int) string {
	return s.words.Common.Of.with("k", s.lang.Int(k), "n", s.lang.Int(n))
}

// window writes the span of time that the data cover.
func (s *sheet) window(begin, end analysis.Day) string {
	return s.words.Common.Window.with("begin", s.lang.Date(begin), "end", s.lang.Date(end))
}

// describe sets what a person who cannot see the figure hears, beginning with which part
// of it is in sight.
func (s *sheet) describe(sentences ...string) {
	s.fig.Description = s.join(append([]string{s.fig.Span.InSight}, sentences...))
}

// footer sets definition, parameters and counts, and which part is in sight.
func (s *sheet) footer(sentences ...string) {
	s.fig.Footer = s.join(append(sentences, s.fig.Span.InSight))
}

// join puts sentences side by side; Chinese needs no space between them.
func (s *sheet) join(sentences []string) string {
	var kept []string
	for _, t := range sentences {
		if t != "" {
			kept = append(kept, t)
		}
	}
	if s.lang == locale.Chinese {
		return strings.Join(kept, "")
	}
	return strings.Join(kept, " ")
}
