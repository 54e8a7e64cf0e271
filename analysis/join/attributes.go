package join

import "churnbench/analysis"

// Attributes returns the list's columns by customer of the log: len
// Log.Customers() values each, missing where the list has no row.
func (j *Join) Attributes() []analysis.Column {
	var out []analysis.Column
	for i := range j.list.Columns {
		out = append(out, j.attribute(&j.list.Columns[i]))
	}
	return out
}

func (j *Join) attribute(from *analysis.Column) analysis.Column {
	to := analysis.Column{Name: from.Name, Role: from.Role, Kind: from.Kind}
	switch from.Kind {
	case analysis.DayColumn:
		to.Days = pick(j.row, from.Days, analysis.NoDay)
	case analysis.NumberColumn:
		to.Numbers = pick(j.row, from.Numbers, analysis.NoNumber)
	default:
		to.Codes = pick(j.row, from.Codes, analysis.NoCode)
		to.Texts = renumber(to.Codes, &from.Texts)
	}
	return to
}

// pick takes the value of each row, or missing where there is none.
func pick[T any](rows []uint32, values []T, missing T) []T {
	out := make([]T, len(rows))
	for i, row := range rows {
		out[i] = missing
		if row != none {
			out[i] = values[row]
		}
	}
	return out
}

// renumber gives the values that occur in codes new codes, in order of
// appearance, and returns them: what only unmatched customers had is gone.
func renumber(codes []uint32, texts *analysis.Dict) analysis.Dict {
	var used analysis.Dict
	renamed := make([]uint32, texts.Len())
	for i := range renamed {
		renamed[i] = analysis.NoCode
	}
	for i, code := range codes {
		if code == analysis.NoCode {
			continue
		}
		if renamed[code] == analysis.NoCode {
			renamed[code] = uint32(used.Append(texts.Raw(int(code))))
		}
		codes[i] = renamed[code]
	}
	return used
}
