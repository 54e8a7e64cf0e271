package browser

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/sample"
	"churnbench/app/i18n"
)

// choose gives the page a file, as dropping it does.
func (tb *tab) choose(path string) {
	tb.t.Helper()
	// A render between finding the input and filling it makes another input of
	// it; then the browser no longer knows the one that was found.
	deadline := time.Now().Add(patience)
	for {
		tb.wait(`document.querySelector("#drop")`)
		err := chromedp.Do(tb.ctx, chromedp.SetUploadFiles(chromedp.CSS("#drop"), []string{path}))
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			tb.t.Fatalf("%v\n%s", err, tb.excerpt())
		}
	}
}

// press clicks an element as soon as it can be pressed.
func (tb *tab) press(selector string) {
	tb.t.Helper()
	// Found and clicked at once: between two steps the page may draw it anew.
	tb.wait(fmt.Sprintf(`(() => {
		const found = document.querySelector(%q)
		if (!found || found.disabled) return false
		found.click()
		return true
	})()`, selector))
}

// settled waits until the ledger is there and every screen has its answer.
func (tb *tab) settled() {
	tb.t.Helper()
	tb.wait(`document.querySelector("#ledger")`)
	tb.wait(`document.querySelectorAll(".rail-item.busy").length === 0`)
}

// see opens a route and waits for an element of it: the screen before may have one, too.
func (tb *tab) see(route, selector string) {
	tb.t.Helper()
	eval[any](tb, fmt.Sprintf(`void (location.hash = "#/%s")`, route))
	tb.wait(fmt.Sprintf(`document.querySelector(".screen")?.dataset.route === %q && document.querySelector(%q)`, route, selector))
}

// text returns what an element shows.
func (tb *tab) text(selector string) string {
	tb.t.Helper()
	return eval[string](tb, fmt.Sprintf(`document.querySelector(%q)?.innerText ?? ""`, selector))
}

// screens are the routes with what proves that they have their answer.
var screens = []struct{ route, proof string }{
	{"data", "#ledger"},
	{"definition", ".handle"},
	{"overview", ".stepper"},
	{"retention", "table.cohort"},
	{"segments", ".figure svg"},
	{"value", ".figure svg"},
	{"customers", "#customers tbody td"},
	{"project", "#project-saving"},
	{"privacy", "#self-test"},
	{"help", ".terms"},
}

// TestSampleInTwoClicks is a first visit without data: a sample, then a screen.
// Every screen then shows its answer, in both languages, and the host is asked
// for nothing.
func TestSampleInTwoClicks(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url(""))
	tb.ready()
	tb.keptOffline()
	s.requests()
	tb.sample("shop")
	for range 2 {
		for _, screen := range screens {
			tb.see(screen.route, screen.proof)
			if text := tb.text("main"); strings.Contains(text, "«") || strings.Contains(text, "NaN") || strings.Contains(text, "undefined") {
				t.Errorf("#/%s shows:\n%s", screen.route, text)
			}
		}
		tb.press("#language")
		tb.wait(`document.querySelectorAll(".rail-item.busy").length === 0`)
	}
	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("the host was asked for %q", asked)
	}
}

// cdnow returns a file of the CDNOW data, or skips the test.
func cdnow(t *testing.T, name string) string {
	path, err := filepath.Abs(filepath.Join("../../../shared/data/cdnow", name))
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		t.Skip("CDNOW data are not here:", err)
	}
	return path
}

// TestCDNOW takes the CDNOW sample through the page and compares what it shows
// with Fader, Hardie and Lee (2005) in exact weeks, and with the same engine
// run natively.
func TestCDNOW(t *testing.T) {
	path := cdnow(t, "CDNOW_sample.txt")
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url("?lang=en"))
	tb.ready()
	tb.keptOffline()
	s.requests()
	tb.choose(path)
	tb.press("#read")
	tb.settled()
	tb.see("value", "#value-fit")
	tb.press("#value-fit")
	tb.wait(`document.querySelector("#fit-calibration")`)
	shown := tb.text("#fit-calibration")
	for _, want := range []string{"0.2426", "4.4136", "0.7929", "2.4259", "−9,582.43"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the page lacks %q:\n%s", want, shown)
		}
	}
	for _, want := range nativeDigits(t, path) {
		if !strings.Contains(shown, want) {
			t.Errorf("the page lacks %q, which the native engine gives:\n%s", want, shown)
		}
	}
	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("from choosing a file to the last figure the host was asked for %q", asked)
	}
}

