package ingest

import (
	"strings"

	"churnbench/analysis"
)

// Units lists the units of a tenure in the order in which a person is offered
// them.
var Units = []analysis.Unit{analysis.Days, analysis.Weeks, analysis.Months, analysis.Quarters, analysis.Years}

// unitWords are how headers name them.
var unitWords = map[analysis.Unit][]string{
	analysis.Days:     {"day", "days", "天", "天数", "日数"},
	analysis.Weeks:    {"week", "weeks", "wk", "wks", "周", "星期"},
	analysis.Months:   {"month", "months", "mo", "mos", "mth", "mths", "月"},
	analysis.Quarters: {"quarter", "quarters", "qtr", "qtrs", "季"},
	analysis.Years:    {"year", "years", "yr", "yrs", "年"},
}

// unitOf reads the unit of a tenure from its column's name, "" if it names none
// or several.
func unitOf(name string) (unit analysis.Unit) {
	list := words(headerName(name))
	joined, spaced := strings.Join(list, ""), " "+strings.Join(list, " ")+" "
	for _, u := range Units {
		if !holdsAny(joined, spaced, unitWords[u]) {
			continue
		}
		if unit != "" {
			return ""
		}
		unit = u
	}
	return unit
}

// settleUnit finds the unit of the column of tenures, or asks for it.
func (s *sniffer) settleUnit(m Mapping, sketches []columnSketch) []Undecided {
	c := m.Column(Tenure)
	if s.format.Unit != "" || c < 0 || c >= len(sketches) {
		return nil
	}
	if s.format.Unit = unitOf(sketches[c].Name); s.format.Unit == "" {
		s.format.Unit = recognise(sketches).unit()
	}
	if s.format.Unit != "" {
		return nil
	}
	return []Undecided{unitUndecided(&sketches[c])}
}

// unitUndecided asks what the longest tenure seen is counted in, the likeliest
// unit first: few businesses know customers of more than twenty years.
func unitUndecided(s *columnSketch) Undecided {
	order := []analysis.Unit{analysis.Months, analysis.Years, analysis.Days, analysis.Weeks, analysis.Quarters}
	switch longest := s.largest.Float(); {
	case longest > 250:
		order = []analysis.Unit{analysis.Days, analysis.Weeks, analysis.Months, analysis.Quarters, analysis.Years}
	case longest <= 20:
		order = []analysis.Unit{analysis.Years, analysis.Months, analysis.Quarters, analysis.Weeks, analysis.Days}
	}
	u := Undecided{Property: UnitProperty, Sample: plainNumber(s.largest)}
	for _, unit := range order {
		u.Readings = append(u.Readings, Reading{Value: string(unit),
			Means: analysis.Say("ingest.reading-unit", analysis.Text("value", u.Sample), analysis.Word("unit", "ingest.unit-"+string(unit)))})
	}
	return u
}
