package ingest

import "churnbench/analysis"

// weigh looks, after each slice, how many rows are still to come and whether
// there is memory for them.
//
// With a window of dates the rows so far tell little about those to come, so
// that only what has come counts; without one, a file that is too large is
// refused after its first slice.
func (r *reader) weigh() error {
	for _, c := range r.kept {
		c.limit()
	}
	size := r.in.src.Size()
	if r.in.offset <= 0 || size <= 0 {
		return nil
	}
	left := float64(r.size-r.done-min(r.in.offset, size)) / float64(r.in.offset)
	r.rows.expected = r.rows.n + int(left*float64(r.used)*1.01) + blockRows
	if r.opt.Memory <= 0 {
		return nil
	}
	room := r.roomFor()
	r.rows.expected = min(r.rows.expected, room)
	rows, need := float64(r.read), float64(r.rows.n)
	if !r.opt.Rules.bounded() {
		rows, need = rows*(1+left), need+left*float64(r.used)
	}
	if need <= float64(room) {
		return nil
	}
	return analysis.Fail(analysis.TooLarge, "ingest.too-large", analysis.Count("rows", int(rows*float64(room)/need)),
		analysis.Count("all", int(float64(r.read)*(1+left)))).Or("ingest.too-large-remedy")
}

// bounded reports whether the rules leave out rows by their date.
func (r Rules) bounded() bool {
	return r.From.Valid() && r.From != 0 || r.To.Valid() && r.To != 0
}

// roomFor returns how many used rows there is memory for: for the rows
// themselves and a copy of the largest column, beside the dictionaries.
func (g *intake) roomFor() int {
	row, texts := int64(4+4+8+4+8), g.keys.bytes()
	for _, c := range g.kept {
		switch {
		case c.dropped:
		case c.kind == analysis.NumberColumn:
			row += 8
		case c.kind == analysis.TextColumn:
			texts += c.keys.bytes()
			fallthrough
		default:
			row += 4
		}
	}
	return int(max(0, g.opt.Memory-texts) / row)
}
