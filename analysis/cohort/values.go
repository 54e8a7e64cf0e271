package cohort

import (
	"bytes"
	"cmp"
	"slices"

	"churnbench/analysis"
)

// FoldedKey is the Key of the cohort of an attribute's folded values.
const FoldedKey = "folded"

// values returns how many values get a cohort of their own.
func values(opt Options) int { return cmp.Or(opt.Values, DefaultValues) }

// byValue makes a cohort of each of the most frequent values of a column, and one
// of all others.
func (g *grouping) byValue(log *analysis.Log, column *analysis.Column, most int) {
	var missing Exclusion
	sizes := make([]int, column.Texts.Len())
	for c, code := range column.Codes {
		if code == analysis.NoCode {
			g.leaveOut(&missing, log, c)
		} else {
			sizes[code]++
		}
	}
	g.say(NoValue, missing)
	cohortOf := g.rank(column, sizes, most)
	for c, code := range column.Codes {
		if code != analysis.NoCode {
			g.of[c] = cohortOf[code]
		}
	}
}

// rank makes the cohorts, the largest first, and returns the cohort of each code.
func (g *grouping) rank(column *analysis.Column, sizes []int, most int) []uint32 {
	var codes []int
	for code, size := range sizes {
		if size > 0 {
			codes = append(codes, code)
		}
	}
	slices.SortFunc(codes, func(a, b int) int {
		return cmp.Or(cmp.Compare(sizes[b], sizes[a]), bytes.Compare(column.Texts.Raw(a), column.Texts.Raw(b)))
	})
	of := make([]uint32, len(sizes))
	for i, code := range codes {
		at := min(i, most)
		if at == len(g.cohorts) {
			g.cohorts = append(g.cohorts, member{Cohort: valueCohort(column.Texts.At(code), i >= most)})
		}
		of[code] = uint32(at)
		g.cohorts[at].Size += sizes[code]
		if i >= most {
			g.cohorts[at].Folded++
		}
	}
	return of
}

// valueCohort names the cohort of a value; no value has the key of the folded
// ones, for an equals sign stands before it.
func valueCohort(value string, folded bool) Cohort {
	if folded {
		return Cohort{Key: FoldedKey, Start: analysis.NoDay}
	}
	return Cohort{Key: "=" + value, Start: analysis.NoDay, Value: value}
}
