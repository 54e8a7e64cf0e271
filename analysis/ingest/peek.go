package ingest

import (
	"bytes"
	"unicode/utf8"

	"churnbench/analysis"
)

const (
	// peekPlaces is at how many places a file is looked at beyond its head. A
	// file whose head is plain ASCII may hold its first name at row 900,000.
	peekPlaces = 16

	// testimonySize bounds the text that is weighed to tell encodings apart.
	// A thousand characters decide; more only cost time.
	testimonySize = 16 << 10
)

// testimony returns the part of a source that tells its encoding: the head if
// it holds more than ASCII, else the lines that do at places spread over the
// file. fromStart says that it is the head, whose lines can be counted.
func testimony(src Source, head []byte) (part []byte, fromStart bool) {
	if int64(len(head)) >= src.Size() || !isASCII(head) {
		return head, true
	}
	b := make([]byte, peekSize)
	for i := range int64(peekPlaces) {
		from := int64(len(head))
		at := from + (src.Size()-from-peekSize)*(i+1)/peekPlaces
		n, err := readAt(src, b, max(from, at))
		if err != nil {
			break // reading the file will say so
		}
		part = appendHighLines(part, withoutEnds(b[:n]), testimonySize)
	}
	if part == nil {
		return head, true
	}
	return part, false
}

// withoutEnds drops the lines that a piece of a file has cut.
func withoutEnds(piece []byte) []byte {
	from, to := bytes.IndexByte(piece, '\n')+1, bytes.LastIndexByte(piece, '\n')+1
	return piece[from:max(from, to)]
}

// appendHighLines appends the lines that hold more than ASCII until dst has
// limit bytes.
func appendHighLines(dst, text []byte, limit int) []byte {
	for line := range bytes.Lines(text) {
		if len(dst) >= limit {
			break
		}
		if !isASCII(line) {
			dst = append(dst, line[:min(len(line), limit)]...)
		}
	}
	return dst
}

// witness keeps lines of a file read as UTF-8 that are none. The encoding may
// have been told by a head of plain ASCII, and by places where there was
// nothing else.
func (r *reader) witness(text []byte) {
	if r.Encoding != UTF8 {
		return
	}
	for line := range bytes.Lines(text) {
		if len(r.odd) >= testimonySize {
			return
		}
		if !utf8.Valid(line) {
			r.odd = append(r.odd, line[:min(len(line), testimonySize)]...)
		}
	}
}

// decodingRemedy says what to do about undecodable places: to choose the
// encoding that they look like, if they do.
func (r *reader) decodingRemedy() analysis.Message {
	if e := detectEncoding(r.odd); r.Encoding == UTF8 && e != UTF8 {
		return analysis.Say("ingest.undecodable-looks", analysis.Text("encoding", string(e)))
	}
	return analysis.Say("ingest.undecodable-remedy")
}
