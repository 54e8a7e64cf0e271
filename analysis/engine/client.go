package engine

import (
	"context"
	"encoding/gob"
	"errors"
	"sync"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
)

// A Client is an Engine whose work is done at the other end of a Conn.
type Client struct {
	conn Conn

	mu      sync.Mutex
	last    uint64
	pending map[uint64]pendingCall
	gone    error // why the connection ended
}

// A pendingCall waits for its reply.
type pendingCall struct {
	reply    chan message
	progress func(Progress)
}

// A message is a received one whose value is still encoded.
type message struct {
	header
	value *gob.Decoder
	err   error
}

// NewClient returns a Client over conn and starts receiving from it.
func NewClient(conn Conn) *Client {
	c := &Client{conn: conn, pending: map[uint64]pendingCall{}}
	go c.receive()
	return c
}

// Close ends the connection; calls under way fail.
func (c *Client) Close() error {
	err := c.conn.Close()
	c.end(errors.New("closed"))
	return err
}

// Contents implements Engine.
func (c *Client) Contents(ctx context.Context, ref SourceRef) ([]Member, error) {
	return call[[]Member](ctx, c, contentsMethod, ref)
}

// Preview implements Engine.
func (c *Client) Preview(ctx context.Context, req PreviewRequest) (ingest.Preview, error) {
	return call[ingest.Preview](ctx, c, previewMethod, req)
}

// Load implements Engine.
func (c *Client) Load(ctx context.Context, req LoadRequest) (Dataset, error) {
	return call[Dataset](ctx, c, loadMethod, req)
}

// Segments implements Engine.
func (c *Client) Segments(ctx context.Context, req SegmentsRequest) (Segments, error) {
	return call[Segments](ctx, c, segmentsMethod, req)
}

// Concentration implements Engine.
func (c *Client) Concentration(ctx context.Context, req ConcentrationRequest) (Concentration, error) {
	return call[Concentration](ctx, c, spreadMethod, req)
}

// Clusters implements Engine.
func (c *Client) Clusters(ctx context.Context, req ClustersRequest) (Clusters, error) {
	return call[Clusters](ctx, c, clustersMethod, req)
}

// Migration implements Engine.
func (c *Client) Migration(ctx context.Context, req MigrationRequest) (Migration, error) {
	return call[Migration](ctx, c, migrationMethod, req)
}

// Movers implements Engine.
func (c *Client) Movers(ctx context.Context, req MoversRequest) (Movers, error) {
	return call[Movers](ctx, c, moversMethod, req)
}

// KeyCustomers implements Engine.
func (c *Client) KeyCustomers(ctx context.Context, req KeyCustomersRequest) (KeyCustomers, error) {
	return call[KeyCustomers](ctx, c, keysMethod, req)
}

// Profiles implements Engine.
func (c *Client) Profiles(ctx context.Context, req ProfilesRequest) (Profiles, error) {
	return call[Profiles](ctx, c, profilesMethod, req)
}

// Portfolio implements Engine.
func (c *Client) Portfolio(ctx context.Context, req PortfolioRequest) (Portfolio, error) {
	return call[Portfolio](ctx, c, portfolioMethod, req)
}

// Value implements Engine.
func (c *Client) Value(ctx context.Context, req ValueRequest) (Value, error) {
	return call[Value](ctx, c, valueMethod, req)
}

// Bakeoff implements Engine.
func (c *Client) Bakeoff(ctx context.Context, req BakeoffRequest) (Bakeoff, error) {
	return call[Bakeoff](ctx, c, bakeoffMethod, req)
}

// Bootstrap implements Engine.
func (c *Client) Bootstrap(ctx context.Context, req BootstrapRequest) (clv.Intervals, error) {
	return call[clv.Intervals](ctx, c, bootstrapMethod, req)
}

// BootstrapTask implements Engine.
func (c *Client) BootstrapTask(ctx context.Context, req BootstrapRequest) (clv.BootstrapTask, error) {
	return call[clv.BootstrapTask](ctx, c, bootstrapTaskMethod, req)
}

// Replicates implements Engine.
func (c *Client) Replicates(ctx context.Context, req ReplicatesRequest) ([]clv.Replicate, error) {
	return call[[]clv.Replicate](ctx, c, replicatesMethod, req)
}

// Covariates implements Engine.
func (c *Client) Covariates(ctx context.Context, req CovariatesRequest) (Covariates, error) {
	return call[Covariates](ctx, c, covariatesMethod, req)
}

// Drivers implements Engine.
func (c *Client) Drivers(ctx context.Context, req DriversRequest) (Drivers, error) {
	return call[Drivers](ctx, c, driversMethod, req)
}

// SelfCheck implements Engine.
func (c *Client) SelfCheck(ctx context.Context) (SelfCheck, error) {
	return call[SelfCheck](ctx, c, selfCheckMethod, nothing(true))
}

// Zoom implements Engine.
func (c *Client) Zoom(ctx context.Context, req ZoomRequest) (figure.Figure, error) {
	return call[figure.Figure](ctx, c, zoomMethod, req)
}

// Cohorts implements Engine.
func (c *Client) Cohorts(ctx context.Context, req CohortsRequest) (Cohorts, error) {
	return call[Cohorts](ctx, c, cohortsMethod, req)
}

// Survival implements Engine.
func (c *Client) Survival(ctx context.Context, req SurvivalRequest) (Survival, error) {
	return call[Survival](ctx, c, survivalMethod, req)
}

