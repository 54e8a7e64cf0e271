package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Gradual shows a long document of HTML elements: the first ones at once, the others one
// after the other. Of a document that changes it replaces the elements that have changed.
type Gradual struct {
	app.Compo

	Class  string
	Pieces []string // one element each

	island
}

// atOnce is how many pieces are in sight without scrolling.
const atOnce = 2

// OnMount remembers the surroundings, see island.
func (g *Gradual) OnMount(ctx app.Context) { g.land(ctx) }

// OnUpdate tells the inner component that there is something new.
func (g *Gradual) OnUpdate(app.Context) { g.rev++ }

// Render places the inner component.
func (g *Gradual) Render() app.UI { return &pieces{Outer: g, Rev: g.rev} }

// pieces is the inner component of Gradual.
type pieces struct {
	app.Compo

	Outer *Gradual
	Rev   int

	more int  // pieces beyond the first that have had their turn
	next bool // another one waits for its turn
	ctx  app.Context
}

// OnMount and OnUpdate see to it that the rest follows.
func (p *pieces) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.follow()
}

func (p *pieces) OnUpdate(app.Context) { p.follow() }

func (p *pieces) follow() {
	if p.next || p.shown() == len(p.Outer.Pieces) || p.ctx.Context == nil {
		return
	}
	p.next = true
	soon(p.ctx, p.Outer.alone, func() {
		p.next = false
		p.more++
		p.follow()
	})
}

// shown is how many pieces are; all where there is no browser to be held up.
func (p *pieces) shown() int {
	if all := len(p.Outer.Pieces); app.IsServer || all < atOnce+p.more {
		return all
	}
	return atOnce + p.more
}

// Render draws what has had its turn, and that there is more.
func (p *pieces) Render() app.UI {
	n := p.shown()
	body := make([]app.UI, 0, n+1)
	for _, piece := range p.Outer.Pieces[:n] {
		body = append(body, app.Raw(piece))
	}
	if n < len(p.Outer.Pieces) {
		body = append(body, app.Span().Class("skeleton skeleton-line").Aria("hidden", true))
	}
	return app.Div().Class(p.Outer.Class).Aria("busy", n < len(p.Outer.Pieces)).Body(body...)
}
