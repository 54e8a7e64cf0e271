package chart

import (
	"churnbench/analysis"
	"churnbench/analysis/lifecycle"
)

// lifecycleFixture is two years of a shop that grows at first, and then loses more
// customers than it wins.
func lifecycleFixture() *lifecycle.Course {
	c := &lifecycle.Course{Stages: lifecycle.Relationship.Stages()}
	for m := range 24 {
		c.Days = append(c.Days, analysis.Date(2023, 2, 1)+analysis.Day(m*61/2)-1)
		c.Customers = append(c.Customers, []int{300 + 20*m, 40 * min(m, 12), 25 * max(0, m-5), 11 * max(0, m-8), 30 * max(0, m-4)})
	}
	return c
}