// Definition implements Engine.
func (c *Client) Definition(ctx context.Context, req DefinitionRequest) (Definition, error) {
	return call[Definition](ctx, c, definitionMethod, req)
}

// Rates implements Engine.
func (c *Client) Rates(ctx context.Context, req RatesRequest) (Rates, error) {
	return call[Rates](ctx, c, ratesMethod, req)
}

// Ladder implements Engine.
func (c *Client) Ladder(ctx context.Context, req LadderRequest) (Ladder, error) {
	return call[Ladder](ctx, c, ladderMethod, req)
}

// Hazards implements Engine.
func (c *Client) Hazards(ctx context.Context, req HazardsRequest) (Hazards, error) {
	return call[Hazards](ctx, c, hazardsMethod, req)
}

// Projection implements Engine.
func (c *Client) Projection(ctx context.Context, req ProjectionRequest) (Projection, error) {
	return call[Projection](ctx, c, projectionMethod, req)
}

// Lifecycle implements Engine.
func (c *Client) Lifecycle(ctx context.Context, req LifecycleRequest) (Lifecycle, error) {
	return call[Lifecycle](ctx, c, lifecycleMethod, req)
}

// Customers implements Engine.
func (c *Client) Customers(ctx context.Context, req CustomersRequest) (CustomersPage, error) {
	return call[CustomersPage](ctx, c, customersMethod, req)
}

// Customer implements Engine.
func (c *Client) Customer(ctx context.Context, req CustomerRequest) (Customer, error) {
	return call[Customer](ctx, c, customerMethod, req)
}

// Export implements Engine.
func (c *Client) Export(ctx context.Context, req ExportRequest) (File, error) {
	return call[File](ctx, c, exportMethod, req)
}

// Receipts implements Engine.
func (c *Client) Receipts(ctx context.Context, req ReceiptsRequest) ([]Receipt, error) {
	return call[[]Receipt](ctx, c, receiptsMethod, req)
}

// Project implements Engine.
func (c *Client) Project(ctx context.Context, req ProjectRequest) (File, error) {
	return call[File](ctx, c, projectMethod, req)
}

// Warm implements Engine.
func (c *Client) Warm(ctx context.Context) error {
	_, err := call[nothing](ctx, c, warmMethod, nothing(true))
	return err
}

// call sends a request and waits for its reply. When ctx ends first, the other end is told. It has one
// thread, and hears of it where its work pauses to listen; whoever needs that thread back at once
// closes the connection and starts another engine.
func call[Result any](ctx context.Context, c *Client, method Method, request any) (result Result, err error) {
	err = c.call(ctx, method, request, &result) // not generic: the page has one of it, not one for each result
	return result, err
}

func (c *Client) call(ctx context.Context, method Method, request, result any) error {
	id, reply, err := c.open(ctx)
	if err != nil {
		return broken(err)
	}
	defer c.forget(id)
	msg, err := encode(header{Kind: callKind, Call: id, Method: method}, request)
	if err != nil {
		return AsError(err)
	}
	if err := c.conn.Send(msg); err != nil {
		return broken(err)
	}
	select {
	case m := <-reply:
		return m.into(result)
	case <-ctx.Done():
		go c.giveUp(id) // the other end may be slow to take it in
		return AsError(ctx.Err())
	}
}

// giveUp tells the other end that a call is no longer wanted. A connection that is gone needs not be
// told.
func (c *Client) giveUp(id uint64) {
	if msg, err := encode(header{Kind: cancelKind, Call: id}, nothing(true)); err == nil {
		_ = c.conn.Send(msg)
	}
}

// into decodes a reply, or returns the failure that it carries.
func (m message) into(result any) error {
	if m.err != nil {
		return broken(m.err)
	}
	if m.Kind == failKind {
		var e analysis.Error
		if err := m.value.Decode(&e); err != nil {
			return broken(err)
		}
		return &e
	}
	if err := m.value.Decode(result); err != nil {
		return broken(err)
	}
	return nil
}

func (c *Client) open(ctx context.Context) (uint64, chan message, error) {
	progress, _ := ctx.Value(progressKey{}).(func(Progress))
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone != nil {
		return 0, nil, c.gone
	}
	c.last++
	reply := make(chan message, 1)
	c.pending[c.last] = pendingCall{reply, progress}
	return c.last, reply, nil
}

func (c *Client) forget(id uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.pending, id)
}

func (c *Client) receive() {
	for {
		msg, err := c.conn.Receive()
		if err != nil {
			c.end(err)
			return
		}
		h, value, err := open(msg)
		if err != nil {
			c.end(err)
			return
		}
		c.deliver(message{header: h, value: value})
	}
}

// deliver hands a message to the call it belongs to; a call that was given up
// has no one waiting.
func (c *Client) deliver(m message) {
	c.mu.Lock()
	p, ok := c.pending[m.Call]
	c.mu.Unlock()
	if !ok {
		return
	}
	if m.Kind != progressKind {
		p.reply <- m
		return
	}
	var progress Progress
	if p.progress != nil && m.value.Decode(&progress) == nil {
		p.progress(progress)
	}
}

// end fails every call under way and all later ones.
func (c *Client) end(cause error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone == nil {
		c.gone = cause
	}
	for id, p := range c.pending {
		select {
		case p.reply <- message{err: cause}:
		default: // it has its reply already and is about to read it
		}
		delete(c.pending, id)
	}
}
