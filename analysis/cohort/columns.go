package cohort

import (
	"strconv"
	"strings"
)

// MaxBound is the largest bound of a bracket.
const MaxBound = 2 * MaxPeriods

// columns are the columns of a table, and where a period stands in them.
type columns struct {
	list []Column
	at   []int // by period: its column, −1 for none; later periods have none
	upTo []int // by period: the first column that ends after it, where its revenue joins the totals
	in   []int // by number of periods: how many columns lie within them; more periods hold all
}

// columnsOf returns the columns that opt asks for, as far as any of periods
// begins them, and how many periods have none although classic columns would go on.
func columnsOf(opt Options, periods int) (c columns, beyond int) {
	if opt.Method == Bracket {
		c.list = opt.Bounds.columns(periods)
	} else {
		c.list = single(columnsFor(opt.Periods, periods))
		beyond = periods - len(c.list)
	}
	c.number()
	return c, beyond
}

// At returns the periods of column j, whether any customer has begun them or not.
func (o Options) At(j int) Column {
	if o.Method == Bracket {
		if list := o.Bounds.columns(MaxBound + 1); j >= 0 && j < len(list) {
			return list[j]
		}
	}
	return Column{j, j + 1}
}

// columnsFor returns the number of columns: what was asked for, as far as there
// are periods, and never more than MaxPeriods after period 0.
func columnsFor(asked, periods int) int {
	if asked == 0 {
		asked = MaxPeriods
	}
	return min(asked, MaxPeriods, periods-1) + 1
}

// single returns n columns of one period each.
func single(n int) []Column {
	list := make([]Column, n)
	for k := range list {
		list[k] = Column{k, k + 1}
	}
	return list
}

// number fills the look-ups.
func (c *columns) number() {
	end := c.list[len(c.list)-1].To
	c.at, c.upTo, c.in = make([]int, end), make([]int, end), make([]int, end+1)
	for k := range end {
		c.at[k] = -1
	}
	k := 0
	for j, col := range c.list {
		for ; k < col.To; k++ {
			c.upTo[k] = j
			if k >= col.From {
				c.at[k] = j
			}
			c.in[k] = j
		}
	}
	c.in[end] = len(c.list)
}

// within returns how many columns lie within the first n periods.
func (c *columns) within(n int) int { return c.in[max(0, min(n, len(c.in)-1))] }

// List returns the bounds.
func (b Bounds) List() []int {
	list := []int{}
	for i, at := range b {
		if i > 0 && at == 0 {
			break
		}
		list = append(list, at)
	}
	return list
}

// ParseBounds reads bounds as people type them: whole numbers apart by anything
// that is no digit. It reports false for what cannot be bounds.
func ParseBounds(text string) (b Bounds, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if len(parts) > len(b) || strings.ContainsAny(text, "-−.") {
		return b, false
	}
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil {
			return b, false
		}
		b[i] = n
	}
	return b, len(parts) == len(b.List()) && b != (Bounds{}) && b.valid()
}

// or returns the bounds or, if there are none, the default.
func (b Bounds) or(d Bounds) Bounds {
	if b == (Bounds{}) {
		return d
	}
	return b
}

// valid reports whether there are two or more bounds, ascending, none of them
// negative or too large.
func (b Bounds) valid() bool {
	if b == (Bounds{}) {
		return true
	}
	list := b.List()
	for i, at := range list {
		if at < 0 || at > MaxBound || i > 0 && at <= list[i-1] {
			return false
		}
	}
	for _, at := range b[len(list):] {
		if at != 0 {
			return false
		}
	}
	return len(list) > 1
}

// columns returns the brackets that begin within a number of periods, with
// period 0 in front unless they hold it.
func (b Bounds) columns(periods int) []Column {
	at := b.or(DefaultBounds).List()
	var list []Column
	if at[0] > 0 {
		list = append(list, Column{0, 1})
	}
	for i := 1; i < len(at) && at[i-1] < periods; i++ {
		list = append(list, Column{at[i-1], at[i]})
	}
	return list
}
