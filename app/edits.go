package app

import (
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	doc "churnbench/analysis/report"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// An edit is a change of the report: a step of the history like any other, during which the
// questions stay what they are. Reports share blocks and never write to them.
type edit struct {
	before, after doc.Report
	what          string // in words
}

// edited takes down an edit of the report.
func (h *history) edited(asked engine.Questions, e edit, now time.Time) {
	h.note(asked, now)
	h.steps = append(h.steps[:h.at+1:h.at+1], step{asked: h.steps[h.at].asked, when: now, edit: &e})
	h.steps = h.steps[max(0, len(h.steps)-maxSteps-1):]
	h.at = len(h.steps) - 1
}

// turnReport goes to the report, takes an edit back or makes it again, and says so.
func (w *Workbench) turnReport(said i18n.Key, e *edit) {
	shown := e.after
	if said == "shell.undone" {
		shown = e.before
	}
	w.report.Take(shown)
	browser.Go("report")
	w.settle()
	w.touched()
	w.host.Tell(w.host.T(said, analysis.Text("what", e.what)), ui.NoteLevel)
}