// nativeDigits are the calibration fit's numbers as the page would write them,
// computed outside of the browser.
func nativeDigits(t *testing.T, path string) (digits []string) {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	e := local.New(func(uint32) (ingest.Source, error) { return ingest.Bytes(filepath.Base(path), body), nil }, i18n.Word)
	p, err := e.Preview(t.Context(), engine.PreviewRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
		t.Fatal(err)
	}
	v, err := e.Value(t.Context(), engine.ValueRequest{Options: clv.Options{Horizon: 12, DiscountRate: .1, Margin: 1}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []clv.Fit{v.Result.Fit, v.Result.Spend} {
		for _, p := range f.Params {
			digits = append(digits, i18n.English.Number(p.Value, 4), i18n.English.Number(p.SE, 4))
		}
		digits = append(digits, i18n.English.Number(f.LogLik, 2))
	}
	return digits
}

// TestSaving saves a figure in every form and a table, and looks into the files.
func TestSaving(t *testing.T) {
	tb := open(t)
	dir := t.TempDir()
	tb.download(dir)
	tb.visit(singleFile(t))
	tb.ready()
	tb.sample("shop")
	tb.see("retention", "#retention-curve-menu")
	// A headless browser has no clipboard to look into.
	for i, want := range []string{"\x89PNG\r\n", "\x89PNG\r\n", "<svg", "\ufeff"} {
		item := []i18n.Key{"ui.figure.png", "ui.figure.png2", "ui.figure.svg", "ui.figure.csv"}[i]
		if got := tb.saved(dir, item); !strings.Contains(string(got[:min(200, len(got))]), want) {
			t.Errorf("%s saved %.60q, want %q in it", item, got, want)
		}
	}
	tb.see("segments", "table")
	tb.press("#save-segments")
	if got := newest(t, dir); !bytes.Contains(got, []byte("champions")) {
		t.Errorf("the table of segments was saved as %.80q", got)
	}
}

// download has the browser save files into dir without asking.
func (tb *tab) download(dir string) {
	tb.t.Helper()
	_, err := chromedp.CallBrowser(tb.ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: dir})
	if err != nil {
		tb.t.Fatal(err)
	}
}

// newest waits for a file to arrive in dir, takes it away and returns it.
func newest(t *testing.T, dir string) []byte {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(dir, "*"))
		if len(files) != 1 || strings.HasSuffix(files[0], ".crdownload") {
			continue
		}
		body, err := os.ReadFile(files[0])
		if err != nil || len(body) == 0 {
			continue
		}
		os.Remove(files[0])
		return body
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	t.Fatalf("nothing was saved; there is %q", files)
	return nil
}

// A badFile cannot be used as it is, or only in part.
type badFile struct {
	name, body string
	key        i18n.Key // of what the page must say
}

// rows are n good rows of three columns.
func rows(n int) string {
	var b strings.Builder
	b.WriteString("customer,date,amount\n")
	for i := range n {
		fmt.Fprintf(&b, "c%d,2024-%02d-%02d,%d.50\n", i%40, 1+i%12, 1+i%28, 5+i%90)
	}
	return b.String()
}

func badFiles() []badFile {
	const header = "customer,date,amount\n"
	wide := strings.Repeat(",x", 297)
	return []badFile{
		{"empty.csv", "", "ingest.empty"},
		{"report.csv", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\x00\x00", "ingest.not-table"},
		{"one.csv", "customer\nann\nbob\n", "ingest.one-column"},
		{"undated.csv", header + strings.Repeat("ann,soon,5\nbob,later,6\n", 20), "data.missing.text"},
		{"negative.csv", header + strings.Repeat("ann,2024-01-05,-5\nbob,2024-02-05,-6\n", 20), "ingest.no-positive-amount"},
		{"cut.csv", rows(400) + "ann,2024-03-01,\"12", "ingest.quote-open"},
		{"wide.csv", strings.ReplaceAll(rows(400), "\n", wide+"\n"), "data.ledger.title"},
		{"field.csv", rows(400) + "\"" + strings.Repeat("long ", 200_000) + "\",2024-03-01,9\n" + rows(3)[len(header):], "data.ledger.title"},
	}
}

// TestBadFiles drops them on the page and reads what it says.
func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	tb := open(t)
	page := singleFile(t)
	for _, bad := range badFiles() {
		path := filepath.Join(dir, bad.name)
		if err := os.WriteFile(path, []byte(bad.body), 0o644); err != nil {
			t.Fatal(err)
		}
		tb.visit(page)
		tb.ready()
		tb.choose(path)
		tb.wait(`document.querySelector(".notice, #read:not([disabled])")`)
		if eval[bool](tb, `Boolean(document.querySelector("#read:not([disabled])"))`) {
			tb.press("#read")
			tb.wait(`document.querySelector(".notice.error, #ledger")`)
		}
		said := tb.text("main")
		if !strings.Contains(said, fixed(bad.key)) || strings.Contains(said, "«") {
			t.Errorf("%s: the page says\n%s\nwant %q", bad.name, said, i18n.T(i18n.English, bad.key))
		}
		t.Logf("%s: %s", bad.name, eval[string](tb, `document.querySelector(".notice")?.innerText.replaceAll("\n", " ") ?? "loaded"`))
	}
}

// fixed is the longest part of a message that no argument changes.
func fixed(key i18n.Key) string {
	longest := ""
	for _, part := range strings.FieldsFunc(i18n.T(i18n.English, key), func(r rune) bool { return r == '{' || r == '}' }) {
		if len(part) > len(longest) {
			longest = part
		}
	}
	return strings.TrimSpace(longest)
}

// TestCancelLeavesThePageAsItWas reads a large file, stops it, and finds the
// dataset of before.
func TestCancelLeavesThePageAsItWas(t *testing.T) {
	large := largeFile(t, 80<<20)
	tb := open(t)
	tb.visit(singleFile(t))
	tb.ready()
	tb.sample("shop")
	tb.press("#another")
	tb.choose(large)
	tb.press("#read")
	tb.press(".progress .button")
	tb.wait(`document.querySelector("#read:not([disabled])")`)
	tb.see("customers", "#customers tbody tr[data-row]")
	tb.wait(`document.querySelector("main").innerText.includes("5,000")`)
}

// largeFile writes a sample again and again, with other customers each time.
func largeFile(t *testing.T, size int64) string {
	t.Helper()
	src, _, err := sample.Open("shop", "en")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(io.NewSectionReader(src, 0, src.Size()))
	if err != nil {
		t.Fatal(err)
	}
	header, rows, _ := bytes.Cut(body, []byte("\n"))
	path := filepath.Join(t.TempDir(), "large.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, err = f.Write(append(header, '\n'))
	for n, written := 0, int64(0); err == nil && written < size; n++ {
		again := bytes.ReplaceAll(rows, []byte(",C1"), fmt.Appendf(nil, ",C%d-1", n))
		_, err = f.Write(again)
		written += int64(len(again))
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}
