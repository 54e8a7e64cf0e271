package ingest

import "churnbench/analysis"

// dateEvidence is what a column of dates tells about the order of day and
// month. Only values that no other order can read prove one.
type dateEvidence struct {
	compact, yearFirst int // written so
	onlyDMY, onlyMDY   int // possible in one order only
	either             int // possible in both, and different
	same               int // possible in both, and equal: 5/5/2024
	onlyYMD            int // two-digit years in front, possible in no other order
	dayMonth, monthDay int // with the month's name, which every order reads

	coded   DateFmt // where dates are numbers or months
	serials int     // Excel's numbers, between other dates

	highDays int    // of yearFirst: on the 13th of a month or later
	sample   []byte // one of either; for short years any

	short shortYears

	lastDMY, lastMDY analysis.Day
	moveDMY, moveMDY int64 // sums of the steps from each date to the next, in days
}

// see adds a value.
func (e *dateEvidence) see(b []byte) {
	ymd, okY := parseDate(b, DateYMD)
	dmy, okD, mdy, okM := ymd, okY, ymd, okY
	if !okY || digitsAt(b, 0) < 4 { // else every order reads the same
		dmy, okD = parseDate(b, DateDMY)
		mdy, okM = parseDate(b, DateMDY)
	}
	switch {
	case !okD && !okM && !okY:
		e.serials += b2i(isCode(b, DateSerial))
	case okY && ymd == dmy && ymd == mdy && hasLetter(b) && digitsAt(b, 0) < 4:
		e.dayMonth += b2i(isDigit(b[0]))
		e.monthDay += b2i(!isDigit(b[0]))
	case okY && digitsAt(b, 0) >= 8:
		e.compact++
	case okY && isYearFirst(b):
		e.yearFirst++
		e.highDays += b2i(ymd.Time().Day() > 12)
	default:
		e.seeShort(b, [3]analysis.Day{ymd, dmy, mdy}, [3]bool{okY, okD, okM})
	}
}

// isYearFirst reports whether a date begins with a year of four digits, which
// may be full-width ones.
func isYearFirst(b []byte) bool {
	var room [64]byte
	return digitsAt(plainDate(room[:0], clean(b)), 0) == 4
}

// seeShort adds a date whose first number is short. The readings are those
// with year, day and month in front.
func (e *dateEvidence) seeShort(b []byte, readings [3]analysis.Day, ok [3]bool) {
	behind := readings[2]
	if ok[1] {
		behind = readings[1]
	}
	if ok[1] || ok[2] {
		e.short.see(readings[0], behind, ok[0])
	}
	if e.sample == nil {
		e.sample = b
	}
	switch {
	case ok[1] && !ok[2]:
		e.onlyDMY++
	case ok[2] && !ok[1]:
		e.onlyMDY++
	case ok[1] && readings[1] != readings[2]:
		if e.either++; e.either == 1 {
			e.sample = b
		}
		e.step(readings[1], readings[2])
	case ok[1]:
		e.same++
	default:
		e.onlyYMD++
	}
}

// step follows both readings: a log is mostly in order of time, so the true
// reading wanders less. That proves nothing, but tells which to offer first.
func (e *dateEvidence) step(dmy, mdy analysis.Day) {
	if e.either > 1 {
		e.moveDMY += distance(dmy, e.lastDMY)
		e.moveMDY += distance(mdy, e.lastMDY)
	}
	e.lastDMY, e.lastMDY = dmy, mdy
}

func distance(a, b analysis.Day) int64 { return int64(max(a-b, b-a)) }

func hasLetter(b []byte) bool {
	for _, c := range b {
		if isLetter(c) && c|0x20 != 't' && c|0x20 != 'z' {
			return true
		}
	}
	return false
}

// slashed counts the dates of three short numbers.
func (e *dateEvidence) slashed() int { return e.onlyDMY + e.onlyMDY + e.either + e.same }

// few is how rare dates of short numbers must be among dates with the year in
// front to be left to the ledger, where they cannot be misread.
const few = 0.01

// format returns the way of writing: the one that is proved or, where nothing
// is, the likeliest.
func (e *dateEvidence) format() DateFmt {
	slashed := e.slashed()
	proved := max(e.onlyDMY, e.onlyMDY)
	switch {
	case e.coded != DatesDetect:
		return e.coded
	case slashed == 0 && e.onlyYMD == 0 && e.serials > 0:
		return DateSerial
	case e.short.yearLeads(), e.onlyYMD > slashed:
		return DateYMD
	case slashed == 0 && e.dayMonth+e.monthDay > e.compact+e.yearFirst && e.monthDay > e.dayMonth:
		return DateMDY
	case slashed == 0 && e.dayMonth+e.monthDay > e.compact+e.yearFirst:
		return DateDMY
	case slashed == 0 && e.compact > e.yearFirst:
		return DateCompact
	case slashed == 0, proved == 0 && float64(slashed) < few*float64(e.yearFirst+e.compact):
		return DateYMD
	}
	return e.order()
}

// order chooses between day first and month first.
func (e *dateEvidence) order() DateFmt {
	if e.onlyMDY > e.onlyDMY || e.onlyMDY == e.onlyDMY && e.moveMDY < e.moveDMY {
		return DateMDY
	}
	return DateDMY
}

// open returns the orders between which no value decides, the likeliest first,
// or nil where one does.
func (e *dateEvidence) open() []DateFmt {
	likely := e.format()
	switch {
	case e.short.doubtful():
		return e.possible(DateYMD, DateDMY, DateMDY)
	case e.either == 0 || e.onlyDMY+e.onlyMDY > 0 || likely != DateDMY && likely != DateMDY:
		return nil
	case likely == DateMDY:
		return []DateFmt{DateMDY, DateDMY}
	}
	return []DateFmt{DateDMY, DateMDY}
}

// possible returns those orders in which the sample and all other short dates
// are dates.
func (e *dateEvidence) possible(orders ...DateFmt) (list []DateFmt) {
	for _, o := range orders {
		_, ok := parseDate(e.sample, o)
		if ok && !(o == DateDMY && e.onlyMDY > 0) && !(o == DateMDY && e.onlyDMY > 0) {
			list = append(list, o)
		}
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// testify lets another column of dates of the same file decide what this one
// leaves open: one program wrote both.
func (e *dateEvidence) testify(other *dateEvidence) {
	if other.onlyDMY > 0 && other.onlyMDY == 0 {
		e.onlyDMY += other.onlyDMY
	}
	if other.onlyMDY > 0 && other.onlyDMY == 0 {
		e.onlyMDY += other.onlyMDY
	}
}

// mixed reports whether some dates are possible only day first and others only
// month first.
func (e *dateEvidence) mixed() bool {
	return e.onlyDMY > 0 && e.onlyMDY > 0 && !e.short.yearLeads()
}

// swapped reports whether the column looks as a spreadsheet leaves it that took
// the day for the month: what it could take for a date (days up to the 12th) it
// turned into one, with both swapped, and the rest it left as text.
func (e *dateEvidence) swapped() bool {
	return e.yearFirst > 0 && e.highDays == 0 && e.either == 0 && e.same == 0 && e.onlyDMY+e.onlyMDY > 0 && !e.mixed()
}
