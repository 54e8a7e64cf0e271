package browser

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// begin puts the standard report together and waits until it is drawn for paper.
func (tb *tab) begin() {
	tb.t.Helper()
	tb.see("report", "#report-begin")
	tb.press("#report-begin")
	tb.wait(`document.querySelector(".report-preview .r-drawing") && !document.querySelector(".r-busy")
		&& [...document.querySelectorAll(".r-drawing svg")].every((s) => s.viewBox.baseVal.width > 640)`)
	tb.quiet()
}

// TestReport puts a report together in both languages, themes and widths: the standard one,
// then headings and notes of one's own, moved and removed by keyboard, with axe after each.
func TestReport(t *testing.T) {
	tb := open(t)
	tb.inLooks(looks, "shop", func(name string) {
		tb.see("report", "#report-begin")
		tb.check(name + " empty report")
		tb.begin()
		tb.check(name + " standard report")
		tb.sane(name)
		count := `document.querySelectorAll(".report-block").length`
		before := eval[int](tb, count)
		tb.press("#report-heading")
		tb.wait(`document.activeElement.id.startsWith("report-block-")`)
		tb.set(fmt.Sprintf("#report-block-%d", before+1), "Findings <b>")
		tb.wait(`[...document.querySelectorAll(".report-preview h2")].some((h) => h.textContent === "Findings <b>")`)
		tb.press(fmt.Sprintf("#report-up-%d", before+1))
		tb.wait(fmt.Sprintf(`document.activeElement.id === "report-up-%d"`, before))
		tb.press(fmt.Sprintf("#report-remove-%d", before))
		tb.wait(fmt.Sprintf(`%s === %d`, count, before))
		tb.press("#report-add-lorenz") // it was in
		tb.wait(fmt.Sprintf(`%s === %d`, count, before-1))
	})
}

// TestReportOnPaper prints the report from the page on A4 and US Letter, and the saved
// file: whole figures, the sizes asked for, no page of the shell.
func TestReportOnPaper(t *testing.T) {
	tb := open(t)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.begin()
	a4 := tb.pdf()
	if pages, size := pdfPages(a4), pdfSize(a4); pages < 5 || pages > 30 || size != "594x841" && size != "595x842" {
		t.Errorf("the report has %d pages of %s points; A4 has 595 × 842", pages, size)
	}
	tb.do(chromedp.EmulateViewport(1440, 900))
	eval[any](tb, `void document.querySelector("#report-paper [value=paper-letter], input[value=paper-letter]").click()`)
	tb.wait(`document.querySelector(".report.letter")`)
	tb.wait(`[...document.querySelectorAll(".r-drawing svg")].every((s) => s.viewBox.baseVal.width > 670)`)
	if size := pdfSize(tb.pdf()); size != "612x792" {
		t.Errorf("a page of US Letter has %s points, not 612 × 792", size)
	}
	tb.savedReport(t)
}

// savedReport saves the report as a file and opens it in a tab of its own.
func (tb *tab) savedReport(t *testing.T) {
	t.Helper()
	tb.wait(`!document.querySelector("main [aria-busy=true]")`)
	figures := eval[int](tb, `document.querySelectorAll(".r-drawing svg").length`)
	text := eval[string](tb, `(() => { // what the button hands to the browser
		const make = URL.createObjectURL
		return new Promise((done) => {
			URL.createObjectURL = (blob) => { URL.createObjectURL = make; blob.text().then(done); return make(blob) }
			document.querySelector("#report-save").click()
		})
	})()`)
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(text, "r-drawing\""); got < figures {
		t.Errorf("the file has %d figures, the page %d", got, figures)
	}
	tb.visit((&url.URL{Scheme: "file", Path: path}).String())
	tb.wait(`document.querySelectorAll(".r-drawing svg").length > 0`)
	if n := eval[int](tb, `performance.getEntriesByType("resource").length`); n != 0 {
		t.Errorf("the file asked for %d things", n)
	}
	clipped := `[...document.querySelectorAll(".r-drawing svg")].filter((s) => {
		const box = s.getBoundingClientRect(), page = document.querySelector(".report").getBoundingClientRect()
		return box.left < page.left - 1 || box.right > page.right + 1 || box.height < 40
	}).length`
	if n := eval[int](tb, clipped); n != 0 {
		t.Errorf("%d figures of the file are cut", n)
	}
	tb.check("saved report")
}

// pdf prints what the page shows, as its style sheet wants.
func (tb *tab) pdf() []byte {
	tb.t.Helper()
	yes := true
	out, err := chromedp.Call(tb.ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes})
	if err != nil {
		tb.t.Fatal(err)
	}
	return out.Data
}

// pdfPages counts the pages of a file as Chromium writes them.
func pdfPages(pdf []byte) int { return len(regexp.MustCompile(`/Type\s*/Page\b[^s]`).FindAll(pdf, -1)) }

// pdfSize is the size of the first page in whole points.
func pdfSize(pdf []byte) string {
	box := regexp.MustCompile(`/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)[.\d]*\]`).FindSubmatch(pdf)
	if box == nil {
		return "unknown"
	}
	return string(bytes.Join(box[1:], []byte("x")))
}
