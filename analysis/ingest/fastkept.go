package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// A keptWindow holds a kept column of the rows in the kernel's window.
type keptWindow struct {
	codes   []uint32
	numbers []analysis.Money
	days    []analysis.Day
}

// readKept reads the kept columns. It comes behind resolve: texts are given
// codes in rows only that will be used.
func (r *reader) readKept() {
	k := &r.kernel
	for len(k.kept) < len(r.keeps) {
		k.kept = append(k.kept, keptWindow{})
	}
	n := len(k.take)
	for i, c := range r.keeps {
		w := &k.kept[i]
		switch {
		case c.at < 0 || c.dropped:
		case c.kind == analysis.NumberColumn:
			w.numbers = resized(w.numbers, n)
			k.readAmounts(r.plan, c.at, w.numbers)
		case c.kind == analysis.DayColumn:
			w.days = resized(w.days, n)
			k.readDates(r.plan, c.at, anyDay, w.days)
		case c.role == OrderStatus && r.states != nil:
			w.codes = resized(w.codes, n)
			r.states.keep(k, c.keptColumn, w.codes)
		default:
			w.codes = resized(w.codes, n)
			k.readTexts(k.column(c.at), c.keys, w.codes)
		}
	}
}

// readTexts finds the codes of a column of texts. As in readKeys, its loop makes
// no call while texts of up to eight bytes are met again in their first slot.
func (k *kernel) readTexts(v columnView, keys *keyTable, out []uint32) {
	w, ends, at, step := k.w, v.ends, v.at, v.step
	slots, shift := keys.slots, keys.shift
	for i := range out {
		from, to := ends[at]+1, ends[at+1]
		at += step
		n := to - from
		unused := uint(8*(8-n)) & 63
		signature := load(w, int(from)) << unused >> unused
		s := &slots[spread(signature, n)>>shift]
		if n-1 >= 8 || s.signature != signature || s.size != n || someZero(signature^quotes) != 0 {
			out[i] = k.slowText(i, fieldAt{from, to}, keys)
			slots, shift = keys.slots, keys.shift
			continue
		}
		out[i] = s.code
	}
}

// slowText is readTexts for a text that is empty, long, new or not clean.
func (k *kernel) slowText(i int, f fieldAt, keys *keyTable) uint32 {
	if f.from == f.to || !k.willUse(i) {
		return analysis.NoCode
	}
	return keys.textCode(k.text(f))
}

// willUse reports whether nothing seen so far leaves a row to judge.
func (k *kernel) willUse(i int) bool { return k.day[i] != analysis.NoDay && k.code[i] < firstTest }

// text returns a field's cleaned text.
func (k *kernel) text(f fieldAt) []byte {
	b := k.w[f.from:f.to]
	if k.find.quotes && k.w[f.from-1] == '"' && k.hasQuote(f) {
		b = bytes.ReplaceAll(b, []byte(`""`), []byte(`"`))
	}
	return clean(b)
}

// keepRun appends the kept values of the kernel's rows from ≤ i < to.
func (r *reader) keepRun(from, to int) {
	room := r.rows.room()
	for i, c := range r.keeps {
		w := &r.kernel.kept[i]
		switch {
		case c.dropped:
		case c.kind == analysis.NumberColumn && c.at >= 0:
			c.numbers.add(w.numbers[from:to], room)
		case c.kind == analysis.DayColumn && c.at >= 0:
			c.days.add(w.days[from:to], room)
		case c.at >= 0:
			c.codes.add(w.codes[from:to], room)
		case c.kind == analysis.NumberColumn:
			c.numbers.fill(analysis.NoNumber, to-from, room)
		case c.kind == analysis.DayColumn:
			c.days.fill(analysis.NoDay, to-from, room)
		default:
			c.codes.fill(analysis.NoCode, to-from, room)
		}
	}
}

// readHashes makes the hashes of whole rows, by which duplicates are found: what
// rowHash makes of them, without a call for rows of ordinary length.
func (k *kernel) readHashes() {
	w, ends, take, last := k.w, k.ends, k.take, k.last
	for i := range k.hash {
		from, to := int(ends[take[i]])+1, int(ends[last[i]])
		if k.find.crs && w[to-1] == '\r' {
			to = max(from, to-1)
		}
		n := to - from
		if n <= 32 || n > 64 {
			k.hash[i] = rowHash(w[from:to])
			continue
		}
		x, y := hashStart(n)
		x, y = hashBlock(x, y, load(w, from), load(w, from+8), load(w, from+16), load(w, from+24))
		x, y = hashBlock(x, y, load(w, to-32), load(w, to-24), load(w, to-16), load(w, to-8))
		k.hash[i] = hashEnd(x, y)
	}
}
