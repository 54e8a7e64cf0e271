package app

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/cohort"
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
		props := report.Props{Exhibits: w.exhibits(), Document: d, Settle: func(doc.Report) {}}
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

// Every exhibit answers what its screen asks now: the questions that are written down are
// those that were put.
func TestNothingIsStaleAtFirst(t *testing.T) {
	for _, sample := range benches {
		for _, x := range bench(t, sample, i18n.English).asChosen() {
			if x.Stale() {
				t.Errorf("%s: %s is of another question than its screen's:\n%+v\n%+v", sample, x.ID, x.Of, x.Want)
			}
			if x.Of != nil && x.Want == nil {
				t.Errorf("%s: nobody says what %s should be", sample, x.ID)
			}
		}
	}
}

// After another definition of loss and other parameters the report says of each exhibit
// that it is of an earlier choice, until it is not.
func TestReportFollows(t *testing.T) {
	w, s := benched(t, "shop", i18n.English)
	w.host.Asked = nil
	ids := []string{"leaky-bucket", "survival", "hazard-ratios", "next-purchase", "clusters", "profile", "drivers", "contest", "clv-distribution", "cohorts"}
	for _, id := range ids {
		w.report.Open = 0
		w.report.Add(doc.Block{Kind: doc.Exhibit, Exhibit: id})
	}
	settleReport(w, s)
	w.host.Definition.Window = 77
	w.value.Options.Horizon = 3
	w.retention.Cohorts.Options.Method = cohort.Unbounded
	old := 0
	for _, p := range report.Document(&w.host, &w.report, w.asChosen(), nil, "").Parts {
		if p.Earlier != "" {
			old++
		}
	}
	if old != len(ids) {
		t.Errorf("%d of %d exhibits say that they are of an earlier choice", old, len(ids))
	}
	settleReport(w, s)
	for _, x := range w.asChosen() {
		if w.report.Has(x.ID) && x.Stale() {
			t.Errorf("%s is still of an earlier choice: %+v, not %+v", x.ID, x.Of, x.Want)
		}
	}
	d := report.Document(&w.host, &w.report, w.asChosen(), nil, "")
	for i, p := range d.Parts {
		if p.Earlier != "" || p.Missing != "" {
			t.Errorf("%s: %s%s", ids[i], p.Earlier, p.Missing)
		}
	}
}

// settleReport lets the engine answer until nothing of the report is due.
func settleReport(w *Workbench, s *stage) {
	for {
		report.Settle(&w.host, &w.report, w.asChosen())
		if !report.Due(&w.report, w.asChosen()) {
			return
		}
		(<-s.redraws)()
	}
}
