package app

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	doc "churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/report"
	"churnbench/app/screen"
)

// reported is a workbench with the standard report of a sample, drawn for paper.
func reported(t *testing.T, sample string, lang i18n.Lang) (*Workbench, *doc.Document) {
	t.Helper()
	w, s := benched(t, sample, lang)
	w.host.Clock = func() time.Time { return time.Date(2025, 1, 15, 9, 0, 0, 0, time.UTC) }
	report.Begin(&w.host, &w.report, w.exhibits())
	drawing := func() bool { return w.report.Drawing() }
	for range w.exhibits() { // one question after the other
		report.Settle(&w.host, &w.report, w.exhibits())
		s.pumpWhile(drawing)
	}
	return w, report.Document(&w.host, &w.report, w.exhibits(), w.restsOn(), "Churnbench")
}

// What the standard report of a sample says is there in full, in both languages: every
// exhibit with its number and how it came about. With REPORT_DIR the page is kept.
func TestStandardReport(t *testing.T) {
	for _, sample := range benches {
		eachLang(t, func(t *testing.T, lang i18n.Lang) {
			w, d := reported(t, sample, lang)
			page := doc.Write(d)
			if dir := os.Getenv("REPORT_DIR"); dir != "" {
				if err := os.WriteFile(dir+"/"+sample+"-"+string(lang)+".html", []byte(page), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for fault, pattern := range faults {
				if at := pattern.FindString(doc.Body(d)); at != "" && !strings.Contains(at, "style") {
					t.Errorf("%s: %s: %.80s", sample, fault, at)
				}
			}
			for _, b := range w.report.Report.Blocks {
				if b.Kind != doc.Exhibit {
					continue
				}
				x := w.exhibits()[slices.IndexFunc(w.exhibits(), func(x screen.Exhibit) bool { return x.ID == b.Exhibit })]
				if x.Ready() && !strings.Contains(page, ">"+escaped(x.Title)+"</h3>") {
					t.Errorf("%s: the report lacks %q", sample, x.Title)
				}
			}
			if strings.Contains(page, "<script") || strings.Contains(page, "http://") && !onlyNames(page) {
				t.Errorf("%s: the page holds a script or a reference", sample)
			}
		})
	}
}

// onlyNames reports whether all addresses of a page are names of XML.
func onlyNames(page string) bool {
	return strings.Count(page, "http://")+strings.Count(page, "https://") == strings.Count(page, `xmlns="http://www.w3.org/2000/svg"`)
}

func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;").Replace(text)
}

// The screen shows itself in every state: no data, nothing chosen, a report, a search.
func TestReportScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		w, d := reported(t, "shop", lang)
		props := report.Props{Exhibits: w.exhibits(), Document: d, Settle: func() {}}
		show := func(name string, p report.Props) string {
			return look(t, name, goapp.Div().Body(report.View(&w.host, &w.report, p)))
		}
		if html := show("report", props); !strings.Contains(html, `id="report-print"`) || !strings.Contains(html, "r-drawing") {
			t.Error("the report cannot be printed or is not shown")
		}
		w.report.Add(doc.Block{Kind: doc.Note, Text: "- one\n- two"})
		w.report.Add(doc.Block{Kind: doc.PageBreak})
		w.report.Edit(2)
		show("edited", props)
		w.report.Search = "nothing is called that"
		if html := show("searched", props); strings.Contains(html, `id="report-add-lorenz"`) {
			t.Error("the search finds what it should not")
		}
		w.report.Take(doc.Report{})
		d.Report, d.Parts = doc.Report{}, nil
		if html := show("empty", props); !strings.Contains(html, `id="report-begin"`) {
			t.Error("an empty report proposes nothing")
		}
		show("no data", report.Props{})
	})
}
