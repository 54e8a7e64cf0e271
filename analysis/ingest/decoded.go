package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxDecodedLine is how many bytes of a line are shown raw and decoded.
const maxDecodedLine = 160

// showDecoded shows what reading a part of a file as e does to its first line
// beyond ASCII, for a person to judge. It returns nil where there is nothing
// to judge: plain ASCII, or bytes that leave no doubt. fromStart says that
// lines of the part are lines of the file.
func showDecoded(part []byte, e Encoding, fromStart bool) *Decoded {
	if isASCII(part) || certain(part, e) {
		return nil
	}
	raw, line := firstHighLine(part[bom(part, e):], e)
	if raw == nil {
		return nil
	}
	if !fromStart {
		line = 0
	}
	text := decodeWhole(part, e, false)
	return &Decoded{
		Line: line,
		Raw:  escapeHigh(raw[:min(len(raw), maxDecodedLine)]),
		Text: strings.ToValidUTF8(cut(decodeWhole(raw, e, true), maxDecodedLine), "\uFFFD"),
		Bad:  undecodable(withoutCutRune(text), e),
	}
}

// firstHighLine returns the first line with a byte above 127, and its number.
// In UTF-16 a line ends with a unit, not a byte.
func firstHighLine(part []byte, e Encoding) ([]byte, int) {
	for n := 1; len(part) > 0; n++ {
		line, rest := cutLine(part, e)
		if !isASCII(line) {
			return line, n
		}
		part = rest
	}
	return nil, 0
}

// cutLine splits the first line off, without its end.
func cutLine(b []byte, e Encoding) (line, rest []byte) {
	if e != UTF16LE && e != UTF16BE {
		line, rest, _ = bytes.Cut(b, []byte("\n"))
		return bytes.TrimSuffix(line, []byte("\r")), rest
	}
	low := 0 // where the unit's low byte stands
	if e == UTF16BE {
		low = 1
	}
	for i := 0; i+2 <= len(b); i += 2 {
		if b[i+low] == '\n' && b[i+1-low] == 0 {
			return b[:i], b[i+2:]
		}
	}
	return b, nil
}

// escapeHigh writes bytes above 127 and controls as \xNN.
func escapeHigh(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		if c >= utf8.RuneSelf || c < ' ' && c != '\t' {
			fmt.Fprintf(&s, `\x%02X`, c)
		} else {
			s.WriteByte(c)
		}
	}
	return s.String()
}

// DetectEncoding names the encoding of a text of another kind than a file,
// such as the names in an archive.
func DetectEncoding(text []byte) Encoding { return detectEncoding(text) }

// DecodeText decodes such a text.
func DecodeText(text []byte, e Encoding) string {
	return strings.ToValidUTF8(string(decodeWhole(text, e, true)), "\uFFFD")
}
