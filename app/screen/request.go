package screen

import (
	"churnbench/analysis"
	"churnbench/analysis/engine"
)

// A Request is one question to the engine and what has come of it, as a screen
// shows it: while a new answer is under way the old one stays visible.
// The zero value has not been asked.
type Request[Q, A any] struct {
	Question Q // the last one asked
	Answer   *A
	Err      *analysis.Error
	Busy     bool
	Progress engine.Progress

	turn int // of the last question, so that a late answer to an older one is dropped
}

// Begin notes that q is being asked and returns its turn.
func (r *Request[Q, A]) Begin(q Q) (turn int) {
	r.Question, r.Busy, r.Err, r.Progress = q, true, nil, engine.Progress{}
	r.turn++
	return r.turn
}

// Advance notes progress of a turn; it reports whether anything changed.
func (r *Request[Q, A]) Advance(turn int, p engine.Progress) bool {
	if turn != r.turn || !r.Busy {
		return false
	}
	r.Progress = p
	return true
}

// End notes the outcome of a turn. A cancelled request leaves the page as it
// was: the old answer and no error.
func (r *Request[Q, A]) End(turn int, answer A, err error) bool {
	if turn != r.turn {
		return false
	}
	r.Busy = false
	if err == nil {
		r.Answer, r.Err = &answer, nil
		return true
	}
	if e := engine.AsError(err); e.Kind != analysis.Cancelled {
		r.Err = e
		r.Answer = nil
	}
	return true
}

// Forget drops everything, as when another dataset has been loaded. Answers
// still under way will be dropped too.
func (r *Request[Q, A]) Forget() {
	*r = Request[Q, A]{turn: r.turn + 1}
}

// Asked reports whether there is anything to show: an answer, an error, or
// work under way.
func (r *Request[Q, A]) Asked() bool { return r.Busy || r.Answer != nil || r.Err != nil }
