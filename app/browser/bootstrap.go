package browser

import (
	"context"
	"errors"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

// maxCrew bounds the workers that share a task: each has a memory of its own.
const maxCrew = 4

// Bootstrap implements engine.Engine. Its replicates are computed by workers of their
// own, started from the same compiled program. They are handed the customers grouped
// by what the models know of them, never the data. The engine itself stays free for other
// questions and keeps its state when ctx ends, which ends the workers alone. The digits
// do not depend on how many there are.
func (e *Engine) Bootstrap(ctx context.Context, req engine.BootstrapRequest) (clv.Intervals, error) {
	n, err := req.Count()
	if err != nil {
		return clv.Intervals{}, err
	}
	task, err := e.BootstrapTask(ctx, req)
	if err != nil {
		return clv.Intervals{}, err
	}
	crew := e.hire(ctx, min(threads(), maxCrew, n))
	defer crew.dismiss()
	if len(crew) == 0 {
		return ask(ctx, e, req, engine.Engine.Bootstrap)
	}
	all, err := crew.replicates(ctx, &task, n)
	if err != nil {
		return clv.Intervals{}, err
	}
	return clv.PercentileIntervals(&task, all), nil
}

// threads is how many the machine runs at once, as far as the browser tells.
func threads() int { return max(1, app.Window().Get("navigator").Get("hardwareConcurrency").Int()) }

// A crew is engines without data, beside the one that has them.
type crew []*hand

type hand struct {
	worker *worker
	client *engine.Client
}

// hire starts as many workers as the browser lets it, at most n.
func (e *Engine) hire(ctx context.Context, n int) crew {
	e.mu.Lock()
	script, program := e.script, e.program
	e.mu.Unlock()
	if ctx.Err() != nil || program == nil {
		return nil
	}
	var c crew
	for range n {
		var w *worker
		w, err := startWorker(script, program, func(cause string) { w.end(errors.New(cause)) })
		if err != nil {
			break
		}
		c = append(c, &hand{worker: w})
	}
	e.mu.Lock()
	e.crew = c
	e.mu.Unlock()
	for _, h := range c {
		h.worker.waitReady() // one that has ended says so to its client
		h.client = engine.NewClient(h.worker)
	}
	return c
}

func (c crew) dismiss() {
	for _, h := range c {
		h.worker.end(context.Canceled)
	}
}

// replicates splits 0 ≤ k < n evenly: all replicates cost about the same.
func (c crew) replicates(ctx context.Context, task *clv.BootstrapTask, n int) ([]clv.Replicate, error) {
	parts, errs := make([][]clv.Replicate, len(c)), make([]error, len(c))
	progress := newTally(ctx, len(c), n)
	var wait sync.WaitGroup
	for i, h := range c {
		wait.Go(func() {
			own := engine.WithProgress(ctx, func(p engine.Progress) { progress.tell(i, p) })
			parts[i], errs[i] = h.client.Replicates(own, engine.ReplicatesRequest{Task: *task, From: n * i / len(c), To: n * (i + 1) / len(c)})
		})
	}
	wait.Wait()
	var all []clv.Replicate
	for i := range parts {
		if errs[i] != nil {
			return nil, errs[i]
		}
		all = append(all, parts[i]...)
	}
	return all, nil
}

// A tally adds up how far each worker has come.
type tally struct {
	ctx  context.Context
	of   int
	mu   sync.Mutex
	done []int
}

func newTally(ctx context.Context, workers, of int) *tally {
	return &tally{ctx: ctx, of: of, done: make([]int, workers)}
}

func (t *tally) tell(worker int, p engine.Progress) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.done[worker] = p.Step
	p.Step, p.OfSteps = 0, t.of
	for _, d := range t.done {
		p.Step += d
	}
	engine.Report(t.ctx, p)
}
