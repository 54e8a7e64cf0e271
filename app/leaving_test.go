package app

import (
	"reflect"
	"strings"
	"testing"

	"churnbench/analysis/ingest"
	doc "churnbench/analysis/report"
	"churnbench/app/data"
	"churnbench/app/i18n"
)

// worked is a workbench on which something was decided that is in no file yet.
func worked(t *testing.T) (*stage, *Workbench, *keeper) {
	t.Helper()
	s := newStage(i18n.English)
	w, k := on(s)
	s.drop(w, []string{"march.csv"}, march)
	w.read(s)
	if w.unsaved() {
		t.Fatal("what was only read is unsaved")
	}
	w.redefine(s, 40)
	return s, w, k
}

func (w *Workbench) redefine(s *stage, window int) {
	d := w.host.Definition
	d.Window = window
	w.define(d)
	s.rest(w)
}

// TestNothingIsReplacedUnasked tries every way in which other work takes the place of what
// is not saved, with each answer.
func TestNothingIsReplacedUnasked(t *testing.T) {
	s, w, k := worked(t)
	w.save()
	s.rest(w)
	file := string(k.files[0].Bytes)
	ways := map[string]func(s *stage, w *Workbench){
		"project": func(s *stage, w *Workbench) { s.drop(w, []string{"acme.churn"}, file) },
		"sample":  func(s *stage, w *Workbench) { data.Sample(&w.host, &w.data, "shop"); s.rest(w) },
		"files": func(s *stage, w *Workbench) {
			s.drop(w, []string{"april.csv"}, april)
			data.Confirmed(&w.host, &w.data)
			s.rest(w)
		},
		"closing": func(s *stage, w *Workbench) { w.closeProject() },
	}
	for name, way := range ways {
		s, w, k := worked(t)
		w.proj.Name, w.proj.Notes = "Mine", "look at May"
		before := w.questions()
		way(s, w)
		if w.leaving.do == nil {
			t.Errorf("%s: nobody is asked", name)
			continue
		}
		html := look(t, name, w.leavingDialog())
		for _, id := range []string{"leave-save", "leave-without", "leave-cancel", "definition of loss", "Mine"} {
			if !strings.Contains(html, id) {
				t.Errorf("%s: the question lacks %s: %s", name, id, html)
			}
		}
		w.leave(false)
		s.rest(w)
		if got := w.questions(); !reflect.DeepEqual(got, before) || w.host.Dataset.Name != "march.csv" || w.proj.Notes != "look at May" || !w.unsaved() {
			t.Errorf("%s: cancelled, the work is another", name)
		}
		way(s, w)
		w.saveThen(func() { w.leave(true) })
		s.rest(w)
		if len(k.files) != 1 || k.files[0].Name != "Mine.churn" || w.leaving.do != nil {
			t.Errorf("%s: %d files were saved", name, len(k.files))
		}
		s, w, k = worked(t)
		way(s, w)
		w.leave(true)
		s.rest(w)
		if len(k.files) != 0 || w.leaving.do != nil {
			t.Errorf("%s: saved although that was not wanted", name)
		}
		if name == "files" && (w.unsaved() || w.host.Definition.Window != 0 || w.host.Dataset.Customers != 4) {
			t.Error("other files do not begin other work")
		}
	}
	s, w, _ = worked(t)
	w.save()
	s.rest(w)
	for name, way := range ways {
		if way(s, w); w.leaving.do != nil {
			t.Errorf("%s: asked although all is saved", name)
		}
	}
}

// Whoever closes a project that still waits for its data has the work before it back.
func TestClosedWaitingProjectGivesTheWorkBack(t *testing.T) {
	s, w, k := worked(t)
	w.save()
	s.rest(w)
	w.proj.Name, w.proj.Notes = "Mine", "look at May"
	w.report.Add(doc.Block{Kind: doc.Heading, Text: "Who leaves"})
	s.drop(w, []string{"other.churn"}, strings.Replace(string(k.files[0].Bytes), `"version"`, `"notes": "theirs", "version"`, 1))
	w.leave(true)
	s.rest(w)
	if !w.proj.Waits || w.proj.Notes != "theirs" {
		t.Fatalf("not opened: %+v", w.proj)
	}
	if w.save(); w.proj.Saving.Busy || !w.unsaved() {
		t.Error("work is mixed with a project that waits")
	}
	w.opened(nil)
	if w.proj.Name != "Mine" || w.proj.Notes != "look at May" || len(w.report.Report.Blocks) != 1 || !w.unsaved() {
		t.Error("the work is not back")
	}
}

// TestReadingIsWork: what a person corrects about how files are read is unsaved until it is
// saved or put back, and nothing else is lost when they are read again.
func TestReadingIsWork(t *testing.T) {
	s, w, _ := worked(t)
	w.save()
	s.rest(w)
	again := func(change func(*data.Item)) {
		t.Helper()
		w.data.Reopen()
		change(w.data.Items[0])
		data.Confirmed(&w.host, &w.data)
		s.rest(w)
		if w.leaving.do != nil || w.host.Definition.Window != 40 || w.proj.Opened == nil {
			t.Fatalf("reading the same files again is asked about, or loses work: %v", w.host.Definition)
		}
	}
	for name, change := range map[string][2]func(*data.Item){
		"refunds": {func(*data.Item) { w.data.Rule(func(r *ingest.Rules) { r.Refunds = "drop" }) },
			func(*data.Item) { w.data.Rule(func(r *ingest.Rules) { r.Refunds = ingest.DefaultRefunds }) }},
		"roles": {func(it *data.Item) { w.data.Assign(it, 2, ingest.Ignore); w.data.Assign(it, 2, ingest.Price) },
			func(it *data.Item) { w.data.Assign(it, 2, ingest.Amount) }},
	} {
		w.data.Reopen()
		change[0](w.data.Items[0])
		if !w.leavingPage() {
			t.Errorf("%s: leaving with an unread correction is not asked about", name)
		}
		w.data.Return()
		if w.unsaved() || w.leavingPage() {
			t.Errorf("%s: what was not read is unsaved", name)
		}
		if name == "refunds" {
			again(change[0])
			if !w.unsaved() || !strings.Contains(w.unsavedWork(), "read") {
				t.Errorf("%s: a correction is no unsaved work", name)
			}
			again(change[1])
			if w.unsaved() {
				t.Errorf("%s: put back, it is still unsaved: %s", name, w.unsavedWork())
			}
		}
	}
	again(func(*data.Item) { w.data.Rule(func(r *ingest.Rules) { r.Duplicates = ingest.ExcludeDuplicates }) })
	w.save()
	s.rest(w)
	if w.unsaved() {
		t.Errorf("saved, it is unsaved: %s", w.unsavedWork())
	}
}

// A choice that is changed and changed back is saved.
func TestUnsavedIsExact(t *testing.T) {
	s, w, _ := worked(t)
	w.save()
	s.rest(w)
	w.redefine(s, 50)
	if !w.unsaved() {
		t.Error("another definition is saved")
	}
	w.redefine(s, 40)
	if w.unsaved() {
		t.Errorf("the saved definition is unsaved: %s", w.unsavedWork())
	}
}
