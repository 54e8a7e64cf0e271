package survival

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"churnbench/analysis"
)

// A Partition parts the subjects of a Roll for a figure: into few groups, each with a
// label.
type Partition struct {
	Groups  *Groups
	Labels  []Label // of Groups.Names
	Missing int     // subjects without a group, as their value is missing
	Folded  int     // values that stand together in the last group, OtherGroups; 0 if each has its own
}

// Together is the partition of everybody into one group.
func Together(subjects int) *Partition {
	return &Partition{Labels: []Label{{}}, Groups: &Groups{Code: make([]uint32, subjects), Names: []string{""}}}
}

// PartBy parts subjects by a column: a text, or a number of few values, by its value,
// any other number by its quartiles. The error is an *analysis.Error: a column of
// dates, or one in which all have the same value or none.
func PartBy(column *analysis.Column, of []analysis.CustomerID) (*Partition, error) {
	var codes []int
	var labels []Label
	switch column.Kind {
	case analysis.TextColumn:
		codes, labels = textCodes(column, of)
	case analysis.NumberColumn:
		codes, labels = numberCodes(column, of)
	default:
		return nil, analysis.Fail(analysis.BadInput, "survival.group-dates", analysis.Text("column", column.Name)).Or("survival.one-group.remedy")
	}
	p, order := &Partition{}, bySize(codes, labels)
	if column.Kind == analysis.NumberColumn {
		slices.Sort(order) // as the values are
	}
	p.take(codes, labels, order)
	if len(p.Labels) < 2 {
		return nil, analysis.Fail(analysis.BadInput, "survival.one-group", analysis.Text("column", column.Name)).Or("survival.one-group.remedy")
	}
	return p, nil
}

func textCodes(column *analysis.Column, of []analysis.CustomerID) (codes []int, labels []Label) {
	for i := range column.Texts.Len() {
		labels = append(labels, Label{Text: column.Texts.At(i)})
	}
	codes = make([]int, len(of))
	for i, c := range of {
		codes[i] = -1
		if code := column.Codes[c]; code != analysis.NoCode {
			codes[i] = int(code)
		}
	}
	return codes, labels
}

