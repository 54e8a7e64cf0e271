package survival

import (
	"math"

	"churnbench/analysis"
)

// OfTenures follows the customers of a list of tenures: the event is that the customer
// has left. Customers whose tenure is no number or negative, and those who were watched
// from no earlier than they were last seen, are left out.
func OfTenures(list *analysis.Tenures) (*Roll, error) {
	if list == nil || list.Customers() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "survival.empty")
	}
	r := &Roll{Subjects: Subjects{Unit: list.Unit}}
	for c, time := range list.Time {
		switch {
		case !(time >= 0) || math.IsInf(time, 1):
			r.leave("survival.left.tenure")
		case list.Entry != nil && list.Entry[c] > 0 && !(list.Entry[c] < time):
			r.leave("survival.left.entry")
		default:
			r.add(analysis.CustomerID(c), time, uint8(b2i(list.Left[c])))
			if list.Entry != nil {
				r.Subjects.Entry = append(r.Subjects.Entry, list.Entry[c])
			}
		}
	}
	if r.Subjects.N() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "survival.empty")
	}
	reason := func(analysis.CustomerID) uint32 { return analysis.NoCode }
	if list.Reasons != nil {
		reason = func(c analysis.CustomerID) uint32 { return list.Reasons[c] }
	}
	r.causes(reason, &list.Reason)
	if len(r.Causes) == 0 {
		r.oneCause()
	}
	return r, nil
}
