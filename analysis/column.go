package analysis

import "math"

// A ColumnKind says which of a Column's lists holds its values.
type ColumnKind uint8

// The kinds.
const (
	TextColumn   ColumnKind = iota // Codes and Texts
	NumberColumn                   // Numbers
	DayColumn                      // Days
)

// What stands for a missing value, besides NoDay.
const (
	NoCode   = ^uint32(0)
	NoNumber = Money(math.MinInt64)
)

// A Column is one kept column of a file, with a value for each order row or for
// each customer. Its lists are pointer-free.
type Column struct {
	Name string // as the file has it, "" without a header
	Role string // an ingest.Role
	Kind ColumnKind

	Codes   []uint32 // index into Texts, NoCode where missing
	Texts   Dict     // the distinct values; those of Log.Kept are in byte order, so that they do not depend on the order of rows
	Numbers []Money  // in ten-thousandths, so that sums do not depend on their order; NoNumber where missing
	Days    []Day    // NoDay where missing
}

// Len returns the number of values.
func (c *Column) Len() int { return len(c.Codes) + len(c.Numbers) + len(c.Days) }
