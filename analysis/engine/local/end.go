package local

import "churnbench/analysis"

// lonelyDays is how far the last purchase may stand behind the one before it
// without a doubt about its date.
const lonelyDays = 365

// doubtEnd warns where the last date stands alone, long after all others: one
// mistyped year moves the end of observation, and with it every analysis.
func doubtEnd(log *analysis.Log) []analysis.Warning {
	last, before := analysis.NoDay, analysis.NoDay
	for _, d := range log.Day {
		switch {
		case d > last:
			last, before = d, last
		case d < last && d > before:
			before = d
		}
	}
	if before == analysis.NoDay || last-before <= lonelyDays {
		return nil
	}
	return []analysis.Warning{{
		Severity: analysis.Serious,
		Message:  analysis.Say("engine.lonely-end", analysis.On("last", last), analysis.On("before", before)),
		Remedy:   analysis.Say("engine.lonely-end.remedy", analysis.On("before", before)),
	}}
}
