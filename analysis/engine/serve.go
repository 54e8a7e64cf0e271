package engine

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"

	"churnbench/analysis"
)

// The methods of Engine on the wire.
const (
	contentsMethod      Method = "contents"
	previewMethod       Method = "preview"
	loadMethod          Method = "load"
	segmentsMethod      Method = "segments"
	spreadMethod        Method = "concentration"
	clustersMethod      Method = "clusters"
	migrationMethod     Method = "migration"
	moversMethod        Method = "movers"
	keysMethod          Method = "keycustomers"
	profilesMethod      Method = "profiles"
	portfolioMethod     Method = "portfolio"
	valueMethod         Method = "value"
	bakeoffMethod       Method = "bakeoff"
	bootstrapMethod     Method = "bootstrap"
	covariatesMethod    Method = "covariates"
	selfCheckMethod     Method = "selfcheck"
	zoomMethod          Method = "zoom"
	cohortsMethod       Method = "cohorts"
	survivalMethod      Method = "survival"
	hazardsMethod       Method = "hazards"
	definitionMethod    Method = "definition"
	ratesMethod         Method = "rates"
	projectionMethod    Method = "projection"
	lifecycleMethod     Method = "lifecycle"
	customersMethod     Method = "customers"
	customerMethod      Method = "customer"
	driversMethod       Method = "drivers"
	exportMethod        Method = "export"
	warmMethod          Method = "warm"
	bootstrapTaskMethod Method = "bootstraptask"
	replicatesMethod    Method = "replicates"
	receiptsMethod      Method = "receipts"
	projectMethod       Method = "project"
	ladderMethod        Method = "ladder"
)

// A handler decodes a request, has the engine answer it and returns the result.
type handler func(ctx context.Context, e Engine, request *gob.Decoder) (any, error)

var handlers = map[Method]handler{
	contentsMethod:   handle(Engine.Contents),
	previewMethod:    handle(Engine.Preview),
	loadMethod:       handle(Engine.Load),
	segmentsMethod:   handle(Engine.Segments),
	spreadMethod:     handle(Engine.Concentration),
	clustersMethod:   handle(Engine.Clusters),
	migrationMethod:  handle(Engine.Migration),
	moversMethod:     handle(Engine.Movers),
	profilesMethod:   handle(Engine.Profiles),
	portfolioMethod:  handle(Engine.Portfolio),
	valueMethod:      handle(Engine.Value),
	bakeoffMethod:    handle(Engine.Bakeoff),
	bootstrapMethod:  handle(Engine.Bootstrap),
	covariatesMethod: handle(Engine.Covariates),
	keysMethod:       handle(Engine.KeyCustomers),
	selfCheckMethod: handle(func(e Engine, ctx context.Context, _ nothing) (SelfCheck, error) {
		return e.SelfCheck(ctx)
	}),
	zoomMethod:          handle(Engine.Zoom),
	cohortsMethod:       handle(Engine.Cohorts),
	survivalMethod:      handle(Engine.Survival),
	hazardsMethod:       handle(Engine.Hazards),
	ladderMethod:        handle(Engine.Ladder),
	definitionMethod:    handle(Engine.Definition),
	ratesMethod:         handle(Engine.Rates),
	projectionMethod:    handle(Engine.Projection),
	lifecycleMethod:     handle(Engine.Lifecycle),
	customersMethod:     handle(Engine.Customers),
	customerMethod:      handle(Engine.Customer),
	driversMethod:       handle(Engine.Drivers),
	exportMethod:        handle(Engine.Export),
	bootstrapTaskMethod: handle(Engine.BootstrapTask),
	replicatesMethod:    handle(Engine.Replicates),
	receiptsMethod:      handle(Engine.Receipts),
	projectMethod:       handle(Engine.Project),
	warmMethod: handle(func(e Engine, ctx context.Context, _ nothing) (nothing, error) {
		return true, e.Warm(ctx)
	}),
}

func handle[Request, Result any](method func(Engine, context.Context, Request) (Result, error)) handler {
	return func(ctx context.Context, e Engine, request *gob.Decoder) (any, error) {
		var req Request
		if err := request.Decode(&req); err != nil {
			return nil, err
		}
		return method(e, ctx, req)
	}
}

// Serve answers the calls that arrive on conn with e, one after the other,
// until conn closes or ctx ends. A panic in e fails that one call only. The context of a call
// ends when the caller gives it up, be it under way or still waiting for its turn.
func Serve(ctx context.Context, conn Conn, e Engine) error {
	in := newInbox(ctx, conn)
	for ctx.Err() == nil {
		c, ok := <-in.calls
		if !ok {
			return in.cause
		}
		if err := conn.Send(answer(c, conn, e)); err != nil {
			return err
		}
		in.giveUp(c.id)
	}
	return ctx.Err()
}

// answer performs one call and returns the message that ends it.
func answer(c incoming, conn Conn, e Engine) []byte {
	h, request, err := open(c.msg)
	if err != nil {
		return failure(h, err)
	}
	perform, ok := handlers[h.Method]
	if !ok {
		return failure(h, fmt.Errorf("no method %q", h.Method))
	}
	if err := c.ctx.Err(); err != nil {
		return failure(h, err)
	}
	ctx := WithProgress(c.ctx, func(p Progress) { sendProgress(conn, h, p) })
	result, err := guard(func() (any, error) { return perform(ctx, e, request) })
	if err != nil {
		return failure(h, err)
	}
	reply, err := encode(header{Kind: replyKind, Call: h.Call}, result)
	if err != nil {
		return failure(h, err)
	}
	return reply
}

// sendProgress drops what cannot be sent: the reply will tell that the
// connection is gone.
func sendProgress(conn Conn, h header, p Progress) {
	if msg, err := encode(header{Kind: progressKind, Call: h.Call}, p); err == nil {
		_ = conn.Send(msg)
	}
}

// guard turns a panic into an error.
func guard(f func() (any, error)) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			result, err = nil, fmt.Errorf("%v", p)
		}
	}()
	return f()
}

// failure writes the message for err.
func failure(h header, err error) []byte {
	msg, encodeErr := encode(header{Kind: failKind, Call: h.Call}, AsError(err))
	if encodeErr != nil { // an analysis.Error holds strings and numbers only
		panic(encodeErr)
	}
	return msg
}

// AsError returns err as a value that can be said to a person: itself if it is
// an *analysis.Error, else a cancellation or a fault of ours.
func AsError(err error) *analysis.Error {
	var e *analysis.Error
	switch {
	case errors.As(err, &e):
		return e
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return analysis.Fail(analysis.Cancelled, "engine.cancelled")
	default:
		return analysis.Fail(analysis.Internal, "engine.internal", analysis.Text("cause", err.Error())).
			Or("engine.internal.remedy")
	}
}
