package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A Command is something that a person can name and have done.
type Command struct {
	Label string
	Also  string // other words by which it is found, such as its name in the other language
	Area  string // where it belongs, shown beside it
	Icon  Icon
	Keys  string // chord that does the same, see KeyStyle.Keys; may be ""
	Do    func(app.Context)
}

// found reports whether a command has all words of a query.
func (c *Command) found(query string) bool {
	text := strings.ToLower(c.Label + " " + c.Area + " " + c.Also)
	for word := range strings.FieldsSeq(strings.ToLower(query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// A Palette finds commands by what is typed: a dialog with a field and the list of
// those that fit. Arrows choose, Enter does, Escape closes.
type Palette struct {
	app.Compo

	Lang     i18n.Lang
	Keys     KeyStyle
	Open     bool
	Commands func() []Command // asked for while open
	OnClose  func(app.Context)

	query string
	at    int // index of the chosen one among those that fit
	modal modal
}

const (
	paletteID     = "palette"
	paletteField  = "palette-query"
	paletteListID = "palette-list"
)

// OnMount and OnUpdate bring the element to the state Open says.
func (p *Palette) OnMount(ctx app.Context)  { ctx.Defer(p.follow) }
func (p *Palette) OnUpdate(ctx app.Context) { ctx.Defer(p.follow) }

func (p *Palette) follow(app.Context) {
	if !p.Open {
		p.query, p.at = "", 0
	}
	p.modal.follow(p, p.Open)
}

// Render draws the dialog; closed it is empty.
func (p *Palette) Render() app.UI {
	return app.Dialog().ID(paletteID).Class("dialog palette").Aria("label", say(p.Lang, "ui.palette")).
		On("cancel", p.onCancel).On("close", p.onClose).
		Body(app.If(p.Open, func() app.UI {
			list := p.fitting()
			return app.Div().Class("palette-card").Body(p.field(len(list)), p.list(list))
		}))
}

func (p *Palette) fitting() (list []Command) {
	for _, c := range p.Commands() {
		if c.found(p.query) {
			list = append(list, c)
		}
	}
	return list
}

func (p *Palette) field(n int) app.UI {
	input := app.Input().ID(paletteField).Type("text").Class("palette-field").
		Attr("autocomplete", "off").Attr("spellcheck", "false").AutoFocus(true).
		Attr("role", "combobox").Aria("expanded", true).Aria("controls", paletteListID).Aria("autocomplete", "list").
		Aria("label", say(p.Lang, "ui.palette")).Placeholder(say(p.Lang, "ui.palette.hint")).
		OnInput(func(ctx app.Context, _ app.Event) { p.query, p.at = valueOf(ctx), 0 }).
		OnKeyDown(p.onKey)
	if n > 0 {
		input = input.Aria("activedescendant", optionID(p.at))
	}
	return app.Div().Class("palette-head").Body(IconSearch.Draw(), input)
}

func optionID(i int) string { return paletteListID + "-" + strconv.Itoa(i) }

func (p *Palette) list(list []Command) app.UI {
	if len(list) == 0 {
		return app.P().Class("palette-none").Attr("role", "status").Text(say(p.Lang, "ui.palette.none"))
	}
	return app.Ul().ID(paletteListID).Class("palette-list").Attr("role", "listbox").Aria("label", say(p.Lang, "ui.palette")).
		OnClick(p.onClick).
		Body(app.Range(list).Slice(func(i int) app.UI { return p.option(i, list[i]) }))
}

func (p *Palette) option(i int, c Command) app.UI {
	return app.Li().ID(optionID(i)).Class(classes("palette-option", when(i == p.at, "on"))).
		Attr("role", "option").Attr("data-at", strconv.Itoa(i)).Aria("selected", i == p.at).
		Body(c.Icon.Draw(), app.Span().Text(c.Label), app.Span().Class("palette-area").Text(c.Area),
			app.If(c.Keys != "", func() app.UI { return p.Keys.Keys(c.Keys) }))
}

func (p *Palette) onClick(ctx app.Context, e app.Event) {
	if i, err := strconv.Atoi(closestAttr(e, "data-at")); err == nil {
		p.do(ctx, i)
	}
}

func (p *Palette) onKey(ctx app.Context, e app.Event) {
	n := len(p.fitting())
	switch pressed(e) {
	case "ArrowDown":
		p.move(ctx, e, 1, n)
	case "ArrowUp":
		p.move(ctx, e, n-1, n)
	case "Enter":
		handled(e)
		p.do(ctx, p.at)
	default:
		ctx.PreventUpdate()
	}
}

// move chooses another of n commands, by steps onwards, round the end.
func (p *Palette) move(ctx app.Context, e app.Event, steps, n int) {
	handled(e)
	if n == 0 {
		return
	}
	p.at = (p.at + steps) % n
	ctx.Defer(func(app.Context) { reveal(p, "#"+optionID(p.at)) })
}

// do closes the palette, then does what was chosen: so the focus goes where the
// command puts it.
func (p *Palette) do(ctx app.Context, i int) {
	list := p.fitting()
	if i >= len(list) {
		return
	}
	p.OnClose(ctx)
	list[i].Do(ctx)
}

// onCancel hears Escape before the browser closes anything: what is pressed next finds the page
// as it will be.
func (p *Palette) onCancel(ctx app.Context, e app.Event) {
	e.PreventDefault()
	p.OnClose(ctx)
}

// onClose hears a closing that the browser did not ask about, such as by a second Escape that
// follows at once.
func (p *Palette) onClose(ctx app.Context, _ app.Event) {
	if p.modal.closed(p) {
		p.OnClose(ctx)
	}
}
