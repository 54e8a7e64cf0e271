package browser

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
)

// A State says how the engine is.
type State uint8

// The states.
const (
	Starting State = iota // its program is loading, or its dataset is being read again
	Ready
	Busy    // a call is under way
	Crashed // its program has ended; Restart brings it back
)

// String names a state, as the page's data-engine attribute does.
func (s State) String() string {
	return [...]string{"starting", "ready", "busy", "crashed"}[s]
}

// An Engine is an engine.Engine in a worker, which it starts, stops and starts
// again from the same compiled program. Go in wasm has one thread and does not
// listen while it computes, so Cancel ends the worker; the next one gets the
// same files and loads the last dataset again before it takes calls.
//
// Calls wait while the engine starts. All methods may be called from any
// goroutine; those of engine.Engine wait.
type Engine struct {
	onState func(State, string)

	mu      sync.Mutex
	state   State
	cause   string              // of Crashed
	calls   int                 // under way
	script  string              // URL of the worker's script
	program app.Value           // compiled; at first as it was downloaded
	life    *life               // the current one
	files   []app.Value         // attached; files[i] has number i+1
	loaded  *engine.LoadRequest // what made the current dataset
	version uint32              // of the last dataset, across workers
	crew    crew                // that was hired last; most have been dismissed
}

// A life is one run of the engine's program.
type life struct {
	worker *worker        // nil before it has begun
	client *engine.Client // set before up is closed, unless dead
	dead   bool
	up     chan struct{} // closed once calls get through, or never will
}

var _ engine.Engine = (*Engine)(nil)

// NewEngine returns an engine that Start starts. onState hears of every change
// of state, with the cause of a crash; it must not call the engine.
func NewEngine(onState func(s State, cause string)) *Engine {
	return &Engine{onState: onState, life: &life{up: make(chan struct{})}}
}

// Start waits for the program that web/boot.js is loading and runs it.
func (e *Engine) Start() {
	first := e.life
	go func() {
		loaded, err := await(boot().Get("engine"))
		if err != nil {
			e.bury(first, err.Error())
			return
		}
		e.mu.Lock()
		e.script, e.program = loaded.Get("script").String(), loaded.Get("program")
		e.mu.Unlock()
		e.begin(first)
	}()
}

// State returns how the engine is, and why if it has crashed.
func (e *Engine) State() (State, string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.state, e.cause
}

// Attach hands a file over and returns what to ask for. The file is not read.
func (e *Engine) Attach(f File) engine.SourceRef {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.files = append(e.files, f.handle)
	id := uint32(len(e.files))
	if e.life.worker != nil {
		e.life.worker.attach(id, f.handle)
	}
	return engine.SourceRef{File: id}
}

// Cancel ends whatever the engine is doing: calls under way return an error of
// kind analysis.Cancelled. Without calls under way it does nothing.
func (e *Engine) Cancel() {
	if s, _ := e.State(); s == Busy {
		e.replace()
	}
}

// Restart brings a crashed engine back. If it crashed while it loaded its
// dataset again, it starts without one.
func (e *Engine) Restart() {
	if s, _ := e.State(); s == Crashed {
		e.replace()
	}
}

// End ends the program for good: its memory, the dataset and every file it was handed are
// let go of, and nothing brings it back but a reload of the page.
func (e *Engine) End() {
	e.mu.Lock()
	e.files, e.loaded, e.program = nil, nil, nil
	last, helpers := e.life, e.crew
	e.mu.Unlock()
	helpers.dismiss()
	e.bury(last, "")
}

// Sources returns the files that the dataset was read from, each once; pasted text is a file
// of its own.
func (e *Engine) Sources() []File {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.loaded == nil {
		return nil
	}
	var list []File
	taken := map[uint32]bool{}
	for _, f := range e.loaded.Files {
		switch id := f.Source.File; {
		case id > 0 && !taken[id]:
			taken[id] = true
			list = append(list, newFile(e.files[id-1]))
		case len(f.Source.Text) > 0:
			list = append(list, newFile(construct("File", []any{toJS(f.Source.Text)}, "pasted.txt")))
		}
	}
	return list
}

// replace ends the current life and begins another.
func (e *Engine) replace() {
	next := &life{up: make(chan struct{})}
	e.mu.Lock()
	old := e.life
	e.life = next
	unloadable := e.program == nil
	e.mu.Unlock()
	e.set(Starting, "")
	if old.worker != nil {
		old.worker.end(context.Canceled)
	}
	if unloadable { // its program never arrived, and the network is locked by now
		e.bury(next, "the engine's program was not loaded")
		return
	}
	go e.begin(next)
}

// begin runs the program, gives it the files, has it load the last dataset and
// then lets calls through.
func (e *Engine) begin(l *life) {
	w, err := startWorker(e.script, e.program, func(cause string) { e.bury(l, cause) })
	if err != nil {
		e.bury(l, err.Error())
		return
	}
	if !w.waitReady() || !e.adopt(l, w) {
		w.end(context.Canceled)
		return
	}
	client := engine.NewClient(w)
	e.restore(client)
	e.mu.Lock()
	alive := e.life == l && !l.dead
	if alive {
		l.client = client
		close(l.up)
	}
	e.mu.Unlock()
	if alive {
		e.set(Ready, "")
	}
}

// adopt makes w the worker of l and attaches all files; it reports false if l
// has been replaced meanwhile.
func (e *Engine) adopt(l *life, w *worker) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.life != l || l.dead {
		return false
	}
	l.worker = w
	if w.program != nil {
		e.program = w.program
	}
	for i, f := range e.files {
		w.attach(uint32(i+1), f)
	}
	return true
}

// restore loads the last dataset into a new engine. One that can no longer be
// loaded (its file was moved, or it was too much for the machine) is dropped,
// and the calls that follow say that there is no data.
func (e *Engine) restore(client *engine.Client) {
	e.mu.Lock()
	last := e.loaded
	e.loaded = nil // unless it succeeds
	e.mu.Unlock()
	if last == nil {
		return
	}
	if _, err := client.Load(context.Background(), *last); err == nil {
		e.mu.Lock()
		e.loaded = last
		e.mu.Unlock()
	}
}

// bury notes that the program of l has ended by itself.
func (e *Engine) bury(l *life, cause string) {
	cause, _, _ = strings.Cut(cause, "\n") // what it ran when it stopped is in the console
	e.mu.Lock()
	stale := e.life != l || l.dead
	if !stale {
		l.dead = true
		if l.client == nil {
			close(l.up)
		}
	}
	e.mu.Unlock()
	if stale {
		return
	}
	e.set(Crashed, cause)
	if l.worker != nil {
		l.worker.end(errors.New(cause))
	}
}

// set changes the state and tells.
func (e *Engine) set(s State, cause string) {
	e.mu.Lock()
	changed := e.state != s || e.cause != cause
	e.state, e.cause = s, cause
	e.mu.Unlock()
	if !changed {
		return
	}
	root().Get("dataset").Set("engine", s.String())
	if e.onState != nil {
		e.onState(s, cause)
	}
}
