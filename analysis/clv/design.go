package clv

import (
	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Term is one number z known of each customer, for which a model with covariates
// estimates effects: a level of a text attribute (1 for who has it, else 0), or a
// standardised number.
type Term struct {
	Column          string  // the attribute's name, as the file has it
	Level           string  // of a text; "" for a number, a date, or Missing
	Reference       string  // the level that Level is compared to
	Missing         bool    // 1 for customers whose value is missing
	Mean, Deviation float64 // of a number (a date counts days since 1970): z = (value − Mean)/Deviation
	Customers       int     // who have the level; for a number, who have a value
}

// A Design codes attributes of the customers of a Summary as Terms. A text of k levels
// has k−1 terms, a number or a date one. Missing values that are frequent are a level of
// their own; few ones take the reference level or the mean, see Filled.
type Design struct {
	Terms  []Term
	Filled []Filled
	Left   []Term // of missing values, left out as they say what other terms say: attributes may miss together

	summary *Summary
	cells   []cell
}

// A Filled attribute has missing values, too few for a term of their own.
type Filled struct {
	Column  string
	Missing int
}

// A cell is the customers of the same z.
type cell struct {
	z       []float64 // by Term
	members []uint32  // positions in the Summary
}

const (
	maxLevels = 20 // of a text attribute
	minLevel  = 30 // customers of each level: below it an effect is a story about a handful of people
	perEffect = 10 // repeat buyers for each effect, a usual rule of thumb for regressions
)

// An Attribute is one of log.Attributes to be coded.
type Attribute struct {
	At   int    // its position
	Base string // of a text: the level that the others are compared to; "" is the most frequent
}

// NewDesign codes some attributes for the customers of s. The error is an
// *analysis.Error: BadInput for an attribute that cannot be coded (none, too many
// levels, all the same, a base that nobody has, no more than other attributes say
// together), NotEnough where a level has too few customers.
func NewDesign(log *analysis.Log, s *Summary, attributes []Attribute) (*Design, error) {
	if len(attributes) == 0 {
		return nil, analysis.Fail(analysis.BadInput, "clv.cov.none")
	}
	d := &Design{summary: s}
	cellOf := make([]uint32, len(s.X))
	rows := [][]float64{nil}
	for _, a := range attributes {
		if a.At < 0 || a.At >= len(log.Attributes) {
			return nil, analysis.Fail(analysis.BadInput, "clv.cov.none")
		}
		column := &log.Attributes[a.At]
		c, err := codeColumn(column, a.Base, s.Customer)
		if err != nil {
			return nil, err
		}
		if c.filled > 0 {
			d.Filled = append(d.Filled, Filled{column.Name, c.filled})
		}
		d.Terms = append(d.Terms, c.terms...)
		rows = c.refine(cellOf, rows)
	}
	d.collect(cellOf, rows)
	return d, d.independent()
}

// refine parts each cell by the code of a column.
func (c *coded) refine(cellOf []uint32, rows [][]float64) [][]float64 {
	known := map[[2]uint32]uint32{}
	var out [][]float64
	for i, code := range c.code {
		key := [2]uint32{cellOf[i], code}
		at, ok := known[key]
		if !ok {
			at = uint32(len(out))
			known[key] = at
			before := rows[key[0]]
			out = append(out, append(before[:len(before):len(before)], c.z[code]...))
		}
		cellOf[i] = at
	}
	return out
}

func (d *Design) collect(cellOf []uint32, rows [][]float64) {
	d.cells = make([]cell, len(rows))
	for i, z := range rows {
		d.cells[i].z = z
	}
	for i, at := range cellOf {
		d.cells[at].members = append(d.cells[at].members, uint32(i))
	}
}

// alikeTerms is the share of a term's variance, not told by the terms before it, below
// which it adds nothing.
const alikeTerms = 1e-8

// independent leaves out missing values that other terms tell, and refuses any other
// term that does not differ from a sum of those before it. It is a Cholesky decomposition
// of the covariance, term by term.
func (d *Design) independent() error {
	for k := 0; k < len(d.Terms); {
		if d.ownShare(k) > alikeTerms {
			k++
			continue
		}
		term := d.Terms[k]
		if !term.Missing {
			return analysis.Fail(analysis.BadInput, "clv.cov.collinear", analysis.Text("column", term.Column)).Or("clv.cov.collinear.remedy")
		}
		d.Left = append(d.Left, term)
		d.drop(k)
	}
	return nil
}

// drop leaves out term k. Cells may now have the same z, which does no harm.
func (d *Design) drop(k int) {
	d.Terms = append(d.Terms[:k:k], d.Terms[k+1:]...)
	for i := range d.cells {
		z := d.cells[i].z
		d.cells[i].z = append(z[:k:k], z[k+1:]...)
	}
}

// ownShare returns the share of the variance of term k that the terms before leave.
func (d *Design) ownShare(k int) float64 {
	v := d.covariance(k + 1)
	total := v.At(k, k)
	for p := range k {
		for i := p + 1; i <= k; i++ {
			f := v.At(i, p) / v.At(p, p)
			for j := p + 1; j <= i; j++ {
				v.Set(i, j, v.At(i, j)-float64(f*v.At(j, p)))
			}
		}
	}
	return v.At(k, k) / total
}

// covariance returns that of the first n terms, its lower triangle.
func (d *Design) covariance(n int) numeric.Matrix {
	v, mean, customers := numeric.NewMatrix(n), make([]float64, n), float64(len(d.summary.X))
	for _, c := range d.cells {
		for i := range n {
			mean[i] += float64(float64(len(c.members))*c.z[i]) / customers
		}
	}
	for _, c := range d.cells {
		for i := range n {
			w := float64(float64(len(c.members)) * (c.z[i] - mean[i]))
			for j := range i + 1 {
				v.Set(i, j, v.At(i, j)+float64(w*(c.z[j]-mean[j])))
			}
		}
	}
	return v
}
