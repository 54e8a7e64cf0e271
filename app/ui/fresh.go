package ui

import (
	"sync/atomic"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

var renders atomic.Uint64

// fresh makes go-app replace a handler at each redraw. Without it a handler is
// kept as long as its code is the same, and with it the values that it captured
// when the piece was first drawn: a button would go on doing what it did then.
//
// (PassiveEvent has that effect too, unasked: go-app v10.1.11 forgets the mark
// and takes each passive handler for a new one. Pieces do without.)
func fresh() app.EventOption { return app.EventScope(renders.Add(1)) }

// on wraps a callback that needs no event.
func on(f func(app.Context)) app.EventHandler {
	if f == nil {
		return nil
	}
	return func(ctx app.Context, _ app.Event) { f(ctx) }
}
