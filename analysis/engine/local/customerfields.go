package local

import (
	"context"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

// A field is one column of the table of customers: numbers, groups or texts.
type field struct {
	number func(analysis.CustomerID) float64 // NaN where not known; nil for the others
	groups *groups                           // nil for the others
	texts  *analysis.Dict                    // nil for the others
	codes  []uint32                          // of each customer the index into texts or NoCode; nil for her own
}

// field finds a column. What it needs of m is made, except for a model: without one at
// hand its columns know nothing.
func (d *dataset) field(column engine.CustomerColumn, m engine.Measures) (field, error) {
	if by, ok := m.Divides(column); ok {
		g, err := d.groups(by, 0)
		if err != nil && column == engine.ColumnCluster && engine.AsError(err).Kind == analysis.NoData {
			return field{groups: d.ungrouped()}, nil
		}
		return field{groups: g}, err
	}
	switch {
	case column == engine.ColumnID || column == "":
		return field{texts: &d.log.IDs}, nil
	case column.Attribute() >= 0:
		return d.attribute(column)
	case column.Modelled():
		return field{number: d.predicted(column, m)}, nil
	}
	if number := d.counted(column); number != nil {
		return field{number: number}, nil
	}
	number, err := d.scored(column, m)
	return field{number: number}, err
}

// ungrouped has nobody in a group.
func (d *dataset) ungrouped() *groups {
	g := d.notYet(nil)
	for c := range g.of {
		g.of[c] = noGroup
	}
	return g
}

func (d *dataset) attribute(column engine.CustomerColumn) (field, error) {
	i := column.Attribute()
	if i >= len(d.log.Attributes) {
		return field{}, analysis.Fail(analysis.BadInput, "engine.no-column", analysis.Count("column", i))
	}
	a := &d.log.Attributes[i]
	switch a.Kind {
	case analysis.TextColumn:
		return field{texts: &a.Texts, codes: a.Codes}, nil
	case analysis.DayColumn:
		return field{number: func(c analysis.CustomerID) float64 { return knownIf(a.Days[c].Valid(), float64(a.Days[c])) }}, nil
	}
	return field{number: func(c analysis.CustomerID) float64 {
		return knownIf(a.Numbers[c] != analysis.NoNumber, a.Numbers[c].Float())
	}}, nil
}

func knownIf(known bool, x float64) float64 {
	if !known {
		return math.NaN()
	}
	return x
}

// predicted is a column of the model of m.
func (d *dataset) predicted(column engine.CustomerColumn, m engine.Measures) func(analysis.CustomerID) float64 {
	if !d.valued(m) {
		return func(analysis.CustomerID) float64 { return math.NaN() }
	}
	values := map[engine.CustomerColumn][]float64{
		engine.ColumnAlive: d.value.Alive, engine.ColumnExpected: d.value.Expected, engine.ColumnCLV: d.value.CLV}[column]
	return func(c analysis.CustomerID) float64 { return values[c] }
}

// counted is a column that follows from the orders alone, nil if it is none of them.
func (d *dataset) counted(column engine.CustomerColumn) func(analysis.CustomerID) float64 {
	return map[engine.CustomerColumn]func(analysis.CustomerID) float64{
		engine.ColumnFirst:   func(c analysis.CustomerID) float64 { return float64(d.first(c)) },
		engine.ColumnLast:    func(c analysis.CustomerID) float64 { return float64(d.last(c)) },
		engine.ColumnRecency: func(c analysis.CustomerID) float64 { return float64(d.log.End - d.last(c)) },
		engine.ColumnDays:    func(c analysis.CustomerID) float64 { return float64(d.days(c)) },
		engine.ColumnSpend:   func(c analysis.CustomerID) float64 { return d.spend(c).Float() },
		engine.ColumnAverage: func(c analysis.CustomerID) float64 { return d.spend(c).Float() / float64(d.days(c)) },
	}[column]
}

// scored is a column of scores.
func (d *dataset) scored(column engine.CustomerColumn, m engine.Measures) (func(analysis.CustomerID) float64, error) {
	s, err := d.score(m.Scores)
	if err != nil {
		return nil, err
	}
	scores, ok := map[engine.CustomerColumn][]uint8{engine.ColumnR: s.R, engine.ColumnF: s.F, engine.ColumnM: s.M}[column]
	if !ok {
		return nil, analysis.Fail(analysis.BadInput, "customers.no-column", analysis.Text("column", string(column)))
	}
	return func(c analysis.CustomerID) float64 { return float64(scores[c]) }, nil
}

func (d *dataset) first(c analysis.CustomerID) analysis.Day { return d.log.Day[d.log.Start[c]] }

func (d *dataset) last(c analysis.CustomerID) analysis.Day { return d.log.Day[d.log.Start[c+1]-1] }

func (d *dataset) days(c analysis.CustomerID) int { return int(d.log.Start[c+1] - d.log.Start[c]) }

func (d *dataset) spend(c analysis.CustomerID) (sum analysis.Money) {
	for _, a := range d.log.Amount[d.log.Start[c]:d.log.Start[c+1]] {
		sum += a
	}
	return sum
}

// cells writes a column for some customers.
func (f *field) cells(list []analysis.CustomerID) engine.ColumnPage {
	p := engine.ColumnPage{}
	for _, c := range list {
		if f.number != nil {
			p.Numbers = append(p.Numbers, f.number(c))
		} else {
			p.Texts = append(p.Texts, f.text(c))
		}
	}
	return p
}

// text is the key of a customer's group, or her text, "" where there is none.
func (f *field) text(c analysis.CustomerID) string {
	switch {
	case f.groups != nil && f.groups.of[c] >= 0:
		return f.groups.keys[f.groups.of[c]]
	case f.groups != nil:
		return engine.NoGroup
	case f.codes == nil:
		return f.texts.At(int(c))
	case f.codes[c] == analysis.NoCode:
		return ""
	}
	return f.texts.At(int(f.codes[c]))
}

// prepare sees to it that scores and, where the data allow, values exist: those last
// asked for, or by the default options.
func (d *dataset) prepare(ctx context.Context) error {
	if _, err := d.score(d.scoredBy); err != nil {
		return err
	}
	_, err := d.valueOr(ctx, engine.Measures{Values: d.valuedBy})
	return err
}

// segment is the key of a customer's segment by the scores last asked for.
func (d *dataset) segment(c analysis.CustomerID) string {
	return d.scores.Segments[d.scores.Segment[c]].Key
}
