package app

import (
	"strings"
	"testing"

	doc "churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// What is done to the report is undone and made again step by step, between the changes of
// questions, and the page says what it was.
func TestReportIsUndone(t *testing.T) {
	w, said := &Workbench{}, ""
	w.host = newStage(i18n.English).Host
	w.host.Tell = func(text string, _ ui.Level) { said = text }
	edit := func(do func()) {
		before := w.report.Report
		do()
		w.rewrote(before)
	}
	w.past.note(asks(100, -1), at(0))
	edit(func() { w.report.Add(doc.Block{Kind: doc.Note, Text: "first"}) })
	edit(func() { w.report.Change(1, func(b *doc.Block) { b.Text = "second" }) })
	edit(func() { w.report.Remove(9) }) // which is nothing
	edit(func() { w.report.Remove(1) })
	for _, step := range []struct {
		do   func()
		text string
		says string
	}{
		{w.undo, "second", "Undone: report: “second” removed"}, {w.undo, "first", "Undone: report: “second” edited"},
		{w.redo, "second", "Redone: report: “second” edited"}, {w.undo, "first", "edited"}, {w.undo, "", "Undone: report: “first” added"},
	} {
		step.do()
		text := ""
		for _, b := range w.report.Report.Blocks {
			text += b.Text
		}
		if text != step.text || !strings.Contains(said, step.says) {
			t.Errorf("the report holds %q, want %q; said %q", text, step.text, said)
		}
	}
	if w.past.canUndo() || !w.past.canRedo() {
		t.Error("something else is to be undone")
	}
}
