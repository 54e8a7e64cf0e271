package ingest

import "bytes"

// slashed records the field whose opening quote stands before text[at] and
// whose quotes are escaped by backslashes. Doubled quotes are understood, too:
// some writers do both.
func (s *splitter) slashed(text []byte, at int) (int, outcome) {
	field := span{from: at}
	for end := at; end < len(text); end++ {
		switch text[end] {
		case '\\':
			field.escapes = backslashes
			end++
		case '"':
			if end+1 < len(text) && text[end+1] == '"' {
				field.escapes = backslashes
				end++
				continue
			}
			field.to = end
			s.fields = append(s.fields, field)
			return s.behindQuote(text, end+1)
		}
	}
	return len(text), open
}

// plainSlashed records the unquoted field that starts at text[at], in which
// delimiters and line ends may stand behind backslashes.
func (s *splitter) plainSlashed(text []byte, at int) int {
	field := span{from: at}
	end := at
	for end < len(text) && text[end] != s.delim && !atLineEnd(text, end) {
		if text[end] == '\\' && end+1 < len(text) {
			field.escapes = backslashes
			end++
		}
		end++
	}
	field.to = end
	s.fields = append(s.fields, field)
	return end
}

// unslashed undoes backslashes as MySQL writes them. A field that is \N and
// nothing else has no value and stays as it is, for isMissing to see.
func unslashed(b []byte) []byte {
	if bytes.EqualFold(b, []byte(`\N`)) {
		return b
	}
	plain := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if i+1 < len(b) && (c == '\\' || c == '"' && b[i+1] == '"') {
			i++
			c = unescaped(b[i], c)
		}
		plain = append(plain, c)
	}
	return plain
}

// unescaped returns what c means behind a backslash, or behind another quote.
func unescaped(c, before byte) byte {
	if before == '\\' {
		switch c {
		case 'n':
			return '\n'
		case 'r':
			return '\r'
		case 't':
			return '\t'
		case '0':
			return 0
		}
	}
	return c
}
