package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

// A Figure makes a drawing live: hover, focus and tap show the nearest mark's
// values; arrow keys walk the marks, Enter opens one, Escape closes; the legend
// hides series; the menu saves and copies; the data stand below as a table.
//
// Drawing and overlay are two SVG elements of one viewBox, one upon the other,
// so that a mark's coordinates hold in both at any width.
type Figure struct {
	app.Compo

	Lang      i18n.Lang
	Figure    *figure.Figure            // nil while there is none: see Busy
	Title     string                    // "" takes the figure's
	Saver     Saver                     // nil leaves the menu out
	Tools     []app.UI                  // controls of the screen's, left of the menu
	Busy      bool                      // a newer one is under way; the old one stays visible, dimmed
	OnOpen    func(app.Context, string) // a mark with a Key was opened
	OnExplain func(app.Context)         // nil leaves the button out
	OnReport  func(app.Context)         // adds it to the report; nil leaves that out of the menu
	Knob      *Knob                     // turned by the figure's Handle; nil leaves the handle a mark
	NoTable   bool                      // the screen shows the data itself
	OnPresent func(app.Context)         // shows it to an audience; nil leaves that out of the menu
	Copy      string                    // put before ids, where the same figure stands on the page twice
	Zoomer    Zoomer                    // draws a part of the figure; nil shows it whole only
	Alone     bool                      // there is no other: it is drawn at once, see soon

	island
	step   int            // of Figure.Steps, which is in sight
	near   *figure.Figure // the part of Figure that is in sight; nil for the whole
	hidden map[int]bool   // series that are not
	inner  *stage         // what the figure's menu acts on
}

// OnMount remembers the surroundings, see island.
func (f *Figure) OnMount(ctx app.Context) { f.land(ctx) }

// OnUpdate tells the inner component that there is something new.
func (f *Figure) OnUpdate(app.Context) { f.rev++ }

// Render draws the card; what is live is in the inner component.
func (f *Figure) Render() app.UI {
	return app.Section().Class("card figure").DataSet("figure", f.id()).Aria("label", f.title()).Aria("busy", f.Busy).Body(
		cardHead(f.title(), "", f.tools()),
		f.body(),
	)
}

// id names the figure in the page, for whoever explains what has the focus.
func (f *Figure) id() string {
	if f.Figure == nil {
		return ""
	}
	return f.Figure.ID
}

// textID names what the figure says to those who cannot see it.
func (f *Figure) textID() string { return f.Copy + f.Figure.ID + "-text" }

func (f *Figure) title() string {
	if f.Title == "" && f.Figure != nil {
		return f.Figure.Title
	}
	return f.Title
}

func (f *Figure) tools() []app.UI {
	tools := append([]app.UI{}, f.Tools...)
	if f.OnExplain != nil {
		tools = append(tools, IconButton(ButtonProps{Label: say(f.Lang, "ui.explain"), Icon: IconExplain, OnClick: f.OnExplain}))
	}
	if f.Saver != nil && f.Figure != nil {
		tools = append(tools, &Menu{ID: f.Figure.ID + "-menu", Label: say(f.Lang, "ui.figure.save"), Icon: IconSave, Items: f.saving()})
	}
	return tools
}

func (f *Figure) body() app.UI {
	switch {
	case f.Figure != nil:
		return &stage{Outer: f, Rev: f.rev}
	case f.Busy:
		return SkeletonFigure()
	}
	return app.P().Class("quiet-text").Text(say(f.Lang, "ui.figure.none"))
}

// stage is the inner component of Figure: the drawing with what is live on it.
type stage struct {
	app.Compo

	Outer *Figure
	Rev   int

	walk    marks // the marks of the figure being shown
	of      *figure.Figure
	at      int  // index of the mark that is shown, −1 for none
	held    bool // by keyboard or tap: it stays when the pointer leaves
	table   bool // the data table is open
	tapping bool // the last press was a finger's
	playing bool // its steps go by themselves
	stepped bool // a person has gone through them
	brush   brush
	bare    bool // its turn to be drawn has not come, see soon

	around app.Context // its own, for what stands in it
}

// OnInit starts with nothing pointed at.
func (s *stage) OnInit() { s.follow() }

// OnMount remembers where it stands, for what stands in it.
func (s *stage) OnMount(ctx app.Context) {
	s.around, s.Outer.inner = ctx, s
	s.queue()
}

// OnUpdate forgets marks of a figure that is gone.
func (s *stage) OnUpdate(app.Context) {
	bare := s.bare
	if s.follow(); s.bare && !bare {
		s.queue()
	}
}

// queue has a figure drawn that has only its room.
func (s *stage) queue() {
	if s.bare && s.around.Context != nil {
		soon(s.around, s.Outer.alone, func() { s.bare = false })
	}
}

func (s *stage) follow() {
	if f := s.Outer.Figure; f != s.of {
		// Another answer of the figure takes its place at once: whoever turns a knob watches.
		if s.of == nil || s.of.ID != f.ID {
			s.bare = app.IsClient && !s.Outer.Alone
		}
		if s.of != nil && !slices.Equal(f.Series, s.of.Series) {
			s.Outer.hidden = nil // they may be others' numbers now
		}
		s.of, s.at, s.held, s.playing, s.stepped = f, -1, false, false, false
		s.Outer.near, s.brush = nil, brush{}
		s.Outer.step = len(f.Steps) - 1
		s.walk = marks{list: f.Marks, hidden: s.Outer.hidden}
	}
}

