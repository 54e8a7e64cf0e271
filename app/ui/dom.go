package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// The few things that HTML cannot say and pieces must do to their own
// elements: put the focus somewhere, open a dialog, read where a pointer is.
// Everything else that concerns the browser is app/browser's.

// within is where a pointer is inside the element that an event's handler sits
// on, in CSS pixels, with that element's size.
type within struct{ x, y, w, h float64 }

func pointerWithin(ctx app.Context, e app.Event) within {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	return within{
		x: e.Get("clientX").Float() - box.Get("left").Float(),
		y: e.Get("clientY").Float() - box.Get("top").Float(),
		w: box.Get("width").Float(),
		h: box.Get("height").Float(),
	}
}

// pointerAround is where a pointer is inside the nearest element around the
// handler's that a selector matches.
func pointerAround(ctx app.Context, e app.Event, selector string) within {
	around := ctx.JSSrc().Call("closest", selector)
	if !around.Truthy() {
		return within{}
	}
	box := around.Call("getBoundingClientRect")
	return within{
		x: e.Get("clientX").Float() - box.Get("left").Float(),
		y: e.Get("clientY").Float() - box.Get("top").Float(),
		w: box.Get("width").Float(),
		h: box.Get("height").Float(),
	}
}

// hold sends what a pressed pointer does from now on to the handler's element,
// wherever it moves, and gives that element the focus.
func hold(ctx app.Context, e app.Event) {
	el := ctx.JSSrc()
	el.Call("setPointerCapture", e.Get("pointerId"))
	el.Call("focus", map[string]any{"preventScroll": true})
}

// pressed returns the key of a keyboard event, "" if a modifier makes it
// somebody else's.
func pressed(e app.Event) string {
	for _, modifier := range []string{"altKey", "metaKey", "isComposing"} {
		if e.Get(modifier).Truthy() {
			return ""
		}
	}
	key := e.Get("key").String()
	if e.Get("ctrlKey").Truthy() {
		return "Ctrl+" + key
	}
	return key
}

// handled stops an event here.
func handled(e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
}

// byKeyboard reports whether the handler's element shows the focus, as it does when the
// keyboard has brought it there.
func byKeyboard(ctx app.Context) bool {
	return ctx.JSSrc().Call("matches", ":focus-visible").Truthy()
}

// valueOf returns what was typed or chosen.
func valueOf(ctx app.Context) string { return ctx.JSSrc().Get("value").String() }

// openOf reports whether a <details> was opened.
func openOf(ctx app.Context) bool { return ctx.JSSrc().Get("open").Bool() }

// closestAttr returns an attribute of the element an event happened on or of
// the nearest one around it that has it.
func closestAttr(e app.Event, name string) string {
	at := e.Get("target").Call("closest", "["+name+"]")
	if !at.Truthy() {
		return ""
	}
	return at.Call("getAttribute", name).String()
}

// onControl reports whether an event happened on a link or button, which then
// is what was meant.
func onControl(e app.Event) bool {
	return e.Get("target").Call("closest", "a,button,input,select").Truthy()
}

// onInput reports whether an event happened on something that keys move or write into.
func onInput(e app.Event) bool {
	return e.Get("target").Call("closest", "input,select,textarea,.scroll").Truthy()
}

// focusIn moves the focus to the first match of a selector inside an element,
// once the redraw under way is done.
func focusIn(ctx app.Context, around app.UI, selector string) {
	ctx.Defer(func(app.Context) {
		if el := around.JSValue().Call("querySelector", selector); el.Truthy() {
			el.Call("focus", map[string]any{"preventScroll": true})
		}
	})
}

// syncValue makes an input show value. go-app writes a value only when the
// field's own value changes, which is not when a person's typing did.
func syncValue(ctx app.Context, around app.UI, selector, value string) {
	ctx.Defer(func(app.Context) {
		el := around.JSValue().Call("querySelector", selector)
		if el.Truthy() && el.Get("value").String() != value {
			el.Set("value", value)
		}
	})
}

// syncChecked does the same for a checkbox or radio button.
func syncChecked(ctx app.Context, around app.UI, selector string, checked bool) {
	ctx.Defer(func(app.Context) {
		if el := around.JSValue().Call("querySelector", selector); el.Truthy() {
			el.Set("checked", checked)
		}
	})
}

// A modal brings a <dialog> to the state that its component wants, and knows when the
// browser has closed it, as Escape does. The browser closes at once and tells a moment
// later: a page that is drawn anew in between must not open it again.
type modal struct{ shown bool }

func (m *modal) follow(dialog app.UI, open bool) {
	el := dialog.JSValue()
	if !el.Truthy() || m.shown == open {
		return
	}
	m.shown = open
	if open {
		el.Call("showModal")
		return
	}
	el.Call("close") // nothing, if the browser has closed it
}

// closed reports whether a close event tells of the browser's own closing, and not of one
// that was asked for, after which it may have been opened again.
func (m *modal) closed(dialog app.UI) bool {
	return m.shown && !dialog.JSValue().Get("open").Truthy()
}

