package ingest

import "churnbench/analysis"

// dateEvidence is what a column of dates tells about the order of day and
// month.
type dateEvidence struct {
	compact, yearFirst int // written so
	onlyDMY, onlyMDY   int // possible in one order only
	either             int // possible in both, and different
	onlyYMD            int // two-digit years in front, possible in no other order

	short shortYears

	lastDMY, lastMDY analysis.Day
	moveDMY, moveMDY int64 // sums of the steps from each date to the next, in days
}

// see adds a value.
func (e *dateEvidence) see(b []byte) {
	dmy, okD := parseDate(b, DateDMY)
	mdy, okM := parseDate(b, DateMDY)
	ymd, okY := parseDate(b, DateYMD)
	if n := digitsAt(b, 0); n > 0 && n <= 2 && (okD || okM) {
		last := mdy
		if okD {
			last = dmy
		}
		e.short.see(ymd, last, okY)
	}
	switch {
	case okY && digitsAt(b, 0) >= 8:
		e.compact++
	case okY && digitsAt(b, 0) == 4:
		e.yearFirst++
	case okD && !okM:
		e.onlyDMY++
	case okM && !okD:
		e.onlyMDY++
	case okD && dmy != mdy:
		e.either++
		e.step(dmy, mdy)
	case okD: // both agree, as 5/5/2024 or a month's name do
		if digitsAt(b, 0) > 0 {
			e.onlyDMY += b2i(dmy == mdy && hasLetter(b))
		} else {
			e.onlyMDY++
		}
	case okY:
		e.onlyYMD++
	}
}

// step follows both readings: a log is mostly in order of time, so the true
// reading wanders less.
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
		if isLetter(c) {
			return true
		}
	}
	return false
}

// format returns the likeliest way of writing.
func (e *dateEvidence) format() DateFmt {
	slashed := e.onlyDMY + e.onlyMDY + e.either
	switch {
	case e.compact > 0 && e.compact >= max(e.yearFirst, slashed):
		return DateCompact
	case e.short.yearLeads():
		return DateYMD
	case e.yearFirst > 0 && e.yearFirst >= slashed, e.onlyYMD > slashed, slashed == 0:
		return DateYMD
	case e.onlyMDY > e.onlyDMY:
		return DateMDY
	case e.onlyMDY == e.onlyDMY && e.moveMDY < e.moveDMY:
		return DateMDY
	}
	return DateDMY
}

// ambiguous reports whether nothing but the order of the rows, if that, speaks
// for the order chosen.
func (e *dateEvidence) ambiguous() bool {
	return !e.short.doubtful() && e.either > 0 && e.onlyDMY == 0 && e.onlyMDY == 0 && (e.format() == DateDMY || e.format() == DateMDY)
}

// mixed reports whether some dates are possible only day first and others only
// month first.
func (e *dateEvidence) mixed() bool {
	return e.onlyDMY > 0 && e.onlyMDY > 0 && !e.short.yearLeads()
}
