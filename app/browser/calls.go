package browser

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
)

// ask passes a call on to the worker.
func ask[Q, A any](ctx context.Context, e *Engine, q Q, method func(engine.Engine, context.Context, Q) (A, error)) (answer A, err error) {
	err = e.pass(ctx, func(worker engine.Engine) (err error) {
		answer, err = method(worker, ctx, q)
		return err
	})
	return answer, err
}

// pass has a call done by the worker of now. It is not generic: the page has one of it,
// not one for each method.
func (e *Engine) pass(ctx context.Context, call func(worker engine.Engine) error) error {
	l, err := e.wait(ctx)
	if err != nil {
		return err
	}
	e.count(+1)
	defer e.count(-1)
	if err = call(l.client); err != nil && e.replaced(l) {
		return engine.AsError(context.Canceled)
	}
	return err
}

// wait returns the current life once it takes calls.
func (e *Engine) wait(ctx context.Context) (*life, error) {
	e.mu.Lock()
	l := e.life
	e.mu.Unlock()
	select {
	case <-l.up:
	case <-ctx.Done():
		return nil, engine.AsError(ctx.Err())
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if l.dead {
		return nil, analysis.Fail(analysis.Unavailable, "engine.unavailable", analysis.Text("cause", e.cause)).
			Or("engine.unavailable.remedy")
	}
	return l, nil
}

// replaced reports whether l was ended by Cancel.
func (e *Engine) replaced(l *life) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.life != l
}

// count notes that a call has begun or ended.
func (e *Engine) count(by int) {
	e.mu.Lock()
	e.calls += by
	calls, state := e.calls, e.state
	e.mu.Unlock()
	switch {
	case calls > 0 && state == Ready:
		e.set(Busy, "")
	case calls == 0 && state == Busy:
		e.set(Ready, "")
	}
}

// Contents implements engine.Engine.
func (e *Engine) Contents(ctx context.Context, ref engine.SourceRef) ([]engine.Member, error) {
	return ask(ctx, e, ref, engine.Engine.Contents)
}

// Preview implements engine.Engine.
func (e *Engine) Preview(ctx context.Context, req engine.PreviewRequest) (ingest.Preview, error) {
	return ask(ctx, e, req, engine.Engine.Preview)
}

