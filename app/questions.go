package app

import (
	"reflect"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/definition"
	"churnbench/app/i18n"
	"churnbench/app/overview"
	"churnbench/app/retention"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/ui"
	"churnbench/app/value"
)

// choosers are the screens on which something can be asked.
func (w *Workbench) choosers() []screen.Chooser {
	return []screen.Chooser{&w.definition, &w.overview, &w.retention, &w.segments, &w.value, &w.customers}
}

// questions are what the person asks, as the screens stand.
func (w *Workbench) questions() (q engine.Questions) {
	for _, s := range w.choosers() {
		s.Put(&q, w.host.Definition)
	}
	if q.Customers != nil {
		q.Customers.Measures = w.measures()
	}
	return q
}

// measures are what the other screens say about each customer.
func (w *Workbench) measures() engine.Measures {
	return engine.Measures{Scores: w.segments.Options, Tiers: w.segments.Tiers, Definition: w.host.Definition,
		Life: w.segments.Lifecycle.Options, Values: w.value.Options}
}

// adopt makes the choices of q those of the screens, asking nothing.
func (w *Workbench) adopt(q *engine.Questions) {
	if q.Definition != nil {
		w.host.Definition = q.Definition.Definition
	}
	for _, s := range w.choosers() {
		s.Take(q)
	}
}

// take makes the choices of q those of the screens, and asks again exactly what has been
// asked and is another question now. Another definition of loss goes the way that it goes
// when a person chooses it: screens out of sight follow when they are opened.
func (w *Workbench) take(q engine.Questions) {
	w.taking = true
	defer func() { w.taking = false }()
	redefined := q.Definition != nil && !reflect.DeepEqual(q.Definition.Definition, w.host.Definition)
	if redefined {
		w.host.Definition = q.Definition.Definition
	}
	before := w.questions()
	w.adopt(&q)
	after := w.questions()
	changed := map[string]bool{}
	for _, name := range changes(&before, &after) {
		changed[name] = true
	}
	if redefined || changed["Definition"] {
		definition.Ask(&w.host, &w.definition)
	}
	if changed["Rates"] && w.overview.Asked() {
		overview.Ask(&w.host, &w.overview)
	}
	retention.Again(&w.host, &w.retention, changed)
	segments.Again(&w.host, &w.segments, changed)
	value.Again(&w.host, &w.value, changed)
	w.catchUp()
	w.follow()
}

// asked is told that a question has gone out. One that is asked for the first time is no
// change of anything.
func (w *Workbench) asked() {
	w.touched()
	if w.taking || w.host.Dataset == nil {
		return
	}
	w.past.note(w.asking(), w.host.Now())
	q := w.questions()
	fill(&w.begun, &q)
}

// unsaved reports whether closing the page would lose something that the person decided.
func (w *Workbench) unsaved() bool {
	if w.host.Dataset == nil {
		return false
	}
	if w.wordsUnsaved() || w.data.Corrected() {
		return true
	}
	q := w.questions()
	q.Customers = nil // how the table is filtered and sorted is not worth a question
	return len(changes(&w.begun, &q)) > 0
}

// given are names without those that are empty at the end: nobody gave them.
func given(names []string) []string {
	for len(names) > 0 && names[len(names)-1] == "" {
		names = names[:len(names)-1]
	}
	return names
}

// undo takes the last change of a question back; redo makes it again.
func (w *Workbench) undo() {
	if w.past.canUndo() {
		s, q := w.past.undo()
		w.turnBack("shell.undone", s, q)
	}
}

func (w *Workbench) redo() {
	if w.past.canRedo() {
		s, q := w.past.redo()
		w.turnBack("shell.redone", s, q)
	}
}

// turnBack goes to where a change was made, takes what is asked instead, and says so.
func (w *Workbench) turnBack(said i18n.Key, s step, q engine.Questions) {
	if s.edit != nil {
		w.turnReport(said, s.edit)
		return
	}
	was := w.asking()
	meet(&q, &was)
	w.show(topicOf(s.question))
	w.taken(q, &was)
	now := w.asking()
	w.past.settle(now)
	w.host.Tell(w.host.T(said, analysis.Text("what", w.difference(s.question, &was, &now))), ui.NoteLevel)
}

// taken takes questions over and leaves alone what is the same: the table of customers begins
// at its top again, and names are part of no question.
func (w *Workbench) taken(q engine.Questions, was *engine.Questions) {
	if q.Customers != nil && reflect.DeepEqual(q.Customers, was.Customers) {
		q.Customers = nil
	}
	same := q.Clusters != nil && reflect.DeepEqual(q.Clusters, was.Clusters)
	w.take(q)
	if same {
		w.host.ClusterNames = w.segments.CallAll(q.ClusterNames)
	}
}

// asking are the questions as undoing knows them: with what is searched for, which is in no
// file, and the table of customers without what the other screens say of each.
func (w *Workbench) asking() engine.Questions {
	q := w.questions()
	if q.Customers != nil {
		q.Customers.Measures, q.Customers.Search = engine.Measures{}, w.customers.Query.Search
	}
	return q
}

// show opens the screen and the tab of a question.
func (w *Workbench) show(t screen.Topic) {
	switch t.Route {
	case "retention":
		w.retention.Tab = t.Tab
	case "segments":
		w.segments.Tab = t.Tab
	case "value":
		w.value.Tab = t.Tab
	}
	browser.Go(t.Route)
}
