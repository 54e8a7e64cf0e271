package survival

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Design codes attributes of subjects as the terms of a regression. A text of k
// levels has k−1 terms, a number or a date one. Customers with a missing value are
// left out, unless a text misses often enough to have a level of its own for them.
type Design struct {
	Terms   []Term
	Left    []LeftOut
	Missing int // customers left out for a missing value

	subjects *Subjects
	rows     []uint32  // subjects with all values, ascending
	cell     []uint32  // by row: who share all values share a cell
	x        []float64 // by cell, one number a term, standardised over the rows
}

const (
	maxLevels  = 20 // of a text attribute
	minMissing = 30 // customers without a text who make a level of their own
)

// NewDesign codes attributes, each with one value a subject. The error is an
// *analysis.Error: BadInput for no attributes, one of another length or with too
// many levels, NotEnough where nobody has a value of each. Terms that say nothing,
// or nothing that those before them do not say, are in Left.
func NewDesign(s *Subjects, attributes []analysis.Column) (*Design, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if len(attributes) == 0 {
		return nil, analysis.Fail(analysis.BadInput, "survival.no-attributes").Or("survival.no-attributes.remedy")
	}
	for i := range attributes {
		if attributes[i].Len() != s.N() {
			return nil, analysis.Fail(analysis.BadInput, "survival.bad-attribute", analysis.Text("column", attributes[i].Name),
				analysis.Count("values", attributes[i].Len()), analysis.Count("customers", s.N()))
		}
	}
	d := &Design{subjects: s}
	d.choose(attributes)
	if len(d.rows) == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "survival.all-missing").Or("survival.all-missing.remedy")
	}
	if err := d.code(attributes); err != nil {
		return nil, err
	}
	d.standardise()
	d.thin()
	return d, nil
}

// choose fills rows.
func (d *Design) choose(attributes []analysis.Column) {
	needed := make([]*analysis.Column, 0, len(attributes))
	for i := range attributes {
		if c := &attributes[i]; !ownLevel(c) {
			needed = append(needed, c)
		}
	}
	for i := range d.subjects.Time {
		switch {
		case !d.subjects.watched(i):
		case hasAll(needed, i):
			d.rows = append(d.rows, uint32(i))
		default:
			d.Missing++
		}
	}
}

func hasAll(columns []*analysis.Column, i int) bool {
	for _, c := range columns {
		if missing(c, i) {
			return false
		}
	}
	return true
}

func missing(c *analysis.Column, i int) bool {
	switch c.Kind {
	case analysis.NumberColumn:
		return c.Numbers[i] == analysis.NoNumber
	case analysis.DayColumn:
		return !c.Days[i].Valid()
	}
	return c.Codes[i] == analysis.NoCode
}

// ownLevel reports whether missing values of a column are a level.
func ownLevel(c *analysis.Column) bool {
	if c.Kind != analysis.TextColumn {
		return false
	}
	n := 0
	for _, code := range c.Codes {
		if code == analysis.NoCode {
			n++
		}
	}
	return n >= minMissing
}

// code makes terms and cells, attribute by attribute: each parts the cells so far by
// its values.
func (d *Design) code(attributes []analysis.Column) error {
	d.cell = make([]uint32, len(d.rows))
	cells := [][]float64{nil}
	for i := range attributes {
		c, err := d.codeColumn(&attributes[i])
		if err != nil {
			return err
		}
		d.Terms = append(d.Terms, c.terms...)
		cells = c.refine(d.cell, cells)
	}
	for _, x := range cells {
		d.x = append(d.x, x...)
	}
	return nil
}

// standardise shifts and scales each term to mean 0 and deviation 1 over the rows,
// which makes the search independent of units. A constant one becomes 0.
func (d *Design) standardise() {
	p := len(d.Terms)
	weight, events := d.weights()
	for j := range d.Terms {
		d.describe(j, weight, events)
	}
	for c := range weight {
		for j, t := range d.Terms {
			v := &d.x[c*p+j]
			if t.Deviation > 0 {
				*v = (*v - t.Mean) / t.Deviation
			} else {
				*v = 0
			}
		}
	}
}

// weights counts customers and events by cell.
func (d *Design) weights() (customers, events []int) {
	cells := len(d.x) / len(d.Terms)
	customers, events = make([]int, cells), make([]int, cells)
	for r, c := range d.cell {
		customers[c]++
		if d.subjects.Event[d.rows[r]] != 0 {
			events[c]++
		}
	}
	return customers, events
}

// describe fills what a term says of the rows.
func (d *Design) describe(j int, weight, events []int) {
	p, t := len(d.Terms), &d.Terms[j]
	var sum numeric.Sum
	for c, n := range weight {
		v := d.x[c*p+j]
		sum.Add(float64(float64(n) * v))
		if d.has(t, v) {
			t.Customers += n
			t.Events += events[c]
		}
	}
	t.Mean = sum.Value() / float64(len(d.rows))
	var square numeric.Sum
	for c, n := range weight {
		off := d.x[c*p+j] - t.Mean
		square.Add(float64(float64(n) * float64(off*off)))
	}
	t.Deviation = math.Sqrt(square.Value() / float64(len(d.rows)))
	if t.Deviation <= 1e-12*math.Abs(t.Mean) {
		t.Deviation = 0
	}
}

// has reports whether a customer with value v counts for a term.
func (d *Design) has(t *Term, v float64) bool { return t.Level == "" && !t.Missing || v == 1 }

// alike is the share of a term's variance, not told by the terms before it, below
// which it adds nothing.
const alike = 1e-8

// thin moves terms to Left that are constant, or that those before them tell.
func (d *Design) thin() {
	v := d.correlation()
	p := len(d.Terms)
	var stay []int
	for k := range p {
		own := d.ownShare(v, append(stay[:len(stay):len(stay)], k))
		if own > alike {
			stay = append(stay, k)
			continue
		}
		d.Left = append(d.Left, LeftOut{d.Terms[k], d.Terms[k].Deviation == 0})
	}
	if len(stay) == p {
		return
	}
	terms, x := make([]Term, 0, len(stay)), make([]float64, 0, len(d.x))
	for _, k := range stay {
		terms = append(terms, d.Terms[k])
	}
	for c := range len(d.x) / p {
		for _, k := range stay {
			x = append(x, d.x[c*p+k])
		}
	}
	d.Terms, d.x = terms, x
}

// correlation returns that of the terms, its lower triangle; 0 for a constant one.
func (d *Design) correlation() numeric.Matrix {
	p := len(d.Terms)
	v := numeric.NewMatrix(p)
	weight, _ := d.weights()
	for c, n := range weight {
		x := d.x[c*p : (c+1)*p]
		for i := range p {
			w := float64(float64(n)*x[i]) / float64(len(d.rows))
			for j := range i + 1 {
				v.Set(i, j, v.At(i, j)+float64(w*x[j]))
			}
		}
	}
	return v
}

// ownShare returns the share of the variance of the last of some terms that the
// others leave: the last pivot of a Cholesky decomposition.
func (d *Design) ownShare(v numeric.Matrix, terms []int) float64 {
	k := len(terms)
	m := numeric.NewMatrix(k)
	for i, a := range terms {
		for j, b := range terms[:i+1] {
			m.Set(i, j, v.At(a, b))
		}
	}
	for p := range k - 1 {
		for i := p + 1; i < k; i++ {
			f := m.At(i, p) / m.At(p, p)
			for j := p + 1; j <= i; j++ {
				m.Set(i, j, m.At(i, j)-float64(f*m.At(j, p)))
			}
		}
	}
	return m.At(k-1, k-1)
}