// Load implements engine.Engine. Versions of datasets grow across workers.
func (e *Engine) Load(ctx context.Context, req engine.LoadRequest) (engine.Dataset, error) {
	d, err := ask(ctx, e, req, engine.Engine.Load)
	if err != nil {
		return d, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.version++
	e.loaded, d.Version = &req, e.version
	return d, nil
}

// Segments implements engine.Engine.
func (e *Engine) Segments(ctx context.Context, req engine.SegmentsRequest) (engine.Segments, error) {
	return ask(ctx, e, req, engine.Engine.Segments)
}

// Concentration implements engine.Engine.
func (e *Engine) Concentration(ctx context.Context, req engine.ConcentrationRequest) (engine.Concentration, error) {
	return ask(ctx, e, req, engine.Engine.Concentration)
}

// Profiles implements engine.Engine.
func (e *Engine) Profiles(ctx context.Context, req engine.ProfilesRequest) (engine.Profiles, error) {
	return ask(ctx, e, req, engine.Engine.Profiles)
}

// Clusters implements engine.Engine.
func (e *Engine) Clusters(ctx context.Context, req engine.ClustersRequest) (engine.Clusters, error) {
	return ask(ctx, e, req, engine.Engine.Clusters)
}

// Lifecycle implements engine.Engine.
func (e *Engine) Lifecycle(ctx context.Context, req engine.LifecycleRequest) (engine.Lifecycle, error) {
	return ask(ctx, e, req, engine.Engine.Lifecycle)
}

// Migration implements engine.Engine.
func (e *Engine) Migration(ctx context.Context, req engine.MigrationRequest) (engine.Migration, error) {
	return ask(ctx, e, req, engine.Engine.Migration)
}

// Movers implements engine.Engine.
func (e *Engine) Movers(ctx context.Context, req engine.MoversRequest) (engine.Movers, error) {
	return ask(ctx, e, req, engine.Engine.Movers)
}

// KeyCustomers implements engine.Engine.
func (e *Engine) KeyCustomers(ctx context.Context, req engine.KeyCustomersRequest) (engine.KeyCustomers, error) {
	return ask(ctx, e, req, engine.Engine.KeyCustomers)
}

// Portfolio implements engine.Engine.
func (e *Engine) Portfolio(ctx context.Context, req engine.PortfolioRequest) (engine.Portfolio, error) {
	return ask(ctx, e, req, engine.Engine.Portfolio)
}

// Value implements engine.Engine.
func (e *Engine) Value(ctx context.Context, req engine.ValueRequest) (engine.Value, error) {
	return ask(ctx, e, req, engine.Engine.Value)
}

// Bakeoff implements engine.Engine.
func (e *Engine) Bakeoff(ctx context.Context, req engine.BakeoffRequest) (engine.Bakeoff, error) {
	return ask(ctx, e, req, engine.Engine.Bakeoff)
}

// BootstrapTask implements engine.Engine.
func (e *Engine) BootstrapTask(ctx context.Context, req engine.BootstrapRequest) (clv.BootstrapTask, error) {
	return ask(ctx, e, req, engine.Engine.BootstrapTask)
}

// Replicates implements engine.Engine.
func (e *Engine) Replicates(ctx context.Context, req engine.ReplicatesRequest) ([]clv.Replicate, error) {
	return ask(ctx, e, req, engine.Engine.Replicates)
}

// Covariates implements engine.Engine.
func (e *Engine) Covariates(ctx context.Context, req engine.CovariatesRequest) (engine.Covariates, error) {
	return ask(ctx, e, req, engine.Engine.Covariates)
}

// Drivers implements engine.Engine.
func (e *Engine) Drivers(ctx context.Context, req engine.DriversRequest) (engine.Drivers, error) {
	return ask(ctx, e, req, engine.Engine.Drivers)
}

// SelfCheck implements engine.Engine.
func (e *Engine) SelfCheck(ctx context.Context) (engine.SelfCheck, error) {
	return ask(ctx, e, struct{}{}, func(client engine.Engine, ctx context.Context, _ struct{}) (engine.SelfCheck, error) {
		return client.SelfCheck(ctx)
	})
}

// Zoom implements engine.Engine.
func (e *Engine) Zoom(ctx context.Context, req engine.ZoomRequest) (figure.Figure, error) {
	return ask(ctx, e, req, engine.Engine.Zoom)
}

// Cohorts implements engine.Engine.
func (e *Engine) Cohorts(ctx context.Context, req engine.CohortsRequest) (engine.Cohorts, error) {
	return ask(ctx, e, req, engine.Engine.Cohorts)
}

// Ladder implements engine.Engine.
func (e *Engine) Ladder(ctx context.Context, req engine.LadderRequest) (engine.Ladder, error) {
	return ask(ctx, e, req, engine.Engine.Ladder)
}

// Hazards implements engine.Engine.
func (e *Engine) Hazards(ctx context.Context, req engine.HazardsRequest) (engine.Hazards, error) {
	return ask(ctx, e, req, engine.Engine.Hazards)
}

// Survival implements engine.Engine.
func (e *Engine) Survival(ctx context.Context, req engine.SurvivalRequest) (engine.Survival, error) {
	return ask(ctx, e, req, engine.Engine.Survival)
}

// Definition implements engine.Engine.
func (e *Engine) Definition(ctx context.Context, req engine.DefinitionRequest) (engine.Definition, error) {
	return ask(ctx, e, req, engine.Engine.Definition)
}

// Rates implements engine.Engine.
func (e *Engine) Rates(ctx context.Context, req engine.RatesRequest) (engine.Rates, error) {
	return ask(ctx, e, req, engine.Engine.Rates)
}

// Projection implements engine.Engine.
func (e *Engine) Projection(ctx context.Context, req engine.ProjectionRequest) (engine.Projection, error) {
	return ask(ctx, e, req, engine.Engine.Projection)
}

// Customers implements engine.Engine.
func (e *Engine) Customers(ctx context.Context, req engine.CustomersRequest) (engine.CustomersPage, error) {
	return ask(ctx, e, req, engine.Engine.Customers)
}

// Customer implements engine.Engine.
func (e *Engine) Customer(ctx context.Context, req engine.CustomerRequest) (engine.Customer, error) {
	return ask(ctx, e, req, engine.Engine.Customer)
}

// Export implements engine.Engine.
func (e *Engine) Export(ctx context.Context, req engine.ExportRequest) (engine.File, error) {
	return ask(ctx, e, req, engine.Engine.Export)
}

// Receipts implements engine.Engine.
func (e *Engine) Receipts(ctx context.Context, req engine.ReceiptsRequest) ([]engine.Receipt, error) {
	return ask(ctx, e, req, engine.Engine.Receipts)
}

// Project implements engine.Engine.
func (e *Engine) Project(ctx context.Context, req engine.ProjectRequest) (engine.File, error) {
	return ask(ctx, e, req, engine.Engine.Project)
}

// Warm implements engine.Engine.
func (e *Engine) Warm(ctx context.Context) error {
	_, err := ask(ctx, e, struct{}{}, func(client engine.Engine, ctx context.Context, _ struct{}) (struct{}, error) {
		return struct{}{}, client.Warm(ctx)
	})
	return err
}
