package survival

import "churnbench/analysis"

// coded is one attribute: the distinct values it takes, as numbers.
type coded struct {
	terms []Term
	code  []uint32 // by row, an index into x
	x     [][]float64
}

func (c *coded) refine(cell []uint32, cells [][]float64) [][]float64 {
	known := map[[2]uint32]uint32{}
	var out [][]float64
	for r, code := range c.code {
		key := [2]uint32{cell[r], code}
		at, ok := known[key]
		if !ok {
			at = uint32(len(out))
			known[key] = at
			before := cells[key[0]]
			out = append(out, append(before[:len(before):len(before)], c.x[code]...))
		}
		cell[r] = at
	}
	return out
}

func (d *Design) codeColumn(c *analysis.Column) (*coded, error) {
	switch c.Kind {
	case analysis.NumberColumn:
		return codeNumbers(c.Name, d.rows, func(i uint32) int64 { return int64(c.Numbers[i]) }, analysis.MoneyPerUnit), nil
	case analysis.DayColumn:
		return codeNumbers(c.Name, d.rows, func(i uint32) int64 { return int64(c.Days[i]) }, 365.25), nil
	}
	return codeLevels(c, d.rows)
}

// codeNumbers codes whole numbers that count parts of a unit.
func codeNumbers(name string, rows []uint32, value func(uint32) int64, perUnit float64) *coded {
	c := &coded{terms: []Term{{Column: name}}}
	known := map[int64]uint32{}
	for _, i := range rows {
		v := value(i)
		at, ok := known[v]
		if !ok {
			at = uint32(len(c.x))
			known[v] = at
			c.x = append(c.x, []float64{float64(v) / perUnit})
		}
		c.code = append(c.code, at)
	}
	return c
}

// codeLevels codes a text: the most frequent level is the reference.
func codeLevels(c *analysis.Column, rows []uint32) (*coded, error) {
	count := make([]int, c.Texts.Len()+1) // the last of missing values
	level := func(i uint32) int {
		if c.Codes[i] == analysis.NoCode {
			return len(count) - 1
		}
		return int(c.Codes[i])
	}
	for _, i := range rows {
		count[level(i)]++
	}
	out, place, err := levelTerms(c, count)
	if err != nil {
		return nil, err
	}
	for _, i := range rows {
		out.code = append(out.code, place[level(i)])
	}
	return out, nil
}

// levelTerms makes a term of each level that occurs, but the reference. place is
// where a level's numbers stand.
func levelTerms(c *analysis.Column, count []int) (out *coded, place []uint32, err error) {
	reference, levels := mostFrequent(count[:len(count)-1])
	if levels > maxLevels {
		return nil, nil, analysis.Fail(analysis.BadInput, "survival.many-levels", analysis.Text("column", c.Name),
			analysis.Count("levels", levels), analysis.Count("max", maxLevels)).Or("survival.many-groups.remedy")
	}
	out, place = new(coded), make([]uint32, len(count))
	name := textAt(c, reference)
	for level, n := range count {
		if n > 0 && level != reference {
			t := Term{Column: c.Name, Level: textAt(c, level), Reference: name, Missing: level == len(count)-1}
			out.terms = append(out.terms, t)
			place[level] = uint32(len(out.terms))
		}
	}
	if len(out.terms) == 0 { // one level: a term that Left will name
		out.terms = []Term{{Column: c.Name, Level: name, Reference: name}}
		out.x = [][]float64{{0}}
		return out, place, nil
	}
	out.x = dummies(len(out.terms))
	return out, place, nil
}

// mostFrequent returns the level with most customers, the first of equals, and how
// many levels occur.
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

// dummies returns a row of zeros, and for each term one with a 1 in its place.
func dummies(terms int) [][]float64 {
	x := make([][]float64, terms+1)
	for k := range x {
		x[k] = make([]float64, terms)
		if k > 0 {
			x[k][k-1] = 1
		}
	}
	return x
}

func textAt(c *analysis.Column, level int) string {
	if level >= c.Texts.Len() {
		return ""
	}
	return c.Texts.At(level)
}
