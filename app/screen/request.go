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
	Answered Q // the question that Answer is to: not the last one while that is under way, was given up or failed
	Inquiry
}

// An Inquiry is what does not depend on the kind of question: the page has one of its
// methods, not one for each Request.
type Inquiry struct {
	Err      *analysis.Error
	Busy     bool
	Progress engine.Progress
	Held     bool // it belongs to the person's project, though this tab may not have asked it yet

	turn  int    // of the last question, so that a late answer to an older one is dropped
	later func() // asks what came up while a question was under way
	stop  func() // gives up the question under way
}

// Stop gives up the question under way, if there is one: its answer will be an error of
// kind Cancelled. The engine need not listen, see browser.Engine; what it has of its own
// for the question ends.
func (r *Inquiry) Stop() {
	if r.Busy && r.stop != nil {
		r.stop()
	}
}

// Begin notes that q is being asked and returns its turn.
func (r *Request[Q, A]) Begin(q Q) (turn int) {
	r.Question = q
	return r.begin()
}

func (r *Inquiry) begin() (turn int) {
	r.Busy, r.Err, r.Progress = true, nil, engine.Progress{}
	r.turn++
	return r.turn
}

// Wait notes what to ask once the question under way has ended; of several
// only the last one counts, so that turning a knob does not queue up an answer
// for each step. It reports false if nothing is under way.
func (r *Inquiry) Wait(ask func()) bool {
	if r.Busy {
		r.later = ask
	}
	return r.Busy
}

// Advance notes progress of a turn; it reports whether anything changed.
func (r *Inquiry) Advance(turn int, p engine.Progress) bool {
	if turn != r.turn || !r.Busy {
		return false
	}
	r.Progress = p
	return true
}

// End notes the outcome of a turn and reports whether it is still wanted. The
// old answer stays until there is a new one: a cancelled request leaves the
// page as it was, and a failed one shows its error above what was there.
func (r *Request[Q, A]) End(turn int, answer A, err error) bool {
	wanted := r.end(turn, err)
	if wanted && err == nil {
		r.Answer, r.Answered = &answer, r.Question
	}
	return wanted
}

func (r *Inquiry) end(turn int, err error) (wanted bool) {
	if turn != r.turn {
		return false
	}
	r.Busy = false
	if err == nil {
		return true
	}
	if e := engine.AsError(err); e.Kind != analysis.Cancelled {
		r.Err = e
		return true
	}
	r.later = nil // whoever cancels wants no more of it
	return true
}

// next returns what came up meanwhile, nil if nothing did.
func (r *Inquiry) next() func() {
	ask := r.later
	r.later = nil
	return ask
}

// Forget drops everything, as when another dataset has been loaded. Answers
// still under way will be dropped too.
func (r *Request[Q, A]) Forget() {
	*r = Request[Q, A]{Inquiry: Inquiry{turn: r.turn + 1}}
}

// Asked reports whether there is anything to show: an answer, an error, or
// work under way.
func (r *Request[Q, A]) Asked() bool { return r.Busy || r.Answer != nil || r.Err != nil }

// Put returns what to write into Questions while q is chosen: nil for a question that
// nobody has asked.
func (r *Request[Q, A]) Put(q Q) *Q {
	if !r.Held && !r.Asked() {
		return nil
	}
	return &q
}

// Take notes that Questions ask q, unless it is nil, and returns it.
func (r *Request[Q, A]) Take(q *Q) *Q {
	r.Held = r.Held || q != nil
	return q
}
