package clv

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A coded column has, for each customer, a row of z.
type coded struct {
	code   []uint32 // by customer of the summary
	z      [][]float64
	terms  []Term
	filled int // missing values that took the reference or the mean
}

// codeColumn codes one attribute for some customers. base is the reference of a text.
func codeColumn(c *analysis.Column, base string, customers []analysis.CustomerID) (*coded, error) {
	switch c.Kind {
	case analysis.NumberColumn:
		return codeNumbers(c.Name, customers, func(id analysis.CustomerID) float64 {
			if c.Numbers[id] == analysis.NoNumber {
				return math.NaN()
			}
			return c.Numbers[id].Float()
		})
	case analysis.DayColumn:
		return codeNumbers(c.Name, customers, func(id analysis.CustomerID) float64 {
			if !c.Days[id].Valid() {
				return math.NaN()
			}
			return float64(c.Days[id])
		})
	}
	return codeLevels(c, base, customers)
}

// codeLevels codes a text; without a base the most frequent level is the reference.
func codeLevels(c *analysis.Column, base string, customers []analysis.CustomerID) (*coded, error) {
	count, missing := make([]int, c.Texts.Len()), 0
	for _, id := range customers {
		if code := c.Codes[id]; code == analysis.NoCode {
			missing++
		} else {
			count[code]++
		}
	}
	reference, levels := mostFrequent(count)
	if missing >= minLevel {
		levels++
	}
	if err := checkLevels(c, count, levels); err != nil {
		return nil, err
	}
	if base != "" {
		var ok bool
		if reference, ok = levelOf(c, count, base); !ok {
			return nil, analysis.Fail(analysis.BadInput, "clv.cov.base", analysis.Text("column", c.Name), analysis.Text("level", base))
		}
	}
	out := &coded{code: make([]uint32, 0, len(customers))}
	rowOf := out.addLevels(c, count, reference)
	missingRow := rowOf[reference]
	if missing >= minLevel {
		missingRow = uint32(len(out.terms)) + 1
		out.terms = append(out.terms, Term{Column: c.Name, Reference: c.Texts.At(reference), Missing: true, Customers: missing})
	} else {
		out.filled = missing
	}
	for _, id := range customers {
		if code := c.Codes[id]; code == analysis.NoCode {
			out.code = append(out.code, missingRow)
		} else {
			out.code = append(out.code, rowOf[code])
		}
	}
	out.z = dummies(len(out.terms))
	return out, nil
}

// mostFrequent returns the level with most customers, the first of equals, and how many
// levels occur.
func mostFrequent(count []int) (level, occur int) {
	for i, n := range count {
		if n > count[level] {
			level = i
		}
		if n > 0 {
			occur++
		}
	}
	return level, occur
}

// levelOf finds a level that occurs.
func levelOf(c *analysis.Column, count []int, name string) (level int, ok bool) {
	for level, n := range count {
		if n > 0 && c.Texts.At(level) == name {
			return level, true
		}
	}
	return 0, false
}

// checkLevels refuses a text that tells customers apart not at all, or too finely.
func checkLevels(c *analysis.Column, count []int, levels int) error {
	name := analysis.Text("column", c.Name)
	switch {
	case levels < 2 || len(count) == 0:
		return analysis.Fail(analysis.BadInput, "clv.cov.constant", name).Or("clv.cov.constant.remedy")
	case levels > maxLevels:
		return analysis.Fail(analysis.BadInput, "clv.cov.levels", name, analysis.Count("levels", levels), analysis.Count("max", maxLevels)).
			Or("clv.cov.levels.remedy")
	}
	for level, n := range count {
		if n > 0 && n < minLevel {
			return analysis.Fail(analysis.NotEnough, "clv.cov.rare", name, analysis.Text("level", c.Texts.At(level)),
				analysis.Count("have", n), analysis.Count("need", minLevel)).Or("clv.cov.levels.remedy")
		}
	}
	return nil
}

// addLevels adds a term for each level but the reference, and returns the row of z of
// each level: 0 for the reference, k for the k-th term.
func (c *coded) addLevels(column *analysis.Column, count []int, reference int) []uint32 {
	rowOf := make([]uint32, len(count))
	for level, n := range count {
		if n > 0 && level != reference {
			c.terms = append(c.terms, Term{Column: column.Name, Level: column.Texts.At(level), Reference: column.Texts.At(reference), Customers: n})
			rowOf[level] = uint32(len(c.terms))
		}
	}
	return rowOf
}

// dummies returns the rows of z: all 0, then one 1 in the place of each term.
func dummies(terms int) [][]float64 {
	z := make([][]float64, terms+1)
	for k := range z {
		z[k] = make([]float64, terms)
		if k > 0 {
			z[k][k-1] = 1
		}
	}
	return z
}

// codeNumbers standardises; NaN is missing. Each distinct value has a row of z.
func codeNumbers(name string, customers []analysis.CustomerID, value func(analysis.CustomerID) float64) (*coded, error) {
	var known []float64
	for _, id := range customers {
		if v := value(id); !math.IsNaN(v) {
			known = append(known, v)
		}
	}
	term := Term{Column: name, Customers: len(known)}
	if len(known) > 1 {
		term.Mean, term.Deviation = numeric.Total(known)/float64(len(known)), deviation(known)
	}
	if !(term.Deviation > 0) || !(term.Deviation > 1e-12*math.Abs(term.Mean)) {
		return nil, analysis.Fail(analysis.BadInput, "clv.cov.constant", analysis.Text("column", name)).Or("clv.cov.constant.remedy")
	}
	out := &coded{terms: []Term{term}}
	missing := len(customers) - len(known)
	if missing >= minLevel {
		out.terms = append(out.terms, Term{Column: name, Missing: true, Customers: missing})
	} else {
		out.filled = missing
	}
	out.addValues(customers, value)
	return out, nil
}

func (c *coded) addValues(customers []analysis.CustomerID, value func(analysis.CustomerID) float64) {
	rowOf := map[float64]uint32{}
	none := ^uint32(0)
	for _, id := range customers {
		v := value(id)
		row, ok := rowOf[v]
		if math.IsNaN(v) {
			row, ok = none, none != ^uint32(0)
		}
		if !ok {
			row = uint32(len(c.z))
			c.z = append(c.z, c.standard(v))
			if math.IsNaN(v) {
				none = row
			} else {
				rowOf[v] = row
			}
		}
		c.code = append(c.code, row)
	}
}

// standard returns the row of z of a value.
func (c *coded) standard(v float64) []float64 {
	z := make([]float64, len(c.terms))
	if !math.IsNaN(v) {
		z[0] = (v - c.terms[0].Mean) / c.terms[0].Deviation
	} else if len(z) > 1 {
		z[1] = 1
	}
	return z
}
