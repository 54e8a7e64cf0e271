package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A Live says something of a Knob and follows it while it is being turned,
// without the page around it being redrawn.
type Live struct {
	app.Compo

	Knob *Knob
	Body func(at float64) app.UI

	island
}

// OnMount remembers the surroundings, see island.
func (l *Live) OnMount(ctx app.Context) { l.land(ctx) }

// OnUpdate tells the inner component that there is something new.
func (l *Live) OnUpdate(app.Context) { l.rev++ }

// Render draws the inner component, which follows.
func (l *Live) Render() app.UI {
	return app.Div().Class("live").Body(&live{Outer: l, Rev: l.rev})
}

// live is the inner component of Live.
type live struct {
	app.Compo

	Outer *Live
	Rev   int

	watched *Knob
	watcher *watcher
}

// OnMount starts to follow the knob.
func (l *live) OnMount(ctx app.Context) {
	l.watched = l.Outer.Knob
	l.watcher = l.watched.watch(func() { ctx.Dispatch(func(app.Context) { l.Outer.alone() }) })
}

// OnDismount stops following.
func (l *live) OnDismount() {
	if l.watched != nil {
		l.watched.unwatch(l.watcher)
	}
}

// Render says it.
func (l *live) Render() app.UI { return l.Outer.Body(l.Outer.Knob.At) }
