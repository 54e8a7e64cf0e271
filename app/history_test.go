package app

import (
	"testing"
	"time"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
)

// asks are questions with a window of silence, and a number of clusters or none.
func asks(window, clusters int) (q engine.Questions) {
	lost := churn.Definition{Window: window}
	q.Definition = &engine.DefinitionRequest{Definition: lost}
	q.Rates = &engine.RatesRequest{Definition: lost}
	if clusters >= 0 {
		q.Clusters = &engine.ClustersRequest{Definition: lost}
		q.Clusters.Options.K = clusters
	}
	return q
}

func at(seconds float64) time.Time {
	return time.Unix(0, 0).Add(time.Duration(seconds * float64(time.Second)))
}

func TestHistoryGoesBackAndForth(t *testing.T) {
	var h history
	if h.canUndo() || h.canRedo() {
		t.Error("there is something to undo before anything was asked")
	}
	h.note(asks(100, -1), at(0))
	h.note(asks(100, -1), at(5)) // asked again, as after another language
	if h.canUndo() {
		t.Error("asking the same again is a change")
	}
	h.note(asks(200, -1), at(10))
	h.note(asks(300, -1), at(20))
	s, q := h.undo()
	if s.question != "Definition" || q.Definition.Definition.Window != 200 {
		t.Errorf("undo leads to %d days by %s", q.Definition.Definition.Window, s.question)
	}
	if _, q = h.undo(); q.Rates.Definition.Window != 100 || h.canUndo() {
		t.Error("the first step is not the beginning")
	}
	if s, q = h.redo(); s.question != "Definition" || q.Definition.Definition.Window != 200 || !h.canRedo() {
		t.Error("redo does not make the change again")
	}
	h.note(asks(250, -1), at(30))
	if h.canRedo() {
		t.Error("a change after undoing leaves something to redo")
	}
	if _, q = h.undo(); q.Definition.Definition.Window != 200 {
		t.Error("a change after undoing has lost the step before it")
	}
}

// Turning a knob is one step; another question, or a pause, begins another.
func TestHistoryTakesOneMovementAsOneStep(t *testing.T) {
	var h history
	h.note(asks(100, 0), at(0))
	for i, window := range []int{110, 120, 130} {
		h.note(asks(window, 0), at(.5+float64(i)*.5))
	}
	h.note(asks(130, 3), at(1.8))
	h.note(asks(130, 4), at(9))
	for _, want := range []struct{ clusters, window int }{{3, 130}, {0, 130}, {0, 100}} {
		if _, q := h.undo(); q.Clusters.Options.K != want.clusters || q.Definition.Definition.Window != want.window {
			t.Errorf("undo leads to %d clusters and %d days, not %v", q.Clusters.Options.K, q.Definition.Definition.Window, want)
		}
	}
	if h.canUndo() {
		t.Error("a movement is more than one step")
	}
}

// Opening a tab asks something new and changes nothing: it is not undone, and what is
// chosen on it afterwards can be.
func TestHistoryLeavesOpenedTabsAlone(t *testing.T) {
	var h history
	h.note(asks(100, -1), at(0))
	h.note(asks(200, -1), at(10))
	h.note(asks(200, 0), at(20))
	if h.undo(); h.canUndo() {
		t.Error("opening a tab is a step")
	}
	h.settle(asks(100, 0))
	h.note(asks(100, 5), at(30))
	s, q := h.undo()
	if s.question != "Clusters" || q.Clusters.Options.K != 0 || q.Definition.Definition.Window != 100 {
		t.Errorf("what was chosen on the tab is undone as %s, to %d clusters", s.question, q.Clusters.Options.K)
	}
}

func TestHistoryIsBounded(t *testing.T) {
	var h history
	for i := range 3 * maxSteps {
		h.note(asks(1+i, -1), at(float64(10*i)))
	}
	n, q := 0, engine.Questions{}
	for ; h.canUndo(); n++ {
		_, q = h.undo()
	}
	if n != maxSteps || q.Definition.Definition.Window != 3*maxSteps-maxSteps {
		t.Errorf("%d steps can be undone, to %d days", n, q.Definition.Definition.Window)
	}
}

// A question that nobody has asked in this tab is left out of what is taken.
func TestMeet(t *testing.T) {
	q, now := asks(100, 4), asks(200, -1)
	meet(&q, &now)
	if q.Clusters != nil || q.Definition == nil {
		t.Error("not exactly the clusters are left out")
	}
}
