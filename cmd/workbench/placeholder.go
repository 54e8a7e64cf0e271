package main

import (
	"context"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	"churnbench/app/browser"
)

// A placeholder shows that page, engine and lock are alive, until the shell is
// here.
type placeholder struct {
	app.Compo
	engine   *browser.Engine
	state    browser.State
	cause    string
	lock     browser.Lock
	offline  browser.Offline
	answer   string
	attempts []browser.Attempt
}

func (p *placeholder) OnMount(ctx app.Context) {
	p.engine = browser.NewEngine(func(s browser.State, cause string) {
		ctx.Dispatch(func(app.Context) { p.state, p.cause = s, cause })
	})
	p.engine.Start()
	browser.WatchLock(func(l browser.Lock) { ctx.Dispatch(func(app.Context) { p.lock = l }) })
	check := func() {
		go func() {
			o := browser.CheckOffline()
			ctx.Dispatch(func(app.Context) { p.offline = o })
		}()
	}
	browser.OnOfflineChange(check)
}

func (p *placeholder) files(ctx app.Context, e app.Event) {
	for _, f := range browser.Files(e) {
		ref := p.engine.Attach(f)
		go func() {
			preview, err := p.engine.Preview(context.Background(), engine.PreviewRequest{Source: ref})
			ctx.Dispatch(func(app.Context) { p.answer = fmt.Sprintf("%s: %v %v", preview.Name, preview.Columns, err) })
		}()
	}
}

func (p *placeholder) test(ctx app.Context, e app.Event) {
	go browser.SelfTest(p.engine, func(a browser.Attempt) {
		ctx.Dispatch(func(app.Context) { p.attempts = append(p.attempts, a) })
	})
}

func (p *placeholder) Render() app.UI {
	return app.Main().Body(
		app.H1().Text("Churnbench"),
		app.P().ID("engine").Text(fmt.Sprint("engine ", p.state, " ", p.cause)),
		app.P().ID("lock").Text(fmt.Sprintf("lock %+v", p.lock)),
		app.P().ID("offline").Text(fmt.Sprintf("offline %+v", p.offline)),
		app.Input().Type("file").ID("file").OnChange(p.files),
		app.P().ID("answer").Text(p.answer),
		app.Button().ID("test").Text("self-test").OnClick(p.test),
		app.Button().ID("panic").Text("panic").OnClick(func(app.Context, app.Event) { panic("asked for") }),
		app.Ul().Body(app.Range(p.attempts).Slice(func(i int) app.UI { return app.Li().Text(fmt.Sprintf("%+v", p.attempts[i])) })),
	)
}
