package chart

import (
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// migrationDrawings are ten ordered groups; two that have no order, some customers of
// which are not known; and more groups than are drawn.
func migrationDrawings() []drawing {
	var keys []string
	for _, s := range rfm.Segments(rfm.Classic) {
		keys = append(keys, s.Key)
	}
	scored := migrationFixture(segment.Groups{Keys: keys, Ordered: true}, 4200, 0)
	two := migrationFixture(segment.Groups{Keys: []string{"champions", "hibernating"}, Lapsed: []bool{false, true}}, 900, 40)
	many := segment.Groups{Ordered: true}
	for k := range 16 {
		many.Keys = append(many.Keys, strconv.Itoa(k+1))
	}
	folded := migrationFixture(many, 5000, 0)
	return []drawing{
		{"sankey", func(st figure.Style) (figure.Figure, error) { return Sankey(scored, nameIn(st.Lang), st) }},
		{"sankey-two", func(st figure.Style) (figure.Figure, error) { return Sankey(two, nameIn(st.Lang), st) }},
		{"sankey-many", func(st figure.Style) (figure.Figure, error) {
			return Sankey(folded, func(key string) string { return "Group " + key }, st)
		}},
	}
}

// migrationFixture lets customers move a little, mostly downwards, while a tenth are new.
func migrationFixture(groups segment.Groups, customers, unknown int) *segment.Migration {
	rng := random(11)
	before, after := segment.Standing{Day: analysis.Date(2024, 6, 30)}, segment.Standing{Day: analysis.Date(2025, 6, 30)}
	for c := range customers {
		from := int32(float64(len(groups.Keys)) * rng.Float64() * rng.Float64())
		to := from
		switch u := rng.Float64(); {
		case u < .3:
			to = min(int32(len(groups.Keys)-1), from+1+int32(4*rng.Float64()))
		case u < .4:
			to = max(0, from-1)
		}
		was := analysis.MoneyOf(float64(int(200 * rng.Float64())))
		switch {
		case c < unknown:
			to = segment.Unknown
		case c%10 == 0:
			from, was = segment.NotYet, 0
		}
		before.Group, before.Revenue = append(before.Group, from), append(before.Revenue, was)
		after.Group, after.Revenue = append(after.Group, to), append(after.Revenue, analysis.MoneyOf(float64(int(150*rng.Float64()))))
	}
	return segment.Migrate(groups, 365, before, after)
}

// Ribbons fill the bars of both sides from end to end, and no customer is left out.
func TestSankeyFillsItsBars(t *testing.T) {
	for _, groups := range []int{1, 2, 10, 11, 25} {
		g := segment.Groups{Ordered: true}
		for k := range groups {
			g.Keys = append(g.Keys, strconv.Itoa(k))
		}
		m := migrationFixture(g, 3000, 25)
		l := layOut(m, sankeyFlow)
		customers := 0
		for _, r := range l.ribbons {
			customers += r.Customers
		}
		if customers != m.End().Customers {
			t.Errorf("%d groups: ribbons hold %d of %d customers", groups, customers, m.End().Customers)
		}
		for side, nodes := range [][]sankeyNode{l.left, l.right} {
			if len(nodes) > sankeyMost+2 {
				t.Errorf("%d groups: %d on side %d", groups, len(nodes), side)
			}
			last := -sankeyGap
			for _, n := range nodes {
				if d := n.out - n.bar; d > 1e-6 || d < -1e-6 {
					t.Errorf("%d groups: ribbons take %.2f of a bar of %.2f", groups, n.out, n.bar)
				}
				if slot := n.top + n.bar/2 - max(sankeyLabel, n.bar)/2; slot < last+sankeyGap-1e-6 {
					t.Errorf("%d groups: a group begins at %.2f, the one above ends at %.2f", groups, slot, last)
				}
				last = n.top + n.bar/2 + max(sankeyLabel, n.bar)/2
			}
			if last > l.height+1e-6 {
				t.Errorf("%d groups: side %d ends at %.2f of %.2f", groups, side, last, l.height)
			}
		}
	}
}

// Every ribbon of single groups opens the customers of its cell.
func TestSankeyOpensCells(t *testing.T) {
	m := migrationFixture(segment.Groups{Keys: []string{"champions", "hibernating"}, Ordered: true}, 300, 0)
	fig, err := Sankey(m, nameIn("en"), figure.Style{})
	if err != nil {
		t.Fatal(err)
	}
	opened := map[string]bool{}
	for _, mark := range fig.Marks {
		if strings.HasPrefix(mark.Key, "cell:") {
			opened[mark.Key] = true
		}
	}
	for row := range m.Rows {
		for column := range m.Columns {
			if has := m.At(row, column).Customers > 0; has != opened[cellKey(row, column)] {
				t.Errorf("cell %d, %d: customers %v, opened %v", row, column, has, opened[cellKey(row, column)])
			}
		}
	}
}

func TestSankeyOfNobody(t *testing.T) {
	fig, err := Sankey(&segment.Migration{Rows: make([]segment.Flow, 1)}, nameIn("en"), figure.Style{Lang: "en"})
	if err != nil || !strings.Contains(fig.Description, string(english.Common.NotEnough)) {
		t.Errorf("%q, %v", fig.Description, err)
	}
}
