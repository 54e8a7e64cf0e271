package keep

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Card offers the choice to remember this page's project, and says what is kept now.
func Card(h *screen.Host, s *State, k Keeper, open, forget func()) app.UI {
	c := card{h, s, k}
	if s.None {
		return c.card(app.P().Body(ui.Rich(h.T("keep.none"))...))
	}
	return c.card(c.choices(), c.standing(), c.offer(open, forget))
}

type card struct {
	*screen.Host
	s *State
	k Keeper
}

func (c card) card(body ...app.UI) app.UI {
	return ui.Card(ui.CardProps{ID: "keep", Title: c.T("keep.title"), Lead: c.T("keep.lead")}, body...)
}

// choices are the two boxes; the second stands by until the first is ticked.
func (c card) choices() app.UI {
	if c.Dataset == nil {
		return app.P().Class("quiet-text").Text(c.T("keep.nothing"))
	}
	files, size := c.k.Sources(), int64(0)
	for _, f := range files {
		size += f.Size
	}
	hint := c.T("keep.data.sample")
	if len(files) > 0 {
		hint = c.T("keep.data.hint", analysis.Count("files", len(files)), analysis.Size("size", size))
	}
	return ui.Stack(
		&ui.Checkbox{ID: "keep-project", Label: c.T("keep.project"), Hint: c.T("keep.project.hint"), Checked: c.s.On,
			OnChange: func(_ app.Context, on bool) { Turn(c.Host, c.s, c.k, on, false) }},
		&ui.Checkbox{ID: "keep-data", Label: c.T("keep.data"), Hint: hint, Checked: c.s.Data, Disabled: !c.s.On || len(files) == 0,
			OnChange: func(_ app.Context, data bool) { Turn(c.Host, c.s, c.k, true, data) }},
	)
}

// standing says how what is remembered stands, and what the browser promised.
func (c card) standing() app.UI {
	switch {
	case c.s.Err != nil:
		return ui.Failure(c.Lang, c.s.Err)
	case !c.s.On || c.s.Kept == nil:
		return nil
	}
	return app.P().Class("foot").Role("status").Text(c.Sentences(c.Note(), c.T("keep.size", analysis.Size("size", c.s.Kept.Bytes)), c.promise()))
}

// promise is what the browser answered.
func (c card) promise() string {
	answer := c.s.Storage
	if answer.Persist == browser.Unasked {
		return ""
	}
	said := c.T(i18n.Key("keep.persist." + answer.Persist))
	if answer.Quota > 0 {
		said = c.Sentences(said, c.T("keep.estimate", analysis.Size("usage", answer.Usage), analysis.Size("quota", answer.Quota)))
	}
	return said
}

// Note says in a word when the project was last remembered.
func (c card) Note() string { return Note(c.Host, c.s) }

// Note says in a word when this page's project was last remembered, "" if it is not.
func Note(h *screen.Host, s *State) string {
	switch {
	case !s.On:
		return ""
	case s.Err != nil:
		return h.T("keep.note.failed")
	case s.writing() || s.again || s.Kept == nil:
		return h.T("keep.note.busy")
	}
	return h.T("keep.note", analysis.Text("when", when(h, s.Kept.At)))
}

// when writes a time of this day short.
func when(h *screen.Host, at time.Time) string {
	y, m, d := at.Date()
	ny, nm, nd := h.Now().Date()
	if y == ny && m == nm && d == nd {
		return at.Format(clock)
	}
	return dated(h, at)
}

func dated(h *screen.Host, at time.Time) string {
	return h.Lang.Date(analysis.Date(at.Date())) + " " + at.Format(clock)
}

const clock = "15:04"

// offer is what stands on the card about a project of an earlier time.
func (c card) offer(open, forget func()) app.UI {
	if !c.s.Offer() {
		return nil
	}
	return ui.Notice(ui.NoticeProps{Lang: c.Lang, Title: c.named(), Text: c.Sentences(c.about(), c.T("keep.replaces")), Actions: c.actions("keep-", open, forget)})
}

func (c card) named() string {
	return c.T("keep.offer", analysis.Text("name", c.s.Kept.Name))
}

// about says what is kept, and since when.
func (c card) about() string {
	at := analysis.Text("when", when(c.Host, c.s.Kept.At))
	if n := len(c.s.Kept.Data); n > 0 {
		return c.T("keep.offer.data", at, analysis.Count("files", n), analysis.Size("size", c.s.Kept.Bytes))
	}
	return c.T("keep.offer.project", at)
}

func (c card) actions(prefix string, open, forget func()) []app.UI {
	return []app.UI{
		ui.Button(ui.ButtonProps{ID: prefix + "open", Label: c.T("keep.open"), Icon: ui.IconRight, OnClick: func(app.Context) { open() }}),
		ui.Button(ui.ButtonProps{ID: prefix + "forget", Label: c.T("keep.forget"), Kind: ui.Quiet, OnClick: func(app.Context) { forget() }}),
	}
}

// Offer is the card that the start offers to go on with, nil if there is nothing to go on
// with.
func Offer(h *screen.Host, s *State, open, forget func()) app.UI {
	if !s.Offer() {
		return nil
	}
	c := card{h, s, Keeper{}}
	return ui.Card(ui.CardProps{ID: "offer", Title: c.named(), Lead: c.about(), Tools: c.actions("offer-", open, forget)})
}
