package join

import "churnbench/analysis"

// lowRate is the share of matched customers below which list and orders hardly
// speak of the same people.
const lowRate = 0.5

// Rate is the share that matched, of the listed or of those with orders,
// whichever is larger: a survey that a tenth of all customers answered fits as
// well as a register with many who never bought. It is 0 for an empty list.
func (m Match) Rate() float64 {
	smaller := min(m.Listed, m.Buyers)
	if smaller == 0 {
		return 0
	}
	return float64(m.Matched) / float64(smaller)
}

// Doubts says where list and orders fit badly, and which rule would help most.
// Name is the list's.
func (j *Join) Doubts(name string) []analysis.Warning {
	m := j.match
	list, more := analysis.Text("file", name), analysis.Count("more", max(m.WithCase, m.WithZeros, m.WithWidth))
	if m.Rate() < lowRate {
		return []analysis.Warning{{
			Severity: analysis.Serious,
			Message: analysis.Say("join.low", list, analysis.Count("matched", m.Matched), analysis.Count("listed", m.Listed),
				analysis.Count("buyers", m.Buyers)),
			Remedy: m.remedy(),
		}}
	}
	if more.Number > 0 {
		return []analysis.Warning{{Severity: analysis.Note, Message: analysis.Say("join.more", list, more), Remedy: m.remedy()}}
	}
	return nil
}

// remedy names the rule that would bring most, or says where to look.
func (m Match) remedy() analysis.Message {
	switch most := max(m.WithCase, m.WithZeros, m.WithWidth); most {
	case 0:
		return analysis.Say("join.compare")
	case m.WithZeros:
		return analysis.Say("join.use-zeros", analysis.Count("more", most))
	case m.WithCase:
		return analysis.Say("join.use-case", analysis.Count("more", most))
	default:
		return analysis.Say("join.use-width", analysis.Count("more", most))
	}
}
