package app

import (
	"reflect"
	"slices"
	"time"

	"churnbench/analysis/engine"
)

// Bounds of what can be undone: changes of the same question that follow each other
// closely, such as the turns of a knob, are one step.
const (
	maxSteps = 100
	oneStep  = time.Second
)

// A history is what was asked, change by change. Only changes count: a question that is
// asked for the first time, because its tab was opened, is part of every step.
type history struct {
	steps []step // the first one is what all began with
	at    int    // index of the one in force
}

// A step is what was asked after a change.
type step struct {
	asked    engine.Questions
	question string // name of the field of Questions that was changed
	choice   string // type and name of the field of it
	when     time.Time
	edit     *edit // of the report; nil if a question was changed
}

// note takes down what is asked now.
func (h *history) note(asked engine.Questions, now time.Time) {
	if len(h.steps) == 0 {
		h.steps = []step{{asked: asked, when: now}}
		return
	}
	last := &h.steps[h.at]
	question := firstChange(&last.asked, &asked)
	choice := parted(question, &last.asked, &asked).field
	switch {
	case question == "":
	case h.at > 0 && h.at == len(h.steps)-1 && last.question == question && last.choice == choice && now.Sub(last.when) < calm(choice):
		last.asked, last.when = asked, now
	default:
		h.steps = append(h.steps[:h.at+1:h.at+1], step{asked: asked, question: question, choice: choice, when: now})
		h.steps = h.steps[max(0, len(h.steps)-maxSteps-1):]
		h.at = len(h.steps) - 1
	}
	for i := range h.steps {
		fill(&h.steps[i].asked, &asked)
	}
}

// calm is how long a choice must rest before its next change is another step. A search goes
// on while it is typed.
func calm(choice string) time.Duration {
	if choice == "engine.CustomersRequest.Search" {
		return 3 * oneStep
	}
	return oneStep
}

// settle notes what is asked after a step back or forth: what depends on something else
// has followed it.
func (h *history) settle(asked engine.Questions) {
	if len(h.steps) > 0 {
		h.steps[h.at].asked = asked
	}
}

func (h *history) canUndo() bool { return h.at > 0 }
func (h *history) canRedo() bool { return h.at+1 < len(h.steps) }

// undo goes a step back, redo a step forth. They return the step that is no longer in
// force, or is again, and what is asked from now on.
func (h *history) undo() (step, engine.Questions) {
	h.at--
	return h.steps[h.at+1], h.steps[h.at].asked
}

func (h *history) redo() (step, engine.Questions) {
	h.at++
	return h.steps[h.at], h.steps[h.at].asked
}

// eachQuestion calls f with the fields of two Questions that are pointers to a question.
func eachQuestion(a, b *engine.Questions, f func(name string, a, b reflect.Value)) {
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range x.NumField() {
		if x.Field(i).Kind() == reflect.Pointer {
			f(x.Type().Field(i).Name, x.Field(i), y.Field(i))
		}
	}
}

// changes names the questions that both a and b ask, and not alike, in the order of their
// fields: what others rest on comes first.
func changes(a, b *engine.Questions) (names []string) {
	eachQuestion(a, b, func(name string, x, y reflect.Value) {
		if !x.IsNil() && !y.IsNil() && !reflect.DeepEqual(x.Interface(), y.Interface()) {
			names = append(names, name)
		}
	})
	if !slices.Equal(given(a.ClusterNames), given(b.ClusterNames)) {
		names = append(names, clusterNames)
	}
	return names
}

func firstChange(a, b *engine.Questions) string {
	return slices.Concat(changes(a, b), []string{""})[0]
}

// fill gives to the questions that lacks them.
func fill(to, from *engine.Questions) {
	eachQuestion(to, from, func(_ string, x, y reflect.Value) {
		if x.IsNil() {
			x.Set(y)
		}
	})
}

// meet leaves of q what b asks, too.
func meet(q, b *engine.Questions) {
	eachQuestion(q, b, func(_ string, x, y reflect.Value) {
		if y.IsNil() {
			x.SetZero()
		}
	})
}