// fitStage makes the figure inside an element as wide as the room around it allows, so
// that all of it is in sight: its letters grow with it.
func fitStage(around app.UI) {
	el := around.JSValue()
	if !el.Truthy() {
		return
	}
	room, stage := el.Call("querySelector", ".presenter-room"), el.Call("querySelector", ".figure-stage")
	if !room.Truthy() || !stage.Truthy() {
		return
	}
	box := stage.Call("querySelector", ".figure-overlay").Get("viewBox").Get("baseVal")
	beside := room.Get("firstElementChild").Get("offsetHeight").Float() - stage.Get("offsetHeight").Float()
	height := room.Get("clientHeight").Float() - beside
	width := min(room.Get("clientWidth").Float(), height*box.Get("width").Float()/box.Get("height").Float())
	el.Get("style").Call("setProperty", "--stage", coord(max(width, 0))+"px")
}

// place sets where a tooltip points, in percent of the box around it. The
// policy forbids style attributes, not the object model.
func place(ctx app.Context, around app.UI, selector string, x, y float64) {
	ctx.Defer(func(app.Context) {
		el := around.JSValue().Call("querySelector", selector)
		if !el.Truthy() {
			return
		}
		style := el.Get("style")
		style.Call("setProperty", "left", percentOf(x))
		style.Call("setProperty", "top", percentOf(y))
		style.Call("setProperty", "translate", "none")
		box := el.Call("getBoundingClientRect")
		dx := backInto(box.Get("left").Float(), box.Get("right").Float(), app.Window().Get("document").Get("documentElement").Get("clientWidth").Float())
		dy := backInto(box.Get("top").Float(), box.Get("bottom").Float(), app.Window().Get("innerHeight").Float())
		style.Call("setProperty", "translate", coord(dx)+"px "+coord(dy)+"px")
	})
}

// edge is how far a tip stays from the window's edges, in CSS pixels.
const edge = 6

// backInto returns by how much what reaches from lo to hi must move to lie within a window
// of a size; its beginning goes first.
func backInto(lo, hi, size float64) float64 {
	return max(edge-lo, min(0, size-edge-hi))
}

// placeBox sets where a component's own element stands, in shares of the box
// around it.
func placeBox(ctx app.Context, c app.UI, left, top, height float64) {
	ctx.Defer(func(app.Context) {
		el := c.JSValue()
		if !el.Truthy() {
			return
		}
		style := el.Get("style")
		style.Call("setProperty", "left", percentOf(left))
		style.Call("setProperty", "top", percentOf(top))
		style.Call("setProperty", "height", percentOf(height))
	})
}

// heightOf returns how high what a selector finds inside an element is drawn, 0 if
// there is nothing.
func heightOf(around app.UI, selector string) float64 {
	el := around.JSValue()
	if !el.Truthy() {
		return 0
	}
	if el = el.Call("querySelector", selector); !el.Truthy() {
		return 0
	}
	return el.Call("getBoundingClientRect").Get("height").Float()
}

// grow lets what a selector finds grow or shrink to its height from another one,
// from the bottom up, unless the person wants things still.
func grow(ctx app.Context, around app.UI, selector string, from float64) {
	ctx.Defer(func(app.Context) {
		to := heightOf(around, selector)
		if from <= 0 || to <= 0 || from == to || app.Window().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Truthy() {
			return
		}
		around.JSValue().Call("querySelector", selector).Call("animate",
			[]any{map[string]any{"transform": "scaleY(" + coord(from/to) + ")"}, map[string]any{"transform": "none"}},
			map[string]any{"duration": 450, "easing": "ease-in-out"})
	})
}

// placeOver sets where a tooltip points: the middle of the upper edge of a
// target, both inside the same box.
func placeOver(ctx app.Context, around app.UI, selector, target string) {
	ctx.Defer(func(app.Context) {
		root := around.JSValue()
		tip, at := root.Call("querySelector", selector), root.Call("querySelector", target)
		if !tip.Truthy() || !at.Truthy() {
			return
		}
		box, cell := root.Call("getBoundingClientRect"), at.Call("getBoundingClientRect")
		x := cell.Get("left").Float() + cell.Get("width").Float()/2 - box.Get("left").Float()
		y := cell.Get("top").Float() - box.Get("top").Float()
		tip.Get("style").Call("setProperty", "left", coord(x)+"px")
		tip.Get("style").Call("setProperty", "top", coord(y)+"px")
	})
}

// viewportOf is how high an element that scrolls is and how far it is scrolled;
// ok is false while it is not laid out.
func viewportOf(scrolls app.UI) (height, top float64, ok bool) {
	el := scrolls.JSValue()
	if !el.Truthy() || !el.Get("clientHeight").Truthy() {
		return 0, 0, false
	}
	return el.Get("clientHeight").Float(), el.Get("scrollTop").Float(), true
}

// scrollTo scrolls an element to a height.
func scrollTo(scrolls app.UI, top float64) { scrolls.JSValue().Set("scrollTop", top) }

// focusMain moves the focus into <main>, the sibling of what was pressed.
func focusMain(ctx app.Context) {
	ctx.JSSrc().Get("parentElement").Call("querySelector", "main").Call("focus")
}

// revealLater brings the element with an id into sight sideways, once the redraw under way
// is done: a tab that was half beyond the edge of a phone.
func revealLater(ctx app.Context, id string) {
	ctx.Defer(func(app.Context) {
		if el := app.Window().GetElementByID(id); el.Truthy() {
			el.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
		}
	})
}

// reveal scrolls as little as needed to bring an element into sight.
func reveal(around app.UI, selector string) {
	if el := around.JSValue().Call("querySelector", selector); el.Truthy() {
		el.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
	}
}
