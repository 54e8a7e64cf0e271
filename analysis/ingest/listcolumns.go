package ingest

import "churnbench/analysis"

// listRows are the used rows of a list in file order.
type listRows struct {
	customer []uint32 // codes of the listReader's keyTable
	columns  []listColumn

	tenure, entry []float64 // of a book of tenures, see List
	left          []bool
}

// newListRows makes room for the columns that a list keeps.
func newListRows(m Mapping) *listRows {
	l := &listRows{}
	for at, role := range m {
		if !role.Kept() && role != Date {
			continue
		}
		c := listColumn{at: at, Column: analysis.Column{Role: string(role), Kind: columnKind(role)}}
		if c.Kind == analysis.TextColumn {
			c.texts = newKeyTable(128)
		}
		l.columns = append(l.columns, c)
	}
	return l
}

func columnKind(r Role) analysis.ColumnKind {
	switch r.Holds() {
	case DateType:
		return analysis.DayColumn
	case NumberType:
		return analysis.NumberColumn
	}
	return analysis.TextColumn
}

// name takes the columns' names from the header.
func (l *listRows) name(text []byte, fields []span) {
	for i := range l.columns {
		if c := &l.columns[i]; c.at < len(fields) {
			c.Name = cut(clean(fields[c.at].value(text)), maxCell)
		}
	}
}

// A listColumn is a column that is being read.
type listColumn struct {
	analysis.Column
	at    int       // in the file, from 0
	texts *keyTable // of a text column

	bad    int // values that are no date or number
	first  string
	inLine int // of the first
}

// add appends a row's cleaned value.
func (c *listColumn) add(v []byte, f Format, line int) {
	switch {
	case c.Kind == analysis.TextColumn:
		c.Codes = append(c.Codes, c.code(v))
		return
	case c.Kind == analysis.DayColumn:
		day, ok := parseDate(v, f.Dates)
		never := noDate(v) || isNever(v)
		if !ok || never {
			day = analysis.NoDay
		}
		c.Days = append(c.Days, day)
		c.doubt(ok || never, v, line)
	default:
		number, ok := parseMoney(v, f.Decimal)
		if !ok {
			number = analysis.NoNumber
		}
		c.Numbers = append(c.Numbers, number)
		c.doubt(ok, v, line)
	}
}

// code is a text's code; an empty text has none, nor a word that stands for
// a missing value.
func (c *listColumn) code(v []byte) uint32 {
	if len(v) == 0 {
		return analysis.NoCode
	}
	return c.texts.code(v)
}

// doubt counts a value that could not be read, unless it is missing.
func (c *listColumn) doubt(ok bool, v []byte, line int) {
	if ok || isMissing(v) {
		return
	}
	if c.bad == 0 {
		c.first, c.inLine = cut(v, 40), line
	}
	c.bad++
}

// closed returns the finished column.
func (c *listColumn) closed() analysis.Column {
	if c.texts != nil {
		c.Texts = permuted(&c.texts.names, inOrder(c.texts.names.Len()))
		c.texts = nil
	}
	return c.Column
}

// doubts names the columns of a file that hold values which could not be read.
func (l *listRows) doubts(file string) []analysis.Warning {
	var list []analysis.Warning
	for _, c := range l.columns {
		if c.bad == 0 {
			continue
		}
		args := []analysis.Arg{analysis.Text("file", file), analysis.Count("values", c.bad), analysis.Count("column", c.at+1), roleWord(Role(c.Role)),
			analysis.Text("sample", c.first), analysis.Count("line", c.inLine)}
		message := analysis.Say("ingest.list-bad-numbers", args...)
		if c.Kind == analysis.DayColumn {
			message = analysis.Say("ingest.list-bad-dates", args...)
		}
		list = append(list, analysis.Warning{Severity: analysis.Caution, Message: message, Remedy: analysis.Say("ingest.list-bad-remedy")})
	}
	return list
}
