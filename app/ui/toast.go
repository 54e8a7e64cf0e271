package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A Toast is a short report that something has been done.
type Toast struct {
	ID    int
	Text  string
	Level Level // NoteLevel or ErrorLevel
}

// Toasts shows them in a corner. The region is always there, empty or not:
// screen readers announce only what is added to a region they know.
func Toasts(lang i18n.Lang, toasts []Toast, onClose func(app.Context, int)) app.UI {
	return app.Div().Class("toasts").Role("status").Aria("live", "polite").Body(
		app.Range(toasts).Slice(func(i int) app.UI {
			return toast(lang, toasts[i], onClose)
		}),
	)
}

func toast(lang i18n.Lang, t Toast, onClose func(app.Context, int)) app.UI {
	icon := IconCheck
	if t.Level == ErrorLevel {
		icon = IconError
	}
	return app.Div().Class("toast", string(t.Level)).Body(
		icon.Draw(),
		app.Span().Text(t.Text),
		IconButton(ButtonProps{Label: say(lang, "ui.close"), Icon: IconClose, Kind: Quiet, Small: true,
			OnClick: func(ctx app.Context) { onClose(ctx, t.ID) }}),
	)
}
