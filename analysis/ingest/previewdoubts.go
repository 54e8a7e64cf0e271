package ingest

import "churnbench/analysis"

// warnings says what the person should look at before confirming.
func (s *sniffer) warnings(kind Kind, m Mapping, guessed []Role) []analysis.Warning {
	var list []analysis.Warning
	warn := func(severity analysis.Severity, message, remedy analysis.Message) {
		list = append(list, analysis.Warning{Severity: severity, Message: message, Remedy: remedy})
	}
	for _, role := range kind.Needs() {
		if m.Column(role) < 0 && (role != Amount || m.Column(Quantity) < 0 || m.Column(Price) < 0) {
			warn(analysis.Serious, analysis.Say("ingest.role-unproposed", roleWord(role)), analysis.Say("ingest.role-missing-remedy", roleWord(role)))
		}
	}
	for _, role := range guessed {
		if role != Quantity {
			warn(analysis.Note, analysis.Say("ingest.role-guessed", roleWord(role), analysis.Count("column", m.Column(role)+1)), analysis.Say("ingest.role-guessed-remedy"))
		}
	}
	list = append(list, s.dialectDoubts()...)
	if n, sample := s.mangledIDs(m.Column(Customer)); n > 0 {
		list = append(list, mangledWarning(n, sample))
	}
	if s.format.Header == HeaderYes && s.grid.len() > 1 && s.grid.width(0) < len(m) {
		warn(analysis.Serious, analysis.Say("ingest.header-narrow", analysis.Count("names", s.grid.width(0)), analysis.Count("fields", len(m))),
			analysis.Say("ingest.header-narrow-remedy"))
	}
	text := s.text
	if !s.whole {
		text = withoutCutRune(text)
	}
	if n := undecodable(text, s.format.Encoding); n > 0 {
		warn(analysis.Caution, analysis.Say("ingest.undecodable", analysis.Count("places", n), analysis.Text("encoding", string(s.format.Encoding))),
			analysis.Say("ingest.undecodable-remedy"))
	}
	return list
}

// dialectDoubts says what is odd about how the file is written. What is left
// open is no doubt but a question, see Undecided.
func (s *sniffer) dialectDoubts() []analysis.Warning {
	var list []analysis.Warning
	warn := func(severity analysis.Severity, message, remedy analysis.Message) {
		list = append(list, analysis.Warning{Severity: severity, Message: message, Remedy: remedy})
	}
	if e := &s.evidence; e.mixed() {
		warn(analysis.Serious, analysis.Say("ingest.dates-mixed", analysis.Count("dmy", e.onlyDMY), analysis.Count("mdy", e.onlyMDY)), analysis.Say("ingest.dates-remedy"))
	} else if e.swapped() {
		warn(analysis.Serious, analysis.Say("ingest.dates-swapped", analysis.Count("text", e.onlyDMY+e.onlyMDY), analysis.Count("real", e.yearFirst)),
			analysis.Say("ingest.dates-swapped-remedy"))
	}
	if s.decimals.doubtful() && !s.decimals.open() {
		warn(analysis.Caution, analysis.Say("ingest.decimals-ambiguous", analysis.Text("sample", s.decimals.sample), analysis.Text("mark", string(s.format.Decimal))),
			analysis.Say("ingest.decimals-remedy"))
	}
	if s.unpaired {
		warn(analysis.Caution, analysis.Say("ingest.quotes-unpaired"), analysis.Say("ingest.quotes-unpaired-remedy"))
	}
	return list
}

// mangledIDs counts the identifiers in the head that a spreadsheet has
// shortened.
func (s *sniffer) mangledIDs(column int) (n int, sample string) {
	for i := 0; column >= 0 && i < s.grid.len(); i++ {
		if b := s.grid.cell(i, column); isMangled(b) {
			if n++; n == 1 {
				sample = string(b)
			}
		}
	}
	return n, sample
}
