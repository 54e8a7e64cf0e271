package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	doc "churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/project"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// A leaving is something that would take the place of unsaved work, and waits for the
// person's word.
type leaving struct {
	do, not func() // nil while nothing waits
	by      screen.Replacement
	sure    bool // the person has already said what is to become of the work
}

// An aside is a project's words while another one is open that still waits for its data: who
// closes that one has them back.
type aside struct {
	proj   project.State
	report doc.Report
}

// replacing does what would take the place of the work on the page, once the person has
// decided what is to become of that, if it is not saved.
func (w *Workbench) replacing(by screen.Replacement, do, not func()) {
	sure := w.leaving.sure
	w.leaving.sure = false
	if sure || !w.losing() || w.goesOn(by) {
		do()
		return
	}
	w.leaving = leaving{do: do, not: not, by: by}
}

// goesOn reports whether the work on the page holds for what is to be read, too.
func (w *Workbench) goesOn(by screen.Replacement) bool {
	if w.proj.Waits { // the person decided when it was opened
		return true
	}
	return by == screen.ByCorrected || by == screen.ByFiles && w.proj.Opened != nil && w.host.Dataset.Truth == nil
}

// leave ends the question: what waits is done, or not.
func (w *Workbench) leave(do bool) {
	l := w.leaving
	w.leaving = leaving{}
	switch {
	case l.do == nil:
	case do:
		l.do()
	default:
		l.not()
	}
}

// unsavedWork says what of the work is in no file yet.
func (w *Workbench) unsavedWork() string {
	var list []string
	if w.data.Corrected() {
		list = append(list, w.host.T("leave.reading"))
	}
	q := w.questions()
	for _, name := range changes(&w.begun, &q) {
		switch name {
		case "Customers":
		case clusterNames:
			list = append(list, w.host.T("leave.names"))
		default:
			list = append(list, w.host.T(i18n.Key("question."+strings.ToLower(name))))
		}
	}
	if w.wordsUnsaved() {
		list = append(list, w.host.T("leave.words"))
	}
	return strings.Join(list, w.host.T("leave.and"))
}

// wordsUnsaved reports whether name, notes or report are others than those saved.
func (w *Workbench) wordsUnsaved() bool {
	if w.aside != nil {
		return w.aside.proj.Dirty(w.aside.report)
	}
	return !w.proj.Waits && w.proj.Dirty(w.report.Put())
}

// work is what the unsaved work is called.
func (w *Workbench) work() string {
	switch {
	case w.aside != nil && w.aside.proj.Name != "":
		return w.aside.proj.Name
	case w.aside == nil && w.proj.Name != "":
		return w.proj.Name
	}
	return w.host.Dataset.Name
}

// leavings are what is said of each Replacement: why the person is asked, and the answers.
var leavings = [...]struct{ says, save, without i18n.Key }{
	screen.ByProject: {"leave.project", "leave.save", "leave.without"},
	screen.BySample:  {"leave.project", "leave.save", "leave.without"},
	screen.ByFiles:   {"leave.files", "leave.save", "leave.without"},
	screen.ByClosing: {"leave.close", "leave.closing", "leave.unclosed"},
}

func (w *Workbench) leavingDialog() app.UI {
	l := &w.leaving
	return &ui.Dialog{Lang: w.host.Lang, ID: "leave", Title: w.host.T("leave.title"), Open: l.do != nil,
		Body: w.leavingBody, OnClose: func(app.Context) { w.leave(false) },
		Actions: func() []app.UI {
			return []app.UI{
				ui.Button(ui.ButtonProps{ID: "leave-save", Label: w.host.T(leavings[l.by].save), Icon: ui.IconSave, Kind: ui.Primary, Busy: w.proj.Saving.Busy,
					OnClick: func(app.Context) { w.saveThen(func() { w.leave(true) }) }}),
				ui.Button(ui.ButtonProps{ID: "leave-without", Label: w.host.T(leavings[l.by].without), OnClick: func(app.Context) { w.leave(true) }}),
				ui.Button(ui.ButtonProps{ID: "leave-cancel", Label: w.host.T("ui.cancel"), OnClick: func(app.Context) { w.leave(false) }}),
			}
		}}
}

func (w *Workbench) leavingBody() []app.UI {
	if w.host.Dataset == nil {
		return nil
	}
	key := leavings[w.leaving.by].says
	body := []app.UI{app.P().Body(ui.Rich(w.host.T(key, analysis.Text("name", w.work()), analysis.Text("what", w.unsavedWork())))...)}
	if err := w.proj.Saving.Err; err != nil {
		body = append(body, ui.Failure(w.host.Lang, err))
	}
	return body
}
