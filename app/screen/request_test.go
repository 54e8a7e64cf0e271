package screen

import (
	"context"
	"errors"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
)

type request = Request[int, string]

func TestRequestAnswers(t *testing.T) {
	var r request
	if r.Asked() {
		t.Error("the zero value has been asked")
	}
	turn := r.Begin(7)
	if !r.Busy || !r.Asked() || r.Question != 7 {
		t.Errorf("after Begin: %+v", r)
	}
	if !r.Advance(turn, engine.Progress{Rows: 3}) || r.Progress.Rows != 3 {
		t.Error("progress of the question under way is dropped")
	}
	if !r.End(turn, "seven", nil) || r.Busy || *r.Answer != "seven" {
		t.Errorf("after End: %+v", r)
	}
	if r.Advance(turn, engine.Progress{Rows: 4}) {
		t.Error("progress comes after the end")
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	var r request
	old := r.Begin(1)
	r.Forget()
	if r.End(old, "one", nil) || r.Answer != nil || r.Advance(old, engine.Progress{Rows: 1}) {
		t.Error("an answer about the dataset before was taken")
	}
	first := r.Begin(2)
	second := r.Begin(3)
	if r.End(first, "two", nil) || !r.Busy || r.Answer != nil {
		t.Error("the answer to an older question was taken")
	}
	if !r.End(second, "three", nil) || *r.Answer != "three" {
		t.Error("the answer to the last question was dropped")
	}
}

func TestCancelLeavesThePageAsItWas(t *testing.T) {
	var r request
	r.End(r.Begin(1), "one", nil)
	r.End(r.Begin(2), "", engine.AsError(context.Canceled))
	if r.Busy || r.Err != nil || r.Answer == nil || *r.Answer != "one" {
		t.Errorf("after a cancel: %+v", r)
	}
}

func TestFailureKeepsTheOldAnswer(t *testing.T) {
	var r request
	r.End(r.Begin(1), "one", nil)
	r.End(r.Begin(2), "", analysis.Fail(analysis.BadInput, "no"))
	if r.Err == nil || r.Err.Message.Key != "no" || r.Answer == nil || *r.Answer != "one" {
		t.Errorf("after a failure: %+v", r)
	}
	r.End(r.Begin(3), "", errors.New("a plain error"))
	if r.Err == nil || r.Err.Kind != analysis.Internal {
		t.Errorf("a plain error became %+v", r.Err)
	}
	r.End(r.Begin(4), "four", nil)
	if r.Err != nil || *r.Answer != "four" {
		t.Errorf("after a good answer: %+v", r)
	}
}

func TestOnlyTheLastOneWaits(t *testing.T) {
	var r request
	var asked []int
	ask := func(n int) func() { return func() { asked = append(asked, n) } }
	if r.Wait(ask(0)) {
		t.Error("a question waits for nothing")
	}
	turn := r.Begin(1)
	for n := 2; n <= 4; n++ {
		if !r.Wait(ask(n)) {
			t.Error("a question does not wait for the one under way")
		}
	}
	r.End(turn, "one", nil)
	for next := r.next(); next != nil; next = r.next() {
		next()
	}
	if len(asked) != 1 || asked[0] != 4 {
		t.Errorf("asked %v, want only the last", asked)
	}

	turn = r.Begin(5)
	r.Wait(ask(6))
	r.End(turn, "", engine.AsError(context.Canceled))
	if r.next() != nil {
		t.Error("a question outlives the cancel of the one before it")
	}
	r.Begin(7)
	r.Wait(ask(8))
	r.Forget()
	if r.next() != nil {
		t.Error("a question outlives the dataset that it was about")
	}
}

// TestAsk drives a request as a screen does: the engine answers from another
// goroutine, the state changes only inside Redraw.
func TestAsk(t *testing.T) {
	redraws := make(chan func())
	h := &Host{Redraw: func(f func()) { redraws <- f }}
	var r request
	release := make(chan bool)
	calls := 0
	call := func(_ context.Context, q int) (string, error) {
		calls++
		<-release
		return string(rune('a' + q)), nil
	}
	var then []string
	note := func(a string) { then = append(then, a) }
	for q := range 5 {
		Ask(h, &r, q, call, note)
	}
	for r.Busy {
		release <- true
		(<-redraws)()
	}
	if calls != 2 || *r.Answer != "e" || len(then) != 2 || then[1] != "e" {
		t.Errorf("%d calls, answer %q, then %v; want the first and the last", calls, *r.Answer, then)
	}
}

func TestTyped(t *testing.T) {
	var typed Typed
	if typed.Text("x", "12") != "12" || typed.Fault("en", "x") != "" {
		t.Error("the zero value refuses something")
	}
	typed.Refuse("x", "-3", analysis.Say("ui.close"))
	if typed.Text("x", "12") != "-3" || typed.Fault("en", "x") != "Close" || typed.Text("y", "1") != "1" {
		t.Error("what was refused is not in sight")
	}
	typed.Accept("x")
	if typed.Text("x", "12") != "12" || typed.Fault("en", "x") != "" {
		t.Error("what was accepted is still refused")
	}
}

func TestSentences(t *testing.T) {
	for lang, want := range map[i18n.Lang]string{i18n.English: "One. Two.", i18n.Chinese: "One.Two."} {
		h := &Host{Lang: lang}
		if got := h.Sentences("One.", "", "Two."); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// Stopping gives up the question under way, and only that.
func TestStop(t *testing.T) {
	var r Request[int, int]
	r.Stop() // nothing is under way
	ended := make(chan bool, 1)
	h := &Host{Redraw: func(f func()) { f(); ended <- true }}
	Ask(h, &r, 1, func(ctx context.Context, _ int) (int, error) {
		<-ctx.Done()
		return 0, engine.AsError(ctx.Err())
	}, func(int) { t.Error("a question that was given up has an answer") })
	r.Stop()
	<-ended
	if r.Busy || r.Err != nil || r.Answer != nil {
		t.Errorf("%+v", r)
	}
}
