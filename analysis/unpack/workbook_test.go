package unpack

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const main = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// workbookOf makes a workbook of one sheet from its shared strings, number
// formats (170 and up: cell style 2, 3, …; style 1 is format 14) and rows.
func workbookOf(t testing.TB, shared, formats, rows string) []byte {
	t.Helper()
	return zipped(t, workbookParts(shared, formats, "", rows)...)
}

func workbookParts(shared, formats, properties string, sheets ...string) []item {
	var list, relations strings.Builder
	items := []item{{"[Content_Types].xml", xmlHead + "<Types/>"}}
	for i, rows := range sheets {
		fmt.Fprintf(&list, `<sheet name="S&amp;%d" sheetId="%d" r:id="rId%d"/>`, i+1, i+1, i+1)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		items = append(items, item{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), xmlHead + "<worksheet" + main + "><!-- rows > --><sheetData>" + rows + "</sheetData></worksheet>"})
	}
	styles := `<xf numFmtId="0"/><xf numFmtId="14"/>`
	for i := range strings.Count(formats, "<numFmt ") {
		styles += fmt.Sprintf(`<xf numFmtId="%d"></xf>`, 170+i)
	}
	items = append(items,
		item{"xl/workbook.xml", xmlHead + "<workbook" + main + ` xmlns:r="r">` + properties + "<sheets>" + list.String() + "</sheets></workbook>"},
		item{"xl/_rels/workbook.xml.rels", xmlHead + "<Relationships>" + relations.String() + "</Relationships>"},
		item{"xl/styles.xml", xmlHead + "<styleSheet" + main + "><numFmts>" + formats + `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>` + styles + "</cellXfs></styleSheet>"})
	if shared != "" {
		items = append(items, item{"xl/sharedStrings.xml", xmlHead + "<sst" + main + ">" + shared + "</sst>"})
	}
	return items
}

