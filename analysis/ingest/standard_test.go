package ingest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// tokens splits a whole text with the reference splitter, up to the first
// record that has no end. Lines of nothing are no records, as in encoding/csv.
func tokens(text []byte, f Format) (records [][]string, last outcome) {
	s := splitter{delim: f.Delimiter, quoting: f.Quoting, atEOF: true}
	for at := 0; at < len(text); {
		next, result := s.next(text, at)
		if result != complete {
			return records, result
		}
		if len(bytes.Trim(text[at:next], "\r\n")) > 0 {
			var record []string
			for _, field := range s.fields {
				record = append(record, string(field.value(text)))
			}
			records = append(records, record)
		}
		at = next
	}
	return records, complete
}

// standard splits a text with encoding/csv.
func standard(text []byte, delim byte) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = rune(delim), -1
	return r.ReadAll()
}

// A standardCase is an input that the tests of encoding/csv try, rewritten, and
// the fields that it has here.
type standardCase struct {
	name, text string
	delim      byte   // 0 is a comma
	want       string // records in |, fields in ·
	end        outcome
	why        string // encoding/csv reads it otherwise, and this is why
}

const (
	becauseLineEnds = "a lone CR ends a line, as old Macs and some tills write it; encoding/csv takes it for text"
	becauseLazy     = "a quote inside an unquoted field is a character, as in 12\" vinyl; encoding/csv refuses it unless LazyQuotes is set"
	becauseBlanks   = "blanks around a quoted field mean nothing; encoding/csv refuses or keeps them"
	becauseCRLF     = "a line end in quotes stays as it is; encoding/csv makes LF of CRLF"
	becauseBlankRow = "lines that hold nothing but a CR are blank, and no records"
)

var standardCases = []standardCase{
	{name: "simple", text: "a,b,c\n", want: "a·b·c"},
	{name: "CRLF", text: "a,b\r\nc,d\r\n", want: "a·b|c·d"},
	{name: "a lone CR", text: "a,b\rc,d\r\n", want: "a·b|c·d", why: becauseLineEnds},
	{name: "the examples of RFC 4180", text: "#field1,field2,field3\n\"aaa\",\"bb\nb\",\"ccc\"\n\"a,a\",\"b\"\"bb\",\"ccc\"\nzzz,yyy,xxx\n",
		want: "#field1·field2·field3|aaa·bb\nb·ccc|a,a·b\"bb·ccc|zzz·yyy·xxx"},
	{name: "no line end at the end", text: "a,b,c", want: "a·b·c"},
	{name: "semicolons", text: "a;b;c\n", delim: ';', want: "a·b·c"},
	{name: "several lines in quotes", text: "\"two\nline\",\"one line\",\"three\nline\nfield\"", want: "two\nline·one line·three\nline\nfield"},
	{name: "blank lines", text: "a,b,c\n\nd,e,f\n\n", want: "a·b·c|d·e·f"},
	{name: "blanks in front", text: " a,  b,   c\n", want: " a·  b·   c"},
	{name: "a number sign is no comment", text: "#1,2,3\na,b,c", want: "#1·2·3|a·b·c"},
	{name: "quotes inside a field", text: "a \"word\",b,a\"", want: "a \"word\"·b·a\"", why: becauseLazy},
	{name: "doubled quotes inside a field", text: "a\"\"b,c", want: "a\"\"b·c", why: becauseLazy},
	{name: "a quote in the second field", text: "\"a word\",b\"", want: "a word·b\"", why: becauseLazy},
	{name: "blanks before a quote", text: " \"a\",\" b\",c", want: "a· b·c", why: becauseBlanks},
	{name: "blanks behind a quote", text: "\"a\" ,b\n", want: "a·b", why: becauseBlanks},
	{name: "text behind a quote", text: "\"a \"word\",\"b\"", end: broken},
	{name: "rows of several widths", text: "a,b,c\nd,e\nf", want: "a·b·c|d·e|f"},
	{name: "a delimiter at the end of the file", text: "a,b,c,", want: "a·b·c·"},
	{name: "a delimiter at the end of a line", text: "a,b,c,\n", want: "a·b·c·"},
	{name: "a blank behind the last delimiter", text: "a,b,c, \n", want: "a·b·c· "},
	{name: "a delimiter at the end of line 3", text: "a,b,c\nd,e,f\ng,hi,", want: "a·b·c|d·e·f|g·hi·"},
	{name: "fields that run empty", text: "x,y,z,w\nx,y,z,\nx,y,,\nx,,,\n,,,\n\"x\",\"y\",\"z\",\"w\"\n\"x\",\"y\",\"z\",\"\"\n\"x\",\"y\",\"\",\"\"\n\"x\",\"\",\"\",\"\"\n\"\",\"\",\"\",\"\"\n",
		want: "x·y·z·w|x·y·z·|x·y··|x···|···|x·y·z·w|x·y·z·|x·y··|x···|···"},
	{name: "an empty field before a line", text: "a,b,\nc,d,e", want: "a·b·|c·d·e"},
	{name: "text behind a quote on another line", text: "a,\"b\nc\"d,e", end: broken},
	{name: "a quote that never closes", text: "a,b\n\"d\n\n,e", want: "a·b", end: open},
	{name: "CRLF in quotes", text: "A,\"Hello\r\nHi\",B\r\n", want: "A·Hello\r\nHi·B", why: becauseCRLF},
	{name: "bytes that are no text", text: "x09A\xb4\x1c,aktau", want: "x09A\xb4\x1c·aktau"},
	{name: "a CR at the end", text: "field1,field2\r", want: "field1·field2"},
	{name: "a CR behind quotes at the end", text: "\"field\"\r", want: "field"},
	{name: "two CRs behind quotes", text: "\"field\"\r\r", want: "field", why: becauseLineEnds},
	{name: "a CR in a field", text: "field\rfield\r", want: "field|field", why: becauseLineEnds},
	{name: "CRs in a row", text: "field\r\rfield\r\r", want: "field|field", why: becauseLineEnds},
	{name: "CR before CRLF", text: "field\r\r\nfield\r\r\n", want: "field|field", why: becauseLineEnds},
	{name: "CR before CRLF before CR", text: "field\r\r\n\rfield\r\r\n\r", want: "field|field", why: becauseLineEnds},
	{name: "CRs alone on a line", text: "a,b\n\r\r\n", want: "a·b", why: becauseBlankRow},
	{name: "CRs and several fields", text: "field1,field2\r\r\n\r\rfield1,field2\r\r\n\r\r,", want: "field1·field2|field1·field2|·", why: becauseLineEnds},
	{name: "LFs in quotes", text: "\"\n\n\n\n\"", want: "\n\n\n\n"},
	{name: "CRLFs and nothing else", text: "\r\n\r\n\r\n\r\n", want: ""},
	{name: "long fields", text: strings.Repeat("@", 5000) + "," + strings.Repeat("*", 5000), want: strings.Repeat("@", 5000) + "·" + strings.Repeat("*", 5000)},
	{name: "text behind a quote before CRLF", text: "\"foo\"bar\"\r\n", end: broken},
	{name: "doubled quotes before CRLF", text: "\"foo\"\"bar\"\r\n", want: "foo\"bar"},
	{name: "eight quotes", text: `""""""""`, want: `"""`},
	{name: "seven quotes", text: `"""""""`, end: open},
}

