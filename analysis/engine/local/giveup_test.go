package local_test

import (
	"context"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
)

// A patient engine works on clusters until it is told to stop.
type patient struct {
	engine.Engine
	begun, ended chan struct{}
}

func (p patient) Clusters(ctx context.Context, _ engine.ClustersRequest) (engine.Clusters, error) {
	close(p.begun)
	<-ctx.Done()
	close(p.ended)
	return engine.Clusters{}, ctx.Err()
}

// Giving a call up ends the work at the other end, and that of calls that wait for their turn, and
// later calls are answered.
func TestGivingUpEndsTheWork(t *testing.T) {
	p := patient{local.New(open, words), make(chan struct{}), make(chan struct{})}
	e := overWire(t, p)
	ctx, giveUp := context.WithCancel(t.Context())
	answers := make(chan error, 1)
	go func() {
		_, err := e.Clusters(ctx, engine.ClustersRequest{})
		answers <- err
	}()
	<-p.begun
	waiting, noMore := context.WithCancel(t.Context())
	noMore()
	if _, err := e.Cohorts(waiting, engine.CohortsRequest{}); kindOf(err) != analysis.Cancelled {
		t.Errorf("a call that waited and was given up: %v", err)
	}
	giveUp()
	if err := <-answers; kindOf(err) != analysis.Cancelled {
		t.Errorf("the call that was given up: %v", err)
	}
	select {
	case <-p.ended:
	case <-time.After(10 * time.Second):
		t.Fatal("the engine works on")
	}
	if _, err := e.Preview(t.Context(), engine.PreviewRequest{Source: shop}); err != nil {
		t.Errorf("the next call: %v", err)
	}
}

// The search for clusters listens: who gives it up before it begins gets no answer, and whoever asks
// again gets one.
func TestClustersListen(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		ctx, giveUp := context.WithCancel(t.Context())
		ctx = engine.WithProgress(ctx, func(p engine.Progress) {
			if p.Stage == "progress.clusters" {
				giveUp()
			}
		})
		if _, err := e.Clusters(ctx, engine.ClustersRequest{}); engine.AsError(err).Kind != analysis.Cancelled {
			t.Errorf("clusters given up on the way: %v", err)
		}
		if _, err := e.Clusters(t.Context(), engine.ClustersRequest{}); err != nil {
			t.Errorf("asked again: %v", err)
		}
	})
}
