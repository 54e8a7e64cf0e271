package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A screen of several large drawings, made and laid out at once, holds the browser's thread
// for a quarter of a second. Large parts therefore leave their room at first and come one
// after the other, from the top, each in a task of its own: what a person does meanwhile is
// heard in between.

// waiting are the parts whose turn has not come; the first has it.
var waiting []turn

type turn struct {
	gone func() bool // its part has left the page
	take func(done func())
}

// late bounds how long the next part waits for one that leaves the page in its turn.
const late = 50 * time.Millisecond

// soon has a component redrawn alone, with do done, when its turn comes. ctx is the
// component's own, alone keeps what is around it from being redrawn.
func soon(ctx app.Context, alone, do func()) {
	line(turn{gone: func() bool { return !ctx.Src().Mounted() }, take: func(done func()) {
		ctx.Dispatch(func(ctx app.Context) {
			alone()
			do()
			ctx.Defer(func(app.Context) { done() })
		})
	}})
}

// Then runs f once every part that waits has been drawn: at once if none does.
func Then(f func()) {
	if len(waiting) == 0 {
		f()
		return
	}
	line(turn{gone: func() bool { return false }, take: func(done func()) {
		f()
		done()
	}})
}

func line(t turn) {
	waiting = append(waiting, t)
	if len(waiting) == 1 {
		go takeTurns()
	}
}

func takeTurns() {
	for ; len(waiting) > 0; waiting = waiting[1:] {
		if waiting[0].gone() {
			continue
		}
		time.Sleep(time.Millisecond) // lets the browser paint and listen
		done := make(chan struct{}, 1)
		waiting[0].take(func() { done <- struct{}{} })
		select {
		case <-done:
		case <-time.After(late):
		}
	}
}