// numberCodes parts by value where the values are few, else at the quartiles.
func numberCodes(column *analysis.Column, of []analysis.CustomerID) (codes []int, labels []Label) {
	values := make([]analysis.Money, 0, len(of))
	for _, c := range of {
		if v := column.Numbers[c]; v != analysis.NoNumber {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	tops, labels := distinct, valueLabels(distinct)
	if len(distinct) > MaxShown {
		tops = quartiles(values)
		labels = rangeLabels(tops)
	}
	codes = make([]int, len(of))
	for i, c := range of {
		codes[i] = -1
		if v := column.Numbers[c]; v != analysis.NoNumber {
			codes[i], _ = slices.BinarySearch(tops, v)
		}
	}
	return codes, labels
}

// quartiles returns the largest value of each quarter of sorted values; equal values
// stay together, so that there may be fewer than four.
func quartiles(values []analysis.Money) []analysis.Money {
	var tops []analysis.Money
	for k := 1; k <= 4; k++ {
		tops = append(tops, values[(len(values)*k+3)/4-1])
	}
	return slices.Compact(tops)
}

func valueLabels(values []analysis.Money) []Label {
	labels := make([]Label, len(values))
	for i, v := range values {
		labels[i] = Label{Text: plain(v)}
	}
	return labels
}

// rangeLabels names quarters by where they begin and end: ≤ 35.5, 35.5 – 70, > 70.
func rangeLabels(tops []analysis.Money) []Label {
	labels := make([]Label, len(tops))
	for i, top := range tops {
		switch {
		case i == 0:
			labels[i] = Label{Text: "≤ " + plain(top)}
		case i == len(tops)-1:
			labels[i] = Label{Text: "> " + plain(tops[i-1])}
		default:
			labels[i] = Label{Text: plain(tops[i-1]) + " – " + plain(top)}
		}
	}
	return labels
}

func plain(v analysis.Money) string { return strconv.FormatFloat(v.Float(), 'f', -1, 64) }

// ascend returns 0, 1, … n−1.
func ascend(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

// bySize returns the labels that occur, the most frequent first.
func bySize(codes []int, labels []Label) []int {
	count := make([]int, len(labels))
	for _, code := range codes {
		if code >= 0 {
			count[code]++
		}
	}
	var order []int
	for code, n := range count {
		if n > 0 {
			order = append(order, code)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(count[b], count[a]) })
	return order
}

// take makes groups of labels in an order, and folds into one what goes beyond MaxShown.
// A code of −1 is in no group.
func (p *Partition) take(codes []int, labels []Label, order []int) {
	own := len(order)
	if own > MaxShown {
		own = MaxShown - 1
		p.Folded = len(order) - own
	}
	groupOf := make([]uint32, len(labels))
	for i, code := range order {
		groupOf[code] = uint32(min(i, own))
		if i < own {
			p.Labels = append(p.Labels, labels[code])
		}
	}
	if p.Folded > 0 {
		p.Labels = append(p.Labels, OtherGroups)
	}
	p.Groups = &Groups{Code: make([]uint32, len(codes))}
	for _, l := range p.Labels {
		p.Groups.Names = append(p.Groups.Names, l.Name())
	}
	for i, code := range codes {
		if p.Groups.Code[i] = analysis.NoCode; code >= 0 {
			p.Groups.Code[i] = groupOf[code]
		} else {
			p.Missing++
		}
	}
}

// PartByTier parts subjects by what they are worth at the start of their time: shares
// are those of the tiers, the best first, the last tier takes the rest. Equal worths
// stay together, in the better tier. A worth of analysis.NoNumber is missing.
//
// Worth must be known at the start. By all that customers brought until they left,
// those who stayed longer would be the better ones by definition.
func PartByTier(worth []analysis.Money, shares []float64) (*Partition, error) {
	sorted := make([]analysis.Money, 0, len(worth))
	for _, v := range worth {
		if v != analysis.NoNumber {
			sorted = append(sorted, v)
		}
	}
	slices.SortFunc(sorted, func(a, b analysis.Money) int { return cmp.Compare(b, a) })
	floors := tierFloors(sorted, shares)
	codes := make([]int, len(worth))
	for i, v := range worth {
		codes[i] = -1
		if v != analysis.NoNumber {
			codes[i] = slices.IndexFunc(floors, func(floor analysis.Money) bool { return v >= floor })
		}
	}
	if len(floors) < 2 {
		return nil, analysis.Fail(analysis.BadInput, "survival.one-tier").Or("survival.one-group.remedy")
	}
	p := &Partition{}
	p.take(codes, tierLabels(len(floors)), ascend(len(floors)))
	return p, nil
}

// tierFloors returns the least worth of each tier, of worths in descending order.
func tierFloors(sorted []analysis.Money, shares []float64) []analysis.Money {
	var floors []analysis.Money
	upTo := 0.0
	for _, share := range shares {
		upTo += share
		n := min(len(sorted), int(math.Ceil(float64(upTo*float64(len(sorted)))-1e-9)))
		if n >= 1 && sorted[n-1] > sorted[len(sorted)-1] {
			floors = append(floors, sorted[n-1])
		}
	}
	return append(slices.Compact(floors), math.MinInt64)
}

func tierLabels(n int) []Label {
	if n == 2 {
		return []Label{TopTier, RestTier}
	}
	labels := []Label{TopTier}
	for i := 2; i < n; i++ {
		l := MiddleTier
		if n > 3 {
			l = Label{Text: strconv.Itoa(i)}
		}
		labels = append(labels, l)
	}
	return append(labels, RestTier)
}
