package local

import (
	"context"
	"fmt"
	"reflect"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Receipts implements engine.Engine. The questions go to an engine that has the same data
// and remembers nothing, so that which clusters, model or scores were last asked for
// before, and what the screens will export afterwards, does not matter. What a later
// question builds on is asked first: scores and values before clusters, clusters before
// whoever divides customers by them.
func (l *Local) Receipts(ctx context.Context, req engine.ReceiptsRequest) ([]engine.Receipt, error) {
	d, err := l.loaded()
	if err != nil {
		return nil, err
	}
	again := &Local{Memory: l.Memory, open: l.open, words: plainWords, version: l.version, data: d.unasked()}
	receipts := []engine.Receipt{d.receipt()}
	receipts = append(receipts, make([]engine.Receipt, countAsked(&req.Questions))...)
	done := 0
	for _, put := range inquiries {
		ask := put.of(&req.Questions)
		if ask == nil {
			continue
		}
		engine.Report(ctx, engine.Progress{Stage: "progress.receipts", Step: done, OfSteps: len(receipts) - 1})
		r, err := again.inquire(ctx, put.question, ask)
		if err != nil {
			return nil, err
		}
		receipts[1+place(&req.Questions, put.question)] = r
		done++
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.receipts", Step: done, OfSteps: done})
	return receipts, nil
}

// plainWords says every key as itself: no language is in a receipt.
func plainWords(_, key string) string { return key }

// unasked is the same data without anything that came of questions.
func (d *dataset) unasked() *dataset {
	return &dataset{about: d.about, table: d.table, log: d.log, contracts: d.contracts, tenures: d.tenures,
		read: d.read, orderAt: d.orderAt, lists: d.lists, fromOrders: d.fromOrders, attributeOf: d.attributeOf}
}

// inquire puts one question. Only an end of the context ends the others, too.
func (l *Local) inquire(ctx context.Context, question string, ask asking) (engine.Receipt, error) {
	r := engine.Receipt{Question: question}
	if err := ctx.Err(); err != nil {
		return r, engine.AsError(err)
	}
	answer, err := guarded(func() (any, error) { return ask(l, engine.WithProgress(ctx, func(engine.Progress) {})) })
	if ended := ctx.Err(); ended != nil {
		return r, engine.AsError(ended)
	}
	if err != nil {
		r.Err = engine.AsError(err)
		return r, nil
	}
	r.Digest, r.Headlines = digest(answer), headlines(answer)
	return r, nil
}

// guarded turns a panic into an error: a question comes from a file, and one that we
// answer wrongly must not take the others with it.
func guarded(ask func() (any, error)) (answer any, err error) {
	defer func() {
		if p := recover(); p != nil {
			answer, err = nil, fmt.Errorf("%v", p)
		}
	}()
	return ask()
}

// receipt tells what was read: every customer, purchase day, contract and tenure with what
// is known of them, whatever the files are called.
func (d *dataset) receipt() engine.Receipt {
	r := engine.Receipt{Question: engine.DataQuestion, Headlines: d.headlines()}
	r.Digest = digest(d.about.First, d.about.End, d.about.Currency, d.about.Ledger, d.log, d.contracts, d.tenures)
	return r
}

// An asking puts one question to an engine.
type asking func(l *Local, ctx context.Context) (any, error)

// An inquiry is a question that may have been asked.
type inquiry struct {
	question string // name of the field of Questions
	of       func(q *engine.Questions) asking
}

// inquiries are all questions, in the order in which they are put.
var inquiries = []inquiry{
	{"Segments", func(q *engine.Questions) asking { return put(q.Segments, (*Local).Segments) }},
	{"Value", func(q *engine.Questions) asking { return put(q.Value, (*Local).Value) }},
	{"Clusters", func(q *engine.Questions) asking { return put(q.Clusters, (*Local).Clusters) }},
	{"Definition", func(q *engine.Questions) asking { return put(q.Definition, (*Local).Definition) }},
	{"Rates", func(q *engine.Questions) asking { return put(q.Rates, (*Local).Rates) }},
	{"Cohorts", func(q *engine.Questions) asking { return put(q.Cohorts, (*Local).Cohorts) }},
	{"Ladder", func(q *engine.Questions) asking { return put(q.Ladder, (*Local).Ladder) }},
	{"Survival", func(q *engine.Questions) asking { return put(q.Survival, (*Local).Survival) }},
	{"Hazards", func(q *engine.Questions) asking { return put(q.Hazards, (*Local).Hazards) }},
	{"Projection", func(q *engine.Questions) asking { return put(q.Projection, (*Local).Projection) }},
	{"Concentration", func(q *engine.Questions) asking { return put(q.Concentration, (*Local).Concentration) }},
	{"KeyCustomers", func(q *engine.Questions) asking { return put(q.KeyCustomers, (*Local).KeyCustomers) }},
	{"Lifecycle", func(q *engine.Questions) asking { return put(q.Lifecycle, (*Local).Lifecycle) }},
	{"Migration", func(q *engine.Questions) asking { return put(q.Migration, (*Local).Migration) }},
	{"Profiles", func(q *engine.Questions) asking { return put(q.Profiles, (*Local).Profiles) }},
	{"Portfolio", func(q *engine.Questions) asking { return put(q.Portfolio, (*Local).Portfolio) }},
	{"Bakeoff", func(q *engine.Questions) asking { return put(q.Bakeoff, (*Local).Bakeoff) }},
	{"Bootstrap", func(q *engine.Questions) asking { return put(q.Bootstrap, (*Local).Bootstrap) }},
	{"Covariates", func(q *engine.Questions) asking { return put(q.Covariates, (*Local).Covariates) }},
	{"Drivers", func(q *engine.Questions) asking { return put(q.Drivers, (*Local).Drivers) }},
	{"Customers", func(q *engine.Questions) asking { return put(q.Customers, (*Local).everyCustomer) }},
}

// put prepares to ask what a request asks for, in no language and no width; nil if there
// is no request.
func put[Request, Answer any](req *Request, ask func(*Local, context.Context, Request) (Answer, error)) asking {
	if req == nil {
		return nil
	}
	return func(l *Local, ctx context.Context) (any, error) { return ask(l, ctx, laidOut(*req)) }
}

// laidOut is a request without a layout of its own.
func laidOut[Request any](req Request) Request {
	v := reflect.ValueOf(&req).Elem()
	if f := v.FieldByName("Layout"); f.IsValid() && f.Type() == reflect.TypeFor[figure.Layout]() {
		f.SetZero()
	}
	return req
}

// everyCustomer returns the whole table of customers, with a model if a column needs one.
func (l *Local) everyCustomer(ctx context.Context, req engine.CustomersRequest) ([]engine.CustomersPage, error) {
	req.Fit, req.Offset, req.Limit = true, 0, MaxPage
	var pages []engine.CustomersPage
	for {
		page, err := l.Customers(ctx, req)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
		if req.Offset += MaxPage; req.Offset >= page.Total {
			return pages, nil
		}
		req.Count = nil // they are on the first page
	}
}

// countAsked is how many questions there are.
func countAsked(q *engine.Questions) (n int) {
	for _, put := range inquiries {
		n += one(put.of(q) != nil)
	}
	return n
}

// place is where a question's receipt stands: in the order of the fields of Questions.
func place(q *engine.Questions, question string) (n int) {
	v := reflect.ValueOf(q).Elem()
	for i := range v.NumField() {
		switch f := v.Type().Field(i); {
		case f.Name == question:
			return n
		case f.Type.Kind() == reflect.Pointer && !v.Field(i).IsNil():
			n++
		}
	}
	return n
}
