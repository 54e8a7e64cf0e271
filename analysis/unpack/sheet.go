package unpack

import (
	"bytes"
	"io"
)

const (
	maxRows    = 1 << 20 // of a sheet in Excel
	maxColumns = 1 << 14

	// markupShare bounds a sheet's XML by the memory limit: a cell of one digit
	// takes some fifty bytes of it.
	markupShare = 32
)

// A cell is one cell of a sheet as it is written in the file.
type cell struct {
	column int
	kind   string // "s", "b", "e", "str", "inlineStr", "d"; "" and "n" for numbers
	style  int
	value  []byte // of <v>
	inline richText
}

// empty reports whether the cell shows nothing.
func (c *cell) empty() bool { return len(c.value) == 0 && len(c.inline.bytes) == 0 }

// A walker goes through the cells of a sheet in the order of the file.
type walker struct {
	in   io.ReadCloser
	x    *scanner
	row  int // 1-based; 0 before the first
	cell cell
}

func (w *workbook) walk(s sheet, limit int64) (*walker, error) {
	f := entry(w.zip, s.part)
	if f == nil {
		return nil, errMarkup
	}
	if size := clipSize(f.UncompressedSize64); size/markupShare > limit {
		return nil, tooLarge(w.name, size, limit)
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &walker{in: in, x: newScanner(in)}, nil
}

// next goes to the next cell that is not empty. It returns io.EOF behind the
// last, once the part has been read to its end and its checksum compared.
func (k *walker) next() error {
	for {
		t, err := k.x.next()
		switch {
		case err != nil:
			return err
		case t.is(openTag, "row"):
			// Rows and columns without a number follow those before them.
			k.row = max(k.row+1, t.number("r", 0))
			k.cell.column = 0
			if k.row > maxRows {
				return errMarkup
			}
		case t.is(openTag, "c"):
			if err := k.take(t); err != nil {
				return err
			}
			if !k.cell.empty() {
				return nil
			}
		}
	}
}

// take reads a cell to its end.
func (k *walker) take(t token) error {
	c := &k.cell
	c.column = max(c.column+1, columnOf(t.attr("r")))
	if c.column > maxColumns || k.row == 0 {
		return errMarkup
	}
	c.kind, c.style = kindOf(t.attr("t")), t.number("s", 0)
	c.value = c.value[:0]
	c.inline.reset()
	inValue := false
	for !t.empty {
		t, err := k.x.next()
		switch {
		case err == io.EOF:
			return errMarkup
		case err != nil:
			return err
		case t.is(closeTag, "c"):
			return nil
		case string(t.name) == "v":
			inValue = t.kind == openTag && !t.empty
		case inValue && t.kind == textToken:
			c.value = t.appendText(c.value)
		default:
			c.inline.see(t)
		}
	}
	return nil
}

// kindOf keeps the frequent kinds from becoming an object each.
func kindOf(b []byte) string {
	switch string(b) {
	case "":
		return ""
	case "s":
		return "s"
	case "n":
		return "n"
	}
	return string(b)
}

// columnOf reads the letters of a reference: 1 for A5, 27 for AA5, 0 for none.
func columnOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		if c |= 0x20; c < 'a' || c > 'z' || n > maxColumns {
			break
		}
		n = n*26 + int(c-'a') + 1
	}
	return n
}

// width returns the number of columns up to the last that holds a value, or,
// if one will do, whether there is any.
func (w *workbook) width(s sheet, any bool, limit int64) (int, error) {
	k, err := w.walk(s, limit)
	if err != nil {
		return 0, err
	}
	defer k.in.Close()
	width := 0
	for {
		err := k.next()
		if err == io.EOF || any && width > 0 {
			return width, nil
		}
		if err != nil {
			return 0, err
		}
		width = max(width, k.cell.column)
	}
}

// A sheetReader writes a sheet as tab-separated text while it is read. All
// rows have the same number of fields, as where Excel saves them as text, and
// a row stands on the line of its number: rows without a value are blank.
type sheetReader struct {
	*walker
	book  *workbook
	texts *texts
	width int
	out   []byte // text not yet handed out is out[taken:]
	taken int
	lines int // finished
	begun int // fields of the line at hand; 0 before it
	ended bool
}

// read begins to write a sheet.
func (w *workbook) read(s sheet, width int, limit int64) (io.ReadCloser, error) {
	texts, err := readTexts(w.zip, w.name, limit)
	if err != nil {
		return nil, err
	}
	k, err := w.walk(s, limit)
	if err != nil {
		return nil, err
	}
	return &sheetReader{walker: k, book: w, texts: texts, width: width}, nil
}

// Close implements io.Closer.
func (r *sheetReader) Close() error { return r.in.Close() }

// Read implements io.Reader.
func (r *sheetReader) Read(p []byte) (int, error) {
	if r.taken == len(r.out) {
		r.out, r.taken = r.out[:0], 0
		for len(r.out) < len(p) && !r.ended {
			if err := r.step(); err != nil {
				return 0, err
			}
		}
		if len(r.out) == 0 {
			return 0, io.EOF
		}
	}
	n := copy(p, r.out[r.taken:])
	r.taken += n
	return n, nil
}

// step writes the next cell, and before it the ends of lines that lie between.
func (r *sheetReader) step() error {
	err := r.next()
	if err == io.EOF {
		r.endLine()
		r.ended = true
		return nil
	}
	if err != nil {
		return err
	}
	if r.row > r.lines+1 {
		r.endLine()
		for r.lines+1 < r.row {
			r.out = append(r.out, '\n')
			r.lines++
		}
	}
	text, err := r.book.text(&r.cell, r.texts)
	if err != nil {
		return err
	}
	r.begun = max(r.begun, 1)
	for ; r.begun < r.cell.column; r.begun++ {
		r.out = append(r.out, '\t')
	}
	r.out = appendField(r.out, text)
	return nil
}

// endLine fills the line at hand up with empty fields, if there is one.
func (r *sheetReader) endLine() {
	if r.begun == 0 {
		return
	}
	for ; r.begun < r.width; r.begun++ {
		r.out = append(r.out, '\t')
	}
	r.out = append(r.out, '\n')
	r.begun = 0
	r.lines++
}

// appendField appends a field, in quotes where it holds a tab or a quote. Line
// breaks become blanks, so that a row is a line.
func appendField(dst, text []byte) []byte {
	quoted := bytes.ContainsAny(text, "\t\"")
	if quoted {
		dst = append(dst, '"')
	}
	for i, c := range text {
		switch {
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case c == '\r' || c == '\n' || c == 0:
			dst = append(dst, ' ')
		case c == '"':
			dst = append(dst, '"', '"')
		default:
			dst = append(dst, c)
		}
	}
	if quoted {
		dst = append(dst, '"')
	}
	return dst
}
