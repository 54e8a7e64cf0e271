package ui

import (
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Knob is one number that several pieces show and that a person may turn in
// any of them: the handle of a Figure, and what a Live says of it. While it is
// being turned only those pieces are redrawn; the screen hears of it once it is
// let go, or has rested. The screen's state owns the knob and hands the same one
// to all.
type Knob struct {
	At    float64              // where it stands, perhaps on its way
	Say   func(float64) string // writes a value, such as "131 days"
	OnSet func(app.Context, float64)

	set      float64 // what the screen was last told
	held     bool
	turn     int
	watchers []*watcher
}

// A watcher is a mounted piece that shows the knob.
type watcher struct{ moved func() }

// knobRest is how long a knob has to rest before the screen hears of it.
const knobRest = 180 * time.Millisecond

// Rest tells where the knob stands by the screen's state. It stays in the hand of
// whoever is turning it.
func (k *Knob) Rest(v float64) {
	if !k.held && k.set != v {
		k.At, k.set = v, v
	}
}

func (k *Knob) watch(moved func()) *watcher {
	w := &watcher{moved}
	k.watchers = append(k.watchers, w)
	return w
}

func (k *Knob) unwatch(w *watcher) {
	k.watchers = slices.DeleteFunc(k.watchers, func(have *watcher) bool { return have == w })
}

// move turns the knob and shows it in every other piece. It reports whether there was
// anything to move.
func (k *Knob) move(v float64, from *watcher) bool {
	if v == k.At {
		return false
	}
	k.At, k.held = v, true
	k.turn++
	for _, w := range slices.Clone(k.watchers) {
		if w != from {
			w.moved()
		}
	}
	return true
}

// rest tells the screen where the knob stands once it has not been turned for a while:
// for keys, which nobody lets go.
func (k *Knob) rest(ctx app.Context) {
	turn := k.turn
	ctx.After(knobRest, func(ctx app.Context) {
		if turn != k.turn {
			ctx.PreventUpdate()
			return
		}
		k.settle(ctx)
	})
}

// settle tells the screen where the knob stands.
func (k *Knob) settle(ctx app.Context) {
	k.held = false
	k.turn++
	if k.At == k.set {
		ctx.PreventUpdate()
		return
	}
	k.set = k.At
	if k.OnSet != nil {
		k.OnSet(ctx, k.At)
	}
}
