package profile

import (
	"cmp"
	"slices"
)

// NoGroup is the key of customers of whom the value is not known.
const NoGroup = ""

// A Division says which groups customers are in. Groups without customers may be
// among them. Readers must not change it.
type Division struct {
	Keys   []string
	Folded int // groups that stand together in the last one that is not NoGroup; 0 if none do

	of    []uint32 // groups of customer c: of[start[c]:start[c+1]], or of[c] alone
	start []uint32 // nil where everybody is in exactly one
}

// Single divides customers by one value each: of[c] is an index into keys, or negative
// where the value is not known; those make a last group, NoGroup.
func Single(keys []string, of []int32) *Division {
	d := &Division{Keys: slices.Clone(keys), of: make([]uint32, len(of))}
	none := len(keys)
	for c, g := range of {
		if g < 0 {
			g = int32(none)
		}
		d.of[c] = uint32(g)
	}
	if slices.Contains(d.of, uint32(none)) {
		d.Keys = append(d.Keys, NoGroup)
	}
	return d
}

// Several divides customers by any number of values each: those of customer c are
// of[start[c]:start[c+1]], each once. Who has none is in the last group, NoGroup.
func Several(keys []string, of, start []uint32) *Division {
	d := &Division{Keys: slices.Clone(keys), start: make([]uint32, 1, len(start))}
	none := uint32(len(keys))
	missing := false
	for c := 1; c < len(start); c++ {
		if mine := of[start[c-1]:start[c]]; len(mine) > 0 {
			d.of = append(d.of, mine...)
		} else {
			d.of, missing = append(d.of, none), true
		}
		d.start = append(d.start, uint32(len(d.of)))
	}
	if missing {
		d.Keys = append(d.Keys, NoGroup)
	}
	return d
}

// Overlap reports whether a customer may be in several groups.
func (d *Division) Overlap() bool { return d.start != nil }

// Customers returns how many customers are divided.
func (d *Division) Customers() int {
	if d.start != nil {
		return len(d.start) - 1
	}
	return len(d.of)
}

// Of returns the groups of customer c, indexes into Keys; at least one.
func (d *Division) Of(c int) []uint32 {
	if d.start != nil {
		return d.of[d.start[c]:d.start[c+1]]
	}
	return d.of[c : c+1]
}

// Sizes counts the customers of each group.
func (d *Division) Sizes() []int {
	sizes := make([]int, len(d.Keys))
	for _, g := range d.of {
		sizes[g]++
	}
	return sizes
}

// Fold keeps the groups that have customers, the most largest of them at most (of
// equals the first); the rest stand together in one more, in front of NoGroup, which is
// always kept. A single group is never folded: it would only lose its name.
func (d *Division) Fold(most int) *Division {
	sizes := d.Sizes()
	kept := d.largest(sizes, most)
	out := &Division{}
	place := make([]uint32, len(d.Keys))
	for _, g := range kept {
		place[g] = uint32(len(out.Keys))
		out.Keys = append(out.Keys, d.Keys[g])
	}
	rest := uint32(len(out.Keys))
	none := -1
	for g, n := range sizes {
		switch {
		case n == 0 || slices.Contains(kept, g):
		case d.Keys[g] == NoGroup:
			none = g
		default:
			place[g], out.Folded = rest, out.Folded+1
		}
	}
	if out.Folded > 0 {
		out.Keys = append(out.Keys, NoGroup)
	}
	if none >= 0 {
		place[none] = uint32(len(out.Keys))
		out.Keys = append(out.Keys, NoGroup)
	}
	out.move(d, place)
	return out
}

// largest returns the groups that keep their own row, in the division's order.
func (d *Division) largest(sizes []int, most int) []int {
	var kept []int
	for g, n := range sizes {
		if n > 0 && d.Keys[g] != NoGroup {
			kept = append(kept, g)
		}
	}
	if len(kept) <= most+1 {
		return kept
	}
	slices.SortStableFunc(kept, func(a, b int) int { return cmp.Compare(sizes[b], sizes[a]) })
	kept = kept[:most]
	slices.Sort(kept)
	return kept
}

// move puts the customers of d where its groups now stand, each customer once a group.
func (out *Division) move(d *Division, place []uint32) {
	if d.start == nil {
		out.of = make([]uint32, len(d.of))
		for c, g := range d.of {
			out.of[c] = place[g]
		}
		return
	}
	out.start = make([]uint32, 1, len(d.start))
	for c := range d.Customers() {
		from := len(out.of)
		for _, g := range d.Of(c) {
			if !slices.Contains(out.of[from:], place[g]) {
				out.of = append(out.of, place[g])
			}
		}
		out.start = append(out.start, uint32(len(out.of)))
	}
}

// Other returns the index of the group that holds what was folded, −1 if nothing was.
func (d *Division) Other() int {
	if d.Folded == 0 {
		return -1
	}
	last := len(d.Keys) - 1
	if last > 0 && d.Keys[last-1] == NoGroup { // behind it stand those without a value
		return last - 1
	}
	return last
}

// Cross makes a group of each group of a with each of b: that of i and j has the index
// i·len(b.Keys) + j, and no key. Both must divide the same customers.
func Cross(a, b *Division) *Division {
	width := uint32(len(b.Keys))
	out := &Division{Keys: make([]string, len(a.Keys)*len(b.Keys))}
	if a.Overlap() || b.Overlap() {
		out.start = make([]uint32, 1, a.Customers()+1)
	}
	for c := range a.Customers() {
		for _, i := range a.Of(c) {
			for _, j := range b.Of(c) {
				out.of = append(out.of, i*width+j)
			}
		}
		if out.start != nil {
			out.start = append(out.start, uint32(len(out.of)))
		}
	}
	return out
}
