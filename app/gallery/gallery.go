// Package gallery shows every piece of app/ui in every state it can be in. It
// is where a piece is looked at while it is made, in both languages and themes,
// at any width, and where a test can look at it again. It needs no data.
//
// Each file holds the stories of one group of pieces; a story is what the
// piece shows in one state. What the numbers say is made up.
package gallery

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// A Gallery is the page.
type Gallery struct {
	app.Compo

	Lang  i18n.Lang
	Saver ui.Saver // nil leaves the figures' menus out

	pressed int               // presses of buttons
	chosen  map[string]string // what was chosen in each story
	checked bool
	dialog  bool
	toasts  []ui.Toast
	sort    string
	down    bool
	knob    ui.Knob
}

// A story is a piece in one state.
type story struct {
	name string
	show func(*Gallery) []app.UI
}

// A group is stories that are looked at together.
type group struct {
	en, zh  string
	stories []story
}

var groups = []group{words, numbers, tables, figures, asking, waiting}

// Render draws all groups.
func (g *Gallery) Render() app.UI {
	blocks := []app.UI{ui.Head(ui.HeadProps{
		Title:   g.say("Gallery", "组件库"),
		Finding: g.say("Every piece in **every state**. The numbers are made up.", "每个组件的**每种状态**。数字均为虚构。"),
	})}
	for _, group := range groups {
		blocks = append(blocks, g.group(group))
	}
	blocks = append(blocks, g.floating()...)
	return ui.Page(blocks...)
}

func (g *Gallery) group(group group) app.UI {
	items := []app.UI{app.H2().Text(g.say(group.en, group.zh))}
	for _, s := range group.stories {
		items = append(items, g.story(s))
	}
	return app.Section().Class("stack").Body(items...)
}

func (g *Gallery) story(s story) app.UI {
	return app.Div().Class("stack story").Body(
		app.P().Class("quiet-text").Body(app.Code().Text(s.name)),
		ui.Stack(s.show(g)...),
	)
}

// say picks the text in the page's language.
func (g *Gallery) say(en, zh string) string {
	if g.Lang == i18n.Chinese {
		return zh
	}
	return en
}

// choice returns what was chosen in a story.
func (g *Gallery) choice(story, otherwise string) string {
	if v, ok := g.chosen[story]; ok {
		return v
	}
	return otherwise
}

// choose returns the handler that notes a choice.
func (g *Gallery) choose(story string) func(app.Context, string) {
	return func(_ app.Context, v string) {
		if g.chosen == nil {
			g.chosen = map[string]string{}
		}
		g.chosen[story] = v
	}
}

func (g *Gallery) press(app.Context) { g.pressed++ }
