package contract

import (
	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// Roll makes one roll of lists that keep tenures, all in the unit of the first;
// tenures in another unit are converted by the mean year of 365 days with 52
// weeks and a seventh. Of several rows of a customer the last counts, as in the
// join to orders. It returns nil if none of the lists keeps tenures.
func Roll(lists []*ingest.List, rules ingest.Rules) *analysis.Tenures {
	lists = keeping(lists, ingest.TenureBook)
	if len(lists) == 0 {
		return nil
	}
	names, customer := merged(lists, rules.IDs)
	rows := lastOf(names.Len(), customer)
	out := &analysis.Tenures{IDs: names, Unit: lists[0].Unit}
	var entry []float64
	var left []bool
	var amount []analysis.Money
	var why reasons
	for _, l := range lists {
		n, by := len(l.Customer), conversion(l.Unit, out.Unit)
		out.Time = append(out.Time, scaled(l.Tenure, n, by)...)
		entry = append(entry, scaled(l.Entry, n, by)...)
		left = append(left, l.Left...)
		amount = append(amount, monthly(column(l, ingest.Recurring), n, rules)...)
		why.add(column(l, ingest.LeaveReason), n)
	}
	out.Time, out.Left = pick(rows, out.Time), pick(rows, left)
	if some(lists, func(l *ingest.List) bool { return l.Entry != nil }) {
		out.Entry = pick(rows, entry)
	}
	if some(lists, func(l *ingest.List) bool { return column(l, ingest.LeaveReason) != nil }) {
		out.Reasons, out.Reason = pick(rows, why.codes), why.names
	}
	if some(lists, func(l *ingest.List) bool { return column(l, ingest.Recurring) != nil }) {
		out.Recurring = pick(rows, amount)
	}
	out.Attributes = attributes(lists, rows, TenureRoles)
	return out
}

// TenureRoles are those that make a tenure, and so are no attributes.
var TenureRoles = []ingest.Role{ingest.Tenure, ingest.Entry, ingest.Status, ingest.Recurring, ingest.LeaveReason, ingest.Date}

func some(lists []*ingest.List, test func(*ingest.List) bool) bool {
	for _, l := range lists {
		if test(l) {
			return true
		}
	}
	return false
}

// lastOf is the last row of each customer.
func lastOf(customers int, customer []uint32) []uint32 {
	out := make([]uint32, customers)
	for row, c := range customer {
		out[c] = uint32(row)
	}
	return out
}

// daysIn is how many days a unit has in the mean, a year being 365.
var daysIn = map[analysis.Unit]float64{
	analysis.Days: 1, analysis.Weeks: 7, analysis.Months: 365. / 12, analysis.Quarters: 365. / 4, analysis.Years: 365,
}

// conversion is by what durations in one unit are multiplied to be in another.
func conversion(from, to analysis.Unit) float64 {
	if from == to || daysIn[from] == 0 || daysIn[to] == 0 {
		return 1
	}
	return daysIn[from] / daysIn[to]
}

// scaled multiplies values; n zeros where there are none.
func scaled(values []float64, n int, by float64) []float64 {
	out := make([]float64, n)
	for i, v := range values {
		out[i] = v * by
	}
	return out
}
