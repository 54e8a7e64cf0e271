package unpack

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"strconv"
	"unicode/utf8"
)

// texts are the strings that the cells of a workbook share, one behind the
// other: a slice of strings would be millions of objects.
type texts struct {
	bytes []byte
	ends  []uint32
}

// at returns text i, false if there is none.
func (t *texts) at(i int) ([]byte, bool) {
	if i < 0 || i >= len(t.ends) {
		return nil, false
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.bytes[from:t.ends[i]], true
}

// readTexts reads the shared strings. A workbook need not have any.
func readTexts(z *zip.Reader, name string, limit int64) (*texts, error) {
	t := &texts{}
	f := entry(z, "xl/sharedStrings.xml")
	if f == nil {
		return t, nil
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	limit = min(limit, math.MaxUint32)
	var text richText
	for x := newScanner(in); ; {
		k, err := x.next()
		switch {
		case err == io.EOF:
			return t, nil
		case err != nil:
			return nil, err
		case k.is(openTag, "si"):
			text.reset()
			if k.empty {
				t.add(nil)
			}
		case k.is(closeTag, "si"):
			t.add(text.bytes)
		default:
			text.see(k)
		}
		if size := int64(len(t.bytes)+len(text.bytes)) + 4*int64(len(t.ends)); size > limit {
			return nil, tooLarge(name, size, limit)
		}
	}
}

func (t *texts) add(text []byte) {
	t.bytes = appendUnhidden(t.bytes, text)
	t.ends = append(t.ends, uint32(len(t.bytes)))
}

// A richText gathers the text of a string from its runs. How a Japanese name
// is pronounced stands beside it and is left out.
type richText struct {
	bytes    []byte
	inText   bool
	phonetic bool
}

func (r *richText) reset() { *r = richText{bytes: r.bytes[:0]} }

func (r *richText) see(t token) {
	switch {
	case t.kind == textToken:
		if r.inText && !r.phonetic {
			r.bytes = t.appendText(r.bytes)
		}
	case string(t.name) == "t":
		r.inText = t.kind == openTag && !t.empty
	case string(t.name) == "rPh":
		r.phonetic = t.kind == openTag && !t.empty
	}
}

// appendUnhidden appends text with _x000D_ and the like resolved, by which
// workbooks hold characters that XML cannot.
func appendUnhidden(dst, b []byte) []byte {
	for {
		i := bytes.Index(b, []byte("_x"))
		if i < 0 || len(b) < i+7 {
			return append(dst, b...)
		}
		n, err := strconv.ParseUint(string(b[i+2:i+6]), 16, 16)
		if err != nil || b[i+6] != '_' {
			dst, b = append(dst, b[:i+2]...), b[i+2:]
			continue
		}
		dst, b = utf8.AppendRune(append(dst, b[:i]...), rune(n)), b[i+7:]
	}
}
