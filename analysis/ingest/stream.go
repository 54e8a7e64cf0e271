package ingest

import (
	"errors"
	"io"

	"churnbench/analysis"
)

const (
	// sliceSize is how many bytes are read from a source at a time.
	sliceSize = 512 << 10

	// pad is how many bytes before and behind a stream's text may be read
	// without looking: the kernels load eight bytes at once.
	pad = 16

	// maxRecord bounds a single record. A longer one is no row of a table but
	// a quote that is never closed or a file that is no text.
	maxRecord = 16 << 20
)

// A stream hands out the text of a source as UTF-8. Text that is not consumed
// stays in front of what the next fill brings.
type stream struct {
	src     Source
	dec     decoder // nil for UTF-8
	offset  int64   // bytes read from the source
	raw     []byte  // bytes read and not decoded, with a decoder
	buf     []byte  // pad, text, pad
	from    int     // the text is buf[from:to]
	to      int
	base    int64 // position of buf[from] in the decoded text
	anchors []anchor
	atEOF   bool
	slice   int // bytes to read at a time
}

// An anchor ties a position in a source to one in its decoded text, so that
// rows can be read again without decoding everything before them.
type anchor struct{ source, text int64 }

// newStream reads from the source's beginning, behind a byte-order mark.
func newStream(src Source, e Encoding) (*stream, error) {
	head := make([]byte, 4)
	n, err := readAt(src, head, 0)
	if err != nil {
		return nil, err
	}
	start := int64(bom(head[:n], e))
	return streamAt(src, e, anchor{source: start}), nil
}

// streamAt reads from an anchor on.
func streamAt(src Source, e Encoding, a anchor) *stream {
	return &stream{src: src, dec: newDecoder(e), offset: a.source, base: a.text, from: pad, to: pad, slice: sliceSize}
}

// text returns what has been read and not consumed.
func (s *stream) text() []byte {
	if s.buf == nil {
		return nil // nothing has been read yet
	}
	return s.buf[s.from:s.to]
}

// consume drops n bytes from the front of the text.
func (s *stream) consume(n int) {
	s.from += n
	s.base += int64(n)
}

// fill reads one more slice behind the text.
func (s *stream) fill() error {
	if s.dec == nil {
		return s.fillPlain()
	}
	return s.fillDecoded()
}

func (s *stream) fillPlain() error {
	// A record that does not end is met by ever larger slices: it is looked at
	// a few times, not once a slice.
	want := int(min(int64(max(s.slice, min(s.to-s.from, maxRecord/4))), max(0, s.src.Size()-s.offset)))
	s.makeRoom(want)
	n, err := readAt(s.src, s.buf[s.to:s.to+want], s.offset)
	s.offset += int64(n)
	s.to += n
	s.atEOF = n < want || s.offset >= s.src.Size()
	return err
}

func (s *stream) fillDecoded() error {
	if s.raw == nil {
		s.raw = make([]byte, 0, s.slice)
	}
	s.anchors = append(s.anchors, anchor{s.offset - int64(len(s.raw)), s.base + int64(s.to-s.from)})
	n, err := readAt(s.src, s.raw[len(s.raw):cap(s.raw)], s.offset)
	s.offset += int64(n)
	s.atEOF = n == 0 || s.offset >= s.src.Size()
	s.raw = s.raw[:len(s.raw)+n]
	s.makeRoom(2*len(s.raw) + 64)
	text, used := s.dec.decode(s.buf[:s.to], s.raw, s.atEOF)
	s.raw = s.raw[:copy(s.raw, s.raw[used:])]
	s.to = len(text)
	s.buf = grow(text, pad)
	s.buf = s.buf[:cap(s.buf)]
	return err
}

// makeRoom moves the text to the front of the buffer and makes room for n
// bytes behind it. The buffer at least doubles when it grows, so that a record
// of any length is moved a bounded number of times a byte.
func (s *stream) makeRoom(n int) {
	text := s.pending()
	if need := pad + len(text) + n + pad; need > len(s.buf) {
		if len(s.buf) > 0 {
			need = max(need, 2*len(s.buf))
		}
		buf := make([]byte, need)
		copy(buf[pad:], text)
		s.buf = buf
	} else {
		copy(s.buf[pad:], text)
	}
	s.from, s.to = pad, pad+len(text)
}

func (s *stream) pending() []byte {
	if s.buf == nil {
		return nil
	}
	return s.text()
}

// readAt fills b as far as the source reaches.
func readAt(src Source, b []byte, at int64) (int, error) {
	if at >= src.Size() {
		return 0, nil
	}
	n, err := src.ReadAt(b, at)
	var said *analysis.Error
	switch {
	case errors.As(err, &said): // the source says it better
		return n, said
	case err != nil && !errors.Is(err, io.EOF):
		return n, analysis.Fail(analysis.BadInput, "ingest.unreadable", analysis.Text("reason", err.Error())).
			Or("ingest.unreadable-remedy")
	}
	return n, nil
}
