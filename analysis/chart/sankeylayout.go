package chart

import (
	"cmp"
	"slices"

	"churnbench/analysis/segment"
)

// Layout of a Sankey diagram, in pixels.
const (
	sankeyFlow  = 280.0 // height of all customers together
	sankeyLabel = 18.0  // height that every group has at least, for its label
	sankeyGap   = 5.0   // between groups
	sankeyBar   = 10.0  // width of a group's bar
	sankeyHead  = 24.0  // for the days above the bars
)

// sankeyMost is how many groups stand on one side; the smallest beyond are one.
const sankeyMost = 10

// A sankeyNode is a group, or several small ones, on one of the days.
type sankeyNode struct {
	groups []int // rows or columns of the migration
	segment.Flow
	top float64 // of its bar, downwards from the top of the body
	bar float64 // height
	out float64 // how much of the bar ribbons have taken so far
}

// A sankeyRibbon is customers who went from a node of the left to one of the right.
type sankeyRibbon struct {
	left, right int // nodes
	direction   segment.Direction
	segment.Flow
	from, to float64 // top ends at the bars
	width    float64
	key      string // of the cell that it is; "" if it is several
}

// A sankeyLayout is where groups and flows lie in a body of a height.
type sankeyLayout struct {
	left, right []sankeyNode
	ribbons     []sankeyRibbon // by left node, then right
	height      float64
}

// layOut places the groups in their order, from the top, all customers as high as flow, and the flows between them so
// that those of one bar do not cross each other.
func layOut(m *segment.Migration, flow float64) *sankeyLayout {
	l := &sankeyLayout{}
	folded := smallest(m)
	l.left, l.right = nodesOf(m.Rows, folded), nodesOf(m.Columns, folded)
	l.height = max(spread(l.left, flow), spread(l.right, flow))
	scale := flow / float64(max(1, m.End().Customers))
	place(l.left, scale, l.height)
	place(l.right, scale, l.height)
	l.connect(m, scale)
	return l
}

// smallest says which groups are folded: all beyond the largest, by the larger of the
// two days. Never folded are those who came in between and the unknown.
func smallest(m *segment.Migration) map[int]bool {
	var known []int
	for i, key := range m.Groups {
		if key != segment.UnknownKey && most(m, i) > 0 {
			known = append(known, i)
		}
	}
	if len(known) <= sankeyMost {
		return nil
	}
	slices.SortStableFunc(known, func(a, b int) int { return cmp.Compare(most(m, b), most(m, a)) })
	folded := map[int]bool{}
	for _, i := range known[sankeyMost-1:] {
		folded[i] = true
	}
	return folded
}

func most(m *segment.Migration, group int) int {
	return max(m.Rows[group].Customers, m.Columns[group].Customers)
}

// nodesOf are the groups that anybody is in, the folded ones in place of the last of
// them.
func nodesOf(flows []segment.Flow, folded map[int]bool) (nodes []sankeyNode) {
	rest := sankeyNode{}
	left := len(folded)
	for i, f := range flows {
		if folded[i] {
			rest.groups, rest.Flow = append(rest.groups, i), joined(rest.Flow, f)
			if left--; left == 0 && rest.Customers > 0 {
				nodes = append(nodes, rest)
			}
			continue
		}
		if f.Customers > 0 {
			nodes = append(nodes, sankeyNode{groups: []int{i}, Flow: f})
		}
	}
	return nodes
}

func joined(a, b segment.Flow) segment.Flow {
	return segment.Flow{Customers: a.Customers + b.Customers, Before: a.Before + b.Before, After: a.After + b.After}
}

// spread returns the height that one side needs.
func spread(nodes []sankeyNode, flow float64) float64 {
	total := 0
	for _, n := range nodes {
		total += n.Customers
	}
	height := sankeyGap * float64(max(0, len(nodes)-1))
	for _, n := range nodes {
		height += max(sankeyLabel, flow*float64(n.Customers)/float64(max(1, total)))
	}
	return height
}

// place shares the height out, what is left over between the groups.
func place(nodes []sankeyNode, scale, height float64) {
	free := height
	for i := range nodes {
		nodes[i].bar = scale * float64(nodes[i].Customers)
		free -= max(sankeyLabel, nodes[i].bar)
	}
	gap := free / float64(max(1, len(nodes)-1))
	top := 0.0
	for i := range nodes {
		slot := max(sankeyLabel, nodes[i].bar)
		nodes[i].top = top + (slot-nodes[i].bar)/2
		top += slot + gap
	}
}

// connect lays the ribbons side by side along the bars, in the order of the other side.
func (l *sankeyLayout) connect(m *segment.Migration, scale float64) {
	for i := range l.left {
		for j := range l.right {
			for _, r := range between(m, &l.left[i], &l.right[j]) {
				r.left, r.right, r.width = i, j, scale*float64(r.Customers)
				r.from, r.to = l.left[i].top+l.left[i].out, l.right[j].top+l.right[j].out
				l.left[i].out += r.width
				l.right[j].out += r.width
				l.ribbons = append(l.ribbons, r)
			}
		}
	}
}

// between are the flows from one node to another: one, or between folded groups one for
// each direction.
func between(m *segment.Migration, left, right *sankeyNode) (list []sankeyRibbon) {
	for direction := segment.Stayed; direction <= segment.Came; direction++ {
		r := sankeyRibbon{direction: direction}
		for _, row := range left.groups {
			for _, column := range right.groups {
				if f := *m.At(row, column); f.Customers > 0 && m.Direction(row, column) == direction {
					r.Flow, r.key = joined(r.Flow, f), cellKey(row, column)
				}
			}
		}
		if len(left.groups)+len(right.groups) > 2 {
			r.key = ""
		}
		if r.Customers > 0 {
			list = append(list, r)
		}
	}
	return list
}
