package survival

import (
	"slices"

	"churnbench/analysis"
)

// Doubts says what is odd about subjects before anything is estimated: customers
// who were never watched, and durations that look as if customers who left early
// were missing from the file.
func (s *Subjects) Doubts() []analysis.Warning {
	var out []analysis.Warning
	unwatched, events := 0, 0
	for i := range s.Time {
		if !s.watched(i) {
			unwatched++
		}
		if s.Event[i] != 0 {
			events++
		}
	}
	if unwatched > 0 {
		out = append(out, analysis.Warning{Severity: analysis.Note,
			Message: analysis.Say("survival.unwatched", analysis.Count("customers", unwatched))})
	}
	if events == 0 {
		out = append(out, analysis.Warning{Severity: analysis.Caution, Message: analysis.Say("survival.no-events")})
	}
	if from := s.missingBefore(); from > 0 {
		out = append(out, analysis.Warning{Severity: analysis.Caution,
			Message: analysis.Say("survival.truncated", analysis.Number("time", from), analysis.Word("unit", unitKey(s.Unit)), analysis.Count("customers", s.N())),
			Remedy:  analysis.Say("survival.truncated.remedy")})
	}
	return out
}

// suspectFrom is how many subjects it takes to suspect a gap, and suspectShare how
// wide the gap is as a share of the median duration.
const (
	suspectFrom  = 30
	suspectShare = 0.25
)

// missingBefore returns the shortest duration if it is suspiciously long, else 0.
// Were customers in view from their first day, some would have been seen for a short
// time only, be it that they left or that they came lately. Where nobody was, those
// who left early may have been deleted before the file was made.
func (s *Subjects) missingBefore() float64 {
	if s.Entry != nil || s.N() < suspectFrom {
		return 0
	}
	shortest, longest := slices.Min(s.Time), slices.Max(s.Time)
	near := 0
	for _, t := range s.Time {
		if t < shortest/suspectShare {
			near++
		}
	}
	if shortest > 0 && shortest < longest && 2*near > s.N() { // the median is less than shortest/suspectShare
		return shortest
	}
	return 0
}
