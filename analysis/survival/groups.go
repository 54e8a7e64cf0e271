package survival

import "churnbench/analysis"

// Groups parts subjects: Code[i] is the group of subject i, an index into Names,
// or analysis.NoCode for one who is in none and is left out.
type Groups struct {
	Code  []uint32
	Names []string
}

// MaxGroups bounds how many curves are compared at once. More cannot be told apart
// on a figure, and their pairs would be hundreds of tests.
const MaxGroups = 30

// GroupBy groups subjects by a text column, subject i being row i. The groups stand
// in the order of the column's texts; those that nobody has are left out. The error
// is an *analysis.Error: BadInput for a column of another kind or length or with
// more than MaxGroups values.
func GroupBy(c *analysis.Column, n int) (*Groups, error) {
	name := analysis.Text("column", c.Name)
	if c.Kind != analysis.TextColumn || len(c.Codes) != n {
		return nil, analysis.Fail(analysis.BadInput, "survival.group-kind", name)
	}
	place := make([]uint32, c.Texts.Len())
	for _, code := range c.Codes {
		if code != analysis.NoCode {
			place[code] = 1
		}
	}
	g := &Groups{Code: make([]uint32, n)}
	for code, used := range place {
		if used == 1 {
			place[code] = uint32(len(g.Names))
			g.Names = append(g.Names, c.Texts.At(code))
		}
	}
	if len(g.Names) > MaxGroups {
		return nil, analysis.Fail(analysis.BadInput, "survival.many-groups", name,
			analysis.Count("groups", len(g.Names)), analysis.Count("max", MaxGroups)).Or("survival.many-groups.remedy")
	}
	for i, code := range c.Codes {
		g.Code[i] = analysis.NoCode
		if code != analysis.NoCode {
			g.Code[i] = place[code]
		}
	}
	return g, nil
}

// check refuses codes that do not fit n subjects. A nil Groups fits: it is one
// group of all.
func (g *Groups) check(n int) error {
	if g == nil {
		return nil
	}
	bad := len(g.Code) != n || len(g.Names) == 0
	for _, code := range g.Code {
		bad = bad || code != analysis.NoCode && int(code) >= len(g.Names)
	}
	if bad {
		return analysis.Fail(analysis.BadInput, "survival.bad-groups", analysis.Count("subjects", n), analysis.Count("groups", g.count()))
	}
	return nil
}

// count returns how many groups there are.
func (g *Groups) count() int {
	if g == nil {
		return 1
	}
	return len(g.Names)
}

// of returns the group of subject i, -1 if there is none.
func (g *Groups) of(i uint32) int {
	switch {
	case g == nil:
		return 0
	case g.Code[i] == analysis.NoCode:
		return -1
	}
	return int(g.Code[i])
}

// name returns the name of group k, "" for the one of all.
func (g *Groups) name(k int) string {
	if g == nil {
		return ""
	}
	return g.Names[k]
}
