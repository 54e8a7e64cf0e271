package ui

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
)

// handle is the ruler of a Figure that a person may move: by pointer, or with the
// arrow keys once it has the focus. It stands in the stage, upon the drawing.
type handle struct {
	app.Compo

	Stage *stage
	Rev   int // grows when the stage is drawn for another figure

	watched *Knob
	watcher *watcher
	holding bool
}

// OnMount starts to follow the knob, which may be turned elsewhere too.
func (h *handle) OnMount(ctx app.Context) {
	h.watched = h.knob()
	h.watcher = h.watched.watch(func() {
		ctx.Dispatch(func(ctx app.Context) {
			h.alone()
			h.place(ctx)
		})
	})
	h.place(ctx)
}

// OnUpdate puts it where it belongs on the new drawing.
func (h *handle) OnUpdate(ctx app.Context) { h.place(ctx) }

// OnDismount stops following.
func (h *handle) OnDismount() {
	if h.watched != nil {
		h.watched.unwatch(h.watcher)
	}
}

func (h *handle) knob() *Knob            { return h.Stage.Outer.Knob }
func (h *handle) on() *figure.Handle     { return &h.Stage.Outer.Figure.Handle }
func (h *handle) figure() *figure.Figure { return h.Stage.Outer.Figure }

// alone keeps the event at hand from redrawing the stage and what is around it.
func (h *handle) alone() {
	h.Stage.around.PreventUpdate()
}

// Render draws it. Only the value changes; where it stands is set by place.
func (h *handle) Render() app.UI {
	on, at := h.on(), h.on().Clamp(h.knob().At)
	return app.Div().Class("handle").Role("slider").TabIndex(0).
		Aria("label", on.Name).Aria("orientation", "horizontal").
		Aria("valuemin", wholeNumber(on.Min)).Aria("valuemax", wholeNumber(on.Max)).Aria("valuenow", wholeNumber(at)).
		Aria("valuetext", h.knob().Say(at)).
		On("pointerdown", h.onDown).On("pointermove", h.onMove).
		On("pointerup", h.onUp).On("pointercancel", h.onUp).
		OnClick(h.onClick).OnKeyDown(h.onKey).
		Body(app.Span().Class(classes("handle-flag", when(h.late(), "late"))).Text(h.knob().Say(at)))
}

// late reports whether the flag has to hang to the left of the ruler.
func (h *handle) late() bool { return h.x() > .8*h.figure().Width }

// x is where the ruler stands, in viewBox coordinates.
func (h *handle) x() float64 { return h.on().At(h.on().Clamp(h.knob().At)) }

// place moves the ruler there, by the object model: the policy blocks styles.
func (h *handle) place(ctx app.Context) {
	f, on := h.figure(), h.on()
	if !on.Exists() {
		return
	}
	placeBox(ctx, h, h.x()/f.Width, on.Top/f.Height, (on.Bottom-on.Top)/f.Height)
}

func (h *handle) onDown(ctx app.Context, e app.Event) {
	handled(e)
	h.alone()
	h.holding = true
	hold(ctx, e)
}

func (h *handle) onMove(ctx app.Context, e app.Event) {
	h.alone()
	if !h.holding {
		return
	}
	handled(e)
	p := pointerAround(ctx, e, ".figure-stage")
	if p.w == 0 {
		return
	}
	h.move(ctx, h.on().ValueAt(p.x*h.figure().Width/p.w))
}

func (h *handle) onUp(ctx app.Context, e app.Event) {
	handled(e)
	if !h.holding {
		h.alone()
		return
	}
	h.holding = false
	h.knob().settle(ctx)
}

// onClick keeps the stage from taking the end of a drag for a click.
func (h *handle) onClick(_ app.Context, e app.Event) {
	handled(e)
	h.alone()
}

func (h *handle) onKey(ctx app.Context, e app.Event) {
	h.alone()
	if next, ok := turned(h.on(), h.knob().At, pressed(e)); ok {
		handled(e)
		h.move(ctx, next)
		h.knob().rest(ctx)
	}
}

func (h *handle) move(ctx app.Context, v float64) {
	if h.knob().move(v, h.watcher) {
		h.place(ctx)
	}
}

// turned returns where a key leads from a value: arrows by one, page keys by a
// tenth or a week, whichever is more.
func turned(on *figure.Handle, v float64, key string) (float64, bool) {
	page := max(7, math.Round(v/10))
	switch key {
	case "ArrowRight", "ArrowUp":
		v++
	case "ArrowLeft", "ArrowDown":
		v--
	case "PageUp":
		v += page
	case "PageDown":
		v -= page
	case "Home":
		v = on.Min
	case "End":
		v = on.Max
	default:
		return v, false
	}
	return on.Clamp(v), true
}

func wholeNumber(v float64) string { return strconv.Itoa(int(v)) }
