package clv

import "churnbench/analysis/internal/numeric"

// A covariateGroup is a cell with the likelihood of its customers: without covariates,
// they are one population.
type covariateGroup struct {
	cell
	rows  Rows
	row   []uint32 // of rows, by member
	minus numeric.Objective
	point *numeric.Point // scratch
}

// rareTerm is how many customers of a term a sample should have.
const rareTerm = 20

// rare reports whether a sample of every so manyth customer would hold too few of a
// term that the cell has.
func (d *Design) rare(c cell, every int) bool {
	for t, v := range c.z {
		if v != 0 && d.Terms[t].Customers < rareTerm*every {
			return true
		}
	}
	return false
}

// groups prepares the cells, of every so manyth customer, and of all where terms are
// rare: to choose customers by z, which the model takes as given, does not bias it.
func (d *Design) groups(f *Family, every int) []covariateGroup {
	var out []covariateGroup
	for _, c := range d.cells {
		g := covariateGroup{cell: cell{z: c.z}, point: numeric.NewPoint(make([]float64, len(f.Names)))}
		all := d.rare(c, every)
		for _, i := range c.members {
			if all || int(i)%every == 0 {
				g.members = append(g.members, i)
			}
		}
		if len(g.members) > 0 {
			g.rows, g.row = d.summary.rowsOf(g.members)
			out = append(out, g)
		}
	}
	for i := range out { // a likelihood holds on to the rows, which stand still from here on
		out[i].minus = f.minus(&out[i].rows)
	}
	return out
}

// rowsOf groups some customers.
func (s *Summary) rowsOf(members []uint32) (Rows, []uint32) {
	pick := func(v []int32) []int32 {
		out := make([]int32, len(members))
		for k, i := range members {
			out[k] = v[i]
		}
		return out
	}
	x, tx, age := pick(s.X), pick(s.TX), pick(s.T)
	if len(members) == 1 { // a number tells every customer apart: no need to sort
		return Rows{x, tx, age, []float64{1}, s.Rows.PerWeek}, []uint32{0}
	}
	return group(x, tx, age, s.Rows.PerWeek)
}

// shift fills the log parameters of a customer from those of all and γ: linear in both.
func shift(into, theta, z []float64, links []link) {
	copy(into, theta)
	at := len(into)
	for _, k := range links {
		for _, v := range z {
			into[k.param] += float64(k.sign * float64(v*theta[at]))
			at++
		}
	}
}

// covariateMinus sums the likelihoods of the groups. A group's log parameters are linear
// in θ, with the same matrix J for all its customers: gradient and Hessian by θ are Jᵀg
// and JᵀhJ of those that the model without covariates has.
func covariateMinus(f *Family, groups []covariateGroup) numeric.Objective {
	links := f.links()
	return func(p *numeric.Point) {
		clear(p.Gradient)
		clear(p.Hessian.A)
		var value numeric.Sum
		for i := range groups {
			g := &groups[i]
			shift(g.point.Theta, p.Theta, g.z, links)
			g.minus(g.point)
			value.Add(g.point.Value)
			g.chain(p, links)
		}
		p.Value = value.Value()
		p.Hessian.Mirror()
	}
}

// chain adds a group's derivatives. Its columns of J that are not 0: a log parameter's
// is 1 at itself, a γ's is ±z at the parameter of its link.
func (g *covariateGroup) chain(p *numeric.Point, links []link) {
	type column struct {
		at, param int
		slope     float64
	}
	base := len(g.point.Theta)
	columns := make([]column, 0, len(p.Theta))
	for i := range base {
		columns = append(columns, column{i, i, 1})
	}
	for l, k := range links {
		for t, v := range g.z {
			if v != 0 {
				columns = append(columns, column{base + l*len(g.z) + t, k.param, float64(k.sign * v)})
			}
		}
	}
	for i, a := range columns {
		p.Gradient[a.at] += float64(a.slope * g.point.Gradient[a.param])
		for _, b := range columns[:i+1] {
			h := float64(float64(a.slope*b.slope) * g.point.Hessian.At(a.param, b.param))
			p.Hessian.Set(a.at, b.at, p.Hessian.At(a.at, b.at)+h)
		}
	}
}
