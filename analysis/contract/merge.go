package contract

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// merged puts the customers of several lists into one: their names in order of
// appearance, and the customer of each row of all lists.
func merged(lists []*ingest.List, rules ingest.IDRules) (names analysis.Dict, customer []uint32) {
	if len(lists) == 1 {
		return lists[0].IDs, slices.Clone(lists[0].Customer)
	}
	var all analysis.Dict
	for _, l := range lists {
		for i := range l.IDs.Len() {
			all.Append(l.IDs.Raw(i))
		}
	}
	index := ingest.NewIDIndex(&all, rules)
	code := filled(all.Len(), analysis.NoCode)
	at := 0
	for _, l := range lists {
		for _, c := range l.Customer {
			id := all.Raw(at + int(c))
			first, _ := index.Find(id)
			if code[first] == analysis.NoCode {
				code[first] = uint32(names.Append(id))
			}
			customer = append(customer, code[first])
		}
		at += l.IDs.Len()
	}
	return names, customer
}

// reasons collect the reasons for leaving of several lists.
type reasons struct {
	codes []uint32
	names analysis.Dict
}

// add takes the reasons of n rows; nil where the list has none.
func (r *reasons) add(c *analysis.Column, n int) { r.codes = append(r.codes, r.coded(c, n)...) }

func (r *reasons) coded(c *analysis.Column, n int) []uint32 {
	if c == nil {
		return filled(n, analysis.NoCode)
	}
	return recode(&r.names, c)
}

// recode adds the texts of a column to a dictionary and returns its codes there.
func recode(names *analysis.Dict, c *analysis.Column) []uint32 {
	known := make(map[string]uint32, names.Len())
	for i := range names.Len() {
		known[names.At(i)] = uint32(i)
	}
	to := make([]uint32, c.Texts.Len())
	for i := range to {
		code, ok := known[c.Texts.At(i)]
		if !ok {
			code = uint32(names.Append(c.Texts.Raw(i)))
		}
		to[i] = code
	}
	out := make([]uint32, len(c.Codes))
	for i, code := range c.Codes {
		if out[i] = analysis.NoCode; code != analysis.NoCode {
			out[i] = to[code]
		}
	}
	return out
}
