package churn

import "churnbench/analysis"

// silence lists the spells of no purchase for w days. A customer is lost at the end
// of day p + w, where p is a purchase and none falls on days p+1 … p+w, until the
// next purchase: the window (t−w, t] of the activity churn rate. A gap of exactly w
// days is therefore no loss, as in survival.Lapses.
func silence(log *analysis.Log, w analysis.Day) *Spells {
	s := newSpells(log)
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		for i := from + 1; i < to; i++ {
			if log.Day[i]-log.Day[i-1] > w {
				s.add(log.Day[i-1]+w, log.Day[i])
			}
		}
		if last := log.Day[to-1]; log.End-last >= w {
			s.add(last+w, analysis.NoDay)
		}
		s.close()
	}
	return s
}
