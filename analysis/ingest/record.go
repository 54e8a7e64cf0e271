package ingest

import "bytes"

// A span is a field's place in a text: text[from:to], without its quotes.
type span struct {
	from, to int
	escapes  escapes
}

// escapes says what value must undo in a field.
type escapes uint8

const (
	asWritten     escapes = iota
	doubledQuotes         // "" stands for "
	backslashes           // \" stands for ", and "" may
)

// An outcome says how the search for a record's end went.
type outcome uint8

const (
	complete outcome = iota // the record ends at a line end
	partial                 // the text ends before the record does
	open                    // the text ends inside a quoted field
	broken                  // something other than a delimiter follows a closing quote
)

// A splitter finds the fields of one record after another. It is the reference
// for what a delimited file means; the fast kernels in index.go must agree
// with it, and hand over to it whatever they are not sure of.
//
// The rules are those of RFC 4180 and, beyond it, those of real exports: lines
// end in LF, CR or CRLF, mixed; a quote inside an unquoted field is a
// character; blanks around a quoted field are ignored. With ' ' as delimiter
// runs of blanks separate, and blanks at either end of a line mean nothing.
// With Backslash a backslash takes its meaning from the character behind it,
// inside quotes and outside; with Unquoted a quote has none.
type splitter struct {
	delim   byte
	quoting Quoting // QuotingDetect is Doubled
	atEOF   bool    // the text ends where the file ends
	fields  []span  // of the latest record; reused
}

// next splits the record that starts at text[at] and returns where the next
// one starts. After broken, that is the start of the next line.
func (s *splitter) next(text []byte, at int) (int, outcome) {
	s.fields = s.fields[:0]
	for {
		from := s.skipBlanks(text, at)
		if s.delim == ' ' && len(s.fields) > 0 && atLineEnd(text, from) {
			return s.lineEnd(text, from)
		}
		end, result := from, complete
		switch {
		case from < len(text) && text[from] == '"' && s.quoting == Backslash:
			end, result = s.slashed(text, from+1)
		case from < len(text) && text[from] == '"' && s.quoting != Unquoted:
			end, result = s.quoted(text, from+1)
		default:
			end = s.plain(text, at, from)
		}
		if result != complete {
			return end, result
		}
		if end == len(text) || text[end] != s.delim {
			return s.lineEnd(text, end)
		}
		at = end + 1
	}
}

// plain records the unquoted field that starts at text[at], or behind its
// blanks at text[from] where blanks separate, and returns its end.
func (s *splitter) plain(text []byte, at, from int) int {
	if s.delim == ' ' {
		at = from
	}
	end := at
	if s.quoting == Backslash {
		return s.plainSlashed(text, at)
	}
	for end < len(text) && text[end] != s.delim && text[end] != '\n' && text[end] != '\r' {
		end++
	}
	s.fields = append(s.fields, span{from: at, to: end})
	return end
}

// quoted records the field whose opening quote stands before text[at].
func (s *splitter) quoted(text []byte, at int) (int, outcome) {
	field := span{from: at}
	for end := at; ; {
		n := bytes.IndexByte(text[end:], '"')
		if n < 0 {
			return len(text), open
		}
		end += n + 1
		if end < len(text) && text[end] == '"' {
			field.escapes = doubledQuotes
			end++
			continue
		}
		field.to = end - 1
		s.fields = append(s.fields, field)
		return s.behindQuote(text, end)
	}
}

// behindQuote looks for the delimiter or line end that must follow a quoted
// field.
func (s *splitter) behindQuote(text []byte, at int) (int, outcome) {
	end := at
	if s.delim != ' ' {
		end = s.skipBlanks(text, at)
	}
	if end == len(text) || text[end] == s.delim || atLineEnd(text, end) {
		return end, complete
	}
	for end < len(text) && !atLineEnd(text, end) {
		end++
	}
	return end, broken
}

// lineEnd steps over the line end at text[at].
func (s *splitter) lineEnd(text []byte, at int) (int, outcome) {
	switch {
	case at == len(text):
		if s.atEOF {
			return at, complete
		}
		return at, partial
	case text[at] == '\n':
		return at + 1, complete
	case at+1 == len(text) && !s.atEOF: // a CR whose LF may be still to come
		return at, partial
	case at+1 < len(text) && text[at+1] == '\n':
		return at + 2, complete
	}
	return at + 1, complete
}

func (s *splitter) skipBlanks(text []byte, at int) int {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	return at
}

func atLineEnd(text []byte, at int) bool {
	return at == len(text) || text[at] == '\n' || text[at] == '\r'
}

// value returns a field's text; what is escaped is undone in a copy.
func (f span) value(text []byte) []byte {
	b := text[f.from:f.to]
	switch f.escapes {
	case doubledQuotes:
		b = bytes.ReplaceAll(b, []byte(`""`), []byte(`"`))
	case backslashes:
		b = unslashed(b)
	}
	return b
}

// countLines counts the line ends in a text that does not end between the CR
// and the LF of one line end.
func countLines(text []byte) int {
	n := 0
	for i, c := range text {
		if c == '\n' || c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			n++
		}
	}
	return n
}
