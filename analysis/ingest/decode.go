package ingest

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/transform"
)

// A decoder turns bytes of one encoding into UTF-8, piece by piece. What it
// cannot decode becomes U+FFFD.
type decoder interface {
	// decode appends the text of src to dst and returns how many bytes of src
	// it used; the rest is the beginning of a character, unless last.
	decode(dst, src []byte, last bool) (text []byte, used int)
}

// newDecoder returns nil for UTF-8, which is read as it is.
func newDecoder(e Encoding) decoder {
	switch e {
	case UTF16LE:
		return utf16Decoder{binary.LittleEndian}
	case UTF16BE:
		return utf16Decoder{binary.BigEndian}
	case GB18030:
		return transformDecoder{simplifiedchinese.GB18030.NewDecoder().Transformer}
	case Big5:
		return transformDecoder{traditionalchinese.Big5.NewDecoder().Transformer}
	case ShiftJIS:
		return transformDecoder{japanese.ShiftJIS.NewDecoder().Transformer}
	case Windows1252:
		return windows1252Decoder{}
	}
	return nil
}

// bom returns the length of the byte-order mark of encoding e at the beginning
// of head.
func bom(head []byte, e Encoding) int {
	for _, m := range byteOrderMarks {
		if m.encoding == e && bytes.HasPrefix(head, []byte(m.mark)) {
			return len(m.mark)
		}
	}
	return 0
}

var byteOrderMarks = []struct {
	encoding Encoding
	mark     string
}{{UTF8, "\xef\xbb\xbf"}, {UTF16LE, "\xff\xfe"}, {UTF16BE, "\xfe\xff"}, {GB18030, "\x84\x31\x95\x33"}}

type utf16Decoder struct{ order binary.ByteOrder }

func (d utf16Decoder) decode(dst, src []byte, last bool) ([]byte, int) {
	i := 0
	for ; i+2 <= len(src); i += 2 {
		unit := d.order.Uint16(src[i:])
		if unit < utf8.RuneSelf {
			dst = append(dst, byte(unit))
			continue
		}
		r := rune(unit)
		if utf16.IsSurrogate(r) {
			if i+4 > len(src) && !last {
				return dst, i
			}
			if i+4 <= len(src) {
				r = utf16.DecodeRune(r, rune(d.order.Uint16(src[i+2:])))
			}
			if r >= 0x10000 {
				i += 2
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	if last && i < len(src) {
		dst, i = utf8.AppendRune(dst, utf8.RuneError), len(src)
	}
	return dst, i
}

// A transformDecoder decodes by tables an encoding whose ASCII is ASCII. Runs
// of it, most of any export, are copied.
type transformDecoder struct{ transform.Transformer }

func (d transformDecoder) decode(dst, src []byte, last bool) ([]byte, int) {
	used := 0
	for {
		ascii := 0
		for ascii < len(src) && src[ascii] < utf8.RuneSelf {
			ascii++
		}
		dst = append(dst, src[:ascii]...)
		used, src = used+ascii, src[ascii:]
		if len(src) == 0 {
			return dst, used
		}
		dst = grow(dst, 256)
		// A short piece at a time: the next run of ASCII is copied above.
		piece := src[:min(len(src), 64)]
		nDst, nSrc, _ := d.Transform(dst[len(dst):cap(dst)], piece, last && len(piece) == len(src))
		if nSrc == 0 && !last {
			return dst, used
		}
		dst = dst[:len(dst)+nDst]
		used, src = used+nSrc, src[nSrc:]
	}
}

// grow makes room for n more bytes.
func grow(b []byte, n int) []byte {
	if cap(b)-len(b) >= n {
		return b
	}
	return append(make([]byte, 0, 2*cap(b)+n), b...)
}

type windows1252Decoder struct{}

func (windows1252Decoder) decode(dst, src []byte, _ bool) ([]byte, int) {
	for _, c := range src {
		switch {
		case c < utf8.RuneSelf:
			dst = append(dst, c)
		case c < 0xa0:
			dst = utf8.AppendRune(dst, windows1252High[c-0x80])
		default:
			dst = utf8.AppendRune(dst, rune(c))
		}
	}
	return dst, len(src)
}

// windows1252High holds what stands at 0x80…0x9f, where ISO 8859-1 has
// controls. Five places are empty.
var windows1252High = [32]rune{
	'€', utf8.RuneError, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', utf8.RuneError, 'Ž', utf8.RuneError,
	utf8.RuneError, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', utf8.RuneError, 'ž', 'Ÿ',
}

// undecodable counts the places in a decoded text, or in raw UTF-8, that stand
// for bytes which mean nothing.
func undecodable(text []byte, e Encoding) int {
	if e != UTF8 {
		return bytes.Count(text, []byte("\uFFFD"))
	}
	if utf8.Valid(text) {
		return 0
	}
	n := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			n++
		}
		i += size
	}
	return n
}
