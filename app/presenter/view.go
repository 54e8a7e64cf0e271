package presenter

import (
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// TitleID is the headline's, which has the focus when an exhibit comes in sight.
const TitleID = "presented-title"

// Deeds are what a person can do while presenting.
type Deeds struct {
	Key    func(key string) // the page's keys, see State.Go
	Unmask func()           // shows or masks identifiers
	Leave  func()
}

// View fills the window with the exhibit in sight and its headline; x is nil once it is
// there no more.
func View(h *screen.Host, s *State, x *screen.Exhibit, headline string, do Deeds) app.UI {
	return &ui.Screenful{Lang: h.Lang, ID: "presenter", Label: h.T("presenter.label"), Open: s.On,
		OnKey: func(_ app.Context, key string) { do.Key(key) }, OnClose: func(app.Context) { do.Leave() },
		Body: func() []app.UI {
			return []app.UI{head(h, x, headline), room(h, s, x), foot(h, s, caption(x, headline), do)}
		}}
}

// longWords is from how many characters on a headline is set smaller; a Chinese character
// says twice as much as a Latin one.
const longWords = 150

func head(h *screen.Host, x *screen.Exhibit, words string) app.UI {
	if x == nil {
		return app.Header().Class("presenter-head").Body(app.H1().ID(TitleID).TabIndex(-1).Attr("autofocus", true).Text(h.T("presenter.gone")))
	}
	length := utf8.RuneCountInString(words)
	if h.Lang == i18n.Chinese {
		length *= 2
	}
	class := "presenter-title"
	if length > longWords {
		class += " long"
	}
	return app.Header().Class("presenter-head").Body(
		app.P().Class("presenter-area").Text(x.Area),
		app.H1().ID(TitleID).Class(class).TabIndex(-1).Attr("autofocus", true).Body(ui.Rich(words)...),
	)
}

// room is where the exhibit stands: as large as it can be drawn there.
func room(h *screen.Host, s *State, x *screen.Exhibit) app.UI {
	body := app.Div().Class("presenter-room")
	switch {
	case x == nil:
		return body
	case x.Figure != nil && x.Figure.SVG != "":
		return body.Body(&ui.Figure{Lang: h.Lang, Figure: s.Shown(x.Figure), Busy: x.Busy, NoTable: true, Alone: true, Copy: "presented-"})
	case x.Table != nil:
		return body.Body(table(x))
	case x.Busy:
		return body.Body(ui.SkeletonFigure())
	}
	return body.Body(app.P().Text(h.T("presenter.none")))
}

// rows bounds a table before an audience: more could not be read.
const rows = 12

func table(x *screen.Exhibit) app.UI {
	t := x.Table()
	p := ui.PlainTableProps{Label: x.Title}
	for _, c := range t.Columns {
		p.Columns = append(p.Columns, ui.Column{Title: c.Name, Numeric: c.Numeric})
	}
	for _, row := range t.Rows[:min(rows, len(t.Rows))] {
		p.Rows = append(p.Rows, ui.Cells(row...))
	}
	return ui.PlainTable(p)
}

func foot(h *screen.Host, s *State, caption string, do Deeds) app.UI {
	return app.Footer().Class("presenter-foot").Body(
		app.P().Class("presenter-caption").Text(caption),
		app.P().Class("presenter-count").Body(
			app.Span().Aria("hidden", true).Text(h.Lang.Int(s.At+1)+" / "+h.Lang.Int(len(s.IDs))),
			app.Span().Class("visually-hidden").Role("status").Text(h.T("presenter.count", analysis.Count("at", s.At+1), analysis.Count("of", len(s.IDs)))),
		),
		app.Div().Class("actions").Body(
			button(h, "presenter.back", ui.IconLeft, func() { do.Key("PageUp") }),
			button(h, "presenter.next", ui.IconRight, func() { do.Key("PageDown") }),
			ui.IconButton(ui.ButtonProps{ID: "presenter-mask", Label: h.T("customers.mask"), Icon: ui.IconPrivacy, Kind: ui.Quiet,
				Pressed: ui.TriOf(h.Masked), OnClick: func(app.Context) { do.Unmask() }}),
			button(h, "presenter.leave", ui.IconClose, do.Leave),
		),
	)
}

// caption names the figure below its headline.
func caption(x *screen.Exhibit, headline string) string {
	if x == nil || x.Title == headline {
		return ""
	}
	return x.Title
}

func button(h *screen.Host, key i18n.Key, icon ui.Icon, do func()) app.UI {
	return ui.IconButton(ui.ButtonProps{Label: h.T(key), Icon: icon, Kind: ui.Quiet, OnClick: func(app.Context) { do() }})
}
