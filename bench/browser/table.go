package main

import (
	"fmt"
	"io"
	"slices"
)

// print writes the table in Markdown. Ratios are of medians.
func (m *measurement) print(w io.Writer) {
	fmt.Fprintf(w, "\n%d rows, %.1f MB, %d customers; %d rounds. All results are the generator's.\n\n", m.rows, float64(m.size)/1e6, m.customers, m.rounds)
	fmt.Fprintln(w, "| contestant | first reading, ms: median (least–most) | second | ÷ DuckDB typed | ÷ JavaScript | memory grown, MB |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|")
	for _, s := range m.series {
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", s.name, spread(s.first), spread(s.second),
			m.ratios(s, m.of(duckdb)), m.ratios(s, m.of(byHand)), megabytes(s.grown))
	}
}

// spread writes a median between the extremes.
func spread(v []float64) string {
	return fmt.Sprintf("%.0f (%.0f–%.0f)", median(v), slices.Min(v), slices.Max(v))
}

// ratios compares the first readings, and the second.
func (m *measurement) ratios(s, other *series) string {
	return fmt.Sprintf("%.2f, %.2f", median(s.first)/median(other.first), median(s.second)/median(other.second))
}

func megabytes(v []float64) string {
	if slices.Max(v) == 0 {
		return "unknown"
	}
	return fmt.Sprintf("%.0f", median(v)/1e6)
}

// printAims sets what was measured beside what it should be; large may be nil.
func (m *measurement) printAims(w io.Writer, large *measurement) {
	fmt.Fprint(w, "\n| aim | first reading | second |\n|---|---|---|\n")
	ours := m.of(engine)
	aim := func(what string, a, b *series) {
		fmt.Fprintf(w, "| %s | %.2f | %.2f |\n", what, median(a.first)/median(b.first), median(a.second)/median(b.second))
	}
	aim("≤ 0.35 × DuckDB-WASM, typed", ours, m.of(duckdb))
	aim("≤ 1.2 × JavaScript by hand", ours, m.of(byHand))
	if large != nil {
		aim(fmt.Sprintf("≤ %.1f × for %d × the rows", 1.1*float64(large.rows)/float64(m.rows), large.rows/m.rows), large.of(engine), ours)
		large.printMemory(w)
	} else {
		m.printMemory(w)
	}
}

func (m *measurement) printMemory(w io.Writer) {
	fmt.Fprintf(w, "| memory ≤ 1.2 × the file of %d rows | %.2f | |\n", m.rows, median(m.of(engine).grown)/float64(m.size))
}
