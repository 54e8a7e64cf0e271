package local

import (
	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// potential counts who was on a customer list and had not bought by the end of two
// days. Who is on several lists counts once.
func (d *dataset) potential(before, day analysis.Day) engine.Potential {
	out := engine.Potential{Now: engine.NoCount, Before: engine.NoCount}
	waiting, dated := map[string]analysis.Day{}, false
	for _, l := range d.lists {
		if l.join == nil || l.list.Kind != ingest.Customers {
			continue
		}
		out.Listed = true
		signed := signUps(l.list.Columns)
		dated = dated || signed != nil
		l.join.UnmatchedRows(func(id string, row int) bool {
			since := analysis.NoDay
			if signed != nil {
				since = signed[row]
			}
			if known, ok := waiting[id]; !ok || since.Valid() && since < known || !known.Valid() {
				waiting[id] = since
			}
			return true
		})
	}
	if out.Listed {
		out.Before, out.Now = d.potentialOn(before, waiting, dated), d.potentialOn(day, waiting, dated)
	}
	return out
}

// potentialOn counts those on a list by the end of a day. On the last day that is
// everybody without orders; on one before it those who had signed up, whether or not
// they bought later.
func (d *dataset) potentialOn(day analysis.Day, waiting map[string]analysis.Day, dated bool) int {
	switch {
	case day == d.log.End:
		return len(waiting)
	case !dated:
		return engine.NoCount
	}
	n := 0
	for _, since := range waiting {
		if since.Valid() && since <= day {
			n++
		}
	}
	signed := signUps(d.log.Attributes[d.fromOrders:])
	for c, since := range signed {
		if since.Valid() && since <= day && d.log.Day[d.log.Start[c]] > day {
			n++
		}
	}
	return n
}

// signUps are the values of the first column of sign-up dates, nil if there is none.
func signUps(columns []analysis.Column) []analysis.Day {
	for i := range columns {
		if ingest.Role(columns[i].Role) == ingest.SignUp && columns[i].Kind == analysis.DayColumn {
			return columns[i].Days
		}
	}
	return nil
}
