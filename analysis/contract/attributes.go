package contract

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// attributes are what lists say of customers besides: of each of their columns
// that is not of the roles without, the value of each customer's row. Columns of
// several lists with one role and name are one.
func attributes(lists []*ingest.List, rows []uint32, without []ingest.Role) []analysis.Column {
	total := 0
	for _, l := range lists {
		total += len(l.Customer)
	}
	var out []analysis.Column
	at := 0
	for _, l := range lists {
		for i := range l.Columns {
			c := &l.Columns[i]
			if slices.Contains(without, ingest.Role(c.Role)) {
				continue
			}
			to := slices.IndexFunc(out, func(o analysis.Column) bool { return o.Role == c.Role && o.Name == c.Name && o.Kind == c.Kind })
			if to < 0 {
				to = len(out)
				out = append(out, empty(c, total))
			}
			put(&out[to], c, at)
		}
		at += len(l.Customer)
	}
	for i := range out {
		choose(&out[i], rows)
	}
	return out
}

// empty is a column like c of n missing values.
func empty(c *analysis.Column, n int) analysis.Column {
	out := analysis.Column{Name: c.Name, Role: c.Role, Kind: c.Kind}
	switch c.Kind {
	case analysis.DayColumn:
		out.Days = filled(n, analysis.NoDay)
	case analysis.NumberColumn:
		out.Numbers = filled(n, analysis.NoNumber)
	default:
		out.Codes = filled(n, analysis.NoCode)
	}
	return out
}

// put writes a list's values into the rows from at on.
func put(out, c *analysis.Column, at int) {
	copy(out.Days[min(at, len(out.Days)):], c.Days)
	copy(out.Numbers[min(at, len(out.Numbers)):], c.Numbers)
	if len(out.Codes) > 0 {
		copy(out.Codes[at:], recode(&out.Texts, c))
	}
}

// choose leaves of a column the value of each customer's row.
func choose(c *analysis.Column, rows []uint32) {
	switch c.Kind {
	case analysis.DayColumn:
		c.Days = pick(rows, c.Days)
	case analysis.NumberColumn:
		c.Numbers = pick(rows, c.Numbers)
	default:
		c.Codes = pick(rows, c.Codes)
	}
}
