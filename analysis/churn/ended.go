package churn

import "churnbench/analysis"

// ended lists the spells after an end that the data name. A customer who is said to
// have left stays lost, even if purchases follow: the column is believed, and a
// warning counts them.
func ended(log *analysis.Log, e Ended) *Spells {
	s, ends := newSpells(log), newEnds(log, e)
	for c := range log.Customers() {
		if day := ends.of(analysis.CustomerID(c)); day != analysis.NoDay {
			s.add(day, analysis.NoDay)
		}
		s.close()
	}
	return s
}

// ends reads the days on which customers ended.
type ends struct {
	log  *analysis.Log
	col  *analysis.Column
	left []bool // of a text column: by code, whether it means that the customer has left
}

func newEnds(log *analysis.Log, e Ended) *ends {
	x := &ends{log: log, col: &log.Attributes[e.Column]}
	if x.dated() {
		return x
	}
	x.left = make([]bool, x.col.Texts.Len())
	for _, state := range e.Lost {
		x.left[codeOf(&x.col.Texts, state)] = true
	}
	return x
}

// dated reports whether the column says when customers left.
func (x *ends) dated() bool { return x.col.Kind == analysis.DayColumn }

// of returns the first day without customer c, NoDay if they have not left by the
// observation end. It is never before the first purchase.
func (x *ends) of(c analysis.CustomerID) analysis.Day {
	if !x.dated() {
		if code := x.col.Codes[c]; code != analysis.NoCode && x.left[code] {
			return x.log.End
		}
		return analysis.NoDay
	}
	from, _ := x.log.Rows(c)
	if day := x.col.Days[c]; day != analysis.NoDay && day <= x.log.End {
		return max(day, x.log.Day[from])
	}
	return analysis.NoDay
}
