package ingest

import (
	"bytes"

	"churnbench/analysis"
)

const (
	// maxDistinct and maxTexts bound the different values of a kept column of
	// texts, in number and in bytes together. What has more, such as an order
	// number or a comment, is nothing to group by.
	maxDistinct = 1 << 20
	maxTexts    = 64 << 20
)

// A keptColumn holds the values of one kept column for all used rows, in file
// order. Columns of several files are one if they have the same role and name.
type keptColumn struct {
	name    string
	role    Role
	kind    analysis.ColumnKind
	keys    *keyTable      // the texts
	codes   column[uint32] // one of the three is used
	numbers column[analysis.Money]
	days    column[analysis.Day]
	dropped bool // has too many different texts
}

// A keep says where a file has a kept column.
type keep struct {
	*keptColumn
	at int // in the file, -1 where the file has none
}

// bind finds the kept columns of a file whose header has these names.
func (r *reader) bind(names []string) {
	r.keeps = nil
	for _, c := range r.kept {
		r.keeps = append(r.keeps, keep{c, -1})
	}
	for at, role := range r.roles {
		if !role.Kept() {
			continue
		}
		name := ""
		if at < len(names) {
			name = names[at]
		}
		r.bindColumn(at, role, name)
	}
}

// bindColumn ties a column of the file to the first kept one of its role and
// name that no other column of this file is tied to.
func (r *reader) bindColumn(at int, role Role, name string) {
	for i := range r.keeps {
		if k := &r.keeps[i]; k.at < 0 && k.role == role && k.name == name {
			k.at = at
			return
		}
	}
	c := &keptColumn{name: name, role: role}
	switch role.Holds() {
	case NumberType:
		c.kind, c.numbers = analysis.NumberColumn, like(&r.rows.code, analysis.NoNumber)
	case DateType:
		c.kind, c.days = analysis.DayColumn, like(&r.rows.code, analysis.NoDay)
	default:
		c.kind, c.codes = analysis.TextColumn, like(&r.rows.code, analysis.NoCode)
		c.keys = newKeyTable(0)
	}
	r.kept = append(r.kept, c)
	r.keeps = append(r.keeps, keep{c, at})
}

// keepFields appends the kept values of the row in the splitter.
func (r *reader) keepFields(text []byte) {
	room := r.rows.room()
	for _, k := range r.keeps {
		if k.dropped {
			continue
		}
		var value []byte
		if k.at >= 0 {
			value = clean(r.split.fields[k.at].value(text))
		}
		switch k.kind {
		case analysis.NumberColumn:
			m, ok := parseMoney(value, r.Decimal)
			if !ok {
				m = analysis.NoNumber
			}
			k.numbers.append(m, room)
		case analysis.DayColumn:
			d, _ := parseDate(value, r.Dates)
			k.days.append(d, room)
		default:
			k.codes.append(k.keys.textCode(value), room)
		}
	}
}

// limit gives a column up that has too many different texts.
func (c *keptColumn) limit() {
	if c.keys != nil && (c.keys.names.Len() > maxDistinct || len(c.keys.names.Bytes) > maxTexts) {
		c.drop()
	}
}

func (c *keptColumn) drop() { c.dropped, c.keys, c.codes = true, nil, column[uint32]{} }

// trimLineEnd takes a record's line end off.
func trimLineEnd(record []byte) []byte {
	record = bytes.TrimSuffix(record, []byte("\n"))
	return bytes.TrimSuffix(record, []byte("\r"))
}