func sheetText(t *testing.T, b []byte) string {
	t.Helper()
	src, err := Find(ingest.Bytes("book.xlsx", b), "", plenty)
	if err != nil {
		t.Fatal(err)
	}
	text, err := all(src)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestSheet(t *testing.T) {
	formats := `<numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="171" formatCode="#,##0.00\ [Red]&quot;days&quot;"/>` +
		`<numFmt numFmtId="172" formatCode="[h]:mm:ss"/><numFmt numFmtId="173" formatCode="yyyy\-mm\-dd\ hh:mm"/>`
	shared := `<si><t>客户</t></si><si><r><t xml:space="preserve">A </t></r><r><rPr><b/></rPr><t>&amp; B</t></r><rPh sb="0"><t>kana</t></rPh></si><si><t>two
lines_x000D_
and "quotes"</t></si><si/>`
	rows := `<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>日期</t></is></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>f&lt;x&gt;</v></c></row>
	<row r="3" x:hidden="1"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45356</v></c><c r="C3"><v>1.1000000000000001</v></c><c r="D3" t="b"><v>1</v></c></row>
	<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" s="2"><v>45356.604166666664</v></c><c r="C4" s="3"><v>1234.5</v></c><c r="D4" t="e"><v>#N/A</v></c></row>
	<row r="5"><c r="A5" s="1"/><c r="B5"/></row>
	<row r="7"><c r="A7"><v>12345678901234567890</v></c><c r="B7" s="4"><v>1.5</v></c><c r="C7"><v>-1.5E-3</v></c><c r="D7" t="d"><v>2024-03-05</v></c></row>
	<row><c><v>1.2E+5</v></c><c s="5"><v>45356.99999999</v></c><c t="s"><v>3</v></c><c><v>0.30000000000000004</v></c></row>
	<row r="2000"><c r="A2000" s="1"/></row>`
	want := "客户\t日期\t\tf<x>\n" +
		"\n" +
		"A & B\t2024-03-05\t1.1\tTRUE\n" +
		"\"two lines and \"\"quotes\"\"\"\t2024-03-05 14:30:00\t1234.5\t#N/A\n" +
		"\n\n" +
		"12345678901234567890\t36:00:00\t-0.0015\t2024-03-05\n" +
		"120000\t2024-03-06\t\t0.3\n"
	if got := sheetText(t, workbookOf(t, shared, formats, rows)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The two calendars, and the day that only spreadsheets know.
func TestCalendars(t *testing.T) {
	for _, c := range []struct{ properties, value, want string }{
		{"", "0", "1900-01-00"},
		{"", "1", "1900-01-01"},
		{"", "59", "1900-02-28"},
		{"", "60", "1900-02-29"},
		{"", "61", "1900-03-01"},
		{"", "25569", "1970-01-01"},
		{"", "2958465", "9999-12-31"},
		{"", "2958466", "2958466"},
		{"", "-1", "-1"},
		{`<workbookPr date1904="1"/>`, "0", "1904-01-01"},
		{`<workbookPr date1904="true"></workbookPr>`, "43894", "2024-03-05"},
	} {
		b := zipped(t, workbookParts("", "", c.properties, `<row><c s="1"><v>`+c.value+`</v></c></row>`)...)
		if got := sheetText(t, b); got != c.want+"\n" {
			t.Errorf("%s %s is written as %q, want %q", c.properties, c.value, got, c.want)
		}
	}
}

func TestKindOfFormat(t *testing.T) {
	for code, want := range map[string]numberKind{
		"General": plainNumber, "0": plainNumber, "#,##0.00_);[Red](#,##0.00)": plainNumber, "0.00E+00": plainNumber, "@": plainNumber,
		`_-* #,##0.00\ "DM"_-`: plainNumber, `0 "days"`: plainNumber, "[$¥-804]#,##0.00": plainNumber, "0%": plainNumber, "": plainNumber,
		"yyyy-mm-dd": dateNumber, "d.m.yy": dateNumber, "mmm-yy": dateNumber, "[$-409]d-mmm-yyyy;@": dateNumber, "yyyy年m月d日": dateNumber,
		"mmmm": dateNumber, "m/d/yy h:mm": dateNumber, `dd\/mm\/yyyy`: dateNumber, "[DBNum1]yyyy年": dateNumber,
		"h:mm": timeNumber, "[h]:mm:ss": timeNumber, "mm:ss.0": timeNumber, "h:mm AM/PM": timeNumber, "[ss]": timeNumber, `"`: plainNumber, "[": plainNumber, `\`: plainNumber,
	} {
		if got := kindOfFormat(code); got != want {
			t.Errorf("%q is %d, want %d", code, got, want)
		}
	}
}

func TestSheetsOfAWorkbook(t *testing.T) {
	one := `<row><c><v>1</v></c></row>`
	book := zipped(t, workbookParts("", "", "", one, `<row r="5"><c r="A5" s="1"/></row>`, `<row r="2"><c r="B2"><v>2</v></c></row>`)...)
	if got, want := opened(t, ingest.Bytes("b.xlsx", book)), []string{"S&1: 1\n", "S&3: \n\t2\n"}; fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	archive := zipped(t, item{"x/b.xlsx", string(book)}, item{"c.csv", "3"}, item{"broken.xlsx", "PK"})
	members, err := Members(ingest.Bytes("b.zip", archive), plenty)
	if err != nil || len(members) != 4 || members[1].Path != "x/b.xlsx/S&3" {
		t.Fatalf("%v: %+v", err, members)
	}
	src, err := Find(ingest.Bytes("b.zip", archive), "x/b.xlsx/S&3", plenty)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if text, err := all(src); text != "\n\t2\n" || err != nil {
			t.Errorf("%v: the nested sheet is %q", err, text)
		}
		src.(*File).Release()
	}
	if src.Name() != "x/b.xlsx · S&3" {
		t.Errorf("the sheet's name is %q", src.Name())
	}
	if _, err := members[3].Open(plenty); err == nil {
		t.Error("a broken workbook opens")
	}
	_, err = Members(ingest.Bytes("b.xlsx", workbookOf(t, "", "", `<row><c s="1"/></row>`)), plenty)
	if got, _ := key(err); got != "unpack.kind-no-cells" {
		t.Errorf("an empty workbook: %v", err)
	}
}

// A damaged sheet is an error, never a shorter sheet.
func TestDamagedSheets(t *testing.T) {
	for name, rows := range map[string]string{
		"a text that is not there": `<row><c t="s"><v>7</v></c></row>`,
		"a negative text":          `<row><c t="s"><v>-1</v></c></row>`,
		"no number for a text":     `<row><c t="s"><v>x</v></c></row>`,
		"a row that does not end":  `<row><c><v>1</v></c>`,
		"a cell outside a row":     `<c><v>1</v></c>`,
		"a row too many":           `<row r="1048577"><c><v>1</v></c></row>`,
		"a column too many":        `<row><c r="XFE1"><v>1</v></c></row>`,
		"a tag that does not end":  `<row><c><v>1</v></c></row><row`,
		"a definition":             `<!DOCTYPE x [<!ENTITY a "b">]>`,
	} {
		src, err := Find(ingest.Bytes("b.xlsx", workbookOf(t, "<si><t>a</t></si>", "", rows)), "", plenty)
		if err == nil {
			_, err = all(src)
		}
		if got, kind := key(err); got != "unpack.damaged" || kind != analysis.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestScanner compares the scanner with the standard library's on text that
// both take, read in pieces of any size.
func TestScanner(t *testing.T) {
	text := xmlHead + `<a:x xmlns:a="u" b='1 > 2' c="&lt;&#65;&#x4e2d;&quot;"><!-- <no> --><y/>one &amp; two<![CDATA[<raw> & ]]]]><z
	d = "5">中文</z ><?pi ?> </a:x>`
	for _, size := range []int{1, 2, 7, 4096} {
		if got, want := ours(t, &pieces{text, size}), theirs(t, text); got != want {
			t.Errorf("in pieces of %d:\n%s\nwant\n%s", size, got, want)
		}
	}
}

type pieces struct {
	rest string
	size int
}

func (p *pieces) Read(b []byte) (int, error) {
	if p.rest == "" {
		return 0, io.EOF
	}
	n := copy(b[:min(len(b), p.size)], p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

func ours(t *testing.T, in io.Reader) string {
	var b, text strings.Builder
	err := eachToken(newScanner(in), func(k token) {
		if k.kind == textToken {
			text.Write(k.appendText(nil))
			return
		}
		fmt.Fprintf(&b, "%q ", text.String())
		text.Reset()
		if k.kind == openTag {
			fmt.Fprintf(&b, "<%s b=%s c=%s d=%s>", k.name, k.value("b"), k.value("c"), k.value("d"))
		}
		if k.kind == closeTag || k.empty {
			if k.empty {
				b.WriteString(`"" `)
			}
			fmt.Fprintf(&b, "</%s>", k.name)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func theirs(t *testing.T, text string) string {
	var b, chars strings.Builder
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		k, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch k := k.(type) {
		case xml.CharData:
			chars.Write(k)
		case xml.StartElement:
			at := map[string]string{}
			for _, a := range k.Attr {
				at[a.Name.Local] = a.Value
			}
			fmt.Fprintf(&b, "%q <%s b=%s c=%s d=%s>", chars.String(), k.Name.Local, at["b"], at["c"], at["d"])
			chars.Reset()
		case xml.EndElement:
			fmt.Fprintf(&b, "%q </%s>", chars.String(), k.Name.Local)
			chars.Reset()
		}
	}
}
