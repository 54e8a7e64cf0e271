package ingest

// takeBroken excludes the line on which a record with broken quoting began and
// goes on with the line behind it: one stray quote must not swallow the good
// rows up to the next quote. It returns at if the line's end is still to come.
//
// Going on means to split some lines again. A file made for it could have the
// whole rest split again from every line; the budget, twice the text so far,
// keeps the work linear: beyond it all lines of the record are excluded.
func (r *reader) takeBroken(text []byte, at, end int) int {
	lineEnd := at
	for !atLineEnd(text, lineEnd) {
		lineEnd++
	}
	next, result := r.split.lineEnd(text, lineEnd)
	if result != complete || end == len(text) && !r.in.atEOF {
		return at
	}
	r.excludeLine(text, at, next)
	r.rescanned += end - at
	if int64(r.rescanned) > 2*r.in.base+maxRecord {
		for next < end {
			from := next
			next = r.nextLine(text, from)
			r.excludeLine(text, from, next)
		}
	}
	return next
}

// takeLost excludes the lines of a text whose quoting cannot be trusted any
// more, as far as they are complete and start before limit.
func (r *reader) takeLost(text []byte, limit int) int {
	at := 0
	for at < min(limit, len(text)) {
		next := r.nextLine(text, at)
		if next == at {
			break
		}
		r.excludeLine(text, at, next)
		at = next
	}
	if at == 0 && len(text) > maxRecord {
		r.excludeLine(text, 0, len(text))
		at = len(text)
	}
	return r.counted(text, at)
}

// nextLine returns where the line at text[at] ends, or at if that is not known
// yet.
func (r *reader) nextLine(text []byte, at int) int {
	end := at
	for !atLineEnd(text, end) {
		end++
	}
	next, result := r.split.lineEnd(text, end)
	if result != complete {
		return at
	}
	return next
}

// excludeLine books one physical line as malformed.
func (r *reader) excludeLine(text []byte, at, next int) {
	r.lines++
	if len(clean(text[at:next])) == 0 {
		r.blank++
		return
	}
	r.count(1)
	r.enter(verdict{reason: Malformed}, text, text[at:next], r.lines)
}
