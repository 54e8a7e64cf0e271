package unpack

import (
	"archive/zip"
	"strings"
)

// A numberKind says how the number in a cell is to be understood. A workbook
// holds dates as numbers; only the format makes them dates.
type numberKind uint8

const (
	plainNumber numberKind = iota
	dateNumber             // days, with a time of day behind the point
	timeNumber             // shown without a date: a time of day, or a duration
)

// readStyles returns the kind of number that each cell style shows. A workbook
// need not have styles.
func readStyles(z *zip.Reader) (styles []numberKind, err error) {
	if entry(z, "xl/styles.xml") == nil {
		return nil, nil
	}
	formats, inCells := map[int]numberKind{}, false
	err = eachTag(z, "xl/styles.xml", func(t token) {
		switch {
		case t.is(openTag, "numFmt"):
			formats[t.number("numFmtId", -1)] = kindOfFormat(t.value("formatCode"))
		case string(t.name) == "cellXfs":
			inCells = t.kind == openTag && !t.empty
		case inCells && t.is(openTag, "xf"):
			styles = append(styles, kindOfID(t.number("numFmtId", 0), formats))
		}
	})
	return styles, err
}

// kindOfID knows the formats that every workbook has without defining them
// (ECMA-376 part 1, 18.8.30); 27…36 and 50…58 are dates in East Asian editions.
func kindOfID(id int, formats map[int]numberKind) numberKind {
	if kind, ok := formats[id]; ok {
		return kind
	}
	switch {
	case 14 <= id && id <= 17, id == 22, 27 <= id && id <= 31, id == 36, 50 <= id && id <= 58:
		return dateNumber
	case 18 <= id && id <= 21, 32 <= id && id <= 35, 45 <= id && id <= 47:
		return timeNumber
	}
	return plainNumber
}

// kindOfFormat reads a format code: y, d and m without hours show a date, h
// and s a time. Text in quotes, colours, locales and the sections for negative
// numbers say nothing.
func kindOfFormat(code string) numberKind {
	letters := formatLetters(code)
	if letters == "general" || strings.ContainsAny(letters, "0#?") && !strings.ContainsAny(letters, "yd") && !strings.Contains(letters, "s.0") {
		return plainNumber
	}
	clock := strings.ContainsAny(letters, "hs")
	switch {
	case strings.ContainsAny(letters, "yde"), strings.Contains(letters, "m") && !clock:
		return dateNumber
	case clock:
		return timeNumber
	}
	return plainNumber
}

// formatLetters returns what a format code shows of a number, in small
// letters: [h] and [ss], which count beyond a day, without their brackets.
func formatLetters(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return strings.ToLower(b.String())
		case '"':
			i += skipTo(code[i+1:], '"')
		case '[':
			n := skipTo(code[i+1:], ']')
			b.WriteString(elapsed(strings.TrimSuffix(code[i+1:i+1+n], "]")))
			i += n
		case '\\', '_', '*':
			i++
		default:
			b.WriteByte(c)
		}
	}
	return strings.ToLower(b.String())
}

// elapsed returns what stands in brackets if it counts time: h, mm, ss.
func elapsed(inner string) string {
	inner = strings.ToLower(inner)
	if inner != "" && strings.Contains("hms", inner[:1]) && strings.Trim(inner, inner[:1]) == "" {
		return inner
	}
	return ""
}

// skipTo returns how many bytes it takes to be at the next end, or behind all.
func skipTo(s string, end byte) int {
	if i := strings.IndexByte(s, end); i >= 0 {
		return i + 1
	}
	return len(s)
}
