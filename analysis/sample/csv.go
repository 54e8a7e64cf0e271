package sample

import (
	"strconv"

	"churnbench/analysis"
)

// A sheet is a CSV file in the making. No value holds a comma or a quote.
type sheet struct {
	words words
	buf   []byte
	open  bool // the line has a field already
	day   analysis.Day
	date  []byte // day as text: rows ascend by date, so most repeat it
}

func newSheet(w words, header string, size int) *sheet {
	s := &sheet{words: w, buf: make([]byte, 0, size)}
	s.buf = append(s.buf, w.mark...)
	s.buf = append(s.buf, header...)
	s.end()
	return s
}

func (s *sheet) end() {
	s.buf = append(s.buf, "\r\n"...)
	s.open = false
}

func (s *sheet) field() {
	if s.open {
		s.buf = append(s.buf, ',')
	}
	s.open = true
}

func (s *sheet) text(v string) {
	s.field()
	s.buf = append(s.buf, v...)
}

func (s *sheet) int(v int64) {
	s.field()
	s.buf = strconv.AppendInt(s.buf, v, 10)
}

// id writes a prefix and a number.
func (s *sheet) id(prefix string, n int) {
	s.text(prefix)
	s.buf = strconv.AppendInt(s.buf, int64(n), 10)
}

// on writes a day the way the language's exports do.
func (s *sheet) on(d analysis.Day) {
	if len(s.date) == 0 || d != s.day {
		layout := "2006-01-02"
		if s.words.slashes {
			layout = "2006/1/2"
		}
		s.day, s.date = d, d.Time().AppendFormat(s.date[:0], layout)
	}
	s.field()
	s.buf = append(s.buf, s.date...)
}

// money writes cents with two decimals.
func (s *sheet) money(cents int64) {
	s.field()
	if cents < 0 {
		s.buf = append(s.buf, '-')
		cents = -cents
	}
	s.buf = strconv.AppendInt(s.buf, cents/100, 10)
	s.buf = append(s.buf, '.', byte('0'+cents/10%10), byte('0'+cents%10))
}
