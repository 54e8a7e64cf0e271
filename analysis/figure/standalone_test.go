package figure

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func example() Figure {
	return Figure{
		ID: "example", Title: "Kept & lost", Width: 200, Height: 100,
		SVG: `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 200 100" lang="zh-CN" role="img" aria-label="x" fill="none" font-size="12">` +
			`<g class="series-0"><path class="ink-band" opacity=".14" fill="currentColor" d="M0,0H9"/></g>` +
			`<path class="ink-1" stroke="currentColor" d="M0,0H9"/><text class="ink-soft" fill="currentColor" x="1" y="2">currentColor</text></svg>`,
		Series:      []Series{{Label: "Mean", Ink: "ink-1", Shape: Line}, {Label: "Band", Ink: "ink-band", Shape: Band}, {Label: "Few", Ink: "ink-1", Shape: Dashed}, {Label: "A", Ink: "ink-2", Shape: Dot}, {Label: "B", Ink: "ink-soft", Shape: Ring}},
		Table:       Table{Columns: []Column{{"月份", false}, {"a, b", true}}, Rows: [][]string{{"1 月", "24.2 %"}}, Raw: [][]string{{"1", "0.242"}}},
		Description: "What \"it\" shows.", Footer: strings.Repeat("留存率＝再次购买的客户÷全部客户。", 6) + " A definition in words, and counts.",
	}
}

func TestStandalone(t *testing.T) {
	svg := Standalone(example())
	wellFormed(t, svg)
	drawing := strings.ReplaceAll(svg, ">currentColor<", "")
	for _, never := range []string{"currentColor", "var(", "ink-", "heat-"} {
		if strings.Contains(drawing, never) {
			t.Errorf("a file of its own depends on the page: %q", never)
		}
	}
	for _, want := range []string{
		"<title>Kept &amp; lost</title>", `<desc>What &quot;it&quot; shows.</desc>`, `lang="zh-CN"`, `fill="#ffffff"`,
		`<path opacity=".14" fill="#0d6e68" d="M0,0H9"/>`, `<path stroke="#0d6e68" d="M0,0H9"/>`, ">currentColor</text>", "PingFang SC", ">Band<",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("lacks %q in\n%s", want, svg)
		}
	}
	width, height := StandaloneSize(example())
	if size := `width="` + number(width) + `" height="` + number(height) + `"`; !strings.Contains(svg, size) {
		t.Errorf("StandaloneSize says %s, the file does not", size)
	}
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
	}
}

// A figure with one series needs no legend, one without footer no rows.
func TestStandaloneBare(t *testing.T) {
	f := example()
	f.Series, f.Footer = f.Series[:1], ""
	if svg := Standalone(f); strings.Contains(svg, ">Mean<") {
		t.Error("a legend of one entry")
	}
	_, with := StandaloneSize(example())
	if _, without := StandaloneSize(f); without >= with {
		t.Error("nothing was saved by leaving legend and footer out")
	}
}

func TestWrapWords(t *testing.T) {
	for _, s := range []string{example().Footer, "one", "", "a\u00a0b c", "“引号”，逗号。"} {
		rows := wrapWords(s, 120, 11)
		for _, row := range rows {
			if textWidth(row, 11) > 120 && len(words(row)) > 1 {
				t.Errorf("row %q runs over", row)
			}
			if strings.ContainsAny(row[:1], "，。；") {
				t.Errorf("row %q starts with punctuation", row)
			}
		}
		if joined := strings.Join(rows, ""); strings.ReplaceAll(joined, " ", "") != strings.ReplaceAll(s, " ", "") {
			t.Errorf("%q became %q", s, joined)
		}
	}
}

func TestCSV(t *testing.T) {
	want := "\ufeff月份,\"a, b\"\r\n1,0.242\r\n"
	if got := string(CSV(example())); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	f := example()
	f.Table.Raw = nil
	if got := string(CSV(f)); !strings.Contains(got, "24.2 %") {
		t.Errorf("without Raw, Rows are written: %q", got)
	}
}

// Files name the same fonts as the page.
func TestFonts(t *testing.T) {
	_, rest, _ := strings.Cut(read(t, tokensCSS), "--font:")
	page, _, _ := strings.Cut(rest, ";")
	if got := strings.ReplaceAll(strings.TrimSpace(page), ", ", ","); got != Fonts {
		t.Errorf("the page's fonts are %s, a file's are %s", got, Fonts)
	}
}