// Delimiters beyond ASCII and lines of comment, which encoding/csv can be told
// to read, do not occur in exports and have no place in Format.
func TestStandardCases(t *testing.T) {
	for _, c := range standardCases {
		t.Run(c.name, func(t *testing.T) {
			if c.delim == 0 {
				c.delim = ','
			}
			got, end := tokens([]byte(c.text), Format{Delimiter: c.delim})
			var list []string
			for _, record := range got {
				list = append(list, strings.Join(record, "·"))
			}
			if all := strings.Join(list, "|"); all != c.want || end != c.end {
				t.Errorf("%q: got %q, end %d, want %q, %d", c.text, all, end, c.want, c.end)
			}
			theirs, err := standard([]byte(c.text), c.delim)
			agree := (err != nil) == (end != complete) && (err != nil || reflect.DeepEqual(theirs, got))
			if agree != (c.why == "") {
				t.Errorf("%q: encoding/csv reads %q, %v: said to differ %q", c.text, theirs, err, c.why)
			}
		})
	}
}

// sameAsStandard fails unless a text that encoding/csv accepts has the same
// fields here, but for the differences that the cases above explain.
func sameAsStandard(t *testing.T, text []byte, delim byte) {
	t.Helper()
	want, err := standard(text, delim)
	if delim == ' ' || err != nil || hasLoneCR(text) {
		return
	}
	got, end := tokens(text, Format{Delimiter: delim})
	for _, record := range got {
		for i := range record {
			record[i] = strings.ReplaceAll(record[i], "\r\n", "\n")
		}
	}
	if end != complete || !reflect.DeepEqual(got, want) {
		t.Fatalf("%q: got %q, end %d; encoding/csv has %q", text, got, end, want)
	}
}

func hasLoneCR(text []byte) bool {
	return bytes.Count(text, []byte("\r")) != bytes.Count(text, []byte("\r\n"))
}

func TestTokensAreTheStandards(t *testing.T) {
	pieces := []string{"a", "bc", "\"", "\"\"", "\",\"", ",", ",", "\n", "\n", "\r\n", " ", "客", "\xff", "\"x\"", "\"x\ny\""}
	rng := rand.New(rand.NewPCG(5, 6))
	accepted := 0
	for range 20_000 {
		var text []byte
		for range rng.IntN(12) {
			text = append(text, pieces[rng.IntN(len(pieces))]...)
		}
		if _, err := standard(text, ','); err == nil {
			accepted++
		}
		sameAsStandard(t, text, ',')
	}
	if accepted < 1000 {
		t.Errorf("encoding/csv accepts only %d texts: they test little", accepted)
	}
}

// TestBackslashes tries what MySQL, Hive and Python's csv write with a backslash as
// escape character.
func TestBackslashes(t *testing.T) {
	cases := []struct{ text, want string }{
		{`"say \"hi\"",b`, `say "hi"·b`},
		{`"a\\",b`, `a\·b`},
		{`a\,b,c`, `a,b·c`},
		{"a\\\nb,c", "a\nb·c"},
		{`"tab\tline\nnul\0",x`, "tab\tline\nnul\x00·x"},
		{`\N,"\N"`, `\N·\N`},
		{`"doubled ""too""",b`, `doubled "too"·b`},
		{`"",b`, `·b`},
		{`a\`, `a\`},
	}
	for _, c := range cases {
		got, end := tokens([]byte(c.text), Format{Delimiter: ',', Quoting: Backslash})
		if s := fmt.Sprint(strings.Join(got[0], "·")); s != c.want || end != complete || len(got) != 1 {
			t.Errorf("%q: got %q, %d, want %q", c.text, s, end, c.want)
		}
	}
	for _, text := range []string{`"a`, `"a\"`, `"a\`} {
		if _, end := tokens([]byte(text), Format{Delimiter: ',', Quoting: Backslash}); end != open {
			t.Errorf("%q ends with %d", text, end)
		}
	}
}
