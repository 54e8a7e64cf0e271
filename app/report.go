package app

import (
	"reflect"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	doc "churnbench/analysis/report"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/report"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// reportView draws the screen of the report.
func (w *Workbench) reportView() app.UI {
	if w.host.Dataset == nil {
		return report.View(&w.host, &w.report, report.Props{})
	}
	exhibits := w.asChosen()
	return report.View(&w.host, &w.report, report.Props{Exhibits: exhibits, Document: w.document(exhibits), Settle: w.rewrote,
		Print: func() { w.whenDone("report.waits.print", w.print) },
		Save:  func() { w.whenDone("report.waits.save", w.saveReport) }})
}

// print opens the browser's dialog once the page shows all of the report.
func (w *Workbench) print() { w.after(func() { ui.Then(browser.Print) }) }

// document is the report with what it shows now.
func (w *Workbench) document(exhibits []screen.Exhibit) *doc.Document {
	return report.Document(&w.host, &w.report, exhibits, w.restsOn(), w.foot())
}

func (w *Workbench) saveReport() { report.Save(&w.host, &w.report, w.document(w.asChosen())) }

// asChosen are the exhibits with the questions that the screens ask now, so that an answer
// to an earlier one is told from what it should be.
func (w *Workbench) asChosen() []screen.Exhibit {
	list, q := w.exhibits(), w.questions()
	asked := reflect.ValueOf(&q).Elem()
	for i := range list {
		if f := asked.FieldByName(list[i].Question); f.IsValid() && !f.IsNil() {
			list[i].Want = f.Elem().Interface()
		}
	}
	return list
}

// whenDone does something with the report as soon as all of it answers what is chosen now:
// none is ever handed over of which a part is of an earlier definition.
func (w *Workbench) whenDone(said i18n.Key, do func()) {
	report.Refresh(&w.report, w.asChosen())
	w.report.Then = do
	if w.settle(); w.report.Then != nil {
		w.tell(w.host.T(said), ui.NoteLevel)
	}
}

// rewrote is told that the report has changed, and what it was before.
func (w *Workbench) rewrote(before doc.Report) {
	if what := report.Told(&w.host, w.exhibits(), &before, &w.report.Report); what != "" {
		w.past.edited(w.asking(), edit{before, w.report.Report, what}, w.host.Now())
	}
	w.settle()
	w.touched()
}

// addToReport puts an exhibit into the report, from wherever it is shown.
func (w *Workbench) addToReport(id string) {
	for _, x := range w.exhibits() {
		if x.ID == id {
			before := w.report.Report
			report.Append(&w.host, &w.report, &x)
			w.rewrote(before)
		}
	}
}

// settle keeps the report and the style of its paper up with the page. It costs nothing
// while another screen is in sight.
func (w *Workbench) settle() {
	sheet := ""
	if w.route == "report" && w.host.Dataset != nil {
		w.printFiles()
		report.Settle(&w.host, &w.report, w.asChosen())
		if then := w.report.Then; then != nil && !w.definition.Busy && !report.Due(&w.report, w.asChosen()) {
			w.report.Then = nil
			defer then()
		}
		sheet = doc.Style(&doc.Document{Report: w.report.Report, Foot: w.foot(), Say: func(string, ...analysis.Arg) string { return w.host.T("report.untitled") }})
	}
	if sheet != w.printed {
		w.printed = sheet
		browser.SetSheet(sheet)
	}
}

// restsOn is what all numbers of a report rest on.
func (w *Workbench) restsOn() []doc.Fact {
	h, d := &w.host, w.host.Dataset
	facts := []doc.Fact{
		{Name: h.T("report.fact.data"), Text: d.Name},
		{Name: h.T("report.fact.observed"), Text: h.T("report.fact.days", analysis.On("first", d.First), analysis.On("end", d.End))},
		{Name: h.T("report.fact.rows"), Text: h.T("report.fact.rows.text", analysis.Count("used", d.Ledger.Used), analysis.Count("read", d.Ledger.Read))},
		{Name: h.T("report.fact.customers"), Text: h.Lang.Int(d.Customers)},
		{Name: h.T("report.fact.loss"), Text: w.lossInForce()},
		{Name: h.T("report.fact.made"), Text: h.Lang.Date(w.today())},
	}
	if hash := w.fingerprint(); hash != "" {
		facts = append(facts, doc.Fact{Name: h.T("report.fact.fingerprint"), Text: "SHA-256 " + hash})
	}
	return facts
}

// fingerprint is the beginning of the hash of each file, "" while none is known.
func (w *Workbench) fingerprint() string {
	var list []string
	for _, f := range w.host.Dataset.Files {
		if hash := w.proj.Known(f.Name, f.Size); len(hash) >= printed {
			list = append(list, hash[:printed])
		}
	}
	return strings.Join(list, " · ")
}

// printed is how much of a hash tells files apart on paper.
const printed = 16

// printFiles has the hashes of the files made, once for each dataset: they stand in the
// report. A sample is made by the program itself and has none.
func (w *Workbench) printFiles() {
	d := w.host.Dataset
	if w.hashed == d.Version || d.Truth != nil || w.proj.Back.Busy || w.fingerprint() != "" {
		return
	}
	w.hashed = d.Version
	screen.Ask(&w.host, &w.hashes, w.project(), w.host.Engine.Project, func(f engine.File) { w.readBack(f, w.proj.Wrote) })
}

// foot says the same in one line, for every page.
func (w *Workbench) foot() string {
	h, d := &w.host, w.host.Dataset
	data := d.Name
	if hash := w.fingerprint(); hash != "" {
		data += " · SHA-256 " + hash[:printed]
	}
	return h.T("report.foot", analysis.Text("loss", w.lossInForce()), analysis.Text("data", data), analysis.On("end", d.End), analysis.On("day", w.today()),
		analysis.Text("version", w.versionOf()))
}

// versionOf is that of the page or, without one, of the program.
func (w *Workbench) versionOf() string {
	if w.program != "" {
		return w.program
	}
	return browser.Version()
}

// lossInForce says the definition of loss, with what it leaves to the data filled in.
func (w *Workbench) lossInForce() string {
	switch a := w.definition.Answer; {
	case a != nil:
		return w.host.Loss(a.Definition)
	case !w.host.Dataset.Has(engine.OnOrders):
		return w.host.T("loss.contracts")
	}
	return w.host.Loss(w.host.Definition)
}

func (w *Workbench) today() analysis.Day {
	y, m, d := w.host.Now().Date()
	return analysis.Date(y, m, d)
}
