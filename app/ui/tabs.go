package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Tab is one page of several.
type Tab struct {
	Key   string
	Label string
	Badge string // a count or a word behind the label; may be ""
}

// TabsProps describe a row of tabs; the screen draws the panel of the
// selected one.
type TabsProps struct {
	ID       string // unique on the page
	Label    string // what the tabs are, for screen readers
	Items    []Tab
	Selected string
	OnSelect func(app.Context, string)
}

// Tabs shows a row of tabs and below it the selected one's panel. Arrow keys,
// Home and End select at once, as nothing is lost by it.
func Tabs(p TabsProps, panel ...app.UI) app.UI {
	tabs := make([]app.UI, len(p.Items))
	for i, t := range p.Items {
		tabs[i] = p.tab(t)
	}
	return app.Div().Class("tabs").Body(
		app.Div().Class("tab-list").Role("tablist").Aria("label", p.Label).
			OnKeyDown(p.onKey, fresh()).
			Body(tabs...),
		app.Div().Class("tab-panel").Role("tabpanel").ID(p.ID+"-panel").
			Aria("labelledby", p.ID+"-"+p.Selected).TabIndex(0).
			Body(panel...),
	)
}

func (p TabsProps) tab(t Tab) app.UI {
	on := t.Key == p.Selected
	index := -1
	if on {
		index = 0
	}
	return app.Button().Type("button").Role("tab").ID(p.ID+"-"+t.Key).
		Aria("selected", on).Aria("controls", p.ID+"-panel").TabIndex(index).
		OnClick(func(ctx app.Context, _ app.Event) { p.choose(ctx, t.Key) }, fresh()).
		Body(
			app.Span().Text(t.Label),
			app.If(t.Badge != "", func() app.UI { return Badge(t.Badge, Neutral) }),
		)
}

func (p TabsProps) choose(ctx app.Context, key string) {
	if p.OnSelect != nil && key != p.Selected {
		p.OnSelect(ctx, key)
		revealLater(ctx, p.ID+"-"+key)
	}
}

func (p TabsProps) onKey(ctx app.Context, e app.Event) {
	i := slices.IndexFunc(p.Items, func(t Tab) bool { return t.Key == p.Selected })
	next, ok := walk(i, len(p.Items), pressed(e))
	if !ok {
		ctx.PreventUpdate()
		return
	}
	handled(e)
	p.choose(ctx, p.Items[next].Key)
	focusIn(ctx, ctx.Src(), `[tabindex="0"]`)
}

// walk returns where a key leads from item i of n in a row, around its ends.
func walk(i, n int, key string) (next int, ok bool) {
	if n == 0 {
		return 0, false
	}
	switch key {
	case "ArrowRight", "ArrowDown":
		return (i + 1) % n, true
	case "ArrowLeft", "ArrowUp":
		return (i + n - 1) % n, true
	case "Home":
		return 0, true
	case "End":
		return n - 1, true
	}
	return i, false
}
