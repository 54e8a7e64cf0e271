package ingest

import (
	"cmp"
	"slices"
	"strconv"

	"churnbench/analysis"
)

// settle decides how dates and decimals are written, and returns what the file
// leaves open. Columns that the mapping does not use decide nothing, but may
// testify.
func (s *sniffer) settle(rows *grid, m Mapping, sketches []columnSketch) (list []Undecided) {
	list = s.settleUnit(m, sketches)
	s.weighDates(rows, m, sketches)
	if open := s.evidence.open(); s.format.Dates == DatesDetect && open != nil {
		list = append(list, datesUndecided(s.evidence.sample, open))
	} else if s.format.Dates == DatesDetect {
		s.format.Dates = s.evidence.format()
	}
	if s.decimalChosen {
		return list
	}
	s.decimals = totalDecimals(sketches, m)
	s.format.Decimal = s.decimals.mark()
	if s.decimals.open() {
		list = append(list, decimalUndecided(s.decimals.sample, s.format.Decimal))
		s.format.Decimal = 0
	}
	return list
}

// datesUndecided asks for the order of a date.
func datesUndecided(sample []byte, orders []DateFmt) Undecided {
	u := Undecided{Property: DatesProperty, Sample: cut(sample, 40)}
	for _, o := range orders {
		d, _ := parseDate(sample, o)
		u.Readings = append(u.Readings, Reading{Value: string(o), Means: analysis.Say("ingest.reading-date", analysis.On("date", d))})
	}
	return u
}

// decimalUndecided asks for the decimal mark of a number such as 1,234.
func decimalUndecided(sample string, likely byte) Undecided {
	u := Undecided{Property: DecimalProperty, Sample: sample}
	for _, mark := range []byte{likely, '.' + ',' - likely} {
		v, _ := parseMoney([]byte(sample), mark)
		means := analysis.Say("ingest.reading-thousands", analysis.Text("value", plainNumber(v)))
		if w, _ := parseMoney([]byte(sample), '.'+','-mark); magnitude(v) < magnitude(w) {
			means = analysis.Say("ingest.reading-decimals", analysis.Text("value", plainNumber(v)))
		}
		u.Readings = append(u.Readings, Reading{Value: string(mark), Means: means})
	}
	return u
}

// plainNumber writes an amount with as many decimals as it has and no
// thousands, which both languages read the same way.
func plainNumber(m analysis.Money) string { return strconv.FormatFloat(m.Float(), 'f', -1, 64) }

// completed fills in what a format leaves to be detected. What the file leaves
// open is an error: nothing is guessed.
func completed(src Source, f Format, m Mapping) (Format, error) {
	known := f.Header != HeaderDetect && f.Decimal != 0 && f.Dates != DatesDetect && (f.Unit != "" || m.Column(Tenure) < 0)
	if known && f.Encoding != "" && f.Delimiter != 0 && f.Quoting != QuotingDetect && f.Skip != SkipDetect {
		head, err := readHead(src, 4096)
		if err != nil {
			return f, err
		}
		return f, identify(head, src.Size())
	}
	s, err := newSniffer(src, f)
	if err != nil || known {
		return s.format, err
	}
	rows, names := s.rows()
	sketches := s.sketches(rows, names)
	if len(m) != len(sketches) {
		m = make(Mapping, len(sketches))
	}
	for _, u := range s.settle(rows, m, sketches) {
		if u.matters(m) {
			return s.format, u.failure()
		}
	}
	// What does not matter, such as the dates of a list that has none, may be
	// anything.
	s.format.Dates = cmp.Or(s.format.Dates, s.evidence.format())
	s.format.Decimal = cmp.Or(s.format.Decimal, s.decimals.mark())
	return s.format, nil
}

// matters reports whether any column is read by the property.
func (u Undecided) matters(m Mapping) bool {
	if u.Property == UnitProperty {
		return m.Column(Tenure) >= 0
	}
	holds := DateType
	if u.Property == DecimalProperty {
		holds = NumberType
	}
	return slices.ContainsFunc(m, func(r Role) bool { return r != Ignore && r.Holds() == holds })
}

// failure says that a file cannot be read before a person has decided.
func (u Undecided) failure() error {
	sample := analysis.Text("sample", u.Sample)
	switch u.Property {
	case UnitProperty:
		return analysis.Fail(analysis.BadInput, "ingest.undecided-unit", sample).Or("ingest.undecided-unit-remedy")
	case DecimalProperty:
		return analysis.Fail(analysis.BadInput, "ingest.undecided-decimal", sample).Or("ingest.undecided-decimal-remedy")
	}
	return analysis.Fail(analysis.BadInput, "ingest.undecided-dates", sample).Or("ingest.undecided-dates-remedy")
}
