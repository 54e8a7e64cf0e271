package ingest

// A fieldAt is a field's place in the window.
type fieldAt struct{ from, to uint32 }

// A columnView says where the fields of a column lie, one row after the other:
// field i between the entries at+i·step and at+i·step+1 of ends.
type columnView struct {
	ends     []uint32
	at, step int
}

func (v *columnView) field(i int) fieldAt {
	e := v.ends[v.at+i*v.step:]
	return fieldAt{e[0] + 1, e[1]}
}

// length returns how long field i is.
func (v *columnView) length(i int) uint32 {
	f := v.field(i)
	return f.to - f.from
}

// column returns the fields of a column. Those of an even window are looked up
// where scan left them, with whatever blanks are around a few of them; in others
// they are located first.
func (k *kernel) column(c int) columnView {
	if k.even && !(k.find.crs && c == k.columns-1) {
		return columnView{k.ends, c, k.columns}
	}
	return k.locate(c)
}

// isEven reports whether every row has just the fields that it must, none in
// quotes, and the first row no blanks around them.
func (k *kernel) isEven(p *plan, rows int) bool {
	k.columns = p.columns
	if k.find.quotes || k.find.blanks {
		return false
	}
	for n := len(k.steps); n < rows; n++ {
		k.steps = append(k.steps, uint32(n*p.columns))
	}
	other := uint32(0)
	for i, step := range k.steps[:rows] {
		other |= k.rows[i] ^ step
	}
	return other == 0 && !k.isPadded()
}

// isPadded reports whether the first row has blanks around its fields.
func (k *kernel) isPadded() bool {
	for c := range k.columns {
		from, to := k.ends[c]+1, k.ends[c+1]
		if k.w[from] == ' ' || k.w[to-1] == ' ' {
			return true
		}
	}
	return false
}

// locate finds the fields of a column, without blanks and quotes around them
// and without the CR of a row's end.
func (k *kernel) locate(column int) columnView {
	w, quoted := k.w, k.find.quotes
	k.pairs = resized(k.pairs, 2*len(k.take))
	for i, first := range k.take {
		e := k.ends[first+uint32(column):]
		from, to := e[0]+1, e[1]
		if w[from] == ' ' || w[to-1] <= ' ' {
			from, to = k.trimmed(from, to)
		}
		if quoted && w[from] == '"' && from+2 <= to {
			from, to = from+1, to-1
		}
		k.pairs[2*i], k.pairs[2*i+1] = from-1, to
	}
	return columnView{k.pairs, 0, 2}
}

// trimmed takes blanks off a field, and the CR of a row's end.
func (k *kernel) trimmed(from, to uint32) (uint32, uint32) {
	if from < to && k.w[to-1] == '\r' && k.w[to] == '\n' {
		to--
	}
	for from < to && k.w[from] == ' ' {
		from++
	}
	for from < to && k.w[to-1] == ' ' {
		to--
	}
	return from, to
}
