package local

import (
	"bytes"
	"cmp"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

// inside says of each customer whether she passes req's filter; from memory if it was
// the same one.
func (d *dataset) inside(req engine.CustomersRequest) ([]bool, error) {
	memo := d.memo(req.Measures)
	key := engine.CustomersRequest{Search: req.Search, Cohort: req.Cohort, Groups: req.Groups, Ranges: req.Ranges}
	if memo.inside != nil && reflect.DeepEqual(memo.filter, key) {
		return memo.inside, nil
	}
	passes, err := d.filters(req)
	if err != nil {
		return nil, err
	}
	inside := d.named(req.Search)
	for _, pass := range passes {
		for c := range inside {
			inside[c] = inside[c] && pass(analysis.CustomerID(c))
		}
	}
	memo.filter, memo.inside = key, inside
	return inside, nil
}

// filters are what req asks of a customer besides her name.
func (d *dataset) filters(req engine.CustomersRequest) (all []func(analysis.CustomerID) bool, err error) {
	inCell, err := d.among(req.Cohort)
	if err != nil {
		return nil, err
	}
	if inCell != nil {
		all = append(all, inCell)
	}
	for _, ref := range req.Groups {
		inGroup, err := d.within(ref)
		if err != nil {
			return nil, err
		}
		all = append(all, inGroup)
	}
	for _, r := range req.Ranges {
		f, err := d.field(r.Column, req.Measures)
		if err != nil {
			return nil, err
		}
		if f.number == nil {
			return nil, analysis.Fail(analysis.BadInput, "customers.no-range", analysis.Text("column", string(r.Column)))
		}
		all = append(all, func(c analysis.CustomerID) bool { v := f.number(c); return v >= r.Low && v <= r.High })
	}
	return all, nil
}

// named says of each customer whether a text is part of her identifier.
func (d *dataset) named(text string) []bool {
	found := make([]bool, d.log.Customers())
	if text == "" {
		for c := range found {
			found[c] = true
		}
		return found
	}
	want := []byte(strings.ToLower(text))
	has := hasFolded
	if slices.ContainsFunc([]rune(text), func(r rune) bool { return r >= utf8.RuneSelf && unicode.SimpleFold(r) != r }) {
		has = func(in, want []byte) bool { return bytes.Contains(bytes.ToLower(in), want) }
	}
	for c := range found {
		found[c] = has(d.log.IDs.Raw(c), want)
	}
	return found
}

// hasFolded reports whether want, in lower case, is part of a text when the letters A–Z
// count as a–z. It makes no copy of the text, of which there may be a million.
func hasFolded(in, want []byte) bool {
	for ; len(in) >= len(want); in = in[1:] {
		n := 0
		for n < len(want) && lower(in[n]) == want[n] {
			n++
		}
		if n == len(want) {
			return true
		}
	}
	return false
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}

// count says how the customers who pass req's filter divide, groups of nobody left out:
// in display order, an attribute's by size.
func (d *dataset) count(by engine.Segmentation, req engine.CustomersRequest) ([]engine.GroupCount, error) {
	inside, err := d.inside(req)
	if err != nil {
		return nil, err
	}
	g, err := d.groups(by, 0)
	if err != nil {
		return nil, err
	}
	sizes := make([]int, len(g.keys)+1) // the last is of those in no group
	for c, in := range inside {
		if k := int(g.of[c]); in && k >= 0 {
			sizes[k]++
		} else if in {
			sizes[len(g.keys)]++
		}
	}
	var out []engine.GroupCount
	for k, n := range sizes {
		if n > 0 {
			out = append(out, engine.GroupCount{Key: append(g.keys, engine.NoGroup)[k], Customers: n})
		}
	}
	if by.By == engine.SegmentAttribute {
		slices.SortStableFunc(out, func(a, b engine.GroupCount) int { return cmp.Compare(b.Customers, a.Customers) })
	}
	return out[:min(len(out), engine.MaxCounts)], nil
}
