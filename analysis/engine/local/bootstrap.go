package local

import (
	"context"
	"runtime"
	"sync"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

// Bootstrap implements engine.Engine. Where there is more than one thread, they share
// the replicates.
func (l *Local) Bootstrap(ctx context.Context, req engine.BootstrapRequest) (clv.Intervals, error) {
	task, err := l.BootstrapTask(ctx, req)
	if err != nil {
		return clv.Intervals{}, err
	}
	n, err := req.Count()
	if err != nil {
		return clv.Intervals{}, err
	}
	b, err := clv.NewBootstrap(&task)
	if err != nil {
		return clv.Intervals{}, err
	}
	all, err := share(n, runtime.GOMAXPROCS(0), func(from, to int, tell func(done int)) ([]clv.Replicate, error) {
		return b.Run(clv.WithProgress(ctx, func(done, _ int) { tell(done) }), from, to)
	}, func(done int) { reportReplicates(ctx, done, n) })
	if err != nil {
		return clv.Intervals{}, err
	}
	return clv.PercentileIntervals(&task, all), nil
}

// share splits 0 ≤ k < n among workers. tell hears the sum of what they have told, by one
// of them at a time.
func share[T any](n, workers int, work func(from, to int, tell func(done int)) ([]T, error), tell func(done int)) ([]T, error) {
	workers = min(max(workers, 1), n)
	parts, errs, done := make([][]T, workers), make([]error, workers), make([]int, workers)
	var wait sync.WaitGroup
	var telling sync.Mutex
	told := -1
	for w := range workers {
		wait.Go(func() {
			parts[w], errs[w] = work(n*w/workers, n*(w+1)/workers, func(d int) {
				telling.Lock()
				defer telling.Unlock()
				done[w] = d
				all := 0
				for _, d := range done {
					all += d
				}
				if all > told { // each worker begins by telling of nothing
					told = all
					tell(all)
				}
			})
		})
	}
	wait.Wait()
	var all []T
	for w := range parts {
		if errs[w] != nil {
			return nil, errs[w]
		}
		all = append(all, parts[w]...)
	}
	return all, nil
}

// BootstrapTask implements engine.Engine.
func (l *Local) BootstrapTask(ctx context.Context, req engine.BootstrapRequest) (clv.BootstrapTask, error) {
	d, err := l.ordered()
	if err != nil {
		return clv.BootstrapTask{}, err
	}
	if _, err := req.Count(); err != nil {
		return clv.BootstrapTask{}, err
	}
	value, err := d.worth(ctx, req.Options)
	if err != nil {
		return clv.BootstrapTask{}, err
	}
	return *value.BootstrapTask(req.Seed), nil
}

// Replicates implements engine.Engine.
func (l *Local) Replicates(ctx context.Context, req engine.ReplicatesRequest) ([]clv.Replicate, error) {
	if n := req.To - req.From; req.From < 0 || n < 0 || n > engine.MaxReplicates {
		return nil, analysis.Fail(analysis.BadInput, "engine.bad-replicates", analysis.Count("replicates", n), analysis.Count("max", engine.MaxReplicates))
	}
	b, err := clv.NewBootstrap(&req.Task)
	if err != nil {
		return nil, err
	}
	return b.Run(clv.WithProgress(ctx, func(done, of int) { reportReplicates(ctx, done, of) }), req.From, req.To)
}

// replicatesPerReport keeps reports apart by about a frame of a screen.
const replicatesPerReport = 10

func reportReplicates(ctx context.Context, done, of int) {
	if done%replicatesPerReport == 0 || done == of {
		engine.Report(ctx, engine.Progress{Stage: "progress.bootstrap", Step: done, OfSteps: of})
	}
}