// Render draws legend, drawing, footer and data.
func (s *stage) Render() app.UI {
	f := s.Outer.shown()
	if s.bare {
		return app.Figure().Class("figure-body").Aria("busy", true).Body(s.room(f))
	}
	return app.Figure().Class(classes("figure-body", when(s.Outer.Busy, "stale"))).Body(
		app.If(len(f.Series) > 1, s.legend),
		app.Div().Class(s.class()).DataSet("hint", s.hint()).
			Role("application").Aria("roledescription", say(s.Outer.Lang, "ui.figure.role")).
			Aria("label", f.Title).Aria("describedby", s.Outer.textID()).TabIndex(0).
			On("pointermove", s.onMove).On("pointerdown", s.onDown).
			On("pointerleave", s.onLeave).On("pointerup", s.onUp).On("pointercancel", s.onLost).On("dblclick", s.onWhole).
			OnClick(s.onClick).OnKeyDown(s.onKey).OnFocus(s.onFocus).OnBlur(s.onBlur).
			Body(
				// The stage around it has the drawing's name and description: once is enough.
				app.Div().Class("figure-drawing").Aria("hidden", true).
					Body(app.Raw(strings.TrimPrefix(s.Outer.picture().SVG, xmlHead))),
				s.overlay(),
				s.handle(),
				s.tip(),
			),
		app.If(len(f.Steps) > 1, s.stepper),
		app.If(s.Outer.near != nil, s.whole),
		app.P().ID(s.Outer.textID()).Class("visually-hidden").Text(f.Description+" "+s.keys()),
		liveRegion(s.spoken()),
		app.FigCaption().Class("foot").Text(strings.TrimSuffix(f.Footer, f.Span.InSight)),
		s.data(),
	)
}

// room is as high as the drawing will be.
func (s *stage) room(f *figure.Figure) app.UI {
	return app.Div().Class("figure-room").Body(app.Raw(`<svg class="skeleton" viewBox="0 0 ` + coord(f.Width) + ` ` + coord(f.Height) + `" aria-hidden="true"></svg>`))
}

// xmlHead is what an SVG file may start with and an element may not.
const xmlHead = `<?xml version="1.0"?>`

// class hides series: components.css knows hide-0 … hide-47.
func (s *stage) class() string {
	class := "figure-stage"
	for i := range s.Outer.Figure.Series {
		class = classes(class, when(s.Outer.hidden[i], "hide-"+itoa(i)))
	}
	return classes(class, when(s.leads(s.at), "opens"), when(s.handles(), "handled"), when(s.zooms(), "zooms"))
}

// handles reports whether something in the figure can be moved.
func (s *stage) handles() bool { return s.Outer.Knob != nil && s.Outer.Figure.Handle.Exists() }

func (s *stage) handle() app.UI {
	if !s.handles() {
		return nil
	}
	return &handle{Stage: s, Rev: s.Rev}
}

// mark returns the one that is shown.
func (s *stage) mark() (figure.Mark, bool) {
	if s.at < 0 || s.at >= len(s.walk.list) {
		return figure.Mark{}, false
	}
	return s.walk.list[s.at], true
}

// overlay picks the mark out: a ring around a point, a frame around a cell.
func (s *stage) overlay() app.UI {
	f := s.Outer.shown()
	ring := ""
	if m, ok := s.mark(); ok {
		ring = ringOf(m)
	}
	return app.Raw(`<svg class="figure-overlay" viewBox="0 0 ` + coord(f.Width) + ` ` + coord(f.Height) + `" aria-hidden="true">` + s.band() + ring + `</svg>`)
}

func ringOf(m figure.Mark) string {
	if m.W > 0 && m.H > 0 {
		return `<rect class="ring" x="` + coord(m.X-m.W/2) + `" y="` + coord(m.Y-m.H/2) +
			`" width="` + coord(m.W) + `" height="` + coord(m.H) + `" rx="3"/>`
	}
	return `<circle class="ring" cx="` + coord(m.X) + `" cy="` + coord(m.Y) + `" r="6"/>`
}

func (s *stage) tip() app.UI {
	m, ok := s.mark()
	if !ok {
		return nil
	}
	return tip(sideOf(m, s.Outer.shown()), s.headline(m), m.Values)
}

// headline names the series where there are several.
func (s *stage) headline(m figure.Mark) string {
	series := s.Outer.Figure.Series
	if len(series) < 2 || m.Series < 0 || m.Series >= len(series) || series[m.Series].Label == m.Label {
		return m.Label
	}
	return series[m.Series].Label + " · " + m.Label
}

func (s *stage) spoken() string {
	if said := s.spokenPart(); said != "" {
		return said
	}
	m, ok := s.mark()
	if !ok {
		return s.spokenStep()
	}
	return spoken(s.headline(m), m.Values)
}

// keys says what the keyboard does.
func (s *stage) keys() string {
	said := say(s.Outer.Lang, "ui.figure.keys")
	if s.zooms() {
		said += " " + say(s.Outer.Lang, "figures.zoom.keys")
	}
	return said
}

// legend has a switch for each series.
func (s *stage) legend() app.UI {
	series := s.Outer.Figure.Series
	return app.Div().Class("legend").Role("group").Aria("label", say(s.Outer.Lang, "ui.figure.legend")).
		OnClick(s.onLegend).OnKeyDown(s.onLegendKey).On("dblclick", s.onLegendTwice).
		Body(app.Range(series).Slice(func(i int) app.UI {
			return app.Button().Type("button").Class("legend-item").DataSet("series", i).
				Aria("pressed", !s.Outer.hidden[i]).
				Body(swatch(series[i]), app.Span().Text(series[i].Label))
		}))
}
