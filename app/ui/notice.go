package ui

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/i18n"
)

// A Level ranks a notice.
type Level string

// The levels. The first three are analysis.Severity's.
const (
	NoteLevel    Level = "note"
	CautionLevel Level = "caution"
	SeriousLevel Level = "serious"
	ErrorLevel   Level = "error"
)

// NoticeProps describe something a person should know, and what to do about it.
type NoticeProps struct {
	Lang    i18n.Lang
	Level   Level  // "" is NoteLevel
	Title   string // "" says the level in words
	Text    string
	Remedy  string
	Actions []app.UI          // buttons that do what Remedy says
	OnClose func(app.Context) // nil if it stays
}

// Notice shows one. Errors interrupt a screen reader, the others wait.
func Notice(p NoticeProps) app.UI {
	if p.Level == "" {
		p.Level = NoteLevel
	}
	return app.Div().Class("notice", string(p.Level)).Role(p.role()).Body(
		p.icon().Draw(),
		app.Div().Class("notice-body").Body(
			app.Strong().Class("notice-title").Text(p.title()),
			app.If(p.Text != "", func() app.UI { return app.P().Body(Rich(p.Text)...) }),
			app.If(p.Remedy != "", func() app.UI { return app.P().Class("remedy").Body(Rich(p.Remedy)...) }),
			app.If(len(p.Actions) > 0, func() app.UI { return app.Div().Class("actions").Body(p.Actions...) }),
		),
		app.If(p.OnClose != nil, func() app.UI {
			return IconButton(ButtonProps{Label: say(p.Lang, "ui.close"), Icon: IconClose, Kind: Quiet, Small: true, OnClick: p.OnClose})
		}),
	)
}

func (p NoticeProps) role() string {
	if p.Level == ErrorLevel {
		return "alert"
	}
	return "note"
}

func (p NoticeProps) title() string {
	if p.Title != "" {
		return p.Title
	}
	return say(p.Lang, i18n.Key("ui.severity."+p.Level))
}

func (p NoticeProps) icon() Icon {
	switch p.Level {
	case ErrorLevel:
		return IconError
	case CautionLevel, SeriousLevel:
		return IconWarning
	}
	return IconInfo
}

var levels = map[analysis.Severity]Level{
	analysis.Note:    NoteLevel,
	analysis.Caution: CautionLevel,
	analysis.Serious: SeriousLevel,
}

// shownWarnings are in sight at once; more of them would push away the figures
// that they are about.
const shownWarnings = 2

// Warnings shows the caveats of a result, the gravest first and all but two of
// them folded; nothing if there are none.
func Warnings(lang i18n.Lang, warnings []analysis.Warning) app.UI {
	list := notices(lang, warnings)
	if len(list) > shownWarnings {
		folded := list[shownWarnings:]
		list = append(list[:shownWarnings:shownWarnings], Disclosure(say(lang, "ui.more-notes", analysis.Count("n", len(folded))),
			app.Div().Class("notices").Body(folded...)))
	}
	return app.If(len(list) > 0, func() app.UI { return app.Div().Class("notices").Body(list...) })
}

// notices draws warnings, the gravest first.
func notices(lang i18n.Lang, warnings []analysis.Warning) []app.UI {
	var list []app.UI
	for _, severity := range []analysis.Severity{analysis.Serious, analysis.Caution, analysis.Note} {
		for _, w := range warnings {
			if w.Severity == severity {
				list = append(list, Notice(NoticeProps{Lang: lang, Level: levels[severity],
					Text: i18n.Say(lang, w.Message), Remedy: remedy(lang, w.Remedy)}))
			}
		}
	}
	return list
}

// Failure shows an error; actions are what can be done about it. A nil error
// shows nothing, and so does a nil *analysis.Error.
func Failure(lang i18n.Lang, err error, actions ...app.UI) app.UI {
	if err == nil {
		return nil
	}
	p := NoticeProps{Lang: lang, Level: ErrorLevel, Actions: actions}
	var e *analysis.Error
	switch {
	case !errors.As(err, &e):
		p.Text = err.Error()
	case e == nil:
		return nil
	default:
		p.Text, p.Remedy = i18n.Say(lang, e.Message), remedy(lang, e.Remedy)
	}
	return Notice(p)
}

func remedy(lang i18n.Lang, m analysis.Message) string {
	if m.Key == "" {
		return ""
	}
	return i18n.Say(lang, m)
}
